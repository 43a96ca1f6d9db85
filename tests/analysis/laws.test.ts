import fc from 'fast-check';
import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { project } from '../../src/analysis/project.ts';
import type { Row } from '../../src/analysis/rows.ts';
import { type Evaluator, evaluator } from '../../src/engine/evaluate.ts';
import { docs } from '../../src/generated/docs.ts';
import { meta } from '../../src/generated/meta.ts';
import { checkProjection, type Scenario, scenarios, simulate } from '../../src/index.ts';
import { having, randomScenario } from './random.ts';

/** Euler steps and orders of summing move a number by this share of the largest there is. */
const NOISE = 1e-6;

test('balances and stages hold for any levers', () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => equal(checkProjection(simulate(scenario)), [])),
    { numRuns: 100 },
  );
});

test('what enters a delay leaves it or is still under way, for any levers', () => {
  const delays = meta.records
    .filter(({ kind }) => kind === 'delay')
    .map((record) => ({
      record,
      input: evaluator(docs[record.id]?.parsed.input ?? { kind: 'number', value: Number.NaN }),
    }));
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      for (const { record, input } of delays) checkDelay(scenario, record.id, input);
    }),
    { numRuns: 5 },
  );
  ok(delays.length > 5);
});

function checkDelay(scenario: Scenario, id: string, input: Evaluator): void {
  const run = project(scenario);
  const records = new Map(meta.records.map((record) => [record.id, record]));
  const years = run.inputs.step / 12;
  for (const { items } of run.names.get(id)?.rows ?? rowsOf(run.names, id)) {
    const over = records.get(id)?.over ?? [];
    const at = Object.fromEntries(over.map((set, n) => [set, items[n] ?? 0]));
    const value = (name: string, k: number, here: Readonly<Record<string, number>> = at): number => {
      if (name === 'time_step') return run.inputs.step;
      if (name === 'time') return k * run.inputs.step;
      const record = records.get(name);
      if (record === undefined) throw new Error(`${id} uses ${name}`);
      return run.valueOf({ record, items: record.over.map((set) => here[set] ?? 0) }, k);
    };
    const held = (k: number): number => [1, 2, 3].reduce((sum, stage) => sum + value(`${id}_${stage}`, k), 0);
    let [entered, left] = [held(0), 0];
    for (let k = 0; k < run.run.steps; k += 1) {
      const values = { value: (name: string, here: Readonly<Record<string, number>>) => value(name, k, here), size };
      entered += input(values, at) * years;
      left += value(id, k) * years;
    }
    const rest = held(run.run.steps);
    const scale = Math.max(Math.abs(entered), Math.abs(left), 1e-9);
    ok(Math.abs(entered - left - rest) <= 1e-9 * scale, `${id}: ${entered} entered, ${left} left, ${rest} under way`);
  }

  function size(set: string): number {
    return run.inputs.items[set]?.length ?? 0;
  }
}

/** The rows of a record whose items do not add up. */
function rowsOf(names: ReadonlyMap<string, { readonly rows: readonly Row[] }>, id: string): Row[] {
  return [...names].flatMap(([name, { rows }]) => (name.startsWith(`${id}.`) ? rows : []));
}

/** Megawatts ever commissioned by the end, with chips at some times their price. */
function commissioned(scenario: Scenario, times: number): number {
  const price = simulate(scenario, { keep: [] }).series('it_cost').values[0] ?? Number.NaN;
  const dear = simulate(having(scenario, 'it_cost', price * times), { keep: ['facility_commissioned'] });
  return dear.series('facility_commissioned').values.at(-1) ?? Number.NaN;
}

test('dearer chips never give more cumulative commissioned megawatts in a scenario that ships', () => {
  for (const scenario of scenarios) {
    const found = [1, 1.01, 1.05, 1.1, 1.25, 1.5, 2, 3, 4].map((times) => commissioned(scenario, times));
    for (const [n, value] of found.entries()) {
      if (n > 0) ok(value <= (found[n - 1] ?? 0) * (1 + NOISE), `${scenario.id}: ${found.join(', ')} MW`);
    }
  }
});

/**
 * Megawatts whose chips were due and to be had, and waited for money. With a look-ahead more halls may be started than cash can fill in
 * time, for buildings are paid first; dearer chips mean fewer starts, so that fewer then wait. A month's supply that nobody
 * could pay is gone, and so the dearer programme can end with more: never by more than what waited.
 */
function waitedForMoney(scenario: Scenario): number {
  const [due, supply, affordable] = ['first_chips_wanted_total', 'first_supply', 'first_chips_money'].map(
    (id) => simulate(scenario, { keep: [id] }).series(id).values,
  ) as [Float64Array, Float64Array, Float64Array];
  const years = scenario.step / 12;
  return due.reduce((sum, rate, k) => {
    const had = Math.min(rate, supply[k] ?? 0);
    return sum + Math.max(0, had - (affordable[k] ?? 0)) * years;
  }, 0);
}

test('dearer chips never give more cumulative commissioned megawatts, for any levers and sites, but for chips that waited for money', () => {
  fc.assert(
    fc.property(randomScenario, fc.double({ min: 1.01, max: 4, noNaN: true }), (scenario, times) => {
      const [before, after] = [commissioned(scenario, 1), commissioned(scenario, times)];
      if (after <= before * (1 + NOISE)) return;
      const waited = waitedForMoney(scenario);
      ok(after - before <= waited, `${before} MW, and ${after} with chips ${times} times as dear; ${waited} waited`);
    }),
    { numRuns: 200 },
  );
});

test('a longer grid wait of a site never gives that site its power earlier', () => {
  fc.assert(
    fc.property(randomScenario, fc.double({ min: 0.1, max: 6, noNaN: true }), (scenario, longer) => {
      const id = 'facility_energised.s1';
      const wait = scenario.sites[0]?.fields.grid_wait?.central ?? 0;
      const before = simulate(scenario, { keep: [id] }).series(id).values;
      const after = simulate(having(scenario, 's1.grid_wait', wait + longer), { keep: [id] }).series(id).values;
      const early = after.findIndex((value, k) => value > (before[k] ?? 0) * (1 + NOISE) + 1e-9);
      ok(early < 0, `month ${early}: ${before[early]} MW, and ${after[early]} with a wait ${longer} years longer`);
    }),
    { numRuns: 100 },
  );
});

test.run();
