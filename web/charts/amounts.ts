/** Numbers of any record, also of those that no chart shows. */
import { type AxisUnit, axisUnit, numberFormat, quantity } from './units.ts';

/** How a record's numbers are shown. */
export interface Shown {
  readonly unit: string;
  readonly show?: '%' | undefined;
}

/** "9.1 GW", "12%"; a ratio that is no share as "1.4", a year as "2031". */
export function amount(value: number, shown: Shown, locale: string, like = Math.abs(value), more = 0): string {
  if (shown.unit === 'calendar year') return String(Math.round(value));
  if (isRatio(shown)) return numberFormat(locale, { maximumSignificantDigits: 3 + more }).format(value);
  return quantity(value, shown.unit, locale, like, more);
}

/** The unit of an axis, or of a column, up to a size. */
export function amountAxis(shown: Shown, most: number, locale: string, step = 0): AxisUnit {
  if (!isRatio(shown) && shown.unit !== 'calendar year') return axisUnit(shown.unit, most, locale, step);
  const format = numberFormat(locale, { maximumSignificantDigits: 4, useGrouping: shown.unit !== 'calendar year' });
  return { factor: 1, words: '', label: (value) => format.format(value) };
}

const isRatio = ({ unit, show }: Shown): boolean => unit === '1' && show !== '%';

/** A chance or its standard error: "38%", "4.2%", "99.6%": a digit more where a per cent is much. */
export function chanceText(chance: number, locale: string): string {
  const isMiddling = chance >= 0.1 && chance <= 0.9;
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: isMiddling ? 0 : 1 }).format(chance);
}
