import type { InputMeta, ModelMeta, RecordMeta } from '../../src/engine/meta.ts';
import type { Range, SetDefinition } from '../../src/engine/types.ts';
import type { ReadContext } from '../../src/scenario/read.ts';
import type { UnitTable } from '../../src/scenario/unit.ts';

/** A small model made by hand, so that these tests say what reading does whatever becomes of the real one. */
const sets: readonly SetDefinition[] = [
  { id: 'commitments', title: 'Commitments', says: '', most: 12 },
  { id: 'sites', title: 'Sites', says: '', most: 12 },
  { id: 'funders', title: 'Named funders', says: '', most: 12 },
  {
    id: 'generations',
    title: 'Chip generations',
    says: '',
    most: 2,
    items: [
      { id: 'blackwell', title: 'Blackwell' },
      { id: 'rubin', title: 'Rubin' },
    ],
  },
  {
    id: 'plants',
    title: 'Kinds of chip plant',
    says: '',
    most: 3,
    items: [
      { id: 'logic', title: 'Logic' },
      { id: 'memory', title: 'Memory' },
      { id: 'packaging', title: 'Packaging' },
    ],
  },
];

type Given = Partial<InputMeta> & { readonly range?: Range; readonly over?: readonly string[]; readonly show?: '%' };
const flat = (central: number): Range => ({ low: central, central, high: central });

let slot = 0;
const records: RecordMeta[] = [];

function place(id: string, title: string, unit: string, over: readonly string[], rest: Partial<RecordMeta>): void {
  const size = over.reduce((product, set) => product * (sets.find((one) => one.id === set)?.most ?? 1), 1);
  records.push({ id, title, unit, kind: 'auxiliary', sector: 'all', over, slot, size, ...rest });
  slot += size;
}

function input(id: string, title: string, unit: string, { range = flat(0), over = [], show, ...rest }: Given): void {
  const given: InputMeta = {
    ranges: [range],
    confidence: 'low',
    type: 'number',
    field: id,
    itemOnly: false,
    setting: false,
    ...rest,
  };
  place(id, title, unit, over, { kind: 'input', input: given, ...(show === undefined ? {} : { show }) });
}

