import { addMonths } from '../../scenario/dates.ts';

/** How a figure of a report is written: so many decimals of value × factor, or a month counted from the start of the run. */
export type Writing = { readonly factor: number; readonly decimals: number } | { readonly start: string };

/** A figure's digits, as the report is written with and as its own check expects them. */
export function digitsOf(value: number, writing: Writing): string {
  if (!Number.isFinite(value)) return '–';
  if ('start' in writing) return addMonths(writing.start, value);
  const { factor, decimals } = writing;
  if (value === 0) return '0';
  const size = Math.abs(value * factor);
  const [whole = '', fraction] = (size < 1e21 ? size.toFixed(decimals) : String(size)).split('.');
  // Four digits need no mark, and calendar years must not have one.
  const marked = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/gu, ',') : whole;
  const digits = marked + (fraction === undefined ? '' : `.${fraction}`);
  return value < 0 && /[1-9]/u.test(digits) ? `−${digits}` : digits;
}

/** Decimals that give a number of this size so many significant digits. */
export function decimalsFor(size: number, significant = 3): number {
  const power = size > 0 && Number.isFinite(size) ? Math.floor(Math.log10(Number(size.toPrecision(significant)))) : 0;
  return Math.min(20, Math.max(0, significant - 1 - power));
}

/** The same without decimals that are nothing: 5 rather than 5.00. */
export function fewestDecimals(size: number, significant = 3): number {
  const most = decimalsFor(size, significant);
  const [, fraction = ''] = size.toFixed(most).replace(/0+$/u, '').split('.');
  return fraction.length;
}

/** How far two computations of one figure may be apart: engines differ in the last place of exponentials. */
const LATITUDE = 1e-9;

/**
 * Whether two values of a figure are one and the same.
 * @param size  how large the series gets: what is left of large numbers that cancel is not held to its own last places.
 */
export function agree(one: number, other: number, size = 0): boolean {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number.isNaN(one) && Number.isNaN(other);
  return one === other || Math.abs(one - other) <= LATITUDE * Math.max(Math.abs(one), Math.abs(other), size);
}
