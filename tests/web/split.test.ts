import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { simulate } from '../../src/analysis/project.ts';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { partsBetween } from '../../web/worker/mixture.ts';
import { MOST_EXACT, shapley } from '../../web/worker/shapley.ts';
import { split } from '../../web/worker/split.ts';

const words = { commitments: 'Commitments', shares: 'Shares', region: 'Region', span: 'Time' };
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

/** A copy with other fields of a site. */
const withSite = (from: Scenario, id: string, fields: Record<string, number>, region?: string): Scenario => ({
  ...from,
  sites: from.sites.map((site) =>
    site.id !== id
      ? site
      : {
          ...site,
          ...(region === undefined ? {} : { region }),
          fields: {
            ...site.fields,
            ...Object.fromEntries(Object.entries(fields).map(([field, central]) => [field, { central }])),
          },
        },
  ),
});

test('a share, a region and other fields of a site are parts of their own', () => {
  const central = scenario('stargate-central');
  const changed = withSite(central, 'abilene', { share: 0.5, grid_wait: 72, construction_time: 36 });
  const titles = (second: Scenario): string[] => partsBetween(central, second, meta, words).map(({ title }) => title);
  equal(titles(changed).sort(), [
    'Abilene TX: Construction time',
    'Abilene TX: Grid wait',
    'Abilene TX: Share of the programme',
  ]);
  equal(titles(withSite(changed, 'saline', { share: 0.02 }, 'pjm')).sort(), [
    'Abilene TX: Construction time',
    'Abilene TX: Grid wait',
    'Saline Township MI: Region',
    'Shares',
  ]);
});

test('sites that only one scenario has are a part each, and in every mixture the shares of all sites are 100 %', async () => {
  const [first, second] = [scenario('stargate-announced'), scenario('stargate-central')];
  const parts = partsBetween(first, second, meta, words);
  const titles = parts.map(({ title }) => title);
  for (const { id, title } of second.sites) is(titles.includes(title), id !== 'abilene', title);
  const share = meta.records.find(({ id }) => id === 'site_share');
  ok(share !== undefined);
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: parts.length, maxLength: parts.length }), (taken) => {
      const mixture = parts.reduce(
        (into, part, index) => (taken[index] ? part.take(into) : into),
        withSite(first, 'abilene', { share: 0.9 }),
      );
      const { frame, items } = resolve(mixture, meta);
      const shares = frame.slice(share.slot, share.slot + (items.sites?.length ?? 0));
      return near(
        shares.reduce((sum, one) => sum + one, 0),
        1,
        1,
      );
    }),
    { numRuns: 50, seed: 3 },
  );
  const read = (of: Scenario): number => simulate(of, { keep: ['facility_in_use'] }).at('facility_in_use', '2030-01');
  const split = await shapley(
    parts.length,
    (taken) => read(parts.reduce((into, part, index) => (taken[index] ? part.take(into) : into), first)),
    4,
  );
  const gap = read(second) - read(first);
  ok(near(split?.parts.reduce((sum, part) => sum + part, 0) ?? Number.NaN, gap, Math.abs(gap)));
});

test('dates stay on the calendar in a mixture that begins in another month', () => {
  const [first, second] = [scenario('stargate-announced'), scenario('compute-target-2026')];
  const parts = partsBetween(first, second, meta, words);
  const span = parts.find(({ title }) => title === 'Time');
  const mixture = span?.take(first);
  is(mixture?.start, second.start);
  is(mixture?.commitments[0]?.fields.start?.central, -12);
});

const asked = (from: Scenario, to: Scenario, of: string, at?: string) =>
  split({ type: 'split', id: 1, from, to, of, ...(at === undefined ? {} : { at }), words });

test('two scenarios without a common commitment have their gap shared out in whatever both have', async () => {
  const [first, second] = [scenario('stargate-announced'), scenario('fabs-5-trillion')];
  for (const of of ['npv', 'irr']) {
    const found = await asked(first, second, of);
    ok(found !== undefined && 'parts' in found, of);
    ok(
      near(
        found.parts.reduce((sum, { value }) => sum + value, 0),
        found.to - found.from,
        Math.abs(found.to - found.from),
      ),
    );
    ok(found.parts.some(({ title }) => title === 'Commitments'));
  }
});

test('a scenario that has no such number itself is named', async () => {
  const short = { ...scenario('stargate-central'), title: 'Short', horizon: '2032-12' };
  equal(await asked(scenario('stargate-announced'), short, 'fabs_running', '2035-01'), { lacking: ['Short'] });
});

test.run();
