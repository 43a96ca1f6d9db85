import type { ModelMeta, RecordMeta } from '../engine/meta.ts';
import type { Range } from '../engine/types.ts';
import { fundersOf, hasGeneral, ITEM_SETS, START_YEAR } from './names.ts';
import type { Quantity, RunInputs, Scenario, ScenarioItem } from './types.ts';

/** Where a value comes from: the file's own words at three levels, or the model's defaults at two. */
export type Origin = 'item' | 'region' | 'general' | 'region default' | 'default';

/** One number of the frame, with the levers that could set it. */
export interface InputPlace {
  readonly slot: number;
  readonly record: RecordMeta;
  /** Ids of the items it belongs to, one a set. */
  readonly item: string | undefined;
  /** Lever names that can set it, the most specific first. */
  readonly names: readonly string[];
  /** Which of `names` supplies the value now. */
  readonly supplied: number;
  readonly origin: Origin;
  /** What the file states; absent for a default. */
  readonly quantity: Quantity | undefined;
  readonly range: Range;
}

/** A quantity's ends; a quantity without any is sure. */
export function rangeOf(quantity: Quantity): Range {
  const { central, low = central, high = central } = quantity;
  return { low, central, high };
}

/** Every place of every input in use in a run of this scenario. */
export function placesOf(scenario: Scenario, meta: ModelMeta, items: RunInputs['items']): InputPlace[] {
  const own = ownQuantities(scenario);
  const regions = new Map(
    scenario.sites.flatMap((site) => (site.region === undefined ? [] : [[site.id, site.region]])),
  );
  const presets = new Set(meta.presets.map((preset) => preset.id));
  return meta.records.flatMap((record) => {
    if (record.input === undefined || record.id === START_YEAR) return [];
    return combinations(record, meta, items).map(({ slot, ids, index }) => {
      const levels = levelsOf(record, ids, index, scenario, own, (id) => {
        const region = regions.get(id);
        return region !== undefined && presets.has(region) ? region : undefined;
      });
      return { slot, record, item: ids[0], ...levels };
    });
  });
}

/** The quantities of items by lever name: "stargate.total", "stargate_softbank.amount". */
function ownQuantities(scenario: Scenario): Map<string, Quantity> {
  const own = new Map<string, Quantity>();
  for (const set of ITEM_SETS) {
    for (const item of scenario[set] as readonly ScenarioItem[]) {
      for (const [field, quantity] of Object.entries(item.fields)) own.set(`${item.id}.${field}`, quantity);
    }
  }
  for (const funder of fundersOf(scenario)) own.set(`${funder.id}.amount`, { central: funder.amount });
  return own;
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

type Level = Pick<InputPlace, 'names' | 'supplied' | 'origin' | 'quantity' | 'range'>;

function levelsOf(
  record: RecordMeta,
  ids: readonly string[],
  index: number,
  scenario: Scenario,
  own: ReadonlyMap<string, Quantity>,
  regionOf: (item: string) => string | undefined,
): Level {
  const input = record.input;
  if (input === undefined) throw new RangeError(`${record.id} is no input`);
  const { field, itemOnly, presets, ranges } = input;
  const names: string[] = [];
  const found: { at: number; origin: Origin; quantity: Quantity }[] = [];
  const offer = (name: string, origin: Origin): void => {
    const quantity =
      own.get(name) ?? (Object.hasOwn(scenario.assumptions, name) ? scenario.assumptions[name] : undefined);
    if (quantity !== undefined) found.push({ at: names.length, origin, quantity });
    names.push(name);
  };
  for (const id of ids) offer(`${id}.${field}`, 'item');
  const region = ids[0] === undefined || itemOnly ? undefined : regionOf(ids[0]);
  const regionLevel = names.length;
  if (region !== undefined) offer(`${region}.${field}`, 'region');
  if (hasGeneral(record)) offer(record.id, 'general');

  const first = found[0];
  if (first !== undefined)
    return {
      names,
      supplied: first.at,
      origin: first.origin,
      quantity: first.quantity,
      range: rangeOf(first.quantity),
    };
  const preset =
    region !== undefined && presets !== undefined && Object.hasOwn(presets, region) ? presets[region] : undefined;
  if (preset !== undefined)
    return { names, supplied: regionLevel, origin: 'region default', quantity: undefined, range: preset };
  const range = ranges[Math.min(index, ranges.length - 1)];
  if (range === undefined) throw new RangeError(`${record.id} has no default`);
  return { names, supplied: names.length - 1, origin: 'default', quantity: undefined, range };
}
