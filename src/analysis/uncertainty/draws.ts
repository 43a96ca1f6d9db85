import type { Axis } from './axes.ts';
import { type Bundle, bundlesOf, type Correlation, correlate } from './correlations.ts';
import { type Key, keyOf, shuffled, streamOf, uniform } from './random.ts';
import { DIMENSIONS, directions, scramble, sobolBits } from './sobol.ts';

/** How members are spread: each lever evenly over its chances in random order, at random, or by a scrambled Sobol' sequence. */
export type Method = 'latin-hypercube' | 'random' | 'sobol';

/** What a set of draws depends on, and all it depends on. */
export interface DrawPlan {
  readonly axes: readonly Axis[];
  readonly correlations: readonly Correlation[];
  readonly members: number;
  readonly seed: number;
  readonly method: Method;
  /** Another set of draws from the same seed has another name. */
  readonly set?: string;
}

/** Members of one block share a generator for each lever. */
export const BLOCK = 64;
const BELOW_ONE = 1 - 2 ** -53;

/** The values of each member's levers. Any member can be drawn at any time, and every lever has a stream of its own. */
export class Draws {
  readonly axes: readonly Axis[];
  private readonly plan: DrawPlan;
  private readonly keys: readonly Key[];
  private readonly bundles: readonly Bundle[];
  /** By lever: each member's place in the order of a correlated lever's values. */
  private readonly ranks = new Map<number, Uint32Array>();

  /** @throws RangeError for correlations that contradict each other */
  constructor(plan: DrawPlan) {
    const { axes, seed, set = '' } = plan;
    this.plan = plan;
    this.axes = axes;
    this.keys = axes.map(({ lever }) => keyOf(seed, set === '' ? lever : `${lever} ${set}`));
    this.bundles = bundlesOf(
      axes.map(({ lever }) => lever),
      plan.correlations,
    );
    if (plan.method === 'latin-hypercube') for (const bundle of this.bundles) this.rank(bundle);
  }

  /**
   * The values of members `from` to `to` - 1.
   * @returns member after member, a value for each axis in its order.
   */
  values(from: number, to: number): Float64Array {
    const chances = this.chances(from, to);
    const wide = this.axes.length;
    for (const [n, { quantiles, whole }] of this.axes.entries()) {
      for (let at = n; at < chances.length; at += wide) {
        const value = quantiles.at(chances[at]!);
        chances[at] = whole ? Math.round(value) : value;
      }
    }
    return chances;
  }

  /** The same as chances, before they become values. */
  chances(from: number, to: number): Float64Array {
    const wide = this.axes.length;
    const result = new Float64Array((to - from) * wide);
    for (let n = 0; n < wide; n += 1) this.fill(n, from, to, result, n, wide);
    if (this.plan.method === 'latin-hypercube') return result;
    for (const bundle of this.bundles) {
      const own = new Float64Array(bundle.members.length);
      for (let row = 0; row < result.length; row += wide) {
        for (const [n, member] of bundle.members.entries()) own[n] = result[row + member] ?? 0.5;
        correlate(bundle, own);
        for (const [n, member] of bundle.members.entries()) result[row + member] = own[n] ?? 0.5;
      }
    }
    return result;
  }

  /** Writes a lever's chances, `stride` apart; with `plain`, those before levers are made to correlate. */
  private fill(n: number, from: number, to: number, into: Float64Array, first: number, stride: number, plain = false) {
    const { members, method } = this.plan;
    const key = this.keys[n]!;
    if (method === 'sobol') {
      this.fillSobol(n, key, from, to, into, first, stride);
      return;
    }
    const ranks = plain ? undefined : this.ranks.get(n);
    let at = first;
    for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block += 1) {
      const stream = streamOf(key, block);
      for (let member = block * BLOCK; member < Math.min(to, (block + 1) * BLOCK); member += 1) {
        const within = uniform(stream);
        if (member < from) continue;
        if (method === 'random') into[at] = within;
        else {
          const stratum = ranks === undefined ? shuffled(member, members, key) : (ranks[member] ?? 0);
          into[at] = Math.min(BELOW_ONE, (stratum + within) / members);
        }
        at += stride;
      }
    }
  }

  private fillSobol(n: number, key: Key, from: number, to: number, into: Float64Array, first: number, stride: number) {
    const { dimension = DIMENSIONS } = this.axes[n]!;
    const own = dimension < DIMENSIONS && this.plan.set === undefined;
    const words = directions(own ? dimension : 0);
    for (let member = from, at = first; member < to; member += 1, at += stride) {
      // Without a dimension of its own a lever takes the first one's points in an order of its own.
      const index = own ? member : scramble(member, key[1]);
      into[at] = (scramble(sobolBits(index, words), key[0]) + 0.5) * 2 ** -32;
    }
  }

  /** Where each member stands in the order of the correlated scores, so that correlated levers keep one value in each stratum. */
  private rank(bundle: Bundle): void {
    const { members } = this.plan;
    const wide = bundle.members.length;
    const scores = new Float64Array(members * wide);
    for (const [n, member] of bundle.members.entries()) this.fill(member, 0, members, scores, n, wide, true);
    for (let row = 0; row < scores.length; row += wide) correlate(bundle, scores.subarray(row, row + wide));
    for (const [n, member] of bundle.members.entries()) {
      if (n === 0) continue;
      this.ranks.set(member, ranksOf(Float64Array.from({ length: members }, (_, m) => scores[m * wide + n]!)));
    }
  }
}

/** The place of each number in the order of all, 0 to n - 1; equal ones in the order they stand. */
function ranksOf(values: Float64Array): Uint32Array {
  const sorted = values.toSorted();
  const taken = new Uint32Array(values.length);
  return Uint32Array.from(values, (value) => {
    let [low, high] = [0, sorted.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    taken[low]! += 1;
    return low + taken[low]! - 1;
  });
}
