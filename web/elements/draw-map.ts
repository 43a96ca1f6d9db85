import { svg, type TemplateResult } from 'lit';
import type { Region } from '../../src/analysis/uncertainty/region.ts';
import { areaOf, contourOf, type Segment } from '../charts/contour.ts';
import { roundTicks } from '../charts/distribution.ts';

export interface MapDrawing {
  readonly width: number;
  readonly region: Region;
  /** The number asked about, by the name of its target, and the value at its edge. */
  readonly target: string;
  readonly edge: number;
  /** Where the output has to be for the target to hold. */
  readonly side: 'above' | 'below';
  readonly outputText: (value: number) => string;
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** A point of the grid that is singled out: its column and row. */
  readonly chosen?: readonly [column: number, row: number] | undefined;
  readonly now: string;
}

export const MAP_LEFT = 72;
export const MAP_TOP = 24;
const BOTTOM = 44;
const MOST_HIGH = 420;

/** Sizes of the map within its drawing, px. */
export function mapPlot(width: number): { readonly wide: number; readonly high: number } {
  const wide = Math.max(1, width - MAP_LEFT - 8);
  return { wide, high: Math.min(MOST_HIGH, Math.max(200, wide * 0.7)) };
}

/** Where all targets hold, shaded; lines of equal output across it, the target's own drawn heavy; where the levers are now. */
export function drawMap(drawing: MapDrawing): TemplateResult {
  const { width, region, target, edge, side, outputText, xText, yText, xTitle, yTitle, chosen, now } = drawing;
  const { x, y, holds } = region;
  const { wide, high } = mapPlot(width);
  const [columns, rows] = [x.values.length, y.values.length];
  const left = (column: number): number => MAP_LEFT + (column / (columns - 1)) * wide;
  const top = (row: number): number => MAP_TOP + (1 - row / (rows - 1)) * high;
  const placeIn = (values: Float64Array, value: number): number =>
    ((value - values[0]!) / (values.at(-1)! - values[0]!)) * (values.length - 1);
  const values = region.targets[target]?.values ?? new Float64Array();
  const grid = { values, wide: columns, high: rows };
  const line = (segments: readonly Segment[]): string =>
    segments
      .map(
        ({ x1, y1, x2, y2 }) =>
          `M${left(x1).toFixed(1)} ${top(y1).toFixed(1)}L${left(x2).toFixed(1)} ${top(y2).toFixed(1)}`,
      )
      .join('');
  const there = values.filter((value) => !Number.isNaN(value));
  const levels = roundTicks(
    there.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    there.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
    7,
  ).filter((level) => level !== edge);
  // Of one target the area follows from its line; of several from the points.
  const isOne = Object.keys(region.targets).length === 1;
  const area = areaOf(grid, edge, side)
    .map((polygon) => `M${polygon.map(([a, b]) => `${left(a).toFixed(1)} ${top(b).toFixed(1)}`).join('L')}Z`)
    .join('');
  const [xLast, yLast] = [x.values.at(-1)!, y.values.at(-1)!];
  const [nowX, nowY] = [placeIn(x.values, x.value), placeIn(y.values, y.value)];
  const isSeen = nowX >= 0 && nowX <= columns - 1 && nowY >= 0 && nowY <= rows - 1;
  return svg`
    <text class="strong" x="0" y="12">${yTitle}</text>
    <path class="holds" d=${isOne ? area : cells(holds, columns, rows, left, top)}></path>
    <rect class="frame" x=${MAP_LEFT} y=${MAP_TOP} width=${wide} height=${high}></rect>
    ${levels.map((level) => labelled(line, contourOf(grid, level), 'level', outputText(level), left, top, width))}
    ${labelled(line, contourOf(grid, edge), 'edge', outputText(edge), left, top, width)}
    ${[y.values[0]!, (y.values[0]! + yLast) / 2, yLast].map(
      (value) =>
        svg`<text x=${MAP_LEFT - 6} y=${Math.max(MAP_TOP + 10, top(placeIn(y.values, value)) + 4)} text-anchor="end">${yText(value)}</text>`,
    )}
    <text x=${MAP_LEFT} y=${MAP_TOP + high + 18}>${xText(x.values[0]!)}</text>
    ${wide < 440 ? svg`` : svg`<text x=${MAP_LEFT + wide / 2} y=${MAP_TOP + high + 18} text-anchor="middle">${xText((x.values[0]! + xLast) / 2)}</text>`}
    <text x=${MAP_LEFT + wide} y=${MAP_TOP + high + 18} text-anchor="end">${xText(xLast)}</text>
    <text class="strong" x=${MAP_LEFT + wide} y=${MAP_TOP + high + 38} text-anchor="end">${xTitle}</text>
    ${
      isSeen
        ? svg`<circle class="now" cx=${left(nowX)} cy=${top(nowY)} r="5"></circle>
          <text class="on key" x=${left(nowX) + (left(nowX) > width - 60 ? -9 : 9)} y=${top(nowY) - 8} text-anchor=${left(nowX) > width - 60 ? 'end' : 'start'}>${now}</text>`
        : svg``
    }
    ${
      chosen === undefined
        ? svg``
        : svg`<path class="chosen" d=${`M${left(chosen[0])} ${MAP_TOP}V${MAP_TOP + high}M${MAP_LEFT} ${top(chosen[1])}H${MAP_LEFT + wide}`}></path>
          <circle class="chosen" cx=${left(chosen[0])} cy=${top(chosen[1])} r="5"></circle>`
    }`;
}

export function mapHeight(width: number): number {
  return MAP_TOP + mapPlot(width).high + BOTTOM;
}

/** A cell around each point that holds: one path of row after row, neighbours joined. */
function cells(
  holds: Uint8Array,
  columns: number,
  rows: number,
  left: (column: number) => number,
  top: (row: number) => number,
): string {
  const clamp = (at: number, last: number): number => Math.min(last, Math.max(0, at));
  let path = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (holds[row * columns + column] !== 1) continue;
      const first = column;
      while (column + 1 < columns && holds[row * columns + column + 1] === 1) column += 1;
      const [a, b] = [left(clamp(first - 0.5, columns - 1)), left(clamp(column + 0.5, columns - 1))];
      const [low, high] = [top(clamp(row - 0.5, rows - 1)), top(clamp(row + 0.5, rows - 1))];
      path += `M${a.toFixed(1)} ${low.toFixed(1)}H${b.toFixed(1)}V${high.toFixed(1)}H${a.toFixed(1)}Z`;
    }
  }
  return path;
}

/** A line with its value at the piece that is nearest to the middle of the map. */
function labelled(
  line: (segments: readonly Segment[]) => string,
  segments: readonly Segment[],
  kind: string,
  text: string,
  left: (column: number) => number,
  top: (row: number) => number,
  width: number,
): TemplateResult {
  if (segments.length === 0) return svg``;
  const place = segments[Math.floor(segments.length / 2)]!;
  const at = Math.min(width - 32, Math.max(MAP_LEFT + 32, left(place.x1)));
  return svg`<path class=${kind} d=${line(segments)}></path>
    <text class=${`on ${kind}`} x=${at} y=${Math.max(MAP_TOP + 12, top(place.y1) - 4)} text-anchor="middle">${text}</text>`;
}
