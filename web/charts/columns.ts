/** The numbers of a chart one after the other, as its table and its words have them. */
import type { ChartSpec } from './spec.ts';
import { quantity } from './units.ts';
import { frameWords } from './words.ts';

export interface ChartColumn {
  readonly id: string;
  readonly name: string;
  /** Record or record.item, to explain. */
  readonly of: string;
  /** Index of the run it belongs to. */
  readonly run: number;
}

export interface Column extends ChartColumn {
  readonly values: Float64Array;
  readonly panel: number;
}

/** Everything drawn but ghosts, in reading order. */
export function columnsOf(spec: ChartSpec): Column[] {
  return spec.panels.flatMap(({ series, rows, bands }, panel) => {
    const lines = series.filter(({ role }) => role !== 'ghost');
    const drawn = [...lines, ...rows].map(({ id, name, of, run, values }) => ({ id, name, of, run, values, panel }));
    const quantiles = bands.flatMap(({ id, name, of, run, spread }) =>
      (['p5', 'p50', 'p95'] as const).map((level) => ({
        id: `${id} ${level}`,
        name: `${name}, ${frameWords.levels[level]}`,
        of,
        run,
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
