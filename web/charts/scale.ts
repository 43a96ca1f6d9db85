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

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least `rough`. 2.5 only where its multiples are whole. */
export function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  // Divided where the power is below one: 3 × 0.1 is not 0.3.
  const scaled = steps.find((step) => step * power >= rough * (1 - 1e-9)) ?? 10;
  return power < 1 ? scaled / Math.round(1 / power) : scaled * power;
}

/**
 * An axis that holds both ends, with about `count` steps. What does not vary gets an axis from 0 to 1 with a tick at zero
 * alone: nothing is drawn larger than it is.
 */
export function niceDomain(least: number, most: number, count = 4): Domain {
  const low = Math.min(0, least);
  const high = Math.max(0, most);
  if (!(high - low > 0) || !Number.isFinite(high - low)) return { min: 0, max: 1, ticks: [0] };
  const step = roundStep((high - low) / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // Counted in steps, so that no sum of fractions creeps in; + 0 turns a negative zero.
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => exact((first + i) * step));
  return { min: ticks[0]!, max: ticks[ticks.length - 1]!, ticks };
}

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
