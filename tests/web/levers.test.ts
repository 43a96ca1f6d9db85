import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { type Lever, levers } from '../../src/scenario/levers.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { withItem } from '../../web/state/items.ts';
import { moved, reset, withLock } from '../../web/state/move.ts';
import { DECIDED, type Decided, type LeverGroup, leverGroups } from '../../web/state/panel.ts';
import { scaleFor } from '../../web/state/slider.ts';
import type { Entry } from '../../web/state/types.ts';

const scenario = (id: string): Scenario => {
  const found = scenarios.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(id);
  return found;
};
const announced = scenario('stargate-announced');
const central = scenario('stargate-central');
const all = levers(announced, meta);
const lever = (name: string, of: readonly Lever[] = all): Lever => {
  const found = of.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(name);
  return found;
};
const entryOf = (of: Scenario): Entry => ({ key: 'a', scenario: of, origin: of, slot: 0, shown: true });
const byName = (of: Scenario) => new Map(levers(of, meta).map((one) => [one.name, one]));
const groups = (of: Scenario, search = '', onlyChanged = false, opened = of): LeverGroup[] =>
  leverGroups(levers(of, meta), byName(opened), of.locks, meta.sectors, { search, onlyChanged });
const names = (found: readonly LeverGroup[]): string[] =>
  found.flatMap((group) => group.levers.map((one) => one.lever.name));

test('every lever of every shipped scenario has a slider that can show its value, its range and its limits', () => {
  for (const one of scenarios.flatMap((each) => levers(each, meta))) {
    const scale = scaleFor(one);
    const { least = -Infinity, most = Infinity } = one.measure;
    const values = Array.from({ length: scale.steps + 1 }, (_, position) => scale.valueAt(position));
    const says = `${one.name}: ${values[0]} to ${values.at(-1)} in ${scale.steps} steps`;
    ok(scale.steps >= 1 && scale.steps <= 400, says);
    ok(
      values.every((value, index) => index === 0 || value > (values[index - 1] ?? Infinity)),
      `rising: ${says}`,
    );
    ok(
      values.every((value) => value >= least - 1e-9 * Math.abs(least) && value <= most + 1e-9 * Math.abs(most)),
      `within limits: ${says}`,
    );
    const position = scale.positionOf(one.value);
    const next = Math.abs(scale.valueAt(Math.ceil(position)) - scale.valueAt(Math.floor(position)));
    ok(
      Math.abs(scale.valueAt(Math.round(position)) - one.value) <= next + 1e-9 * Math.abs(one.value),
      `value ${one.value}: ${says}`,
    );
  }
});

test('positions and values agree at every step', () => {
  for (const name of ['stargate.total', 'grid_wait', 'share_delivered', 'stargate.start', 'it_cost', 'inflation']) {
    const scale = scaleFor(lever(name));
    for (let position = 0; position <= scale.steps; position++)
      ok(Math.abs(scale.positionOf(scale.valueAt(position)) - position) < 1e-6, `${name} ${position}`);
  }
});

test('a sum of money has a logarithmic slider with round values and a zero; shares, dates and choices are linear', () => {
  const total = scaleFor(lever('stargate.total'));
  ok(total.log);
  is(total.valueAt(0), 0);
  ok(total.valueAt(total.steps) >= 5e12);
  is(total.valueAt(Math.round(total.positionOf(500e9))), 500e9);
  is(total.valueAt(Math.round(total.positionOf(100e9))), 100e9);
  equal(scaleFor(lever('share_delivered')).steps, 100);
  is(scaleFor(lever('stargate.start')).valueAt(24), 0);
  is(scaleFor(lever('perimeter')).steps, 1);
});

test('commitments and sites come first, funders with their commitment, then sectors in the order of the model', () => {
  const found = groups(central);
  equal(found.map(({ id }) => id).slice(0, 4), ['stargate', 'abilene', 'shackelford', 'dona_ana']);
  ok(names([found[0]!]).includes('stargate_softbank.amount'));
  const sectors = found.filter(({ kind }) => kind === 'sector').map(({ id }) => id);
  equal(
    sectors,
    meta.sectors.map(({ id }) => id).filter((id) => sectors.includes(id)),
  );
  equal(new Set(names(found)).size, levers(central, meta).length);
});

