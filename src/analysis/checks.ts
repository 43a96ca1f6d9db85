import { laws } from '../generated/laws.ts';
import type { Balance, Bounds, Filling, Growing, Ladder, Law, Nonnegative } from '../scenario/checks-types.ts';
import { monthOfStep } from './dates.ts';
import { type Projected, projected } from './project.ts';
import type { SeriesName } from './rows.ts';
import type { Projection } from './types.ts';

/** Something that must always hold and does not. */
export interface LawProblem {
  /** The law's id: "money_stands_somewhere", "never_negative" ... */
  readonly law: string;
  /** The series it is broken in: "announced.stargate". */
  readonly id: string;
  /** The first month it is broken in. */
  readonly at: string;
  /** In plain words, with figures in the series' own unit. */
  readonly message: string;
}

/** Rounding that is no mistake, as a share of the largest value there is; or in the series' own unit, where that is next to nothing. */
const ROUNDING = 1e-9;
const NEXT_TO_NOTHING = 1e-9;

/**
 * What must hold on any projection, whatever its scenario: numbers are finite; balances close; stages stay within the ones before; what
 * is cumulative never falls; what cannot be negative is not; shares are shares. It needs a projection that kept everything.
 * @returns every law broken, at the first month for each series; nothing for a sound projection.
 */
export function checkProjection(projection: Projection): LawProblem[] {
  const inside = projected(projection);
  const extents = new Map(rowNames(inside).map((name) => [name, extentOf(inside.series(name.id).values)]));
  return [...checkFinite(extents, inside), ...laws.flatMap((law) => checkLaw(law, extents, inside))];
}

function checkLaw(law: Law, extents: Extents, inside: Projected): LawProblem[] {
  switch (law.kind) {
    case 'balance':
      return checkBalance(law, inside);
    case 'ladder':
      return checkLadder(law, inside);
    case 'filling':
      return checkFilling(law, inside);
    case 'growing':
      return checkGrowing(law, inside);
    case 'nonnegative':
      return checkNonnegative(law, extents, inside);
    case 'range':
      return checkBounds(law, inside);
  }
}

interface Extent {
  /** The first place of a value that is not finite, or -1. */
  readonly infinite: number;
  /** Smallest and largest value before that. */
  readonly least: number;
  readonly most: number;
}

/** Of every row. */
type Extents = ReadonlyMap<SeriesName, Extent>;

function extentOf(values: Float64Array): Extent {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < values.length; k += 1) {
    const value = values[k] ?? Number.NaN;
    if (!Number.isFinite(value)) return { infinite: k, least, most };
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { infinite: -1, least, most };
}

function checkFinite(extents: Extents, inside: Projected): LawProblem[] {
  return [...extents].flatMap(([{ id }, { infinite }]) =>
    infinite < 0 ? [] : [problem('finite', id, infinite, inside, `is ${inside.series(id).values[infinite]}`)],
  );
}

function checkNonnegative({ id: law, except }: Nonnegative, extents: Extents, inside: Projected): LawProblem[] {
  const free = new Set(except);
  const wholes = scalesOfUnits(inside);
  return [...extents].flatMap(([{ id, record }, { infinite, least, most }]) => {
    const floor = -slackOf(Math.max(-least, most, wholes[record.unit] ?? 0));
    if (infinite >= 0 || free.has(record.id) || least >= floor) return [];
    const { values } = inside.series(id);
    const below = values.findIndex((value) => value < floor);
    return [problem(law, id, below, inside, `is ${values[below]}, below zero`)];
  });
}

function checkBalance({ id: law, whole, parts }: Balance, inside: Projected): LawProblem[] {
  return suffixes(whole, inside).flatMap((suffix) => {
    const { values } = inside.series(whole + suffix);
    const pieces = parts.map((part) => inside.series(part + suffix).values);
    const sum = values.map((_, k) => pieces.reduce((total, piece) => total + (piece[k] ?? Number.NaN), 0));
    const slack = slackOf(scaleOf(values));
    const off = values.findIndex((value, k) => !(Math.abs(value - (sum[k] ?? Number.NaN)) <= slack));
    if (off < 0) return [];
    return [problem(law, whole + suffix, off, inside, `is ${values[off]}, but ${parts.join(' + ')} is ${sum[off]}`)];
  });
}

