import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, match, not, ok } from 'uvu/assert';
import { timesOf } from '../../src/analysis/dates.ts';
import { project } from '../../src/analysis/project.ts';
import { drawChart } from '../../src/export/report/chart.ts';
import { agree, decimalsFor, digitsOf, fewestDecimals } from '../../src/export/report/digits.ts';
import { Figures } from '../../src/export/report/figures.ts';
import { escaped } from '../../src/export/report/markup.ts';
import { recompute } from '../../src/export/report/recompute.ts';
import { kernel } from '../../src/generated/kernel.ts';
import {
  claims,
  model,
  openScenario,
  prepareMetrics,
  publicGroups,
  type Scenario,
  scenarios,
  simulate,
  toReport,
} from '../../src/index.ts';
import { chartsOf, dataOf, figuresOf, textOf } from './report-page.ts';

const shipped = (name: string): Scenario => scenarios.find(({ id }) => id === name) as Scenario;

/** Signs that mean something in pages, scripts, attributes and regular expressions. */
const HOSTILE = '</script><img src=x onerror="alert(1)">&amp; $& \'"` ]]> <!-- \u2028';
const odd = await openScenario(`
title: ${JSON.stringify(HOSTILE)}
description: ${JSON.stringify(`${HOSTILE}\n\nA second paragraph.`)}
format: buildout/1
start: 2025-07
horizon: 2031-04
step: 0.5 months
commitments:
  - { id: one, title: ${JSON.stringify(HOSTILE)}, total: 80 billion USD, start: 2025-09, years: 3 }
sites:
  - { id: here, title: ${JSON.stringify(HOSTILE)}, region: ercot, start: 2025-09, share: 100 % }
assumptions:
  grid_wait: { central: 2 years, source: ${JSON.stringify(HOSTILE)}, confidence: low }
metrics:
  dear: { formula: spent_total / jobs_total, title: ${JSON.stringify(HOSTILE)} }
  twice: { formula: dear * 2, title: Twice }
`);

const CASES: readonly [string, Scenario][] = [
  ...['stargate-central', 'stargate-announced', 'fabs-7-trillion', 'sites-reported'].map(
    (name) => [name, shipped(name)] as [string, Scenario],
  ),
  ['an odd one', odd],
];

for (const [name, scenario] of CASES) {
  const html = await toReport(scenario);
  const data = dataOf(html);
  const figures = figuresOf(html);

  test(`${name}: every figure is the projection's, to the last bit, and is written as its value`, async () => {
    const projection = simulate(await prepareMetrics(scenario));
    ok(figures.length > 400, `${figures.length}`);
    is(figures.length, data.figures);
    is(figures.length, html.split('<data ').length - 1);
    for (const { of, at, value, start, factor, decimals, text } of figures) {
      const right =
        at === ''
          ? (projection.headline(of).value ?? Number.NaN)
          : at === 'max'
            ? Math.max(...projection.series(of).values)
            : projection.at(of, at);
      ok(Object.is(value + 0, right + 0), `${of} at ${at}: ${value}, ${right}`);
      is(text, digitsOf(right, start === undefined ? { factor, decimals } : { start }));
    }
  });

  test(`${name}: what the page carries gives every figure and every chart again`, () => {
    const run = recompute(data, kernel);
    for (const { of, at, value } of figures) ok(agree(run.figure(of, at), value, run.size(of)), `${of} at ${at}`);
    const times = timesOf(data, data.steps);
    const charts = chartsOf(html);
    equal(
      data.charts.map(({ id }) => id),
      [...charts.keys()],
    );
    const span = { first: times[0] as number, last: times.at(-1) as number };
    for (const chart of data.charts) is(drawChart(chart, run.series, span).text, charts.get(chart.id));
  });

  test(`${name}: headlines, public series and claims are all there`, () => {
    const shown = new Set(figures.map(({ of }) => of));
    const projection = simulate(scenario);
    const wanted = [
      ...projection.headlines.map(({ id }) => id),
      ...publicGroups.flatMap(({ ids }) => ids),
      ...claims(projection)
        .filter(({ value }) => value !== null)
        .map(({ id }) => id),
      ...Object.keys(scenario.metrics),
    ];
    equal(
      wanted.filter((id) => !shown.has(id)),
      [],
    );
  });

  test(`${name}: every equation's parts are equations or figures of the page`, () => {
    const equations = [...html.matchAll(/<dt><code>([a-z0-9_]+)<\/code>.*?<pre>(.*?)<\/pre>/gs)];
    ok(equations.length > 100, `${equations.length}`);
    const known = new Set([
      ...equations.flatMap(([, id = '', text = '']) => [id, ...text.matchAll(/^change of (\w+)|^(\w+) =/gm)].flat()),
      ...figures.map(({ of }) => of.split('.')[0]),
      ...Object.keys(data.metrics),
    ]);
    const records = new Set(model.records.filter(({ over }) => over.every(hasItems)).map(({ id }) => id));
    for (const [, id, text = ''] of equations) {
      for (const [used] of text.matchAll(/[a-z][a-z0-9_]*/gi)) {
        if (records.has(used)) ok(known.has(used), `${id} uses ${used}`);
      }
    }
    function hasItems(set: string): boolean {
      return (data.sizes[model.sets.findIndex(({ id }) => id === set)] ?? 0) > 0;
    }
  });

  test(`${name}: the scenario's text reads back to the same scenario`, async () => {
    const { id: _, ...same } = scenario;
    equal(await openScenario(textOf(html, 'scenario')), { ...same, model: model.version });
  });

  test(`${name}: its policy names the one script and the style; fingerprints are those of what it carries`, () => {
    const hash = (text: string, as: 'hex' | 'base64') => createHash('sha256').update(text).digest(as);
    const scripts = [...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
    equal(
      scripts.map(([, attributes]) => attributes),
      [' type="application/json" id="data"', ''],
    );
    const script = scripts[1]?.[2] ?? '';
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
    const policy = /content="(default-src[^"]*)"/.exec(html)?.[1]?.replace(/&#39;/g, "'");
    is(
      policy,
      `default-src 'none'; script-src 'sha256-${hash(script, 'base64')}'; style-src 'sha256-${hash(style, 'base64')}'; base-uri 'none'; form-action 'none'`,
    );
    not.match(html, / style="| on[a-z]+="|javascript:/);
    is(textOf(html, 'hash-scenario'), hash(textOf(html, 'scenario'), 'hex'));
    is(textOf(html, 'hash-model'), hash(script, 'hex'));
    is(textOf(html, 'hash-data'), hash(scripts[0]?.[2] ?? '', 'hex'));
  });
}

