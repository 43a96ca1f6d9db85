import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import type { Axis } from '../../src/analysis/uncertainty/axes.ts';
import { quantilesOf } from '../../src/analysis/uncertainty/distributions.ts';
import { type Importance, importance, importanceOf } from '../../src/analysis/uncertainty/importance.ts';
import { rankCorrelation, ranks } from '../../src/analysis/uncertainty/ranks.ts';
import type { Session } from '../../src/analysis/uncertainty/runner.ts';
import type { Subject } from '../../src/analysis/uncertainty/subject.ts';
import { type Sampling, workWith } from '../../src/analysis/uncertainty/work.ts';
import { scenarios, setLever, simulate } from '../../src/index.ts';
import { workerThreads } from '../../src/node/worker-threads.ts';

const central = scenarios.find(({ id }) => id === 'stargate-central')!;

function axis(lever: string, low: number, high: number, group?: string): Axis {
  const range = { low, central: (low + high) / 2, high };
  const quantiles = quantilesOf('uniform', range)!;
  const own = { lever, title: lever, unit: '1', range, distribution: 'uniform', quantiles, whole: false } as const;
  return group === undefined ? own : { ...own, group };
}

/** Indices of any function of some numbers, through the code that does them for scenarios. */
function indicesOf(
  f: (x: readonly number[]) => number,
  axes: readonly Axis[],
  members: number,
  method: Sampling['method'] = 'latin-hypercube',
): Promise<Omit<Importance, 'output' | 'at' | 'seed'>> {
  const subject: Subject = {
    levers: axes.map(({ lever }) => lever),
    outputs: [{ id: 'f', kind: 'headline', title: 'f', unit: '1' }],
    times: new Float64Array(0),
    width: 1,
    run(values, into, offset) {
      into[offset] = f([...values]);
    },
  };
  const sampling: Sampling = { members, seed: 11, method };
  const work = workWith(subject, axes, sampling);
  const session: Session = { workers: 1, run: async (task) => work(task), close() {} };
  return importanceOf(session, { axes, sampling, width: 1, answer: (results, offset) => results[offset]! }, {});
}

const PI = Math.PI;
const ISHIGAMI = [axis('x1', -PI, PI), axis('x2', -PI, PI), axis('x3', -PI, PI)];
const ishigami = ([x1 = 0, x2 = 0, x3 = 0]: readonly number[]) =>
  Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);

/** As published for a = 7, b = 0.1 (Ishigami and Homma, 1990; Saltelli and others, "Global Sensitivity Analysis", 2008). */
const PUBLISHED: Readonly<Record<string, readonly [first: number, total: number]>> = {
  x1: [0.3139, 0.5576],
  x2: [0.4424, 0.4424],
  x3: [0, 0.2437],
};

for (const method of ['latin-hypercube', 'random'] as const) {
  test(`Ishigami's function has its published indices, within the standard errors that are told (${method})`, async () => {
    const { rows, members, runs } = await indicesOf(ishigami, ISHIGAMI, 8192, method);
    equal([members, runs], [8192, 8192 * 5]);
    for (const { lever, firstOrder, firstOrderError, total, totalError } of rows) {
      const [first, whole] = PUBLISHED[lever]!;
      ok(Math.abs(firstOrder - first) < 3.5 * firstOrderError, `${lever}: first ${firstOrder} ± ${firstOrderError}`);
      ok(Math.abs(total - whole) < 3.5 * totalError, `${lever}: total ${total} ± ${totalError}`);
      ok(firstOrderError < 0.03 && totalError < 0.02, `${lever}: errors ${firstOrderError}, ${totalError}`);
    }
  });
}

test('standard errors shrink with the root of the members', async () => {
  const [few, many] = [await indicesOf(ishigami, ISHIGAMI, 500), await indicesOf(ishigami, ISHIGAMI, 8000)];
  for (const lever of ['x1', 'x2', 'x3']) {
    const of = ({ rows }: typeof few) => rows.find((row) => row.lever === lever)!;
    const ratio = of(few).totalError / of(many).totalError;
    ok(ratio > 3 && ratio < 5.3, `${lever}: ${ratio}, not 4`);
  }
});

