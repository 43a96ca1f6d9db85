import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, ok, throws } from 'uvu/assert';
import { distributionAt, histogram } from '../../src/analysis/uncertainty/distribution.ts';
import { ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { drawTable, runTable } from '../../src/analysis/uncertainty/member-table.ts';
import { membersOf } from '../../src/analysis/uncertainty/members.ts';
import { uncertainLevers } from '../../src/analysis/uncertainty/uncertain.ts';
import { scenarios, setLever } from '../../src/index.ts';
import { workerThreads } from '../../src/node/worker-threads.ts';

const central = scenarios.find(({ id }) => id === 'stargate-central')!;
const OPTIONS = { members: 50, ids: ['facility_in_use', 'payback'], targets: {} };

test('a histogram holds every value once, in bins of one round width', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 2, maxLength: 60 }),
      fc.integer({ min: 1, max: 40 }),
      (list, bins) => {
        const values = Float64Array.from(list).sort();
        const { edges, shares } = histogram(values, bins);
        is(edges.length, shares.length + 1);
        ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
        ok(edges[0]! <= values[0]! && edges.at(-1)! >= values.at(-1)!);
        ok(shares.length <= bins + 2, `${shares.length} bins for ${bins}`);
        for (const [n, share] of shares.entries()) {
          const last = n === shares.length - 1;
          const inside = values.filter((value) => value >= edges[n]! && (value < edges[n + 1]! || last));
          ok(Math.abs(share - inside.length / values.length) < 1e-9, `bin ${n}`);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('the ends of bins read well, and few or equal values have a histogram too', () => {
  const { edges } = histogram(Float64Array.of(0.31, 0.42, 0.87, 1.04), 8);
  equal([...edges], [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1]);
  equal(histogram(Float64Array.of(7, 7, 7)), { edges: Float64Array.of(7, 7), shares: Float64Array.of(1) });
  equal(histogram(new Float64Array(0)).shares.length, 0);
});

test('a distribution is the values of all members in one month, and counts those without one', async () => {
  const found = await ensemble(central, OPTIONS);
  const members = membersOf(central, OPTIONS, [...Array(50).keys()]);
  const power = distributionAt(found, { of: 'facility_in_use', at: '2030-01' });
  equal(power.values, Float64Array.from(members, ({ series }) => series.get('facility_in_use')![60]!).sort());
  equal([power.output.unit, power.at, power.none, power.members], ['MW', '2030-01', 0, 50]);
  const back = members.flatMap(({ headlines }) => headlines.get('payback') ?? []);
  const payback = distributionAt(found, { of: 'payback' });
  equal(payback.values, Float64Array.from(back).sort());
  equal([payback.at, payback.none], [null, 50 - back.length]);
  throws(() => distributionAt(found, { of: 'spending' }), /not kept/);
  throws(() => distributionAt(found, { of: 'payback', at: '2030-01' }), /one number of the whole run/);
  throws(() => distributionAt(found, { of: 'facility_in_use', take: 'max' }), /at its largest/);
  throws(() => distributionAt(found, { of: 'facility_in_use', at: '2060-01' }), /outside the run/);
});

test('between two steps there are no values of members, and it is said which months there are', async () => {
  const coarse = await ensemble({ ...central, step: 3 }, { ...OPTIONS, members: 5 });
  is(distributionAt(coarse, { of: 'facility_in_use', at: '2030-04' }).values.length, 5);
  throws(() => distributionAt(coarse, { of: 'facility_in_use', at: '2030-05' }), /ask for 2030-04 or 2030-07/);
});

test('tables of members are the same wherever they are run, in pieces that follow each other', async () => {
  const runner = workerThreads(2);
  const rowsOf = async (make: typeof drawTable, more: object): Promise<number[]> => {
    const all: number[] = [];
    const table = make(central, { members: 150, ids: ['facility_in_use'], seed: 8, ...more });
    const done = await table.rows(async (rows) => {
      await Promise.resolve();
      all.push(...rows);
    });
    is(done, 150);
    equal(all.length % table.columns.length, 0);
    return all;
  };
  for (const make of [drawTable, runTable]) equal(await rowsOf(make, { runner }), await rowsOf(make, {}));
  await runner.close();
  const cancel = { aborted: false };
  const table = drawTable(central, { members: 1000, ids: ['npv'], cancel });
  let rows = 0;
  const done = await table.rows((some) => {
    rows += some.length / table.columns.length;
    cancel.aborted = true;
  });
  ok(done === rows && done > 0 && done < 1000, `${done} done, ${rows} rows`);
});

test('uncertain levers are those that are drawn, and a range makes one more', () => {
  const names = uncertainLevers(central).map(({ lever }) => lever);
  equal(names, [...membersOf(central, OPTIONS, [0])[0]!.inputs.keys()]);
  is(names.includes('stargate.total'), false);
  const wider = setLever(central, 'stargate.total', {
    low: 3e11,
    central: 5e11,
    high: 6e11,
    distribution: 'triangular',
  });
  const total = uncertainLevers(wider).find(({ lever }) => lever === 'stargate.total');
  equal([total?.unit, total?.distribution, total?.range.high], ['USD', 'triangular', 6e11]);
});

test.run();
