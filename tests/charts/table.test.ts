import { parse } from 'csv-parse/sync';
import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { buildChart } from '../../web/charts/build.ts';
import { valueText } from '../../web/charts/columns.ts';
import { chartById, charts } from '../../web/charts/definitions.ts';
import type { ChartOptions, ChartRun } from '../../web/charts/spec.ts';
import { altText, pointText, readingsAt } from '../../web/charts/spoken.ts';
import { csvOf, tableOf } from '../../web/charts/table.ts';
import { isoMonth } from '../../web/charts/times.ts';
import { EVIDENCE } from './evidence.ts';
import { MONTHS, story } from './fixtures.ts';

const runsOf = (...stories: Parameters<typeof story>[0][]): ChartRun[] =>
  stories.map((each, place) => ({ source: story(each), place }));
const build = (id: string, runs: readonly ChartRun[], options?: ChartOptions) =>
  buildChart(chartById(id)!, runs, options, EVIDENCE);
const four = runsOf(
  {},
  { title: 'Late, "very" late', late: 1.5 },
  { title: '=SUM(A1)', money: 100e9 },
  { title: 'Fabs', fabs: 0.4 },
);
const rowsOf = (csv: string) => parse(csv) as string[][];

test('the CSV read again gives every value drawn, to the last digit, in every chart and view', () => {
  for (const chart of charts) {
    for (const view of ['overlay', 'side', 'difference'] as const) {
      const spec = build(chart.id, four, { view });
      const [head, ...rows] = rowsOf(csvOf(spec)) as [string[], ...string[][]];
      const drawn = spec.panels.flatMap(({ series, rows }) => [
        ...series.filter(({ role }) => role !== 'ghost'),
        ...rows,
      ]);
      equal(head.length, drawn.length + 1, chart.id);
      equal(rows.length, MONTHS.length);
      rows.forEach((cells, i) => {
        equal(cells[0], isoMonth(spec.times[i]!));
        drawn.forEach(({ values }, k) => {
          const text = cells[k + 1]!;
          if (chart.kind === 'bands') equal(text, spec.codes[values[i]!]!.label);
          else equal(Number(text), values[i], `${chart.id} ${view} ${head[k + 1]} ${cells[0]}`);
        });
      });
    }
  }
});

test('titles with quotes and commas come through, and none is taken for a formula', () => {
  const [head] = rowsOf(csvOf(build('compute', four))) as [string[]];
  equal(head.slice(1), [
    'Stargate as announced: H100-equivalents in use (H100e)',
    'Late, "very" late: H100-equivalents in use (H100e)',
    "'=SUM(A1): H100-equivalents in use (H100e)",
    'Fabs: H100-equivalents in use (H100e)',
  ]);
});

test('what is not there is empty in the CSV and said in the table', () => {
  const short = Float64Array.from({ length: 61 }, (_, i) => 2025 + i / 12);
  const spec = build('compute', runsOf({}, { title: 'Short', times: short }));
  equal(rowsOf(csvOf(spec)).at(-1)!.at(-1), '');
  equal(tableOf(spec).rows.at(-1)!.cells.at(-1), 'no value');
});

test('the table has a row a year, in the unit of the axis, and leads to what it shows', () => {
  const spec = build('capacity', runsOf({}));
  const table = tableOf(spec);
  equal(table.columns.map(({ name, of }) => [name, of]).at(-1), ['In use', 'facility_in_use']);
  equal([table.rows.length, table.rows[0]!.when, table.rows.at(-1)!.when], [16, '2025', '2040']);
  const last = table.rows.at(-1)!;
  const gigawatts = spec.panels[0]!.series.at(-1)!.values[last.index]! / 1000;
  ok(Math.abs(Number(last.cells.at(-1)) - gigawatts) <= 0.005, last.cells.at(-1)!);
  equal(tableOf(spec, 1).rows.length, 181);
  equal(tableOf(spec, 1).rows[2]!.when, 'Mar 2025');
});

test('a strip is told in words', () => {
  const spec = build('binding', runsOf({}));
  equal(
    tableOf(spec).columns.map(({ name }) => name),
    ['Abilene TX', 'Shackelford County TX', 'Doña Ana County NM', 'Elsewhere'],
  );
  equal(tableOf(spec).rows.at(-1)!.cells, ['Complete', 'Complete', 'Complete', 'Complete']);
  ok(/Elsewhere: Not begun \(Jan 2025\), Money \(\w+ 2026\)/.test(altText(spec)), altText(spec));
});

test('the spoken chart has its sentence, and each series with its ends and peak', () => {
  const spec = build('spending', runsOf({}));
  const text = altText(spec);
  ok(text.startsWith(`${spec.title}. ${spec.subtitle}. IT: `));
  ok(/Chip plants: \$0 a year \(Jan 2025\), \$0 a year \(Jan 2040\)/.test(text), text);
  const peak = Math.max(...spec.panels[0]!.series[0]!.values);
  ok(text.includes(valueText(spec, peak)));
  ok(!text.includes('~'), 'no ghosts');
});

test('the readout lists all values at a time, layers as they lie, lines by size', () => {
  const spec = build('jobs', runsOf({ fabs: 0.3 }));
  const readings = readingsAt(spec, 0, 40);
  equal(
    readings.map(({ label }) => label),
    ['Net of displacement', 'Induced', 'Suppliers', 'Chip plants', 'Operations', 'Construction'],
  );
  const lines = build('capacity', runsOf({}));
  const sizes = readingsAt(lines, 0, 30).map(
    ({ id }) => lines.panels[0]!.series.find((one) => one.id === id)!.values[30]!,
  );
  equal(
    sizes,
    [...sizes].sort((a, b) => b - a),
  );
});

test('an observation is read out in its month', () => {
  const spec = build('sites', runsOf({}));
  equal(readingsAt(spec, 0, 15).at(-1), {
    id: 'abilene_in_use',
    label: 'Observed: Facility power in use at Abilene',
    text: '300 MW',
  });
  ok(!readingsAt(spec, 0, 16).some(({ id }) => id === 'abilene_in_use'));
});

test('a moved cursor is spoken: one series, or all', () => {
  const spec = build('compute', four, { view: 'side' });
  const all = pointText(spec, { panel: 1, index: 60 });
  ok(/^Late, "very" late, Jan 2030: H100-equivalents in use [\d.]+ million$/.test(all), all);
  const capacity = build('capacity', runsOf({}));
  const one = pointText(capacity, { panel: 0, index: 2, series: 'facility_in_use' });
  ok(/^Mar 2025: In use [\d.]+ MW$/.test(one), one);
});

test.run();
