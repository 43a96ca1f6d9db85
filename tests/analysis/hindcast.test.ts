import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { meta } from '../../src/generated/meta.ts';
import { observations } from '../../src/generated/seeds.ts';
import { type Hindcast, hindcast, type Scenario, scenarios, setLever, simulate } from '../../src/index.ts';

const reported = scenarios.find(({ id }) => id === 'sites-reported') as Scenario;
const found = hindcast();

/** The ids of every observation in a report, wherever it stands. */
const everywhere = ({ compared, capping, uncompared }: Hindcast): string[] =>
  [...compared, ...capping, ...uncompared].map(({ observation }) => observation.id);

test('no observation is silently unused: each stands once, compared, as a bound, or with its reason', () => {
  const all = observations.map(({ id }) => id).sort();
  for (const scenario of scenarios) assert.equal(everywhere(hindcast(simulate(scenario))).sort(), all, scenario.id);
  for (const { observation, reason } of found.uncompared) assert.ok(reason.length > 10, observation.id);
});

test('at least a dozen figures are compared, and what exists at Abilene is among them', () => {
  assert.ok(found.compared.length >= 12, `${found.compared.length} compared`);
  assert.is(found.scenario.id, 'sites-reported');
  const ids = found.compared.map(({ of }) => of);
  for (const of of ['facility_in_use.abilene', 'site_jobs.abilene', 'openai_revenue_now'])
    assert.ok(ids.includes(of), of);
});

test('every series an observation names is one of the model, and of its unit', () => {
  const run = simulate(reported);
  for (const { id, series, caps, unit } of observations) {
    const of = series ?? caps;
    if (of !== undefined) assert.is(run.series(of).unit, unit, id);
  }
});

test('every lever that took an observed figure is a lever', () => {
  const inputs = new Set(meta.records.flatMap(({ id, input }) => (input === undefined ? [] : [id])));
  const wrong = observations.filter(({ input }) => input !== undefined && !inputs.has(input));
  assert.equal(
    wrong.map(({ id }) => id),
    [],
  );
});

test('a series of the programme is only held against the programme or one of its sites', () => {
  const own = found.compared.filter(({ observation: { scope } }) => scope === 'stargate' || scope.startsWith('site:'));
  const others = found.compared.filter((one) => !own.includes(one));
  const context = new Set(['context', 'returns']);
  for (const { of } of others) {
    const record = meta.records.find(({ id }) => id === of);
    assert.ok(record !== undefined && context.has(record.sector) && record.over.length === 0, of);
  }
});

test('errors are model less observed, at the month, over the year, or of a figure without time', () => {
  const run = simulate(reported);
  const at = (id: string) => found.compared.find(({ observation }) => observation.id === id);
  const power = at('abilene_in_use');
  assert.is(power?.value, run.at('facility_in_use.abilene', '2026-04'));
  assert.is(power?.difference, (power?.value ?? 0) - 300);
  assert.is(power?.within, true);
  const booked = at('openai_booked_2025');
  const months = Array.from({ length: 12 }, (_, n) =>
    run.at('openai_revenue_now', `2025-${String(n + 1).padStart(2, '0')}`),
  );
  const mean = months.reduce((sum, value) => sum + value, 0) / 12;
  assert.ok(Math.abs((booked?.value ?? 0) / mean - 1) < 1e-12);
  assert.is(booked?.given, true);
  assert.is(at('chip_sales_2023')?.at, undefined);
  assert.ok(Math.abs(at('chip_sales_2023')?.error ?? 1) < 0.002);
});

test('what is stated as a year’s total is met by the average of that year', () => {
  const run = simulate(reported);
  const totals = [
    ['openai_revenue', 'openai_revenue_now'],
    ['us_gdp', 'gdp_now'],
    ['chip_sales', 'chip_sales_now'],
    ['world_supply', 'base_supply'],
    ['equipment_spending', 'equipment_market'],
  ] as const;
  for (const [booked, now] of totals) {
    const months = run.series(now).values.slice(0, 12);
    const share = months.reduce((sum, value) => sum + value, 0) / 12 / run.at(booked, '2025-01');
    assert.ok(Math.abs(share - 1) < 0.015, `${now}: ${share} of ${booked}`);
  }
});

test('summaries are of the errors they count', () => {
  const errors = found.compared.map(({ error }) => error);
  assert.is(found.all.count, errors.length);
  assert.ok(Math.abs((found.all.bias ?? 0) - errors.reduce((sum, error) => sum + error, 0) / errors.length) < 1e-12);
  assert.is(found.free.count, found.compared.filter(({ given }) => !given).length);
  assert.is(
    found.bySeries.reduce((sum, { count }) => sum + count, 0),
    errors.length,
  );
});

test('a part that outgrows its whole is told', () => {
  const huge = simulate(setLever(reported, 'abilene.energised_at_start', 1e5));
  assert.ok(hindcast(huge).capping.every(({ holds, share }) => holds === share <= 1));
  const rich = setLever(setLever(reported, 'building_cost', 60e6), 'abilene.start_pace', 50_000);
  const { capping } = hindcast(simulate(rich));
  assert.ok(
    capping.some(({ holds }) => !holds),
    'more is paid for buildings than in the whole country',
  );
});

test('a run that cannot give a figure says why', () => {
  const without = hindcast(simulate({ ...reported, sites: reported.sites.filter(({ id }) => id !== 'abilene') }));
  const reasons = new Map(without.uncompared.map(({ observation, reason }) => [observation.id, reason]));
  assert.is(reasons.get('abilene_in_use'), 'This scenario has no facility_in_use.abilene.');
  const later = hindcast(simulate({ ...reported, start: '2027-01' }));
  assert.match(
    later.uncompared.find(({ observation }) => observation.id === 'abilene_in_use')?.reason ?? '',
    /^Before the run, which begins in 2027-01/,
  );
  const short = hindcast(simulate({ ...reported, horizon: '2025-12' }));
  assert.match(
    short.uncompared.find(({ observation }) => observation.id === 'abilene_in_use')?.reason ?? '',
    /^After the run, which ends in 2025-12/,
  );
});

test.run();
