import type { ModelMeta } from '../../engine/meta.ts';
import { hint } from '../../engine/nearest.ts';
import { references } from '../../engine/walk.ts';
import { type Headline, headlines } from '../../model/headlines.ts';
import type { RunInputs, Scenario } from '../../scenario/types.ts';
import { headlineUses, headlineValue } from '../headlines.ts';
import { metricsOf, metricValues, type ReadMetric } from '../metrics.ts';
import { type SeriesName, seriesNames } from '../rows.ts';

/** Something a run is asked for: a series, with a value a step, or a headline. */
export interface Output {
  readonly id: string;
  readonly kind: 'series' | 'headline';
  readonly title: string;
  readonly unit: string;
  readonly show?: '%';
  readonly prefer?: string;
}

/** What a run is asked for, and how to read it from what the kernel kept. */
export interface OutputPlan {
  readonly outputs: readonly Output[];
  /** Values a series has: steps + 1. */
  readonly length: number;
  /** Values all outputs have together. */
  readonly width: number;
  /** For each place of the frame the kernel's row, or -1. */
  readonly keep: Int32Array;
  /** Values the kernel keeps: rows × length. */
  readonly room: number;
  /** Reads the outputs of one run, series after series and then headlines, not a number where there is no value. */
  read(kept: Float64Array, into: Float64Array, offset: number): void;
}

/** What to compute of each series when a run is over. */
type Reader = (kept: Float64Array) => Float64Array;

/**
 * Plans the reading of some outputs, so that a run keeps nothing else. Values are those that a projection gives, bit for bit.
 * @throws RangeError for an id that is neither a series, a metric nor a headline, with the nearest
 */
export function planOutputs(
  scenario: Scenario,
  meta: ModelMeta,
  inputs: RunInputs,
  ids: readonly string[],
): OutputPlan {
  const planner = new Planner(scenario, meta, inputs);
  const chosen = ids.map((id) => planner.output(id));
  const series = chosen.filter(({ kind }) => kind === 'series');
  const single = chosen.filter(({ kind }) => kind === 'headline');
  const readers = series.map(({ id }) => planner.reader(id));
  const stated = single.map(({ id }) => headlineOf(id)!);
  const sources = new Map(stated.flatMap(headlineUses).map((id) => [id, planner.reader(id)]));
  const { length, keep } = planner;
  const after = series.length * length;
  return {
    outputs: [...series, ...single],
    length,
    width: after + single.length,
    keep,
    room: planner.rows * length,
    read(kept, into, offset) {
      for (let n = 0; n < readers.length; n += 1) into.set(readers[n]!(kept), offset + n * length);
      if (stated.length === 0) return;
      const values = new Map<string, Float64Array>();
      const source = {
        series: (id: string) => {
          const known = values.get(id) ?? sources.get(id)!(kept);
          values.set(id, known);
          return { values: known };
        },
        step: inputs.step,
        horizon: scenario.horizon,
      };
      for (let n = 0; n < stated.length; n += 1) {
        into[offset + after + n] = headlineValue(stated[n]!, source).value ?? Number.NaN;
      }
    },
  };
}

/** Where an output's values begin among those of a run: series after series, then headlines. Undefined for one that was not kept. */
export function placeOf(
  outputs: readonly Output[],
  length: number,
  id: string,
): { readonly kind: Output['kind']; readonly first: number } | undefined {
  const n = outputs.findIndex((output) => output.id === id);
  const kind = outputs[n]?.kind;
  if (kind === undefined) return undefined;
  const series = outputs.filter((output) => output.kind === 'series').length;
  return { kind, first: kind === 'series' ? n * length : series * length + n - series };
}

function headlineOf(id: string): Headline | undefined {
  return headlines.find((one) => one.id === id);
}

class Planner {
  readonly length: number;
  readonly keep: Int32Array;
  rows = 0;
  private readonly meta: ModelMeta;
  private readonly step: number;
  private readonly names: ReadonlyMap<string, SeriesName>;
  private readonly metrics: ReadonlyMap<string, ReadMetric>;
  private readonly readers = new Map<string, Reader>();

  constructor(scenario: Scenario, meta: ModelMeta, inputs: RunInputs) {
    this.meta = meta;
    this.length = inputs.steps + 1;
    this.step = inputs.step;
    this.keep = new Int32Array(meta.frameSize).fill(-1);
    this.names = seriesNames(meta, inputs.items);
    this.metrics = metricsOf(scenario);
  }

  output(id: string): Output {
    const headline = headlineOf(id);
    const name = this.names.get(id);
    const metric = this.metrics.get(id);
    const series = name === undefined ? undefined : { title: name.title, unit: name.record.unit };
    const found = headline ?? series ?? metric;
    if (found === undefined) {
      const known = [...this.names.keys(), ...this.metrics.keys(), ...headlines.map((one) => one.id)];
      throw new RangeError(`there is no series or headline "${id}"${hint(id, known)}`);
    }
    const { title, unit } = found;
    const prefer = headline?.prefer === undefined ? {} : { prefer: headline.prefer };
    const show = headline?.show ?? name?.record.show;
    const shown = show === undefined ? {} : { show };
    return { id, kind: headline === undefined ? 'series' : 'headline', title, unit, ...prefer, ...shown };
  }

  /** How to get a series from what the kernel kept. Several rows are added up in their order, starting from zero. */
  reader(id: string): Reader {
    const known = this.readers.get(id);
    if (known !== undefined) return known;
    const name = this.names.get(id);
    const reader = name === undefined ? this.metricReader(id) : this.rowReader(name);
    this.readers.set(id, reader);
    return reader;
  }

  private rowReader(name: SeriesName): Reader {
    const { length } = this;
    const starts = name.rows.map(({ record, items }) => {
      const offset = record.over.reduce((sum, set, n) => sum * this.mostOf(set) + (items[n] ?? 0), 0);
      const place = record.slot + offset;
      if (this.keep[place]! < 0) {
        this.keep[place] = this.rows;
        this.rows += 1;
      }
      return this.keep[place]! * length;
    });
    const [only] = starts;
    if (only !== undefined && starts.length === 1) return (kept) => kept.subarray(only, only + length);
    const sum = new Float64Array(length);
    return (kept) => {
      sum.fill(0);
      for (const start of starts) for (let k = 0; k < length; k += 1) sum[k]! += kept[start + k]!;
      return sum;
    };
  }

  private metricReader(id: string): Reader {
    const metric = this.metrics.get(id);
    if (metric === undefined) throw new RangeError(`there is no series "${id}"${hint(id, [...this.names.keys()])}`);
    const { expression } = metric;
    const used = [...references(expression)].filter((one) => one !== 'time' && one !== 'time_step');
    const readers = new Map(used.map((one) => [one, this.reader(one)]));
    return (kept) => metricValues(expression, (one) => readers.get(one)?.(kept), this.length, this.step);
  }

  private mostOf(set: string): number {
    return this.meta.sets.find((one) => one.id === set)?.most ?? 1;
  }
}
