import type { Question, Wanted } from '../../src/analysis/uncertainty/ask.ts';
import type { Chance } from '../../src/analysis/uncertainty/chances.ts';
import type { LeastChange } from '../../src/analysis/uncertainty/change.ts';
import type { ClaimChance } from '../../src/analysis/uncertainty/claim-chances.ts';
import type { BandChance } from '../../src/analysis/uncertainty/gather.ts';
import type { Importance } from '../../src/analysis/uncertainty/importance.ts';
import type { Region, RegionOptions } from '../../src/analysis/uncertainty/region.ts';
import type { SeekRequest, Sought } from '../../src/analysis/uncertainty/seek.ts';
import type { Tornado } from '../../src/analysis/uncertainty/tornado.ts';
import type { Scenario } from '../../src/scenario/types.ts';

/** What many runs can be asked for: what is given, and what comes back. Plain data, since it goes between page and worker. */
export interface Inquiries {
  /** Bands of series and ranges of headlines. Comes in parts, each for more members. */
  ensemble: { asks: EnsembleAsk; gives: EnsembleData };
  /** All members' values of one output in order, and some members as they are. */
  draws: { asks: DrawsAsk; gives: DrawsData };
  tornado: { asks: { readonly question: Question }; gives: Tornado };
  /** Comes once; the clouds of points with it. */
  importance: { asks: { readonly question: Question; readonly members: number }; gives: ImportanceData };
  seek: { asks: SeekRequest; gives: Sought };
  /** The smallest change that makes a target hold, by whichever levers. */
  least: { asks: { readonly target: Wanted }; gives: LeastChange };
  region: {
    asks: { readonly axes: readonly [string, string] } & Pick<RegionOptions, 'targets' | 'within' | 'points'>;
    gives: Region;
  };
  claims: { asks: { readonly members: number }; gives: readonly ClaimChance[] };
}

export interface EnsembleAsk {
  /** Series and headlines, "facility_in_use.*" for every item; names that the scenario does not have are left out. */
  readonly ids: readonly string[];
  readonly members: number;
  /** Of what the scenario has more than this one, member by member. */
  readonly against?: Scenario;
  readonly targets?: Readonly<Record<string, Wanted>>;
}

/** Quantiles: of a series at each time; of a headline one each, null where it does not exist. */
export interface EnsembleData {
  /** Members run so far, and those asked for. */
  readonly members: number;
  readonly asked: number;
  readonly quantiles: 'exact' | 't-digest';
  /** Decimal calendar years. */
  readonly times: Float64Array;
  readonly bands: Readonly<Record<string, Readonly<Record<BandChance, Float64Array>>>>;
  readonly headlines: Readonly<Record<string, Readonly<Record<BandChance, number | null>> & { readonly none: number }>>;
  readonly chances: Readonly<Record<string, Chance>>;
}

export interface DrawsAsk {
  /** A series in a month, the last one unless said, or a headline. */
  readonly question: Omit<Question, 'take'>;
  readonly members: number;
  /** How many members' series come along, the first ones. */
  readonly lines: number;
}

export interface DrawsData {
  readonly members: number;
  readonly unit: string;
  /** The output with every lever at its central value; null where it does not exist. */
  readonly central: number | null;
  /** Its series in that run; none where the output is a headline. */
  readonly middle?: Float64Array;
  /** What the documents say of this very number. */
  readonly said: readonly { readonly claim: string; readonly says: string; readonly value: number }[];
  /** The output's values, smallest first; members without one are not among them. */
  readonly sorted: Float64Array;
  /** Decimal calendar years of the lines. */
  readonly times: Float64Array;
  /** The output's series in the first members; none where the output is a headline. */
  readonly lines: readonly Float64Array[];
}

/** A lever's values and the output's, point by point. */
export interface ImportanceData extends Omit<Importance, 'scatter'> {
  readonly inputs: Readonly<Record<string, Float64Array>>;
  readonly outputs: Float64Array;
}

export type InquiryKind = keyof Inquiries;

/** What a worker is told that is to run members. */
export interface ToMember {
  readonly type: 'member';
  /** To the analyst. */
  readonly port: MessagePort;
}

/** What the analyst's worker is told. */
export type ToAnalyst =
  /** Ports to those who run members; comes first. */
  | { readonly type: 'crew'; readonly ports: readonly MessagePort[] }
  | {
      readonly type: 'inquiry';
      readonly id: number;
      readonly scenario: Scenario;
      readonly kind: InquiryKind;
      readonly asks: Inquiries[InquiryKind]['asks'];
    }
  /** What has come by now is enough: an answer follows soon. */
  | { readonly type: 'enough'; readonly id: number };

export type FromAnalyst =
  | { readonly type: 'progress'; readonly id: number; readonly done: number; readonly of: number }
  /** An answer that is followed by a better one. */
  | { readonly type: 'part'; readonly id: number; readonly answer: Inquiries[InquiryKind]['gives'] }
  | { readonly type: 'found'; readonly id: number; readonly answer: Inquiries[InquiryKind]['gives'] }
  /** The question has no answer, and why. */
  | { readonly type: 'refused'; readonly id: number; readonly why: string };
