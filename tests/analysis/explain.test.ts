import { test } from 'uvu';
import { equal, is, match, ok, throws } from 'uvu/assert';
import { type Explanation, explain, prepareMetrics, readScenario, scenarios, simulate } from '../../src/index.ts';
import { addMonths } from '../../src/scenario/dates.ts';

const shipped = (id: string) => scenarios.find((scenario) => scenario.id === id) ?? readScenario(id);

/** Every number of an explanation, the root first. */
function* walk(explanation: Explanation): Generator<Explanation> {
  yield explanation;
  for (const input of explanation.inputs) yield* walk(input);
}

function close(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

const MONTHS = ['2025-01', '2028-07', '2040-01'];

for (const id of ['stargate-announced', 'stargate-central', 'stargate-and-fabs']) {
  test(`${id}: every series is its formula of the inputs shown, at three dates`, () => {
    const projection = simulate(shipped(id));
    const wrong: string[] = [];
    let compared = 0;
    for (const name of projection.ids) {
      for (const at of MONTHS) {
        const explanation = explain(projection, name, { at });
        is(explanation.at, at);
        is(explanation.value, projection.at(name, at));
        compared += 1;
        if (explanation.recomputed === undefined || !close(explanation.recomputed, explanation.value)) {
          wrong.push(`${name} ${at}: ${explanation.value}, recomputed ${explanation.recomputed}`);
        }
      }
    }
    equal(wrong, []);
    ok(compared > 1000, `${compared} compared`);
  });
}

test('headlines are recomputed from the values shown, and a missing one says why', () => {
  let missing = 0;
  for (const scenario of scenarios) {
    const projection = simulate(scenario);
    for (const { id, value, reason } of projection.headlines) {
      const explanation = explain(projection, id);
      if (value === null) {
        missing += 1;
        is(explanation.why, reason);
        ok(Number.isNaN(explanation.value));
      } else {
        is(explanation.value, value, id);
        ok(
          close(explanation.recomputed ?? Number.NaN, value),
          `${scenario.id} ${id}: ${value}, ${explanation.recomputed}`,
        );
        ok(explanation.inputs.length > 0, id);
      }
    }
  }
  ok(missing > 0);
});

test('an explanation goes down to leaves that each have a source or a mark', () => {
  const projection = simulate(shipped('stargate-central'));
  let leaves = 0;
  for (const id of [
    'spending',
    'facility_in_use.abilene',
    'electricity',
    'jobs_total',
    'net_present_value',
    'fab_accelerators',
  ]) {
    for (const one of walk(explain(projection, id, { at: '2029-12', depth: 8 }))) {
      if (one.recomputed !== undefined) ok(close(one.recomputed, one.value), `${one.id} in ${id}`);
      if (one.tag === 'computed') {
        ok(one.more === true || one.recomputed !== undefined, one.id);
        continue;
      }
      leaves += 1;
      equal(one.inputs, []);
      if (one.tag === 'disclosed') ok(one.source?.title, `${one.id} has no source`);
      else match(one.tag, /^(assumed|definition)$/);
    }
  }
  ok(leaves > 100, `${leaves} leaves`);
});

test('a stock is its previous value and its net flow over the step', () => {
  const all = [...walk(explain(shipped('stargate-announced'), 'spent_total', { at: '2027-03', depth: 3 }))];
  const spent = all.find(({ id, item }) => id === 'halls_spent' && item === 'stargate');
  ok(spent);
  const { formula, inputs, value, recomputed } = spent;
  match(formula ?? '', /^previous value \+ \(halls_releasing \+ halls_price_difference\) \* time_step \/ 12$/);
  equal(
    inputs.map(({ id, at }) => [id, at]),
    [
      ['halls_spent', '2027-02'],
      ['halls_releasing', '2027-02'],
      ['halls_price_difference', '2027-02'],
      ['time_step', '2027-02'],
    ],
  );
  ok(close(recomputed ?? Number.NaN, value));
});

test('what binds is said in words, of every site in every month', () => {
  const projection = simulate(shipped('stargate-central'));
  const said = new Set<string>();
  for (const id of projection.ids.filter((name) => /^(root_|fab_)?binding/.test(name) && /\.|fab_/.test(name)))
    for (const at of MONTHS) {
      const { means, value } = explain(projection, id, { at });
      ok(means, `${id} ${at} ${value}`);
      said.add(`${id.split('.')[0]} ${value} ${means}`);
    }
  ok(said.has('binding 0 Complete') || said.has('binding 2 Power'), [...said].join());
  is(explain(projection, 'facility_in_use').means, undefined);
});

test('a stock tells its years: with the start they sum to its value, and each names its greatest month', () => {
  const projection = simulate(shipped('stargate-central'));
  for (const id of ['spent_total', 'halls_spent.stargate', 'facility_started.abilene', 'chip_stock.abilene']) {
    if (!projection.has(id)) continue;
    for (const one of walk(explain(projection, id, { at: '2031-06', depth: 2 }))) {
      if (one.history === undefined) continue;
      const { start, years } = one.history;
      const sum = years.reduce((total, { change }) => total + change, start.value);
      ok(close(sum, one.value), `${one.id}: ${sum} is not ${one.value}`);
      const name = one.item === undefined ? one.id : `${one.id}.${one.item}`;
      for (const { year, most } of years) {
        const by = (month: string): number => projection.at(name, month);
        const changes = Array.from(
          { length: 12 },
          (_, n) => [addMonths(`${year}-01`, n), addMonths(`${year}-01`, n + 1)] as const,
        )
          .filter(([from, to]) => from >= start.at && to <= one.at)
          .map(([from, to]) => ({ to, size: Math.abs(by(to) - by(from)) }));
        const greatest = changes.reduce((a, b) => (b.size > a.size ? b : a));
        is(most, greatest.to, `${name} in ${year}`);
      }
    }
  }
});

test('what is no amount is told in words: a month, a choice, a cause', () => {
  const central = simulate(shipped('stargate-central'));
  const word = (id: string, at?: string) => explain(central, id, at === undefined ? {} : { at }).means;
  is(word('site_start.shackelford'), '2025-08');
  is(word('spending_profile.stargate'), 'S-curve');
  is(word('binding.abilene', '2026-06'), 'Building');
  is(word('binding.abilene', '2039-01'), 'Complete');
  is(word('facility_in_use', '2030-01'), undefined);
  is(explain(simulate(shipped('fabs-5-trillion')), 'fab_binding', { at: '2032-01' }).means, 'Absorption');
  is(word('fab_binding', '2032-01'), 'No plants');
});

test('what a scenario changed is marked, with whose figure it is', () => {
  const scenario = readScenario(
    'format: buildout/1\ntitle: Mine\nextends: stargate-announced\nassumptions:\n  pue: 1.5\n  it_cost: { central: 40 thousand USD/accelerator, source: nvidia_fy2025 }\n',
  );
  const pue = explain(scenario, 'pue');
  equal([pue.value, pue.tag, pue.changed, pue.source?.title], [1.5, 'assumed', true, 'Mine']);
  equal([explain(scenario, 'it_cost').tag, explain(scenario, 'it_cost').changed], ['disclosed', true]);
  equal(explain(scenario, 'tax_rate').changed, undefined);
});

test('a metric is explained by the series it uses', async () => {
  const text =
    'format: buildout/1\ntitle: M\nextends: stargate-announced\nmetrics:\n  per_job: { formula: spent_total / jobs_total, title: Dollars per job }\n';
  const scenario = await prepareMetrics(readScenario(text));
  const { unit, value, recomputed, inputs } = explain(scenario, 'per_job', { at: '2030-01' });
  is(unit, 'USD/job');
  is(recomputed, value);
  equal(
    inputs.map(({ id }) => id),
    ['spent_total', 'jobs_total'],
  );
});

test('an unknown name gets the nearest one, and a month outside the run its bounds', () => {
  const projection = simulate(shipped('stargate-announced'));
  throws(() => explain(projection, 'spendin'), /did you mean "spending"/);
  throws(() => explain(projection, 'spending', { at: '2041-01' }), /from 2025-01 to 2040-01/);
});

test.run();
