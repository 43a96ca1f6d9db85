import type { ChartItem, ChartSource } from '../../web/charts/spec.ts';

/** Months of a run from 2025-01 to 2040-01, as decimal years. */
export const MONTHS = Float64Array.from({ length: 181 }, (_, i) => 2025 + i / 12);

const SITES: readonly ChartItem[] = [
  { id: 'abilene', title: 'Abilene TX' },
  { id: 'shackelford', title: 'Shackelford County TX' },
  { id: 'dona_ana', title: 'Doña Ana County NM' },
  { id: 'elsewhere', title: 'Elsewhere' },
];
const SHARES = [0.12, 0.14, 0.2, 0.54];

export interface Story {
  readonly title?: string;
  readonly times?: Float64Array;
  /** USD. */
  readonly money?: number;
  /** Years by which everything is later. */
  readonly late?: number;
  /** Share of what money could buy that is ever in use. */
  readonly built?: number;
  /** Money of the sum that goes into chip plants. */
  readonly fabs?: number;
  readonly claims?: readonly string[];
  readonly sites?: readonly ChartItem[];
  /** Replaces or removes series. */
  readonly series?: Readonly<Record<string, Float64Array | undefined>>;
}

/** 0 before, 1 after, smooth between. */
const rise = (time: number, middle: number, width: number) => 1 / (1 + Math.exp(-(time - middle) / width));
const hump = (time: number, middle: number, width: number) =>
  4 * rise(time, middle, width) * (1 - rise(time, middle, width));

