import { cut, pad, widthOf, wrap } from './text.ts';

export interface Column {
  readonly align: 'left' | 'right';
  /**
   * What gives way where the table is too wide: "cut" shortens the cells of the column, "wrap" breaks them into lines.
   * Such cells have no colours.
   * Without it the column keeps its width.
   */
  readonly gives?: 'cut' | 'wrap';
  /** Columns of space before it; 2 if not said. */
  readonly gap?: number;
}

/** Columns that do not fit on the paper, whatever gives way. */
export class TooWide extends RangeError {
  override readonly name = 'TooWide';
}

/** Renders all columns side by side if they fit, else in halves, one below the other. @throws TooWide for one that does not fit alone */
export function inBlocks<T>(columns: readonly T[], render: (columns: readonly T[]) => string[]): string[] {
  try {
    return render(columns);
  } catch (error) {
    if (!(error instanceof TooWide) || columns.length < 2) throw error;
    const half = Math.ceil(columns.length / 2);
    return [...inBlocks(columns.slice(0, half), render), '', ...inBlocks(columns.slice(half), render)];
  }
}

/** A row of cells, or a line that stands across the table. */
export type Row = readonly string[] | string;

/**
 * Rows in columns, none wider than `width`. Lines across are wrapped; the last column is not filled up with spaces.
 * @throws TooWide where what cannot give way is already too wide
 */
export function table(rows: readonly Row[], columns: readonly Column[], width: number): string[] {
  const cells = rows.filter((row) => typeof row !== 'string');
  const gaps = columns.map((column, place) => (place === 0 ? (column.gap ?? 0) : (column.gap ?? 2)));
  const widths = columns.map((_, place) => Math.max(0, ...cells.map((row) => widthOf(row[place] ?? ''))));
  fit(widths, gaps, columns, width);
  return rows.flatMap((row) =>
    typeof row === 'string' ? wrapIndented(row, width) : lines(row, columns, widths, gaps),
  );
}

/** Takes what is too much from the columns that give way, the widest first, down to eight characters each. */
function fit(widths: number[], gaps: readonly number[], columns: readonly Column[], width: number): void {
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
  let over = sum(widths) + sum(gaps) - width;
  while (over > 0) {
    const givers = columns.flatMap((column, place) => (column.gives && (widths[place] ?? 0) > 8 ? [place] : []));
    const widest = Math.max(...givers.map((place) => widths[place] ?? 0));
    const place = givers.find((giver) => widths[giver] === widest);
    if (place === undefined) throw new TooWide(`the table needs ${width + over} columns`);
    widths[place] = widest - 1;
    over -= 1;
  }
}

function lines(
  row: readonly string[],
  columns: readonly Column[],
  widths: readonly number[],
  gaps: readonly number[],
): string[] {
  const parts = columns.map(({ gives }, place) => {
    const cell = row[place] ?? '';
    const width = widths[place] ?? 0;
    if (gives === 'wrap') return wrapIndented(cell, width);
    return gives === 'cut' ? [cut(cell, width)] : [cell];
  });
  const height = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: height }, (_, line) => {
    const last = parts.findLastIndex((part) => (part[line] ?? '') !== '');
    return columns
      .slice(0, last + 1)
      .map(({ align }, place) => {
        const text = parts[place]?.[line] ?? '';
        const filled = place === last && align === 'left' ? text : pad(text, widths[place] ?? 0, align);
        return ' '.repeat(gaps[place] ?? 0) + filled;
      })
      .join('');
  });
}

function wrapIndented(cell: string, width: number): string[] {
  const indent = /^ */u.exec(cell)?.[0] ?? '';
  return wrap(cell, width, indent, indent);
}
