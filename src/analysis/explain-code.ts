import type { RecordMeta } from '../engine/meta.ts';
import type { Expression } from '../engine/types.ts';
import { parts } from '../engine/walk.ts';
import { docs } from '../generated/docs.ts';
import { meta } from '../generated/meta.ts';
import { addMonths } from '../scenario/dates.ts';

/** What zero says, which has no constant of its own. */
const NOTHING_BINDS: Readonly<Record<string, string>> = {
  binding: 'Complete',
  root_binding: 'Complete',
  fab_binding: 'No plants',
};

const constants = new Map(meta.records.filter(({ kind }) => kind === 'constant').map((record) => [record.id, record]));

/** The month, the choice or the cause that a value stands for; undefined for what is an amount. Dates count months since the start. */
export function meaningOf({ id, title, kind, input }: RecordMeta, value: number, start: string): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (input?.type === 'date') return addMonths(start, Math.round(value));
  if (input?.choices !== undefined) return input.choices[value]?.title;
  if (kind === 'constant' && id.endsWith('_code')) return title;
  const nothing = NOTHING_BINDS[id];
  if (nothing === undefined) return undefined;
  return value === 0 ? nothing : codesOf(id).find((code) => code.value === value)?.title;
}

/** The constants that a formula, or one that it reads, answers with. */
function codesOf(id: string): { readonly title: string; readonly value?: number | undefined }[] {
  const found: { readonly title: string; readonly value?: number | undefined }[] = [];
  const visit = (part: Expression): void => {
    if (part.kind === 'reference') {
      const code = part.id.endsWith('_code') ? constants.get(part.id) : undefined;
      if (code !== undefined) found.push(code);
      else if (part.id in NOTHING_BINDS) found.push(...codesOf(part.id));
    }
    for (const inner of parts(part)) visit(inner);
  };
  const formula = docs[id]?.parsed.formula;
  if (formula !== undefined) visit(formula);
  return found;
}
