/**
 * What a model is: sets and records, plain data. Everything else in the engine is a reader of these
 * types, and nothing here knows what the model is about.
 */

/** How sure a figure is: high = seen in a primary source, medium = seen in a secondary one, low = our own. */
export type Confidence = 'high' | 'medium' | 'low';

/** A dimension that records may run over: fixed items, or sized by whoever runs the model. */
export interface SetDefinition {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  /** The items of a fixed set, in order. A sized set has none here: they come with each run. */
  readonly items?: readonly SetItem[];
  /** The most items a sized set may have; memory is laid out for this many. */
  readonly most: number;
}

export interface SetItem {
  readonly id: string;
  readonly title: string;
}

interface RecordBase {
  /** Lower-case words joined by underscores; unique in the model; public and stable. */
  readonly id: string;
  readonly title: string;
  /** As mathjs writes units, with the model's own base units: "USD/year", "MW", "job*year", "1". */
  readonly unit: string;
  /** What the quantity means and why it is as it is, in one or two sentences. */
  readonly says: string;
  /** The id of a source, or one of the two marks. */
  readonly source: string | 'our assumption' | 'definition';
  /** Sets the record runs over, outermost first. Absent means a single value. */
  readonly over?: readonly string[];
  /** The unit a reader sees when it is not `unit` itself: "%" for shares. */
  readonly show?: '%';
  /** Items may be added up: a reader who asks for the bare id of an indexed record gets the sum over its items. */
  readonly adds?: true;
}

export interface Range {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

/** Fields every adjustable number has. */
interface InputBase extends RecordBase {
  readonly kind: 'input';
  readonly confidence: Confidence;
  /** Values outside are refused: the ends of what the equations make sense for. */
  readonly least?: number;
  readonly most?: number;
  /** Why these figures: the arithmetic from the source, or the judgement. */
  readonly why?: string;
  /** Ids of the sources of figures that `why` names, besides `source`: what a judgement rests on. */
  readonly grounds?: readonly string[];
  /** The year the figure speaks of, for prices and observations. */
  readonly year?: number;
  /** "date": months since the run's start, written as year-month in files. "choice": a whole number naming one of `choices`. */
  readonly type?: 'number' | 'date' | 'choice';
  /** For type "choice": what 0, 1, 2 ... mean. */
  readonly choices?: readonly SetItem[];
  /** What the item's field is called in a file, when it is not the id: "total" of a commitment. */
  readonly field?: string;
  /** True where only an item can have it ("stargate.total"); there is no value for all items at once. */
  readonly itemOnly?: boolean;
  /** The unit a reader types and sees by default, when it is not `unit`: "billion USD", "GW", "months". */
  readonly prefer?: string;
  /** Who decides it: a government, as its policy, or those who build, as their choice. Absent: nobody does, it is as it is. */
  readonly decided?: 'government' | 'builder';
  /** Part of a group whose members sum to 1 and balance each other. */
  readonly balances?: string;
  /**
   * Defaults for items that name a preset: a site in region "ercot" starts from `presets.ercot`. Only for inputs over a
   * sized set. A preset's value is itself a lever, "ercot.electricity_price".
   */
  readonly presets?: Readonly<Record<string, Range>>;
  /** Not sampled in an ensemble, not swung in a tornado: a choice or a setting, not an uncertainty. */
  readonly setting?: boolean;
}

/** A number that scenarios may change. */
export interface InputRecord extends InputBase, Range {}

/** A number that scenarios may change, with a default for each item of a fixed set. */
export interface ItemInputRecord extends InputBase {
  readonly values: Readonly<Record<string, Range>>;
}

/** A number that never changes: a conversion, a physical constant, or a figure that is only quoted. */
export interface ConstantRecord extends RecordBase {
  readonly kind: 'constant';
  readonly value: number;
}

/** Computed at every step from other records. A flow is a rate that some stock accumulates. */
export interface ComputedRecord extends RecordBase {
  readonly kind: 'auxiliary' | 'flow';
  readonly formula: string;
}

/** Computed at every step, with an equation of its own for each item of the one fixed set it runs over. */
export interface ItemComputedRecord extends RecordBase {
  readonly kind: 'auxiliary' | 'flow';
  /** By item id; each is checked and ordered as if the record were a scalar of that item. */
  readonly formulas: Readonly<Record<string, string>>;
}

/** Accumulates `net` (its own unit per year) from `initial`, by Euler steps. `initial` may use only what is constant over a run. */
export interface StockRecord extends RecordBase {
  readonly kind: 'stock';
  readonly net: string;
  readonly initial: string;
}

/**
 * A third-order material delay (DELAY3): what flows in leaves `time` years later, spread as an Erlang-3.
 * A time of zero passes straight through (what is under way at the start then leaves within the first step); other times last at
 * least three months. What flows in may leave within the same step, so a delay does not break a loop as a stock does.
 * Each stage takes its exact solution over a step for an inflow constant over it: the mean time is exact, and the spread
 * is to the second order of the step.
 * Expands into three stocks `ID_1`, `ID_2`, `ID_3` (unit × year) whose sum is what is under way; the flows between them, `ID_to_2`
 * and `ID_to_3`; `ID_rate` (1/year), the share of a stage that leaves it in a year; and `ID_kept`, the share of what enters a
 * stage in a step that is still there at its end.
 * `time` must be constant over a run and have the unit year.
 */
export interface DelayRecord extends RecordBase {
  readonly kind: 'delay';
  readonly input: string;
  readonly time: string;
  /** What is under way at the start (unit × year), spread evenly over the three stages. Absent: nothing. Constant over a run. */
  readonly initial?: string;
}

export type ModelRecord =
  | InputRecord
  | ItemInputRecord
  | ConstantRecord
  | ComputedRecord
  | ItemComputedRecord
  | StockRecord
  | DelayRecord;

/** A file of records on one subject. */
export interface Sector {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly records: readonly ModelRecord[];
}

/** A named bundle of defaults that an item of a sized set may take its values from: a grid region for a site. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  /** The sized set whose items may name it. */
  readonly of: string;
}

