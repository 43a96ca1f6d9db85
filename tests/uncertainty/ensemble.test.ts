import { test } from 'uvu';
import { equal, is, ok, unreachable } from 'uvu/assert';
import { type Ensemble, type EnsembleOptions, ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { membersOf } from '../../src/analysis/uncertainty/members.ts';
import { inThisThread, type Runner } from '../../src/analysis/uncertainty/runner.ts';
import { readScenario, type Scenario, scenarios, simulate } from '../../src/index.ts';
import { workerThreads } from '../../src/node/worker-threads.ts';

const central = scenarios.find(({ id }) => id === 'stargate-central')!;
const IDS = ['facility_in_use', 'facility_in_use.abilene', 'spent_total', 'npv', 'irr', 'peak_jobs'];
const LEVELS = ['p5', 'p25', 'p50', 'p75', 'p95'] as const;

const memberOf = (...[scenario, options, member]: [Scenario, EnsembleOptions, number]) =>
  membersOf(scenario, options, [member])[0]!;

/** Everything that an ensemble says in numbers, as one text. */
function told({ bands, headlines, chances, members }: Ensemble): string {
  const series = Object.values(bands).map((band) => LEVELS.map((level) => [...band[level]].map(String)));
  return JSON.stringify([members, series, headlines, chances]);
}

const TARGETS = { half: { of: 'facility_in_use', at: '2029-06', least: 5500 }, cheap: { of: 'peak_jobs', most: 1e5 } };
const OPTIONS: EnsembleOptions = { members: 100, ids: IDS, targets: TARGETS };
const whole = await ensemble(central, OPTIONS);
/** Starting a thread takes most of a second from the sources: several tests share this one. */
const single = workerThreads(1);

test('every member is a single run of the same inputs, to the bit', () => {
  for (const member of [0, 1, 63, 64, 99]) {
    const { inputs, series, headlines } = memberOf(central, OPTIONS, member);
    is(inputs.size, whole.levers);
    const alone = simulate(central, { choose: inputs });
    for (const [id, values] of series) equal(values, alone.series(id).values, id);
    for (const [id, value] of headlines) is(value, alone.headline(id).value, id);
  }
});

test('so it is where shares balance: all of them are drawn, and made to sum to one', () => {
  const fabs = scenarios.find(({ id }) => id === 'fabs-7-trillion')!;
  const { inputs, series } = memberOf(fabs, { members: 9, ids: ['wafer_starts', 'plant_split.logic'] }, 3);
  const split = ['logic', 'memory', 'packaging'].map((plant) => inputs.get(`${plant}.plant_split`)!);
  const sum = split.reduce((total, share) => total + share, 0);
  ok(Math.abs(sum - 1) > 1e-6);
  ok(Math.abs(series.get('plant_split.logic')![0]! - split[0]! / sum) < 1e-12);
  equal(series.get('wafer_starts'), simulate(fabs, { choose: inputs }).series('wafer_starts').values);
});

test('bands and distributions are the quantiles of the members', () => {
  const runs = Array.from({ length: 100 }, (_, member) => memberOf(central, OPTIONS, member));
  for (const [id, step] of [
    ['facility_in_use', 60],
    ['facility_in_use.abilene', 20],
    ['spent_total', 180],
  ] as const) {
    const sorted = Float64Array.from(runs, ({ series }) => series.get(id)![step]!).sort();
    equal(whole.distribution(id, step), sorted);
    is(whole.bands[id]?.p50[step], sorted[49]! + (sorted[50]! - sorted[49]!) * 0.5);
    is(whole.bands[id]?.p5[step], sorted[4]! + (sorted[5]! - sorted[4]!) * (0.05 * 99 - 4));
  }
  const npv = Float64Array.from(runs, ({ headlines }) => headlines.get('npv') ?? Number.NaN).sort();
  equal(whole.distribution('npv'), npv);
  is(whole.headlines.npv?.p50, npv[49]! + (npv[50]! - npv[49]!) * 0.5);
  is(whole.headlines.npv?.none, 0);
});

test('the chance of a target is the share of members that meet it', () => {
  const at = Array.from({ length: 100 }, (_, member) => {
    const { inputs } = memberOf(central, OPTIONS, member);
    return simulate(central, { choose: inputs, keep: ['facility_in_use'] }).at('facility_in_use', '2029-06');
  });
  const met = at.filter((value) => value >= 5500).length;
  ok(met > 10 && met < 90, `${met} of 100 meet it, which tells little`);
  const { half } = whole.chances;
  equal([half?.met, half?.chance, half?.members], [met, met / 100, 100]);
  ok(Math.abs(half!.standardError - Math.sqrt((met / 100) * (1 - met / 100)) / 10) < 1e-12);
});

test('1, 2 and 3 threads and this one give the same bytes, and so does any order of answers', async () => {
  const wanted = told(whole);
  is(told(await ensemble(central, { ...OPTIONS, runner: single })), wanted, '1 thread');
  for (const count of [2, 3]) {
    const runner = workerThreads(count);
    is(told(await ensemble(central, { ...OPTIONS, runner })), wanted, `${count} threads`);
    await runner.close();
  }
  // Each answer waits for the one after it, as far as two are under way.
  let turn = 0;
  const waits = [2, 0, 2, 0, 0, 0];
  const late: Runner = {
    async open(job) {
      const session = await inThisThread().open(job);
      const run: typeof session.run = async (task) => {
        const pauses = waits[turn % waits.length] ?? 0;
        turn += 1;
        for (let n = 0; n < pauses; n += 1) await new Promise((done) => setTimeout(done, 1));
        return session.run(task);
      };
      return { ...session, workers: 2, run };
    },
  };
  is(told(await ensemble(central, { ...OPTIONS, runner: late })), wanted);
});

test('bands come with the first few hundred members, and again with twice as many; then the same as at once', async () => {
  const few = { members: 520, ids: ['spent_total'], targets: {} };
  const seen: Ensemble[] = [];
  const steps: number[] = [];
  const all = await ensemble(central, {
    ...few,
    onBands: (bands) => seen.push(bands),
    onProgress: (done) => steps.push(done),
  });
  equal(
    seen.map(({ members, asked }) => [members, asked]),
    [
      [256, 520],
      [512, 520],
    ],
  );
  is(steps.at(-1), 520);
  ok(steps.every((done, n) => done > (steps[n - 1] ?? 0)));
  is(told(all), told(await ensemble(central, few)));
  // What was seen early stays as it was, and was near already.
  const [first] = seen;
  ok(Math.abs(first!.bands.spent_total!.p50[60]! / all.bands.spent_total!.p50[60]! - 1) < 0.05);
});

test('when cancelled, what has come is the result: the first members, and it says so', async () => {
  const cancel = { aborted: false };
  const half = await ensemble(central, {
    ...OPTIONS,
    members: 1000,
    cancel,
    onProgress: (done) => {
      cancel.aborted = done >= 128;
    },
  });
  is(half.asked, 1000);
  ok(half.members >= 128 && half.members < 400, `${half.members} members`);
  is(half.distribution('npv').length, half.members);
  is(half.chances.half?.members, half.members);
});

test('beyond the memory there is, digests answer, and it says so', async () => {
  const options = { members: 300, ids: ['spent_total', 'npv'], targets: {} };
  const [kept, digested] = [await ensemble(central, options), await ensemble(central, { ...options, memory: 1e5 })];
  is(kept.quantiles, 'exact');
  is(digested.quantiles, 't-digest');
  ok(Math.abs(digested.headlines.npv!.p50! / kept.headlines.npv!.p50! - 1) < 0.05);
});

test('fields of commitments and sites can be uncertain, in any distribution, and correlate', async () => {
  const text = `
format: buildout/1
title: Uncertain fields
description: A commitment and a site with ranges.
commitments:
  - id: one
    title: One
    total: { low: 100 billion USD, central: 300 billion USD, high: 500 billion USD, distribution: uniform }
    start: 2025-01
    years: { low: 3 years, central: 4 years, high: 5 years, distribution: normal }
    buys: data centres
sites:
  - { id: here, title: Here, region: ercot, start: 2025-01, share: 60 %, grid_wait: { low: 1 year, central: 2 years, high: 4 years } }
uncertainty: { seed: 7, correlations: [[one.total, here.grid_wait, 0.9]] }
`;
  const scenario = readScenario(text);
  const inputs = Array.from(
    { length: 200 },
    (_, member) => memberOf(scenario, { members: 200, ids: ['npv'] }, member).inputs,
  );
  const of = (lever: string) => inputs.map((one) => one.get(lever)!);
  const total = of('one.total');
  ok(Math.min(...total) < 102e9 && Math.max(...total) > 498e9);
  ok(of('here.grid_wait').every((years) => years >= 1 && years <= 4));
  const late = of('here.grid_wait').filter((_, n) => total[n]! > 400e9);
  ok(late.reduce((sum, years) => sum + years, 0) / late.length > 2.5);
  const sure = inputs[0]!;
  for (const lever of ['grid_wait', 'one.start', 'here.share', 'perimeter'])
    equal([lever, sure.has(lever)], [lever, lever === 'grid_wait']);
  const all = await ensemble(scenario, { members: 64, ids: ['spent_total'] });
  ok(all.bands.spent_total!.p95.at(-1)! > 2 * all.bands.spent_total!.p5.at(-1)!);
});

test('one more uncertain lever leaves the draws of all others as they were', () => {
  const more = {
    ...central,
    assumptions: { ...central.assumptions, discount_rate: { central: 0.08, low: 0.08, high: 0.08 } },
  };
  const [a, b] = [memberOf(central, OPTIONS, 5).inputs, memberOf(more, OPTIONS, 5).inputs];
  is(b.size, a.size - 1);
  for (const [lever, value] of b) is(value, a.get(lever), lever);
});

test('names, numbers of members and correlations that cannot be are refused in words', async () => {
  const refused = async (options: EnsembleOptions, words: RegExp, scenario = central): Promise<void> => {
    let message = '';
    try {
      await ensemble(scenario, { members: 10, ...options });
    } catch (error) {
      message = error instanceof RangeError ? error.message : String(error);
    }
    ok(words.test(message), message);
  };
  await refused({ ids: ['facility_in_us'] }, /did you mean "facility_in_use"/);
  await refused({ members: 0 }, /0 is not a number of members/);
  await refused({ targets: { x: { of: 'npv', at: '2030-01', least: 0 } } }, /one number of the whole run/);
  await refused({ targets: { x: { of: 'spending', at: '2090-01', least: 0 } } }, /outside the run/);
  const wrong = {
    ...central,
    uncertainty: {
      seed: 1,
      correlations: [
        ['grid_wait', 'pue', 0.9],
        ['pue', 'slip', 0.9],
      ] as const,
    },
  };
  await refused({}, /contradict each other.*grid_wait and pue by 0.9/, wrong);
  await refused({ runner: single }, /contradict each other/, wrong);
});

test('a thread that is told nonsense says so, and the run fails', async () => {
  const session = await single.open({
    scenario: central,
    ids: ['nothing'],
    sampling: { members: 1, seed: 1, method: 'random' },
  });
  try {
    await session.run({ kind: 'members', from: 0, to: 1 });
    unreachable();
  } catch (error) {
    ok(error instanceof Error && /no series or headline "nothing"|no job/.test(error.message), String(error));
  }
  await single.close();
});

test.run();
