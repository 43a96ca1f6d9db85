/** What can be read off the values of many draws. All of it takes them in order, smallest first. */

/** A quantile of ordered values: (n - 1) p from the bottom, between neighbours in proportion. Not a number where there is none. */
export function quantileOf(sorted: Float64Array, chance: number): number {
  const rank = chance * (sorted.length - 1);
  const below = Math.floor(rank);
  const value = sorted[below] ?? Number.NaN;
  const part = rank - below;
  return part === 0 ? value : value + (sorted[below + 1]! - value) * part;
}

export interface Likelihood {
  /** 0 to 1, and its standard error for draws that are independent of each other. */
  readonly chance: number;
  readonly standardError: number;
}

/**
 * How often a bound was kept.
 * @param members  all draws: those that have no value are not among the ordered ones, and keep nothing.
 */
export function likelihood(
  sorted: Float64Array,
  members: number,
  { least, most }: { readonly least?: number; readonly most?: number },
): Likelihood {
  const from = least === undefined ? 0 : countBelow(sorted, (value) => value < least);
  const to = most === undefined ? sorted.length : countBelow(sorted, (value) => value <= most);
  const chance = members === 0 ? Number.NaN : Math.max(0, to - from) / members;
  return { chance, standardError: Math.sqrt((chance * (1 - chance)) / members) };
}

/** How many values from the bottom are so; those that are not follow. */
function countBelow(sorted: Float64Array, isSo: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Histogram {
  /** Ends of the axis: they hold all bins and everything that was to be in sight. */
  readonly from: number;
  readonly to: number;
  readonly bins: readonly Bin[];
  /** Draws beyond the ends, where a few far ones would squeeze all others. */
  readonly below: number;
  readonly above: number;
}

const BINS = 36;
/** The share of draws at either end that may be left out, and how much wider than the rest they must be for it. */
const TAIL = 0.005;
const FAR = 1.6;

/** Counts values in bins of a round width. @param shown  values that have to be on the axis too. */
export function histogramOf(sorted: Float64Array, shown: readonly number[] = []): Histogram {
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return { from: 0, to: 1, bins: [], below: 0, above: 0 };
  const [low, high] = [quantileOf(sorted, TAIL), quantileOf(sorted, 1 - TAIL)];
  const isFar = high > low && most - least > FAR * (high - low);
  const [first, last] = isFar ? [low, high] : [least, most];
  const width = roundWidth(last - first, Math.max(Math.abs(first), Math.abs(last)));
  const start = Math.floor(first / width + 1e-9);
  const end = Math.max(start + 1, Math.ceil(last / width - 1e-9));
  const edge = (n: number): number => Number((n * width).toPrecision(12));
  const rank = (n: number): number => countBelow(sorted, (value) => value < edge(n));
  const bins = Array.from({ length: end - start }, (_, n): Bin => {
    const isLast = start + n + 1 === end;
    // The last bin holds its upper end too, or the largest value would be in none.
    const to = isLast ? countBelow(sorted, (value) => value <= edge(end)) : rank(start + n + 1);
    return { from: edge(start + n), to: edge(start + n + 1), count: to - rank(start + n) };
  });
  return {
    from: Math.min(edge(start), ...shown),
    to: Math.max(edge(end), ...shown),
    bins,
    below: rank(start),
    above: sorted.length - countBelow(sorted, (value) => value <= edge(end)),
  };
}

/** A round width of which about `BINS` cover a span; of no span a tenth of the size. */
function roundWidth(span: number, size: number): number {
  const rough = span > 1e-9 * size ? span / BINS : size / 10 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const off = (width: number): number => Math.abs(Math.log(width / rough));
  return [1, 2, 2.5, 5, 10].map((digit) => digit * power).reduce((best, one) => (off(one) < off(best) ? one : best));
}

/** Round values between two ends, at most so many. */
export function roundTicks(from: number, to: number, most: number): number[] {
  if (!(to > from)) return [from];
  const rough = (to - from) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((digit) => digit * power >= rough * 0.999) ?? 10) * power;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, n) => Number(((first + n) * step).toPrecision(12)) + 0);
}
