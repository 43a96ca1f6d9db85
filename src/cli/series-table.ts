import { row } from './digits.ts';
import { labelOf, scaleFor } from './scale.ts';
import { sparkline } from './sparkline.ts';
import type { Paper } from './style.ts';
import { type Column, type Row, table } from './table.ts';
import { cut, safe, widthOf } from './text.ts';

/** One series as a table shows it. */
export interface ShownSeries {
  readonly title: string;
  readonly unit: string;
  readonly show?: '%';
  /** Its values at the months of the columns. */
  readonly at: readonly number[];
  /** All its values, for the sparkline. */
  readonly values: ArrayLike<number>;
}

const LEAST_SPARK = 8;
const MOST_SPARK = 24;

/**
 * Groups of series with their values at some months and a sparkline, in columns that fit the paper.
 * @param months "2029-01"; a January stands as its year alone
 */
export function seriesTable(
  groups: readonly { readonly title: string; readonly series: readonly ShownSeries[] }[],
  months: readonly string[],
  paper: Paper,
): string[] {
  const heads = months.map((month) => month.replace(/-01$/u, ''));
  const cells = groups.map(({ series }) => series.map(rowOf));
  const all = cells.flat();
  const values = heads.map((head, place) =>
    Math.max(head.length, ...all.map((row) => row.numbers[place]?.length ?? 0)),
  );
  const room = paper.width - values.reduce((sum, width) => sum + width + 1, 0) - 1;
  const titles = Math.max(0, ...all.map(({ title, unit }) => widthOf(title) + widthOf(unit) + 1));
  const spark = room - titles < LEAST_SPARK ? LEAST_SPARK : Math.min(MOST_SPARK, room - titles);

  const rows: Row[] = groups.flatMap(({ title, series }, group): Row[] => [
    ...(group === 0 ? [] : ['']),
    [paper.bold(title), ...heads.map(paper.bold), ''],
    ...series.map((one, place) => {
      const row = cells[group]?.[place] ?? rowOf(one);
      const name = `${cut(row.title, room - spark - 1 - widthOf(row.unit))}${row.unit}`;
      return [` ${name}`, ...row.numbers, paper.dim(sparkline(one.values, spark))];
    }),
  ]);
  const columns: Column[] = [
    { align: 'left' },
    ...heads.map((): Column => ({ align: 'right', gap: 1 })),
    { align: 'left', gap: 1 },
  ];
  return table(rows, columns, paper.width);
}

/** A row's title, its unit with a comma before it, and its numbers. */
function rowOf({ title, unit, show, at, values }: ShownSeries): { title: string; unit: string; numbers: string[] } {
  const negligible = largest(values) * 1e-6;
  const cells = at.map((value) => (Math.abs(value) < negligible ? 0 : value));
  const scale = scaleFor({ unit, show }, largest(cells), 1e3);
  const [name, label] = labelOf(safe(title), scale);
  return { title: name, unit: label, numbers: row(cells.map((value) => value * scale.factor)) };
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let place = 0; place < values.length; place += 1) {
    const size = Math.abs(values[place] ?? 0);
    if (size > most && size < Number.POSITIVE_INFINITY) most = size;
  }
  return most;
}
