/** Band strips: a row a site, a span a cause. Pure. */
import { frameOf, keyRows, type Layout, leading, type PlacedKey, type Sizes, xTicks } from './layout.ts';
import { type Measure, shorten } from './place.ts';
import type { ChartPanel, ChartRow, ChartSpec } from './spec.ts';

export interface Span {
  readonly code: number;
  /** Indices into the spec's times; `to` is the last one with this code. */
  readonly from: number;
  readonly to: number;
}

/** A row's runs of one code. Gaps where there is no value. */
export function spansOf({ values }: ChartRow): Span[] {
  const spans: { code: number; from: number; to: number }[] = [];
  values.forEach((code, i) => {
    if (!Number.isFinite(code)) return;
    const last = spans.at(-1);
    if (last && last.code === code && last.to === i - 1) last.to = i;
    else spans.push({ code, from: i, to: i });
  });
  return spans;
}

export interface PlacedStrip {
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
  readonly top: number;
  readonly height: number;
  readonly spans: readonly {
    readonly code: number;
    readonly x: number;
    readonly width: number;
    readonly text: string;
  }[];
}

export interface StripLayout {
  readonly frame: Layout['frame'];
  readonly ticksX: Layout['ticksX'];
  readonly strips: readonly PlacedStrip[];
  readonly key: readonly PlacedKey[];
}

/** Below this width a row's name stands above it rather than beside it. */
const NARROW = 480;
const STRIP = 18;
const GAP = 6;

const rowHeight = (width: number, font: number) => STRIP + GAP + (width < NARROW ? leading(font) + 2 : 0);

/**
 * The height a panel wants at a width, so that its place is kept before it is drawn.
 * @param most how high there is room for; strips are as high as they are.
 */
export function panelHeight(spec: ChartSpec, panel: number, width: number, most = 340): number {
  const font = 12;
  const here = spec.panels[panel];
  if (here?.kind === 'bands') {
    const key = width < NARROW ? 2 : 1;
    return Math.max(1, here.rows.length) * rowHeight(width, font) + (leading(font) + 3) * key + 6 + leading(font) + 8;
  }
  return Math.round(Math.max(220, Math.min(most, width * 0.5)));
}

export function stripLayout(spec: ChartSpec, panel: ChartPanel, sizes: Sizes, measure: Measure): StripLayout {
  const { width, height, font } = sizes;
  const line = leading(font);
  const narrow = width < NARROW;
  const most = Math.min(160, width * 0.28);
  const labels = panel.rows.map(({ label }) => shorten(label, narrow ? width : most, measure));
  const left = narrow ? 0 : Math.ceil(Math.max(0, ...labels.map(measure))) + 10;
  const codes = [...new Set(panel.rows.flatMap(({ values }) => [...values]))].filter((code) => spec.codes[code]).sort();
  // What has not begun is a bare strip and needs no word.
  const entries = codes.map((code) => spec.codes[code]!).filter(({ colour }) => colour !== 'paper');
  const rows = keyRows(entries, left, width, 0, measure, line);
  const frame = frameOf(
    { ...spec, y: { min: 0, max: 1, ticks: [] } },
    { left, right: width - 10, top: rows.height, bottom: height - line - 8 },
  );
  const each = rowHeight(width, font);
  const step = (frame.right - frame.left) / Math.max(1, spec.times.length - 1);
  const strips = panel.rows.map((row, i): PlacedStrip => {
    const start = frame.top + i * each;
    const top = narrow ? start + line + 2 : start;
    const spans = spansOf(row).map(({ code, from, to }) => {
      const x = frame.x(spec.times[from]!);
      const end = Math.min(frame.right, frame.x(spec.times[to]!) + step);
      const word = spec.codes[code]?.label ?? '';
      const fits = spec.codes[code]?.colour !== 'paper' && measure(word) + 8 <= end - x;
      return { code, x, width: end - x, text: fits ? word : '' };
    });
    return {
      label: labels[i]!,
      labelX: narrow ? 0 : frame.left - 10,
      labelY: narrow ? start + line / 2 : top + STRIP / 2,
      top,
      height: STRIP,
      spans,
    };
  });
  return { frame, ticksX: xTicks(spec, frame, width, measure), strips, key: rows.key };
}
