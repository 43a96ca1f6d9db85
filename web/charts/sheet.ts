/** A table as plain data: it is shown, and carried off as CSV. */
import { csvField } from './table.ts';

export interface Sheet {
  readonly name: string;
  /** Of each column its title, with the unit of its numbers. */
  readonly head: readonly string[];
  /** Numbers in full precision and in the model's own unit; null where there is none. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** RFC 4180. */
export function sheetCsv({ head, rows }: Sheet): string {
  const line = (cells: Sheet['rows'][number]): string =>
    cells
      .map((cell) =>
        typeof cell === 'string' ? csvField(cell) : cell === null || !Number.isFinite(cell) ? '' : String(cell),
      )
      .join(',');
  return `${[head, ...rows].map(line).join('\r\n')}\r\n`;
}

/** A column's title with its unit behind it. */
export function withUnit(title: string, unit: string): string {
  return unit === '1' ? title : `${title} (${unit})`;
}
