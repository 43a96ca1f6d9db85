import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { meta } from '../../src/generated/meta.ts';
import { sources } from '../../src/generated/seeds.ts';
import { checkProjection, type Projection, type Scenario, scenarios, simulate } from '../../src/index.ts';
import { headlines } from '../../src/model/headlines.ts';
import {
  askExtreme,
  askedOf,
  askReference,
  askResponse,
  baseOf,
  extremes,
  laws,
  leversIn,
  type Outcome,
  references,
  responses,
} from '../model-check/checks.ts';
import { endsOf } from '../model-check/sweep.ts';

/** The quick part of `npm run model:check`: every check over every scenario, and every lever's ends over two of them. */

const records = new Set(meta.records.map(({ id }) => id));
const brokenOf = (outcomes: readonly (Outcome | undefined)[]): string[] =>
  outcomes.flatMap((one) => (one?.broken ? [`${one.check} in ${one.scenario}: ${one.broken}`] : []));

test('there are checks of every kind, each once, and every name in them exists', () => {
  assert.ok(laws.length > 20 && responses.length > 40 && extremes.length > 12 && references.length > 4);
  const all = [...laws, ...responses, ...extremes, ...references];
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  const isFigure = (of: string): boolean =>
    records.has(of.split('.')[0] ?? '') || headlines.some(({ id }) => id === of);
  const figures = [...responses, ...references, ...extremes.flatMap(({ expect }) => expect)];
  const unknown = figures.filter(({ of }) => !isFigure(of));
  assert.equal(
    unknown.map(({ of }) => of),
    [],
  );
  const cited = new Set(sources.map(({ id }) => id));
  assert.equal(
    references.filter(({ source }) => !cited.has(source)).map(({ id }) => id),
    [],
  );
});

test('every law holds in every scenario', () => {
  for (const scenario of scenarios) assert.equal(checkProjection(baseOf(scenario)), [], scenario.id);
});

test('no response goes the wrong way in any scenario, and each moves something in at least one', () => {
  for (const check of responses) {
    const outcomes = askedOf(check).map((scenario) => askResponse(check, scenario));
    assert.equal(brokenOf(outcomes), []);
    const moved = outcomes.some((one) => new Set(one?.figures.map(({ value }) => value)).size > 1);
    assert.ok(moved, `${check.id} moves nothing anywhere, so it checks nothing`);
  }
});

test('every extreme condition gives what it must in every scenario', () => {
  for (const check of extremes) {
    assert.equal(brokenOf(askedOf(check).map((scenario) => askExtreme(check, scenario))), []);
  }
});

test('every reference figure lies where its source puts it', () => {
  assert.equal(brokenOf(references.map(askReference)), []);
});

/** The first value of a run that is no number, and where. */
function notANumber(run: Projection): string | undefined {
  for (const id of run.ids) {
    const { values } = run.series(id);
    for (let k = 0; k < values.length; k += 1) if (!Number.isFinite(values[k])) return `${id} at step ${k}`;
  }
  return undefined;
}

for (const id of ['stargate-announced', 'sites-reported']) {
  test(`every lever of ${id} at its low and at its high end gives numbers throughout`, () => {
    const scenario = scenarios.find((one) => one.id === id) as Scenario;
    let runs = 0;
    for (const lever of leversIn(scenario)) {
      const { low, high } = endsOf(lever);
      for (const end of low === high ? [] : [low, high]) {
        runs += 1;
        const found = notANumber(simulate(scenario, { choose: new Map([[lever.name, end]]) }));
        assert.is(found, undefined, `${lever.name} at ${end}`);
      }
    }
    assert.ok(runs > 300, `${runs} runs`);
  });
}

test('a check that does not hold is told, with the figures', () => {
  const scenario = scenarios.find(({ id }) => id === 'stargate-announced') as Scenario;
  const response = responses.find(({ id }) => id === 'dearer_chips');
  const reference = references.find(({ id }) => id === 'ten_gigawatts');
  if (response === undefined || reference === undefined) throw new Error('not in the list');
  assert.match(
    askResponse({ ...response, never: 'down' }, scenario)?.broken ?? '',
    /^facility_commissioned with it_cost at \d+ is .*, facility_commissioned with/,
  );
  assert.is(askResponse({ ...response, lever: 'nobody' }, scenario), undefined);
  assert.match(
    askReference({ ...reference, most: 1 }).broken ?? '',
    /^facility_in_use is \d+\.\d+, outside 7000 to 1$/,
  );
  const expect = [{ of: 'electricity', take: 'last' as const, most_share: 0.5 }];
  const nothing = { id: 'none', says: '', kind: 'extreme' as const, set: {}, expect };
  assert.match(askExtreme(nothing, scenario).broken ?? '', /^electricity is .*, outside -Infinity to /);
  assert.is(
    askExtreme(
      { ...nothing, set: { 'sites.grid_wait': 0 }, expect: [{ of: 'npv', take: 'value', least: -1e15 }] },
      scenario,
    ).broken,
    null,
  );
  assert.throws(() => askedOf({ ...response, in: ['nobody'] }), /no scenario "nobody" ships/);
});

test.run();
