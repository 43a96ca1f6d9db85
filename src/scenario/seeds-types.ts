import type { Expression } from '../engine/types.ts';
import type { Language } from './types.ts';

/**
 * What `seeds/` holds, as plain data: what was claimed, where figures come from, and what has been seen since.
 * The files are read and checked once, when the project is built (src/build/seeds.ts).
 */

/**
 * commitment: money somebody announced; ambition: sums talked about, never announced; context: a figure of the world around
 * it; statement: something said without a number; disagreement: where the documents differ or slip.
 */
type ClaimKind = 'commitment' | 'ambition' | 'context' | 'statement' | 'disagreement';

/** How firmly a document gives the figure. "in words": no digits at all, as in "hundreds of thousands". */
type Hedge = 'flat' | 'up to' | 'about' | 'nearly' | 'at least' | 'between' | 'expected' | 'in words';

/** One document that makes the claim. */
interface ClaimDocument {
  /** The document's file name; a source of the same `file` describes it. */
  readonly file: string;
  readonly language: Language;
  /** Present where the claim has a figure. */
  readonly hedge?: Hedge;
  /** How this document differs from the others. */
  readonly note?: string;
}

/** A number a claim gives, in `unit`: one value, or bounds where the words give only those. */
interface Figure {
  readonly value?: number;
  readonly least?: number;
  readonly most?: number;
  readonly unit: string;
}

/**
 * Where the simulator gives its own number beside the claim's. `of` is a series, a headline, a lever or a constant; `take`
 * is what is taken of a series ("value" for everything that has a single value in a run); `at` is a month, "2029-01".
 * It is asked of the scenarios whose commitments name the claim; a claim no commitment names may be asked of any.
 */
interface Answer {
  readonly of: string;
  readonly take: 'last' | 'max' | 'at' | 'value';
  readonly at?: string;
}

/** One thing the seed documents say, in our own words. */
export interface Claim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly says: string;
  /** When it was said: "2025-01-21", or year and month. */
  readonly date: string;
  readonly documents: readonly ClaimDocument[];
  readonly figure?: Figure;
  /** How the words were read where they leave room. */
  readonly note?: string;
  /** Series and levers that a reader of the claim would want to see; may be empty. */
  readonly speaks_of: readonly string[];
  /** Every claim with a figure has an answer or a reason for none. */
  readonly answer?: Answer;
  readonly unanswered?: string;
}

/**
 * Where a figure comes from. primary: the body that made the figure published it; secondary: somebody reports another's
 * figure; judgement: an opinion or an anonymous calculation.
 */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** As exactly as known: "2025", "2025-09" or "2025-09-23". */
  readonly date: string;
  /** Absent only for the seed documents, which are files. */
  readonly url?: string;
  readonly file?: string;
  readonly language?: Language;
  readonly kind: 'primary' | 'secondary' | 'judgement';
  /** Whether the figure was read on the page itself. */
  readonly seen: boolean;
}

/**
 * Whom an observation is about. OpenAI's compute from all its providers is not Stargate's: the two are never drawn on one
 * axis. "site:ID" is a site as scenarios name it.
 */
export type Scope = 'stargate' | 'openai_all_providers' | 'us' | 'world' | 'ercot' | `site:${string}`;

/** Something that has really happened, so far as published figures tell. */
export interface Observation {
  readonly id: string;
  /** "2026-04" or "2026-04-27". A figure for a whole year stands at its last month. */
  readonly date: string;
  readonly quantity: string;
  /** The series that speaks of the same thing, as "facility_in_use.abilene": drawn as a dot on it, and compared. */
  readonly series?: string;
  /**
   * What is compared: absent, the value of that month; "year", the mean over the twelve months that end with it; "peak", the largest
   * value of the run, whenever it is; "value", a single figure that the model states of that very time.
   */
  readonly take?: 'year' | 'peak' | 'value';
  /** Instead of `series`: a series of the programme that is a part of what was seen and can never be above it. */
  readonly caps?: string;
  readonly scope: Scope;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly unit: string;
  /** The id of a source. */
  readonly source: string;
  /** The lever whose value was taken or judged from this figure: agreement then proves little. */
  readonly input?: string;
  /** Instead of `series` and `caps`: why the model gives nothing to hold beside it. */
  readonly aside?: string;
  readonly says: string;
}

/** Everything in `seeds/`, in the order of the files. */
export interface Seeds {
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly observations: readonly Observation[];
}

/** A published figure to hold the model against. `buildout check --reality` prints the model's own beside it. */
export interface RealityFigure {
  readonly id: string;
  readonly says: string;
  /** When it was said, or the time it speaks of. */
  readonly as_of: string;
  /** The id of a source. */
  readonly source: string;
  /** In `unit`; without a high end where the words are "over" or "at least". */
  readonly published: {
    readonly low: number;
    readonly central?: number;
    readonly high?: number;
    readonly unit: string;
  };
  readonly asks?: RealityQuestion;
  /** How the figure was read. */
  readonly note?: string;
  /** Why the model says something else, where it does. */
  readonly explains?: string;
  /** Why the model is not asked; every figure is asked or has a reason. */
  readonly silent?: string;
}

/** What the model is asked: a formula over series, inputs and headlines of a shipped scenario, read and checked by the build. */
export interface RealityQuestion {
  readonly scenario: string;
  readonly formula: string;
  /** "2026-04"; the horizon if absent. */
  readonly at?: string;
  /** Instead of `at`: the largest value of the run, whenever it is. */
  readonly take?: 'peak';
  /** The model's low and high end are the least and most over every combination of these at their ends. */
  readonly levers?: readonly string[];
  readonly expression: Expression;
  /** What one of the published unit is in the formula's. */
  readonly factor: number;
}
