import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { meta as realMeta } from '../../src/generated/meta.ts';
import { scenarios as shipped } from '../../src/generated/scenarios.ts';
import { unitTable } from '../../src/generated/units.ts';
import { diffScenarios } from '../../src/scenario/diff.ts';
import { type Lever, levers } from '../../src/scenario/levers.ts';
import { ScenarioError } from '../../src/scenario/problems.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import { applySettings, setLever } from '../../src/scenario/set.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { context, file, meta } from './fixture.ts';

const read = (...lines: string[]): Scenario => readScenario(file(...lines), context);
const base = read(
  'sites: [{ id: here, region: ercot, share: 40 %, grid_wait: 3 years }]',
  'assumptions: { grid_wait: { low: 1 year, central: 5 years, high: 6 years }, pjm.electricity_price: 90 }',
);
const lever = (name: string, scenario = base): Lever => {
  const found = levers(scenario, meta).find((one) => one.name === name);
  assert.ok(found, name);
  return found as Lever;
};
const failure = (settings: readonly string[], scenario = base): string => {
  try {
    applySettings(scenario, settings, context);
  } catch (error) {
    assert.instance(error, ScenarioError);
    return (error as ScenarioError).message;
  }
  return 'no failure';
};

test('a lever says what it is now, where that comes from, and what it would be otherwise', () => {
  const pick = (name: string): unknown[] => {
    const { value, origin, default: otherwise, level, item } = lever(name);
    return [value, origin, otherwise, level, item?.title];
  };
  assert.equal(pick('here.grid_wait'), [3, 'item', 5, 'item', 'Here']);
  assert.equal(pick('elsewhere.grid_wait'), [5, 'general', 5, 'item', 'Elsewhere']);
  assert.equal(pick('grid_wait'), [5, 'general', 4, 'general', undefined]);
  assert.equal(pick('ercot.grid_wait'), [5, 'general', 5, 'region', 'Texas']);
  assert.equal(pick('here.electricity_price'), [45, 'region default', 45, 'item', 'Here']);
  assert.equal(pick('electricity_price'), [70, 'default', 70, 'general', undefined]);
  assert.equal(pick('rubin.chip_power'), [2.5, 'default', 2.5, 'fixed', 'Rubin']);
  assert.equal(pick('big.total'), [5e11, 'item', 5e11, 'item', 'Big']);
  assert.equal(lever('grid_wait').range, { low: 1, central: 5, high: 6 });
  assert.equal(lever('grid_wait').usual, { low: 1.5, central: 4, high: 7 });
  assert.equal(lever('here.grid_wait').stated, { central: 3 });
});

test('what follows from other shares, or from the start, is no lever', () => {
  const names = levers(base, meta).map((one) => one.name);
  assert.not.ok(names.includes('elsewhere.share'));
  assert.not.ok(names.includes('start_year'));
  assert.not.ok(names.includes('site_share'));
  assert.not.ok(names.includes('chip_power'));
  assert.is(new Set(names).size, names.length);
});

test('setting a lever changes that one, and resetting it brings back what it was', () => {
  for (const { scenario, model } of [
    { scenario: base, model: meta },
    ...shipped.filter((one) => one.id === 'sites-reported').map((one) => ({ scenario: one, model: realMeta })),
  ]) {
    for (const one of levers(scenario, model)) {
      const { least = one.value - 1, most = one.value + 1 } = one.measure;
      const value = one.value === most ? least : most;
      const changed = setLever(scenario, one.name, { central: value }, model);
      const after = levers(changed, model).find((candidate) => candidate.name === one.name);
      assert.is(after?.value, value, one.name);
      assert.is(after?.default, one.default, one.name);
      if (one.set === 'funders') continue;
      const back = setLever(changed, one.name, undefined, model);
      const again = levers(back, model).find((candidate) => candidate.name === one.name);
      if (one.item?.id !== 'elsewhere') assert.is(again?.value, one.default, one.name);
    }
  }
});

test('setting leaves the scenario it is given alone', () => {
  const before = JSON.stringify(base);
  for (const name of ['grid_wait', 'here.grid_wait', 'elsewhere.grid_wait', 'big.total', 'rubin.chip_power'])
    setLever(base, name, { central: 6 }, meta);
  assert.is(JSON.stringify(base), before);
  assert.throws(() => setLever(base, 'grid_wiat', { central: 1 }, meta), /Did you mean grid_wait\?/);
});

