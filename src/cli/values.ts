import { addMonths, type Lever } from '../runs.ts';
import { quantity } from './scale.ts';

/** A lever's value as people read it: dates as year and month, choices by their title. */
export function leverText(
  value: number,
  { unit, show, prefer, type, choices }: Lever['measure'],
  start: string,
): string {
  if (type === 'date') return addMonths(start, value);
  if (type === 'choice') return choices?.[value]?.title ?? String(value);
  return quantity(value, { unit, show, prefer });
}
