import type { Headline } from '../model/headlines.ts';
import { rateOfReturn } from './rate.ts';
import type { HeadlineValue, Series } from './types.ts';

/** What a headline is computed from. */
export interface HeadlineSource {
  series(id: string): Pick<Series, 'values'>;
  /** Months per step. */
  readonly step: number;
  /** The last month, for words. */
  readonly horizon: string;
}

type Result = Pick<HeadlineValue, 'value' | 'reason'>;

const none = (reason: string): Result => ({ value: null, reason });

/** A headline of one run, with a reason in plain words where it does not exist. */
export function headlineValue(headline: Headline, source: HeadlineSource): HeadlineValue {
  const { id, title, unit, prefer, show, says } = headline;
  const result = compute(headline, source);
  const finite = result.value === null || Number.isFinite(result.value);
  return {
    id,
    title,
    unit,
    ...(prefer === undefined ? {} : { prefer }),
    ...(show === undefined ? {} : { show }),
    says,
    ...(finite ? result : none(`${headline.of} is not a finite number`)),
  };
}

/** Ids of the series a headline is computed from. */
export function headlineUses({ of, with: also, needs }: Headline): string[] {
  return [of, ...(also === undefined ? [] : [also]), ...(needs === undefined ? [] : [needs.series])];
}

function compute(headline: Headline, source: HeadlineSource): Result {
  const { of, needs, take } = headline;
  if (needs !== undefined && !source.series(needs.series).values.some((value) => value > 0)) return none(needs.reason);
  const { values } = source.series(of);
  const years = source.step / 12;
  const also = headline.with === undefined ? undefined : source.series(headline.with).values;
  switch (take) {
    case 'last':
      return { value: values.at(-1) ?? Number.NaN };
    case 'max':
      return { value: values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) };
    case 'irr':
      return rateOfReturn(cashFlows(values, also, years), years);
    case 'payback':
      return payback(values, years, source.horizon);
    case 'cover': {
      const used = needs === undefined ? values : source.series(needs.series).values;
      return cover(values, also ?? values, used, stepsOfYear(source.step));
    }
  }
}

/** Steps in 12 months, rounded up. */
export function stepsOfYear(months: number): number {
  return Math.ceil(12 / months - 1e-9);
}

/** A flow's value is a rate over the step that begins there; the last step ends at the horizon, where the final value comes in. */
export function cashFlows(rates: Float64Array, final: Float64Array | undefined, years: number): Float64Array {
  const flows = rates.map((rate) => rate * years);
  flows[flows.length - 1] = final?.at(-1) ?? 0;
  return flows;
}

function payback(values: Float64Array, years: number, horizon: string): Result {
  const after = values.findLastIndex((value) => value < 0);
  if (after < 0) return none('cash to date is never negative, so there is nothing to pay back');
  const [below, above] = [values[after], values[after + 1]];
  if (below === undefined || above === undefined) return none(`cash to date is still negative at ${horizon}`);
  return { value: (after + below / (below - above)) * years };
}

/** The steps from 12 months after first use on: those that a cover of debt service is taken over. */
export function coveredSteps(used: Float64Array, wait: number): { readonly from: number; readonly length: number } {
  const from = used.findIndex((value) => value > 0) + wait;
  return { from, length: Math.max(0, used.length - from) };
}

/** All cash over all debt service: covers weighted by the service they cover. */
export function averageCover(covers: Float64Array, service: Float64Array): number | null {
  const due = service.reduce((sum, value) => sum + value, 0);
  const paid = covers.reduce((sum, cover, k) => sum + cover * (service[k] ?? Number.NaN), 0);
  return due > 0 ? paid / due : null;
}

function cover(values: Float64Array, service: Float64Array, used: Float64Array, wait: number): Result {
  const { from, length } = coveredSteps(used, wait);
  if (length === 0) return none('the run ends within 12 months of first use');
  const average = averageCover(values.subarray(from), service.subarray(from));
  return average === null ? none('there is no debt to serve') : { value: average };
}
