/** A chart without its picture: table, CSV, and words for who does not see it. All of it read off the spec. */
import type { ChartPoint, ChartSpec } from './spec.ts';
import { isoMonth, monthName, monthNumber } from './times.ts';
import { axisUnit, quantity, range } from './units.ts';
import { frameWords } from './words.ts';

export interface ChartColumn {
  readonly id: string;
  readonly name: string;
  /** Record or record.item, to explain. */
  readonly of: string;
}

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

interface Column extends ChartColumn {
  readonly values: Float64Array;
  readonly panel: number;
}

/** Everything drawn but ghosts, in reading order. */
function columnsOf(spec: ChartSpec): Column[] {
  return spec.panels.flatMap(({ series, rows, bands }, panel) => {
    const lines = series.filter(({ role }) => role !== 'ghost');
    const drawn = [...lines, ...rows].map(({ id, name, of, values }) => ({ id, name, of, values, panel }));
    const quantiles = bands.flatMap(({ id, name, spread }) =>
      (['p5', 'p50', 'p95'] as const).map((level) => ({
        id: `${id} ${level}`,
        name: `${name}, ${frameWords.levels[level]}`,
        of: id,
        values: spread[level],
        panel,
      })),
    );
    return [...drawn, ...quantiles];
  });
}

/** The words of a value in the spec's unit; of a code its label. */
export function valueText(spec: ChartSpec, value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return frameWords.noValue;
  if (spec.codes.length > 0) return spec.codes[value]?.label ?? frameWords.noValue;
  return quantity(value, spec.unit, spec.locale);
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
  return { columns: columns.map(({ id, name, of }) => ({ id, name, of })), rows };
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

/** What a screen reader says of the chart: its sentence, then each series from first to last with its peak between. */
export function altText(spec: ChartSpec): string {
  const parts = columnsOf(spec).map(({ name, values }) => {
    if (spec.codes.length > 0) return `${name}: ${spans(spec, values)}`;
    let peak = 0;
    values.forEach((value, i) => {
      if (value > values[peak]!) peak = i;
    });
    const at = (i: number) => `${valueText(spec, values[i])} (${monthName(spec.times[i]!, spec.locale)})`;
    const places = [...new Set([0, peak, values.length - 1])].filter((i) => i in values);
    return `${name}: ${places.map(at).join(', ')}`;
  });
  return [spec.title, spec.subtitle, ...parts].filter(Boolean).join('. ');
}

/** "Power from Jan 2025, Chips from Mar 2027". */
function spans(spec: ChartSpec, codes: Float64Array): string {
  const starts: string[] = [];
  codes.forEach((code, i) => {
    if (code !== codes[i - 1]) starts.push(`${valueText(spec, code)} (${monthName(spec.times[i]!, spec.locale)})`);
  });
  return starts.join(', ');
}

/** One line of the readout at a time. */
export interface PointReading {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** All values of a panel at a time, as the readout lists them: layers from the top, lines by size. */
export function readingsAt(spec: ChartSpec, panel: number, index: number): PointReading[] {
  const here = spec.panels[panel];
  if (!here) return [];
  const shown = here.series.filter(({ role }) => role !== 'ghost');
  const lines = shown
    .filter(({ role }) => role === 'line')
    .sort((a, b) => (b.values[index] ?? 0) - (a.values[index] ?? 0));
  const layers = shown.filter(({ role }) => role === 'stack').reverse();
  const ranges = new Map(here.bands.map((band) => [band.id, band]));
  const rangeOf = (id: string): string => {
    const spread = ranges.get(id)?.spread;
    ranges.delete(id);
    const [low = Number.NaN, high = Number.NaN] = [spread?.p5[index], spread?.p95[index]];
    return Number.isFinite(low + high) ? range(low, high, spec.unit, spec.locale) : '';
  };
  const values = [...lines, ...layers, ...here.rows].map(({ id, label, values }) => ({
    id,
    label,
    text: [valueText(spec, values[index]), rangeOf(id)].filter(Boolean).join(' \u00b7 '),
  }));
  // Of a stack the sum, which is no series of its own.
  const sums = [...ranges.values()].map(({ id, label }) => ({ id, label, text: rangeOf(id) }));
  const seen = here.dots.filter(({ time }) => monthNumber(time) === monthNumber(spec.times[index] ?? 0));
  return [...values, ...sums, ...seen.map(({ id, label, value }) => ({ id, label, text: valueText(spec, value) }))];
}

/** What is said when the cursor moves: "Mar 2029: In use 9.1 GW", or all values where no series is singled out. */
export function pointText(spec: ChartSpec, point: ChartPoint): string {
  const all = readingsAt(spec, point.panel, point.index);
  const chosen = all.filter(({ id }) => point.series === undefined || id === point.series);
  const title = spec.panels[point.panel]?.title;
  const when = monthName(spec.times[point.index] ?? 0, spec.locale);
  return `${title ? `${title}, ` : ''}${when}: ${chosen.map(({ label, text }) => `${label} ${text}`).join(', ')}`;
}
