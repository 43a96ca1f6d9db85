import type { Range } from '../../engine/types.ts';
import type { Distribution } from '../../scenario/types.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { pertTable } from './pert.ts';

/** A quantile function: what a number is at each chance. */
export interface Quantiles {
  /** @param u  strictly between 0 and 1. */
  at(u: number): number;
}

/** The ends of what a lever may be. */
export interface Limits {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** The standard normal number that 95 % of all are below. */
const Z95 = normalQuantile(0.95);

/**
 * The distribution that a low, a central and a high value stand for. For PERT, triangular and uniform low and high are the ends; for
 * normal and lognormal they are P5 and P95, which leave the central value no say, and what lies outside the limits is cut off.
 * @returns undefined for what is sure: "fixed", or equal ends.
 * @throws RangeError for ends in the wrong order, and for a lognormal with an end at or below zero.
 */
export function quantilesOf(kind: Distribution, range: Range, limits: Limits = {}): Quantiles | undefined {
  const { low, central, high } = range;
  if (![low, central, high].every(Number.isFinite) || low > high) {
    throw new RangeError(`low ${low}, central ${central} and high ${high} are no range`);
  }
  if (kind === 'fixed' || low === high) return undefined;
  switch (kind) {
    case 'uniform':
      return { at: (u) => low + u * (high - low) };
    case 'triangular':
      return triangular(low, inside(range), high);
    case 'pert': {
      const table = pertTable((inside(range) - low) / (high - low));
      return { at: (u) => low + (high - low) * table.at(u) };
    }
    case 'normal':
      return cut((z) => z, low, high, limits);
    case 'lognormal': {
      if (low <= 0) throw new RangeError(`a lognormal number is above zero, and low is ${low}`);
      const log = (value: number | undefined): number | undefined =>
        value === undefined || value <= 0 ? undefined : Math.log(value);
      const ends = { least: log(limits.least), most: log(limits.most) };
      return cut(Math.exp, Math.log(low), Math.log(high), ends);
    }
  }
}

function inside({ low, central, high }: Range): number {
  if (central < low || central > high) throw new RangeError(`central ${central} is not between ${low} and ${high}`);
  return central;
}

function triangular(low: number, peak: number, high: number): Quantiles {
  const span = high - low;
  const left = peak - low;
  const right = high - peak;
  const turn = left / span;
  return { at: (u) => (u < turn ? low + Math.sqrt(u * span * left) : high - Math.sqrt((1 - u) * span * right)) };
}

/** A normal number with these P5 and P95, cut to the limits, and then transformed. */
function cut(to: (value: number) => number, p5: number, p95: number, { least, most }: Limits): Quantiles {
  const mean = (p5 + p95) / 2;
  const deviation = (p95 - p5) / (2 * Z95);
  const from = least === undefined ? 0 : normalCdf((least - mean) / deviation);
  const until = most === undefined ? 1 : normalCdf((most - mean) / deviation);
  const [floor, ceiling] = [least ?? Number.NEGATIVE_INFINITY, most ?? Number.POSITIVE_INFINITY];
  return {
    at: (u) => {
      const value = mean + deviation * normalQuantile(from + u * (until - from));
      return to(Math.min(ceiling, Math.max(floor, value)));
    },
  };
}
