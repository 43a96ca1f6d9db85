import type { RecordMeta } from '../engine/meta.ts';
import type { ItemSet, Names } from './names.ts';
import type { Quantity } from './types.ts';

/** What a person says first of a commitment or a site; the rest as the model has it. */
const FIRST = ['start', 'share', 'total', 'upfront', 'upfront_months', 'years', 'profile'];

/** The fields of a commitment or a site in the order in which files have them. */
export function inReadingOrder(set: ItemSet, names: Names): [string, RecordMeta][] {
  const rank = (field: string): number => (FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length);
  return [...(names.fields.get(set) ?? [])].sort(([a], [b]) => rank(a) - rank(b));
}

/** Assumptions in the model's order, the general one of each input before those of regions and items. */
export function inModelOrder(assumptions: Readonly<Record<string, Quantity>>, names: Names): Record<string, Quantity> {
  const ranks = new Map<string, number>();
  for (const [rank, { id, over, input }] of names.inputs.entries()) {
    ranks.set(id, rank);
    for (const set of over) ranks.set(`${set}.${input?.field}`, rank + 0.5);
  }
  const rankOf = (name: string): number => {
    const [item = '', field] = name.split('.');
    const set = names.fixedItems.get(item)?.id ?? names.presets.get(item)?.of;
    return ranks.get(field === undefined ? name : `${set}.${field}`) ?? ranks.size;
  };
  const entries = Object.entries(assumptions).map((entry) => ({ entry, rank: rankOf(entry[0]) }));
  return Object.fromEntries(
    entries.sort((a, b) => a.rank - b.rank || (a.entry[0] < b.entry[0] ? -1 : 1)).map(({ entry }) => entry),
  );
}

/** An item's fields in the order in which files have them. */
export function fieldsInOrder(
  set: ItemSet,
  fields: Readonly<Record<string, Quantity>>,
  names: Names,
): Record<string, Quantity> {
  const ordered: Record<string, Quantity> = {};
  for (const [field] of inReadingOrder(set, names)) {
    const quantity = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (quantity !== undefined) ordered[field] = quantity;
  }
  return ordered;
}
