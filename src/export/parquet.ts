import type { Ensemble } from '../analysis/uncertainty/ensemble.ts';
import { BAND, type BandChance } from '../analysis/uncertainty/gather.ts';
import type { Member } from '../analysis/uncertainty/members.ts';

/** A column of a table; null where there is no value. */
interface Column {
  readonly name: string;
  readonly type: 'STRING' | 'DOUBLE' | 'INT32';
  readonly nullable: boolean;
  readonly data: readonly (string | number | null)[];
}

/**
 * An ensemble's bands as a Parquet file: a row for each series and time, and one without a time for each headline.
 * Columns: id, title, unit, time (decimal year), p5, p25, p50, p75, p95.
 */
export async function ensembleParquet({ times, bands, headlines }: Ensemble): Promise<Uint8Array> {
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
  return write([
    labels('id'),
    labels('title'),
    labels('unit'),
    { name: 'time', type: 'DOUBLE', nullable: true, data: time },
    ...numbers,
  ]);
}

/** What was drawn, as a Parquet file: a row for each member, with a column for each lever and for each headline. */
export function inputsParquet(members: readonly Member[]): Promise<Uint8Array> {
  const [first] = members;
  const levers = [...(first?.inputs.keys() ?? [])].map((lever): Column => {
    const data = members.map(({ inputs }) => inputs.get(lever) ?? null);
    return { name: lever, type: 'DOUBLE', nullable: true, data };
  });
  const headlines = [...(first?.headlines.keys() ?? [])].map((id): Column => {
    const data = members.map((member) => member.headlines.get(id) ?? null);
    return { name: id, type: 'DOUBLE', nullable: true, data };
  });
  const number = members.map(({ member }) => member);
  return write([{ name: 'member', type: 'INT32', nullable: false, data: number }, ...levers, ...headlines]);
}

/**
 * Members' series as a Parquet file: a row for each member and time, with a column for each series.
 * @param times  decimal years, as the ensemble has them.
 */
export function runsParquet(members: readonly Member[], times: Float64Array): Promise<Uint8Array> {
  const ids = [...(members[0]?.series.keys() ?? [])];
  const number = members.flatMap(({ member }) => Array.from(times, () => member));
  const series = ids.map((id): Column => {
    const data = members.flatMap((member) => Array.from(member.series.get(id) ?? [], existing));
    return { name: id, type: 'DOUBLE', nullable: true, data };
  });
  return write([
    { name: 'member', type: 'INT32', nullable: false, data: number },
    { name: 'time', type: 'DOUBLE', nullable: false, data: members.flatMap(() => [...times]) },
    ...series,
  ]);
}

async function write(columns: readonly Column[]): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const columnData = columns.map(({ name, type, nullable, data }) => ({ name, type, nullable, data: [...data] }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function existing(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