const commitments = ['commitments'];
const sites = ['sites'];
input('commitment_total', 'Announced total', 'USD', {
  field: 'total',
  itemOnly: true,
  over: commitments,
  prefer: 'billion USD',
  least: 0,
  most: 2e13,
  range: flat(5e11),
  setting: true,
});
input('commitment_upfront', 'Up-front part', 'USD', {
  field: 'upfront',
  itemOnly: true,
  over: commitments,
  prefer: 'billion USD',
  least: 0,
  most: 2e13,
});
input('commitment_start', 'Start', 'month', {
  field: 'start',
  itemOnly: true,
  over: commitments,
  type: 'date',
  least: -240,
  most: 240,
});
input('commitment_years', 'Years', 'year', {
  field: 'years',
  itemOnly: true,
  over: commitments,
  least: 0.25,
  most: 30,
  range: flat(4),
});
input('spending_profile', 'Profile', '1', {
  field: 'profile',
  over: commitments,
  type: 'choice',
  least: 0,
  most: 2,
  setting: true,
  choices: [
    { id: 'even', title: 'even' },
    { id: 'front_loaded', title: 'front-loaded' },
    { id: 's_curve', title: 'S-curve' },
  ],
});
input('fab_share', 'Share for chip plants', '1', {
  over: commitments,
  show: '%',
  least: 0,
  most: 1,
  range: { low: 0, central: 0, high: 0.2 },
});
input('slip', 'Funding slip', 'month', {
  over: commitments,
  least: 0,
  most: 120,
  range: { low: 0, central: 0, high: 24 },
});
input('funder_amount', 'Amount named', 'USD', {
  field: 'amount',
  itemOnly: true,
  over: ['funders'],
  prefer: 'billion USD',
  least: 0,
  most: 2e13,
});
input('site_share', 'Share of the programme', '1', {
  field: 'share',
  itemOnly: true,
  over: sites,
  show: '%',
  least: 0,
  most: 1,
});
input('site_start', 'Start of building', 'month', {
  field: 'start',
  itemOnly: true,
  over: sites,
  type: 'date',
  least: -240,
  most: 240,
});
input('grid_wait', 'Grid wait', 'year', {
  over: sites,
  least: 0,
  most: 20,
  range: { low: 1.5, central: 4, high: 7 },
  presets: { ercot: { low: 1, central: 2, high: 4 } },
});
input('electricity_price', 'Electricity price', 'USD/MWh', {
  over: sites,
  least: 0,
  most: 1000,
  range: { low: 50, central: 70, high: 100 },
  presets: { ercot: flat(45), pjm: flat(80) },
});
input('site_size', 'Size of a site', 'MW', { over: sites, prefer: 'GW', least: 0, most: 1e5, range: flat(1000) });
input('accelerator_life', 'Life of an accelerator', 'year', {
  least: 1,
  most: 15,
  range: { low: 4, central: 5, high: 6 },
});
input('growth', 'Growth of supply', '1/year', {
  show: '%',
  least: -0.5,
  most: 2,
  range: { low: 0.1, central: 0.3, high: 0.5 },
});
input('building_cost', 'Building cost', 'USD/kW', { least: 0, range: { low: 8000, central: 11000, high: 14000 } });
input('chip_power', 'Power of a chip', 'kW', {
  over: ['generations'],
  least: 0.1,
  most: 10,
  ranges: [
    { low: 1.8, central: 2, high: 2.2 },
    { low: 2, central: 2.5, high: 3 },
  ],
});
input('plant_split', 'Split of chip-plant money', '1', {
  over: ['plants'],
  show: '%',
  least: 0,
  most: 1,
  balances: 'plant_split',
  ranges: [flat(0.5), flat(0.3), flat(0.2)],
});
input('start_year', 'Start of the run', 'year', { range: flat(2025), setting: true });
place('months_per_year', 'Months in a year', 'month/year', [], { kind: 'constant', value: 12 });
const inputSize = slot;
place('spending', 'Spending', 'USD/year', [], { kind: 'flow' });
place('facility_in_use', 'Facility power in use', 'MW', sites, { kind: 'stock', adds: true });
place('binding', 'What binds', '1', sites, {});
place('jobs_total', 'Jobs', 'job', [], {});
place('spent_total', 'Spent', 'USD', [], { kind: 'stock' });

export const meta: ModelMeta = {
  id: 'fixture',
  title: 'Fixture',
  version: '1.0.0+0000000',
  baseUnits: ['USD', 'job'],
  sets,
  presets: [
    { id: 'ercot', title: 'Texas', of: 'sites' },
    { id: 'pjm', title: 'Mid-Atlantic', of: 'sites' },
  ],
  sectors: [{ id: 'all', title: 'All' }],
  records,
  frameSize: slot,
  inputSize,
};

const POWER = 'kg*m^2*s^-3';
const YEAR = 31_557_600;
export const units: UnitTable = {
  '1': { factor: 1, dimension: '1' },
  USD: { factor: 1, dimension: 'USD' },
  job: { factor: 1, dimension: 'job' },
  W: { factor: 1, dimension: POWER },
  kW: { factor: 1e3, dimension: POWER },
  MW: { factor: 1e6, dimension: POWER },
  GW: { factor: 1e9, dimension: POWER },
  kWh: { factor: 3.6e6, dimension: 'kg*m^2*s^-2' },
  MWh: { factor: 3.6e9, dimension: 'kg*m^2*s^-2' },
  h: { factor: 3600, dimension: 's' },
  hour: { factor: 3600, dimension: 's' },
  day: { factor: 86_400, dimension: 's' },
  month: { factor: YEAR / 12, dimension: 's' },
  months: { factor: YEAR / 12, dimension: 's' },
  year: { factor: YEAR, dimension: 's' },
  years: { factor: YEAR, dimension: 's' },
};

export const headlines = [
  { id: 'npv', unit: 'USD' },
  { id: 'irr', unit: '1', show: '%' },
] as const;

export const context: ReadContext = { meta, units, headlines, claims: new Set(['stargate_total', 'a_claim', 'b2']) };

/** A scenario file with these lines in it. */
export function file(...lines: string[]): string {
  return ['format: buildout/1', 'title: Test', 'commitments: [{ id: big, total: 500 billion USD }]', ...lines, ''].join(
    '\n',
  );
}
