import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readScenario, simulate } from '../../src/index.ts';

/*
 * On paper. An accelerator takes 2 kW × 1.25 = 2.5 kW of facility power, so a megawatt holds 400 of them at 70,000 dollars:
 * 28 million. Building 11.5, grid 0.5: a megawatt costs 40 million, and 60 billion dollars buy 1,500 MW.
 *
 * month 0  the money comes during the month
 * month 1  60 billion are free; contracting takes one month, so all 1,500 MW are started during it
 * month 2  first of three stages of construction, one month each; a third of 18 billion is paid in each
 * month 5  finished, and ready at once, for there is no fit-out; 18 billion spent, 42 billion of chips are delivered
 * month 6  chips stand; commissioning takes a month
 * month 7  1,500 MW in use; 60 billion spent; nothing left
 */
const projection = simulate(readScenario(readFileSync(new URL('./paper.yaml', import.meta.url), 'utf8')));
const months = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'];
const series = (id: string) => months.map((month) => projection.at(id, month));
const near = (found: number, wanted: number, what: string) =>
  assert.ok(Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)), `${what}: ${found} instead of ${wanted}`);
const follow = (id: string, wanted: readonly number[]) => {
  assert.is(wanted.length, months.length, 'the paper has a figure for every month');
  for (const [index, value] of series(id).entries()) near(value, wanted[index] as number, `${id} in month ${index}`);
};

test('a megawatt costs 40 million dollars', () =>
  near(projection.at('expected_cost_per_mw.only', '2025-02'), 40e6, 'cost'));

test('1,500 MW are started, built, filled and used when the paper says', () => {
  follow('facility_started', [0, 0, 1500, 1500, 1500, 1500, 1500, 1500, 1500]);
  follow('facility_finished', [0, 0, 0, 0, 0, 1500, 1500, 1500, 1500]);
  follow('facility_ready', [0, 0, 0, 0, 0, 1500, 1500, 1500, 1500]);
  follow('chips_placed', [0, 0, 0, 0, 0, 0, 1500, 1500, 1500]);
  follow('facility_in_use', [0, 0, 0, 0, 0, 0, 0, 1500, 1500]);
});

test('the money is spent when the paper says', () => {
  follow('committed_total', [0, 0, 60e9, 60e9, 60e9, 60e9, 60e9, 60e9, 60e9]);
  follow('spent_total', [0, 0, 0, 6e9, 12e9, 18e9, 60e9, 60e9, 60e9]);
  follow('idle.fund', [0, 60e9, 0, 0, 0, 0, 0, 0, 0]);
  follow('spending_building', [0, 0, 69e9, 69e9, 69e9, 0, 0, 0, 0]);
  follow('spending_it', [0, 0, 0, 0, 0, 504e9, 0, 0, 0]);
});

test('accelerators, electricity and jobs follow', () => {
  near(projection.at('accelerators_in_use', '2025-08'), 600_000, 'accelerators');
  near(projection.at('h100e_in_use', '2025-08'), 600_000 * 2.53, 'H100-equivalents');
  near(projection.at('it_in_use', '2025-08'), 1200, 'IT power');
  near(projection.at('electricity', '2025-08'), 1500 * 0.7 * 0.008766, 'electricity');
  near(projection.at('jobs_onsite', '2025-04'), 72e9 * 0.6e-6, 'on-site jobs');
  near(projection.at('jobs_operations', '2025-08'), 570, 'operations jobs');
  near(projection.at('job_years.construction', '2025-09'), 18e9 * 1.1e-6, 'construction job-years');
});

test('what binds is building, then chips on their way, then nothing', () => {
  assert.equal(series('binding.only'), [1, 1, 3, 3, 3, 4, 3, 0, 0]);
});

test.run();
