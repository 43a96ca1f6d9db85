import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { simulate } from '../../src/analysis/project.ts';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { partsBetween } from '../../web/worker/mixture.ts';
import { MOST_EXACT, shapley } from '../../web/worker/shapley.ts';

const words = { sites: 'Sites', span: 'Time' };
const scenario = (id: string): Scenario => {
  const found = scenarios.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(id);
  return found;
};
const near = (a: number, b: number, scale: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, scale);

/** v = the sum of what is taken, and a bonus for 0 and 1 together: by hand 1 + 3, 2 + 3, 4. */
const bonus = (taken: readonly boolean[]): number =>
  [1, 2, 4].reduce((sum, part, index) => sum + (taken[index] ? part : 0), 0) + (taken[0] && taken[1] ? 6 : 0);

test('a bonus of two parts together is shared between them, as worked by hand', async () => {
  const split = await shapley(3, bonus);
  ok(
    split?.parts.every((part, index) => near(part, [4, 5, 4][index] ?? 0, 1)),
    `${split?.parts}`,
  );
  equal([split?.errors, split?.orders, split?.exact], [[0, 0, 0], 6, true]);
});

test('the glove game: one left glove is worth as much as two right ones are not', async () => {
  const split = await shapley(3, ([left, a, b]) => (left && (a || b) ? 1 : 0));
  ok(
    split?.parts.every((part, index) => near(part, [2 / 3, 1 / 6, 1 / 6][index] ?? 0, 1)),
    `${split?.parts}`,
  );
});

test('parts sum to the whole, exactly counted and drawn; parts that do nothing get nothing; twins get the same', async () => {
  const samples = fc.sample(
    fc.tuple(
      fc.integer({ min: 2, max: 14 }),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 16, maxLength: 16 }),
    ),
    { numRuns: 30, seed: 7 },
  );
  for (const [count, weights] of samples) {
    const value = (taken: readonly boolean[]): number => {
      const sum = taken.reduce((total, is, index) => total + (is && index > 0 ? (weights[index] ?? 0) : 0), 0);
      return sum * sum + sum;
    };
    const split = await shapley(count, value);
    const whole = value(Array(count).fill(true)) - value(Array(count).fill(false));
    ok(
      near(split?.parts.reduce((sum, part) => sum + part, 0) ?? Number.NaN, whole, Math.abs(whole)),
      `${count}: ${split?.parts}, not ${whole}`,
    );
    is(split?.parts[0], 0);
    is(split?.exact, count <= MOST_EXACT);
  }
  const twins = await shapley(4, ([a, b, c, d]) => Number(a) * 3 + Number(b && c) + Number(a && d));
  is(twins?.parts[1], twins?.parts[2]);
});

test('a mixture without a value leaves nothing to share out', async () => {
  is(await shapley(3, (taken) => (taken[1] ? null : 1)), undefined);
  is(await shapley(12, (taken) => (taken[11] ? null : 1)), undefined);
});

test('each mixture is valued once', async () => {
  let asked = 0;
  await shapley(6, () => asked++);
  is(asked, 64);
});

const figures = (one: Scenario): (number | null)[] => {
  const projection = simulate(one, { keep: ['spent_total', 'facility_in_use', 'jobs_total'] });
  const last = (id: string): number => projection.series(id).values.at(-1) ?? Number.NaN;
  return [
    ...projection.headlines.map(({ value }) => value),
    last('spent_total'),
    last('facility_in_use'),
    last('jobs_total'),
  ];
};

test("all parts taken over give the second scenario's run, from each shipped scenario to two others", () => {
  let compared = 0;
  for (const [place, first] of scenarios.entries()) {
    for (const second of [
      first,
      scenarios[place - 1] ?? scenarios.at(-1)!,
      scenarios[(place + 4) % scenarios.length]!,
    ]) {
      const parts = partsBetween(first, second, meta, words);
      if (first === second) {
        equal(parts, []);
        continue;
      }
      const whole = parts.reduce((into, part) => part.take(into), first);
      const [expected, found] = [figures(second), figures(whole)];
      for (const [index, value] of expected.entries()) {
        const other = found[index] ?? null;
        ok(
          value === null ? other === null : other !== null && near(value, other, Math.abs(value)),
          `${first.id} to ${second.id}: ${other}, not ${value}`,
        );
        compared += 1;
      }
    }
  }
  ok(compared > 200, `${compared} figures compared`);
});

test('parts are named as people know them', () => {
  const titles = partsBetween(scenario('stargate-announced'), scenario('power-late'), meta, words).map(
    ({ title }) => title,
  );
  ok(titles.includes('Grid wait'), titles.join(', '));
  ok(
    titles.every((title) => !title.includes('_')),
    titles.join(', '),
  );
});

test.run();