test('a sum of parts: shares of the variance, ranks that agree, and what does nothing has exactly nothing', async () => {
  const axes = [axis('a', 0, 4), axis('b', 0, 2), axis('c', 0, 1)];
  const { rows, scatter } = await indicesOf(([a = 0, b = 0]) => a - b, axes, 2000);
  const [a, b, c] = rows;
  equal([a?.lever, b?.lever, c?.lever], ['a', 'b', 'c']);
  for (const [row, share] of [
    [a, 0.8],
    [b, 0.2],
  ] as const) {
    ok(Math.abs(row!.firstOrder - share) < 3.5 * row!.firstOrderError && row!.firstOrderError < 0.05);
    ok(Math.abs(row!.total - share) < 3.5 * row!.totalError && row!.totalError < 0.05);
  }
  ok(a!.rankCorrelation > 0.85 && b!.rankCorrelation < -0.35);
  equal([c!.firstOrder, c!.total, c!.totalError, c!.inert], [0, 0, 0, true]);
  const { inputs, outputs } = scatter('a');
  equal([inputs.length, outputs.length], [4000, 4000]);
  is(rankCorrelation(inputs, outputs), a!.rankCorrelation);
});

test('what balances is one row', async () => {
  const axes = [axis('a', 1, 2, 'shares'), axis('b', 1, 2, 'shares'), axis('c', 0, 1)];
  const { rows, runs } = await indicesOf(([a = 0, b = 0, c = 0]) => a / (a + b) + 0.01 * c, axes, 500);
  is(runs, 500 * 4);
  equal(
    rows.map(({ lever, levers }) => [lever, levers]),
    [
      ['shares', ['a', 'b']],
      ['c', ['c']],
    ],
  );
  ok(rows[0]!.total > 0.85 && rows[1]!.total < 0.01);
});

test('members that have no value for one of their runs are left out, and counted', async () => {
  const axes = [axis('a', 0, 1), axis('b', 0, 1)];
  const { members, leftOut, asked } = await indicesOf(([a = 0, b = 0]) => (a < 0.1 ? Number.NaN : a + b), axes, 1000);
  is(asked, 1000);
  is(members + leftOut, 1000);
  // Of each member its own a and its twin's: 19 % have none for one of them.
  ok(leftOut > 160 && leftOut < 220, `${leftOut}`);
});

test('of a scenario: the same rows in threads and here, drawn as independent, and shares as one', async () => {
  const question = { of: 'facility_in_use', at: '2030-01' };
  const options = { members: 8 };
  const here = await importance(central, question, options);
  const correlated = {
    ...central,
    uncertainty: { seed: central.uncertainty.seed, correlations: [['slip', 'pue', 0.9]] as const },
  };
  const runner = workerThreads(2);
  const there = await importance(correlated, question, { ...options, runner });
  await runner.close();
  equal(there.rows, here.rows);
  equal([here.output.unit, here.at, here.members], ['MW', '2030-01', 8]);
  ok(here.rows.find(({ lever }) => lever === 'tax_rate')?.inert ?? true);
  const top = here.rows.slice(0, 20).map(({ lever }) => lever);
  ok(top.includes('slip') && top.includes('it_cost'), top.join(', '));
  for (let n = 1; n < here.rows.length; n += 1) ok(here.rows[n - 1]!.total >= here.rows[n]!.total);
  const fabs = scenarios.find(({ id }) => id === 'fabs-7-trillion')!;
  const split = await importance(fabs, { of: 'wafer_starts', at: '2035-01' }, { members: 4 });
  equal(split.rows.find(({ lever }) => lever === 'plant_split')?.levers, [
    'logic.plant_split',
    'memory.plant_split',
    'packaging.plant_split',
  ]);
  // The cloud of points is made of runs.
  const { inputs, outputs } = here.scatter('slip');
  equal([inputs.length, outputs.length], [16, 16]);
  ok(new Set(inputs).size === 16 && outputs.every((value) => value >= 0));
});

test('an output that nothing moves has no variance to share', async () => {
  const { rows } = await importance(central, { of: 'announced_total', at: '2030-01' }, { members: 2 });
  ok(rows.every(({ total, firstOrder, inert }) => total === 0 && firstOrder === 0 && inert));
  is(
    simulate(setLever(central, 'slip', 3)).at('announced_total', '2030-01'),
    simulate(central).at('announced_total', '2030-01'),
  );
});

test('ranks share ties', () => {
  equal([...ranks(Float64Array.of(10, 30, 20, 20))], [0, 3, 1.5, 1.5]);
  is(rankCorrelation(Float64Array.of(1, 2, 3), Float64Array.of(1, 8, 27)), 1);
  is(rankCorrelation(Float64Array.of(1, 2, 3), Float64Array.of(5, 5, 5)), 0);
});

test.run();
