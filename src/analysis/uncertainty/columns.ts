import type { TDigest } from 'tdigest';
import { Selector } from './quantiles.ts';

/** The results of many members, one column for each number that a run gives. */
export interface Columns {
  /** Whether quantiles are those of all members, or within the accuracy of a digest. */
  readonly exact: boolean;
  /** Members taken in. */
  readonly count: number;
  /** Takes in the results of some more members, one after another. */
  add(results: Float64Array): void;
  /** Quantiles of a column; not a number where no member has a value. */
  quantiles(column: number, chances: readonly number[]): number[];
  /** Members that have no value in a column. */
  missing(column: number): number;
  /** A column's values in order: all of them, or where only a digest is kept as many quantiles. */
  sorted(column: number): Float64Array;
  /** No more members come. Until then a digest answers for whole batches, so that asking in between changes nothing. */
  finish(): void;
}

/** Members that are kept as they are before the digests take them in together: as many as memory has room for, within bounds. */
const BATCH = { least: 1024, most: 65_536 } as const;
/** A digest's centroids hold at most this share of the members, times 4 q (1 - q) at the quantile q. */
const DELTA = 0.01;
/** A batch goes into the digest as groups that are finer by this. */
const FINER = 0.2;
const MOST_CENTROIDS = 3000;
const POINTS = 1001;

/**
 * Makes room for results. All are kept while they fit; beyond that each column goes into a t-digest, and memory does not grow any more.
 * @param memory  bytes that results may take.
 */
export async function makeColumns(width: number, members: number, memory: number): Promise<Columns> {
  if (width * members * 8 <= memory) return new ExactColumns(width, members);
  const { default: tdigest } = await import('tdigest');
  const make = (): TDigest => new tdigest.TDigest(DELTA, 0);
  const batch = Math.max(BATCH.least, Math.min(BATCH.most, Math.floor(memory / (8 * width))));
  return new DigestColumns(Array.from({ length: width }, make), batch);
}

/** All values, column after column. */
class ExactColumns implements Columns {
  readonly exact = true;
  count = 0;
  private readonly values: Float64Array;
  private readonly width: number;
  private readonly members: number;
  private readonly selector = new Selector();

  constructor(width: number, members: number) {
    this.values = new Float64Array(width * members);
    this.width = width;
    this.members = members;
  }

  add(results: Float64Array): void {
    const { values, width, members, count } = this;
    const more = results.length / width;
    for (let column = 0; column < width; column += 1) {
      let to = column * members + count;
      for (let from = column; from < results.length; from += width, to += 1) values[to] = results[from]!;
    }
    this.count += more;
  }

  /** A view: it changes when members are added after `clear`. */
  column(column: number): Float64Array {
    return this.values.subarray(column * this.members, column * this.members + this.count);
  }

  quantiles(column: number, chances: readonly number[]): number[] {
    return this.selector.select(this.column(column), chances);
  }

  missing(column: number): number {
    return this.column(column).reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
  }

  sorted(column: number): Float64Array {
    const all = this.column(column).toSorted();
    return all.subarray(0, all.length - this.missing(column));
  }

  clear(): void {
    this.count = 0;
  }

  finish(): void {}
}

/** A digest for each column, and the members that are not in it yet. */
class DigestColumns implements Columns {
  readonly exact = false;
  count = 0;
  private readonly digests: readonly TDigest[];
  private readonly without: Uint32Array;
  private readonly recent: ExactColumns;

  private readonly batch: number;

  constructor(digests: readonly TDigest[], batch: number) {
    this.digests = digests;
    this.batch = batch;
    this.without = new Uint32Array(digests.length);
    this.recent = new ExactColumns(digests.length, batch);
  }

  add(results: Float64Array): void {
    const width = this.digests.length;
    const more = results.length / width;
    // Batches end where they would whatever the pieces that results come in.
    for (let from = 0; from < more; ) {
      const until = Math.min(more, from + this.batch - this.recent.count);
      this.recent.add(results.subarray(from * width, until * width));
      if (this.recent.count === this.batch) this.fold();
      from = until;
    }
    this.count += more;
  }

  quantiles(column: number, chances: readonly number[]): number[] {
    const digest = this.digests[column]!;
    if (this.count === this.recent.count) return this.recent.quantiles(column, chances);
    return chances.map((chance) => (digest.size() === 0 ? Number.NaN : digest.percentile(chance)));
  }

  missing(column: number): number {
    return this.without[column]! + (this.count === this.recent.count ? this.recent.missing(column) : 0);
  }

  sorted(column: number): Float64Array {
    const chances = Array.from({ length: POINTS }, (_, n) => n / (POINTS - 1));
    return Float64Array.from(this.quantiles(column, chances)).filter((value) => !Number.isNaN(value));
  }

  finish(): void {
    if (this.recent.count > 0) this.fold();
  }

  private fold(): void {
    for (const [column, digest] of this.digests.entries()) {
      const values = this.recent.sorted(column);
      this.without[column]! += this.recent.count - values.length;
      digest.push_centroid(scattered(grouped(values)));
      if (digest.size() > MOST_CENTROIDS) {
        const centroids = digest.toArray();
        digest.reset();
        digest.push_centroid(scattered(centroids));
      }
      // Being asked for a quantile brings a digest's running sums up to date: done here, so that asking later changes nothing.
      if (values.length > 0) digest.percentile(0.5);
    }
    this.recent.clear();
  }
}

interface Centroid {
  readonly mean: number;
  readonly n: number;
}

/** Neighbours of a sorted batch put together, as many as a finer digest would: one number at the ends, many in the middle. */
function grouped(values: Float64Array): Centroid[] {
  const groups: Centroid[] = [];
  for (let from = 0; from < values.length; ) {
    const quantile = (from + 0.5) / values.length;
    const size = Math.max(1, Math.floor(4 * values.length * DELTA * FINER * quantile * (1 - quantile)));
    const until = Math.min(values.length, from + size);
    let sum = 0;
    for (let n = from; n < until; n += 1) sum += values[n]! - values[from]!;
    groups.push({ mean: values[from]! + sum / (until - from), n: until - from });
    from = until;
  }
  return groups;
}

/** The same in an order that jumps about, since a digest takes rising numbers badly. Always the same order. */
function scattered<T>(list: readonly T[]): T[] {
  const { length } = list;
  let stride = Math.max(1, Math.round(length * 0.618));
  while (divisor(stride, length) > 1) stride += 1;
  return list.map((_, n) => list[(n * stride) % length]!);
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
