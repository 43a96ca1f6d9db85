/** Values above which sorting into buckets first is faster than sorting. */
const FEW = 64;

/**
 * Quantiles of a set of numbers by exact selection: the same numbers as sorting and interpolating between neighbours, (n - 1) p from
 * the bottom. Numbers go into buckets by size, and only the buckets that a quantile falls in are sorted.
 */
export class Selector {
  private sorted = new Float64Array(0);
  private bucket = new Uint16Array(0);
  private counts = new Uint32Array(0);

  /**
   * @param values  left as they are; those that are no numbers do not count.
   * @returns a quantile for each chance, 0 to 1; not a number where there are no values.
   */
  select(values: Float64Array, chances: readonly number[]): number[] {
    if (this.sorted.length < values.length) this.sorted = new Float64Array(values.length);
    const { sorted } = this;
    let count = 0;
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let n = 0; n < values.length; n += 1) {
      const value = values[n]!;
      if (value < least) least = value;
      if (value > most) most = value;
      // Written whether or not it counts: a number that does not is overwritten by the next.
      sorted[count] = value;
      count += Number.isNaN(value) ? 0 : 1;
    }
    if (count === 0) return chances.map(() => Number.NaN);
    if (least === most) return chances.map(() => least);
    const spread = most - least;
    const ranks = chances.map((chance) => chance * (count - 1));
    if (count <= FEW || !(spread < Number.POSITIVE_INFINITY)) sorted.subarray(0, count).sort();
    else this.arrange(count, least, spread, ranks);
    return ranks.map((rank) => {
      const below = Math.floor(rank);
      const value = sorted[below]!;
      const part = rank - below;
      return part === 0 ? value : value + (sorted[below + 1]! - value) * part;
    });
  }

  /** Puts the numbers that ranks fall on into their places of the sorted order; the other places hold anything. */
  private arrange(count: number, least: number, spread: number, ranks: readonly number[]): void {
    const { sorted } = this;
    const buckets = Math.min(2048, 1 << (31 - Math.clz32(count >>> 2)));
    if (this.bucket.length < count) this.bucket = new Uint16Array(this.sorted.length);
    if (this.counts.length < buckets + 1) this.counts = new Uint32Array(2049);
    const { bucket, counts } = this;
    const scale = buckets / spread;
    const last = buckets - 1;
    counts.fill(0, 0, buckets + 1);
    for (let n = 0; n < count; n += 1) {
      let at = ((sorted[n]! - least) * scale) | 0;
      if (at > last) at = last;
      bucket[n] = at;
      counts[at + 1]! += 1;
    }
    for (let n = 0; n < buckets; n += 1) counts[n + 1]! += counts[n]!;
    const wanted = this.wanted(ranks, buckets, count);
    const found = [...wanted].map((one) => {
      const values = new Float64Array(counts[one + 1]! - counts[one]!);
      return { one, values, next: 0 };
    });
    const place = new Int16Array(buckets).fill(-1);
    for (const [n, { one }] of found.entries()) place[one] = n;
    for (let n = 0; n < count; n += 1) {
      const at = place[bucket[n]!]!;
      if (at < 0) continue;
      const into = found[at]!;
      into.values[into.next] = sorted[n]!;
      into.next += 1;
    }
    for (const { one, values } of found) sorted.set(values.sort(), counts[one]!);
  }

  /** The buckets that hold the neighbours of each rank. */
  private wanted(ranks: readonly number[], buckets: number, count: number): Set<number> {
    const { counts } = this;
    const wanted = new Set<number>();
    for (const rank of ranks) {
      for (const place of [Math.floor(rank), Math.min(count - 1, Math.floor(rank) + 1)]) {
        let [low, high] = [0, buckets - 1];
        while (low < high) {
          const middle = (low + high + 1) >>> 1;
          if (counts[middle]! <= place) low = middle;
          else high = middle - 1;
        }
        wanted.add(low);
      }
    }
    return wanted;
  }
}
