import type { RecordMeta } from '../engine/meta.ts';
import { hint } from '../engine/nearest.ts';
import { type Run, runKernel } from '../engine/simulate.ts';
import { references } from '../engine/walk.ts';
import { kernel } from '../generated/kernel.ts';
import { meta } from '../generated/meta.ts';
import { headlines } from '../model/headlines.ts';
import { type Choose, resolve } from '../scenario/resolve.ts';
import type { RunInputs, Scenario } from '../scenario/types.ts';
import { momentOf, timesOf, valueAt } from './dates.ts';
import { headlineUses, headlineValue } from './headlines.ts';
import { metricsOf, metricValues, type ReadMetric } from './metrics.ts';
import { type Row, type SeriesName, seriesNames } from './rows.ts';
import type { HeadlineValue, Projection, Series } from './types.ts';

export interface SimulateOptions {
  /** Which value of each lever: "low", "central" (the default), "high", or central but for the levers in a map. */
  readonly choose?: Choose;
  /**
   * Series to keep, headlines' own besides. Recording all costs several times the arithmetic, so a caller who runs often says what it
   * reads; the others are then unknown to the projection. Sums over items are added up when they are asked for.
   */
  readonly keep?: 'all' | readonly string[];
}

/** A projection with what explaining it needs: every row of the run and the inputs it began with. */
export interface Projected extends Projection {
  readonly inputs: RunInputs;
  readonly run: Run;
  readonly names: ReadonlyMap<string, SeriesName>;
  readonly metrics: ReadonlyMap<string, ReadMetric>;
  readonly choose: Choose | undefined;
  /** Whether every row was kept. */
  readonly complete: boolean;
  /** The values of one row, whatever its kind. A view. */
  row(row: Row): Float64Array;
  /** One of them. */
  valueOf(row: Row, step: number): number;
  isHeadline(id: string): boolean;
}

/**
 * Runs a scenario. Nothing is random and nothing is kept between runs.
 * @throws RangeError for a lever or a series that this scenario does not have.
 */
export function simulate(scenario: Scenario, options: SimulateOptions = {}): Projection {
  return project(scenario, options);
}

/** As `simulate`, with the inside showing. For this room. */
export function project(scenario: Scenario, { choose, keep = 'all' }: SimulateOptions = {}): Projected {
  const inputs = resolve(scenario, meta, choose);
  const names = seriesNames(meta, inputs.items);
  const metrics = metricsOf(scenario);
  const kept = keep === 'all' ? undefined : recordsFor(keep, names, metrics, scenario);
  // Inputs and constants stay in the frame, so that no row is spent on them.
  const computed = meta.records.filter((record) => isComputed(record) && (kept?.has(record.id) ?? true));
  const run = runKernel(kernel, meta, { ...inputs, keep: computed.map((record) => record.id) });
  const length = run.steps + 1;
  const recorded = new Set(computed);
  const cache = new Map<string, Series>();

  const row = ({ record, items }: Row): Float64Array => {
    if (isComputed(record)) return run.values(record.id, ...items);
    return new Float64Array(length).fill(inputs.frame[slotOf(record, items)] ?? Number.NaN);
  };
  const build = (id: string): Series | undefined => {
    const name = names.get(id);
    if (name !== undefined) {
      if (isComputed(name.record) && !recorded.has(name.record))
        throw new RangeError(`the series "${id}" was not kept`);
      const { unit, show } = name.record;
      return {
        id,
        title: name.title,
        unit,
        ...(show === undefined ? {} : { show }),
        values: total(name.rows.map(row), length),
      };
    }
    const metric = metrics.get(id);
    if (metric === undefined) return undefined;
    const values = metricValues(metric.expression, (used) => find(used)?.values, length, inputs.step);
    return { id, title: metric.title, unit: metric.unit, values };
  };
  const find = (id: string): Series | undefined => {
    const known = cache.get(id) ?? build(id);
    if (known !== undefined) cache.set(id, known);
    return known;
  };
  const series = (id: string): Series => {
    const found = find(id);
    if (found === undefined) throw unknownSeries(id, names, scenario);
    return found;
  };
  const single = new Map<string, HeadlineValue>();
  const headline = (id: string): HeadlineValue => {
    const stated = headlines.find((one) => one.id === id);
    if (stated === undefined)
      throw new RangeError(
        `there is no headline "${id}"${hint(
          id,
          headlines.map((one) => one.id),
        )}`,
      );
    const value = single.get(id) ?? headlineValue(stated, { series, step: inputs.step, horizon: scenario.horizon });
    single.set(id, value);
    return value;
  };
  const outcome: Projected = {
    scenario,
    model: meta.version,
    times: timesOf(scenario, run.steps),
    ids: [
      ...[...names.values()]
        .filter(({ record }) => recorded.has(record) && record.stageOf === undefined)
        .map(({ id }) => id),
      ...metrics.keys(),
    ],
    series,
    has: (id) => names.has(id) || metrics.has(id),
    get headlines() {
      return headlines.map(({ id }) => headline(id));
    },
    headline,
    at(id, month) {
      return valueAt(series(id).values, momentOf(month, scenario));
    },
    inputs,
    run,
    names,
    metrics,
    choose,
    complete: kept === undefined,
    row,
    valueOf: ({ record, items }, step) =>
      (isComputed(record) ? run.values(record.id, ...items)[step] : inputs.frame[slotOf(record, items)]) ?? Number.NaN,
    isHeadline: (id) => headlines.some((one) => one.id === id),
  };
  insides.set(outcome, outcome);
  return outcome;
}

