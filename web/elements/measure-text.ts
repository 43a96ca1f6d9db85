import { showQuantity } from '../../src/scenario/format.ts';
import type { Measure, Reading } from '../../src/scenario/measure.ts';

/** A lever's value as people read it: choices by their title, everything else as a file would have it, rounded. */
export function measureText(value: number, measure: Measure, reading: Reading): string {
  return measure.type === 'choice'
    ? (measure.choices?.[value]?.title ?? String(value))
    : showQuantity(value, measure, reading, 4);
}

/** A number typed over "500 billion USD" means billions: who leaves the unit out means the one that stood there. */
export function withUnitOf(before: string, typed: string): string {
  const [, unit = ''] = /^[^\p{L}%]*\d\s*(\D.*)$/u.exec(before) ?? [];
  return /^\s*[-+\u2212]?[\d.,\s]+$/u.test(typed) && unit !== '' ? `${typed.trim()} ${unit}` : typed;
}
