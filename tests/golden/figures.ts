import { model, type Scenario, simulate } from '../../src/index.ts';

/** The public series and the dates a golden file holds. */
export const SERIES = [
  'announced_total', 'committed_total', 'spent_total', 'spending', 'spending_it', 'spending_building', 'spending_power', 'spending_fabs',
  'facility_under_construction', 'facility_energised', 'facility_in_use', 'it_in_use', 'accelerators_in_use', 'h100e_in_use', 'compute_in_use',
  'electricity', 'emissions', 'water', 'fabs_running', 'wafer_starts', 'fab_accelerators', 'jobs_construction', 'jobs_operations', 'jobs_fabs',
  'jobs_indirect', 'jobs_induced', 'jobs_total', 'jobs_net', 'job_years', 'revenue', 'operating_cost', 'free_cash_flow',
] as const;
export const MONTHS = ['2026-04', '2027-01', '2028-01', '2029-01', '2030-01', '2035-01', '2040-01'] as const;

export interface Golden {
  readonly model: string;
  readonly headlines: Readonly<Record<string, number | null>>;
  /** One value a month of MONTHS. */
  readonly series: Readonly<Record<string, readonly number[]>>;
}

/** What a golden file holds for a scenario, from a run. */
export function goldenOf(scenario: Scenario): Golden {
  const projection = simulate(scenario);
  return {
    model: model.version,
    headlines: Object.fromEntries(projection.headlines.map(({ id, value }) => [id, value])),
    series: Object.fromEntries(SERIES.map((id) => [id, MONTHS.map((month) => projection.at(id, month))])),
  };
}
