import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readScenario } from '../../src/scenario/read.ts';
import { type Choose, resolve } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { context, file, meta } from './fixture.ts';

const read = (...lines: string[]): Scenario => readScenario(file(...lines), context);

/** The value of an input for one of its items, by its place in the list. */
function value(scenario: Scenario, id: string, item = 0, choose: Choose = 'central'): number | undefined {
  const record = meta.records.find((one) => one.id === id);
  return resolve(scenario, meta, choose).frame[(record?.slot ?? Number.NaN) + item];
}

const SITE = 'sites: [{ id: here, region: ercot, share: 40 %';

test("a site takes its own value, else its region's, else the general one, else the region's default, else the model's", () => {
  const general = 'grid_wait: 5 years';
  const region = 'ercot.grid_wait: 6 years';
  const wait = (own: string, ...assumptions: string[]): number | undefined =>
    value(
      read(`${SITE}${own} }]`, assumptions.length === 0 ? '' : `assumptions: { ${assumptions.join(', ')} }`),
      'grid_wait',
    );
  assert.is(wait(', grid_wait: 3 years', general, region), 3);
  assert.is(wait('', general, region), 6);
  assert.is(wait('', general), 5);
  assert.is(wait(''), 2);
  assert.is(value(read('sites: [{ id: here, share: 40 % }]'), 'grid_wait'), 4);
});

test("an item's value may also stand with the assumptions, under its lever name", () => {
  const scenario = read(
    `${SITE} }]`,
    'assumptions: { here.grid_wait: 3 years, big.slip: 6 months, elsewhere.grid_wait: 1 year }',
  );
  assert.is(value(scenario, 'grid_wait', 0), 3);
  assert.is(value(scenario, 'grid_wait', 1), 1);
  assert.is(value(scenario, 'slip'), 6);
  assert.equal(scenario.assumptions, {});
});

test('what named sites leave goes elsewhere; without sites everything does', () => {
  const some = read('sites: [{ id: a, share: 30 % }, { id: b, share: 45 % }]');
  assert.equal(
    resolve(some, meta).items.sites?.map((site) => site.id),
    ['a', 'b', 'elsewhere'],
  );
  assert.ok(Math.abs((value(some, 'site_share', 2) ?? 0) - 0.25) < 1e-12);
  const whole = read('sites: [{ id: a, share: 30 % }, { id: b, share: 70 % }]');
  assert.equal(
    resolve(whole, meta).items.sites?.map((site) => site.id),
    ['a', 'b'],
  );
  const none = read();
  assert.equal(resolve(none, meta).items.sites, [{ id: 'elsewhere', title: 'Elsewhere' }]);
  assert.is(value(none, 'site_share'), 1);
  const named = read('sites: [{ id: a, share: 30 % }, { id: elsewhere, grid_wait: 1 year }]');
  assert.equal(
    resolve(named, meta).items.sites?.map((site) => site.id),
    ['a', 'elsewhere'],
  );
  assert.ok(Math.abs((value(named, 'site_share', 1) ?? 0) - 0.7) < 1e-12);
});

test('chosen shares still sum to the whole', () => {
  const open = read('sites: [{ id: a, share: { low: 10 %, central: 30 %, high: 60 % } }]');
  assert.is(value(open, 'site_share', 1, 'low'), 0.9);
  assert.is(value(open, 'site_share', 1, 'high'), 0.4);
  const full = read('sites: [{ id: a, share: { low: 20 %, central: 50 %, high: 60 % } }, { id: b, share: 50 % }]');
  const low = [0, 1].map((item) => value(full, 'site_share', item, 'low') ?? 0);
  assert.ok(Math.abs((low[0] ?? 0) + (low[1] ?? 0) - 1) < 1e-12);
  assert.ok(Math.abs((low[0] ?? 0) - 0.2 / 0.7) < 1e-12);
});

test('shares that balance keep what is stated and share the rest', () => {
  const split = (...stated: string[]): (number | undefined)[] => {
    const scenario = read(stated.length === 0 ? '' : `assumptions: { ${stated.join(', ')} }`);
    return [0, 1, 2].map((item) => value(scenario, 'plant_split', item));
  };
  assert.equal(split(), [0.5, 0.3, 0.2]);
  const [logic, memory = 0, packaging = 0] = split('logic.plant_split: 75 %');
  assert.is(logic, 0.75);
  assert.ok(Math.abs(memory - 0.15) < 1e-12 && Math.abs(packaging - 0.1) < 1e-12);
});

test('low, central and high choose the ends; a quantity without ends is sure', () => {
  const scenario = read(
    'assumptions: { accelerator_life: 5 years, grid_wait: { low: 1 year, central: 2 years, high: 3 years } }',
  );
  assert.is(value(scenario, 'grid_wait', 0, 'low'), 1);
  assert.is(value(scenario, 'grid_wait', 0, 'high'), 3);
  assert.is(value(scenario, 'accelerator_life', 0, 'low'), 5);
  assert.is(value(scenario, 'growth', 0, 'low'), 0.1);
  assert.is(value(scenario, 'chip_power', 1, 'high'), 3);
});

test('a map sets the levers it names, and never changes where a value comes from', () => {
  const scenario = read(
    'sites: [{ id: a, region: ercot, share: 30 %, grid_wait: 3 years }, { id: b, region: ercot, share: 30 % }]',
  );
  const wait = (name: string): (number | undefined)[] =>
    [0, 1, 2].map((item) => value(scenario, 'grid_wait', item, new Map([[name, 9]])));
  assert.equal(wait('grid_wait'), [3, 2, 9]);
  assert.equal(wait('ercot.grid_wait'), [3, 9, 4]);
  assert.equal(wait('a.grid_wait'), [9, 2, 4]);
  assert.equal(wait('b.grid_wait'), [3, 9, 4]);
  assert.throws(() => wait('grid_wiat'), /no lever "grid_wiat"; did you mean "grid_wait"/);
});

test('constants, dates, choices, sizes and steps are filled in', () => {
  const scenario = readScenario(
    `format: buildout/1
title: Test
start: 2026-04
horizon: 2030-04
step: 3 months
commitments:
  - { id: one, total: 1 billion USD, start: 2026-10, profile: S-curve, funders: { Müller & Co: 2 million USD, 軟銀: 3 million USD } }
  - { id: two, total: 2 billion USD, shares: { data centres: 90 %, chip fabs: 10 % } }
`,
    context,
  );
  const inputs = resolve(scenario, meta);
  assert.equal([...inputs.sizes], [2, 1, 2, 2, 3]);
  assert.is(inputs.steps, 16);
  assert.is(inputs.step, 3);
  assert.is(value(scenario, 'commitment_start', 0), 6);
  assert.is(value(scenario, 'commitment_start', 1), 0);
  assert.is(value(scenario, 'spending_profile', 0), 2);
  assert.is(value(scenario, 'fab_share', 1), 0.1);
  assert.is(value(scenario, 'start_year'), 2026.25);
  assert.is(value(scenario, 'months_per_year'), 12);
  assert.equal(inputs.items.funders, [
    { id: 'one_muller_co', title: 'Müller & Co' },
    { id: 'one_funder_2', title: '軟銀' },
  ]);
  assert.is(value(scenario, 'funder_amount', 1), 3e6);
});

test('two runs of one scenario do not share working memory', () => {
  const scenario = read();
  const first = resolve(scenario, meta).frame;
  first.fill(-1);
  assert.is.not(resolve(scenario, meta).frame[0], -1);
});

test.run();
