/** Where everything in a panel stands, worked out before anything is drawn. Pure: text widths come from outside. All px. */
import { inside, type Layer, layersOf } from './areas.ts';
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
  /** The words beside the observations, in their order. */
  readonly seen: readonly PlacedMark[];
}

export interface Sizes {
  readonly width: number;
  readonly height: number;
  /** Of the type. */
  readonly font: number;
}

/** Line height of the type. */
export const leading = (font: number) => Math.round(font * 1.25);

/**
 * The lines that are named at their ends. A panel's only line needs no name: the title has said it. Nor does a part that is
 * nothing all along; a scenario that has nothing does.
 */
export function labelledLines(panel: ChartPanel): readonly ChartSeries[] {
  const lines = panel.series.filter(({ role }) => role === 'line');
  const oneRun = panel.title !== '' || lines.every(({ id, of }) => id === of);
  if (!oneRun) return lines;
  if (panel.series.filter(({ role }) => role !== 'ghost').length === 1) return [];
  return lines.filter(({ values }) => values.some((value) => value !== 0));
}

/** The layout of a panel of lines or areas. All panels of a chart get the same frame, so that heights can be compared. */
export function layoutOf(spec: ChartSpec, panel: ChartPanel, sizes: Sizes, measure: Measure): Layout {
  const { width, height, font } = sizes;
  const line = leading(font);
  const left = Math.ceil(Math.max(0, ...spec.y.ticks.map(({ label }) => measure(label)))) + 8;
  const most = Math.min(150, width * 0.3);
  const wrapped = (lines: readonly ChartSeries[]) => lines.map(({ label }) => wrap(label, most, measure));
  const everyText = spec.panels.flatMap((each) => wrapped(labelledLines(each)).flat());
  const gutter = everyText.length > 0 ? Math.ceil(Math.max(...everyText.map(measure))) + 14 : 10;
  // Room for every layer's name above the plot, used or not: it must not jump when a name stops fitting on its area.
  const names = new Map<string, Layer>();
  for (const layer of spec.panels.flatMap(layersOf)) {
    if (layer.most > (names.get(layer.label)?.most ?? 0)) names.set(layer.label, layer);
  }
  const keyHeight = names.size > 1 ? keyRows([...names.values()], left, width, 0, measure, line).height : 0;
  // A claim at the very top of the axis has its words above it.
  const above = spec.panels.some(({ marks }) => marks.length > 0) ? line : Math.ceil(line / 2);
  const top = above + 2 + keyHeight;
  const frame = frameOf(spec, { left, right: width - gutter, top, bottom: height - line - 8 });
  const insides = spec.panels.length > 1 ? [] : inside(spec, panel, frame, measure, line);
  // What is thinner than a line everywhere needs no name.
  const unnamed = [...names.values()].filter(
    ({ id, most: top }) => frame.y(0) - frame.y(top) >= 1 && !insides.some((text) => text.id === id),
  );
  const lines = labelledLines(panel);
  const points = pointsOf(spec, panel, frame);
  const marks = placedMarks(spec, panel, frame, points, measure, line);
  return {
    frame,
    ticksX: xTicks(spec, frame, width, measure),
    ticksY: spec.y.ticks.map(({ value, label }) => ({ y: frame.y(value), label, zero: value === 0 })),
    ends: endLabels(spec, lines, wrapped(lines), frame, line),
    insides,
    key: names.size > 1 ? keyRows(unnamed, left, width, 0, measure, line).key : [],
    marks,
    seen: placedDots(
      panel,
      frame,
      points,
      marks.map(({ box }) => box),
      measure,
      line,
    ),
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

type Points = readonly (readonly [x: number, y: number])[];

/** A claim's words above its line, at the left, the middle or the right: wherever fewest lines run through them. */
function placedMarks(
  spec: ChartSpec,
  panel: ChartPanel,
  frame: Frame,
  points: Points,
  measure: Measure,
  line: number,
): PlacedMark[] {
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

/** An observation's word beside its dot, on whichever side is free. */
function placedDots(
  { dots }: ChartPanel,
  frame: Frame,
  points: Points,
  taken: readonly Box[],
  measure: Measure,
  line: number,
): PlacedMark[] {
  const text = frameWords.seen;
  const width = measure(text);
  return dots.map(({ time, value }) => {
    const x = frame.x(time);
    const y = frame.y(value);
    const beside = [x + 8, x - 8 - width].flatMap((left) =>
      [y - line / 2, y - line - 4, y + 4].map((top) => ({ left, top })),
    );
    const boxes = beside
      .map((corner) => ({ ...corner, width, height: line }))
      .filter(
        ({ left, top }) => left >= frame.left && left + width <= frame.right && top >= 0 && top + line <= frame.bottom,
      );
    const box = boxes[clearest(boxes, points, taken)] ?? { left: x + 8, top: y - line / 2, width, height: line };
    return { y, text, box };
  });
}

/** Every line's course, thickly enough that a word cannot slip between two points; nothing where no word is to be placed. */
function pointsOf(spec: ChartSpec, panel: ChartPanel, frame: Frame): Points {
  if (panel.marks.length + panel.dots.length === 0) return [];
  const tops = [
    ...panel.series.filter(({ role }) => role === 'line').map(({ values }) => values),
    ...layersOf(panel).map(({ upper }) => upper),
  ];
  const points: (readonly [number, number])[] = [];
  for (const values of tops) {
    for (let i = 0; i < values.length; i += 2) points.push([frame.x(spec.times[i]!), frame.y(values[i]!)]);
  }
  return points;
}
