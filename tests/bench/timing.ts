/** One row of the bench's table: two ways to the same result, measured in turns in the same run. */
export interface Row {
  readonly what: string;
  /** Time of the first over time of the second. */
  readonly ratio?: number;
  /** What the ratio is held to, if anything. */
  readonly most?: number;
  /** The least it has to be, for a speed-up. */
  readonly least?: number;
  readonly figures: Readonly<Record<string, string | number>>;
}

/** Rounds of each contender; what counts is the fastest, since noise only ever adds. */
const ROUNDS = 25;

/**
 * Times functions against each other in turns, so that a busy machine disturbs all alike.
 * @param millis  how long one round of one contender should last at least
 * @returns milliseconds of one call of each, of its fastest round
 */
export function race(contenders: readonly (() => void)[], millis = 40): number[] {
  const calls = contenders.map((run) => {
    for (const until = performance.now() + 300; performance.now() < until; ) run();
    let count = 1;
    for (;;) {
      const begin = performance.now();
      for (let call = 0; call < count; call++) run();
      if (performance.now() - begin >= millis / 2) return count;
      count *= 2;
    }
  });
  const best = contenders.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, run] of contenders.entries()) {
      const count = calls[index] ?? 1;
      const begin = performance.now();
      for (let call = 0; call < count; call++) run();
      best[index] = Math.min(best[index] ?? 0, (performance.now() - begin) / count);
    }
  }
  return best;
}

/** A time in the unit that suits it. */
export function duration(millis: number): string {
  if (millis < 1) return `${(millis * 1000).toFixed(1)} µs`;
  return millis < 1000 ? `${millis.toFixed(2)} ms` : `${(millis / 1000).toFixed(2)} s`;
}
