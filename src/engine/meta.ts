import type { Confidence, Expression, Preset, Range, SetDefinition, SetItem } from './types.ts';

/**
 * What the build knows about a compiled model, as plain data: enough to lay out memory, to show levers and
 * series, and to read scenario files, without parsing a formula. The longer words live in `RecordDocs`.
 */
export interface ModelMeta {
  readonly id: string;
  readonly title: string;
  /** Semantic version, then a hash of equations and defaults: "1.0.0+3f9c2a1". */
  readonly version: string;
  /** As in `Model`: what the unit reader needs to infer the units of users' own formulas. */
  readonly baseUnits: readonly string[];
  readonly sets: readonly Omit<SetDefinition, 'says'>[];
  readonly presets: readonly Omit<Preset, 'says'>[];
  readonly sectors: readonly { readonly id: string; readonly title: string }[];
  /** In the order the model's files state them, with the three stages and the rate of each delay behind it. */
  readonly records: readonly RecordMeta[];
  /** Places in a frame: inputs and constants first, then everything computed. */
  readonly frameSize: number;
  /** Places of inputs and constants; a caller fills the inputs before a run. */
  readonly inputSize: number;
}

/** The same with what sets, presets and sectors are said to be: loaded with the words of the records. */
export interface DescribedMeta extends ModelMeta {
  readonly sets: readonly SetDefinition[];
  readonly presets: readonly Preset[];
  readonly sectors: readonly { readonly id: string; readonly title: string; readonly says: string }[];
}

export interface RecordMeta {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly show?: '%';
  readonly adds?: true;
  readonly kind: 'input' | 'constant' | 'auxiliary' | 'flow' | 'stock' | 'delay';
  readonly sector: string;
  /** Set ids, outermost first; empty for a single value. */
  readonly over: readonly string[];
  /** First place in the frame; item i of one set stands at slot + i, item (i, j) of two at slot + i × most(j) + j. */
  readonly slot: number;
  /** Places taken: the product of the sets' `most`. */
  readonly size: number;
  /** For a stage of a delay and its rate: the delay's id. These are kept out of lists meant for readers. */
  readonly stageOf?: string;
  readonly input?: InputMeta;
  /** For constants. */
  readonly value?: number;
}

export interface InputMeta {
  /** One range, or one for each item of the fixed set the input runs over. */
  readonly ranges: readonly Range[];
  readonly confidence: Confidence;
  readonly least?: number;
  readonly most?: number;
  readonly type: 'number' | 'date' | 'choice';
  readonly choices?: readonly SetItem[];
  readonly field: string;
  readonly itemOnly: boolean;
  readonly prefer?: string;
  readonly balances?: string;
  readonly decided?: 'government' | 'builder';
  readonly setting: boolean;
  /** Defaults by preset id, for inputs over a sized set. */
  readonly presets?: Readonly<Record<string, Range>>;
}

/** The words and equations of one record, loaded when somebody asks why. */
export interface RecordDocs {
  readonly says: string;
  readonly source: string;
  readonly why?: string;
  /** Ids of the sources that `why` rests on, besides `source`. */
  readonly grounds?: readonly string[];
  readonly year?: number;
  /**
   * Formula texts by part, as written: { formula } or { net, initial } or { input, time, initial }; for a record with an equation for
   * each item the parts are `formula:ITEM`. What the engine makes is printed: the stages of a delay, and the delay's own `formula`.
   */
  readonly text: Readonly<Partial<Record<FormulaPart, string>>>;
  /** The same parts parsed. A delay has besides `formula`, what leaves it, in terms of its stages. */
  readonly parsed: Readonly<Partial<Record<FormulaPart, Expression>>>;
  /** Ids (and "time", "time_step") that the parts use, sorted, each once. */
  readonly uses: readonly string[];
}

export type FormulaPart = 'formula' | 'net' | 'initial' | 'input' | 'time' | `formula:${string}`;

/**
 * A compiled model. Runs `steps` Euler steps and writes kept values to `out`.
 * @param frame  `frameSize` places; inputs and constants filled by the caller, the rest is working memory.
 * @param sizes  how many items each set has in this run, in the order of the model's sets.
 * @param steps  number of steps; a kept series has steps + 1 values.
 * @param step   length of a step in months.
 * @param keep   for each place of the frame the row of `out` to write it to, or -1.
 * @param out    rows × (steps + 1) values, row after row.
 */
export type Kernel = (
  frame: Float64Array,
  sizes: Int32Array,
  steps: number,
  step: number,
  keep: Int32Array,
  out: Float64Array,
) => void;
