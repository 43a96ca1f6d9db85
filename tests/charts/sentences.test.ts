import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { buildChart } from '../../web/charts/build.ts';
import { chartById, charts } from '../../web/charts/definitions.ts';
import type { ChartSource, ChartView } from '../../web/charts/spec.ts';
import { MONTHS, story } from './fixtures.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const titleOf = (chart: string, sources: readonly ChartSource[], view: ChartView = 'overlay', part?: string) => {
  const runs = sources.map((source, place) => ({ source, place }));
  return plain(buildChart(chartById(chart)!, runs, { view, ...(part ? { part } : {}) }).title);
};
const on = (value: (year: number) => number) => Float64Array.from(MONTHS, value);
const zero = on(() => 0);
const from = (year: number, size: number) => on((time) => (time >= year - 1e-6 ? size : 0));

/** Nothing announced: every series of a run without commitments is nought. */
const nothing = story({ title: 'Nothing', money: 0 });

test('capacity: what money puts in use, and what binds', () => {
  equal(titleOf('capacity', [story()]), '$500 billion puts 9.2 GW in use by 2030; power binds from the start');
  const half = from(2029, 4100);
  const site = {
    'facility_in_use.abilene': half,
    'facility_started.abilene': from(2025.5, 4100),
    'binding.abilene': on((time) => (time < 2026.5 ? 3 : 2)),
  };
  const one = { sites: [{ id: 'abilene', title: 'Abilene TX' }], series: { facility_in_use: half, ...site } };
  equal(titleOf('capacity', [story(one)]), '$500 billion puts 4.1 GW in use by 2030; power binds from mid-2026');
  equal(
    titleOf('capacity', [story({ ...one, series: { ...one.series, 'binding.abilene': on(() => 4) } })]),
    '$500 billion puts 4.1 GW in use by 2030; chips bind from mid-2025',
  );
});

test('capacity: nothing, too late, no longer', () => {
  equal(titleOf('capacity', [nothing]), 'No money is announced, and nothing is built');
  const idle = { sites: [], series: { facility_in_use: zero } };
  equal(titleOf('capacity', [story(idle)]), '$500 billion puts nothing in use by 2040');
  equal(
    titleOf('capacity', [story({ ...idle, series: { facility_in_use: from(2035, 2000) } })]),
    '$500 billion puts nothing in use by 2030, and 2 GW by 2040',
  );
  equal(
    titleOf('capacity', [story({ ...idle, series: { facility_in_use: zero, facility_started: zero } })]),
    '$500 billion builds no data centre',
  );
  const gone = on((time) => (time > 2027 && time < 2028 ? 800 : 0));
  equal(
    titleOf('capacity', [story({ ...idle, series: { facility_in_use: gone } })]),
    '800 MW are in use in 2027, and nothing by 2040',
  );
});

test('money: what is spent of what is announced', () => {
  equal(titleOf('money', [nothing]), 'No money is announced');
  equal(
    titleOf('money', [story({ series: { spent_total: zero } })]),
    'Nothing of the $500 billion announced is spent by 2030',
  );
  equal(
    titleOf('money', [story({ series: { spent_total: from(2031, 500e9) } })]),
    'Nothing of the $500 billion announced is spent by 2030',
  );
  equal(
    titleOf('money', [story({ series: { spent_total: from(2028.75, 500e9) } })]),
    'All of the $500 billion announced is spent by late 2028',
  );
  equal(
    titleOf('money', [story({ series: { spent_total: from(2028, 380e9) } })]),
    'Of $500 billion announced, $380 billion is spent by 2030',
  );
});

test('spending: its peak and its largest part', () => {
  equal(titleOf('spending', [nothing]), 'Nothing is spent');
  const parts = {
    spending_it: from(2026, 60e9),
    spending_building: from(2026, 30e9),
    spending_power: from(2026, 10e9),
    spending_fabs: zero,
  };
  const series = { ...parts, spending: from(2026, 100e9) };
  equal(
    titleOf('spending', [story({ series })]),
    'Spending peaks at $100 billion a year in 2026; IT takes 60% of $1.4 trillion in all',
  );
  const fabs = { ...series, spending_it: zero, spending_fabs: from(2026, 60e9) };
  equal(
    titleOf('spending', [story({ series: fabs })]),
    'Spending peaks at $100 billion a year in 2026; chip plants take 60% of $1.4 trillion in all',
  );
});