test('settings are texts as in files, and a mistake says what was meant', () => {
  const set = applySettings(
    base,
    ['grid_wait=18 months', 'big.total = $300B', 'elsewhere.grid_wait=1 year', 'horizon=2035-01', 'step=0.5 months'],
    context,
  );
  assert.is(set.assumptions.grid_wait?.central, 1.5);
  assert.is(set.commitments[0]?.fields.total?.central, 3e11);
  assert.equal(set.sites[1], { id: 'elsewhere', title: 'Elsewhere', fields: { grid_wait: { central: 1 } } });
  assert.is(resolve(set, meta).steps, 240);
  assert.is(applySettings(base, ['start=2024-07'], context).commitments[0]?.fields.start, undefined);
  assert.is(
    failure(['grid_wiat=3', 'grid_wait=3 GW', 'nonsense', 'here.share=10 %']),
    [
      'grid_wiat=3: No lever has this name: found "grid_wiat". Accepted: a name that the model page and "buildout list levers" show. Did you mean grid_wait?',
      'grid_wait=3 GW: This does not measure the same thing as "year": found "3 GW". Accepted: a quantity such as "4 years", from 0 years to 20 years.',
      'nonsense: This is not of the form lever=value: found "nonsense". Accepted: for example grid_wait=3 years.',
    ].join('\n'),
  );
  assert.match(failure(['site_share=10 %']), /Accepted: a name such as "here\.share"/);
  const two = read('sites: [{ id: a, share: 40 % }, { id: b, share: 40 % }]');
  assert.match(failure(['a.share=70 %'], two), /^The shares of the sites sum to more than the whole: found 110 %/);
  assert.match(failure(['step=7'], two), /not a whole number of steps/);
});

test('the difference of scenarios is told at the lever it comes from', () => {
  const other = applySettings(base, ['grid_wait=2 years', 'big.total=$300B', 'horizon=2035-01'], context);
  const found = diffScenarios([base, other], meta).map(({ lever: name, values }) => [
    name,
    ...values.map((value) => value?.central ?? null),
  ]);
  assert.equal(found, [
    ['horizon', 180, 120],
    ['big.total', 5e11, 3e11],
    ['grid_wait', 5, 2],
  ]);
  assert.equal(diffScenarios([base, base], meta), []);
  assert.equal(diffScenarios([], meta), []);
});

test('an item that one scenario lacks, and a region that differs, are told too', () => {
  const plain = read('sites: [{ id: here, share: 40 %, region: ercot }]');
  const moved = read('sites: [{ id: here, share: 40 %, region: pjm }, { id: there, share: 10 % }]');
  const found = diffScenarios([plain, moved], meta);
  const rows = new Map(found.map(({ lever: name, values }) => [name, values.map((value) => value?.central ?? null)]));
  assert.equal(rows.get('here.electricity_price'), [45, 80]);
  assert.equal(rows.get('here.grid_wait'), [2, 4]);
  assert.equal(rows.get('there.share'), [null, 0.1]);
  const region = found.find(({ lever: name }) => name === 'here.region');
  assert.equal(
    region?.values.map((value) => region.measure.choices?.[value?.central ?? -1]?.id),
    ['ercot', 'pjm'],
  );
});

test('dates are compared on the calendar', () => {
  const early = read('start: 2024-01', 'sites: [{ id: here, share: 40 %, start: 2025-01 }]');
  const late = read('start: 2025-01', 'sites: [{ id: here, share: 40 %, start: 2025-01 }]');
  assert.not.ok(diffScenarios([early, late], meta).some(({ lever: name }) => name === 'here.start'));
});

test('every lever of every shipped scenario can be set by a text', () => {
  for (const scenario of shipped) {
    const all = levers(scenario, realMeta).filter(
      (one) => one.measure.type === 'number' && one.measure.unit !== '1' && one.set !== 'sites',
    );
    for (const { name, value, measure } of all) {
      const set = applySettings(scenario, [`${name}=${value} ${measure.unit}`], { meta: realMeta, units: unitTable });
      assert.ok(set !== scenario, name);
    }
  }
});

test.run();
