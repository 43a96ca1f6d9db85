import { showQuantity } from '../../src/scenario/format.ts';
import type { Measure, Reading } from '../../src/scenario/measure.ts';

/** A lever's value as people read it: choices by their title, everything else as a file would have it, rounded. */
export function measureText(value: number, measure: Measure, reading: Reading): string {
  return measure.type === 'choice'
    ? (measure.choices?.[value]?.title ?? String(value))
    : showQuantity(value, measure, reading, 4);
}
