/**
 * Every word that stands in a chart and is not part of a sentence (those are in sentences.ts). A translation replaces the two
 * files; numbers and dates come from Intl and are not here.
 */

export type MagnitudeWord = '' | 'thousand' | 'million' | 'billion' | 'trillion';

export const unitWords = {
  per: { year: 'a year', month: 'a month', GW: 'per GW', 'MW a year': 'per MW a year' },
  magnitudes: { '': '', thousand: 'thousand', million: 'million', billion: 'billion', trillion: 'trillion' },
  same: 'the same',
  fromTo: (low: string, high: string) => `${low} to ${high}`,
  points: (count: string) => `${count} points`,
  counted: (magnitude: string, noun: string) => [magnitude, noun].filter(Boolean).join(' '),
  nouns: {
    USD: 'dollars',
    'USD/year': 'dollars',
    CNY: 'yuan',
    accelerator: 'accelerators',
    'accelerator/year': 'accelerators',
    H100e: 'H100-equivalents',
    fab: 'plants',
    'wafer/month': 'wafers',
    job: 'jobs',
    'job*year': 'job-years',
    'GL/year': 'litres',
    'USD/MW': 'dollars',
    'USD/MW/year': 'dollars',
    year: 'years',
  },
  names: {
    kW: 'kilowatts',
    MW: 'megawatts',
    GW: 'gigawatts',
    TW: 'terawatts',
    MWh: 'megawatt-hours',
    GWh: 'gigawatt-hours',
    TWh: 'terawatt-hours',
    PWh: 'petawatt-hours',
    't CO₂': 'tonnes of CO₂',
    'kt CO₂': 'thousand tonnes of CO₂',
    'Mt CO₂': 'million tonnes of CO₂',
    'Gt CO₂': 'billion tonnes of CO₂',
  } as Readonly<Record<string, string>>,
};

/** What a menu of charts calls each, and what its values are beyond their unit. */
export const chartWords: Readonly<
  Record<string, { readonly name: string; readonly of: string; readonly note?: string }>
> = {
  capacity: {
    name: 'Capacity by stage',
    of: 'of facility power',
    note: 'Stages overlap and are never added: what is in use was finished and energised before.',
  },
  money: {
    name: 'Money by stage',
    of: '',
    note: 'Nominal. Spent money was committed before, and announced before that.',
  },
  spending: { name: 'Spending by what it buys', of: '', note: 'Nominal. Network is within IT, land within building.' },
  binding: {
    name: 'What binds, by site',
    of: 'The scarcest of money, power, building and chips at each site',
  },
  sites: { name: 'In use by site', of: 'of facility power' },
  accelerators: { name: 'Accelerators in use', of: 'of all generations' },
  compute: { name: 'Compute in use', of: '', note: 'Peak, dense BF16: one H100 is 989 TFLOP/s.' },
  electricity: { name: 'Electricity', of: '' },
  region_peak: { name: 'Electricity against the region', of: "Share of the peak load of each site's grid region" },
  emissions: {
    name: 'Emissions',
    of: '',
    note: 'From electricity, on-site generation included; not from building or chip making.',
  },
  water: { name: 'Water', of: '' },
  fabs: { name: 'Chip plants running', of: '', note: 'Beyond the plants that would exist anyway.' },
  wafer_starts: { name: 'Wafer starts', of: '' },
  fab_accelerators: { name: 'Accelerators from the new plants', of: '' },
  jobs: {
    name: 'Jobs by kind',
    of: 'at a time, gross',
    note: 'Jobs at a time; job-years are a chart of their own and cannot be added to them.',
  },
  job_years: { name: 'Job-years by kind', of: 'so far', note: 'A job-year is one job for one year.' },
  returns: { name: 'Money back, year by year', of: '', note: 'Nominal, before interest on debt.' },
  cash: { name: 'Money back, all in all', of: '', note: 'Free cash flow added up from the start, not discounted.' },
};

/** What stands at a line's end or on an area. A chart's own word ("jobs/construction") goes before the common one. */
const parts: Readonly<Record<string, string>> = {
  facility_under_construction: 'Under construction',
  facility_finished: 'Finished',
  facility_energised: 'Energised',
  facility_in_use: 'In use',
  announced_total: 'Announced',
  committed_total: 'Committed',
  spent_total: 'Spent',
  spending: 'All spending',
  spending_it: 'IT',
  spending_building: 'Building',
  spending_power: 'Power',
  spending_fabs: 'Chip plants',
  binding: 'What binds now',
  root_binding: 'What binds at the root',
  accelerators_in_use: 'Accelerators in use',
  h100e_in_use: 'H100-equivalents in use',
  electricity: 'Electricity',
  emissions: 'Emissions',
  water: 'All water',
  water_on_site: 'On site',
  water_in_generation: 'In power generation',
  fabs_running: 'All plants',
  'fabs_running.logic': 'Logic',
  'fabs_running.memory': 'Memory',
  'fabs_running.packaging': 'Packaging',
  wafer_starts: 'Wafer starts',
  fab_accelerators: 'Accelerators',
  jobs_total: 'All jobs',
  jobs_net: 'Net of displacement',
  jobs_construction: 'Construction',
  jobs_operations: 'Operations',
  jobs_fabs: 'Chip plants',
  jobs_indirect: 'Suppliers',
  jobs_induced: 'Induced',
  job_years: 'All job-years',
  'job_years.construction': 'Construction',
  'job_years.operations': 'Operations',
  'job_years.fabs': 'Chip plants',
  'job_years.indirect': 'Suppliers',
  'job_years.induced': 'Induced',
  revenue: 'Revenue',
  operating_cost: 'Operating cost',
  free_cash_flow: 'Free cash flow',
  cash_to_date: 'Cash to date',
};

/** A part's label; an item's own title, or the id, where no word stands here. */
export const partLabel = (id: string, title?: string): string => parts[id] ?? title ?? id.replaceAll('_', ' ');

/** What a code of `binding` means; the last is ours, for a site that has not begun. */
export const causeWords = {
  done: 'Complete',
  money: 'Money',
  power: 'Power',
  building: 'Building',
  chips: 'Chips',
  before: 'Not begun',
} as const;

/** Words around a chart. */
export const frameWords = {
  allParts: 'All parts',
  month: 'Month',
  ghost: 'Before',
  difference: (baseline: string) => `Difference from ${baseline}`,
  claimed: (figure: string) => `Claimed: ${figure}`,
  claimedLeast: (figure: string) => `Claimed: at least ${figure}`,
  seen: 'Observed',
  observed: (what: string) => `Observed: ${what}`,
  model: (version: string) => `Buildout model ${version}`,
  scenarios: (titles: readonly string[]) => `${titles.length > 1 ? 'Scenarios' : 'Scenario'}: ${titles.join('; ')}`,
  documents: (count: number, month: string) => `${count} ${count === 1 ? 'document' : 'documents'} of ${month}`,
  claims: (sources: readonly string[]) => `Claims: ${sources.join('; ')}`,
  observations: (sources: readonly string[]) => `Observed: ${sources.join('; ')}`,
  dropped: (count: number) =>
    `${count} smaller ${count > 1 ? 'sites are' : 'site is'} left out of the picture and the table.`,
  levels: { p5: '5 % of draws below', p50: 'median of draws', p95: '95 % of draws below' },
  bands: (draws: string) =>
    `Line: the run at central values. Shaded or between dots: 90 % of ${draws} draws; darker: half of them.`,
  beyond: (claim: string) => `${claim} ↑`,
  noValue: 'no value',
  waits: 'waits for',
} as const;