test('the same scenario gives the same bytes', async () => is(await toReport(odd), await toReport({ ...odd })));

test('text of a scenario never becomes markup', async () => {
  const html = await toReport(odd);
  not.match(html, /<img/);
  match(html, '&lt;/script&gt;&lt;img');
  match(html, '<p>A second paragraph.</p>');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      not.match(escaped(text), /[<>"']|&(?!amp;|lt;|gt;|quot;|#39;|#13;)/u);
    }),
  );
});

test('a metric whose formula cannot be read is told', async () => {
  const metrics = { a: { formula: 'spent_totl * 2', title: 'A' } };
  const message = await toReport({ ...shipped('stargate-announced'), metrics }).catch((error: Error) => error.message);
  match(message as string, 'spent_totl');
});

test('digits', () => {
  const plain = (value: number, decimals = 0, factor = 1) => digitsOf(value, { factor, decimals });
  is(plain(1234), '1234');
  is(plain(12_345.6, 1), '12,345.6');
  is(plain(-1_234_567), '−1,234,567');
  is(plain(-0.004, 2), '0.00');
  is(plain(0, 2), '0');
  is(plain(5e11, 1, 1e-9), '500.0');
  is(plain(Number.NaN), '–');
  is(digitsOf(5, { start: '2025-01' }), '2025-06');
  is(decimalsFor(9.994), 2);
  is(decimalsFor(9.996), 1);
  is(decimalsFor(0.0123), 4);
  is(decimalsFor(0), 2);
  is(fewestDecimals(5), 0);
  is(fewestDecimals(0.5), 1);
  is(fewestDecimals(12.34), 1);
});

test('a number stands before words that a reader knows', () => {
  const figures = new Figures(project(shipped('stargate-announced')));
  const SCALES: readonly [size: number, unit: string, factor: number, words: string][] = [
    [500e9, 'USD', 1e-9, ' billion USD'],
    [187e9, 'USD/year', 1e-9, ' billion USD/year'],
    [8870, 'MW', 1e-3, ' GW'],
    [7390, 'MWIT', 1e-3, ' GW IT'],
    [56e6, 'H100e', 1e-6, ' million H100e'],
    [128_000, 'job', 1e-3, ' thousand jobs'],
    [9999, 'job', 1, ' jobs'],
    [4.5e21, 'FLOP/s', 1e-21, ' ZFLOP/s'],
    [250, 'fab', 1, ' chip plants'],
    [14.1, 'year', 1, ' years'],
    [12, 'MtCO2/year', 1, ' Mt CO₂/year'],
    [0, 'MW', 1, ' MW'],
  ];
  for (const [size, unit, factor, words] of SCALES) {
    const found = figures.scale(size, { unit });
    is(found.words, words);
    ok(agree(found.factor, factor), `${unit}: ${found.factor}`);
  }
  equal(figures.scale(0.25, { unit: '1', show: '%' }), { factor: 100, words: ' %' });
});

test('values agree when they differ in their last places only', () => {
  ok(agree(1, 1 + 1e-10));
  not.ok(agree(1, 1 + 1e-8));
  ok(agree(1e-6, -2e-6, 1e9));
  not.ok(agree(1e-6, -2e-6));
  ok(agree(0, 0) && agree(Number.NaN, Number.NaN));
  not.ok(agree(Number.NaN, 0) || agree(0, Number.NaN));
});

test.run();
