import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Ensemble } from '../analysis/uncertainty/ensemble.ts';
import { BAND, type BandChance } from '../analysis/uncertainty/gather.ts';
import type { MemberColumn } from '../analysis/uncertainty/member-table.ts';

/** A column of a table; null where there is no value. */
interface Column {
  readonly name: string;
  readonly type: 'STRING' | 'DOUBLE' | 'INT32';
  readonly nullable: boolean;
  readonly data: (string | number | null)[];
}

/** 16 MiB of numbers: readers skip such groups of rows as a whole. */
const GROUP = 2 ** 21;

/** A Parquet file that is written piece by piece, so that memory stays bounded. */
export interface ParquetTable {
  /** Takes some rows, one after another, a number for each column. @returns what has to be appended to the file, if anything */
  add(rows: Float64Array): Uint8Array<ArrayBuffer>;
  /** The rest of the file, without which it is none. */
  end(): Uint8Array<ArrayBuffer>;
}

/**
 * A table of members as a Parquet file: DOUBLE columns, INT32 for the member; null where there is no value.
 * @param group  most numbers that are kept until they are written together.
 */
export function parquetTable(columns: readonly MemberColumn[], group = GROUP): ParquetTable {
  const empty = columns.map(({ name, kind }): Column => {
    const member = kind === 'member';
    return { name, type: member ? 'INT32' : 'DOUBLE', nullable: kind !== 'time' && !member, data: [] };
  });
  const file = new Pieces(empty);
  const most = Math.max(1, Math.floor(group / columns.length));
  let kept = empty;
  const write = (): void => {
    if ((kept[0]?.data.length ?? 0) > 0) file.write(kept);
    kept = empty.map((column) => ({ ...column, data: [] }));
  };
  write();
  return {
    add(rows) {
      for (let from = 0; from < rows.length; from += columns.length) {
        for (const [n, { data }] of kept.entries()) data.push(existing(rows[from + n]!));
        if (kept[0]!.data.length >= most) write();
      }
      return file.take();
    },
    end() {
      write();
      file.end();
      return file.take();
    },
  };
}

/**
 * An ensemble's bands as a Parquet file: a row for each series and time, and one without a time for each headline.
 * Columns: id, title, unit, time (decimal year), p5, p25, p50, p75, p95.
 */
export function ensembleParquet({ times, bands, headlines }: Ensemble): Uint8Array<ArrayBuffer> {
  const levels = Object.keys(BAND) as BandChance[];
  const series = Object.values(bands);
  const single = Object.values(headlines);
  const labels = (of: 'id' | 'title' | 'unit'): Column => {
    const each = series.flatMap((band) => Array.from(times, () => band[of]));
    return { name: of, type: 'STRING', nullable: false, data: [...each, ...single.map((one) => one[of])] };
  };
  const time = [...series.flatMap(() => [...times]), ...single.map(() => null)];
  const numbers = levels.map((level): Column => {
    const each = series.flatMap((band) => Array.from(band[level], existing));
    return { name: level, type: 'DOUBLE', nullable: true, data: [...each, ...single.map((one) => one[level])] };
  });
  const columns: Column[] = [
    labels('id'),
    labels('title'),
    labels('unit'),
    { name: 'time', type: 'DOUBLE', nullable: true, data: time },
    ...numbers,
  ];
  const file = new Pieces(columns);
  file.write(columns);
  file.end();
  return file.take();
}

/** A file whose bytes are taken away as they come. */
class Pieces {
  private readonly bytes = new ByteWriter();
  private readonly file: ParquetWriter;

  constructor(columns: readonly Column[]) {
    this.file = new ParquetWriter({ writer: this.bytes, schema: schemaFromColumnData({ columnData: [...columns] }) });
  }

  /** Rows that are read together. */
  write(columns: readonly Column[]): void {
    const columnData = columns.map(({ name, data, nullable }) => ({ name, data, nullable }));
    this.file.write({ columnData, rowGroupSize: columns[0]?.data.length ?? 0 });
  }

  end(): void {
    this.file.finish();
  }

  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.bytes.getBuffer());
    // Places in the file are counted apart from those in the buffer.
    this.bytes.index = 0;
    return taken;
  }
}

function existing(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
