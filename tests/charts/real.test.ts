import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { type Projection, scenarios, simulate } from '../../src/index.ts';
import { buildChart } from '../../web/charts/build.ts';
import { charts } from '../../web/charts/definitions.ts';
import { sourceOf } from '../../web/charts/source.ts';
import type { ChartRun } from '../../web/charts/spec.ts';
import { altText } from '../../web/charts/spoken.ts';
import { EVIDENCE } from './evidence.ts';

/** The charts of what ships, run by the real model: nothing here knows what the numbers ought to be. */
const runOf = (projection: Projection, place = 0): ChartRun => {
  const { scenario, times, ids } = projection;
  const titles = new Map(scenario.sites.map(({ id, title }) => [id, title]));
  const start = 'facility_in_use.';
  const sites = ids.filter((id) => id.startsWith(start)).map((id) => id.slice(start.length));
  const items = { sites: sites.map((id) => ({ id, title: titles.get(id) ?? id })) };
  const series = Object.fromEntries(ids.map((id) => [id, projection.series(id).values]));
  return { source: sourceOf(scenario, { times, items, series }), place };
};
const runs = scenarios.map((scenario) => runOf(simulate(scenario)));

test('every shipped scenario fills every chart: whole sentences, finite numbers', () => {
  ok(runs.length >= 11);
  for (const run of runs) {
    for (const chart of charts) {
      const spec = buildChart(chart, [run], {}, EVIDENCE);
      const where = `${run.source.title}, ${chart.id}`;
      ok(!/NaN|undefined|null|Infinity/.test(altText(spec)), `${where}: ${spec.title}`);
      const [panel] = spec.panels;
      ok(panel!.series.length + panel!.rows.length > 0, where);
      for (const { values } of [...panel!.series, ...panel!.rows]) ok(values.every(Number.isFinite), where);
      for (const { values } of panel!.rows)
        ok(
          values.every((code) => spec.codes[code] !== undefined),
          where,
        );
    }
  }
});

test('the layers of every stack add up to the sum it is overlaid by', () => {
  for (const { source } of runs) {
    for (const { id, kind, parts, lead } of charts) {
      if (kind !== 'areas') continue;
      const layers = parts.filter(({ line }) => !line).map((part) => source.series(part.id)!);
      source.series(lead)!.forEach((sum, i) => {
        const total = layers.reduce((part, values) => part + values[i]!, 0);
        ok(Math.abs(total - sum) <= 1e-9 * Math.max(1, Math.abs(sum)), `${source.title}, ${id}, ${i}: ${total} ${sum}`);
      });
    }
  }
});

test('six of them together, in every view', () => {
  const six = runs.slice(0, 6).map(({ source }, place) => ({ source, place }));
  for (const chart of charts) {
    for (const view of ['overlay', 'side', 'difference'] as const) {
      const spec = buildChart(chart, six, { view, baseline: 2 }, EVIDENCE);
      ok(!/NaN|undefined|null|Infinity/.test(altText(spec)), `${chart.id}, ${view}: ${spec.title}`);
    }
  }
  const [first] = runs;
  equal(
    buildChart(charts[0]!, [first!, { ...first!, place: 1 }], { view: 'difference' }).title.includes('no difference'),
    true,
  );
});

test.run();
