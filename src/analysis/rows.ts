import type { ModelMeta, RecordMeta } from '../engine/meta.ts';
import type { RunInputs } from '../scenario/types.ts';

/** One row of a run: a record, and an item of each set it runs over. */
export interface Row {
  readonly record: RecordMeta;
  /** Places of the items within their sets, outermost first. */
  readonly items: readonly number[];
}

/** What a series id stands for: one row, or the sum over the items of a record. */
export interface SeriesName {
  readonly id: string;
  readonly record: RecordMeta;
  readonly rows: readonly Row[];
  readonly title: string;
}

/**
 * Every name a run's values can be asked by: "spending", "spent" (a sum, where items add up), "spent.stargate", and with two sets
 * "chips_placed_by.abilene.rubin". Inputs, constants and the stages of delays are there too.
 * @returns names in the model's order; the bare id of an indexed record stands before its items.
 */
export function seriesNames(meta: ModelMeta, items: RunInputs['items']): ReadonlyMap<string, SeriesName> {
  const known = built.get(items);
  if (known !== undefined) return known;
  const names = new Map<string, SeriesName>();
  for (const record of meta.records) {
    const all = rowsOf(record, items);
    if (record.over.length === 0 || record.adds === true) {
      names.set(record.id, { id: record.id, record, rows: all, title: record.title });
    }
    if (record.over.length === 0) continue;
    for (const row of all) {
      const members = record.over.map((set, n) => items[set]?.[row.items[n] ?? -1]);
      const id = [record.id, ...members.map((item) => item?.id ?? '')].join('.');
      const title = `${record.title}: ${members.map((item) => item?.title ?? '').join(', ')}`;
      names.set(id, { id, record, rows: [row], title });
    }
  }
  built.set(items, names);
  return names;
}

/** The runs of one scenario share their items, and with them these names. */
const built = new WeakMap<RunInputs['items'], ReadonlyMap<string, SeriesName>>();

/** Every combination of the items that a run has for the record's sets. */
function rowsOf(record: RecordMeta, items: RunInputs['items']): Row[] {
  let found: number[][] = [[]];
  for (const set of record.over) {
    const count = items[set]?.length ?? 0;
    found = found.flatMap((row) => Array.from({ length: count }, (_, item) => [...row, item]));
  }
  return found.map((row) => ({ record, items: row }));
}
