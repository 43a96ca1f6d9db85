import { type Lever, levers, model, type RecordDocs, type Scenario, type Source } from '../runs.ts';
import { row } from './digits.ts';
import { labelOf, scaleFor } from './scale.ts';
import type { Paper } from './style.ts';
import { type Row, table } from './table.ts';
import { safe, wrap } from './text.ts';
import { leverText } from './values.ts';

/** A lever as a list shows it, in its own unit. */
export interface LeverRow {
  readonly name: string;
  readonly title: string;
  readonly sector: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly confidence: string;
  /** A source's id, or the mark "our assumption" or "definition", or "the scenario". */
  readonly source: string;
  readonly citation: string;
  readonly measure: Lever['measure'];
  /** Whether the scenario itself says it. */
  readonly stated: boolean;
}

/** Stands for any commitment, and for any site of a region, so that their levers have a name. */
const ANY = 'ID';

/** A scenario that states nothing: it has the levers of every region, of a commitment and of a site, at their defaults. */
export function blankScenario(): Scenario {
  return {
    format: 'buildout/1',
    language: 'en',
    title: '',
    description: '',
    start: '2025-01',
    horizon: '2040-01',
    step: 1,
    commitments: [{ id: ANY, title: '', fields: {} }],
    sites: model.presets.map(({ id }) => ({ id: `${ANY}_${id}`, title: '', region: id, fields: {} })),
    assumptions: {},
    uncertainty: { seed: 2025, correlations: [] },
    targets: {},
    locks: [],
    metrics: {},
  };
}

/**
 * The levers of a scenario, in the model's order.
 * @param own whether to list what belongs to its commitments and sites one by one
 */
export function leverRows(
  scenario: Scenario,
  own: boolean,
  docs: Readonly<Record<string, RecordDocs>>,
  sources: readonly Source[],
): LeverRow[] {
  const all = levers(scenario);
  const listed = own ? all : withoutDoubles(all);
  return listed.map((lever) => {
    const { name, title, item, sector, measure, value, range, confidence, stated, record } = lever;
    const source =
      stated === undefined ? (docs[record]?.source ?? 'our assumption') : (stated.source ?? 'the scenario');
    const found = sources.find(({ id }) => id === source);
    const { low, central, high } = range;
    return {
      name,
      title: item === undefined || item.title === '' ? title : `${item.title}: ${title}`,
      sector,
      unit: measure.unit,
      value,
      low,
      central,
      high,
      confidence,
      source,
      citation: found === undefined ? source : `"${found.title}", ${found.publisher}, ${found.date}`,
      measure,
      stated: stated !== undefined,
    };
  });
}

/** Of what every site or commitment has, only what has no name for all of them, and once. */
function withoutDoubles(all: readonly Lever[]): Lever[] {
  const general = new Set(all.filter(({ level }) => level === 'general').map(({ record }) => record));
  const found = new Map<string, Lever>();
  for (const lever of all) {
    if (lever.level === 'item' && general.has(lever.record)) continue;
    const name = lever.level === 'item' ? lever.name.replace(/^[^.]*/u, ANY) : lever.name;
    const key = lever.level === 'item' ? `${lever.set} ${name}` : name;
    if (!found.has(key)) found.set(key, { ...lever, name });
  }
  return [...found.values()];
}

/** Two lines a lever: its name and range; its title and where the range comes from. */
export function leverTable(rows: readonly LeverRow[], scenario: Scenario | undefined, paper: Paper): string[] {
  const start = scenario?.start ?? '2025-01';
  const cells = model.sectors
    .map(({ id, title }) => ({ title, rows: rows.filter(({ sector }) => sector === id) }))
    .filter((group) => group.rows.length > 0)
    .flatMap((group, place): Row[] => [
      ...(place === 0 ? [] : ['']),
      [paper.bold(group.title), ...['low', scenario === undefined ? 'central' : 'value', 'high'].map(paper.bold), ''],
      ...group.rows.flatMap((one): Row[] => [
        [` ${one.name}${one.stated ? '*' : ''}`, ...numbersOf(one, start)],
        ` ${' '.repeat(2)}${safe(one.title)}. ${sentence(one)}`,
      ]),
    ]);
  const columns = [
    { align: 'left' },
    { align: 'right' },
    { align: 'right', gap: 1 },
    { align: 'right', gap: 1 },
    { align: 'left', gap: 1, gives: 'cut' },
  ] as const;
  const note =
    scenario === undefined
      ? `"${ANY}." stands for the id of a commitment or a site. What runs over sites can be set for one of them too: abilene.grid_wait.`
      : '* is said by the scenario itself.';
  return [...table(cells, columns, paper.width), '', ...wrap(note, paper.width).map(paper.dim)];
}

function sentence({ citation, confidence }: LeverRow): string {
  const text = `${citation.charAt(0).toUpperCase()}${citation.slice(1)}`;
  return `${safe(text)}; confidence ${confidence}.`;
}

/** Low, value, high, and the unit that all three share. A choice or a date has no range, and stands where the unit would. */
function numbersOf({ measure, low, value, high }: LeverRow, start: string): [string, string, string, string] {
  if (measure.type !== 'number') return ['', '', '', leverText(value, measure, start)];
  const scale = scaleFor(measure, Math.max(Math.abs(low), Math.abs(value), Math.abs(high)), 1e3);
  const [a = '', b = '', c = ''] = row([low, value, high].map((one) => one * scale.factor));
  return [a, b, c, labelOf('', scale)[1].replace(/^, /u, '')];
}