test('binding: what most of the waiting is for', () => {
  const sites = [{ id: 'one', title: 'One' }];
  const codes = (code: (time: number) => number) => ({
    sites,
    series: {
      facility_started: from(2025, 100),
      'facility_started.one': from(2025, 100),
      'facility_in_use.one': zero,
      'binding.one': on(code),
      'root_binding.one': on(() => 1),
    },
  });
  equal(
    titleOf('binding', [story(codes((time) => (time < 2029.96 ? 2 : 4)))]),
    '67% of all that is started and waits, waits for chips; 33% for power',
  );
  equal(titleOf('binding', [story(codes(() => 3))]), '100% of all that is started and waits, waits for building');
  equal(
    titleOf('binding', [story(codes(() => 3))], 'overlay', 'root_binding'),
    '100% of all that is started and waits, waits for money',
  );
  equal(
    titleOf('binding', [story({ sites: [], series: { facility_started: zero } })]),
    'Nothing is started, so nothing waits',
  );
  equal(titleOf('binding', [story({ sites: [] })]), 'Nothing that was started ever waits');
  const many = [story(codes(() => 2)), story({ ...codes(() => 4), title: 'Few chips' }), story(codes(() => 2))];
  equal(titleOf('binding', many), 'Most of the waiting is for power in 2 of 3, for chips in Few chips');
  equal(titleOf('binding', many.slice(0, 1).concat(many.slice(2))), 'Most of the waiting is for power in both');
});

test('sites: the largest of them', () => {
  equal(titleOf('sites', [story()]), 'Elsewhere has 3.5 GW of the 9.2 GW in use in 2030');
  equal(titleOf('sites', [nothing]), 'Nothing is in use anywhere by 2030');
  const alone = {
    sites: [{ id: 'abilene', title: 'Abilene TX' }],
    series: { facility_in_use: from(2026, 1200), 'facility_in_use.abilene': from(2026, 1200) },
  };
  equal(titleOf('sites', [story(alone)]), '1.2 GW are in use at one place, Abilene TX, in 2030');
});

test('chips, energy and water', () => {
  equal(
    titleOf('accelerators', [story({ series: { accelerators_in_use: from(2026, 4.1e6) } })]),
    '4.1 million accelerators run in 2030',
  );
  equal(
    titleOf('accelerators', [story({ series: { accelerators_in_use: from(2032, 4.1e6) } })]),
    '4.1 million accelerators run in 2032',
  );
  equal(titleOf('accelerators', [nothing]), 'No accelerator ever runs');
  equal(
    titleOf('compute', [story({ series: { h100e_in_use: from(2026, 21e6) } })]),
    'In 2030 the compute in use equals 21 million H100s',
  );
  equal(
    titleOf('electricity', [
      story({ series: { electricity: from(2026, 52), share_of_us_electricity: from(2026, 0.0118) } }),
    ]),
    'In 2030 the sites draw 52 TWh a year, 1.2% of all US electricity',
  );
  equal(titleOf('electricity', [nothing]), 'No electricity is drawn');
  equal(titleOf('emissions', [nothing]), 'Nothing is emitted');
  equal(titleOf('region_peak', [nothing]), 'No site draws on its region by 2030');
  equal(titleOf('region_peak', [story({ sites: [] })]), 'There is no site');
  equal(titleOf('water', [nothing]), 'No water is used');
});

test('chip plants', () => {
  equal(titleOf('fabs', [story()]), 'No chip plant is built');
  equal(titleOf('fabs', [story({ series: { fabs_running: from(2033, 14) } })]), '14 new chip plants run by 2033');
  equal(
    titleOf('wafer_starts', [story({ series: { wafer_starts: from(2033, 1.2e6) } })]),
    'The new plants start 1.2 million wafers a month by 2033',
  );
  equal(
    titleOf('fab_accelerators', [story({ series: { fab_accelerators: from(2033, 3.4e6) } })]),
    'The new plants make 3.4 million accelerators a year by 2033',
  );
});

test('jobs and job-years', () => {
  const jobs = on((time) => (time < 2028 ? 300e3 : time < 2028.5 ? 412e3 : 61e3));
  equal(
    titleOf('jobs', [story({ series: { jobs_total: jobs } })]),
    'Jobs peak at 412,000 in 2028; 61,000 remain in 2040',
  );
  equal(titleOf('jobs', [story({ series: { jobs_total: from(2028, 90e3) } })]), 'Jobs peak at 90,000 in 2028');
  equal(titleOf('jobs', [nothing]), 'No job comes of it');
  const years = { job_years: from(2030, 1.9e6), 'job_years.construction': from(2030, 1.16e6) };
  equal(
    titleOf('job_years', [story({ series: years })]),
    'By 2040 the work comes to 1.9 million job-years, 61% of it construction',
  );
  equal(titleOf('job_years', [nothing]), 'No work comes of it');
});

