import type { ModelMeta } from '../engine/meta.ts';
import { nearestName } from '../engine/nearest.ts';
import type { Range } from '../engine/types.ts';
import { monthNumber, monthsBetween } from './dates.ts';
import { ELSEWHERE, FUNDER_SET, fundersOf, ITEM_SETS, SHARE, START_YEAR } from './names.ts';
import { type InputPlace, placesOf, type Supply, supplyOf } from './places.ts';
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
    for (const members of plan.groups) balance(members, frame, choose);
  }
  return { ...plan.inputs, frame };
}

/** A frame for many runs that differ in the same levers. */
export interface FrameWriter {
  /** What the runs share; the frame is the one that is written to. */
  readonly inputs: RunInputs;
  /** Sets the levers, in the order of their names: the inputs are then those that `resolve` gives for these values, bit for bit. */
  write(values: ArrayLike<number>): void;
}

/**
 * As `resolve` with a map of these levers, for an ensemble: only the places that the levers set, and the groups they balance, are
 * written again. A run may use the frame as working memory in between.
 * @throws RangeError for a lever name that this scenario does not have
 */
export function frameWriter(scenario: Scenario, meta: ModelMeta, names: readonly string[]): FrameWriter {
  const plan = planOf(scenario, meta);
  const order = new Map(names.map((name, n) => [name, n]));
  refuseUnknown(order, plan);
  const inputs = resolve(scenario, meta, order);
  const setBy = ({ levels, supply }: PlannedPlace): number | undefined =>
    levels
      .slice(0, supply.at + 1)
      .map(({ name }) => order.get(name))
      .find((n) => n !== undefined);
  const set = plan.places.flatMap((place) => {
    const n = setBy(place);
    return n === undefined ? [] : [{ slot: place.slot, n }];
  });
  const slots = new Set(set.map(({ slot }) => slot));
  const groups = plan.groups.filter((members) => members.some(({ slot }) => slots.has(slot)));
  const given = groups.flat().filter(({ slot }) => !slots.has(slot));
  const [to, from] = [Int32Array.from(set, ({ slot }) => slot), Int32Array.from(set, ({ n }) => n)];
  const { frame } = inputs;
  return {
    inputs,
    write(values) {
      for (let n = 0; n < to.length; n += 1) frame[to[n]!] = values[from[n]!]!;
      for (const place of given) frame[place.slot] = place.supply.range.central;
      for (const members of groups) balance(members, frame, order);
    },
  };
}

interface PlannedPlace extends InputPlace {
  readonly supply: Supply;
}

interface Plan {
  /** Everything at its central value. */
  readonly frame: Float64Array;
  readonly places: readonly PlannedPlace[];
  readonly names: ReadonlySet<string>;
  /** Places whose values have to sum to 1. */
  readonly groups: readonly (readonly PlannedPlace[])[];
  readonly inputs: Omit<RunInputs, 'frame'>;
}

/** A scenario never changes, so what follows from it is worked out once: an ensemble resolves the same one ten thousand times. */
const plans = new WeakMap<Scenario, { readonly meta: ModelMeta; readonly plan: Plan }>();

function planOf(scenario: Scenario, meta: ModelMeta): Plan {
  const known = plans.get(scenario);
  if (known?.meta === meta) return known.plan;
  const items = runItems(scenario, meta);
  const places = placesOf(scenario, meta, items).map((place) => ({ ...place, supply: supplyOf(place) }));
  const groups = groupsOf(places);
  const frame = new Float64Array(meta.frameSize);
  for (const record of meta.records) {
    if (record.value !== undefined) frame.fill(record.value, record.slot, record.slot + record.size);
    if (record.id === START_YEAR) frame[record.slot] = monthNumber(scenario.start) / 12;
  }
  for (const place of places) frame[place.slot] = place.supply.range.central;
  for (const members of groups) balance(members, frame, 'central');
  const { start, step, horizon } = scenario;
  const sizes = Int32Array.from(meta.sets, (set) => items[set.id]?.length ?? 0);
  const inputs = { sizes, steps: Math.round(monthsBetween(start, horizon) / step), step, start, items };
  const names = new Set(places.flatMap((place) => place.levels.map((level) => level.name)));
  const plan: Plan = { frame, places, names, groups, inputs };
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
  return shared(items);
}

