/** A chart without its picture: table and CSV, read off the spec. */
import { type ChartColumn, columnsOf, valueText } from './columns.ts';
import type { ChartSpec } from './spec.ts';
import { isoMonth, monthName, monthNumber } from './times.ts';
import { axisUnit } from './units.ts';
import { frameWords } from './words.ts';

export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly {
    /** Index into the spec's times. */
    readonly index: number;
    /** "Mar 2029", or "2029" where only Januaries are shown. */
    readonly when: string;
    /** As many as there are columns. */
    readonly cells: readonly string[];
  }[];
}

/**
 * The table of a chart, in the unit of its axis.
 * @param every  months between rows; 12 gives Januaries, 1 everything.
 */
export function tableOf(spec: ChartSpec, every = 12): ChartTable {
  const columns = columnsOf(spec);
  const most = Math.max(spec.y.max, -spec.y.min);
  const unit = axisUnit(spec.unit, most, spec.locale);
  const cell = (value: number) =>
    spec.codes.length > 0 || !Number.isFinite(value) ? valueText(spec, value) : unit.label(value);
  const rows = Array.from(spec.times, (time, index) => ({ time, index }))
    .filter(({ time, index }) => monthNumber(time) % every === 0 || index === spec.times.length - 1)
    .map(({ time, index }) => ({
      index,
      when:
        every % 12 === 0 && monthNumber(time) % 12 === 0
          ? String(monthNumber(time) / 12)
          : monthName(time, spec.locale),
      cells: columns.map(({ values }) => cell(values[index]!)),
    }));
  return { columns: columns.map(({ id, name, of, run }) => ({ id, name, of, run })), rows };
}

/**
 * The chart's numbers in full precision and the model's own unit, one row a time (RFC 4180).
 * Words that a spreadsheet would take for a formula get a quote before them.
 */
export function csvOf(spec: ChartSpec): string {
  const columns = columnsOf(spec);
  const unit = spec.codes.length > 0 || spec.unit === '1' ? '' : ` (${spec.unit})`;
  const head = [frameWords.month, ...columns.map(({ name }) => `${name}${unit}`)].map(csvField);
  const lines = Array.from(spec.times, (time, index) => {
    const cells = columns.map(({ values }) => csvCell(spec, values[index]!));
    return [isoMonth(time), ...cells].join(',');
  });
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}

function csvCell(spec: ChartSpec, value: number): string {
  if (!Number.isFinite(value)) return '';
  return spec.codes.length > 0 ? csvField(spec.codes[value]?.label ?? '') : String(value);
}

export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
