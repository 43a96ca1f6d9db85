import type { Change } from './change.ts';
import type { ClaimChance } from './claim-chances.ts';
import type { DistributionAt } from './distribution.ts';
import type { Ensemble } from './ensemble.ts';
import { BAND, type BandChance } from './gather.ts';
import type { Importance } from './importance.ts';
import type { Region } from './region.ts';
import type { Setting, Sought } from './seek.ts';
import type { Tornado } from './tornado.ts';
import type { UncertainLever } from './uncertain.ts';

/** What the commands print as JSON. Numbers in full precision; null where there is none. */

export interface EnsembleDocument {
  readonly format: 'buildout-ensemble/1';
  readonly members: number;
  readonly seed: number;
  /** Decimal calendar years. */
  readonly times: readonly number[];
  readonly bands: Readonly<Record<string, { readonly unit: string } & Readonly<Record<BandChance, Numbers>>>>;
  readonly headlines?: Readonly<Record<string, { readonly unit: string; readonly none: number } & HeadlineRange>>;
  readonly chances?: Readonly<Record<string, { readonly chance: number; readonly standard_error: number }>>;
  /** Present when it is not all: cancelled before this many members. */
  readonly asked?: number;
  /** Present when it is a difference: the title of the scenario it is from. */
  readonly against?: string;
  /** Present when quantiles are not exact. */
  readonly quantiles?: 't-digest';
}

type Numbers = readonly (number | null)[];
type HeadlineRange = Readonly<Record<BandChance, number | null>>;

/** Headlines and chances are there when the ensemble has any. */
export function ensembleDocument(ensemble: Ensemble): EnsembleDocument {
  const { members, asked, seed, times, bands, headlines, chances, quantiles, against } = ensemble;
  const named = <T>(of: (level: BandChance) => T): Record<BandChance, T> =>
    Object.fromEntries(Object.keys(BAND).map((level) => [level, of(level as BandChance)])) as Record<BandChance, T>;
  const bandOf = (band: Ensemble['bands'][string]) => ({
    unit: band.unit,
    ...named((level) => Array.from(band[level], existing)),
  });
  const rangeOf = (range: Ensemble['headlines'][string]) => ({
    unit: range.unit,
    ...named((level) => range[level]),
    none: range.none,
  });
  const chanceOf = ({ chance, standardError }: Ensemble['chances'][string]) => ({
    chance,
    standard_error: standardError,
  });
  return {
    format: 'buildout-ensemble/1',
    members,
    seed,
    times: [...times],
    bands: mapped(bands, bandOf),
    ...(Object.keys(headlines).length > 0 && { headlines: mapped(headlines, rangeOf) }),
    ...(Object.keys(chances).length > 0 && { chances: mapped(chances, chanceOf) }),
    ...(members < asked && { asked }),
    ...(against && { against: against.title }),
    ...(quantiles === 't-digest' && { quantiles }),
  };
}

export interface DistributionDocument {
  readonly of: string;
  readonly at: string | null;
  readonly unit: string;
  readonly members: number;
  /** Members for which the number does not exist. */
  readonly none: number;
  /** Ends of bins, and the share of the values in each. */
  readonly histogram: { readonly edges: readonly number[]; readonly shares: readonly number[] };
  /** The smallest first: of all members that have one, or 1,001 quantiles where these are not exact. */
  readonly values: readonly number[];
  readonly quantiles?: 't-digest';
}

/** Goes into an ensemble's document as `distribution`. */
export function distributionDocument(found: DistributionAt): DistributionDocument {
  const { output, at, members, none, values, histogram, quantiles } = found;
  return {
    of: output.id,
    at,
    unit: output.unit,
    members,
    none,
    histogram: { edges: [...histogram.edges], shares: [...histogram.shares] },
    values: [...values],
    ...(quantiles === 't-digest' && { quantiles }),
  };
}

export interface TornadoDocument {
  readonly of: string;
  readonly at: string | null;
  readonly unit: string;
  readonly central: number | null;
  readonly rows: readonly Omit<Tornado['rows'][number], 'title'>[];
  /** Present when it is not all: cancelled before this many levers. */
  readonly asked?: number;
}

export function tornadoDocument({ output, at, central, rows, levers }: Tornado): TornadoDocument {
  const plain = rows.map(({ lever, low, high, swing }) => ({ lever, low, high, swing }));
  const asked = rows.length < levers ? { asked: levers } : {};
  return { of: output.id, at, unit: output.unit, central, rows: plain, ...asked };
}

export interface ImportanceDocument {
  readonly rows: readonly {
    readonly lever: string;
    readonly first_order: number;
    readonly total: number;
    /** The larger of the two indices' standard errors. */
    readonly standard_error: number;
    readonly rank_correlation: number;
  }[];
}

export function importanceDocument({ rows }: Importance): ImportanceDocument {
  return {
    rows: rows.map(({ lever, firstOrder, total, firstOrderError, totalError, rankCorrelation }) => ({
      lever,
      first_order: firstOrder,
      total,
      standard_error: Math.max(firstOrderError, totalError),
      rank_correlation: rankCorrelation,
    })),
  };
}

