import { svg, type TemplateResult } from 'lit';
import { type Histogram, roundTicks } from '../charts/distribution.ts';
import type { AxisUnit } from '../charts/units.ts';

/** A value marked on the axis, with its words. */
export interface ValueMark {
  readonly value: number;
  readonly label: string;
  /** key: the model's own; said: somebody else's figure. */
  readonly kind: 'key' | 'said';
}

export interface HistogramDrawing {
  readonly width: number;
  readonly histogram: Histogram;
  /** Smallest first, each with its name. */
  readonly quantiles: readonly { readonly value: number; readonly label: string; readonly chance: number }[];
  readonly marks: readonly ValueMark[];
  /** The axis's unit, from the distance of its ticks. */
  readonly unit: (step: number) => AxisUnit;
  readonly label: string;
}

const ROW = 16;
const PLOT = 180;
const SIDE = 8;
/** px that a letter of 12 px type takes, generously. */
const LETTER = 7;

/** Bars; hairlines at the quantiles, named where there is room; a row above for each marked value. */
export function drawHistogram(drawing: HistogramDrawing): TemplateResult {
  const { width, histogram, quantiles, marks, unit, label } = drawing;
  const { from, to, bins } = histogram;
  const inner = Math.max(1, width - 2 * SIDE);
  const x = (value: number): number => SIDE + ((value - from) / (to - from || 1)) * inner;
  const top = (marks.length + 1) * ROW + 4;
  const base = top + PLOT;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const ticks = roundTicks(from, to, Math.max(2, Math.floor(inner / 72)));
  const { words, label: tickLabel } = unit(ticks.length > 1 ? ticks[1]! - ticks[0]! : 0);
  const [low, high] = [quantiles[0]?.value ?? from, quantiles.at(-1)?.value ?? to];
  const [lower, upper] = [quantiles.at(1)?.value ?? from, quantiles.at(-2)?.value ?? to];
  const shadeOf = (middle: number): string =>
    middle >= lower && middle <= upper ? 'bar half' : middle >= low && middle <= high ? 'bar most' : 'bar';
  const height = base + 2 * ROW + 8;
  return svg`<svg role="img" aria-label=${label} width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    ${bins.map(({ from: a, to: b, count }) => {
      const tall = (count / most) * PLOT;
      const [left, right] = [x(a), x(b)];
      return count === 0
        ? svg``
        : svg`<rect class=${shadeOf((a + b) / 2)} x=${left} y=${base - tall} width=${Math.max(1, right - left - (right - left > 4 ? 1 : 0))} height=${tall}></rect>`;
    })}
    ${named(quantiles, x, width).map(
      ({ at, text, shown }) => svg`<line class="quantile" x1=${at} x2=${at} y1=${top - 2} y2=${base}></line>
      ${shown ? svg`<text x=${at} y=${top - 6} text-anchor="middle">${text}</text>` : svg``}`,
    )}
    <line class="axis" x1="0" x2=${width} y1=${base} y2=${base}></line>
    ${ticks.map((tick, n) => {
      const isLast = n === ticks.length - 1;
      const text = tickLabel(tick);
      const half = (text.length * LETTER) / 2;
      const at = Math.min(width - half, Math.max(half, x(tick)));
      return svg`<line class="axis" x1=${x(tick)} x2=${x(tick)} y1=${base} y2=${base + 4}></line>
        <text x=${at} y=${base + 18} text-anchor="middle">${text}</text>
        ${isLast ? svg`<text x=${width} y=${base + 18 + ROW} text-anchor="end">${words}</text>` : svg``}`;
    })}
    ${marks.map(({ value, kind }, n) => svg`<line class=${kind} x1=${x(value)} x2=${x(value)} y1=${n * ROW + 2} y2=${base}></line>`)}
    ${marks.map(({ value, label: text, kind }, n) => {
      const at = x(value);
      const isRight = at + 6 + text.length * LETTER <= width || at < width / 2;
      return svg`<text class=${`on ${kind}`} x=${isRight ? at + 6 : at - 6} y=${n * ROW + 12} text-anchor=${isRight ? 'start' : 'end'}>${text}</text>`;
    })}
  </svg>`;
}

interface Named {
  readonly at: number;
  readonly text: string;
  readonly shown: boolean;
}

/** The ends and the middle get their names first; the quarters where these leave room. */
function named(quantiles: HistogramDrawing['quantiles'], x: (value: number) => number, width: number): Named[] {
  const order = [...quantiles].sort((a, b) => Number(isQuarter(a.chance)) - Number(isQuarter(b.chance)));
  const taken: { from: number; to: number }[] = [];
  const shown = new Set<string>();
  for (const { value, label } of order) {
    const half = (label.length * LETTER) / 2 + 2;
    const [from, to] = [x(value) - half, x(value) + half];
    if (from < -8 || to > width + 8 || taken.some((one) => from < one.to && to > one.from)) continue;
    taken.push({ from, to });
    shown.add(label);
  }
  return quantiles.map(({ value, label }) => ({ at: x(value), text: label, shown: shown.has(label) }));
}

const isQuarter = (chance: number): boolean => chance === 0.25 || chance === 0.75;
