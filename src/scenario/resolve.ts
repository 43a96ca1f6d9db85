import type { ModelMeta } from '../engine/meta.ts';
import { nearestName } from '../engine/nearest.ts';
import type { Range } from '../engine/types.ts';
import { monthNumber, monthsBetween } from './dates.ts';
import { ELSEWHERE, FUNDER_SET, fundersOf, ITEM_SETS, START_YEAR } from './names.ts';
import { type InputPlace, placesOf } from './places.ts';
import type { RunInputs, Scenario, ScenarioItem } from './types.ts';

/** Which value of each lever a run takes: one of the three, or central but for the levers named here. */
export type Choose = keyof Range | ReadonlyMap<string, number>;

/**
 * Everything a run needs: the frame with inputs and constants filled, sizes, steps, and the items of every set.
 * A site's value is its own if stated, else its region's as stated, else the general one as stated, else the
 * region's and then the model's default. A map never changes where a value comes from, except by a more specific name.
 * @throws RangeError for a lever name in the map that this scenario does not have
 */
export function resolve(scenario: Scenario, meta: ModelMeta, choose: Choose = 'central'): RunInputs {
  const plan = planOf(scenario, meta);
  const frame = Float64Array.from(plan.frame);
  if (choose !== 'central') {
    if (typeof choose !== 'string') refuseUnknown(choose, plan);
    for (const place of plan.places) frame[place.slot] = chosen(place, choose);
    for (const [name, slots] of plan.groups) balance(name, slots, frame, choose);
  }
  return { ...plan.inputs, frame };
}

interface Plan {
  /** Everything at its central value. */
  readonly frame: Float64Array;
  readonly places: readonly InputPlace[];
  readonly names: ReadonlySet<string>;
  /** Places whose values have to sum to 1. */
  readonly groups: ReadonlyMap<string, readonly InputPlace[]>;
  readonly inputs: Omit<RunInputs, 'frame'>;
}

const plans = new WeakMap<Scenario, { readonly meta: ModelMeta; readonly plan: Plan }>();

function planOf(scenario: Scenario, meta: ModelMeta): Plan {
  const known = plans.get(scenario);
  if (known?.meta === meta) return known.plan;
  const items = runItems(scenario, meta);
  const places = placesOf(scenario, meta, items);
  const groups = groupsOf(places, items);
  const frame = new Float64Array(meta.frameSize);
  for (const record of meta.records) {
    if (record.value !== undefined) frame.fill(record.value, record.slot, record.slot + record.size);
    if (record.id === START_YEAR) frame[record.slot] = monthNumber(scenario.start) / 12;
  }
  for (const place of places) frame[place.slot] = place.range.central;
  const { start, step, horizon } = scenario;
  const sizes = Int32Array.from(meta.sets, (set) => items[set.id]?.length ?? 0);
  const inputs = { sizes, steps: Math.round(monthsBetween(start, horizon) / step), step, start, items };
  const plan: Plan = { frame, places, groups, inputs, names: new Set(places.flatMap((place) => place.names)) };
  for (const [name, slots] of groups) balance(name, slots, frame, 'central');
  plans.set(scenario, { meta, plan });
  return plan;
}

/** The items of every set in a run of this scenario, with `elsewhere` where named sites leave something. */
export function runItems(
  scenario: Scenario,
  meta: ModelMeta,
): Record<string, readonly { id: string; title: string }[]> {
  const items: Record<string, readonly { id: string; title: string }[]> = {};
  for (const set of meta.sets) items[set.id] = set.items ?? [];
  for (const set of ITEM_SETS)
    if (items[set] !== undefined) items[set] = scenario[set].map(({ id, title }) => ({ id, title }));
  if (items[FUNDER_SET] !== undefined) items[FUNDER_SET] = fundersOf(scenario).map(({ id, title }) => ({ id, title }));
  if (items.sites !== undefined && needsElsewhere(scenario)) items.sites = [...items.sites, ELSEWHERE];
  return items;
}

/** What named sites leave of the programme goes elsewhere; a site of that name without a share takes it. */
export function needsElsewhere(scenario: Pick<Scenario, 'sites'>): boolean {
  return !scenario.sites.some((site) => site.id === ELSEWHERE.id) && sumOfShares(scenario.sites) < 1 - 1e-9;
}

export function sumOfShares(sites: readonly ScenarioItem[]): number {
  return sites.reduce((sum, site) => sum + (site.fields.share?.central ?? 0), 0);
}

function chosen(place: InputPlace, choose: Choose): number {
  if (typeof choose === 'string') return place.range[choose];
  for (let index = 0; index <= place.supplied; index++) {
    const value = choose.get(place.names[index] ?? '');
    if (value !== undefined) return value;
  }
  return place.range.central;
}

function refuseUnknown(choose: ReadonlyMap<string, number>, plan: Plan): void {
  for (const name of choose.keys()) {
    if (plan.names.has(name)) continue;
    const hint = nearestName(name, plan.names);
    throw new RangeError(
      `this scenario has no lever "${name}"${hint === undefined ? '' : `; did you mean "${hint}"?`}`,
    );
  }
}

/** Site shares always balance; other groups where the model says so: scalars of one name, or the items of one input. */
function groupsOf(places: readonly InputPlace[], items: RunInputs['items']): Map<string, InputPlace[]> {
  const groups = new Map<string, InputPlace[]>();
  for (const place of places) {
    const { input, over, id } = place.record;
    const isShare = over[0] === 'sites' && input?.field === 'share';
    if (!isShare && input?.balances === undefined) continue;
    const name = isShare ? 'share' : over.length === 0 ? (input?.balances ?? '') : id;
    groups.set(name, [...(groups.get(name) ?? []), place]);
  }
  if ((items.sites?.length ?? 0) === 0) groups.delete('share');
  return groups;
}

/**
 * Makes a group sum to 1. Members that the scenario or the choice sets keep their values, and the others share what is
 * left in proportion; where nothing else is left to give way, all are scaled.
 */
function balance(name: string, members: readonly InputPlace[], frame: Float64Array, choose: Choose): void {
  const rest =
    name === 'share'
      ? members.filter((place) => place.item === ELSEWHERE.id && place.quantity === undefined)
      : members.filter((place) => !isSet(place, choose));
  const at = (place: InputPlace): number => frame[place.slot] ?? 0;
  const sum = (list: readonly InputPlace[]): number => list.reduce((total, place) => total + at(place), 0);
  const kept = members.filter((place) => !rest.includes(place));
  const left = 1 - sum(kept);
  const free = sum(rest);
  if (rest.length > 0 && left >= 0) {
    for (const place of rest) frame[place.slot] = free > 0 ? (at(place) * left) / free : left / rest.length;
    return;
  }
  for (const place of rest) frame[place.slot] = 0;
  const total = sum(members);
  if (total > 0 && Math.abs(total - 1) > 1e-12) for (const place of members) frame[place.slot] = at(place) / total;
}

function isSet(place: InputPlace, choose: Choose): boolean {
  if (place.quantity !== undefined) return true;
  return typeof choose !== 'string' && place.names.slice(0, place.supplied + 1).some((name) => choose.has(name));
}
