import { type Ensemble, model, monthsBetween } from '../runs.ts';
import { csv, type Field } from './csv.ts';
import { digits, row } from './digits.ts';
import { labelOf, type Measured, quantity, scaleFor } from './scale.ts';
import type { Paper } from './style.ts';
import { type Column, type Row, table } from './table.ts';
import { safe, wrap } from './text.ts';

export const LEVELS = ['p5', 'p25', 'p50', 'p75', 'p95'] as const;
const COLUMNS: readonly Column[] = [{ align: 'left', gives: 'cut' }, ...LEVELS.map((): Column => ({ align: 'right' }))];

/** An ensemble for a reader: the chances of targets, the headlines' ranges, and bands of each series in some months of the run. */
export function ensembleLines(
  found: Ensemble,
  months: readonly string[],
  settings: readonly string[],
  paper: Paper,
): string[] {
  const { scenario, members, bands, headlines } = found;
  const chances = chanceLines(found, paper);
  const less = found.against === undefined ? '' : ` less ${safe(found.against.title)}`;
  const ranges = Object.values(headlines).map(
    (range): Row => line(range, range.title, pick(range), note(range, members)),
  );
  const series = Object.values(bands).flatMap((band): Row[] => {
    const values = months.map((month) => LEVELS.map((level) => atMonth(found, band[level], month)));
    const scale = scaleFor(
      band,
      Math.max(...values.flat().map((value) => (Number.isNaN(value) ? 0 : Math.abs(value)))),
    );
    const shown = row(values.flat().map((value) => value * scale.factor));
    return [
      safe(labelOf(titleOf(band), scale).join('')),
      ...months.map((month, n) => [`  ${month}`, ...shown.slice(n * LEVELS.length, (n + 1) * LEVELS.length)]),
    ];
  });
  const head = ['', ...LEVELS.map((level) => level.toUpperCase())];
  const rows = [head, ...ranges, ...series];
  const [first = '', ...rest] = rows.length > 1 ? table(rows, COLUMNS, paper.width) : [];
  return [
    paper.bold(`${safe(scenario.title)}${less}: ${members.toLocaleString('en-US')} members`),
    ...settings.flatMap((text) => wrap(`Set here: ${safe(text)}`, paper.width, '  ')),
    '',
    ...chances,
    paper.bold(first),
    ...rest,
    '',
    ...drawnLines(found, paper),
  ];
}

/** What was drawn and how, and what the columns say. */
export function drawnLines({ levers, seed, method, quantiles, model: version }: Ensemble, paper: Paper): string[] {
  const exact = quantiles === 'exact' ? '' : ' Quantiles are approximate (t-digest).';
  return wrap(
    `${levers} levers drawn (${method}, seed ${seed}). P5 to P95: so many per cent of the members are below.${exact} Model ${version}.`,
    paper.width,
  ).map(paper.dim);
}

export function chanceLines({ chances, bands, headlines }: Ensemble, paper: Paper): string[] {
  const entries = Object.entries(chances);
  if (entries.length === 0) return [];
  const rows = entries.map(([name, { target, chance, standardError }]) => {
    const measured = bands[target.of] ?? headlines[target.of] ?? measureOf(target.of);
    // A target given on the command line has its own words for a name.
    const words = name.startsWith(target.of) ? '' : ` (${targetWords(target, measured)})`;
    return [`${safe(name)}${words}`, percent(chance), `± ${percent(standardError)}`];
  });
  const columns: Column[] = [{ align: 'left', gives: 'wrap' }, { align: 'right' }, { align: 'right' }];
  return [paper.bold('Chances'), ...table(rows, columns, paper.width), ''];
}

/** Of a series that has no band; a metric's unit is not at hand. */
function measureOf(id: string): Measured {
  return model.records.find((record) => record.id === id.split('.')[0]) ?? { unit: '1' };
}

/** "facility_in_use at least 10 GW in 2030-01" */
export function targetWords(
  { of, at: month, least, most }: Ensemble['chances'][string]['target'],
  measured: Measured,
): string {
  const ends = [
    ...(least === undefined ? [] : [`at least ${quantity(least, measured)}`]),
    ...(most === undefined ? [] : [`at most ${quantity(most, measured)}`]),
  ].join(' and ');
  return `${of} ${ends}${month === undefined ? '' : ` in ${month}`}`;
}

/** One row in a scale of its own. */
function line(measured: Measured, title: string, values: readonly (number | null)[], behind: string): string[] {
  const plain = values.map((value) => value ?? Number.NaN);
  const scale = scaleFor(measured, Math.max(0, ...plain.filter((value) => !Number.isNaN(value)).map(Math.abs)));
  const years = measured.unit === 'year' && plain.some((value) => Math.abs(value) >= 1000);
  const shown = years
    ? plain.map((value) => quantity(value, measured))
    : row(plain.map((value) => value * scale.factor));
  return [`${safe(labelOf(title, scale).join(''))}${behind}`, ...shown];
}

function note({ none }: Ensemble['headlines'][string], members: number): string {
  return none === 0 ? '' : ` (none: ${percent(none / members)})`;
}

const pick = (range: Ensemble['headlines'][string]): (number | null)[] => LEVELS.map((level) => range[level]);

function titleOf({ id, title }: Ensemble['bands'][string]): string {
  return `${title} (${id})`;
}

/** A value at the first of a month, between two steps in proportion. */
export function atMonth({ scenario }: Ensemble, values: Float64Array, month: string): number {
  const place = monthsBetween(scenario.start, month) / scenario.step;
  const low = Math.floor(place + 1e-9);
  const part = place - low;
  const value = values[low] ?? Number.NaN;
  return part < 1e-9 ? value : value + ((values[low + 1] ?? Number.NaN) - value) * part;
}

/** "38 %" */
export function percent(share: number): string {
  return `${digits(share * 100)} %`;
}

/** A line for each series and month, each headline, and each target. */
export function ensembleCsv(found: Ensemble): string {
  const { bands, headlines, chances, members } = found;
  const rows: Field[][] = [
    ...Object.values(bands).flatMap((band) =>
      Array.from(found.times, (time, k): Field[] => [
        'series',
        band.id,
        band.unit,
        time,
        ...LEVELS.map((level) => band[level][k]),
      ]),
    ),
    ...Object.values(headlines).map((range) => ['headline', range.id, range.unit, null, ...pick(range), range.none]),
    ...Object.entries(chances).map(([name, { chance, standardError }]) => [
      'target',
      name,
      null,
      null,
      ...LEVELS.map(() => null),
      null,
      chance,
      standardError,
    ]),
  ].map((fields) => [...fields, ...Array<Field>(12 - fields.length).fill(null), members]);
  return csv(['kind', 'id', 'unit', 'time', ...LEVELS, 'none', 'chance', 'standard_error', 'members'], rows);
}
