import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readScenario, simulate } from '../../src/index.ts';

/*
 * On paper. An accelerator takes 2 kW × 1.25 = 2.5 kW of facility power, so a megawatt holds 400 of them at 70,000 dollars:
 * 28 million. Building 11.5, grid 0.5: a megawatt costs 40 million, and 60 billion dollars buy 1,500 MW.
 *
 * The money comes evenly during month 0. Contracting takes a month on average, and so does each of the three stages of
 * construction. What waits a month on average, and leaves as steadily as it came, is left to 1/e of itself after a month; of what
 * comes evenly in a month, 1/e has left again by its end:
 *
 *   in the month it comes  q = 1/e = 0.368 leaves, and p = 1 - q = 0.632 stays
 *   in the next            p of that leaves: p² = 0.400
 *   in those after         a q-th of the month before: 0.147, 0.054, 0.020 ...
 *
 * The halls started are 1,500 MW spread so once, those finished 1,500 MW spread so four times over, each time what left in a month
 * taken as even again. The halls begin with 1,500 × 0.368 = 552 MW in month 0 and 1,500 × 0.400 = 599 MW in month 1. There is no
 * fit-out; a hall gets its chips in the month after it is finished, and is commissioned in the month after that. Of the
 * 18 billion for building and grid a third of what is under construction falls due in a month; the 42 billion for chips are paid
 * as they come.
 */
const [q, p] = [1 / Math.E, 1 - 1 / Math.E];
const MONTHS = 24;

/** What leaves, month by month, when one megawatt comes in month 0. */
const leaving = Array.from({ length: MONTHS }, (_, month) => (month === 0 ? q : p ** 2 * q ** (month - 1)));
const spread = (coming: readonly number[]): number[] =>
  coming.map((_, month) =>
    coming.slice(0, month + 1).reduce((sum, part, before) => sum + part * (leaving[month - before] ?? 0), 0),
  );
/** What has come in all when a month begins. */
const soFar = (rates: readonly number[]): number[] =>
  rates.map((_, month) => rates.slice(0, month).reduce((sum, rate) => sum + rate, 0));
/** As it was some months before. */
const later = (values: readonly number[], by: number): number[] => values.map((_, month) => values[month - by] ?? 0);

const begun = leaving.map((share) => 1500 * share);
const started = soFar(begun);
const finished = soFar(spread(spread(spread(begun))));
const built = started.map((megawatts, month) => (megawatts - (finished[month] ?? 0)) / 3);
const filled = later(finished, 1);
const running = later(finished, 2);
const projection = simulate(readScenario(readFileSync(new URL('./paper.yaml', import.meta.url), 'utf8')));
const series = (id: string) => [...projection.series(id).values].slice(0, MONTHS);
const near = (found: number, wanted: number, what: string, within = 1e-9) =>
  assert.ok(
    Math.abs(found - wanted) <= within * Math.max(1, Math.abs(wanted)),
    `${what}: ${found} instead of ${wanted}`,
  );
const follow = (id: string, wanted: readonly number[], within?: number) => {
  assert.is(wanted.length, MONTHS, 'the paper has a figure for every month');
  const most = Math.max(...wanted);
  for (const [month, value] of series(id).entries()) {
    near(value / most, (wanted[month] ?? Number.NaN) / most, `${id} in month ${month}`, within);
  }
};
/** Chips live 30 years here, the longest the model takes: a few in ten thousand retire in two years. The paper has none. */
const BUT_FOR_AGE = 1e-3;

test('a megawatt costs 40 million dollars', () =>
  near(projection.at('expected_cost_per_mw.only', '2025-02'), 40e6, 'cost'));

test('the first figures of the paper, by hand', () => {
  near(begun[0] ?? 0, 551.819162, 'started in month 0', 1e-9);
  near(begun[1] ?? 0, 599.364601, 'started in month 1', 1e-9);
  near(finished[1] ?? 0, 1500 * 0.0183156389, 'finished in month 0: a fourth power of 1/e', 1e-9);
  near(started[MONTHS - 1] ?? 0, 1500, 'started in the end', 1e-9);
  near(finished[MONTHS - 1] ?? 0, 1500, 'finished in the end', 1e-4);
});

test('1,500 MW are started, built, filled and used when the paper says', () => {
  follow('facility_started', started);
  follow('facility_finished', finished);
  follow('facility_ready', finished);
  follow('first_chips_placed', filled);
  follow('facility_commissioned', running);
  follow('chips_placed', filled, BUT_FOR_AGE);
  follow('facility_in_use', running, BUT_FOR_AGE);
});

test('the money is spent when the paper says', () => {
  const committed = started.map((megawatts) => megawatts * 40e6);
  const buildings = soFar(built.map((megawatts) => megawatts * 12e6));
  follow('committed_total', committed);
  follow(
    'spent_total',
    buildings.map((paid, month) => paid + (filled[month] ?? 0) * 28e6),
  );
  follow(
    'idle.fund',
    committed.map((sum, month) => (month === 0 ? 0 : 60e9 - sum)),
  );
  follow(
    'spending_building',
    built.map((megawatts) => megawatts * 11.5e6 * 12),
  );
  follow(
    'spending_it',
    filled.map((megawatts, month) => ((finished[month] ?? 0) - megawatts) * 28e6 * 12),
  );
});

test('accelerators, electricity and jobs follow', () => {
  const use = running[12] ?? 0;
  near(projection.at('accelerators_in_use', '2026-01'), use * 400, 'accelerators', BUT_FOR_AGE);
  near(projection.at('h100e_in_use', '2026-01'), use * 400 * 2.53, 'H100-equivalents', BUT_FOR_AGE);
  near(projection.at('it_in_use', '2026-01'), use / 1.25, 'IT power', BUT_FOR_AGE);
  near(projection.at('electricity', '2026-01'), use * 0.7 * 0.008766, 'electricity', BUT_FOR_AGE);
  near(projection.at('jobs_operations', '2026-01'), use * 0.38, 'operations jobs', BUT_FOR_AGE);
  near(projection.at('jobs_onsite', '2025-04'), (built[3] ?? 0) * 12e6 * 12 * 0.6e-6, 'on-site jobs');
  near(projection.at('job_years.construction', '2026-12'), 18e9 * 1.1e-6, 'construction job-years', 1e-4);
});

test('what binds is money, then chips on their way, then nothing: from when 97 % of what was started is in use', () => {
  const complete = running.findIndex((megawatts, month) => month > 0 && megawatts >= 0.97 * (started[month] ?? 0));
  assert.ok(complete > 6 && complete < 18, `complete in month ${complete}`);
  assert.equal(
    series('binding.only'),
    Array.from({ length: MONTHS }, (_, month) => (month === 0 ? 1 : month < complete ? 4 : 0)),
  );
});

test.run();