export interface ScatterDocument {
  readonly lever: string;
  readonly input_unit: string;
  readonly of: string;
  readonly at: string | null;
  readonly unit: string;
  /** One a run, in the same order as the outputs. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** Goes into a document of importance as `scatter`. @throws RangeError for a lever that was not drawn */
export function scatterDocument(
  { output, at, scatter }: Importance,
  { lever, unit }: Pick<UncertainLever, 'lever' | 'unit'>,
): ScatterDocument {
  const { inputs, outputs } = scatter(lever);
  return { lever, input_unit: unit, of: output.id, at, unit: output.unit, inputs: [...inputs], outputs: [...outputs] };
}

/** Of one lever its name, input and output; of several a list of levers with their inputs. */
type Answer =
  | { readonly lever: string; readonly input: number; readonly output: number | null; readonly unit: string }
  | {
      readonly levers: readonly { readonly lever: string; readonly input: number }[];
      readonly output: number | null;
      readonly unit: string;
    };

export type SeekDocument =
  | ({ readonly found: true } & Answer)
  | { readonly found: false; readonly closest: Answer; readonly reason: string };

/** `unit` is the output's; inputs are in their levers' own units. */
export function seekDocument(sought: Sought): SeekDocument {
  const { unit } = sought.output;
  if (sought.found) return { found: true, ...answered(sought.setting, unit) };
  return { found: false, closest: answered(sought.closest, unit), reason: sought.reason };
}

function answered({ levers, output }: Setting, unit: string): Answer {
  const inputs = levers.map(({ lever, input }) => ({ lever, input }));
  const [only] = inputs;
  return inputs.length === 1 && only !== undefined ? { ...only, output, unit } : { levers: inputs, output, unit };
}

export interface ClaimChanceDocument {
  readonly claim: string;
  readonly says: string;
  /** "computed" by each run, or "stated" by the scenario or the defaults. */
  readonly kind: 'computed' | 'stated';
  readonly of: string;
  /** The month; null for the largest value of all and for what is one number of the whole run. */
  readonly at: string | null;
  readonly take?: 'max';
  readonly least: number | null;
  readonly most: number | null;
  readonly unit: string;
  readonly chance: number;
  readonly standard_error: number;
  readonly members: number;
  /** With everything at its central value; the rest is absent where least changes were not looked for. */
  readonly now?: number | null;
  readonly holds?: boolean;
  /** Single levers that would do by themselves, the smallest change first. */
  readonly alone?: readonly Change[];
  /** Where none does: the smallest change found of a few together. */
  readonly together?: Change;
  /** Where no change was found: the output with every lever at the end that helps. */
  readonly utmost?: number;
}

export function claimChanceDocument({ claim, kind, target, chance, change }: ClaimChance): ClaimChanceDocument {
  const { of, at = null, take, least = null, most = null } = target;
  const { chance: share, standardError, members } = chance;
  return {
    claim: claim.id,
    says: claim.says,
    kind,
    of,
    at,
    ...(take !== undefined && { take }),
    least,
    most,
    unit: change?.output.unit ?? claim.figure?.unit ?? '1',
    chance: share,
    standard_error: standardError,
    members,
    ...(change !== undefined && {
      now: change.now,
      holds: change.holds,
      alone: change.alone,
      ...(change.together !== undefined && { together: change.together }),
      ...(change.utmost !== undefined && { utmost: change.utmost }),
    }),
  };
}

export interface RegionDocument {
  readonly x: RegionAxisDocument;
  readonly y: RegionAxisDocument;
  readonly targets: Readonly<
    Record<
      string,
      {
        readonly of: string;
        readonly at: string | null;
        readonly least: number | null;
        readonly most: number | null;
        readonly unit: string;
        /** A list for each y, with a value for each x. */
        readonly values: readonly Numbers[];
      }
    >
  >;
  /** For each y, for each x: whether all targets hold. */
  readonly holds: readonly (readonly boolean[])[];
  readonly share: number;
}

interface RegionAxisDocument {
  readonly lever: string;
  readonly unit: string;
  readonly value: number;
  readonly values: readonly number[];
}

/** Rows that were not run are not there. */
export function regionDocument({ x, y, targets, holds, share, points }: Region): RegionDocument {
  const wide = x.values.length;
  const rows = Math.ceil(points / wide);
  const inRows = <T>(list: readonly T[]): T[][] =>
    Array.from({ length: rows }, (_, row) => list.slice(row * wide, (row + 1) * wide));
  const axis = ({ lever, unit, value, values }: Region['x']): RegionAxisDocument => ({
    lever,
    unit,
    value,
    values: [...values],
  });
  return {
    x: axis(x),
    y: { ...axis(y), values: [...y.values].slice(0, rows) },
    targets: mapped(targets, ({ target, output, values }) => ({
      of: target.of,
      at: target.at ?? null,
      least: target.least ?? null,
      most: target.most ?? null,
      unit: output.unit,
      values: inRows(Array.from(values, existing)),
    })),
    holds: inRows(Array.from(holds, (one) => one === 1)),
    share,
  };
}

function existing(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function mapped<T, U>(record: Readonly<Record<string, T>>, of: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));
}