test('search finds words of titles, items and names in any order', () => {
  equal(names(groups(central, 'abilene grid wait')), ['abilene.grid_wait']);
  ok(names(groups(central, 'grid_wait')).includes('grid_wait'));
  ok(
    names(groups(central, 'WAIT ercot')).includes('ercot.grid_wait') || names(groups(central, 'WAIT texas')).length > 0,
  );
  equal(groups(central, 'no such lever'), []);
});

test('only what differs from how it was opened counts as changed', () => {
  const other = moved(announced, 'fitout_lag', 9, meta);
  const count = (of: Scenario): number =>
    groups(of, '', false, announced).reduce((sum, { changed }) => sum + changed, 0);
  is(count(announced), 0);
  is(count(other), 1);
  const shown = groups(other, '', true, announced).flatMap((group) => group.levers);
  equal(
    shown.filter(({ changed }) => changed).map(({ lever: { name } }) => name),
    ['fitout_lag'],
  );
  ok(shown.some(({ own, lever: { name } }) => own && name === 'grid_wait'));
});

test('a moved lever keeps the range around it, and a locked one stays', () => {
  const stated: Scenario = {
    ...announced,
    assumptions: { ...announced.assumptions, it_cost: { low: 60e3, central: 70e3, high: 80e3, source: 'somewhere' } },
  };
  equal(moved(stated, 'it_cost', 90e3, meta).assumptions.it_cost, { central: 90e3, low: 60e3, high: 90e3 });
  const locked = withLock(stated, 'it_cost', true, meta);
  is(moved(locked, 'it_cost', 90e3, meta), locked);
  equal(withLock(locked, 'it_cost', false, meta).locks, []);
  is(moved(stated, 'no_such_lever', 1, meta), stated);
});

test('sites give way to each other only when nothing is left for elsewhere', () => {
  const shares = (of: Scenario): number[] => of.sites.map((site) => site.fields.share?.central ?? 0);
  const sum = (of: Scenario): number => shares(of).reduce((total, share) => total + share, 0);
  const before = shares(central);
  const little = moved(central, 'abilene.share', (before[0] ?? 0) + 0.01, meta);
  equal(shares(little).slice(1), before.slice(1));
  const much = moved(central, 'abilene.share', 0.9, meta);
  ok(Math.abs(sum(much) - 1) < 1e-9, `${sum(much)}`);
  is(shares(much)[0], 0.9);
  const [first = 0, second = 0] = shares(much).slice(1);
  ok(Math.abs(first / second - (before[1] ?? 0) / (before[2] ?? 1)) < 1e-9, 'in proportion');
  const kept = moved(withLock(central, 'shackelford.share', true, meta), 'abilene.share', 0.8, meta);
  is(shares(kept)[1], before[1]);
  ok(sum(kept) <= 1 + 1e-9);
});

/** What a hand can do to shares. */
const gesture = fc.tuple(
  fc.constantFrom('move', 'reset', 'default', 'lock', 'free'),
  fc.nat({ max: 6 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

for (const [what, from, record, least] of [
  ['sites', central, 'site_share', 0],
  ['kinds of chip plants', scenario('fabs-5-trillion'), 'plant_split', 1],
] as const)
  test(`whatever is done to the shares of ${what}, they are never more than 100 %, and what is locked stays`, () => {
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 12 }), (gestures) => {
        let now = from;
        const shares = () => levers(now, meta).filter((one) => one.record === record);
        for (const [what, place, value] of gestures) {
          const before = shares();
          const { name } = before[place % before.length]!;
          const wasLocked = new Set(now.locks);
          if (what === 'move') now = moved(now, name, value, meta);
          else if (what === 'lock' || what === 'free') now = withLock(now, name, what === 'lock', meta);
          else now = reset({ ...entryOf(now), origin: from }, name, what === 'reset' ? 'opened' : 'default', meta);
          const after = shares();
          const sum = after.reduce((total, share) => total + share.value, 0);
          ok(sum <= 1 + 1e-9 && sum >= least - 1e-9, `${what} ${name}: ${sum}`);
          for (const [n, share] of before.entries())
            if (wasLocked.has(share.name)) is(after[n]?.value, share.value, `${what} ${name}: ${share.name} is locked`);
        }
      }),
      { numRuns: 300 },
    );
  });

