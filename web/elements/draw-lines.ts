import { svg, type TemplateResult } from 'lit';
import { extent, niceDomain, yearTicks } from '../charts/scale.ts';
import type { AxisUnit } from '../charts/units.ts';

export interface LinesDrawing {
  readonly width: number;
  /** Decimal calendar years. */
  readonly times: Float64Array;
  readonly lines: readonly Float64Array[];
  /** The run with every lever at its central value. */
  readonly middle: Float64Array;
  /** Decimal year that is asked about. */
  readonly at: number;
  readonly unit: (most: number, step: number) => AxisUnit;
  readonly label: string;
}

const PLOT = 240;
const LEFT = 44;
const TOP = 20;

/** Many thin lines, one path of them all, and the central run over them. */
export function drawLines({ width, times, lines, middle, at, unit, label }: LinesDrawing): TemplateResult {
  const [least, most] = extent([...lines, middle]);
  const { min, max, ticks } = niceDomain(least, most);
  const { words, label: tickLabel } = unit(Math.max(max, -min), ticks.length > 1 ? ticks[1]! - ticks[0]! : 0);
  const [first = 0, last = 1] = [times[0], times.at(-1)];
  const inner = Math.max(1, width - LEFT - 8);
  const x = (time: number): number => LEFT + ((time - first) / (last - first || 1)) * inner;
  const y = (value: number): number => TOP + (1 - (value - min) / (max - min)) * PLOT;
  const height = TOP + PLOT + 24;
  return svg`<svg role="img" aria-label=${label} width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <text x="0" y="12">${words}</text>
    ${ticks.map(
      (
        tick,
      ) => svg`<line class=${tick === 0 ? 'axis' : 'rule'} x1=${LEFT} x2=${width} y1=${y(tick)} y2=${y(tick)}></line>
        <text x=${LEFT - 6} y=${y(tick) + 4} text-anchor="end">${tickLabel(tick)}</text>`,
    )}
    ${yearTicks(first, last, Math.max(2, Math.floor(inner / 56))).map(
      (year) => svg`<text x=${Math.min(width - 16, x(year))} y=${TOP + PLOT + 18} text-anchor="middle">${year}</text>`,
    )}
    <line class="asked" x1=${x(at)} x2=${x(at)} y1=${TOP} y2=${TOP + PLOT}></line>
    <path class="draws" d=${lines.map((line) => pathOf(line, times, x, y)).join('')}></path>
    <path class="central" d=${pathOf(middle, times, x, y)}></path>
  </svg>`;
}

/** Where there is no value the line stops, and goes on behind. */
function pathOf(
  values: Float64Array,
  times: Float64Array,
  x: (time: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let isDown = false;
  for (let n = 0; n < values.length; n += 1) {
    const value = values[n]!;
    if (Number.isFinite(value)) path += `${isDown ? 'L' : 'M'}${x(times[n]!).toFixed(1)} ${y(value).toFixed(1)}`;
    isDown = Number.isFinite(value);
  }
  return path;
}
