import type { Projection } from '../analysis/types.ts';

export interface CsvOptions {
  /** "tidy": a line for each value, `id,title,unit,time,value`. "wide": a line for each time, a column for each series. */
  readonly shape?: 'tidy' | 'wide';
  /** Which series; all of them if absent. */
  readonly ids?: readonly string[];
}

/**
 * A projection as comma-separated values (RFC 4180, lines end with a line feed). Times are decimal years; numbers are in the series' own
 * unit with every digit they have; an undefined value is an empty field.
 * @throws RangeError for a series there is none of
 */
export function toCsv(projection: Projection, { shape = 'tidy', ids = projection.ids }: CsvOptions = {}): string {
  return `${(shape === 'tidy' ? tidy(projection, ids) : wide(projection, ids)).join('\n')}\n`;
}

function tidy({ times, series }: Projection, ids: readonly string[]): string[] {
  const lines = ['id,title,unit,time,value'];
  for (const id of ids) {
    const { title, unit, values } = series(id);
    const head = [id, title, unit].map(field).join(',');
    for (const [k, time] of times.entries()) lines.push(`${head},${time},${number(values[k])}`);
  }
  return lines;
}

function wide({ times, series }: Projection, ids: readonly string[]): string[] {
  const columns = ids.map((id) => series(id));
  const lines = [['time', ...columns.map(({ id, unit }) => field(`${id} [${unit}]`))].join(',')];
  for (const [k, time] of times.entries()) {
    lines.push([String(time), ...columns.map(({ values }) => number(values[k]))].join(','));
  }
  return lines;
}

function number(value: number | undefined): string {
  return value !== undefined && Number.isFinite(value) ? String(value) : '';
}

/** Titles come from files of strangers: one that a spreadsheet would run as a formula gets an apostrophe. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
