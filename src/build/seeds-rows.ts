import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { isNode, LineCounter, parseDocument } from 'yaml';

/** One row of a seeds file before its checking, and where its parts stand. */
export interface RawRow {
  /** The row's id where it has one, else its place in the file: "row 3". */
  readonly id: string;
  readonly line: number;
  readonly data: unknown;
  /** The line of a part, or of the nearest part around it that the file has. */
  lineOf(path: readonly (string | number)[]): number;
}

export interface RawRows {
  readonly rows: readonly RawRow[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** Reads a YAML file that is a list of rows. Never throws: what is wrong with the file itself is in `problems`. */
export function readYamlRows(text: string): RawRows {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      message: error.message,
    }));
    return { rows: [], problems };
  }
  const data: unknown = document.toJS();
  if (!Array.isArray(data)) return { rows: [], problems: [{ line: 1, message: 'expected a list of rows' }] };
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const rows = data.map((row: unknown, i) => ({
    id: idOf(row, i),
    line: lineOf([i]),
    data: row,
    lineOf: (path: readonly (string | number)[]) => lineOf([i, ...path]),
  }));
  return { rows, problems: [] };
}

/**
 * Reads a CSV file with a header. Empty fields are left out of the row's data; `numbers` names the columns that hold
 * numbers, and what is not a plain decimal there stays a text for the checking to refuse.
 */
export function readCsvRows(text: string, numbers: ReadonlySet<string>): RawRows {
  try {
    const records = parseCsv<CsvRecord>(text, {
      columns: true,
      info: true,
      raw: true,
      trim: true,
      skip_empty_lines: true,
    });
    const rows = records.map(({ record, info, raw }, i) => {
      // The parser tells a record's last line; a record with quoted line ends began that much earlier.
      const line = info.lines - (raw.trimEnd().split('\n').length - 1);
      const data = Object.fromEntries(
        Object.entries(record)
          .filter(([, value]) => value !== '')
          .map(([column, value]) => [column, numbers.has(column) ? numberIn(value) : value]),
      );
      return { id: idOf(data, i), line, data, lineOf: () => line };
    });
    return { rows, problems: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { rows: [], problems: [{ line, message: error.message }] };
  }
}

interface CsvRecord {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
  readonly raw: string;
}

function numberIn(text: string): number | string {
  return /^-?\d+(\.\d+)?(e-?\d+)?$/.test(text) ? Number(text) : text;
}

function idOf(row: unknown, index: number): string {
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
  return typeof id === 'string' ? id : `row ${index + 1}`;
}
