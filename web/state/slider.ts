import type { Lever } from '../../src/scenario/levers.ts';

/**
 * Where a lever's slider goes: positions 0 to `steps`, each a round value in the lever's unit. Ranges that span decades have
 * logarithmic positions.
 */
export interface SliderScale {
  readonly steps: number;
  readonly log: boolean;
  /** The value at a whole position. */
  valueAt(position: number): number;
  /** The nearest position to a value, not rounded; values outside stand at the ends. */
  positionOf(value: number): number;
}

type Measured = Pick<Lever, 'measure' | 'usual' | 'value'>;

/** Round steps within a decade: enough to set 2.5 or 0.15, and each a tenth or less of the value. */
const DECADE = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 9];

/** The slider's ends follow from the usual range, widened so that today's value is on it too. */
export function scaleFor({ measure, usual, value }: Measured): SliderScale {
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = measure;
  if (measure.type === 'choice') return linear(0, Math.max(1, (measure.choices?.length ?? 2) - 1), 1);
  if (measure.type === 'date') return linear(Math.min(-24, value), Math.max(120, value), 1);
  if (measure.show === '%' && least === 0 && most === 1) return linear(0, 1, 0.01);
  const { low, central, high } = usual;
  // Usually nothing: the value itself says how large it may get.
  if (high <= 0 && least >= 0) {
    const to = Math.min(most, value > 0 ? value * 3 : 1000);
    return linear(0, to, niceStep(to), { least, most });
  }
  if (isWide(usual, least, most) && central > 0) {
    const from = low === high ? central / 50 : low / 2;
    const to = low === high ? central * 20 : high * 2;
    const start = Math.max(positive(least, from), value > 0 ? Math.min(from, value) : from);
    return logarithmic(start, Math.min(most, Math.max(to, value)), least);
  }
  const spread = Math.max(high - central, central - low, Math.abs(central) / 2);
  const from = Math.max(least, Math.min(value, low - spread / 2, central - spread));
  const to = Math.min(most, Math.max(value, high + spread / 2, central + spread));
  return linear(from, to, niceStep(to - from), { least, most });
}

interface Limits {
  readonly least: number;
  readonly most: number;
}

const NO_LIMITS: Limits = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

/** Values that are a setting rather than an uncertainty may be anything; others may where their own range spans a decade. */
function isWide({ low, central, high }: Lever['usual'], least: number, most: number): boolean {
  if (low === high) return central > 0 && least <= central / 50 && most >= central * 20;
  return low > 0 && high / low >= 8;
}

function positive(least: number, otherwise: number): number {
  return least > 0 ? least : otherwise;
}

/** About a hundred steps, each 1, 2 or 5 of a power of ten. */
function niceStep(span: number): number {
  const rough = span / 120;
  const power = 10 ** Math.floor(Math.log10(rough));
  const digit = rough / power;
  return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
}

/** Multiples of the step from below to above, as far as the limits let them, without the dust of binary fractions. */
function linear(from: number, to: number, step: number, { least, most }: Limits = NO_LIMITS): SliderScale {
  const below = Math.floor(from / step + 1e-9);
  const first = tidy(below * step) >= least ? below : below + 1;
  const above = Math.ceil(to / step - 1e-9);
  const last = Math.max(first + 1, tidy(above * step) <= most ? above : above - 1);
  return {
    steps: last - first,
    log: false,
    valueAt: (position) => tidy((first + position) * step),
    positionOf: (value) => clamp(value / step - first, last - first),
  };
}

/** Round values per decade. Where the lever may be zero, the first position is zero. */
function logarithmic(from: number, to: number, least: number): SliderScale {
  const values: number[] = least === 0 ? [0] : [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power++) {
    for (const digit of DECADE) {
      const value = Number(`${digit}e${power}`);
      if (value >= from * 0.999 && value <= to * 1.001) values.push(value);
    }
  }
  const steps = values.length - 1;
  return {
    steps,
    log: true,
    valueAt: (position) => values[Math.min(steps, Math.max(0, Math.round(position)))] ?? from,
    positionOf: (value) => between(values, value),
  };
}

function between(values: readonly number[], value: number): number {
  const above = values.findIndex((one) => one >= value);
  if (above < 0) return values.length - 1;
  if (above === 0) return 0;
  const [low = 0, high = 1] = [values[above - 1], values[above]];
  const part = low > 0 ? Math.log(value / low) / Math.log(high / low) : value / high;
  return above - 1 + part;
}

function clamp(position: number, steps: number): number {
  return Math.min(steps, Math.max(0, position));
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
