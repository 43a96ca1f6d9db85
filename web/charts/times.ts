import type { ChartSource } from './spec.ts';

/** Whole months since year 0: free of the rounding that decimal years carry. */
export const monthNumber = (year: number): number => Math.round(year * 12);

/** "2029-03" of a decimal year. */
export function isoMonth(year: number): string {
  const month = monthNumber(year);
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** Decimal year of "2029-03" or "2029-03-15"; the day is left out. */
export function yearOf(month: string): number {
  const [year = '', part = '1'] = month.split('-');
  return Number(year) + (Number(part) - 1) / 12;
}

/** The months of all runs together, ascending, each once: decimal years. Runs that agree keep their own array. */
export function commonTimes(sources: readonly ChartSource[]): Float64Array {
  const [first, ...others] = sources;
  if (first === undefined) return new Float64Array();
  if (others.every((other) => sameTimes(first.times, other.times))) return first.times;
  const months = new Set(sources.flatMap(({ times }) => Array.from(times, monthNumber)));
  return Float64Array.from(
    [...months].sort((a, b) => a - b),
    (month) => month / 12,
  );
}

/** Steps are of one length within a run, so the number of steps and both ends decide. */
function sameTimes(a: Float64Array, b: Float64Array): boolean {
  return (
    a === b ||
    (a.length === b.length && month(a, 0) === month(b, 0) && month(a, a.length - 1) === month(b, b.length - 1))
  );
}

const month = (times: Float64Array, index: number) => monthNumber(times[index] ?? 0);

/**
 * A series on other times: linear between steps, or for codes the one that holds; not a number outside its own run.
 * Returns the array itself where the times are the same.
 */
export function onTimes(values: Float64Array, from: Float64Array, to: Float64Array, codes = false): Float64Array {
  if (sameTimes(from, to)) return values;
  return Float64Array.from(to, (time) => valueAt(values, from, time, codes));
}

/** Linear between steps (or the last code), not a number outside the run. Half a month of slack absorbs rounding. */
export function valueAt(values: Float64Array, times: Float64Array, time: number, codes = false): number {
  const slack = 1 / 24;
  const last = times.length - 1;
  if (last < 0 || time < times[0]! - slack || time > times[last]! + slack) return Number.NaN;
  const step = last > 0 ? (times[last]! - times[0]!) / last : 1;
  const place = Math.min(last, Math.max(0, (time - times[0]!) / step));
  const below = Math.floor(place + 1e-6);
  const part = place - below;
  const here = values[below] ?? Number.NaN;
  if (codes || part < 1e-6 || below >= last) return here;
  return here + (values[below + 1]! - here) * part;
}

/** Index of the time nearest to a decimal year. */
export function nearestIndex(times: Float64Array, year: number): number {
  let low = 0;
  let high = times.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= year) low = middle;
    else high = middle;
  }
  return Math.abs((times[high] ?? 0) - year) < Math.abs((times[low] ?? 0) - year) ? high : low;
}

const dates = new Map<string, Intl.DateTimeFormat>();

/** "Mar 2029" of a decimal year. */
export function monthName(year: number, locale: string): string {
  let format = dates.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
    dates.set(locale, format);
  }
  const number = monthNumber(year);
  return format.format(Date.UTC(Math.floor(number / 12), number % 12, 1));
}