type RunItems = ReturnType<typeof runItems>;
const alike = new Map<string, RunItems>();
/** A table has six scenarios; an ensemble one. */
const MOST_ALIKE = 16;

/** The same object for the same items, so that what is worked out of them is worked out once while a slider moves. */
function shared(items: RunItems): RunItems {
  const key = JSON.stringify(items);
  const found = alike.get(key) ?? items;
  alike.delete(key);
  alike.set(key, found);
  for (const oldest of alike.keys()) if (alike.size > MOST_ALIKE) alike.delete(oldest);
  return found;
}

/** What named sites leave of the programme goes elsewhere; a site of that name without a share takes it. */
export function needsElsewhere(scenario: Pick<Scenario, 'sites'>): boolean {
  return !scenario.sites.some((site) => site.id === ELSEWHERE.id) && sumOfShares(scenario.sites) < 1 - 1e-9;
}

export function sumOfShares(sites: readonly ScenarioItem[]): number {
  return sites.reduce((sum, site) => sum + (site.fields[SHARE]?.central ?? 0), 0);
}

function chosen({ levels, supply }: PlannedPlace, choose: Choose): number {
  if (typeof choose === 'string') return supply.range[choose];
  for (let at = 0; at <= supply.at; at++) {
    const value = choose.get(levels[at]?.name ?? '');
    if (value !== undefined) return value;
  }
  return supply.range.central;
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

/** The sites' shares, and what the model says balances: single inputs of one group, or the items of one input. */
function groupsOf(places: readonly PlannedPlace[]): PlannedPlace[][] {
  const groups = new Map<string, PlannedPlace[]>();
  for (const place of places) {
    const { input, over, id } = place.record;
    if (!isShare(place) && input?.balances === undefined) continue;
    const name = over.length === 0 ? (input?.balances ?? id) : id;
    groups.set(name, [...(groups.get(name) ?? []), place]);
  }
  return [...groups.values()];
}

function isShare({ record }: InputPlace): boolean {
  return record.over[0] === 'sites' && record.input?.field === SHARE;
}

/**
 * Makes a group sum to 1. Members that the scenario or the choice sets keep their values, and the others share what is
 * left in proportion (of sites only `elsewhere` gives way); where nothing is left to give way, all are scaled.
 */
function balance(members: readonly PlannedPlace[], frame: Float64Array, choose: Choose): void {
  const gives = (place: PlannedPlace): boolean =>
    !isSet(place, choose) && (!isShare(place) || place.item === ELSEWHERE.id);
  const at = (place: PlannedPlace): number => frame[place.slot] ?? 0;
  const sum = (list: readonly PlannedPlace[]): number => list.reduce((total, place) => total + at(place), 0);
  const giving = members.filter(gives);
  const left = 1 - sum(members.filter((place) => !gives(place)));
  if (giving.length > 0 && left >= 0) {
    const free = sum(giving);
    for (const place of giving) frame[place.slot] = free > 0 ? (at(place) * left) / free : left / giving.length;
    return;
  }
  for (const place of giving) frame[place.slot] = 0;
  const total = sum(members);
  if (total > 0 && Math.abs(total - 1) > 1e-12) for (const place of members) frame[place.slot] = at(place) / total;
}

function isSet({ levels, supply }: PlannedPlace, choose: Choose): boolean {
  if (supply.quantity !== undefined) return true;
  return typeof choose !== 'string' && levels.slice(0, supply.at + 1).some(({ name }) => choose.has(name));
}
