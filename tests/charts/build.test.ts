import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { meta } from '../../src/generated/meta.ts';
import { buildChart } from '../../web/charts/build.ts';
import { chartById, charts, FIRST_CHARTS, recordsOf } from '../../web/charts/definitions.ts';
import type { ChartOptions, ChartRun, ChartSpec } from '../../web/charts/spec.ts';
import { chartWords } from '../../web/charts/words.ts';
import { EVIDENCE } from './evidence.ts';
import { MONTHS, story } from './fixtures.ts';

const runsOf = (...stories: Parameters<typeof story>[0][]): ChartRun[] =>
  stories.map((each, place) => ({ source: story(each), place }));
const build = (id: string, runs: readonly ChartRun[], options?: ChartOptions) =>
  buildChart(chartById(id)!, runs, options, EVIDENCE);
const four = runsOf({}, { title: 'Late', late: 1.5 }, { title: 'Small', money: 100e9 }, { title: 'Fabs', fabs: 0.4 });
const ids = (spec: ChartSpec, panel = 0) => spec.panels[panel]!.series.map(({ id }) => id);

test('every series that a chart names is a record of the model, in the unit it says', () => {
  const records = new Map(meta.records.map((record) => [record.id, record]));
  for (const chart of charts) {
    for (const wish of recordsOf(chart)) {
      const [id = '', item] = wish.split('.');
      const record = records.get(id);
      ok(record, `${chart.id}: ${wish}`);
      equal(item !== undefined, record.over.length > 0 && (item !== undefined || !record.adds), `${chart.id}: ${wish}`);
    }
    const drawn = chart.each ? [chart.each.record] : chart.parts.map(({ id }) => id.split('.')[0]!);
    for (const id of drawn) equal(records.get(id)?.unit, chart.unit, `${chart.id}: ${id}`);
    if (chart.lead) equal(records.get(chart.lead)?.unit, chart.unit, chart.id);
    ok(chartWords[chart.id], chart.id);
  }
});

test('the charts shown first are charts, and ids are unique', () => {
  ok(FIRST_CHARTS.length >= 8 && FIRST_CHARTS.every((id) => chartById(id)));
  equal(new Set(charts.map(({ id }) => id)).size, charts.length);
});

test('one run shows all its parts, in its own arrays', () => {
  const spec = build('capacity', runsOf({}));
  equal(ids(spec), ['facility_under_construction', 'facility_finished', 'facility_energised', 'facility_in_use']);
  equal(spec.panels.length, 1);
  is(spec.times, MONTHS);
  const source = story();
  is(
    buildChart(chartById('compute')!, [{ source, place: 0 }]).panels[0]!.series[0]!.values,
    source.series('h100e_in_use'),
  );
  equal(spec.subtitle, 'Gigawatts of facility power');
  equal(
    spec.y.ticks.map(({ label }) => label),
    ['0', '2', '4', '6', '8', '10'],
  );
});

test('several runs are overlaid by what matters most, or by the part asked for', () => {
  const spec = build('capacity', four);
  equal(
    ids(spec),
    [0, 1, 2, 3].map((place) => `facility_in_use@${place}`),
  );
  equal(
    spec.panels[0]!.series.map(({ colour }) => colour),
    ['scenario-1', 'scenario-2', 'scenario-3', 'scenario-4'],
  );
  equal(new Set(spec.panels[0]!.series.map(({ dash }) => dash.join())).size, 4);
  equal(
    spec.panels[0]!.series.map(({ label }) => label),
    four.map(({ source }) => source.title),
  );
  equal(spec.parts[0]!.id, 'facility_in_use');
  const finished = build('capacity', four, { part: 'facility_finished' });
  ok(ids(finished).every((id) => id.startsWith('facility_finished@')));
  equal(build('capacity', four, { part: 'no such part' }).part, 'facility_in_use');
});

test('a place keeps its colour when others go', () => {
  const spec = build('capacity', [four[0]!, four[3]!]);
  equal(
    spec.panels[0]!.series.map(({ colour }) => colour),
    ['scenario-1', 'scenario-4'],
  );
});

