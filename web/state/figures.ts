import type { EnsembleData } from '../worker/inquiry.ts';
import type { Ran } from './types.ts';

/** A single number that sums a run up: a headline of the model, or a series at a month. */
export interface Figure {
  readonly id: string;
  /** The record or headline it is. */
  readonly of: string;
  /** Decimal year; absent for a headline. */
  readonly at?: number;
  /** The unit it is shown in, with what one of the model's unit is in it. A rate of the year that its title names needs no "a year". */
  readonly unit: string;
  readonly factor?: number;
}

/** What the strip above the charts shows, in order. */
export const FIGURES: readonly Figure[] = [
  { id: 'spent', of: 'spent_total', at: 2030, unit: 'USD' },
  { id: 'in_use', of: 'facility_in_use', at: 2030, unit: 'MW' },
  { id: 'peak_in_use', of: 'peak_in_use', unit: 'MW' },
  { id: 'accelerators', of: 'accelerators_in_use', at: 2030, unit: 'accelerator' },
  { id: 'electricity', of: 'electricity', at: 2030, unit: 'TWh' },
  { id: 'fabs', of: 'fabs_running', at: 2035, unit: 'fab' },
  { id: 'peak_jobs', of: 'peak_jobs', unit: 'job' },
  { id: 'cost_per_gw', of: 'cost_per_gw', unit: 'USD', factor: 1000 },
  { id: 'npv', of: 'npv', unit: 'USD' },
  { id: 'irr', of: 'irr', unit: '1' },
];

export interface FigureValue {
  /** In the figure's unit; null where it does not exist. */
  readonly value: number | null;
  /** Why it does not exist. */
  readonly reason?: string;
}

/** Series that the figures need. */
export const FIGURE_SERIES: readonly string[] = FIGURES.flatMap(({ of, at }) => (at === undefined ? [] : [of]));

/** A figure of one run. A month outside the run has no value. */
export function figureOf({ of, at, factor = 1 }: Figure, ran: Ran): FigureValue {
  if (at === undefined) {
    const headline = ran.headlines.find(({ id }) => id === of);
    if (headline === undefined || headline.value === null)
      return { value: null, ...(headline?.reason === undefined ? {} : { reason: headline.reason }) };
    return { value: headline.value * factor };
  }
  const value = valueAt(ran.series[of], ran.times, at);
  return { value: value === undefined || !Number.isFinite(value) ? null : value * factor };
}

/** The fifth and the ninety-fifth of a hundred draws, in the figure's unit; undefined where it was not drawn or does not exist. */
export function rangeOf(
  { of, at, factor = 1 }: Figure,
  { bands, headlines, times }: EnsembleData,
): readonly [number, number] | undefined {
  const ends =
    at === undefined
      ? [headlines[of]?.p5, headlines[of]?.p95]
      : [valueAt(bands[of]?.p5, times, at), valueAt(bands[of]?.p95, times, at)];
  const [low, high] = ends;
  if (typeof low !== 'number' || typeof high !== 'number' || !Number.isFinite(low + high)) return undefined;
  return [low * factor, high * factor];
}

/** A series at a decimal year, linear between steps; undefined outside the run. */
export function valueAt(values: Float64Array | undefined, times: Float64Array, at: number): number | undefined {
  const last = times.length - 1;
  const [first, end] = [times[0], times[last]];
  if (values === undefined || first === undefined || end === undefined || at < first - 1e-6 || at > end + 1e-6)
    return undefined;
  const place = last === 0 ? 0 : ((at - first) / (end - first)) * last;
  const below = Math.min(last, Math.floor(place + 1e-6));
  const here = values[below] ?? Number.NaN;
  const part = place - below;
  return part < 1e-6 || below === last ? here : here + ((values[below + 1] ?? Number.NaN) - here) * part;
}
