import { test } from 'uvu';
import { equal, is, ok, throws } from 'uvu/assert';
import { compare, readScenario, scenarios, setLever, simulate } from '../../src/index.ts';

const announced = scenarios.find(({ id }) => id === 'stargate-announced') ?? readScenario('');
const baseline = simulate(announced);
const dear = simulate(setLever(announced, 'it_cost', 9e4));

test('one changed lever is the one input that differs', () => {
  const { inputs } = compare([baseline, dear]);
  equal(
    inputs.map(({ lever, values }) => [lever, values[1]]),
    [['it_cost', 9e4]],
  );
});

test('a scenario against itself differs in nothing', () => {
  const { inputs, headlines, series, others } = compare([baseline, simulate(announced)]);
  equal(inputs, []);
  is(others.length, 1);
  for (const { absolute, relative } of [...headlines, ...series]) {
    ok(absolute.every((change) => change === null || change === 0));
    ok(relative.every((change) => change === null || change === 0));
  }
});

test('differences are from the first, absolute and relative', () => {
  const { headlines, series } = compare([baseline, dear], { ids: ['facility_in_use'], at: ['2029-01', '2035-01'] });
  const peak = headlines.find(({ id }) => id === 'peak_in_use');
  const [before, after] = [baseline.headline('peak_in_use').value ?? 0, dear.headline('peak_in_use').value ?? 0];
  equal(peak?.values, [before, after]);
  equal(peak?.absolute, [0, after - before]);
  equal(peak?.relative, [0, (after - before) / before]);
  ok(after < before);
  equal(
    series.map(({ at }) => at),
    ['2029-01', '2035-01'],
  );
  equal(series[0]?.values, [baseline.at('facility_in_use', '2029-01'), dear.at('facility_in_use', '2029-01')]);
});

test('a headline or an item that one of them lacks is null, and so is the difference', () => {
  const fabs = simulate(scenarios.find(({ id }) => id === 'fabs-7-trillion') ?? announced);
  const { headlines, series } = compare([baseline, fabs], { ids: ['facility_in_use.abilene'], at: ['2030-01'] });
  const cost = headlines.find(({ id }) => id === 'cost_per_gw');
  equal([cost?.values[1], cost?.absolute[1], cost?.relative[1]], [null, null, null]);
  equal(series[0]?.absolute[1], null);
});

test('without months it takes the Januaries that all have, and the end', () => {
  const short = simulate({ ...announced, start: '2025-07', horizon: '2028-04' });
  const months = new Set(compare([baseline, short]).series.map(({ at }) => at));
  equal([...months], ['2026-01', '2027-01', '2028-01', '2028-04']);
  throws(() => compare([]), /nothing to compare/);
});

test.run();
