import { svg, type TemplateResult } from 'lit';
import { roundTicks } from '../charts/distribution.ts';
import type { AxisUnit } from '../charts/units.ts';

export interface ScatterDrawing {
  readonly width: number;
  readonly inputs: Float64Array;
  readonly outputs: Float64Array;
  readonly inputText: (value: number) => string;
  readonly unit: (most: number, step: number) => AxisUnit;
  readonly label: string;
}

const PLOT = 240;
const LEFT = 44;
const TOP = 20;

/** One point for each draw. All are one path of lines without length, so that a thousand of them are one thing to draw. */
export function drawScatter({ width, inputs, outputs, inputText, unit, label }: ScatterDrawing): TemplateResult {
  const [left, right] = endsOf(inputs);
  const [low, high] = endsOf(outputs);
  const inner = Math.max(1, width - LEFT - 8);
  const x = (value: number): number => LEFT + ((value - left) / (right - left || 1)) * inner;
  const y = (value: number): number => TOP + (1 - (value - low) / (high - low || 1)) * PLOT;
  const ticks = roundTicks(low, high, 7);
  const { words, label: tickLabel } = unit(
    Math.max(Math.abs(low), Math.abs(high)),
    ticks.length > 1 ? ticks[1]! - ticks[0]! : 0,
  );
  let path = '';
  for (let n = 0; n < inputs.length; n += 1) path += `M${x(inputs[n]!).toFixed(1)} ${y(outputs[n]!).toFixed(1)}h0`;
  const height = TOP + PLOT + 28;
  return svg`<svg role="img" aria-label=${label} width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <text x="0" y="12">${words}</text>
    ${ticks.map(
      (tick) => svg`<line class="rule" x1=${LEFT} x2=${width} y1=${y(tick)} y2=${y(tick)}></line>
        <text x=${LEFT - 6} y=${y(tick) + 4} text-anchor="end">${tickLabel(tick)}</text>`,
    )}
    <line class="axis" x1=${LEFT} x2=${width} y1=${TOP + PLOT + 4} y2=${TOP + PLOT + 4}></line>
    <text x=${LEFT} y=${TOP + PLOT + 22} text-anchor="start">${inputText(left)}</text>
    <text x=${width} y=${TOP + PLOT + 22} text-anchor="end">${inputText(right)}</text>
    <path class="points" d=${path}></path>
  </svg>`;
}

function endsOf(values: Float64Array): readonly [least: number, most: number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