test('money back: early, late, never', () => {
  const series = { revenue: from(2028, 90e9), free_cash_flow: on((time) => (time < 2031 ? -20e9 : 40e9)) };
  equal(
    titleOf('returns', [story({ series })]),
    'Revenue peaks at $90 billion a year in 2028; more comes in than goes out from early 2031',
  );
  const never = { ...series, free_cash_flow: on(() => -1e9) };
  equal(
    titleOf('returns', [story({ series: never })]),
    'Revenue peaks at $90 billion a year in 2028; at the end, in 2040, more still goes out than comes in',
  );
  equal(titleOf('returns', [story({ series: { revenue: zero } })]), 'Money goes out and nothing is earned');
  equal(titleOf('returns', [nothing]), 'No money goes out and none comes in');
  const cash = on((time) => (time < 2036.5 ? -210e9 : 5e9));
  equal(
    titleOf('cash', [story({ series: { cash_to_date: cash } })]),
    'All money is back in mid-2036, after $210 billion at the deepest',
  );
  equal(
    titleOf('cash', [story({ series: { cash_to_date: on(() => -210e9) } })]),
    'In 2040 $210 billion has not come back',
  );
  equal(titleOf('cash', [nothing]), 'No money goes out and none comes in');
});

const named = (title: string, size: number) => story({ title, series: { facility_in_use: from(2026, size) } });

test('two runs are set against each other, more are told by their ends', () => {
  const [a, b, c] = [named('As announced', 9900), named('Power-limited', 4100), named('Central', 7000)];
  equal(titleOf('capacity', [a, b]), '9.9 GW in use against 4.1 GW in 2030');
  equal(titleOf('capacity', [c, a, b]), 'In 2030 between 4.1 GW (Power-limited) and 9.9 GW in use (As announced)');
  equal(titleOf('capacity', [a, named('Same', 9901)]), '9.9 GW in use in 2030 in both');
  equal(titleOf('capacity', [named('None', 0), a]), 'None against 9.9 GW in use in 2030');
  equal(titleOf('capacity', [named('None', 0), named('Nor here', 0)]), 'Nothing in 2030 in any scenario');
});

test('a difference says from what', () => {
  const [a, b, c] = [named('As announced', 9900), named('Power-limited', 4100), named('More', 10_900)];
  equal(titleOf('capacity', [a, b], 'difference'), 'Power-limited: 5.8 GW less in use in 2030 than As announced');
  equal(
    titleOf('capacity', [a, b, c], 'difference'),
    'Power-limited: 5.8 GW less in use; More: 1 GW more in use in 2030 than As announced',
  );
  equal(titleOf('capacity', [a, named('Same', 9900)], 'difference'), 'Same: no difference in 2030 from As announced');
  const early = story({ title: 'Early', series: { jobs_total: on((time) => (time < 2028 ? 90e3 : 0)) } });
  const late = story({ title: 'Late', series: { jobs_total: from(2029, 90e3) } });
  equal(titleOf('jobs', [early, late], 'difference'), 'Late: up to 90,000 fewer jobs (in 2025) than Early');
  const jobs = (title: string, size: number) => story({ title, series: { jobs_total: from(2027, size) } });
  equal(
    titleOf('jobs', [jobs('A', 200e3), jobs('B', 160e3)], 'difference'),
    'B: up to 40,000 fewer jobs (in 2027) than A',
  );
});

test('every chart has a sentence for every kind of run, and none holds a hole', () => {
  const short = Float64Array.from({ length: 13 }, (_, i) => 2026 + i / 12);
  const kinds = [
    story(),
    nothing,
    story({ built: 0 }),
    story({ fabs: 1 }),
    story({ times: short }),
    story({ sites: [] }),
  ];
  for (const { id } of charts) {
    for (const sources of [...kinds.map((kind) => [kind]), kinds.slice(0, 2), kinds.slice(0, 4), kinds.slice(1, 3)]) {
      for (const view of ['overlay', 'side', 'difference'] as const) {
        const title = titleOf(id, sources, view);
        ok(title.length > 5 && !/NaN|undefined|null|Infinity|\$-|-0\b|\s\s/.test(title), `${id}, ${view}: ${title}`);
      }
    }
  }
});

test.run();
