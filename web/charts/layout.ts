/** Where everything in a panel stands, worked out before anything is drawn. Pure: text widths come from outside. All px. */
import { inside, layersOf } from './areas.ts';
import { type Box, clearest, type Measure, shorten, spread, wrap } from './place.ts';
import { yearTicks } from './scale.ts';
import type { ChartMark, ChartPanel, ChartSeries, ChartSpec, ColourToken } from './spec.ts';
import { frameWords } from './words.ts';

/** The plot's rectangle and its two axes. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  x(time: number): number;
  y(value: number): number;
}

export interface EndLabel {
  readonly lines: readonly string[];
  readonly colour: ColourToken;
  readonly x: number;
  /** Middle of the text. */
  readonly y: number;
  /** Where the series ends: a thin line leads there if the text had to move. */
  readonly from: { readonly x: number; readonly y: number };
}

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Middle of the text. */
  readonly y: number;
  readonly colour: ColourToken;
}

export interface PlacedMark {
  /** Absent where the claim stands above the axis. */
  readonly y?: number;
  readonly text: string;
  readonly box: Box;
}

export interface PlacedKey {
  readonly label: string;
  readonly colour: ColourToken;
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly frame: Frame;
  readonly ticksX: readonly {
    readonly x: number;
    readonly label: string;
    readonly align: 'left' | 'center' | 'right';
  }[];
  readonly ticksY: readonly { readonly y: number; readonly label: string; readonly zero: boolean }[];
  readonly ends: readonly EndLabel[];
  readonly insides: readonly PlacedText[];
  readonly key: readonly PlacedKey[];
  readonly marks: readonly PlacedMark[];
}

export interface Sizes {
  readonly width: number;
  readonly height: number;
  /** Of the type. */
  readonly font: number;
}

/** Line height of the type. */
export const leading = (font: number) => Math.round(font * 1.25);

/** What is drawn and labelled at its end. A panel's only line needs no name: the chart's title has said it. */
export function labelledLines(panel: ChartPanel): readonly ChartSeries[] {
  const lines = panel.series.filter(({ role }) => role === 'line');
  const others = panel.series.some(({ role }) => role === 'stack');
  const alone = lines.length === 1 && !others && (panel.title !== '' || lines[0]!.id === lines[0]!.of);
  return alone ? [] : lines;
}

/** The layout of a panel of lines or areas. */
export function layoutOf(spec: ChartSpec, panel: ChartPanel, sizes: Sizes, measure: Measure): Layout {
  const { width, height, font } = sizes;
  const line = leading(font);
  const left = Math.ceil(Math.max(0, ...spec.y.ticks.map(({ label }) => measure(label)))) + 8;
  const lines = labelledLines(panel);
  const most = Math.min(150, width * 0.3);
  const texts = lines.map(({ label }) => wrap(label, most, measure));
  const gutter = lines.length > 0 ? Math.ceil(Math.max(...texts.flat().map(measure))) + 14 : 10;
  const ends = { left, right: width - gutter, bottom: height - line - 8 };
  const place = (top: number) => {
    const frame = frameOf(spec, { ...ends, top });
    return { frame, insides: inside(spec, panel, frame, measure, line) };
  };
  const plain = Math.ceil(line / 2) + 2;
  let { frame, insides } = place(plain);
  // What is thinner than a line everywhere needs no name.
  const shown = layersOf(panel).filter(({ most }) => frame.y(0) - frame.y(most) >= 1);
  const missing = () => shown.filter(({ id }) => !insides.some((text) => text.id === id));
  let key: PlacedKey[] = [];
  if (missing().length > 0) {
    // What has no room on its own area is named above the plot, which takes room from the areas: asked once, not again.
    const rows = keyRows(missing(), left, width, 0, measure, line);
    const wider = place(plain + rows.height);
    const kept = insides.filter(({ id }) => wider.insides.some((text) => text.id === id)).map(({ id }) => id);
    frame = wider.frame;
    insides = wider.insides.filter(({ id }) => kept.includes(id));
    key = keyRows(missing(), left, width, 0, measure, line).key;
  }
  return {
    frame,
    ticksX: xTicks(spec, frame, width, measure),
    ticksY: spec.y.ticks.map(({ value, label }) => ({ y: frame.y(value), label, zero: value === 0 })),
    ends: endLabels(spec, lines, texts, frame, line),
    insides,
    key,
    marks: placedMarks(spec, panel, frame, measure, line),
  };
}