const insides = new WeakMap<Projection, Projected>();

/** The inside of a projection that `simulate` gave. @throws TypeError for any other object */
export function projected(projection: Projection): Projected {
  const inside = insides.get(projection);
  if (inside === undefined) throw new TypeError('only a projection that simulate gave can be looked into');
  return inside;
}

function unknownSeries(id: string, names: ReadonlyMap<string, SeriesName>, { metrics }: Scenario): RangeError {
  if (Object.hasOwn(metrics, id)) {
    return new RangeError(`"${id}" is a formula that has not been read; await prepareMetrics(scenario) before the run`);
  }
  return new RangeError(`there is no series "${id}"${hint(id, [...names.keys(), ...Object.keys(metrics)])}`);
}

function isComputed(record: RecordMeta): boolean {
  return record.input === undefined && record.value === undefined;
}

/** The records that some series are made from, and those of the headlines. @throws RangeError for a name that is none */
function recordsFor(
  keep: readonly string[],
  names: ReadonlyMap<string, SeriesName>,
  metrics: ReadonlyMap<string, ReadMetric>,
  scenario: Scenario,
): Set<string> {
  const kept = new Set<string>();
  const add = (id: string): void => {
    const name = names.get(id);
    if (name !== undefined) kept.add(name.record.id);
    else if (metrics.has(id)) for (const used of references(metrics.get(id)!.expression)) add(used);
    else if (id !== 'time' && id !== 'time_step') throw unknownSeries(id, names, scenario);
  };
  for (const id of [...keep, ...headlines.flatMap(headlineUses)]) add(id);
  return kept;
}

/** Where a row's value stands in the frame. */
export function slotOf(record: RecordMeta, items: readonly number[]): number {
  const offset = record.over.reduce((sum, set, n) => sum * mostOf(set) + (items[n] ?? 0), 0);
  return record.slot + offset;
}

function mostOf(set: string): number {
  return meta.sets.find((one) => one.id === set)?.most ?? 1;
}

/** One row is given as it is; several are added up. */
function total(rows: readonly Float64Array[], length: number): Float64Array {
  const [first] = rows;
  if (first !== undefined && rows.length === 1) return first;
  const sum = new Float64Array(length);
  for (const row of rows) for (let k = 0; k < length; k += 1) sum[k] = (sum[k] ?? 0) + (row[k] ?? Number.NaN);
  return sum;
}
