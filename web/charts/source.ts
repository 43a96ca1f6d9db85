import type { ChartItem, ChartSource } from './spec.ts';

/** A run as plain data, such as a worker sends. */
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
export function sourceOf(scenario: ScenarioLike, run: RunLike): ChartSource {
  return {
    title: scenario.title,
    start: scenario.start,
    times: run.times,
    series: (id) => (Object.hasOwn(run.series, id) ? run.series[id] : undefined),
    items: (set) => (Object.hasOwn(run.items, set) ? (run.items[set] ?? []) : []),
    headline: (id) => run.headlines?.find((headline) => headline.id === id)?.value,
    claims: claimsOf(scenario),
  };
}

/** The same of a `Projection`. It has no list of its items: those of a set are read off the series that run over it. */
export function sourceOfProjection(projection: {
  readonly scenario: ScenarioLike & {
    readonly sites: readonly ChartItem[];
    readonly commitments: readonly ChartItem[];
  };
  readonly times: Float64Array;
  readonly ids: readonly string[];
  has(id: string): boolean;
  series(id: string): { readonly values: Float64Array };
  readonly headlines: readonly { readonly id: string; readonly value: number | null }[];
}): ChartSource {
  const { scenario } = projection;
  const titles = new Map([...scenario.sites, ...scenario.commitments].map(({ id, title }) => [id, title]));
  const itemsOf = (record: string) =>
    projection.ids
      .filter((id) => id.startsWith(`${record}.`))
      .map((id) => id.slice(record.length + 1))
      .map((id) => ({ id, title: titles.get(id) ?? id }));
  const over: Readonly<Record<string, string>> = {
    sites: 'facility_in_use',
    commitments: 'announced',
    job_kinds: 'job_years',
    plants: 'fabs_running',
  };
  return {
    title: scenario.title,
    start: scenario.start,
    times: projection.times,
    series: (id) => (projection.has(id) ? projection.series(id).values : undefined),
    items: (set) => (over[set] ? itemsOf(over[set]) : []),
    headline: (id) => projection.headlines.find((headline) => headline.id === id)?.value,
    claims: claimsOf(scenario),
  };
}

function claimsOf(scenario: ScenarioLike): readonly string[] {
  return [...new Set(scenario.commitments.flatMap(({ claims }) => claims ?? []))];
}
