/** Ranks from 0; numbers that are equal share the mean of their ranks. */
export function ranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, n) => n).sort((a, b) => values[a]! - values[b]!);
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let until = from + 1;
    while (until < order.length && values[order[until]!] === values[order[from]!]) until += 1;
    for (let n = from; n < until; n += 1) result[order[n]!] = (from + until - 1) / 2;
    from = until;
  }
  return result;
}

/** Spearman's rank correlation; zero where one of the two never changes. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  return correlation(ranks(a), ranks(b));
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let n = 0; n < a.length; n += 1) {
    const [x, y] = [a[n]! - meanA, b[n]! - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
