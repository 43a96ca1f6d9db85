/** A number rounded to three significant digits. */
export function significant(value: number): number {
  return Number(value.toPrecision(3));
}

/** A number in three significant digits, thousands set apart: "41.6", "5,820". Without its sign. */
export function digits(value: number): string {
  const size = Math.abs(significant(value));
  return size !== 0 && size < 1e-4 ? String(size) : grouped(String(size));
}

/**
 * Numbers of one row, already in the unit they are shown in, with as many decimals each: three significant digits for the
 * largest (two where some are negative, so that the sign has room), none where all are whole.
 */
export function row(values: readonly number[]): string[] {
  const finite = values.filter((value) => Number.isFinite(value));
  const largest = Math.max(0, ...finite.map((value) => Math.abs(significant(value))));
  const whole = finite.every((value) => Number.isInteger(Number(value.toPrecision(12))));
  return fixed(values, whole ? 0 : decimalsFor(largest, finite.some((value) => value < 0) ? 2 : 3));
}

/** How many decimals show a number of this size in so many significant digits; at most six. */
export function decimalsFor(size: number, precision = 3): number {
  const power = size > 0 ? Math.floor(Math.log10(significant(size))) : 0;
  return Math.min(6, Math.max(0, precision - 1 - power));
}

/** Numbers with as many decimals each. Nothing at all is "0", less than can be shown is "0.00", undefined is a dash. */
export function fixed(values: readonly number[], decimals: number): string[] {
  return values.map((value) => {
    if (!Number.isFinite(value)) return '–';
    if (value === 0) return '0';
    const text = Math.abs(value).toFixed(decimals);
    return `${value < 0 && Number(text) !== 0 ? '-' : ''}${grouped(text)}`;
  });
}

/** Thousands set apart by commas, in a number without sign or exponent. */
function grouped(text: string): string {
  if (text.includes('e')) return text;
  const [whole = '', fraction] = text.split('.');
  const marked = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return fraction === undefined ? marked : `${marked}.${fraction}`;
}
