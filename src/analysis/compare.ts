import { meta } from '../generated/meta.ts';
import { addMonths, monthsBetween } from '../scenario/dates.ts';
import { diffScenarios } from '../scenario/diff.ts';
import type { ComparedNumber, Comparison, Projection } from './types.ts';

export interface CompareOptions {
  /** Months to compare series at; every January, and the horizon, that all projections have if absent. */
  readonly at?: readonly string[];
  /** Series to compare; a handful that sums each sector up if absent. */
  readonly ids?: readonly string[];
}

/** What is compared unless somebody asks for something else: the public series that stand for their sectors. */
export const COMPARED: readonly string[] = [
  'spent_total',
  'facility_energised',
  'facility_in_use',
  'h100e_in_use',
  'electricity',
  'emissions',
  'wafer_starts',
  'jobs_total',
  'revenue',
  'free_cash_flow',
];

/**
 * Holds projections against the first of them: inputs that differ, headlines, and series at chosen months. Relative differences are null
 * where the baseline is zero.
 * @throws RangeError for no projection, an unknown series, or a month outside a run.
 */
export function compare(projections: readonly Projection[], options: CompareOptions = {}): Comparison {
  const [baseline, ...others] = projections;
  if (baseline === undefined) throw new RangeError('there is nothing to compare');
  const { at = sharedMonths(projections), ids = COMPARED } = options;
  const inputs = diffScenarios(
    projections.map(({ scenario }) => scenario),
    meta,
  ).flatMap(({ lever, title, measure, values }) => {
    const central = values.map((quantity) => quantity?.central ?? null);
    if (new Set(central).size === 1) return [];
    const { unit, show } = measure;
    return [{ lever, title, unit, ...(show === undefined ? {} : { show }), measure, values: central }];
  });
  const headlines = baseline.headlines.map(({ id, title, unit, show, prefer }) => {
    const values = projections.map((projection) => projection.headline(id).value);
    return compared({ id, title, unit, show, prefer }, values);
  });
  const series = ids.flatMap((id) => {
    const { title, unit, show } = (projections.find((one) => one.has(id)) ?? baseline).series(id);
    return at.map((month) => {
      const values = projections.map((one) => (one.has(id) ? finite(one.at(id, month)) : null));
      return { ...compared({ id, title, unit, show, prefer: undefined }, values), at: month };
    });
  });
  return { baseline, others, inputs, headlines, series };
}

interface Named {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly show: '%' | undefined;
  readonly prefer: string | undefined;
}

function compared({ id, title, unit, show, prefer }: Named, values: readonly (number | null)[]): ComparedNumber {
  const base = values[0] ?? null;
  const absolute = values.map((value) => (value === null || base === null ? null : value - base));
  const relative = absolute.map((change) =>
    change === null || base === null || base === 0 ? null : change / Math.abs(base),
  );
  return {
    id,
    title,
    unit,
    ...(show === undefined ? {} : { show }),
    ...(prefer === undefined ? {} : { prefer }),
    values,
    absolute,
    relative,
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Januaries within all runs, and the last month they share. */
export function sharedMonths(projections: readonly Pick<Projection, 'scenario'>[]): string[] {
  const starts = projections.map(({ scenario }) => scenario.start).sort();
  const horizons = projections.map(({ scenario }) => scenario.horizon).sort();
  const [first, last] = [starts.at(-1), horizons[0]];
  if (first === undefined || last === undefined || first > last) return [];
  const months = Array.from({ length: monthsBetween(first, last) + 1 }, (_, n) => addMonths(first, n));
  return months.filter((month) => month.endsWith('-01') || month === last);
}