export function frameOf(
  { x, y }: ChartSpec,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): Frame {
  const across = (right - left) / (x.max - x.min || 1);
  const up = (bottom - top) / (y.max - y.min || 1);
  return {
    left,
    top,
    right,
    bottom,
    x: (time) => left + (time - x.min) * across,
    y: (value) => bottom - (value - y.min) * up,
  };
}

/** As many years as have room; the outermost are pulled into the canvas. */
export function xTicks(spec: ChartSpec, frame: Frame, width: number, measure: Measure): Layout['ticksX'] {
  const each = measure('2000') + 28;
  const most = Math.max(2, Math.floor((frame.right - frame.left) / each) + 1);
  return yearTicks(spec.x.min, spec.x.max, most).map((year) => {
    const label = spec.x.ticks.find(({ value }) => value === year)?.label ?? String(year);
    const x = frame.x(year);
    const half = measure(label) / 2;
    const align = x - half < 0 ? 'left' : x + half > width ? 'right' : 'center';
    return { x, label, align };
  });
}

function endLabels(
  spec: ChartSpec,
  lines: readonly ChartSeries[],
  texts: readonly (readonly string[])[],
  frame: Frame,
  line: number,
): EndLabel[] {
  const ends = lines.map(({ values }) => {
    let last = values.length - 1;
    while (last > 0 && !Number.isFinite(values[last])) last--;
    const value = values[last] ?? Number.NaN;
    return { x: frame.x(spec.times[last] ?? spec.x.max), y: frame.y(Number.isFinite(value) ? value : 0) };
  });
  const wishes = ends.map(({ y }, i) => ({ at: y, height: texts[i]!.length * line }));
  const middles = spread(wishes, frame.top - line / 2, frame.bottom + line / 2);
  return lines.map(({ colour }, i) => ({
    lines: texts[i]!,
    colour,
    x: frame.right + 12,
    y: middles[i]!,
    from: ends[i]!,
  }));
}

/** A row of swatches with words, broken where the width ends. */
export function keyRows(
  entries: readonly { readonly label: string; readonly colour: ColourToken }[],
  left: number,
  width: number,
  top: number,
  measure: Measure,
  line: number,
): { key: PlacedKey[]; height: number } {
  const swatch = 16;
  const gap = 14;
  let x = left;
  let row = 0;
  const key = entries.map(({ label, colour }) => {
    const text = shorten(label, width - left - swatch, measure);
    const length = swatch + measure(text);
    if (x > left && x + length > width) {
      x = left;
      row++;
    }
    const placed = { label: text, colour, x, y: top + row * (line + 3) + line / 2 };
    x += length + gap;
    return placed;
  });
  return { key, height: entries.length ? (row + 1) * (line + 3) + 6 : 0 };
}

/** A claim's words above its line, at the left, the middle or the right: wherever fewest lines run through them. */
function placedMarks(spec: ChartSpec, panel: ChartPanel, frame: Frame, measure: Measure, line: number): PlacedMark[] {
  const points = pointsOf(spec, panel, frame);
  const taken: Box[] = [];
  return panel.marks.map((mark: ChartMark): PlacedMark => {
    const beyond = mark.value > spec.y.max;
    const text = shorten(beyond ? frameWords.beyond(mark.label) : mark.label, frame.right - frame.left - 8, measure);
    const width = measure(text);
    const y = beyond ? frame.top : frame.y(mark.value);
    const lefts = [frame.left + 4, (frame.left + frame.right - width) / 2, frame.right - width - 4];
    const tops = beyond ? [y + 2, y + 2 + line] : [y - line - 1, y + 1];
    const boxes = tops.flatMap((top) => lefts.map((left) => ({ left, top, width, height: line })));
    const fitting = boxes.filter(({ top }) => top >= 0 && top + line <= frame.bottom);
    const choice = fitting.length > 0 ? fitting : boxes;
    const box = choice[clearest(choice, points, taken)]!;
    taken.push(box);
    return beyond ? { text, box } : { y, text, box };
  });
}

/** Every line's course, thickly enough that a word cannot slip between two points. */
function pointsOf(spec: ChartSpec, panel: ChartPanel, frame: Frame): (readonly [number, number])[] {
  const tops = [
    ...panel.series.filter(({ role }) => role === 'line').map(({ values }) => values),
    ...layersOf(panel).map(({ upper }) => upper),
  ];
  return tops.flatMap((values) =>
    Array.from(values, (value, i) => [frame.x(spec.times[i]!), frame.y(value)] as const).filter((_, i) => i % 2 === 0),
  );
}
