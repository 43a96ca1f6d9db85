import type { ModelMeta } from '../../src/engine/meta.ts';
import { type Lever, levers } from '../../src/scenario/levers.ts';
import { setLever } from '../../src/scenario/set.ts';
import type { Quantity, Scenario } from '../../src/scenario/types.ts';
import type { Entry } from './types.ts';

/**
 * A lever moved to a value in its own unit. A range that the scenario states moves along; what it says of its source does
 * not, because the figure is no longer the source's. Shares that must sum to 100 % give way to each other, and go no further than
 * those that are locked leave room.
 * @param all the scenario's levers, where the caller has them already
 */
export function moved(
  scenario: Scenario,
  name: string,
  value: number,
  meta: ModelMeta,
  all: readonly Lever[] = levers(scenario, meta),
): Scenario {
  const lever = all.find((one) => one.name === name);
  if (lever === undefined || scenario.locks.includes(name)) return scenario;
  const group = groupOf(lever, all);
  const to = within(value, lever, group, scenario.locks);
  if (lever.value === to) return scenario;
  return balanced(setLever(scenario, name, movedQuantity(lever.stated, to), meta), lever, to, group, meta);
}

/** Whether other levers give way when this one moves. */
export function movesOthers({ balances, record }: Pick<Lever, 'balances' | 'record'>): boolean {
  return balances !== undefined || record === SITE_SHARE;
}

const SITE_SHARE = 'site_share';
const TOTAL = 'commitment_total';

function movedQuantity(stated: Quantity | undefined, value: number): Quantity {
  if (stated?.low === undefined || stated.high === undefined) return { central: value };
  const { low, high, distribution } = stated;
  return {
    central: value,
    low: Math.min(low, value),
    high: Math.max(high, value),
    ...(distribution === undefined ? {} : { distribution }),
  };
}

/** The levers that sum to 100 % with this one, itself included; of no others, none. */
function groupOf(lever: Lever, all: readonly Lever[]): readonly Lever[] {
  if (!movesOthers(lever)) return [];
  return all.filter(({ record, balances, level }) =>
    lever.record === SITE_SHARE
      ? record === SITE_SHARE
      : balances === lever.balances && record === lever.record && level === lever.level,
  );
}

const sum = (group: readonly Lever[]): number => group.reduce((total, { value }) => total + value, 0);

/** As far as a share may go: what those that are locked leave. Where all others are locked it has to stay, unless a part may go elsewhere. */
function within(value: number, lever: Lever, group: readonly Lever[], locks: readonly string[]): number {
  if (group.length === 0) return value;
  const others = group.filter(({ name }) => name !== lever.name);
  const fixed = others.filter(({ name }) => locks.includes(name));
  if (others.length === fixed.length && lever.record !== SITE_SHARE) return lever.value;
  return Math.min(value, rounded(Math.max(0, 1 - sum(fixed))));
}

/** The others of the group share what is left in proportion. Sites may leave a rest, which goes elsewhere. */
function balanced(scenario: Scenario, lever: Lever, value: number, group: readonly Lever[], meta: ModelMeta): Scenario {
  const others = group.filter(({ name }) => name !== lever.name);
  const fixed = others.filter(({ name }) => scenario.locks.includes(name));
  const giving = others.filter(({ name }) => !scenario.locks.includes(name));
  const left = Math.max(0, 1 - value - sum(fixed));
  const free = sum(giving);
  if (lever.record === SITE_SHARE && free <= left) return scenario;
  return giving.reduce((next, other) => {
    const share = rounded(free > 0 ? (other.value / free) * left : left / giving.length);
    return share === other.value ? next : setLever(next, other.name, movedQuantity(other.stated, share), meta);
  }, scenario);
}

const rounded = (share: number): number => Number(share.toPrecision(12));

/**
 * Back to how the scenario was opened, or to what the model takes without a word from the scenario. What a scenario must state is
 * stated. Shares give way as they do when one is moved.
 */
export function reset(entry: Entry, name: string, how: 'opened' | 'default', meta: ModelMeta): Scenario {
  const { scenario } = entry;
  const all = levers(scenario, meta);
  const lever = all.find((one) => one.name === name);
  if (lever === undefined || scenario.locks.includes(name)) return scenario;
  const before = how === 'opened' ? levers(entry.origin, meta).find((one) => one.name === name) : undefined;
  const value = before?.value ?? lever.default;
  const group = groupOf(lever, all);
  if (within(value, lever, group, scenario.locks) !== value) return moved(scenario, name, value, meta, all);
  const stated = before?.stated ?? (mustBeStated(lever) ? { central: value } : undefined);
  return likeOpened(balanced(setLever(scenario, name, stated, meta), lever, value, group, meta), entry, group, meta);
}

/** A commitment without a sum, or a funder without an amount, would be none. */
function mustBeStated({ set, record }: Lever): boolean {
  return set === 'funders' || (set === 'commitments' && record === TOTAL);
}

/** Shares that are all back where they were are stated as they were. */
function likeOpened(scenario: Scenario, entry: Entry, group: readonly Lever[], meta: ModelMeta): Scenario {
  const opened = new Map(levers(entry.origin, meta).map((lever) => [lever.name, lever]));
  const now = new Map(levers(scenario, meta).map((lever) => [lever.name, lever]));
  const isBack = ({ name }: Lever): boolean =>
    Math.abs((now.get(name)?.value ?? Number.NaN) - (opened.get(name)?.value ?? Number.NaN)) < 1e-9;
  if (!group.every(isBack)) return scenario;
  return group.reduce((next, { name }) => setLever(next, name, opened.get(name)?.stated, meta), scenario);
}

/**
 * With a lever locked or free. What it would take from a region or from all sites is stated when it is locked, so that it stays when
 * those move; it keeps its range.
 */
export function withLock(scenario: Scenario, name: string, locked: boolean, meta: ModelMeta): Scenario {
  const others = scenario.locks.filter((one) => one !== name);
  if (!locked) return { ...scenario, locks: others };
  const lever = levers(scenario, meta).find((one) => one.name === name);
  const inherits = lever !== undefined && lever.level !== 'general' && lever.stated === undefined;
  const held = inherits ? setLever(scenario, name, quantityOf(lever), meta) : scenario;
  return { ...held, locks: [...others, name] };
}

/** What supplies a lever now, as a scenario would state it. */
function quantityOf({ value, range: { low, high }, setting }: Lever): Quantity {
  return setting || low === high ? { central: value } : { low, central: value, high };
}
