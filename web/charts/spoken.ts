/** A chart in words, for who does not see it and where the cursor stands. Read off the spec. */
import { columnsOf, valueText } from './columns.ts';
import type { ChartPoint, ChartSpec } from './spec.ts';
import { monthName, monthNumber } from './times.ts';
import { range } from './units.ts';

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
