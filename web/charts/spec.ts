/**
 * A chart as plain data. The same spec is the picture, the table, the CSV and the sentence a screen reader speaks:
 * `buildChart` makes it (build.ts), `draw` paints one of its panels (draw.ts), `tableOf`, `csvOf` and `altText` read it.
 */

/** What a chart needs to know of a run. source.ts makes it of a worker's plain data. */
export interface ChartSource {
  readonly title: string;
  /** First month, "2025-01". */
  readonly start: string;
  /** Decimal calendar years, steps + 1. */
  readonly times: Float64Array;
  /** Values in the record's own unit, one a step; undefined where the run has no such series. "ID" or "ID.item". */
  series(id: string): Float64Array | undefined;
  /** Items of a set in this run: "sites", "commitments", "job_kinds", "plants". Empty where there is none. */
  items(set: string): readonly ChartItem[];
  /** A single number of the run; null where it does not exist, undefined where the run has none of that name. */
  headline?(id: string): number | null | undefined;
  /** Ids of the claims that the scenario's commitments stand on: these become reference marks. */
  readonly claims?: readonly string[];
  /** How a series spreads over many draws, where they were made; as many values as there are times. */
  spread?(id: string): Spread | undefined;
}

/** Quantiles of a series over many draws, at each time. */
export type Spread = Readonly<Record<'p5' | 'p25' | 'p50' | 'p75' | 'p95', Float64Array>>;

export interface ChartItem {
  readonly id: string;
  readonly title: string;
}

/** One of the scenarios compared. Its place (0 to 5) decides its colour and dash and does not change while it is shown. */
export interface ChartRun {
  readonly source: ChartSource;
  readonly place: number;
  /** The same scenario before the gesture that is under way. */
  readonly ghost?: ChartSource;
  /** How its difference from the baseline spreads over many draws, where they were made. */
  apart?(id: string): Spread | undefined;
}

/**
 * How several runs are put: "overlay" in one panel; "side" a panel each on shared axes; "difference" from the baseline.
 * Stacked charts overlay as lines of one part (the total unless asked otherwise), and differ part by part.
 */
export type ChartView = 'overlay' | 'side' | 'difference';

export interface ChartOptions {
  readonly view?: ChartView;
  /** Index into the runs; the first unless said. */
  readonly baseline?: number;
  /** Which part an overlay shows; one of `ChartSpec.parts`. */
  readonly part?: string;
  /** "1.0.0+3f9c2a1", for the source line. */
  readonly model?: string;
  /** BCP 47; "en" unless said. Numbers and dates follow it. */
  readonly locale?: string;
  /** Draws that bands are wanted from; they may still be under way. None unless said. */
  readonly draws?: number;
}

/**
 * lines: values over time. areas: the parts of a sum, stacked. bands: a strip per row, coloured by a code that changes.
 */
export type ChartKind = 'lines' | 'areas' | 'bands';

/** The name of a CSS custom property without its dashes: "scenario-1", "part-power", "ink" (colours.css). */
export type ColourToken = string;

export interface ChartSeries {
  /** Unique in its panel: the record's id, with the scenario's place where several are shown. */
  readonly id: string;
  /** The record or record.item to explain: "facility_in_use.abilene". */
  readonly of: string;
  /** What stands at the line's end. */
  readonly label: string;
  /** What stands in a table's head: says the scenario too where several are shown. */
  readonly name: string;
  /** Index of the run it belongs to. */
  readonly run: number;
  readonly colour: ColourToken;
  /** Canvas dash pattern in px; empty for a solid line. */
  readonly dash: readonly number[];
  /** line: drawn and labelled. stack: an area on top of those before it. ghost: pale, unlabelled, not in the table. */
  readonly role: 'line' | 'stack' | 'ghost';
  /** px; 2 unless said. */
  readonly width: number;
  /** One value for each of the spec's `times`, in `ChartSpec.unit`; not a number where there is none. */
  readonly values: Float64Array;
}

