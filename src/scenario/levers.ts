import type { ModelMeta, RecordMeta } from '../engine/meta.ts';
import type { Confidence, Range } from '../engine/types.ts';
import { type Measure, measureOf } from './measure.ts';
import { ELSEWHERE, hasGeneral, namesOf, SHARE } from './names.ts';
import { type InputPlace, type Origin, placesOf, rangeOf, supplyOf } from './places.ts';
import { runItems } from './resolve.ts';
import type { Quantity, Scenario } from './types.ts';

/** Anything a person can move in a scenario. */
export interface Lever {
  /** Its one name everywhere: "grid_wait", "abilene.grid_wait", "ercot.electricity_price", "rubin.chip_power". */
  readonly name: string;
  /** Its own title; an item's stands apart. */
  readonly title: string;
  /** The record it sets. */
  readonly record: string;
  readonly sector: string;
  readonly level: 'item' | 'region' | 'general' | 'fixed';
  /** The set and the item it belongs to, with the item's title. */
  readonly set?: string;
  readonly item?: { readonly id: string; readonly title: string };
  readonly measure: Measure;
  /** What it is now, in its unit, wherever that comes from. */
  readonly value: number;
  readonly origin: Origin;
  /** What the scenario states at this lever itself. */
  readonly stated?: Quantity;
  /** What it would be without that statement. */
  readonly default: number;
  /** Low, central and high of what supplies the value; a lever that is stated without a range has equal ends. */
  readonly range: Range;
  /** The model's own range, for the slider. */
  readonly usual: Range;
  readonly confidence: Confidence;
  /** A choice or a setting: not sampled unless the scenario states a range. */
  readonly setting: boolean;
  readonly balances?: string;
  /** A government by its policy, or those who build by their choice; absent where nobody decides it. */
  readonly decided?: 'government' | 'builder';
}

/** Every lever of a scenario: commitments, sites and funders item by item, then each assumption with its regions and fixed items. */
export function levers(scenario: Scenario, meta: ModelMeta): Lever[] {
  const names = namesOf(meta);
  const items = runItems(scenario, meta);
  const places = placesOf(scenario, meta, items);
  const byItem = grouped(places, (place) => place.item);
  const byRecord = grouped(places, (place) => place.record);
  const found = new Map<string, Lever>();
  const add = (lever: Lever): void => {
    if (!found.has(lever.name)) found.set(lever.name, lever);
  };
  const titles = new Map(Object.values(items).flatMap((list) => list.map((item) => [item.id, item] as const)));

  for (const set of meta.sets) {
    if (set.items !== undefined) continue;
    for (const item of items[set.id] ?? []) {
      for (const place of byItem.get(item.id) ?? []) {
        if (place.record.over.length !== 1 || isRest(place)) continue;
        add(leverAt(place, 0, 'item', { set: set.id, item }));
      }
    }
  }
  for (const record of names.inputs) {
    const own = byRecord.get(record) ?? [];
    const [first] = own;
    if (hasGeneral(record))
      add(
        first === undefined
          ? unused(record, scenario)
          : leverAt(withoutRegion(first), first.levels.length - 1, 'general', {}),
      );
    for (const place of own) {
      const [set = ''] = record.over;
      if (record.over.length === 1 && names.sets.get(set)?.items !== undefined && place.item !== undefined) {
        add(leverAt(place, 0, 'fixed', { set, item: titles.get(place.item) ?? { id: place.item, title: place.item } }));
      }
      const at = place.levels.findIndex((level) => level.origin === 'region');
      const region = names.presets.get(place.levels[at]?.name.split('.')[0] ?? '');
      const special =
        region !== undefined &&
        (place.levels[at]?.quantity !== undefined || Object.hasOwn(record.input?.presets ?? {}, region.id));
      if (special) add(leverAt(place, at, 'region', { set, item: region }));
    }
  }
  return [...found.values()];
}

function grouped<Key>(places: readonly InputPlace[], keyOf: (place: InputPlace) => Key): Map<Key, InputPlace[]> {
  const groups = new Map<Key, InputPlace[]>();
  for (const place of places) {
    const key = keyOf(place);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return groups;
}

/** What is left for `elsewhere` follows from the other shares. */
function isRest({ record, item, levels }: InputPlace): boolean {
  return item === ELSEWHERE.id && record.input?.field === SHARE && levels[0]?.quantity === undefined;
}

/** A general lever is what it is for a site without a region. */
function withoutRegion(place: InputPlace): InputPlace {
  return { ...place, preset: undefined };
}

/** A lever over a set that has no items in this scenario. */
function unused(record: RecordMeta, scenario: Scenario): Lever {
  const fallback = record.input?.ranges[0];
  if (fallback === undefined) throw new RangeError(`the input ${record.id} has no default`);
  const quantity = Object.hasOwn(scenario.assumptions, record.id) ? scenario.assumptions[record.id] : undefined;
  const levels = [{ name: record.id, origin: 'general', quantity }] as const;
  return leverAt({ slot: record.slot, record, item: undefined, levels, preset: undefined, fallback }, 0, 'general', {});
}

function leverAt(place: InputPlace, at: number, level: Lever['level'], belongs: Pick<Lever, 'set' | 'item'>): Lever {
  const { record, levels, fallback, preset } = place;
  const { input } = record;
  const own = levels[at];
  if (input === undefined || own === undefined) throw new RangeError(`${record.id} is no lever`);
  const now = supplyOf(place, at);
  const before =
    own.quantity === undefined
      ? now
      : supplyOf({ ...place, levels: levels.with(at, { ...own, quantity: undefined }) }, at);
  return {
    name: own.name,
    title: record.title,
    record: record.id,
    sector: record.sector,
    level,
    ...belongs,
    measure: measureOf(record),
    value: now.range.central,
    origin: now.origin,
    ...(own.quantity === undefined ? {} : { stated: own.quantity }),
    default: before.range.central,
    range: own.quantity === undefined ? now.range : rangeOf(own.quantity),
    usual: preset !== undefined && at <= preset.at ? preset.range : fallback,
    confidence: own.quantity?.confidence ?? input.confidence,
    setting: input.setting,
    ...(input.balances === undefined ? {} : { balances: input.balances }),
    ...(input.decided === undefined ? {} : { decided: input.decided }),
  };
}
