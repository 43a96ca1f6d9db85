import { showQuantity } from '../../src/scenario/format.ts';
import type { Measure, Reading } from '../../src/scenario/measure.ts';
import type { Fault } from '../../src/scenario/problems.ts';
import { parseQuantity } from '../../src/scenario/quantity.ts';
import { isoMonthOf } from '../state/question.ts';

/** A lever's value as people read it: choices by their title, everything else as a file would have it, rounded. */
export function measureText(value: number, measure: Measure, reading: Reading): string {
  return measure.type === 'choice'
    ? (measure.choices?.[value]?.title ?? String(value))
    : showQuantity(value, measure, reading, 4);
}

/**
 * Reads what a person types over a quantity. A number without a unit has the one that stood there, so that 750 over "500 billion USD"
 * means billions, and dollars over "75,000 USD/accelerator" are dollars for each; a date may be a year, or have its month's name.
 * @param before what stood there
 */
export function typedQuantity(typed: string, before: string, measure: Measure, reading: Reading): number | Fault {
  const text = measure.type === 'date' ? (isoMonthOf(typed, reading.language) ?? typed) : withUnitOf(before, typed);
  return parseQuantity(text, measure, reading);
}

function withUnitOf(before: string, typed: string): string {
  const [, unit = ''] = /^[^\p{L}%]*\d\s*(\D.*)$/u.exec(before) ?? [];
  const text = typed.trim();
  if (/^[-+\u2212]?[\d.,\s]+$/u.test(text)) return `${text} ${unit}`;
  const each = /USD(\/.*)$/u.exec(unit)?.[1];
  return each !== undefined && /^(?:US)?\$[\d.,\s]+$/u.test(text) ? `${text}${each}` : typed;
}
