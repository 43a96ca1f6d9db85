import { decimalsFor, digitsOf } from './digits.ts';
import { type Markup, markup } from './markup.ts';

/** A chart as data: what it is drawn from besides the run itself. JSON. */
export interface ReportChart {
  readonly id: string;
  readonly title: string;
  readonly kind: 'lines' | 'areas' | 'bands';
  /** How many of the numbers at the axis one of the series' unit makes, and the words behind them. */
  readonly factor: number;
  readonly words: string;
  readonly parts: readonly {
    /** A series. */
    readonly id: string;
    readonly label: string;
    /** The name of a colour, and of a way to dash a line. */
    readonly style: string;
    /** For bands: nothing is shown while this series is zero. */
    readonly since?: string;
  }[];
}

/** A run's time: decimal years of its first and last value. */
export interface ChartSpan {
  readonly first: number;
  readonly last: number;
}

/** What the codes of `binding` mean, in their order. */
export const CAUSES = ['nothing', 'money', 'power', 'building', 'chips'] as const;

const WIDTH = 360;
const LEFT = 40;
const RIGHT = 8;
const TOP = 8;
const PLOT = 160;
const BOTTOM = 18;
const ROW = 30;
const STRIP = 12;

/** A chart as SVG. The same series give the same text, letter for letter, which is how a report checks its own charts. */
export function drawChart(chart: ReportChart, series: (id: string) => ArrayLike<number>, span: ChartSpan): Markup {
  const bands = chart.kind === 'bands';
  const height = TOP + (bands ? chart.parts.length * ROW : PLOT) + BOTTOM;
  const inside = bands ? strips(chart, series) : curves(chart, series);
  return markup`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${chart.title}${chart.words === '' ? '' : `,${chart.words}`}">${inside}${years(span, height - BOTTOM, bands ? 0 : LEFT)}</svg>`;
}

function curves({ kind, factor, parts }: ReportChart, series: (id: string) => ArrayLike<number>): Markup[] {
  const lines = parts.map((part) => ({ ...part, values: Array.from(series(part.id), (value) => value * factor) }));
  const layers = kind === 'areas' ? piled(lines.map(({ values }) => values)) : lines.map(({ values }) => values);
  const axis = axisFor(layers);
  const y = (value: number): number => TOP + PLOT * (1 - (value - axis.least) / (axis.most - axis.least));
  const decimals = decimalsFor(axis.step, 1);
  const ticks = axis.ticks.map((tick) => {
    const at = short(y(tick));
    return markup`<path class="${tick === 0 ? 'zero' : 'grid'}" d="M${LEFT} ${at}H${WIDTH - RIGHT}"/><text class="y" x="${LEFT - 5}" y="${short(y(tick) + 3.5)}">${digitsOf(tick, { factor: 1, decimals })}</text>`;
  });
  const across = (k: number, length: number): number => LEFT + ((WIDTH - RIGHT - LEFT) * k) / Math.max(1, length - 1);
  const path = (values: readonly number[], back = false): string => {
    const points = values.map((value, k) => [short(across(k, values.length)), value] as const);
    let pen = 'M';
    let text = '';
    for (const [x, value] of back ? points.reverse() : points) {
      // A line stops where its value is undefined and goes on behind.
      if (Number.isFinite(value)) text += `${pen}${x} ${short(y(value))}`;
      pen = Number.isFinite(value) ? 'L' : 'M';
    }
    return text;
  };
  const shapes = lines.map(({ style }, n) => {
    const own = layers[n] ?? [];
    if (kind === 'lines') return markup`<path class="line ${style}" d="${path(own)}"/>`;
    const below = layers[n - 1] ?? own.map(() => 0);
    return markup`<path class="area ${style}" d="${path(own)}${path(below, true).replace('M', 'L')}Z"/>`;
  });
  return kind === 'areas' ? [...shapes, ...ticks] : [...ticks, ...shapes];
}

/** Each layer on top of those before it. Nothing that is piled up is negative. */
function piled(layers: readonly (readonly number[])[]): number[][] {
  const sums: number[][] = [];
  for (const layer of layers)
    sums.push(layer.map((value, k) => (sums.at(-1)?.[k] ?? 0) + (Number.isFinite(value) ? Math.max(value, 0) : 0)));
  return sums;
}

/** Stretches of one cause, site below site. */
function strips({ parts }: ReportChart, series: (id: string) => ArrayLike<number>): Markup[] {
  return parts.map(({ id, label, since }, n) => {
    const codes = Array.from(series(id));
    const begun = since === undefined ? undefined : series(since);
    const top = TOP + n * ROW;
    // A value holds for the step that begins with it; the last one begins at the end.
    const across = (k: number): string =>
      short((WIDTH * Math.min(k, codes.length - 1)) / Math.max(1, codes.length - 1));
    const shapes: Markup[] = [];
    const known = codes.map((code, k) => (begun === undefined || (begun[k] ?? 0) > 0 ? code : -1));
    for (let from = 0; from < known.length; ) {
      const code = known[from] ?? -1;
      let to = from + 1;
      while (to < known.length && known[to] === code) to += 1;
      if (code >= 0)
        shapes.push(
          markup`<path class="area ${CAUSES[code]}" d="M${across(from)} ${top + 14}H${across(to)}v${STRIP}H${across(from)}Z"/>`,
        );
      from = to;
    }
    return markup`<text class="name" x="0" y="${top + 10}">${label}</text>${shapes}`;
  });
}

/** Januaries at the lower edge, as many as have room. */
function years({ first, last }: ChartSpan, top: number, left: number): Markup[] {
  const every = [1, 2, 5, 10, 20, 50].find((step) => (last - first) / step <= 8) ?? 100;
  const found: Markup[] = [];
  for (let year = Math.ceil((first - 1e-6) / every) * every; year <= last + 1e-6; year += every) {
    const x = left + ((WIDTH - (left === 0 ? 0 : RIGHT) - left) * (year - first)) / Math.max(1e-6, last - first);
    const end = x > WIDTH - 16 ? ' end' : x < 16 ? ' start' : '';
    found.push(
      markup`<path class="tick" d="M${short(x)} ${top}v4"/><text class="x${end}" x="${short(end === ' end' ? WIDTH : x)}" y="${top + 15}">${year}</text>`,
    );
  }
  return found;
}

/** Zero and round numbers around all values: 1, 2 or 5 times a power of ten apart, three to six of them. */
function axisFor(layers: readonly (readonly number[])[]): {
  least: number;
  most: number;
  step: number;
  ticks: number[];
} {
  let [low, high] = [0, 0];
  for (const value of layers.flat()) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (high === low) return { least: 0, most: 1, step: 1, ticks: [0] };
  const power = 10 ** Math.floor(Math.log10((high - low) / 5));
  const step = power * ([1, 2, 5].find((digit) => (high - low) / (digit * power) <= 5.5) ?? 10);
  const [from, to] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const ticks = Array.from({ length: to - from + 1 }, (_, n) => Number(((from + n) * step).toPrecision(12)));
  return { least: from * step, most: to * step, step, ticks };
}

/** A tenth of a unit is less than an eye can see. */
function short(value: number): string {
  return String(Number(value.toFixed(1)));
}
