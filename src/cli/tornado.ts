import { levers, loadDocuments, type Scenario, type Tornado, tornado as tornadoOf } from '../runs.ts';
import { csv } from './csv.ts';
import { loadScenario } from './load.ts';
import { aTurn, long, STOPPED, told } from './long.ts';
import { readMonths } from './months.ts';
import { quantity } from './scale.ts';
import { type CommonOptions, paperFor, put } from './shell.ts';
import type { Paper } from './style.ts';
import { type Column, table } from './table.ts';
import { safe, wrap } from './text.ts';
import { leverText } from './values.ts';

export interface QuestionOptions extends CommonOptions {
  /** A series, headline or metric. */
  readonly of: string;
  /** A month, of a series. */
  readonly at?: string;
}

export interface TornadoCommand extends QuestionOptions {
  readonly most: number;
}

/** What a command asks about one output. @throws Failure for a month that is none */
export function questionFrom({ of, at }: QuestionOptions): { of: string; at?: string } {
  const [month] = at === undefined ? [] : readMonths([at]);
  return { of, ...(month !== undefined && { at: month }) };
}

/** `buildout tornado`: what each lever does to a number when it alone goes to its low and its high end. */
export async function tornado(name: string, options: TornadoCommand): Promise<number> {
  const question = questionFrom(options);
  const scenario = await loadScenario(name, options.set);
  const found = await long('levers', 0, ({ cancel, onProgress }) =>
    tornadoOf(scenario, question, { cancel, onProgress, pause: aTurn }),
  );
  const code = await told(found.rows.length, found.levers, 'levers');
  if (code === STOPPED) return code;
  if (options.format === 'json') await put(JSON.stringify((await loadDocuments()).tornadoDocument(found)), options);
  else if (options.format === 'csv') await put(tornadoCsv(scenario, found), options);
  else await put(tornadoLines(scenario, found, options.most, paperFor(options)).join('\n'), options);
  return code;
}

const COLUMNS: readonly Column[] = [
  { align: 'left', gives: 'cut' },
  { align: 'left', gives: 'cut' },
  { align: 'right' },
  { align: 'left', gap: 1 },
  { align: 'left', gap: 1 },
];

/** Bars around the central value: light where the lever is low, full where it is high. */
function tornadoLines(scenario: Scenario, found: Tornado, most: number, paper: Paper): string[] {
  const { output, central, rows } = found;
  const shown = rows.slice(0, most).filter(({ swing }) => swing !== 0);
  const half = Math.max(6, Math.min(20, Math.floor((paper.width - 62) / 2)));
  const middle = central ?? 0;
  const distance = ({ output: value }: { readonly output: number | null }): number => (value ?? middle) - middle;
  const reach = Math.max(0, ...shown.flatMap(({ low, high }) => [Math.abs(distance(low)), Math.abs(distance(high))]));
  const cells = (value: number): number => (reach === 0 ? 0 : Math.round((value / reach) * half));
  const measures = new Map(levers(scenario).map(({ name, measure }) => [name, measure]));
  const lines = shown.map(({ lever, low, high }) => {
    const [a, b] = [distance(low), distance(high)];
    const text = (input: number): string => {
      const measure = measures.get(lever);
      return measure === undefined ? String(input) : leverText(input, measure, scenario.start);
    };
    const said = (value: number | null): string => (value === null ? 'none' : quantity(value, output));
    return [
      lever,
      rangeText(text(low.input), text(high.input)),
      said(low.output),
      bar(cells(a), cells(b), half),
      said(high.output),
    ];
  });
  const still = rows.filter(({ swing }) => swing === 0).length;
  const rest = rows.length - still - shown.length;
  const ends = central === null ? 'does not exist' : `is ${quantity(central, output)}`;
  return [
    paper.bold(safe(scenario.title)),
    ...wrap(`${titleOf(found)} ${ends} with every lever at its central value.`, paper.width),
    '',
    ...table([['Lever', 'from low to high', 'low', '', 'high'], ...lines], COLUMNS, paper.width),
    '',
    ...wrap(
      `░ the lever at its low end, █ at its high end; the others stay. ${rest > 0 ? `${rest} more move it less. ` : ''}${still} do not move it.`,
      paper.width,
    ).map(paper.dim),
  ];
}

/** "1.5 to 7 years": units that are alike are said once. */
function rangeText(low: string, high: string): string {
  const unit = low.indexOf(' ');
  const same = unit > 0 && high.slice(high.indexOf(' ')) === low.slice(unit);
  return `${same ? low.slice(0, unit) : low} to ${high}`;
}

/** "In use (facility_in_use) in 2030-01" */
export function titleOf({ output, at }: Pick<Tornado, 'output' | 'at'>): string {
  return `${safe(output.title)} (${output.id})${at === null ? '' : ` in ${at}`}`;
}

/** Two bars from one middle; where both go the same way, the shorter lies over the longer. */
function bar(low: number, high: number, half: number): string {
  const at = (place: number): string => {
    const inLow = place < 0 ? low <= place : low >= place;
    const inHigh = place < 0 ? high <= place : high >= place;
    if (inLow && inHigh) return Math.abs(low) < Math.abs(high) ? '░' : '█';
    return inLow ? '░' : inHigh ? '█' : ' ';
  };
  const side = (sign: number): string[] => Array.from({ length: half }, (_, n) => at(sign * (n + 1)));
  return `${side(-1).reverse().join('')}│${side(1).join('')}`;
}

function tornadoCsv(scenario: Scenario, { output, at, central, rows }: Tornado): string {
  const units = new Map(levers(scenario).map(({ name, measure }) => [name, measure.unit]));
  const head = 'lever,title,input_unit,low_input,high_input,of,at,unit,central,low_output,high_output,swing';
  return csv(
    head.split(','),
    rows.map(({ lever, title, low, high, swing }) => [
      lever,
      title,
      units.get(lever),
      low.input,
      high.input,
      output.id,
      at,
      output.unit,
      central,
      low.output,
      high.output,
      swing,
    ]),
  );
}