test('a share of all that comes back within one gesture leaves the others what they had', () => {
  const far = moved(central, 'abilene.share', 1, meta);
  is(levers(far, meta).find(({ name }) => name === 'milam.share')?.value, 0);
  // Each step of a gesture is taken from where it began.
  is(moved(central, 'abilene.share', 0.12, meta), central);
});

test('shares that are reset to how they were opened are stated as they were', () => {
  const fabs = scenario('fabs-5-trillion');
  const other = moved(fabs, 'logic.plant_split', 0.8, meta);
  equal(reset({ ...entryOf(other), origin: fabs }, 'logic.plant_split', 'opened', meta), fabs);
});

test('a locked lever stays when its region, or what all sites have, moves, and nothing resets it', () => {
  const locked = withLock(central, 'milam.grid_wait', true, meta);
  const at = (of: Scenario) => lever('milam.grid_wait', levers(of, meta));
  const before = at(central);
  equal(at(locked).range, before.range);
  is(at(moved(locked, 'grid_wait', 9, meta)).value, before.value);
  is(at(withItem(locked, 'sites', 'milam', { region: 'pjm' })).value, before.value);
  is(reset(entryOf(locked), 'milam.grid_wait', 'default', meta), locked);
});

test('what a scenario must state is stated at its default, not left out', () => {
  const total = reset(entryOf(announced), 'stargate.total', 'default', meta);
  is(total.commitments[0]?.fields.total?.central, lever('stargate.total').default);
  const funded = reset(entryOf(announced), 'stargate_softbank.amount', 'default', meta);
  is(
    Object.keys(funded.commitments[0]?.funders ?? {}).length,
    Object.keys(announced.commitments[0]?.funders ?? {}).length,
  );
});

test('what was moved elsewhere and reset leaves no site in the file', () => {
  const other = moved(announced, 'elsewhere.grid_wait', 3, meta);
  is(other.sites.length, announced.sites.length + 1);
  equal(reset(entryOf(other), 'elsewhere.grid_wait', 'default', meta).sites, announced.sites);
});

test('kinds of chip plants always sum to one', () => {
  const split = (of: Scenario): number[] =>
    ['logic', 'memory', 'packaging'].map((kind) => lever(`${kind}.plant_split`, levers(of, meta)).value);
  const after = split(moved(announced, 'logic.plant_split', 0.8, meta));
  is(after[0], 0.8);
  ok(Math.abs(after.reduce((total, share) => total + share, 0) - 1) < 1e-9, `${after}`);
});

test('reset goes back to the opened value, or to what the model takes by itself', () => {
  const entry: Entry = {
    key: 's1',
    slot: 0,
    shown: true,
    origin: announced,
    scenario: moved(announced, 'grid_wait', 7, meta),
  };
  equal(reset(entry, 'grid_wait', 'opened', meta).assumptions.grid_wait, announced.assumptions.grid_wait);
  is(reset(entry, 'grid_wait', 'default', meta).assumptions.grid_wait, undefined);
});

test('policies, choices and assumptions are told apart, and every lever is one of them', () => {
  const wish = { search: '', onlyChanged: false };
  const by = (decided: Decided) => names(leverGroups(all, byName(announced), [], meta.sectors, { ...wish, decided }));
  for (const policy of ['tax_credit', 'permitting_speed']) ok(by('government').includes(policy), policy);
  for (const choice of ['stargate.total', 'look_ahead']) ok(by('builder').includes(choice), choice);
  for (const fact of ['it_cost', 'us_gdp_growth']) ok(by('nobody').includes(fact), fact);
  is(DECIDED.flatMap(by).length, all.length);
});

test.run();
