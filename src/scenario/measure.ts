import type { RecordMeta } from '../engine/meta.ts';
import type { SetItem } from '../engine/types.ts';
import type { Language } from './types.ts';
import type { UnitTable } from './unit.ts';

/** What a place in a file takes: enough to read a quantity into it, and to say what it would have accepted. */
export interface Measure {
  readonly unit: string;
  readonly type: 'number' | 'date' | 'choice';
  readonly show?: '%' | undefined;
  readonly prefer?: string | undefined;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly choices?: readonly SetItem[] | undefined;
  /** A sensible value, for the example in a message. */
  readonly example?: number | undefined;
}

/** What reading or writing a quantity depends on besides the lever: all of it comes from the file and the model. */
export interface Reading {
  readonly language: Language;
  readonly units: UnitTable;
  /** The scenario's first month, from which dates count. */
  readonly start: string;
}

/** What a record takes, and what a series of it is shown in. */
export function measureOf(record: RecordMeta): Measure {
  const { unit, show, input } = record;
  if (input === undefined) return { unit, show, type: 'number' };
  const { type, prefer, least, most, choices } = input;
  return { unit, show, type, prefer, least, most, choices, example: input.ranges[0]?.central };
}
