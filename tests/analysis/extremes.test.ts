import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import {
  applySettings,
  checkProjection,
  levers,
  readScenario,
  type Scenario,
  scenarios,
  simulate,
} from '../../src/index.ts';

const announced = scenarios.find(({ id }) => id === 'stargate-announced') ?? readScenario('');
const [NONE, MONEY, POWER, CHIPS] = [0, 1, 2, 4];

/** Runs a scenario under some settings; whatever they are, the laws hold. */
function under(...settings: string[]) {
  const run = simulate(applySettings(announced, settings));
  equal(checkProjection(run), []);
  return run;
}

/** Everything that is built or running at the end. */
const BUILT = ['facility_started', 'facility_in_use', 'spending', 'accelerators_in_use', 'electricity', 'revenue'];

test('without money nothing is built, and money is what binds', () => {
  const run = under('stargate.total=0', 'stargate.upfront=0', 'abilene.under_way_at_start=0');
  for (const id of BUILT)
    is(
      run.series(id).values.every((value) => value === 0),
      true,
      id,
    );
  is(run.at('binding.abilene', '2030-01'), MONEY);
  for (const id of ['npv', 'irr', 'payback', 'required_revenue', 'cost_per_gw']) {
    is(run.headline(id).value, null, id);
    ok(run.headline(id).reason, id);
  }
});

test('without chips halls stand empty, and chips are what binds', () => {
  const run = under('programme_share=0');
  is(run.headline('peak_in_use').value, 0);
  ok(run.at('empty_halls', '2032-01') > 5000);
  is(run.at('binding.abilene', '2030-01'), CHIPS);
  is(run.at('binding.elsewhere', '2030-01'), CHIPS);
});

test('without power halls and chips wait, and power is what binds', () => {
  const run = under('interconnection_limit=0', 'onsite_share=0', 'abilene.energised_at_start=0', 'power_margin=1');
  is(run.headline('peak_in_use').value, 0);
  ok(run.at('dark_chips', '2030-01') > 5000);
  is(run.at('binding.abilene', '2030-01'), POWER);
  is(run.at('binding.elsewhere', '2030-01'), POWER);
});

test('with enormous money something else binds, and the money waits', () => {
  const run = under('stargate.total=20 trillion USD', 'stargate.upfront=20 trillion USD');
  ok(run.at('binding.elsewhere', '2030-01') !== MONEY && run.at('binding.elsewhere', '2030-01') !== NONE);
  ok(run.at('idle', '2028-01') > 1e12);
  ok(run.at('facility_in_use', '2035-01') > simulate(announced).at('facility_in_use', '2035-01'));
});

test('with no look-ahead money in hand is all there is, and it is too late', () => {
  const run = under('look_ahead=0');
  const all = simulate(announced);
  ok(run.at('facility_in_use', '2029-01') < all.at('facility_in_use', '2029-01'));
  ok(run.at('spent_total', '2029-01') < all.at('spent_total', '2029-01'));
});

test('a scenario without sites builds elsewhere, one without commitments nowhere', () => {
  const empty: Scenario = { ...announced, commitments: [] };
  const run = simulate(empty);
  equal(checkProjection(run), []);
  is(run.series('announced_total').values.at(-1), 0);
  const nowhere = simulate({ ...announced, sites: [] });
  equal(checkProjection(nowhere), []);
  ok(nowhere.at('facility_in_use.elsewhere', '2032-01') > 1000);
});

test('all levers at their low, and all at their high end, keep the laws', () => {
  for (const scenario of scenarios) {
    for (const choose of ['low', 'high'] as const) {
      equal(checkProjection(simulate(scenario, { choose })), [], `${scenario.id} ${choose}`);
    }
  }
});

test('every lever alone at its low and at its high end keeps the laws', () => {
  const scenario = scenarios.find(({ id }) => id === 'stargate-and-fabs') ?? announced;
  let runs = 0;
  for (const { name, range, value } of levers(scenario)) {
    for (const end of [range.low, range.high]) {
      if (end === value) continue;
      runs += 1;
      equal(checkProjection(simulate(scenario, { choose: new Map([[name, end]]) })), [], `${name} ${end}`);
    }
  }
  ok(runs > 100, `${runs} runs`);
});

test.run();