function checkLadder({ id: law, from }: Ladder, inside: Projected): LawProblem[] {
  return from.slice(1).flatMap((lower, n) => {
    const upper = from[n] ?? '';
    return suffixes(lower, inside).flatMap((suffix) => {
      const [above, below] = [inside.series(upper + suffix).values, inside.series(lower + suffix).values];
      const slack = slackOf(scaleOf(above));
      const off = below.findIndex((value, k) => !(value <= (above[k] ?? Number.NaN) + slack));
      if (off < 0) return [];
      return [
        problem(law, lower + suffix, off, inside, `is ${below[off]}, above ${upper + suffix} with ${above[off]}`),
      ];
    });
  });
}

function checkFilling({ id: law, total, flow }: Filling, inside: Projected): LawProblem[] {
  const years = inside.inputs.step / 12;
  const [{ values }, rates] = [inside.series(total), inside.series(flow).values];
  const flowed = Float64Array.from(values);
  for (let k = 1; k < flowed.length; k += 1) flowed[k] = (flowed[k - 1] ?? 0) + (rates[k - 1] ?? Number.NaN) * years;
  const slack = slackOf(scaleOf(values));
  const off = values.findIndex((value, k) => !(Math.abs(value - (flowed[k] ?? Number.NaN)) <= slack));
  if (off < 0) return [];
  return [problem(law, total, off, inside, `is ${values[off]}, but ${flow} so far is ${flowed[off]}`)];
}

function checkGrowing({ id: law, of }: Growing, inside: Projected): LawProblem[] {
  return everyRow(of, inside).flatMap((id) => {
    const { values } = inside.series(id);
    const slack = slackOf(scaleOf(values));
    const fall = values.findIndex((value, k) => k > 0 && !(value >= (values[k - 1] ?? Number.NaN) - slack));
    if (fall < 0) return [];
    return [problem(law, id, fall, inside, `falls from ${values[fall - 1]} to ${values[fall]}`)];
  });
}

function checkBounds({ id: law, of, least, most }: Bounds, inside: Projected): LawProblem[] {
  const slack = slackOf(Math.max(Math.abs(least), Math.abs(most)));
  return everyRow(of, inside).flatMap((id) => {
    const { values } = inside.series(id);
    const off = values.findIndex((value) => !(value >= least - slack && value <= most + slack));
    return off < 0 ? [] : [problem(law, id, off, inside, `is ${values[off]}, outside ${least} to ${most}`)];
  });
}

/** The names of the single rows of records. */
function everyRow(of: readonly string[], inside: Projected): string[] {
  return of.flatMap((id) => suffixes(id, inside).map((suffix) => id + suffix));
}

/** Single rows of everything computed, stages of delays included. */
function rowNames({ names }: Projected): SeriesName[] {
  return [...names.values()].filter(
    ({ id, record }) =>
      record.input === undefined && record.value === undefined && (record.over.length === 0 || id !== record.id),
  );
}

/** What follows the bare id in the names of a record's rows: nothing, or each item. */
function suffixes(id: string, { names }: Projected): string[] {
  const record = names.get(id)?.record;
  if (record !== undefined && record.over.length === 0) return [''];
  return [...names.keys()].filter((name) => name.startsWith(`${id}.`)).map((name) => name.slice(id.length));
}

function slackOf(scale: number): number {
  return Math.max(ROUNDING * scale, NEXT_TO_NOTHING);
}

/** The largest size a series reaches. */
function scaleOf(values: Float64Array): number {
  let scale = 0;
  for (const value of values) scale = Math.max(scale, Math.abs(value));
  return scale;
}

/** What is left of a difference between large sums of money or power is judged by those, not by itself. */
function scalesOfUnits(inside: Projected): Readonly<Record<string, number>> {
  const money = scaleOf(inside.series('announced_total').values);
  const power = scaleOf(inside.series('facility_started').values);
  return { USD: money, 'USD/year': money, MW: power, 'MW/year': power };
}

function problem(law: string, id: string, step: number, inside: Projected, words: string): LawProblem {
  const at = monthOfStep(step, inside.scenario);
  return { law, id, at, message: `${id} ${words} in ${at}` };
}
