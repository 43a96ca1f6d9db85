import type { Explanation, HeadlineValue } from '../../src/analysis/types.ts';
import type { ModelMeta } from '../../src/engine/meta.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { ShownProblem } from '../state/types.ts';

/** What the page asks of the model's worker. */
export type ToWorker = RunRequest | Question;

/** What has one answer. */
export type Question = ExplainRequest | SplitRequest;

/** Where a number comes from: a series or a headline of a scenario, at a month "2029-12". */
export interface ExplainRequest {
  readonly type: 'explain';
  readonly id: number;
  readonly scenario: Scenario;
  readonly of: string;
  readonly at: string;
}

/** How the gap in a headline, or in a series at a month, is shared out over what two scenarios differ in. */
export interface SplitRequest {
  readonly type: 'split';
  readonly id: number;
  readonly from: Scenario;
  readonly to: Scenario;
  readonly of: string;
  /** "2030-01" */
  readonly at?: string;
  /** What parts are called that are no lever of their own. */
  readonly words: Readonly<Record<'span' | 'commitments' | 'shares' | 'region', string>>;
}

/** Parts in the record's own unit; they sum to `to` less `from`. */
export interface SplitData {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly { readonly title: string; readonly value: number; readonly error: number }[];
  readonly orders: number;
  readonly exact: boolean;
}

/** No gap: the titles of the scenarios that have no such number themselves. */
export interface SplitLacking {
  readonly lacking: readonly string[];
}

/** Runs scenarios. */
export interface RunRequest {
  readonly type: 'run';
  readonly id: number;
  /** Scenarios to run, by the key they have on the table. Only those that need it. */
  readonly runs: readonly { readonly key: string; readonly scenario: Scenario }[];
  /** Series wanted of each: "spending", "binding.*" for every item. Names that a run does not have are left out. */
  readonly series: readonly string[];
}

/** One run's data; the arrays change hands rather than being copied. */
export interface RunData {
  readonly key: string;
  readonly times: Float64Array;
  readonly items: Readonly<Record<string, readonly { readonly id: string; readonly title: string }[]>>;
  readonly series: Readonly<Record<string, Float64Array>>;
  readonly headlines: readonly HeadlineValue[];
  readonly failure?: string;
}

/** The model itself, sent once: the page holds no second copy of it. */
export interface Catalogue {
  readonly meta: ModelMeta;
  readonly scenarios: readonly Scenario[];
}

/**
 * To each question. Undefined where the scenario has no such number, where some mixture of two that have it has none, or where another
 * split was asked for in between.
 */
export type Answer = Explanation | SplitData | SplitLacking;

export type FromWorker =
  | { readonly type: 'catalogue'; readonly catalogue: Catalogue }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer | undefined }
  | {
      readonly type: 'ran';
      readonly id: number;
      readonly runs: readonly RunData[];
      /** Runs since the worker began: a test holds that one change causes one run. */
      readonly count: number;
    };

/** A file to be read, with everything reading depends on. */
export interface ReadRequest {
  readonly text: string;
  readonly meta: ModelMeta;
  /** What `extends` may name. */
  readonly shipped: readonly Scenario[];
  /** It was made with another model: what this one no longer knows is left out, and named. */
  readonly isOld?: boolean;
}

export type ReadAnswer =
  | { readonly scenario: Scenario; readonly gone?: readonly string[] }
  | { readonly problems: readonly ShownProblem[] };
