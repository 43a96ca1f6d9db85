import { extent, niceDomain } from './scale.ts';
import type { ChartAxis, ChartKind, ChartPanel } from './spec.ts';
import { axisUnit } from './units.ts';

/** How far above the data a claim may stand and still be drawn to scale; higher ones are named at the upper edge. */
const REACH = 4;

/** The y-axis that all panels share, zero within, and the words of its unit. Bands have none. */
export function yAxis(
  chart: { readonly kind: ChartKind; readonly unit: string },
  panels: readonly ChartPanel[],
  locale: string,
): { axis: ChartAxis; words: string } {
  if (chart.kind === 'bands') return { axis: { min: 0, max: 1, ticks: [] }, words: '' };
  let [least, most] = extent(
    panels.flatMap(({ series }) => series.filter(({ role }) => role !== 'stack').map(({ values }) => values)),
  );
  for (const { series } of panels)
    most = Math.max(most, topOf(series.filter(({ role }) => role === 'stack').map(({ values }) => values)));
  for (const { p5, p95 } of panels.flatMap(({ bands }) => bands.map(({ spread }) => spread))) {
    const [low, high] = extent([p5, p95]);
    least = Math.min(least, low);
    most = Math.max(most, high);
  }
  for (const { dots } of panels) for (const dot of dots) most = Math.max(most, dot.high ?? dot.value);
  const reach = most * REACH;
  for (const { marks } of panels) for (const { value } of marks) if (value <= reach) most = Math.max(most, value);
  const domain = niceDomain(least, most);
  const step = domain.ticks.length > 1 ? domain.ticks[1]! - domain.ticks[0]! : 0;
  const unit = axisUnit(chart.unit, Math.max(domain.max, -domain.min), locale, step);
  return {
    axis: {
      min: domain.min,
      max: domain.max,
      ticks: domain.ticks.map((value) => ({ value, label: unit.label(value) })),
    },
    words: unit.words,
  };
}

/** The highest point of layers piled up. */
function topOf(layers: readonly Float64Array[]): number {
  let top = 0;
  for (let i = 0; i < (layers[0]?.length ?? 0); i++) {
    let sum = 0;
    for (const layer of layers) if (layer[i]! > 0) sum += layer[i]!;
    if (sum > top && sum < Infinity) top = sum;
  }
  return top;
}

/** Every whole year; who draws it leaves out what has no room. */
export function xAxis([min, max]: readonly [number, number]): ChartAxis {
  const ticks: { value: number; label: string }[] = [];
  for (let year = Math.ceil(min - 1 / 24); year <= max + 1 / 24; year++)
    ticks.push({ value: year, label: String(year) });
  return { min, max, ticks };
}
