/** Round numbers for axes. Everything here is in the axis's own unit. */

export interface Domain {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** The finite ends of several arrays, zero always among them. */
export function extent(arrays: Iterable<ArrayLike<number>>): readonly [least: number, most: number] {
  let least = 0;
  let most = 0;
  for (const values of arrays) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value < least && value > -Infinity) least = value;
      else if (value > most && value < Infinity) most = value;
    }
  }
  return [least, most];
}

/** 1, 2 or 5 times a power of ten. */
function roundSteps(rough: number): number[] {
  const power = Math.floor(Math.log10(rough));
  return [-1, 0, 1].flatMap((more) => [1, 2, 5].map((digit) => exact(digit * 10 ** (power + more))));
}

/**
 * An axis that holds both ends and has three to six steps: as many as leave the least of it empty. What does not vary gets
 * an axis from 0 to 1 with a tick at zero alone: nothing is drawn larger than it is.
 */
export function niceDomain(least: number, most: number): Domain {
  const low = Math.min(0, least);
  const high = Math.max(0, most);
  if (!(high - low > 0) || !Number.isFinite(high - low)) return { min: 0, max: 1, ticks: [0] };
  let best: { cost: number; step: number; first: number; last: number } | undefined;
  for (const step of roundSteps((high - low) / 4)) {
    const first = Math.floor(low / step + 1e-9);
    const last = Math.ceil(high / step - 1e-9);
    const steps = last - first;
    const empty = (steps * step) / (high - low) - 1;
    const cost = empty + (steps < 3 || steps > 6 ? 2 : 0) + Math.abs(steps - 4) * 0.06;
    if (!best || cost < best.cost) best = { cost, step, first, last };
  }
  const { step, first, last } = best!;
  // Counted in steps, so that no sum of fractions creeps in.
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => exact((first + i) * step));
  return { min: ticks[0]!, max: ticks[ticks.length - 1]!, ticks };
}

/** Without the last digits' noise; + 0 turns a negative zero. */
const exact = (value: number) => Number(value.toPrecision(12)) + 0;

/** Whole years within the span, every 1, 2, 5, 10, ... so that at most `most` stand there. */
export function yearTicks(first: number, last: number, most: number): number[] {
  const low = Math.ceil(first - 1 / 24);
  const high = Math.floor(last + 1 / 24);
  const every = [1, 2, 5, 10, 20, 50, 100].find((step) => (high - low) / step + 1 <= most) ?? 100;
  const start = Math.ceil(low / every) * every;
  const ticks: number[] = [];
  for (let year = start; year <= high; year += every) ticks.push(year);
  return ticks;
}
