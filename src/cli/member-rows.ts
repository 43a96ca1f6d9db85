import {
  drawTable,
  type MemberColumn,
  type MemberTable,
  type MemberTableOptions,
  parquetTable,
  runTable,
  type Scenario,
} from '../runs.ts';
import { csv, csvRows } from './csv.ts';
import { misuse } from './failure.ts';
import { long, STOPPED, told } from './long.ts';
import { type CommonOptions, type Outlet, outlet } from './shell.ts';

/** What a row is: a member with what was drawn and what came of it, or a member at one time. */
export type RowKind = 'draws' | 'runs';
export type RowFormat = 'csv' | 'json' | 'parquet';

/** Writes rows of members to an outlet in one format. */
interface Scribe {
  begin(): Promise<void>;
  rows(rows: Float64Array): Promise<void>;
  end(members: number): Promise<void>;
}

/** Every member in rows, written as they come, so that memory stays bounded whatever their number. */
export async function memberRows(
  scenario: Scenario,
  kind: RowKind,
  format: RowFormat,
  options: MemberTableOptions & { readonly members: number },
  output: Pick<CommonOptions, 'output'>,
): Promise<number> {
  if (format === 'json' && kind === 'runs') throw misuse('--rows runs is for csv and parquet: json would be too large');
  refuseTerminal(format, output);
  const { members } = options;
  let open: Outlet | undefined;
  const done = await long('members', members, async (watch) => {
    const table = await (kind === 'draws' ? drawTable : runTable)(scenario, { ...options, ...watch });
    let scribe: Scribe | undefined;
    const count = await table.rows(async (rows) => {
      // Nothing is written before there is something to tell.
      if (scribe === undefined) {
        open = outlet(output);
        scribe = await SCRIBES[format](table, open);
        await scribe.begin();
      }
      await scribe.rows(rows);
    });
    await scribe?.end(count);
    return count;
  });
  open?.close();
  const code = await told(done, members, 'members');
  return done === 0 ? STOPPED : code;
}

/** Bytes are not for people. @throws Failure */
export function refuseTerminal(format: string, { output }: Pick<CommonOptions, 'output'>): void {
  if (format === 'parquet' && output === undefined && process.stdout.isTTY)
    throw misuse('a Parquet file is not for a terminal: say where it goes with -o');
}

const SCRIBES: Readonly<Record<RowFormat, (table: MemberTable, open: Outlet) => Scribe | Promise<Scribe>>> = {
  csv: ({ columns }, open) => ({
    begin: () => open.add(csv(columns.map(headOf), [])),
    rows: (rows) => open.add(csvRows(split(rows, columns.length))),
    end: async () => {},
  }),
  json({ columns, seed, method, members: asked }, open) {
    const head = JSON.stringify({ format: 'buildout-draws/1', seed, method, columns });
    let before = '';
    return {
      begin: () => open.add(`${head.slice(0, -1)},"rows":[`),
      rows(rows) {
        const text = split(rows, columns.length).map((row) => JSON.stringify(row.map(existing)));
        const piece = before + text.join(',');
        before = ',';
        return open.add(piece);
      },
      end: (members) => open.add(`],"members":${members}${members < asked ? `,"asked":${asked}` : ''}}\n`),
    };
  },
  async parquet({ columns }, open) {
    const file = await parquetTable(columns);
    return { begin: async () => {}, rows: (rows) => open.add(file.add(rows)), end: () => open.add(file.end()) };
  },
};

function headOf({ name, kind, unit }: MemberColumn): string {
  return kind === 'member' || kind === 'time' ? name : `${name} [${unit}]`;
}

function split(rows: Float64Array, wide: number): number[][] {
  return Array.from({ length: rows.length / wide }, (_, n) => [...rows.subarray(n * wide, (n + 1) * wide)]);
}

function existing(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
