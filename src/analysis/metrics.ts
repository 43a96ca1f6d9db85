import { evaluator } from '../engine/evaluate.ts';
import type { Expression } from '../engine/types.ts';
import { references } from '../engine/walk.ts';
import type { Scenario } from '../scenario/types.ts';

/**
 * A metric's series: its formula at every step, on recorded series. Where it is undefined, as 0/0, the value is not a number.
 * @param lookup  the values of a series, or undefined for a name there is none of.
 * @param months  months per step.
 * @throws RangeError for a name that `lookup` does not know
 */
export function metricValues(
  expression: Expression,
  lookup: (id: string) => Float64Array | undefined,
  length: number,
  months: number,
): Float64Array {
  const used = new Map<string, Float64Array>();
  for (const id of references(expression)) {
    if (id === 'time' || id === 'time_step') continue;
    const values = lookup(id);
    if (values === undefined) throw new RangeError(`a metric uses "${id}", which is no series of this run`);
    used.set(id, values);
  }
  let k = 0;
  const value = (id: string): number => {
    if (id === 'time') return k * months;
    if (id === 'time_step') return months;
    return used.get(id)?.[k] ?? Number.NaN;
  };
  const compute = evaluator(expression);
  const values = new Float64Array(length);
  for (k = 0; k < length; k += 1) {
    const result = compute({ value, size: () => 0 }, {});
    values[k] = Number.isFinite(result) ? result : Number.NaN;
  }
  return values;
}

/** A metric that can be evaluated. */
export interface ReadMetric {
  readonly title: string;
  readonly unit: string;
  readonly expression: Expression;
}

/** The scenario's metrics whose formulas have been read; see `prepareMetrics`. */
export function metricsOf(scenario: Scenario): Map<string, ReadMetric> {
  return new Map(
    Object.entries(scenario.metrics).flatMap(([id, { title, parsed }]) =>
      parsed === undefined ? [] : [[id, { title, ...parsed }] as const],
    ),
  );
}
