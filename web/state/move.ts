import type { ModelMeta } from '../../src/engine/meta.ts';
import { type Lever, levers } from '../../src/scenario/levers.ts';
import { setLever } from '../../src/scenario/set.ts';
import type { Quantity, Scenario } from '../../src/scenario/types.ts';
import type { Entry } from './types.ts';

/**
 * A lever moved to a value in its own unit. A range that the scenario states moves along; what it says of its source does
 * not, because the figure is no longer the source's. Shares that must sum to 100 % give way to each other.
 * @param all the scenario's levers, where the caller has them already
 */
export function moved(
  scenario: Scenario,
  name: string,
  value: number,
  meta: ModelMeta,
  all: readonly Lever[] = levers(scenario, meta),
): Scenario {
  if (scenario.locks.includes(name)) return scenario;
  const lever = all.find((one) => one.name === name);
  if (lever === undefined || lever.value === value) return scenario;
  const next = setLever(scenario, name, movedQuantity(lever.stated, value), meta);
  return movesOthers(lever) ? balanced(next, name, meta) : next;
}

/** Whether other levers give way when this one moves. */
export function movesOthers({ balances, record }: Pick<Lever, 'balances' | 'record'>): boolean {
  return balances !== undefined || record === SITE_SHARE;
}

const SITE_SHARE = 'site_share';

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

/** The others of the group share what is left in proportion. Sites may leave a rest, which goes elsewhere. */
function balanced(scenario: Scenario, name: string, meta: ModelMeta): Scenario {
  const all = levers(scenario, meta);
  const own = all.find((lever) => lever.name === name);
  if (own === undefined) return scenario;
  const group = all.filter(({ record, balances, level }) =>
    own.record === SITE_SHARE
      ? record === SITE_SHARE
      : balances === own.balances && record === own.record && level === own.level,
  );
  const others = group.filter((lever) => lever.name !== name && !scenario.locks.includes(lever.name));
  const fixed = group.filter((lever) => lever.name !== name && scenario.locks.includes(lever.name));
  const sum = (list: typeof group): number => list.reduce((total, { value }) => total + value, 0);
  const left = Math.max(0, 1 - own.value - sum(fixed));
  const free = sum(others);
  if (own.record === SITE_SHARE && free <= left) return scenario;
  let next = scenario;
  for (const lever of others) {
    const value = free > 0 ? (lever.value * left) / free : left / others.length;
    next = setLever(next, lever.name, { central: Number(value.toPrecision(12)) }, meta);
  }
  return next;
}

/** Back to how the scenario was opened, or to what the model takes without a word from the scenario. */
export function reset(entry: Entry, name: string, how: 'opened' | 'default', meta: ModelMeta): Scenario {
  if (how === 'default') return setLever(entry.scenario, name, undefined, meta);
  const before = levers(entry.origin, meta).find((lever) => lever.name === name);
  return setLever(entry.scenario, name, before?.stated, meta);
}

export function withLock(scenario: Scenario, name: string, locked: boolean): Scenario {
  const others = scenario.locks.filter((one) => one !== name);
  return { ...scenario, locks: locked ? [...others, name] : others };
}
