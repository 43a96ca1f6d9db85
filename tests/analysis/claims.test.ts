import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { meta } from '../../src/generated/meta.ts';
import { claims as seeds } from '../../src/generated/seeds.ts';
import { claims, readScenario, type Scenario, scenarios, simulate } from '../../src/index.ts';
import { headlines } from '../../src/model/headlines.ts';
import { itemKinds, namesOf, parseLever } from '../../src/scenario/names.ts';

const announced = scenarios.find(({ id }) => id === 'stargate-announced') ?? readScenario('');
const shipped = scenarios.map((scenario) => ({ scenario, run: simulate(scenario, { keep: [] }) }));

/** Whether some scenario that ships has a series, a lever or a headline of this name. */
function isKnown(name: string): boolean {
  if (headlines.some(({ id }) => id === name) || meta.records.some(({ id }) => id === name)) return true;
  return shipped.some(({ scenario, run }) => run.has(name) || parseLever(name, namesOf(meta), itemKinds(scenario)));
}

test('every name that a claim speaks of or is answered by exists', () => {
  const wrong = seeds.flatMap(({ id, answer, speaks_of }) =>
    [...speaks_of, ...(answer ? [answer.of] : [])].filter((name) => !isKnown(name)).map((name) => `${id}: ${name}`),
  );
  equal(wrong, []);
});

test('every claim with a number is answered by name', () => {
  equal(
    seeds.filter(({ figure, answer }) => figure && !answer).map(({ id }) => id),
    [],
  );
});

test('every answer gives a number in some scenario that ships, in the unit of the claim', () => {
  const found = new Map<string, string>();
  for (const { scenario } of shipped) {
    for (const { claim, value, unit } of claims(simulate(scenario))) if (value !== null) found.set(claim.id, unit);
  }
  for (const { id, figure, answer } of seeds) {
    if (!answer) continue;
    ok(found.has(id), `${id} is never answered`);
    is(found.get(id), SAME[figure?.unit ?? ''] ?? figure?.unit, id);
  }
});

/** Where the seeds write a unit otherwise than the model. */
const SAME: Readonly<Record<string, string>> = { 'calendar year': 'year', '1/year': '1' };

const about = (scenario: Scenario, id: string) => claims(simulate(scenario)).find(({ claim }) => claim.id === id);

test('the announcement holds to its own sum, and not to its jobs', () => {
  equal([about(announced, 'stargate_total')?.value, about(announced, 'stargate_total')?.holds], [500e9, true]);
  equal([about(announced, 'stargate_years')?.value, about(announced, 'stargate_years')?.kind], [4, 'stated']);
  equal([about(announced, 'nvidia_market_cap')?.kind, about(announced, 'nvidia_market_cap')?.holds], ['quoted', true]);
  const jobs = about(announced, 'stargate_jobs');
  const peak = simulate(announced).headline('peak_jobs').value;
  is(jobs?.value, peak);
  is(jobs?.holds, (peak ?? 0) >= 200e3);
});

test('sums are asked only of scenarios that name them', () => {
  is(about(announced, 'fab_ambition_high'), undefined);
  const fabs = scenarios.find(({ id }) => id === 'fabs-7-trillion') ?? announced;
  is(about(fabs, 'stargate_total'), undefined);
  equal([about(fabs, 'fab_ambition_high')?.value, about(fabs, 'fab_ambition_high')?.holds], [7e12, true]);
});

test('half the sum does not hold, and a commitment of another name has no such lever', () => {
  const half = readScenario(
    'format: buildout/1\ntitle: Half\ncommitments:\n  - { id: other, total: 250 billion USD, start: 2025-01, years: 4, claims: [stargate_total, stargate_years] }\n',
  );
  is(about(half, 'stargate_total')?.holds, false);
  const years = about(half, 'stargate_years');
  equal([years?.value, years?.holds, years?.reason], [null, null, 'this scenario has no stargate.years']);
});

test.run();
