import { row } from './digits.ts';
import { labelOf, scaleFor } from './scale.ts';
import { sparkline } from './sparkline.ts';
import type { Paper } from './style.ts';
import { type Column, inBlocks, type Row, TooWide, table } from './table.ts';
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
const LEAST_TITLE = 24;

interface Group {
  readonly title: string;
  readonly series: readonly ShownSeries[];
}

/**
 * Groups of series with their values at some months and a sparkline, in columns that fit the paper; months that do not fit beside the
 * others stand in another block below.
 * @param months "2029-01"; a January stands as its year alone
 */
export function seriesTable(groups: readonly Group[], months: readonly string[], paper: Paper): string[] {
  const places = months.map((_, place) => place);
  return inBlocks(places, (chosen) => {
    const some = groups.map(({ title, series }) => ({
      title,
      series: series.map((one) => ({ ...one, at: chosen.map((place) => one.at[place] ?? Number.NaN) })),
    }));
    return block(
      some,
      chosen.map((place) => (months[place] ?? '').replace(/-01$/u, '')),
      paper,
    );
  });
}

function block(groups: readonly Group[], heads: readonly string[], paper: Paper): string[] {
  const shown = groups.map(({ title, series }) => ({
    title,
    rows: series.map((one) => ({ ...rowOf(one), values: one.values })),
  }));
  const all = shown.flatMap(({ rows }) => rows);
  const widths = heads.map((head, place) =>
    Math.max(head.length, ...all.map((row) => row.numbers[place]?.length ?? 0)),
  );
  const room = paper.width - widths.reduce((sum, width) => sum + width + 1, 0);
  if (room < LEAST_TITLE) throw new TooWide(`the columns leave ${room} for titles`);
  const titles = Math.max(0, ...all.map(({ title, unit }) => widthOf(title) + widthOf(unit) + 1));
  const spark = sparkWidth(room, titles);
  const name = spark === 0 ? room : room - spark - 1;

  const rows: Row[] = shown.flatMap((group, place): Row[] => [
    ...(place === 0 ? [] : ['']),
    [paper.bold(group.title), ...heads.map(paper.bold), ''],
    ...group.rows.map(({ title, unit, numbers, values }) => [
      ` ${named(title, unit, name - 1)}`,
      ...numbers,
      spark === 0 ? '' : paper.dim(sparkline(values, spark)),
    ]),
  ]);
  const columns: Column[] = [
    { align: 'left' },
    ...heads.map((): Column => ({ align: 'right', gap: 1 })),
    { align: 'left', gap: 1 },
  ];
  return table(rows, columns, paper.width);
}

/** Sparklines take what titles leave; titles are cut for eight blocks, and for none where little would be left of them. */
function sparkWidth(room: number, titles: number): number {
  if (room - titles - 1 >= LEAST_SPARK) return Math.min(MOST_SPARK, room - titles - 1);
  return room - LEAST_SPARK - 1 >= LEAST_TITLE ? LEAST_SPARK : 0;
}

/** A title with its unit; the title is cut first. */
function named(title: string, unit: string, width: number): string {
  const left = width - widthOf(unit);
  return left >= Math.min(8, widthOf(title)) ? cut(title, left) + unit : cut(title + unit, width);
}

/** A row's title, its unit with a comma before it, and its numbers. */
function rowOf({ title, unit, show, at, values }: ShownSeries): { title: string; unit: string; numbers: string[] } {
  const negligible = largest(values) * 1e-6;
  const cells = at.map((value) => (Math.abs(value) < negligible ? 0 : value));
  const scale = scaleFor({ unit, show }, largest(cells), 1e3);
  const [name, label] = labelOf(safe(title), scale);
  // Of an item's series the item is said to the end.
  const colon = name.lastIndexOf(': ');
  const numbers = row(cells.map((value) => value * scale.factor));
  return colon < 0
    ? { title: name, unit: label, numbers }
    : { title: name.slice(0, colon), unit: name.slice(colon) + label, numbers };
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let place = 0; place < values.length; place += 1) {
    const size = Math.abs(values[place] ?? 0);
    if (size > most && size < Number.POSITIVE_INFINITY) most = size;
  }
  return most;
}
