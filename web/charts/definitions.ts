import type { Take } from './compare-sentences.ts';
import type { ChartKind, ColourToken } from './spec.ts';

/** A part of a chart: one series of the model. */
export interface ChartPart {
  /** Record or record.item. */
  readonly id: string;
  readonly colour: ColourToken;
  readonly dash?: readonly number[];
  readonly width?: number;
  /** In a stacked chart: a line across the areas rather than an area. */
  readonly line?: true;
}

/** A chart as a record. Its name and notes stand in words.ts, its sentence in sentences.ts, under the same id. */
export interface ChartDefinition {
  readonly id: string;
  readonly kind: ChartKind;
  /** Unit of all its series. */
  readonly unit: string;
  readonly parts: readonly ChartPart[];
  /** Instead of parts: the record's series for every item of a set. At most `most` are drawn, the largest. */
  readonly each?: { readonly record: string; readonly set: string; readonly most: number };
  /** What is shown of each run when several are overlaid, unless asked otherwise: a part, or the sum of a stack. */
  readonly lead: string;
  readonly take: Take;
  /** Series that only the sentence reads; "binding.*" stands for every item. */
  readonly reads?: readonly string[];
}

const solid = { width: 2.5 } as const;
const dotted = [1.5, 3] as const;
const dashed = [6, 4] as const;
const job = (kind: string, colour: string, id = `jobs_${kind}`): ChartPart => ({ id, colour });
const jobYears = (kind: string, colour: string) => job(kind, colour, `job_years.${kind}`);

/** All charts there are, in the order a new reader gets them. */
export const charts: readonly ChartDefinition[] = [
  {
    id: 'capacity',
    kind: 'lines',
    unit: 'MW',
    lead: 'facility_in_use',
    take: 'year',
    parts: [
      { id: 'facility_under_construction', colour: 'part-building', dash: dotted },
      { id: 'facility_finished', colour: 'part-building' },
      { id: 'facility_energised', colour: 'part-power', dash: dashed },
      { id: 'facility_in_use', colour: 'accent', ...solid },
    ],
    reads: ['announced_total', 'binding.*', 'facility_started', 'facility_started.*', 'facility_in_use.*'],
  },
  {
    id: 'spending',
    kind: 'areas',
    unit: 'USD/year',
    lead: 'spending',
    take: 'peak',
    parts: [
      { id: 'spending_it', colour: 'part-it' },
      { id: 'spending_building', colour: 'part-building' },
      { id: 'spending_power', colour: 'part-power' },
      { id: 'spending_fabs', colour: 'part-plants' },
    ],
  },
  {
    id: 'money',
    kind: 'lines',
    unit: 'USD',
    lead: 'spent_total',
    take: 'year',
    parts: [
      { id: 'announced_total', colour: 'part-other', dash: dotted },
      { id: 'committed_total', colour: 'part-money', dash: dashed },
      { id: 'spent_total', colour: 'accent', ...solid },
    ],
  },
  {
    id: 'binding',
    kind: 'bands',
    unit: '1',
    lead: 'binding',
    take: 'end',
    parts: [
      { id: 'binding', colour: 'accent' },
      { id: 'root_binding', colour: 'accent' },
    ],
    reads: ['facility_started.*', 'facility_in_use.*', 'facility_started'],
  },
  {
    id: 'sites',
    kind: 'lines',
    unit: 'MW',
    lead: 'facility_in_use',
    take: 'year',
    parts: [],
    each: { record: 'facility_in_use', set: 'sites', most: 6 },
  },
  {
    id: 'accelerators',
    kind: 'lines',
    unit: 'accelerator',
    lead: 'accelerators_in_use',
    take: 'year',
    parts: [{ id: 'accelerators_in_use', colour: 'accent', ...solid }],
  },
  {
    id: 'compute',
    kind: 'lines',
    unit: 'H100e',
    lead: 'h100e_in_use',
    take: 'year',
    parts: [{ id: 'h100e_in_use', colour: 'accent', ...solid }],
  },
  {
    id: 'electricity',
    kind: 'lines',
    unit: 'TWh/year',
    lead: 'electricity',
    take: 'year',
    parts: [{ id: 'electricity', colour: 'accent', ...solid }],
    reads: ['share_of_us_electricity'],
  },
  {
    id: 'region_peak',
    kind: 'lines',
    unit: '1',
    lead: '',
    take: 'year',
    parts: [],
    each: { record: 'share_of_region_peak', set: 'sites', most: 6 },
  },
  {
    id: 'emissions',
    kind: 'lines',
    unit: 'MtCO2/year',
    lead: 'emissions',
    take: 'peak',
    parts: [{ id: 'emissions', colour: 'accent', ...solid }],
  },
  {
    id: 'water',
    kind: 'areas',
    unit: 'GL/year',
    lead: 'water',
    take: 'peak',
    parts: [
      { id: 'water_in_generation', colour: 'part-power' },
      { id: 'water_on_site', colour: 'part-it' },
    ],
  },
  {
    id: 'fabs',
    kind: 'areas',
    unit: 'fab',
    lead: 'fabs_running',
    take: 'peak',
    parts: [
      { id: 'fabs_running.logic', colour: 'part-plants' },
      { id: 'fabs_running.memory', colour: 'part-it' },
      { id: 'fabs_running.packaging', colour: 'part-power' },
    ],
  },
  {
    id: 'wafer_starts',
    kind: 'lines',
    unit: 'wafer/month',
    lead: 'wafer_starts',
    take: 'peak',
    parts: [{ id: 'wafer_starts', colour: 'accent', ...solid }],
  },
  {
    id: 'fab_accelerators',
    kind: 'lines',
    unit: 'accelerator/year',
    lead: 'fab_accelerators',
    take: 'peak',
    parts: [{ id: 'fab_accelerators', colour: 'accent', ...solid }],
  },
  {
    id: 'jobs',
    kind: 'areas',
    unit: 'job',
    lead: 'jobs_total',
    take: 'peak',
    parts: [
      job('construction', 'part-building'),
      job('operations', 'part-it'),
      job('fabs', 'part-plants'),
      job('indirect', 'part-other'),
      job('induced', 'part-money'),
      { id: 'jobs_net', colour: 'ink', dash: dashed, line: true },
    ],
  },
  {
    id: 'job_years',
    kind: 'areas',
    unit: 'job*year',
    lead: 'job_years',
    take: 'end',
    parts: [
      jobYears('construction', 'part-building'),
      jobYears('operations', 'part-it'),
      jobYears('fabs', 'part-plants'),
      jobYears('indirect', 'part-other'),
      jobYears('induced', 'part-money'),
    ],
  },
  {
    id: 'returns',
    kind: 'lines',
    unit: 'USD/year',
    lead: 'free_cash_flow',
    take: 'year',
    parts: [
      { id: 'revenue', colour: 'part-plants' },
      { id: 'operating_cost', colour: 'part-money', dash: dashed },
      { id: 'free_cash_flow', colour: 'accent', ...solid },
    ],
    reads: ['spending'],
  },
  {
    id: 'cash',
    kind: 'lines',
    unit: 'USD',
    lead: 'cash_to_date',
    take: 'end',
    parts: [{ id: 'cash_to_date', colour: 'accent', ...solid }],
  },
];

