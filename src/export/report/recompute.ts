import { momentOf, valueAt } from '../../analysis/dates.ts';
import { headlineValue } from '../../analysis/headlines.ts';
import { metricValues } from '../../analysis/metrics.ts';
import type { Kernel } from '../../engine/meta.ts';
import type { Expression } from '../../engine/types.ts';
import type { Headline } from '../../model/headlines.ts';

/** What a report carries so that its reader's own machine can compute its figures again. JSON. */
export interface RunData {
  readonly model: string;
  readonly start: string;
  readonly horizon: string;
  /** Months. */
  readonly step: number;
  readonly steps: number;
  /** Items of each set, in the model's order. */
  readonly sizes: readonly number[];
  /** Inputs and constants, place after place. */
  readonly inputs: readonly number[];
  readonly frameSize: number;
  /** By series: the places whose values are added up. */
  readonly places: Readonly<Record<string, readonly number[]>>;
  /** Formulas of the scenario's own metrics. */
  readonly metrics: Readonly<Record<string, Expression>>;
  readonly headlines: readonly Headline[];
}

/** A run done again. */
export interface Recomputed {
  /** Values of a series. @throws RangeError for one the data do not hold */
  series(id: string): Float64Array;
  /**
   * One figure. @param at  a month of a series ("2029-01"), "max" for its largest value, or nothing for a headline.
   * @returns not a number where it is undefined
   */
  figure(of: string, at: string): number;
  /** The largest size a series has at any time; 0 for a headline. */
  size(of: string): number;
}

/** Runs the kernel once over the inputs of a report. */
export function recompute(data: RunData, kernel: Kernel): Recomputed {
  const { steps, step, frameSize, inputs } = data;
  const length = steps + 1;
  const keep = new Int32Array(frameSize).fill(-1);
  let rows = 0;
  for (const place of Object.values(data.places).flat()) {
    if (place < inputs.length || keep[place] !== -1) continue;
    keep[place] = rows;
    rows += 1;
  }
  const frame = new Float64Array(frameSize);
  frame.set(inputs);
  const out = new Float64Array(rows * length);
  kernel(frame, Int32Array.from(data.sizes), steps, step, keep, out);

  const valueAtStep = (place: number, k: number): number =>
    (place < inputs.length ? inputs[place] : out[keep[place]! * length + k]) ?? Number.NaN;
  const known = new Map<string, Float64Array>();
  const find = (id: string): Float64Array | undefined => {
    const present = known.get(id) ?? build(id);
    if (present !== undefined) known.set(id, present);
    return present;
  };
  const build = (id: string): Float64Array | undefined => {
    if (Object.hasOwn(data.metrics, id)) return metricValues(data.metrics[id]!, find, length, step);
    const places = Object.hasOwn(data.places, id) ? data.places[id] : undefined;
    return (
      places && Float64Array.from({ length }, (_, k) => places.reduce((sum, place) => sum + valueAtStep(place, k), 0))
    );
  };
  const series = (id: string): Float64Array => {
    const values = find(id);
    if (values === undefined) throw new RangeError(`the report's data have no series "${id}"`);
    return values;
  };
  return {
    series,
    figure(of, at) {
      if (at === 'max') return series(of).reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
      if (at !== '') return valueAt(series(of), momentOf(at, data));
      const headline = data.headlines.find(({ id }) => id === of);
      if (headline === undefined) throw new RangeError(`the report's data have no headline "${of}"`);
      const source = { series: (id: string) => ({ values: series(id) }), step, horizon: data.horizon };
      return headlineValue(headline, source).value ?? Number.NaN;
    },
    size: (of) => find(of)?.reduce((most, one) => Math.max(most, Math.abs(one) || 0), 0) ?? 0,
  };
}
