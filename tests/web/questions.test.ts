import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { simulate } from '../../src/analysis/project.ts';
import { ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { levers } from '../../src/scenario/levers.ts';
import { amount, chanceText } from '../../web/charts/amounts.ts';
import { sheetCsv, withUnit } from '../../web/charts/sheet.ts';
import { applied, monthWithin, stretchOf, typedMonth } from '../../web/state/question.ts';
import { draws } from '../../web/worker/draws.ts';
import { askables } from '../../web/worker/outputs.ts';

const scenario = scenarios.find(({ id }) => id === 'stargate-announced')!;
const span = { start: '2025-01', horizon: '2040-01' };

test('a month is read as people type it, within the run', () => {
  equal(
    ['2030', '2030-07', '2030/7', ' 2030.12 ', '2025-01', '2040-01', 'July 2030', '7/2030', 'sept. 2030'].map((text) =>
      typedMonth(text, span, 'en'),
    ),
    ['2030-01', '2030-07', '2030-07', '2030-12', '2025-01', '2040-01', '2030-07', '2030-07', '2030-09'],
  );
  equal(
    ['', 'soon', '2030-13', '2024-12', '2040-02', '30', '2030-00', 'Smarch 2030', '7/2030/7'].map((text) =>
      typedMonth(text, span, 'en'),
    ),
    Array(9).fill(undefined),
  );
  is(monthWithin('2030-01', { start: '2031-05', horizon: '2040-01' }), '2031-05');
});

test('levers are applied together: what is not named stays', () => {
  const before = levers(scenario, meta);
  const next = applied(
    scenario,
    [
      { lever: 'it_cost', to: 60_000 },
      { lever: 'pue', to: 1.25 },
    ],
    meta,
  );
  const after = new Map(levers(next, meta).map(({ name, value }) => [name, value]));
  is(after.get('it_cost'), 60_000);
  is(after.get('pue'), 1.25);
  for (const { name, value } of before) if (!['it_cost', 'pue'].includes(name)) is(after.get(name), value, name);
  is(applied(scenario, [], meta), scenario);
});

test('a map covers the evidence; of what is stated without a range half to twice it', () => {
  const all = new Map(levers(scenario, meta).map((lever) => [lever.name, lever]));
  equal(stretchOf(all.get('it_cost')!), { from: 53_000, to: 100_000 });
  equal(stretchOf(all.get('stargate.total')!), { from: 250e9, to: 1000e9 });
  const { from, to } = stretchOf(all.get('stargate.start')!);
  ok(to - from > 12, `${from} to ${to}`);
  for (const lever of all.values()) {
    if (lever.measure.type === 'choice') continue;
    const stretch = stretchOf(lever);
    ok(stretch.from < stretch.to, `${lever.name}: ${stretch.from} to ${stretch.to}`);
    ok(
      stretch.from >= (lever.measure.least ?? -Infinity) && stretch.to <= (lever.measure.most ?? Infinity),
      lever.name,
    );
  }
});

test('everything that can be asked about has a number in every shipped scenario', () => {
  for (const one of scenarios) {
    const outputs = askables(one, meta, { headlines: 'Headline', metrics: 'Own' });
    const run = simulate(one);
    ok(outputs.length > 200, `${outputs.length}`);
    is(new Set(outputs.map(({ id }) => id)).size, outputs.length);
    for (const { id, kind, unit } of outputs)
      is(kind === 'headline' ? run.headline(id).unit : run.series(id).unit, unit, `${one.title}: ${id}`);
  }
});

test('draws are the members of the ensemble, with the central run and the claim beside them', async () => {
  const question = { of: 'facility_in_use', at: '2030-01' };
  const found = await draws(scenario, { question, members: 80, lines: 5 }, {});
  const same = await ensemble(scenario, { ids: ['facility_in_use'], targets: {}, members: 80 });
  equal(found.sorted, same.distribution('facility_in_use', 60));
  is(found.lines.length, 5);
  is(found.central, simulate(scenario).at('facility_in_use', '2030-01'));
  equal(found.said, []);
  const jobs = await draws(scenario, { question: { of: 'peak_jobs' }, members: 10, lines: 5 }, {});
  equal(
    jobs.said.map(({ claim, value }) => [claim, value]),
    [['stargate_jobs', 200_000]],
  );
  is(jobs.central, simulate(scenario).headline('peak_jobs').value);
  equal(jobs.lines, []);
});

test('numbers of any unit are told', () => {
  is(amount(9100, { unit: 'MW' }, 'en'), '9.1 GW');
  is(amount(0.123, { unit: '1', show: '%' }, 'en'), '12%');
  is(amount(1.42, { unit: '1' }, 'en'), '1.42');
  is(amount(2031, { unit: 'calendar year' }, 'en'), '2031');
  equal(
    [0.384, 0.084, 0.996, 1, 0].map((chance) => chanceText(chance, 'en')),
    ['38%', '8.4%', '99.6%', '100%', '0%'],
  );
});

test('a sheet becomes CSV: numbers in full, nothing where there is none, formulas made harmless', () => {
  const head = [withUnit('Lever', '1'), withUnit('Output', 'MW')];
  const rows = [
    ['=A1', 1 / 3],
    ['say "so", then', null],
    ['', Number.NaN],
  ] as const;
  is(
    sheetCsv({ name: 'x', head, rows }),
    'Lever,Output (MW)\r\n\'=A1,0.3333333333333333\r\n"say ""so"", then",\r\n,\r\n',
  );
});

test.run();
