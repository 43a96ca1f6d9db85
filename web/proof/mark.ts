import { html, nothing, svg, type TemplateResult } from 'lit';

/** Sizes of a mark, in units of its own that are about pixels. */
const WIDTH = 220;
const HEIGHT = 20;
const PAD = 10;
/** The axis reaches from a fourth to four times, on a logarithmic scale: twice as much and half as much are equally far. */
const MOST = 4;

/** Everything over the published figure. */
export interface Mark {
  /** What was published; without a high end it goes on to the right. */
  readonly band: readonly [low: number, high: number | undefined] | undefined;
  /** The model's low and high; absent for a single figure, or while it is computed. */
  readonly range?: readonly [number, number];
  readonly dot?: number;
}

/** The place of a ratio on the axis, and whether it lies beyond. */
export function placeOf(ratio: number): number {
  const part = (Math.log(ratio) / Math.log(MOST) + 1) / 2;
  return PAD + Math.min(1, Math.max(0, part)) * (WIDTH - 2 * PAD);
}

/** A picture of what the row says in numbers, and so hidden from who hears it. */
export function markOf({ band, range, dot }: Mark): TemplateResult {
  const middle = HEIGHT / 2;
  const low = band && placeOf(band[0]);
  const high = band && (band[1] === undefined ? WIDTH : placeOf(band[1]));
  const beyond = (value: number | undefined): boolean => value !== undefined && (value > MOST || value < 1 / MOST);
  return html`<svg class="mark" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    ${[0.25, 0.5, 1, 2, 4].map((tick) => svg`<path class=${tick === 1 ? 'tick one' : 'tick'} d="M${placeOf(tick)} 0V${HEIGHT}" />`)}
    ${
      low === undefined || high === undefined
        ? nothing
        : // A single published figure is a band too, wide enough to be seen.
          svg`<rect class="band" x=${Math.min(low, (low + high) / 2 - 2)} y="3" width=${Math.max(4, high - low)} height=${HEIGHT - 6} />`
    }
    ${range === undefined ? nothing : svg`<path class="range" d="M${placeOf(range[0])} ${middle}H${placeOf(range[1])}" />`}
    ${range === undefined ? nothing : range.filter(beyond).map((end) => svg`<path class="beyond" d=${arrow(end, middle)} />`)}
    ${dot === undefined ? nothing : beyond(dot) ? svg`<path class="beyond dot" d=${arrow(dot, middle)} />` : svg`<circle class="dot" cx=${placeOf(dot)} cy=${middle} r="4" />`}
  </svg>`;
}

/** An arrowhead at the end of the axis that a value lies beyond. */
function arrow(value: number, middle: number): string {
  const [tip, base] = value > 1 ? [WIDTH - 1, WIDTH - 8] : [1, 8];
  return `M${tip} ${middle}L${base} ${middle - 4}V${middle + 4}Z`;
}

/** The words of the axis, above a column of marks. */
export function axisOf(title: string, ticks: readonly string[]): TemplateResult {
  return html`${title}
    <svg class="mark" viewBox="0 0 ${WIDTH} 16" aria-hidden="true">
      ${ticks.map((word, n) => svg`<text x=${placeOf(MOST ** (n / 2 - 1))} y="12">${word}</text>`)}
    </svg>`;
}