/** The charts a new reader is shown first. */
export const FIRST_CHARTS: readonly string[] = [
  'capacity',
  'spending',
  'binding',
  'compute',
  'electricity',
  'fabs',
  'jobs',
  'returns',
];

export const chartById = (id: string): ChartDefinition | undefined => charts.find((chart) => chart.id === id);

/** Series of a chart that many draws are summed up for; "facility_in_use.*" stands for every item. */
export function spreadOf(chart: ChartDefinition | undefined): readonly string[] {
  if (chart === undefined || chart.kind === 'bands') return [];
  const { lead, each } = chart;
  return [...(lead === '' ? [] : [lead]), ...(each ? [`${each.record}.*`] : [])];
}

/** What a run must keep for a chart: series ids; "binding.*" stands for every item of the set. */
export function recordsOf(chart: ChartDefinition): readonly string[] {
  const items = chart.kind === 'bands' ? chart.parts.map(({ id }) => `${id}.*`) : chart.parts.map(({ id }) => id);
  const each = chart.each ? [`${chart.each.record}.*`] : [];
  const lead = chart.kind === 'bands' || chart.lead === '' ? [] : [chart.lead];
  return [...new Set([...items, ...each, ...lead, ...(chart.reads ?? [])])];
}

/** What a chart shows in numbers: all of it first, then its parts; records whose items are shown have no part of their own. */
export function numbersOf({ lead, parts, kind }: ChartDefinition): readonly string[] {
  if (kind === 'bands') return [];
  return [...new Set([...(lead === '' ? [] : [lead]), ...parts.map(({ id }) => id)])];
}