test('stacks are overlaid as lines of their sum, side by side as stacks, and differ part by part', () => {
  const overlay = build('spending', four);
  equal([overlay.panels.length, overlay.panels[0]!.kind, overlay.part], [1, 'lines', 'spending']);
  const side = build('spending', four, { view: 'side' });
  equal(
    side.panels.map(({ kind, title }) => [kind, title]),
    four.map(({ source }) => ['areas', source.title]),
  );
  ok(side.panels.every(({ series }) => series.filter(({ role }) => role === 'stack').length === 4));
  const difference = build('spending', four, { view: 'difference', baseline: 1 });
  equal(
    difference.panels.map(({ title }) => title),
    ['Stargate as announced', 'Small', 'Fabs'],
  );
  equal(
    difference.panels[0]!.series.map(({ of }) => of),
    ['spending_it', 'spending_building', 'spending_power', 'spending_fabs', 'spending'],
  );
  equal(build('spending', four, { view: 'difference', part: 'spending' }).panels.length, 1);
});

test('a difference is the run less the baseline, at every time; parts of a stack still add up', () => {
  const spec = build('spending', four, { view: 'difference', baseline: 0 });
  const [late] = spec.panels;
  const total = late!.series.find(({ of }) => of === 'spending')!.values;
  total.forEach((value, i) => {
    const own = four[1]!.source.series('spending')![i]! - four[0]!.source.series('spending')![i]!;
    ok(Math.abs(value - own) <= 1e-6 * 1e11);
    const parts = late!.series.filter(({ of }) => of !== 'spending').reduce((sum, { values }) => sum + values[i]!, 0);
    ok(Math.abs(parts - value) <= 1e-6 * 1e11, `${i}`);
  });
  equal(
    spec.panels.flatMap(({ marks }) => marks),
    [],
    'a claim is no measure of a difference',
  );
});

test('all panels of a chart share both axes, which hold everything drawn', () => {
  for (const chart of charts.filter(({ kind }) => kind !== 'bands')) {
    for (const view of ['overlay', 'side', 'difference'] as const) {
      const { y, panels, x } = build(chart.id, four, { view });
      equal([x.min, x.max], [2025, 2040]);
      for (const { series } of panels) {
        const stack = series.filter(({ role }) => role === 'stack');
        for (let i = 0; i < MONTHS.length; i += 7) {
          const sum = stack.reduce((total, { values }) => total + values[i]!, 0);
          const all = [sum, ...series.filter(({ role }) => role !== 'stack').map(({ values }) => values[i]!)];
          for (const value of all)
            ok(value >= y.min - 1e-9 * y.max && value <= y.max * (1 + 1e-9), `${chart.id}, ${view}`);
        }
      }
    }
  }
});

test('the state before a gesture is a ghost below the lines, and counts for the axis', () => {
  const ghost = story({ built: 2 });
  const lines = build('capacity', [{ source: story(), place: 0, ghost }]);
  equal(
    lines.panels[0]!.series.map(({ role }) => role),
    ['ghost', 'ghost', 'ghost', 'ghost', 'line', 'line', 'line', 'line'],
  );
  ok(lines.y.max >= 20_000);
  const areas = build('spending', [{ source: story(), place: 0, ghost }]);
  equal(areas.panels[0]!.series.map(({ role, of }) => [role, of]).at(-1), ['ghost', 'spending']);
  const moved = build('capacity', [{ ...four[0]!, ghost }, four[1]!], { view: 'difference', baseline: 0 });
  equal(
    moved.panels[0]!.series.map(({ role }) => role),
    ['ghost', 'line'],
  );
  const before = moved.panels[0]!.series[0]!.values;
  before.forEach((value, i) => {
    equal(value, four[1]!.source.series('facility_in_use')![i]! - ghost.series('facility_in_use')![i]!);
  });
});

