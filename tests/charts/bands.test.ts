import { parse } from 'csv-parse/sync';
import { test } from 'uvu';
import { equal, is, match, not, ok } from 'uvu/assert';
import { buildChart } from '../../web/charts/build.ts';
import { chartById, charts, spreadOf } from '../../web/charts/definitions.ts';
import type { ChartOptions, ChartRun, ChartSource, Spread } from '../../web/charts/spec.ts';
import { altText, readingsAt } from '../../web/charts/spoken.ts';
import { csvOf, tableOf } from '../../web/charts/table.ts';
import { range } from '../../web/charts/units.ts';
import { story } from './fixtures.ts';

/** A run whose every series is as sure as said: the quantiles are shares of it. */
const unsure = (source: ChartSource, times = source.times): ChartSource => ({
  ...source,
  spread(id) {
    const values = source.series(id);
    if (values === undefined) return undefined;
    const part = (share: number) => Float64Array.from(times, (_, i) => (values[i] ?? 0) * share);
    return { p5: part(0.5), p25: part(0.8), p50: part(0.95), p75: part(1.1), p95: part(1.6) } satisfies Spread;
  },
});
const runs = (...titles: string[]): ChartRun[] =>
  titles.map((title, place) => ({ source: unsure(story({ title, late: place })), place }));
const build = (id: string, of: readonly ChartRun[], options: ChartOptions = {}) =>
  buildChart(chartById(id)!, of, { draws: 1000, ...options });
const bands = (id: string, of: readonly ChartRun[], options?: ChartOptions) =>
  build(id, of, options).panels.map((panel) => panel.bands.map(({ id: band, look }) => `${band} ${look}`));

test('every chart but the strips has a band: of its last stage, of the sum of a stack, or of each item', () => {
  for (const chart of charts) {
    const [drawn = []] = build(chart.id, runs('A')).panels.map((panel) => panel.bands);
    is(drawn.length > 0, chart.kind !== 'bands', chart.id);
    is(spreadOf(chart).length > 0, chart.kind !== 'bands', chart.id);
  }
  equal(bands('capacity', runs('A')), [['facility_in_use filled']]);
  equal(bands('spending', runs('A')), [['spending edges']]);
  equal(bands('sites', runs('A'))[0]?.length, 4);
});

test('scenarios laid upon each other have one pale band each; side by side each its own; differences their own', () => {
  equal(bands('capacity', runs('A', 'B')), [['facility_in_use@0 outer', 'facility_in_use@1 outer']]);
  equal(bands('capacity', runs('A', 'B'), { view: 'side' }), [
    ['facility_in_use@0 filled'],
    ['facility_in_use@1 filled'],
  ]);
  equal(bands('capacity', runs('A', 'B'), { view: 'difference' }), [[]], 'none of the scenarios by themselves');
  const [base, other] = runs('A', 'B') as [ChartRun, ChartRun];
  const apart = (id: string) => unsure(story({})).spread?.(id);
  const differ = [base, { ...other, apart }] as ChartRun[];
  equal(bands('capacity', differ, { view: 'difference' }), [['facility_in_use@1 filled']]);
  equal(bands('jobs', differ, { view: 'difference' }), [['jobs_total@1 filled']]);
});

test('the axis holds the whole band, and quantiles of another span are left out', () => {
  const source = story({});
  const plain = buildChart(chartById('compute')!, [{ source, place: 0 }]);
  const sure = build('compute', runs('A'));
  ok(sure.y.max > plain.y.max);
  const most = Math.max(...source.series('h100e_in_use')!);
  ok(sure.y.max >= 1.6 * most);
  const other = unsure(source, source.times.subarray(0, 20));
  equal(build('compute', [{ source: other, place: 0 }]).panels[0]?.bands, []);
});

test('what is said of draws is said before they come, and not where there are none', () => {
  const waiting = build('capacity', [{ source: story({}), place: 0 }]);
  is(waiting.note, build('capacity', runs('A')).note);
  match(waiting.note, /90 % of 1,000 draws/);
  not.match(build('capacity', runs('A'), { draws: 0 }).note, /draws/);
  not.match(build('binding', runs('A')).note, /draws/);
  match(build('capacity', runs('A', 'B'), { view: 'difference' }).note, /90 % of 1,000 draws/);
});

test('table, CSV and spoken words have the quantiles', () => {
  const spec = build('capacity', runs('A'));
  const names = tableOf(spec).columns.map(({ name }) => name);
  equal(names.slice(-3), ['In use, 5 % of draws below', 'In use, median of draws', 'In use, 95 % of draws below']);
  const rows = parse(csvOf(spec)) as string[][];
  for (const row of rows) is(row.length, 1 + 4 + 3);
  equal(
    rows.slice(1).map((row) => Number(row.at(-1))),
    [...spec.panels[0]!.bands[0]!.spread.p95],
  );
  match(altText(spec), /In use, 95 % of draws below: /);
});

test('the readout gives each value its range, and a stack the range of its sum', () => {
  const index = 120;
  const spec = build('capacity', runs('A'));
  const value = spec.panels[0]!.series.find(({ id }) => id === 'facility_in_use')!.values[index]!;
  const said = readingsAt(spec, 0, index).find(({ id }) => id === 'facility_in_use');
  ok(said?.text.endsWith(` \u00b7 ${range(0.5 * value, 1.6 * value, 'MW', 'en')}`), said?.text);
  const sum = readingsAt(build('spending', runs('A')), 0, 24).find(({ id }) => id === 'spending');
  match(sum?.text ?? '', /^\$[\d.]+\u2013\$[\d.]+\u00a0billion a year$/);
});

test('a range names its unit once', () => {
  is(range(5900, 9200, 'MW', 'en'), '5.9\u20139.2 GW');
  is(range(190e9, 420e9, 'USD', 'en'), '$190\u2013$420\u00a0billion');
  is(range(69_600, 217_000, 'job', 'en'), '69,600\u2013217,000');
  is(range(-0.02, 0.2, '1', 'en'), '\u22122% to 20%');
  is(range(900_000, 2_400_000, 'job', 'en'), '900,000\u20132.4 million');
  is(range(0, 0, 'fab', 'en'), '0');
});

test.run();
