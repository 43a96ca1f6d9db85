const YEAR_MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/u;

/** Whether a text is a year and month such as "2025-01". */
export function isYearMonth(text: string): boolean {
  return YEAR_MONTH.test(text);
}

/** Months since year 0 for "2025-01"; the caller has checked the form. */
export function monthNumber(yearMonth: string): number {
  const found = YEAR_MONTH.exec(yearMonth);
  if (found === null) throw new RangeError(`not a year and month: ${yearMonth}`);
  return Number(found[1]) * 12 + Number(found[2]) - 1;
}

/** Whole months from one year-month to another; negative when `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  return monthNumber(to) - monthNumber(from);
}

/** The year-month `months` after another. Fractions of a month are rounded. */
export function addMonths(yearMonth: string, months: number): string {
  const number = monthNumber(yearMonth) + Math.round(months);
  const year = Math.floor(number / 12);
  return `${String(year).padStart(4, '0')}-${String(number - year * 12 + 1).padStart(2, '0')}`;
}
