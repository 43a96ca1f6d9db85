import type { Measure } from '../scenario/measure.ts';
import type { Scenario } from '../scenario/types.ts';

/** One series of a projection. */
export interface Series {
  /** "spending", or of an item "facility_in_use.abilene". */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly show?: '%';
  /** One value a step, the first at the start. Not a number where it is undefined. */
  readonly values: Float64Array;
}

/** A single number that sums a projection up. */
export interface HeadlineValue {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly prefer?: string;
  readonly show?: '%';
  readonly says: string;
  /** null where it does not exist; then `reason` says why. */
  readonly value: number | null;
  readonly reason?: string;
}

/** What one run of a scenario gives. */
export interface Projection {
  readonly scenario: Scenario;
  /** Model version with hash. */
  readonly model: string;
  /** Decimal calendar years, steps + 1. */
  readonly times: Float64Array;
  /** Every series there is, in the model's order: bare ids of single values and of records whose items add up, then ID.item. */
  readonly ids: readonly string[];
  /** Of an indexed record whose items add up, the bare id gives the sum. Metrics of the scenario are series too. @throws RangeError with the nearest name */
  series(id: string): Series;
  has(id: string): boolean;
  readonly headlines: readonly HeadlineValue[];
  headline(id: string): HeadlineValue;
  /** Value at a month "2029-01", linear between steps. @throws RangeError outside the run. */
  at(id: string, month: string): number;
}

export interface Comparison {
  readonly baseline: Projection;
  readonly others: readonly Projection[];
  /** Levers in which the scenarios differ, with each scenario's value (null: it has no such item). */
  readonly inputs: readonly {
    readonly lever: string;
    readonly title: string;
    readonly unit: string;
    readonly show?: '%';
    /** How such a quantity is written: dates count in months from the baseline's start. */
    readonly measure: Measure;
    readonly values: readonly (number | null)[];
  }[];
  /** Headlines of each, with absolute and relative difference from the baseline (null where either is). */
  readonly headlines: readonly ComparedNumber[];
  /** The same for chosen series at chosen months. */
  readonly series: readonly (ComparedNumber & { readonly at: string })[];
}

export interface ComparedNumber {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly show?: '%';
  readonly prefer?: string;
  /** Baseline first. */
  readonly values: readonly (number | null)[];
  readonly absolute: readonly (number | null)[];
  readonly relative: readonly (number | null)[];
}

/** Where a number comes from: disclosed by a source, assumed by us, computed by a formula, or true by definition. */
export type Tag = 'disclosed' | 'assumed' | 'computed' | 'definition';

/** A page or document that a figure was read in. */
export interface SourceShown {
  readonly id: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
}

/** One number and what it was made from, down to sourced leaves. */
export interface Explanation {
  readonly id: string;
  /** Item of an indexed record, if any: "abilene". */
  readonly item?: string;
  readonly title: string;
  readonly unit: string;
  readonly show?: '%';
  readonly says: string;
  /** The month the value is taken at: a stock's formula uses the month before. */
  readonly at: string;
  readonly value: number;
  /** What the value stands for, where it is no amount: a month, a choice, a cause that binds. */
  readonly means?: string;
  /** Of a stock: how it came to its value. The start and the changes sum to it. */
  readonly history?: {
    readonly start: { readonly at: string; readonly value: number };
    readonly years: readonly {
      readonly year: number;
      readonly change: number;
      /** The month before which it changed fastest in that year. */
      readonly most: string;
    }[];
  };
  readonly tag: Tag;
  /** The formula as written, for computed numbers; for a stock "previous value + net flow × step". */
  readonly formula?: string;
  /** Recomputed from `inputs` alone; equal to `value` to 1e-9. */
  readonly recomputed?: number;
  /** Every input of the formula with its value then. Sums over a set list each item. Cut off at the depth asked for: then `more` is true. */
  readonly inputs: readonly Explanation[];
  readonly more?: boolean;
  /** For leaves: source, confidence, low-central-high, and whether the scenario changed it. */
  readonly source?: SourceShown;
  readonly why?: string;
  /** Sources of the figures that `why` names, besides `source`. */
  readonly grounds?: readonly SourceShown[];
  readonly confidence?: string;
  readonly range?: { readonly low: number; readonly central: number; readonly high: number };
  readonly changed?: boolean;
}
