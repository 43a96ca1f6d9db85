import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openScenario } from '../../src/scenario/open.ts';
import { ScenarioError } from '../../src/scenario/problems.ts';
import { readScenario } from '../../src/scenario/read.ts';
import type { Metric } from '../../src/scenario/types.ts';
import { context, file } from './fixture.ts';

const metricsOf = async (...lines: string[]): Promise<Readonly<Record<string, Metric>>> =>
  (await openScenario(file('metrics:', ...lines), context)).metrics;
const messageOf = async (...lines: string[]): Promise<string> => {
  try {
    await metricsOf(...lines);
  } catch (error) {
    assert.instance(error, ScenarioError);
    return (error as ScenarioError).message;
  }
  return 'read';
};

test('metrics come with their tree and the unit they come out in', async () => {
  const metrics = await metricsOf(
    '  per_job: { formula: spent_total / jobs_total, title: Dollars per job }',
    '  twice: { formula: 2 * per_job, title: Twice that }',
    '  age: { formula: time, title: Age, unit: month }',
    '  elsewhere_alone: { formula: facility_in_use.elsewhere / facility_in_use, title: Share elsewhere }',
  );
  assert.equal(
    Object.values(metrics).map((metric) => metric.parsed?.unit),
    ['USD/job', 'USD/job', 'month', '1'],
  );
  assert.equal(metrics.per_job?.parsed?.expression, {
    kind: 'binary',
    operator: '/',
    left: { kind: 'reference', id: 'spent_total' },
    right: { kind: 'reference', id: 'jobs_total' },
  });
});

test('metrics build only on earlier ones, so that none goes in a circle', async () => {
  assert.match(
    await messageOf('  a: { formula: b, title: A }', '  b: { formula: a, title: B }'),
    /^line 5, column 17, metrics\.a\.formula: No series or earlier metric is called "b"/,
  );
  assert.match(await messageOf('  a: { formula: a + 1, title: A }'), /called "a"/);
});

test('mistakes in formulas and elsewhere are told together', async () => {
  const message = await messageOf('  a: { formula: spent_total +, title: A }', 'titel: Test');
  assert.is(message.split('\n').length, 2);
  assert.match(message, /^line 5, column 17, metrics\.a\.formula: /);
  assert.match(message, /\nline 6, column 1, titel: /);
});

test('formulas that would run for ever, or reach out, are refused', async () => {
  for (const formula of [
    '1:1e8',
    'a=1',
    'f(x)=x',
    'import(1)',
    '[1,2]',
    '"text"',
    'spent_total.constructor',
    'cos(1)',
    '1;2',
    '(('.repeat(100),
    'x'.repeat(600),
  ]) {
    assert.is.not(await messageOf(`  a: { formula: ${JSON.stringify(formula)}, title: A }`), 'read', formula);
  }
});

test('a file without metrics is read alike with and without the reader of formulas', async () => {
  const text = file('sites: [{ id: here, share: 12 % }]');
  assert.equal(await openScenario(text, context), readScenario(text, context));
});

test.run();
