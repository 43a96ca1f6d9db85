import type { Confidence, Expression } from '../engine/types.ts';

/** A number in the lever's own unit, with as much of its uncertainty as the file states. */
export interface Quantity {
  readonly central: number;
  readonly low?: number;
  readonly high?: number;
  readonly distribution?: Distribution;
  readonly source?: string;
  readonly confidence?: Confidence;
}

export type Distribution = 'pert' | 'triangular' | 'uniform' | 'normal' | 'lognormal' | 'fixed';

/** A commitment or a site: its fields by the name a file uses, dates as months since the scenario's start. */
export interface ScenarioItem {
  readonly id: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, Quantity>>;
  /** Sites only: the id of a region whose data are the site's defaults. */
  readonly region?: string;
  /** Commitments only: named funders and what each was said to bring, USD. */
  readonly funders?: Readonly<Record<string, number>>;
  /** Ids of claims the item stands on. */
  readonly claims?: readonly string[];
}

export interface Target {
  /** A series, a headline or a metric. */
  readonly of: string;
  /** Year and month: "2029-01". Absent for a headline. */
  readonly at?: string;
  /** In the series' own unit. */
  readonly least?: number;
  readonly most?: number;
}

export interface Metric {
  readonly formula: string;
  readonly title: string;
  /** Declared unit, checked against the inferred one. */
  readonly unit?: string;
  /** The formula as a tree with the unit it comes out in, once something has read it: then it can run. Not part of the file. */
  readonly parsed?: { readonly expression: Expression; readonly unit: string };
}

export type Language = 'en' | 'nl' | 'de' | 'fr';

/** A scenario after reading: plain data, every quantity in its lever's own unit, nothing resolved yet. */
export interface Scenario {
  readonly format: 'buildout/1';
  /** The model the file was saved with. */
  readonly model?: string;
  readonly language: Language;
  /** Shipped scenarios have one: the file name without its ending. */
  readonly id?: string;
  readonly title: string;
  readonly description: string;
  /** First month, "2025-01". */
  readonly start: string;
  /** Last month, "2040-01". */
  readonly horizon: string;
  /** Months per step. */
  readonly step: number;
  readonly commitments: readonly ScenarioItem[];
  readonly sites: readonly ScenarioItem[];
  /** By lever name: "grid_wait", or of a fixed item such as a region or a chip generation: "ercot.electricity_price". */
  readonly assumptions: Readonly<Record<string, Quantity>>;
  readonly uncertainty: {
    readonly seed: number;
    readonly correlations: readonly (readonly [string, string, number])[];
  };
  readonly targets: Readonly<Record<string, Target>>;
  readonly locks: readonly string[];
  readonly metrics: Readonly<Record<string, Metric>>;
}

/** What the kernel needs, and what its rows mean. */
export interface RunInputs {
  readonly frame: Float64Array;
  readonly sizes: Int32Array;
  readonly steps: number;
  readonly step: number;
  readonly start: string;
  /** The items of every set in this run, fixed and sized. */
  readonly items: Readonly<Record<string, readonly { readonly id: string; readonly title: string }[]>>;
}
