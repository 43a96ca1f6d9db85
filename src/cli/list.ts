import { loadDocs, loadSeeds, model, nearestName, type Scenario, scenarios } from '../runs.ts';
import { csv } from './csv.ts';
import { GOOD, misuse } from './failure.ts';
import { blankScenario, type LeverRow, leverRows, leverTable } from './levers.ts';
import { loadScenario } from './load.ts';
import { type CommonOptions, paperFor, put } from './shell.ts';
import type { Paper } from './style.ts';
import { type Row, table } from './table.ts';
import { safe, wrap } from './text.ts';

const WHAT = ['scenarios', 'levers', 'series'];

/** `buildout list`: what there is to run, to change, and to look at. */
export async function list(what: string, name: string | undefined, options: CommonOptions): Promise<number> {
  if (!WHAT.includes(what)) {
    const near = nearestName(what, WHAT);
    throw misuse(
      `"list" shows scenarios, levers or series, not "${what}"${near === undefined ? '' : ` (did you mean "${near}"?)`}`,
    );
  }
  if (name !== undefined && what !== 'levers') throw misuse(`"list ${what}" takes no scenario`);
  if (options.set !== undefined && name === undefined) throw misuse('--set changes a scenario: name one');
  if (what === 'scenarios') await put(scenarioList(options), options);
  else if (what === 'levers') {
    const scenario = name === undefined ? undefined : await loadScenario(name, options.set);
    await put(await leverList(scenario, options), options);
  } else await put(await seriesList(options), options);
  return GOOD;
}

function scenarioList(options: CommonOptions): string {
  const rows = scenarios.map(({ id = '', title, description, commitments }) => ({
    id,
    title,
    description,
    commitments: commitments.map((commitment) => commitment.title),
  }));
  if (options.format === 'json') return JSON.stringify(rows);
  if (options.format === 'csv')
    return csv(
      ['id', 'title', 'description'],
      rows.map(({ id, title, description }) => [id, title, description]),
    );
  const paper = paperFor(options);
  return table(
    rows.map(({ id, title }) => [id, safe(title)]),
    [{ align: 'left' }, { align: 'left', gives: 'wrap' }],
    paper.width,
  ).join('\n');
}

async function leverList(scenario: Scenario | undefined, options: CommonOptions): Promise<string> {
  const docs = await loadDocs();
  const { sources } = await loadSeeds();
  const rows = leverRows(scenario ?? blankScenario(), scenario !== undefined, docs, sources);
  if (options.format === 'json') return JSON.stringify(rows);
  if (options.format === 'csv')
    return csv(
      COLUMNS,
      rows.map((row) => COLUMNS.map((column) => row[column])),
    );
  return leverTable(rows, scenario, paperFor(options)).join('\n');
}

const COLUMNS: readonly Exclude<keyof LeverRow, 'measure' | 'stated'>[] = [
  'name',
  'title',
  'sector',
  'unit',
  'value',
  'low',
  'central',
  'high',
  'confidence',
  'source',
  'citation',
];

/** Every record that a run gives, with the sets it runs over. */
async function seriesList(options: CommonOptions): Promise<string> {
  const docs = await loadDocs();
  const computed = model.records.filter(
    ({ input, value, stageOf }) => input === undefined && value === undefined && stageOf === undefined,
  );
  const rows = computed.map(({ id, title, unit, over, adds, sector }) => ({
    id,
    title,
    unit,
    sector,
    over,
    sums: adds === true || over.length === 0,
    says: docs[id]?.says ?? '',
  }));
  if (options.format === 'json') return JSON.stringify(rows);
  if (options.format === 'csv')
    return csv(
      ['id', 'title', 'unit', 'sector', 'over', 'says'],
      rows.map(({ id, title, unit, sector, over, says }) => [id, title, unit, sector, over.join(' '), says]),
    );
  return seriesTable(rows, paperFor(options)).join('\n');
}

interface SeriesRow {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly sector: string;
  readonly over: readonly string[];
  readonly sums: boolean;
}

function seriesTable(rows: readonly SeriesRow[], paper: Paper): string[] {
  const groups = model.sectors
    .map(({ id, title }) => ({ title, rows: rows.filter(({ sector }) => sector === id) }))
    .filter((group) => group.rows.length > 0);
  const name = ({ id, over, sums }: SeriesRow): string => {
    const items = over.map((set) => `.${set.replace(/s$/u, '').toUpperCase()}`).join('');
    return items === '' ? id : sums ? `${id}[${items}]` : `${id}${items}`;
  };
  const cells = groups.flatMap((group, place): Row[] => [
    ...(place === 0 ? [] : ['']),
    paper.bold(group.title),
    ...group.rows.map((row) => [` ${name(row)}`, row.unit === '1' ? row.title : `${row.title}, ${row.unit}`]),
  ]);
  const note = 'In capitals stands the id of an item; in brackets it can be left out, and gives the sum.';
  const columns = [{ align: 'left' }, { align: 'left', gives: 'wrap' }] as const;
  return [...table(cells, columns, paper.width), '', ...wrap(note, paper.width).map(paper.dim)];
}
