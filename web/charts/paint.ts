/** Draws what layout.ts and strips.ts have placed. Knows a canvas and nothing of Chart.js. */
import { type Layout, leading } from './layout.ts';
import type { ChartPanel, ChartSpec } from './spec.ts';
import type { StripLayout } from './strips.ts';
import type { Theme } from './theme.ts';

type Canvas = CanvasRenderingContext2D;

export function fontOf(theme: Theme, weight = 400, size = theme.size): string {
  return `${weight} ${size}px ${theme.family}`;
}

function write(canvas: Canvas, text: string, x: number, y: number, colour: string, align: CanvasTextAlign): void {
  canvas.fillStyle = colour;
  canvas.textAlign = align;
  canvas.textBaseline = 'middle';
  canvas.fillText(text, x, y);
}

/** Half pixels make a thin line thin. */
const crisp = (value: number) => Math.round(value) + 0.5;

function rule(
  canvas: Canvas,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  colour: string,
  dash: readonly number[] = [],
) {
  canvas.beginPath();
  canvas.setLineDash(dash as number[]);
  canvas.lineWidth = 1;
  canvas.strokeStyle = colour;
  canvas.moveTo(x1, y1);
  canvas.lineTo(x2, y2);
  canvas.stroke();
  canvas.setLineDash([]);
}

/** Under the data: gridlines, and how sure the lines are. */
export function paintUnder(canvas: Canvas, spec: ChartSpec, panel: ChartPanel, layout: Layout, theme: Theme): void {
  const { frame } = layout;
  for (const { y, zero } of layout.ticksY) {
    if (!zero) rule(canvas, frame.left, crisp(y), frame.right, crisp(y), theme.colour('rule'));
  }
  canvas.save();
  for (const { look, colour, spread } of panel.bands) {
    if (look === 'edges') continue;
    canvas.fillStyle = theme.colour(colour);
    canvas.globalAlpha = look === 'filled' ? 0.13 : 0.11;
    fillBetween(canvas, spec.times, spread.p5, spread.p95, frame);
    if (look === 'filled') fillBetween(canvas, spec.times, spread.p25, spread.p75, frame);
  }
  canvas.restore();
}

/** Upon the layers of a stack: where nine of ten draws have its sum. */
export function paintEdges(canvas: Canvas, spec: ChartSpec, panel: ChartPanel, { frame }: Layout, theme: Theme): void {
  canvas.save();
  canvas.lineJoin = 'round';
  for (const { look, spread } of panel.bands) {
    if (look !== 'edges') continue;
    for (const values of [spread.p5, spread.p95]) {
      // A seam of paper, as lines across areas have.
      for (const [width, colour] of [
        [3, 'paper'],
        [1.5, 'ink'],
      ] as const) {
        canvas.beginPath();
        trace(canvas, spec.times, values, frame);
        canvas.lineWidth = width;
        canvas.strokeStyle = theme.colour(colour);
        canvas.setLineDash([1, 3]);
        canvas.stroke();
      }
    }
  }
  canvas.restore();
}

/** A path through the values that there are. */
function trace(canvas: Canvas, times: Float64Array, values: Float64Array, { x, y }: Layout['frame'], back = false) {
  for (let k = 0; k < times.length; k++) {
    const i = back ? times.length - 1 - k : k;
    const value = values[i]!;
    if (Number.isFinite(value)) canvas.lineTo(x(times[i]!), y(value));
  }
}

function fillBetween(
  canvas: Canvas,
  times: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  frame: Layout['frame'],
): void {
  canvas.beginPath();
  trace(canvas, times, upper, frame);
  trace(canvas, times, lower, frame, true);
  canvas.closePath();
  canvas.fill();
}

