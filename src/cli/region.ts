import { levers, loadDocuments, type Region, region as regionOf, type Scenario } from '../runs.ts';
import { csv } from './csv.ts';
import { digits } from './digits.ts';
import { targetsFrom } from './ensemble.ts';
import { targetWords } from './ensemble-table.ts';
import { misuse } from './failure.ts';
import { loadScenario } from './load.ts';
import { long, STOPPED, told } from './long.ts';
import { type CommonOptions, paperFor, put } from './shell.ts';
import type { Paper } from './style.ts';
import { cut, pad, safe, widthOf, wrap } from './text.ts';
import { leverText } from './values.ts';

export interface RegionCommand extends CommonOptions {
  readonly x: string;
  readonly y: string;
  /** Targets in a line each, instead of the scenario's own. */
  readonly target?: readonly string[];
  /** Points along each axis. */
  readonly points: number;
}

/** `buildout region`: where two levers may be so that all targets hold, as a map. */
export async function region(name: string, options: RegionCommand): Promise<number> {
  const { x, y, points, format } = options;
  const paper = paperFor(options);
  if (format === 'table' && points > paper.width - MARGIN)
    throw misuse(`--points ${points}: the map has room for ${paper.width - MARGIN}; csv and json for more`);
  const scenario = await loadScenario(name, options.set);
  const targets = targetsFrom(scenario, options.target);
  const found = await long('points', points * points, (watch) =>
    regionOf(scenario, [x, y], { ...watch, points, ...(targets !== undefined && { targets }) }),
  );
  const code = await told(found.points, points * points, 'points');
  if (code === STOPPED) return code;
  if (format === 'json') await put(JSON.stringify((await loadDocuments()).regionDocument(found)), options);
  else if (format === 'csv') await put(regionCsv(found), options);
  else await put(regionLines(scenario, found, paper).join('\n'), options);
  return code;
}

/** Room beside the map for what the lever on the upright axis is. */
const MARGIN = 28;

function regionLines(scenario: Scenario, found: Region, paper: Paper): string[] {
  const { x, y, targets, share, points } = found;
  const words = Object.values(targets).map(({ target, output }) => targetWords(target, output));
  const measures = new Map(levers(scenario).map(({ name, measure }) => [name, measure]));
  const text = ({ lever }: Region['x'], value: number): string => {
    const measure = measures.get(lever);
    return measure === undefined ? String(value) : leverText(value, measure, scenario.start);
  };
  const map = mapLines(found);
  const [bottom, top] = [text(y, y.values[0] ?? 0), text(y, y.values.at(-1) ?? 0)];
  const room = Math.min(MARGIN - 2, Math.max(widthOf(bottom), widthOf(top)));
  const beside = (line: number): string =>
    pad(cut(line === 0 ? top : line === map.length - 1 ? bottom : '', room), room, 'right');
  const [left, right] = [text(x, x.values[0] ?? 0), text(x, x.values.at(-1) ?? 0)];
  const gap = ' '.repeat(Math.max(1, x.values.length - widthOf(left) - widthOf(right)));
  return [
    paper.bold(safe(scenario.title)),
    ...wrap(
      `Where ${words.join(', and ')}: ${digits(share * 100)} % of ${points.toLocaleString('en-US')} points.`,
      paper.width,
    ),
    '',
    `${y.lever} upwards, now ${text(y, y.value)}`,
    ...map.map((line, n) => `${beside(n)} │${line}`.trimEnd()),
    `${' '.repeat(room)} └${'─'.repeat(x.values.length)}`,
    `${' '.repeat(room)}  ${left}${gap}${right}`,
    `${' '.repeat(room)}  ${x.lever} to the right, now ${text(x, x.value)}`,
    '',
    ...wrap('█ all targets hold, · one does not, ◆ where the levers are now.', paper.width).map(paper.dim),
  ];
}

/** Two rows of points in a line, the highest first. Points that were not run are blank. */
function mapLines({ x, y, holds, points }: Region): string[] {
  const wide = x.values.length;
  const at = (column: number, row: number): boolean | undefined =>
    row < 0 || row * wide + column >= points ? undefined : holds[row * wide + column] === 1;
  const now = { column: nearest(x), row: nearest(y) };
  return Array.from({ length: Math.ceil(y.values.length / 2) }, (_, line) => {
    const upper = y.values.length - 1 - 2 * line;
    return Array.from({ length: wide }, (_, column) => {
      if (column === now.column && (upper === now.row || upper - 1 === now.row)) return '◆';
      const [high, low] = [at(column, upper), at(column, upper - 1)];
      if (high === undefined && low === undefined) return ' ';
      return high ? (low === false ? '▀' : '█') : low ? '▄' : '·';
    }).join('');
  });
}

/** The place on an axis where the lever is now; -1 where the axis does not reach it. */
function nearest({ value, values }: Region['x']): number {
  const [low = 0, high = 0] = [values[0], values.at(-1)];
  if (value < low || value > high) return -1;
  return Math.round(((value - low) / (high - low)) * (values.length - 1));
}

/** A line a point: both levers, whether all holds, and each target's output. */
function regionCsv({ x, y, targets, holds, points }: Region): string {
  const wide = x.values.length;
  const outputs = Object.values(targets);
  const head = [
    `${x.lever} [${x.unit}]`,
    `${y.lever} [${y.unit}]`,
    'holds',
    ...Object.entries(targets).map(([name, { output }]) => `${name} [${output.unit}]`),
  ];
  return csv(
    head,
    Array.from({ length: points }, (_, n) => [
      x.values[n % wide],
      y.values[Math.floor(n / wide)],
      holds[n] === 1 ? 'true' : 'false',
      ...outputs.map(({ values }) => values[n]),
    ]),
  );
}
