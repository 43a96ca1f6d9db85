/** What an output's variance owes to one lever or group, each a share of it, with its standard error. */
export interface Index {
  /** By itself: what knowing it would take away. */
  readonly first: number;
  readonly firstError: number;
  /** With everything it does together with others: what not knowing it alone would leave. */
  readonly total: number;
  readonly totalError: number;
}

/** Outputs of one group: of the members with the group taken from their twins. */
export type Exchanged = Float64Array;

/**
 * Sobol' indices: the first order after Saltelli (2010), the total after Jansen (1999), both from differences of the same members, so
 * that what has no effect gets exactly zero. Standard errors are those of ratios of means over members drawn independently.
 * @param members  outputs of the members, and `twins` those of the second set.
 * @returns an index for each group; all zero where the output never changes.
 */
export function sobolIndices(members: Float64Array, twins: Float64Array, groups: readonly Exchanged[]): Index[] {
  const count = members.length;
  let mean = 0;
  for (let n = 0; n < count; n += 1) mean += (members[n]! + twins[n]!) / (2 * count);
  const spread = Float64Array.from(members, (value, n) => ((value - mean) ** 2 + (twins[n]! - mean) ** 2) / 2);
  const variance = meanOf(spread);
  return groups.map((mixed) => {
    if (variance === 0) return { first: 0, firstError: 0, total: 0, totalError: 0 };
    const alone = mixed.map((value, n) => (twins[n]! - mean) * (value - members[n]!));
    const together = mixed.map((value, n) => (value - members[n]!) ** 2 / 2);
    const [first, total] = [meanOf(alone) / variance, meanOf(together) / variance];
    const errorOf = (terms: Float64Array, share: number): number => {
      const sum = terms.reduce((all, term, n) => all + (term - share * spread[n]!) ** 2, 0);
      return Math.sqrt(sum / Math.max(1, count - 1) / count) / variance;
    };
    return { first, firstError: errorOf(alone, first), total, totalError: errorOf(together, total) };
  });
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
