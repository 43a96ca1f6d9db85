import { test } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { simulate } from '../../src/analysis/project.ts';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { unitTable } from '../../src/generated/units.ts';
import { headlines } from '../../src/model/headlines.ts';
import { readScenario } from '../../src/scenario/read.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { hasRoom, mayRemove, withItem, withNewItem, withoutItem } from '../../web/state/items.ts';

const announced = scenarios.find(({ id }) => id === 'stargate-announced')!;
const title = (number: number) => `Site ${number}`;

/** Through a file and back, as somebody who saves would: a scenario that the page makes is one that reads. */
const again = (scenario: Scenario): Scenario =>
  readScenario(writeScenario(scenario, { meta, units: unitTable, headlines }), { meta, units: unitTable, headlines });

test('new items get room, ids of their own and values that run and can be saved', () => {
  let scenario = announced;
  for (let n = 0; n < 20; n++) scenario = withNewItem(scenario, 'sites', title, meta).scenario;
  for (let n = 0; n < 20; n++) scenario = withNewItem(scenario, 'commitments', (k) => `Commitment ${k}`, meta).scenario;
  const ids = [...scenario.sites, ...scenario.commitments].map(({ id }) => id);
  is(new Set(ids).size, ids.length);
  equal([scenario.sites.length, scenario.commitments.length], [12, 12]);
  is(hasRoom(scenario, 'sites', meta), false);
  is(withNewItem(scenario, 'sites', title, meta).scenario, scenario);
  const shares = scenario.sites.reduce((sum, site) => sum + (site.fields.share?.central ?? 0), 0);
  ok(shares <= 1 + 1e-9, `${shares}`);
  ok(Number.isFinite(simulate(scenario).headline('peak_in_use').value));
  equal(again(scenario).sites.length, 12);
});

test('an id that went is free again, and a title may be anything', () => {
  const two = withNewItem(withNewItem(announced, 'sites', title, meta).scenario, 'sites', title, meta);
  is(two.id, 'site_3');
  const one = withoutItem(two.scenario, 'sites', 'site_2');
  const named = withItem(one, 'sites', 'site_3', { title: '  Nørre "Å" #1: {x}  ' });
  is(again(named).sites.at(-1)?.title, 'Nørre "Å" #1: {x}');
  is(withItem(named, 'sites', 'site_3', { title: '   ' }).sites.at(-1)?.title, 'Nørre "Å" #1: {x}');
});

test('the last commitment stays, sites may all go', () => {
  is(mayRemove(announced, 'commitments'), false);
  is(withoutItem(announced, 'commitments', 'stargate'), announced);
  const none = withoutItem(announced, 'sites', 'abilene');
  equal(none.sites, []);
  ok(Number.isFinite(simulate(none).headline('peak_in_use').value));
});

test('what spoke of a removed item goes with it', () => {
  const spoken: Scenario = {
    ...announced,
    locks: ['abilene.share', 'stargate.total', 'grid_wait'],
    targets: {
      here: { of: 'facility_in_use.abilene', at: '2029-01', least: 1 },
      all: { of: 'facility_in_use', at: '2029-01', least: 1 },
    },
    uncertainty: { seed: 1, correlations: [['abilene.grid_wait', 'it_cost', 0.5]] },
  };
  const without = withoutItem(spoken, 'sites', 'abilene');
  equal(without.locks, ['stargate.total', 'grid_wait']);
  equal(Object.keys(without.targets), ['all']);
  equal(without.uncertainty.correlations, []);
  match(writeScenario(again(without), { meta, units: unitTable, headlines }), /stargate\.total/);
});

test('a region is given and taken away', () => {
  const there = withItem(announced, 'sites', 'abilene', { region: 'pjm' });
  is(there.sites[0]?.region, 'pjm');
  is(Object.hasOwn(withItem(there, 'sites', 'abilene', { region: '' }).sites[0] ?? {}, 'region'), false);
});

test.run();
