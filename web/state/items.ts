import type { ModelMeta } from '../../src/engine/meta.ts';
import type { Scenario, ScenarioItem } from '../../src/scenario/types.ts';
import type { Entry } from './types.ts';

/** The sets whose items a person adds and removes. */
export type ItemSet = 'commitments' | 'sites';

/** Whether there is room for one more. */
export function hasRoom(scenario: Scenario, set: ItemSet, meta: ModelMeta): boolean {
  return scenario[set].length < (meta.sets.find(({ id }) => id === set)?.most ?? 0);
}

/** A site may go, and the rest of the programme is built elsewhere; of commitments one stays, or there is nothing to spend. */
export function mayRemove(scenario: Scenario, set: ItemSet): boolean {
  return set === 'sites' || scenario.commitments.length > 1;
}

/**
 * One more item, with sensible values: a hundred billion dollars, or a tenth of the programme as far as that is free.
 * @returns the scenario and the item's id; the same scenario where there is no room
 */
export function withNewItem(
  scenario: Scenario,
  set: ItemSet,
  title: (number: number) => string,
  meta: ModelMeta,
): { readonly scenario: Scenario; readonly id: string } {
  if (!hasRoom(scenario, set, meta)) return { scenario, id: '' };
  const taken = new Set([...scenario.commitments, ...scenario.sites].map(({ id }) => id));
  const stem = set === 'sites' ? 'site' : 'commitment';
  let number = scenario[set].length + 1;
  while (taken.has(`${stem}_${number}`)) number += 1;
  const id = `${stem}_${number}`;
  const share = Math.min(0.1, freeShare(scenario));
  const fields: ScenarioItem['fields'] =
    set === 'sites' ? { share: { central: share } } : { total: { central: 100e9 } };
  const item: ScenarioItem = { id, title: title(number), fields };
  return { scenario: { ...scenario, [set]: [...scenario[set], item] }, id };
}

/** Without an item, and without what speaks of it: locks, targets, correlations. */
export function withoutItem(scenario: Scenario, set: ItemSet, id: string): Scenario {
  if (!mayRemove(scenario, set)) return scenario;
  const isOfItem = (name: string): boolean => name.startsWith(`${id}.`) || name.split('.').slice(1).includes(id);
  return {
    ...scenario,
    [set]: scenario[set].filter((item) => item.id !== id),
    locks: scenario.locks.filter((name) => !isOfItem(name)),
    targets: Object.fromEntries(Object.entries(scenario.targets).filter(([, { of }]) => !isOfItem(of))),
    uncertainty: {
      ...scenario.uncertainty,
      correlations: scenario.uncertainty.correlations.filter(([a, b]) => !isOfItem(a) && !isOfItem(b)),
    },
  };
}

/** Items that were there when the scenario was opened. */
export function removedItems({ scenario, origin }: Entry, set: ItemSet): readonly ScenarioItem[] {
  return origin[set].filter(({ id }) => scenario[set].every((item) => item.id !== id));
}

/** How an item was called, and where it was, when the scenario was opened; absent where both are the same, or it was not there. */
export function openedAs({ scenario, origin }: Entry, set: ItemSet, id: string): ScenarioItem | undefined {
  const [now, then] = [scenario, origin].map((one) => one[set].find((item) => item.id === id));
  return now !== undefined && then !== undefined && (now.title !== then.title || now.region !== then.region)
    ? then
    : undefined;
}

/** With a removed item back in its place; a site's share as far as the others leave room for it. */
export function withItemBack(entry: Entry, set: ItemSet, id: string): Scenario {
  const { scenario, origin } = entry;
  const item = origin[set].find((one) => one.id === id);
  if (item === undefined) return scenario;
  const { share } = item.fields;
  const back =
    share === undefined
      ? item
      : {
          ...item,
          fields: { ...item.fields, share: { ...share, central: Math.min(share.central, freeShare(scenario)) } },
        };
  const order = origin[set].map((one) => one.id);
  const at = scenario[set].findIndex((one) => order.indexOf(one.id) > order.indexOf(id));
  return { ...scenario, [set]: scenario[set].toSpliced(at < 0 ? scenario[set].length : at, 0, back) };
}

/** What the sites leave of the programme. */
function freeShare({ sites }: Scenario): number {
  const free = 1 - sites.reduce((sum, { fields }) => sum + (fields.share?.central ?? 0), 0);
  return Math.max(0, Number(free.toPrecision(6)));
}

/** An item with another title, or a site in another region ("" for none). */
export function withItem(
  scenario: Scenario,
  set: ItemSet,
  id: string,
  change: { readonly title?: string; readonly region?: string },
): Scenario {
  const changed = (item: ScenarioItem): ScenarioItem => {
    const { region: before, ...rest } = item;
    const region = change.region ?? before;
    const title = change.title?.trim() || item.title;
    return { ...rest, title, ...(region === undefined || region === '' ? {} : { region }) };
  };
  return { ...scenario, [set]: scenario[set].map((item) => (item.id === id ? changed(item) : item)) };
}
