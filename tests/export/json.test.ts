import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { prepareMetrics, readScenario, scenarios, simulate, toDocument, toJson } from '../../src/index.ts';

const scenario = scenarios.find(({ id }) => id === 'fabs-7-trillion') ?? readScenario('');
const projection = simulate(scenario);

test('the document has the parts that the format promises, and reads back with every digit', () => {
  const document = JSON.parse(toJson(projection));
  equal(Object.keys(document), ['format', 'model', 'scenario', 'times', 'series', 'headlines']);
  is(document.format, 'buildout-projection/1');
  is(document.model, projection.model);
  is(document.scenario.title, scenario.title);
  equal(document.times, Array.from(projection.times));
  equal(Object.keys(document.series), [...projection.ids]);
  for (const id of ['spending', 'wafer_starts', 'job_years.construction']) {
    const { title, unit, values } = projection.series(id);
    equal(document.series[id], { title, unit, values: Array.from(values) });
  }
});

test('a headline that does not exist is null with its reason', () => {
  const { cost_per_gw, peak_jobs } = toDocument(projection).headlines;
  is(cost_per_gw?.value, null);
  is(cost_per_gw?.reason, 'nothing is ever in use');
  equal(Object.keys(peak_jobs ?? {}), ['title', 'unit', 'value']);
  ok((peak_jobs?.value ?? 0) > 0);
});

test('an undefined value is null, and the series says why; trees of formulas stay out', async () => {
  const metrics = { a: { formula: 'spent_total / jobs_total', title: 'A' } };
  const run = simulate(await prepareMetrics({ ...scenario, metrics }));
  const { series, scenario: written } = toDocument(run, ['a']);
  is(series.a?.values[0], null);
  is(series.a?.reason, 'the formula has no finite value there, as 0/0 has none');
  ok(Number.isFinite(series.a?.values[180]));
  equal(written.metrics, metrics);
});

test.run();
