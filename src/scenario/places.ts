import type { ModelMeta, RecordMeta } from '../engine/meta.ts';
import type { Range } from '../engine/types.ts';
import { FUNDER_FIELD, fundersOf, hasGeneral, ITEM_SETS, START_YEAR } from './names.ts';
import type { Quantity, RunInputs, Scenario } from './types.ts';

/** Where a value comes from: the file's own words at three levels, or the model's defaults at two. */
export type Origin = 'item' | 'region' | 'general' | 'region default' | 'default';

/** A lever that could set a place, and what the file states for it. */
export interface Level {
  readonly name: string;
  readonly origin: 'item' | 'region' | 'general';
  readonly quantity: Quantity | undefined;
}

/** One number of the frame, with the levers that could set it, the most specific first. */
export interface InputPlace {
  readonly slot: number;
  readonly record: RecordMeta;
  /** The item it belongs to, of the first set the input runs over. */
  readonly item: string | undefined;
  readonly levels: readonly Level[];
  /** The default of the region the item is in, with the level it stands at. */
  readonly preset: { readonly at: number; readonly range: Range } | undefined;
  readonly fallback: Range;
}

/** What sets a place. */
export interface Supply {
  /** The lever's position among the levels; the last one for a default. */
  readonly at: number;
  readonly origin: Origin;
  readonly quantity: Quantity | undefined;
  readonly range: Range;
}

/**
 * What sets a place: the most specific statement, else the region's default, else the model's.
 * @param from leaves out more specific levels: 1 tells what an item's value would be without its own statement
 */
export function supplyOf({ levels, preset, fallback }: InputPlace, from = 0): Supply {
  for (let at = from; at < levels.length; at++) {
    const { origin, quantity } = levels[at] ?? {};
    if (origin !== undefined && quantity !== undefined) return { at, origin, quantity, range: rangeOf(quantity) };
  }
  if (preset !== undefined && from <= preset.at)
    return { at: preset.at, origin: 'region default', quantity: undefined, range: preset.range };
  return { at: levels.length - 1, origin: 'default', quantity: undefined, range: fallback };
}

/** A quantity's ends; a quantity without any is sure. */
export function rangeOf(quantity: Quantity): Range {
  const { central, low = central, high = central } = quantity;
  return { low, central, high };
}

/** Every place of every input in use in a run of this scenario, in the model's order. */
export function placesOf(scenario: Scenario, meta: ModelMeta, items: RunInputs['items']): InputPlace[] {
  const stated = statedQuantities(scenario);
  const regions = new Map(scenario.sites.map((site) => [site.id, site.region]));
  return meta.records.flatMap((record) => {
    const { input } = record;
    if (input === undefined || record.id === START_YEAR) return [];
    return combinations(record, meta, items).map(({ slot, ids, index }) => {
      const [item] = ids;
      const region = item === undefined || input.itemOnly ? undefined : regions.get(item);
      const named: [string, Level['origin']][] = ids.map((id) => [`${id}.${input.field}`, 'item']);
      if (region !== undefined) named.push([`${region}.${input.field}`, 'region']);
      if (hasGeneral(record)) named.push([record.id, 'general']);
      const levels = named.map(([name, origin]) => ({ name, origin, quantity: stated.get(name) }));
      const range =
        region !== undefined && input.presets !== undefined && Object.hasOwn(input.presets, region)
          ? input.presets[region]
          : undefined;
      const fallback = input.ranges[Math.min(index, input.ranges.length - 1)];
      if (fallback === undefined) throw new RangeError(`the input ${record.id} has no default`);
      return {
        slot,
        record,
        item,
        levels,
        preset: range === undefined ? undefined : { at: ids.length, range },
        fallback,
      };
    });
  });
}

/** Everything the file states, by lever name: "grid_wait", "stargate.total", "stargate_softbank.amount". */
function statedQuantities(scenario: Scenario): Map<string, Quantity> {
  const stated = new Map(Object.entries(scenario.assumptions));
  for (const set of ITEM_SETS) {
    for (const item of scenario[set]) {
      for (const [field, quantity] of Object.entries(item.fields)) stated.set(`${item.id}.${field}`, quantity);
    }
  }
  for (const funder of fundersOf(scenario)) stated.set(`${funder.id}.${FUNDER_FIELD}`, { central: funder.amount });
  return stated;
}

/** Item after item, with its place in the frame and, for fixed sets, in the list of ranges. */
function combinations(
  record: RecordMeta,
  meta: ModelMeta,
  items: RunInputs['items'],
): { slot: number; ids: string[]; index: number }[] {
  let all: { offset: number; ids: string[]; index: number }[] = [{ offset: 0, ids: [], index: 0 }];
  for (const id of record.over) {
    const set = meta.sets.find((candidate) => candidate.id === id);
    const members = items[id] ?? [];
    const most = set?.most ?? members.length;
    all = all.flatMap(({ offset, ids, index }) =>
      members.map((member, position) => ({
        offset: offset * most + position,
        ids: [...ids, member.id],
        index: set?.items === undefined ? index : index * members.length + position,
      })),
    );
  }
  return all.map(({ offset, ids, index }) => ({ slot: record.slot + offset, ids, index }));
}