export interface Model {
  readonly id: string;
  readonly title: string;
  /** Semantic version of the equations and defaults. */
  readonly version: string;
  /**
   * Units that mathjs does not have: "job" is a dimension of its own, "tCO2 = 1000 kgCO2" is defined by earlier ones. Each takes
   * the short prefixes ("MWIT", "kUSD").
   */
  readonly baseUnits: readonly string[];
  readonly sets: readonly SetDefinition[];
  readonly presets: readonly Preset[];
  readonly sectors: readonly Sector[];
}

/**
 * Symbols that formulas may use without a record:
 * `time` (month) since the start, `time_step` (month).
 */
export const BUILT_IN = { time: 'month', time_step: 'month' } as const;

/**
 * A formula after parsing: our own tree, plain data. In a model's formulas number literals are 0 and 1 only (-1 is a
 * negation); users' own formulas, and what the engine writes for a delay's stages, may hold any finite number.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'reference'; readonly id: string }
  | { readonly kind: 'sum'; readonly set: string; readonly of: Expression }
  | { readonly kind: 'unary'; readonly operator: '-' | 'not'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] }
  | { readonly kind: 'if'; readonly test: Expression; readonly yes: Expression; readonly no: Expression };

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '<' | '<=' | '>' | '>=' | '==' | '!=' | 'and' | 'or';
export type FunctionName = 'min' | 'max' | 'abs' | 'exp' | 'log' | 'sqrt';

/** A mistake in a model, with everything needed to mend it. */
export interface ModelProblem {
  readonly record: string;
  readonly part:
    | 'id'
    | 'unit'
    | 'formula'
    | `formula:${string}`
    | 'net'
    | 'initial'
    | 'input'
    | 'time'
    | 'over'
    | 'value';
  readonly message: string;
}
