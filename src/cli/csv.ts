/** What a field of a list may hold; null and undefined are empty. */
export type Field = string | number | null | undefined;

/** Comma-separated values (RFC 4180, lines end with a line feed), numbers with every digit. */
export function csv(head: readonly string[], rows: readonly (readonly Field[])[]): string {
  return csvRows([head, ...rows]);
}

/** The same without a head: more lines of one file. */
export function csvRows(rows: readonly (readonly Field[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\n`).join('');
}

/** A text that a spreadsheet would run as a formula gets an apostrophe. */
function field(value: Field): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