test('runs over different spans share their months, and are drawn only where they have values', () => {
  const short = Float64Array.from({ length: 61 }, (_, i) => 2025 + i / 12);
  const spec = build('compute', runsOf({}, { title: 'Short', times: short }));
  equal(spec.times.length, 181);
  const [long, brief] = spec.panels[0]!.series;
  equal(long!.values.length, 181);
  equal(brief!.values.findIndex(Number.isNaN), 61);
});

test('claims stand on the charts that measure what they claim, for scenarios that rest on them', () => {
  const claims = ['stargate_total', 'stargate_upfront', 'stargate_jobs', 'stargate_years'];
  const marks = (id: string, named: readonly string[]) =>
    build(id, runsOf({ claims: named })).panels[0]!.marks.map(({ id, value }) => [id, value]);
  equal(marks('money', claims), [
    ['stargate_total', 500e9],
    ['stargate_upfront', 100e9],
  ]);
  equal(marks('jobs', claims), [['stargate_jobs', 200e3]]);
  equal(marks('job_years', claims), [], 'jobs are not job-years');
  equal(marks('spending', claims), [], 'dollars are not dollars a year');
  equal(marks('money', []), []);
  const label = build('jobs', runsOf({ claims })).panels[0]!.marks[0]!;
  equal(label.label, 'Claimed: at least 200,000');
  equal(label.source, '2 documents of Jan 2025');
});

test('a claim far above what is reached does not flatten the chart', () => {
  const small = { claims: ['stargate_jobs'], money: 5e9 };
  const spec = build('jobs', runsOf(small));
  ok(spec.y.max < 200e3);
  equal(spec.panels[0]!.marks.length, 1);
});

test('observations stand on the chart of exactly the series they saw', () => {
  equal(
    build('sites', runsOf({})).panels[0]!.dots.map(({ id, value }) => [id, value]),
    [['abilene_in_use', 300]],
  );
  equal(build('capacity', runsOf({})).panels[0]!.dots, []);
  equal(build('sites', runsOf({ sites: [{ id: 'lordstown', title: 'Lordstown' }] })).panels[0]!.dots, []);
  ok(build('sites', runsOf({})).source.includes('Observed: '));
});

test('of many sites the largest are drawn, in the order of the scenario, and the rest is said to be missing', () => {
  const sites = Array.from({ length: 9 }, (_, i) => ({ id: `s${i}`, title: `Site ${i}` }));
  const spec = build('sites', runsOf({ sites }));
  const shown = ids(spec);
  equal(shown.length, 6);
  equal([...shown].sort(), shown);
  equal(spec.note, '3 smaller sites are left out of the picture and the table.');
});

test('strips say per site what binds, and what has not begun', () => {
  const spec = build('binding', runsOf({}));
  equal(
    spec.panels[0]!.rows.map(({ of }) => of),
    ['binding.abilene', 'binding.shackelford', 'binding.dona_ana', 'binding.elsewhere'],
  );
  const row = spec.panels[0]!.rows[3]!;
  equal(spec.codes[row.values[0]!]!.label, 'Not begun');
  equal(spec.codes[row.values[180]!]!.label, 'Complete');
  ok(row.values.every((code) => spec.codes[code] !== undefined));
  equal(
    spec.parts.map(({ id }) => id),
    ['binding', 'root_binding'],
  );
  const several = build('binding', four, { view: 'difference' });
  equal([several.view, several.panels.length], ['side', 4]);
});

test('a run that lacks a series is drawn without it', () => {
  const spec = build('capacity', runsOf({ series: { facility_finished: undefined } }));
  equal(ids(spec), ['facility_under_construction', 'facility_energised', 'facility_in_use']);
  equal(build('compute', []).panels[0]?.series ?? [], []);
});

test('the source line names model, scenarios, claims and observations', () => {
  const spec = build('money', runsOf({ claims: ['stargate_total'] }), { model: '1.0.0+abc' });
  equal(spec.source, 'Buildout model 1.0.0+abc. Scenario: Stargate as announced. Claims: 4 documents of Jan 2025');
});

test.run();
