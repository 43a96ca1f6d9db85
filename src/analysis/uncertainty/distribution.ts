import type { Scenario } from '../../scenario/types.ts';
import { momentOf, monthOfStep } from '../dates.ts';
import { monthOf, type Question } from './ask.ts';
import type { Ensemble } from './ensemble.ts';
import type { Output } from './outputs.ts';

/** What one number of a run is in many members. */
export interface DistributionAt {
  readonly output: Output;
  /** The month; null for what is one number of the whole run. */
  readonly at: string | null;
  /** Members that were run, and those of them for which the number does not exist. */
  readonly members: number;
  readonly none: number;
  /** The values of all members that have one, the smallest first; with t-digests 1,001 quantiles of them. */
  readonly values: Float64Array;
  readonly quantiles: Ensemble['quantiles'];
  readonly histogram: Histogram;
}

/** How often values fall into bins of one width. */
export interface Histogram {
  /** Ends of the bins, one more than there are bins; the last bin holds its upper end too. */
  readonly edges: Float64Array;
  /** Of all values, the share in each bin: they sum to 1. */
  readonly shares: Float64Array;
}

/**
 * The distribution of one number over an ensemble's members.
 * @throws RangeError for an output that the ensemble has not kept, a month outside the run or between two of its steps, and for the
 *   largest value of a series, which is no number of one month
 */
export function distributionAt(ensemble: Ensemble, question: Question): DistributionAt {
  const { scenario, members, bands, headlines, quantiles } = ensemble;
  const { of, at, take } = question;
  const output = bands[of] ?? headlines[of];
  if (output === undefined) throw new RangeError(`"${of}" was not kept`);
  if (take === 'max') throw new RangeError(`"${of}" is asked for at its largest: only values in a month are kept`);
  if (output.kind === 'headline' && at !== undefined)
    throw new RangeError(`"${of}" is one number of the whole run: it has no value in ${at}`);
  const step = output.kind === 'headline' ? undefined : stepOf(at ?? scenario.horizon, scenario);
  const { id, kind, title, unit, show, prefer } = output;
  const values = ensemble.distribution(of, step);
  return {
    output: { id, kind, title, unit, ...(show && { show }), ...(prefer !== undefined && { prefer }) },
    at: monthOf(question, output, scenario),
    members,
    none: ensemble.without(of, step),
    values,
    quantiles,
    histogram: histogram(values),
  };
}

/** Members are not kept between steps, where single runs are read in proportion. */
function stepOf(month: string, scenario: Scenario): number {
  const { step, part } = momentOf(month, scenario);
  if (part > 0) {
    const [before, after] = [step, step + 1].map((one) => monthOfStep(one, scenario));
    throw new RangeError(`${month} lies between two steps of this run: ask for ${before} or ${after}`);
  }
  return step;
}

/** About as many bins as a reader takes in. */
const BINS = 16;

/**
 * Sorts values into bins of one width, a round one, so that their ends read well.
 * @param values  sorted, the smallest first.
 * @param bins  about how many.
 */
export function histogram(values: Float64Array, bins = BINS): Histogram {
  const [least, most] = [values[0], values.at(-1)];
  if (least === undefined || most === undefined) return { edges: new Float64Array(0), shares: new Float64Array(0) };
  const spread = most - least;
  const flat = !(spread > Math.max(1e-300, 1e-9 * Math.max(Math.abs(least), Math.abs(most))));
  if (flat) return { edges: Float64Array.of(least, most), shares: Float64Array.of(1) };
  const width = roundWidth(spread / bins);
  const first = Math.floor(least / width);
  const count = Math.max(1, Math.ceil(most / width) - first);
  // Multiples of a round width and not sums of it, which would drift; the rounding of 3 × 0.1 is taken away.
  const edges = Float64Array.from({ length: count + 1 }, (_, n) => Number(((first + n) * width).toPrecision(15)));
  edges[0] = Math.min(edges[0]!, least);
  edges[count] = Math.max(edges[count]!, most);
  const shares = new Float64Array(count);
  let bin = 0;
  for (const value of values) {
    while (bin < count - 1 && value >= edges[bin + 1]!) bin += 1;
    shares[bin]! += 1 / values.length;
  }
  return { edges, shares };
}

/** The nearest of 1, 2, 2.5 and 5 times a power of ten that is no less. */
function roundWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5].find((one) => one * power >= least * (1 - 1e-12)) ?? 10;
  return factor * power;
}
