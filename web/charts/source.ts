import type { ChartItem, ChartSource, Spread } from './spec.ts';

/** A run as plain data, such as a worker sends. What a `Projection` holds is easily put so. */
export interface RunLike {
  readonly times: Float64Array;
  readonly items: Readonly<Record<string, readonly ChartItem[]>>;
  readonly series: Readonly<Record<string, Float64Array>>;
  readonly headlines?: readonly { readonly id: string; readonly value: number | null }[];
}

/** The parts of a scenario that a chart speaks of. */
export interface ScenarioLike {
  readonly title: string;
  readonly start: string;
  readonly commitments: readonly { readonly claims?: readonly string[] }[];
}

/** Sees plain data as what charts are made of. Cheap: nothing is copied. */
export function sourceOf(
  scenario: ScenarioLike,
  run: RunLike,
  spreads: Readonly<Record<string, Spread>> = {},
): ChartSource {
  return {
    title: scenario.title,
    start: scenario.start,
    times: run.times,
    series: (id) => (Object.hasOwn(run.series, id) ? run.series[id] : undefined),
    items: (set) => (Object.hasOwn(run.items, set) ? (run.items[set] ?? []) : []),
    headline: (id) => run.headlines?.find((headline) => headline.id === id)?.value,
    claims: claimsOf(scenario),
    spread: (id) => (Object.hasOwn(spreads, id) ? spreads[id] : undefined),
  };
}

function claimsOf(scenario: ScenarioLike): readonly string[] {
  return [...new Set(scenario.commitments.flatMap(({ claims }) => claims ?? []))];
}