/** A run with every series the charts ask for, shaped like a real one: smooth curves of time, no model behind them. */
export function story({
  title = 'Stargate as announced',
  times = MONTHS,
  money = 500e9,
  late = 0,
  built = 1,
  fabs = 0,
  claims = [],
  sites = SITES,
  series: own = {},
}: Story = {}): ChartSource {
  const on = (value: (time: number) => number) => Float64Array.from(times, value);
  const halls = money * (1 - fabs);
  const size = (halls / 50e9) * 1000 * built;
  const from = (time: number, middle: number, width: number) =>
    Math.max(0, rise(time, middle + late, width) - rise(2025, middle + late, width));
  const series: Record<string, Float64Array | undefined> = {
    announced_total: on((time) => (time >= 2025 ? money : 0)),
    committed_total: on((time) => money * from(time, 2026.6, 0.7)),
    spent_total: on((time) => money * built * from(time, 2027.6, 0.7)),
    spending_it: on((time) => (halls / 4.4) * 0.62 * built * hump(time, 2027.9 + late, 0.6)),
    spending_building: on((time) => (halls / 4.4) * 0.26 * built * hump(time, 2027.2 + late, 0.6)),
    spending_power: on((time) => (halls / 4.4) * 0.12 * built * hump(time, 2027 + late, 0.6)),
    spending_fabs: on((time) => ((money * fabs) / 6) * hump(time, 2029 + late, 1)),
    facility_started: on((time) => size * from(time, 2026.4, 0.5)),
    facility_under_construction: on((time) => size * 0.8 * hump(time, 2027 + late, 0.5)),
    facility_finished: on((time) => size * from(time, 2027.5, 0.5)),
    facility_energised: on((time) => size * from(time, 2027.8, 0.8)),
    facility_in_use: on((time) => size * from(time, 2028.2, 0.7)),
    accelerators_in_use: on((time) => size * 420 * from(time, 2028.2, 0.7)),
    h100e_in_use: on((time) => size * 1600 * from(time, 2029, 1.2)),
    electricity: on((time) => size * 0.0061 * from(time, 2028.2, 0.7)),
    share_of_us_electricity: on((time) => size * 1.3e-6 * from(time, 2028.2, 0.7)),
    emissions: on((time) => size * 0.0021 * from(time, 2028.2, 0.7) * (1 - (time - 2025) / 40)),
    water_on_site: on((time) => size * 0.0012 * from(time, 2028.2, 0.7)),
    water_in_generation: on((time) => size * 0.0085 * from(time, 2028.2, 0.7) * (1 - (time - 2025) / 60)),
    'fabs_running.logic': on((time) => fabs * 20 * from(time, 2031, 1)),
    'fabs_running.memory': on((time) => fabs * 12 * from(time, 2030.5, 1)),
    'fabs_running.packaging': on((time) => fabs * 8 * from(time, 2030, 0.8)),
    wafer_starts: on((time) => fabs * 4.2e5 * from(time, 2032, 1)),
    fab_accelerators: on((time) => fabs * 9e6 * from(time, 2032, 1)),
    jobs_construction: on((time) => halls * 2.2e-7 * built * hump(time, 2027.1 + late, 0.7)),
    jobs_operations: on((time) => size * 1.1 * from(time, 2028.2, 0.7)),
    jobs_fabs: on((time) => fabs * 30000 * from(time, 2031, 1)),
    jobs_indirect: on(
      (time) => halls * 1.6e-7 * built * hump(time, 2027.3 + late, 0.7) + size * 0.6 * from(time, 2028.2, 0.7),
    ),
    jobs_induced: on(
      (time) => halls * 1.1e-7 * built * hump(time, 2027.4 + late, 0.8) + size * 0.7 * from(time, 2028.2, 0.7),
    ),
    revenue: on((time) => size * 1.1e7 * from(time, 2028.4, 0.8)),
    operating_cost: on((time) => size * 3.4e6 * from(time, 2028.2, 0.7)),
  };
  const sum = (...ids: string[]) => on(() => 0).map((_, i) => ids.reduce((total, id) => total + series[id]![i]!, 0));
  series.spending = sum('spending_it', 'spending_building', 'spending_power', 'spending_fabs');
  series.water = sum('water_on_site', 'water_in_generation');
  series.fabs_running = sum('fabs_running.logic', 'fabs_running.memory', 'fabs_running.packaging');
  const kinds = ['construction', 'operations', 'fabs', 'indirect', 'induced'];
  series.jobs_total = sum(...kinds.map((kind) => `jobs_${kind}`));
  series.jobs_net = series.jobs_total.map((jobs) => jobs * 0.55);
  const added = (rate: Float64Array) => {
    let total = 0;
    return rate.map((value, i) => {
      if (i > 0) total += rate[i - 1]! * (times[i]! - times[i - 1]!);
      return i >= 0 && Number.isFinite(value) ? total : total;
    });
  };
  for (const kind of kinds) series[`job_years.${kind}`] = added(series[`jobs_${kind}`]!);
  series.job_years = added(series.jobs_total);
  series.free_cash_flow = series.revenue!.map((value, i) => value - series.operating_cost![i]! - series.spending![i]!);
  series.cash_to_date = added(series.free_cash_flow);
  sites.forEach(({ id }, k) => {
    const share = SHARES[k % SHARES.length]!;
    const later = id === 'abilene' ? -1.2 : k * 0.5;
    series[`facility_started.${id}`] = on((time) =>
      time < 2025.2 + k * 0.3 ? 0 : share * size * rise(time, 2026.4 + late + later, 0.5),
    );
    series[`facility_in_use.${id}`] = on((time) => share * size * from(time, 2028.2 + later, 0.5));
    series[`share_of_region_peak.${id}`] = on(
      (time) => (share * size * from(time, 2028.2 + later, 0.5)) / (85000 + 40000 * k),
    );
    const ends = [2025.5 + later + late, 2026.9 + later + late, 2029.2 + late + later, 2030.4 + late + later];
    const codes = k % 2 ? [1, 3, 2, 4] : [3, 2, 2, 4];
    const codeAt = (time: number) => (size > 0 ? (codes[ends.findIndex((end) => time < end)] ?? 0) : 1);
    series[`binding.${id}`] = on(codeAt);
    series[`root_binding.${id}`] = on((time) => (codeAt(time) === 3 ? 1 : codeAt(time)));
  });
  const merged = { ...series, ...own };
  return {
    title,
    start: '2025-01',
    times,
    series: (id) => merged[id],
    items: (set) => (set === 'sites' ? sites : []),
    claims,
  };
}