/** How sure a series is. */
export interface ChartBand {
  /** Of the series it belongs to; of a stack's sum the record's, with the scenario's place where several are shown. */
  readonly id: string;
  /** The record or record.item to explain. */
  readonly of: string;
  /** Index of the run it belongs to. */
  readonly run: number;
  /** What stands in a table's head before the quantile. */
  readonly name: string;
  /** What the readout calls it. */
  readonly label: string;
  readonly colour: ColourToken;
  /** filled: two areas, or one where several lie upon each other. edges: two lines, upon a stack. */
  readonly look: 'filled' | 'outer' | 'edges';
  /** At the spec's times. */
  readonly spread: Spread;
}

/** A row of a band strip. */
export interface ChartRow {
  readonly id: string;
  /** The record to explain: "binding.abilene". */
  readonly of: string;
  readonly label: string;
  readonly name: string;
  readonly run: number;
  /** An index into `ChartSpec.codes` for each of the spec's `times`; not a number where there is none. */
  readonly values: Float64Array;
}

/** What a code of a band strip means. */
export interface ChartCode {
  readonly label: string;
  readonly colour: ColourToken;
}

/** A claim as a thin reference line across the panel. */
export interface ChartMark {
  readonly id: string;
  readonly value: number;
  readonly label: string;
  /** The claim in a sentence, and who says so. */
  readonly says: string;
  readonly source: string;
}

/** An observation. */
export interface ChartDot {
  readonly id: string;
  /** Decimal year. */
  readonly time: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly label: string;
  readonly says: string;
  readonly source: string;
}

export interface ChartPanel {
  readonly id: string;
  /** The scenario's title where there is a panel for each; empty otherwise. */
  readonly title: string;
  readonly kind: ChartKind;
  readonly series: readonly ChartSeries[];
  readonly bands: readonly ChartBand[];
  /** For strips only. */
  readonly rows: readonly ChartRow[];
  readonly marks: readonly ChartMark[];
  readonly dots: readonly ChartDot[];
}

/** An axis with its ticks, the same in every panel. Values are in `ChartSpec.unit`, labels in the unit that reads best. */
export interface ChartAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

export interface ChartSpec {
  readonly id: string;
  /** Short: "Capacity by stage". What a menu of charts shows. */
  readonly name: string;
  /** What the run says, in a sentence. */
  readonly title: string;
  /** The model's unit of all values: "MW". */
  readonly unit: string;
  /** What the values are, in words: "gigawatts of facility power". Stands below the title. */
  readonly subtitle: string;
  readonly times: Float64Array;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly panels: readonly ChartPanel[];
  /** For bands: what each code means; a row's value is an index into it. */
  readonly codes: readonly ChartCode[];
  /** What an overlay of several runs can show, and what it shows now; empty where there is no choice. */
  readonly parts: readonly { readonly id: string; readonly label: string }[];
  readonly part: string;
  readonly view: ChartView;
  readonly locale: string;
  /** "Model 1.0.0+3f9c2a1. Scenarios: ... Observed: ... Claimed: ..." */
  readonly source: string;
  readonly note: string;
}

/** Where the cursor is. */
export interface ChartPoint {
  readonly panel: number;
  /** Index into `ChartSpec.times`. */
  readonly index: number;
  /** `ChartSeries.id` or `ChartRow.id`; absent while none is singled out. */
  readonly series?: string;
}

/** What `draw(canvas, spec, panel, options)` of draw.ts returns. The canvas stands alone in a positioned parent that gives it its size. */
export interface DrawnChart {
  /** Redraws with a new spec. In place, and fast, where only values and words changed; otherwise its series are made anew. */
  update(spec: ChartSpec, panel?: number): void;
  /** Reads the colours again: after a change of theme. */
  restyle(): void;
  /** Puts the cursor there, or takes it away; for keeping the panels of one page in step. Does not call back. */
  point(point: ChartPoint | undefined): void;
  destroy(): void;
}

export interface DrawOptions {
  /** The cursor moved: by pointer, or by the arrow keys while the canvas has the focus. */
  readonly onPoint?: (point: ChartPoint | undefined) => void;
  /** A point was clicked, or Enter pressed on it; `series` is always there. */
  readonly onPick?: (point: ChartPoint) => void;
  /** Without pointer, keyboard and readout: for pictures. */
  readonly still?: boolean;
  /** Pixels of the canvas to one of the page; unless given, as many as the window has. */
  readonly ratio?: number | undefined;
}
