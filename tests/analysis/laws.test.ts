import fc from 'fast-check';
import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { checkProjection, simulate } from '../../src/index.ts';
import { having, randomScenario } from './random.ts';

/** Euler steps and orders of summing move a number by this share of the largest there is. */
const NOISE = 1e-6;

test('balances and stages hold for any levers', () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => equal(checkProjection(simulate(scenario)), [])),
    { numRuns: 150 },
  );
});

test('dearer chips never give more cumulative commissioned megawatts', () => {
  fc.assert(
    fc.property(randomScenario, fc.double({ min: 1.01, max: 4, noNaN: true }), (scenario, times) => {
      const keep = ['facility_commissioned', 'it_cost'];
      const run = simulate(scenario, { keep });
      const dearer = simulate(having(scenario, 'it_cost', run.at('it_cost', '2025-01') * times), { keep });
      const [before, after] = [
        run.at('facility_commissioned', '2040-01'),
        dearer.at('facility_commissioned', '2040-01'),
      ];
      ok(after <= before * (1 + NOISE), `${before} MW, and ${after} with chips ${times} times as dear`);
    }),
    { numRuns: 150 },
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
    { numRuns: 150 },
  );
});

test.run();