/** Over the data: axes, claims, observations and all words. */
export function paintOver(canvas: Canvas, panel: ChartPanel, layout: Layout, theme: Theme): void {
  canvas.save();
  canvas.font = fontOf(theme);
  const { frame } = layout;
  const soft = theme.colour('ink-soft');
  for (const { y, label, zero } of layout.ticksY) {
    if (zero) rule(canvas, frame.left, crisp(y), frame.right, crisp(y), theme.colour('rule-strong'));
    write(canvas, label, frame.left - 8, y, soft, 'right');
  }
  paintYears(canvas, layout, theme);
  for (const { y, text, box } of layout.marks) {
    if (y !== undefined) rule(canvas, frame.left, crisp(y), frame.right, crisp(y), soft, [2, 2]);
    halo(canvas, text, box.left, box.top + box.height / 2, soft, theme);
  }
  for (const dot of panel.dots) paintDot(canvas, frame.x(dot.time), frame.y(dot.value), dot, frame.y, theme);
  for (const { text, box } of layout.seen)
    halo(canvas, text, box.left, box.top + box.height / 2, theme.colour('ink'), theme);
  for (const { text, x, y, colour } of layout.insides) write(canvas, text, x, y, theme.on(colour), 'center');
  paintKey(canvas, layout.key, theme);
  paintEnds(canvas, layout, theme);
  canvas.restore();
}

function paintYears(canvas: Canvas, { frame, ticksX }: Pick<Layout, 'frame' | 'ticksX'>, theme: Theme): void {
  for (const { x, label, align } of ticksX) {
    rule(canvas, crisp(x), frame.bottom, crisp(x), frame.bottom + 4, theme.colour('rule-strong'));
    const at = align === 'left' ? Math.max(0, x) : x;
    write(canvas, label, at, frame.bottom + 6 + theme.size / 2, theme.colour('ink-soft'), align);
  }
}

/** Words with a seam of paper around them, so that a line behind does not strike them out. */
function halo(canvas: Canvas, text: string, x: number, y: number, colour: string, theme: Theme): void {
  canvas.textAlign = 'left';
  canvas.textBaseline = 'middle';
  canvas.lineJoin = 'round';
  canvas.lineWidth = 4;
  canvas.strokeStyle = theme.colour('paper');
  canvas.strokeText(text, x, y);
  write(canvas, text, x, y, colour, 'left');
}

function paintDot(
  canvas: Canvas,
  x: number,
  y: number,
  { low, high }: { readonly low?: number; readonly high?: number },
  toY: (value: number) => number,
  theme: Theme,
): void {
  const ink = theme.colour('ink');
  if (low !== undefined && high !== undefined) rule(canvas, crisp(x), toY(high), crisp(x), toY(low), ink);
  canvas.beginPath();
  canvas.arc(x, y, 4, 0, 2 * Math.PI);
  canvas.fillStyle = theme.colour('paper');
  canvas.fill();
  canvas.lineWidth = 1.5;
  canvas.strokeStyle = ink;
  canvas.stroke();
}

function paintKey(canvas: Canvas, key: Layout['key'], theme: Theme): void {
  for (const { label, colour, x, y } of key) {
    canvas.fillStyle = theme.colour(colour);
    canvas.fillRect(x, y - 5, 10, 10);
    write(canvas, label, x + 16, y, theme.colour('ink'), 'left');
  }
}

function paintEnds(canvas: Canvas, { ends, frame }: Layout, theme: Theme): void {
  const line = leading(theme.size);
  canvas.font = fontOf(theme, 550);
  for (const { lines, colour, x, y, from } of ends) {
    if (Math.abs(from.y - y) > 3 || from.x < frame.right - 1) {
      rule(canvas, from.x + 2, from.y, x - 3, y, theme.pale(colour));
    }
    lines.forEach((text, i) => {
      write(canvas, text, x, y + (i - (lines.length - 1) / 2) * line, theme.text(colour), 'left');
    });
  }
}

export function paintStrips(canvas: Canvas, spec: ChartSpec, layout: StripLayout, theme: Theme): void {
  canvas.save();
  canvas.font = fontOf(theme);
  const { frame } = layout;
  for (const { label, labelX, labelY, top, height, spans } of layout.strips) {
    rule(canvas, frame.left, crisp(top + height / 2), frame.right, crisp(top + height / 2), theme.colour('rule'));
    for (const { code, x, width, text } of spans) {
      const colour = spec.codes[code]?.colour ?? 'paper';
      if (colour === 'paper') continue;
      canvas.fillStyle = theme.colour(colour);
      // A seam of paper keeps neighbours apart without colour.
      canvas.fillRect(x, top, Math.max(1, width - 1), height);
      if (text) write(canvas, text, x + 4, top + height / 2 + 0.5, theme.on(colour), 'left');
    }
    write(canvas, label, labelX, labelY, theme.colour('ink'), labelX === 0 ? 'left' : 'right');
  }
  paintYears(canvas, layout, theme);
  paintKey(canvas, layout.key, theme);
  canvas.restore();
}
