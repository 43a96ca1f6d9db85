import type { FormulaPart, RecordMeta } from '../engine/meta.ts';
import { printExpression } from '../engine/walk.ts';
import { docs } from '../generated/docs.ts';
import type { RunInputs } from '../scenario/types.ts';

/** The part of a record's documentation that holds the formula of one of its rows. */
export function partOf(record: RecordMeta, item: string | undefined): FormulaPart {
  return docs[record.id]?.parsed.formula === undefined ? `formula:${item ?? ''}` : 'formula';
}

/** A row's formula as written; what the engine made itself, for delays, is printed from its tree. A stock begins with its initial value. */
export function formulaText(record: RecordMeta, item: string | undefined, first: boolean): string {
  const own = docs[record.id];
  const written = (part: FormulaPart): string => {
    const tree = own?.parsed[part];
    return own?.text[part] ?? (tree === undefined ? '' : printExpression(tree));
  };
  if (record.kind !== 'stock') return written(partOf(record, item));
  return first ? written('initial') : `previous value + (${written('net')}) * time_step / 12`;
}

/** What the bare id of a record stands for whose items add up. */
export function sumText({ id, over }: RecordMeta): string {
  return over.reduce((text, set) => `sum(${text}, ${set})`, id);
}

/** "abilene", or with two sets "abilene.rubin"; undefined for a single value. */
export function itemId(record: RecordMeta, places: readonly number[], items: RunInputs['items']): string | undefined {
  if (record.over.length === 0) return undefined;
  return record.over.map((set, n) => items[set]?.[places[n] ?? -1]?.id ?? '').join('.');
}
