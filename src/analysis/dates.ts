import { addMonths, isYearMonth, monthsBetween } from '../scenario/dates.ts';

/** Where a month lies in a run: the step at or before it, and how far on towards the next, 0 to 1. */
export interface Moment {
  readonly step: number;
  readonly part: number;
}

interface Span {
  readonly start: string;
  readonly horizon: string;
  readonly step: number;
}

/** Finds a month in a run. @throws RangeError for a text that is no month, or one outside the run */
export function momentOf(month: string, span: Span): Moment {
  if (!isYearMonth(month)) throw new RangeError(`"${month}" is not a year and month such as "${span.horizon}"`);
  const months = monthsBetween(span.start, month);
  const last = monthsBetween(span.start, span.horizon);
  if (months < 0 || months > last) {
    throw new RangeError(`${month} is outside the run, which goes from ${span.start} to ${span.horizon}`);
  }
  const position = months / span.step;
  const step = Math.floor(position + 1e-9);
  return { step, part: Math.max(0, position - step) };
}

/** The value of a series there, linear between steps. */
export function valueAt(values: ArrayLike<number>, { step, part }: Moment): number {
  const value = values[step] ?? Number.NaN;
  return part === 0 ? value : value + ((values[step + 1] ?? Number.NaN) - value) * part;
}

/** The year and month of a step, "2029-01". Steps within a month have that month. */
export function monthOfStep(step: number, span: Span): string {
  return addMonths(span.start, Math.floor(step * span.step + 1e-9));
}

/** Decimal calendar years of every value, steps + 1. January of 2025 is 2025. */
export function timesOf(span: Span, steps: number): Float64Array {
  const first = monthsBetween('0000-01', span.start);
  return Float64Array.from({ length: steps + 1 }, (_, k) => (first + k * span.step) / 12);
}
