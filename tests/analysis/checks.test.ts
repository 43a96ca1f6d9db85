import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { project } from '../../src/analysis/project.ts';
import { laws } from '../../src/generated/laws.ts';
import { meta } from '../../src/generated/meta.ts';
import { checkProjection, scenarios, simulate } from '../../src/index.ts';

test('every law speaks of records that exist', () => {
  const records = new Set(meta.records.map(({ id }) => id));
  const named = laws.flatMap(({ id: _, says: __, kind: ___, ...law }) =>
    Object.values(law).flatMap((part) => (typeof part === 'number' ? [] : part)),
  );
  ok(named.length > 60);
  equal(
    named.filter((id) => !records.has(id)),
    [],
  );
  equal(new Set(laws.map(({ id }) => id)).size, laws.length);
});

for (const scenario of scenarios) {
  test(`${scenario.id} keeps every law`, () => equal(checkProjection(simulate(scenario)), []));
}

/** A sound projection with one value of one series spoilt. */
function spoilt(id: string, k: number, value: (before: number) => number) {
  const scenario = scenarios.find((one) => one.id === 'stargate-central') ?? scenarios[0];
  if (scenario === undefined) throw new Error('nothing ships');
  const projection = project(scenario);
  const { values } = projection.series(id);
  values[k] = value(values[k] ?? Number.NaN);
  return checkProjection(projection).map(({ law, id, at }) => `${law} ${id} ${at}`);
}

test('a broken law is found, with the series and the first month', () => {
  ok(spoilt('idle.stargate', 60, (value) => value + 1e6).includes('money_stands_somewhere announced.stargate 2030-01'));
  ok(spoilt('electricity.abilene', 7, () => Number.NaN).includes('finite electricity.abilene 2025-08'));
  ok(spoilt('dark_chips.abilene', 8, () => -1).includes('never_negative dark_chips.abilene 2025-09'));
  ok(
    spoilt('facility_ready.abilene', 120, (value) => value * 2).includes('hall_stages facility_ready.abilene 2035-01'),
  );
  ok(
    spoilt('job_years.construction', 120, (value) => value * 0.9).includes(
      'never_falls job_years.construction 2035-01',
    ),
  );
  ok(spoilt('spending', 11, (value) => value + 1e9).includes('spent_is_spending_so_far spent_total 2026-01'));
  ok(spoilt('lit_share', 100, () => 1.01).includes('shares lit_share 2033-05'));
  ok(spoilt('spent_total', 90, (value) => value * 3).includes('money_stages spent_total 2032-07'));
});

test.run();
