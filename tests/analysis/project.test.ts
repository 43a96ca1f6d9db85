import { test } from 'uvu';
import { equal, is, ok, throws } from 'uvu/assert';
import { meta } from '../../src/generated/meta.ts';
import { prepareMetrics, readScenario, scenarios, setLever, simulate } from '../../src/index.ts';

const announced = scenarios.find(({ id }) => id === 'stargate-announced') ?? readScenario('');
const projection = simulate(announced);

test('times are decimal years, one a step, from the first month to the last', () => {
  is(projection.times.length, 181);
  is(projection.times[0], 2025);
  is(projection.times[1], 2025 + 1 / 12);
  is(projection.times[180], 2040);
  is(projection.model, meta.version);
});

test('a bare id of what adds up is the sum over its items', () => {
  const items = projection.ids.filter((id) => id.startsWith('facility_in_use.'));
  ok(items.length > 1);
  const total = projection.series('facility_in_use').values;
  for (let k = 0; k < total.length; k += 1) {
    is(
      total[k],
      items.reduce((sum, id) => sum + (projection.series(id).values[k] ?? Number.NaN), 0),
    );
  }
  is(projection.has('binding'), false);
  ok(projection.has('binding.abilene'));
  is(projection.series('facility_in_use.abilene').title, 'In use: Abilene TX');
});

test('stages of delays and inputs are left out of the list and can be asked for', () => {
  equal(
    projection.ids.filter(
      (id) =>
        /_rate$|_kept$|_[123]$/.test(id.split('.')[0] ?? '') &&
        meta.records.find((one) => one.id === id.split('.')[0])?.stageOf,
    ),
    [],
  );
  ok(projection.series('halls_finishing_2.abilene').values.some((value) => value > 0));
  is(projection.ids.includes('pue'), false);
  is(projection.series('pue').values[99], projection.at('pue', '2025-01'));
});

test('a value at a month lies on the line between steps', () => {
  const quarterly = simulate({ ...announced, step: 3 });
  const [before, after] = [quarterly.at('spent_total', '2026-01'), quarterly.at('spent_total', '2026-04')];
  ok(Math.abs(quarterly.at('spent_total', '2026-02') - (2 * before + after) / 3) < 1e-3);
  throws(
    () => quarterly.at('spent_total', '2040-02'),
    /2040-02 is outside the run, which goes from 2025-01 to 2040-01/,
  );
  throws(() => quarterly.at('spent_total', 'soon'), /"soon" is not a year and month/);
});

test('keeping little gives the same numbers, and says what was not kept', () => {
  const little = simulate(announced, { keep: ['facility_in_use', 'spent.stargate'] });
  equal(little.series('facility_in_use').values, projection.series('facility_in_use').values);
  equal(little.headlines, projection.headlines);
  is(little.ids.includes('wafer_starts'), false);
  throws(() => little.series('wafer_starts'), /"wafer_starts" was not kept/);
  throws(() => simulate(announced, { keep: ['wafer_start'] }), /did you mean "wafer_starts"/);
});

test('a run with other values changes nothing but itself', () => {
  const dear = simulate(announced, { choose: new Map([['it_cost', 1e5]]) });
  ok(dear.headline('peak_in_use').value! < projection.headline('peak_in_use').value!);
  equal(
    simulate(setLever(announced, 'it_cost', 1e5)).series('facility_in_use').values,
    dear.series('facility_in_use').values,
  );
  equal(simulate(announced).series('facility_in_use').values, projection.series('facility_in_use').values);
  throws(() => simulate(announced, { choose: new Map([['it_costs', 1]]) }), /did you mean "it_cost"/);
});

test('metrics are series, undefined where nothing is divided by nothing', async () => {
  const text = [
    'format: buildout/1',
    'title: With metrics',
    'extends: stargate-announced',
    'metrics:',
    '  per_watt: { formula: spent_total / facility_in_use, title: Dollars per watt }',
    '  twice: { formula: 2 * per_watt, title: Twice that }',
    '  abilene_share: { formula: facility_in_use.abilene / facility_in_use, title: Share of Abilene }',
  ].join('\n');
  const read = readScenario(text);
  const scenario = await prepareMetrics(read);
  is(await prepareMetrics(scenario), scenario);
  const run = simulate(scenario);
  equal(run.ids.slice(-3), ['per_watt', 'twice', 'abilene_share']);
  is(run.series('per_watt').unit, 'USD/MW');
  ok(Number.isNaN(run.series('per_watt').values[0]));
  is(run.at('twice', '2030-01'), 2 * (run.at('spent_total', '2030-01') / run.at('facility_in_use', '2030-01')));
  ok(run.at('abilene_share', '2030-01') > 0);
  throws(
    () => simulate(read).series('per_watt'),
    /"per_watt" is a formula that has not been read; await prepareMetrics/,
  );
  const few = simulate(scenario, { keep: ['twice'] });
  equal(few.series('twice').values.slice(60), run.series('twice').values.slice(60));
});

test('a metric that cannot be read says which and why', async () => {
  const wrong = { ...announced, metrics: { odd: { formula: 'spent_total + jobs_total', title: 'Odd' } } };
  let message = '';
  await prepareMetrics(wrong).catch((error: Error) => {
    message = error.message;
  });
  ok(message.startsWith('the metric "odd": '), message);
  ok(message.includes('job') && message.includes('USD'), message);
});

test.run();
