import { type Importance, type Lever, levers, type Scenario } from '../runs.ts';
import { csv } from './csv.ts';
import { quantity } from './scale.ts';
import type { Paper } from './style.ts';
import { pad, safe, widthOf, wrap } from './text.ts';
import { titleOf } from './tornado.ts';
import { leverText } from './values.ts';

const ROWS = 16;
const WIDE = 56;
/** How many points stand in a cell, against the fullest. */
const SHADES = ['·', '░', '▒', '▓', '█'];

/** One lever against the output, as a cloud of points: the darker, the more there are. */
export function scatterLines(scenario: Scenario, found: Importance, lever: string, paper: Paper): string[] {
  const { inputs, outputs } = found.scatter(lever);
  const { members, seed, output, rows } = found;
  const measure = levers(scenario).find(({ name }) => name === lever)?.measure;
  const input = (value: number): string => inputText(value, measure, scenario);
  const [x, y] = [ends(inputs), ends(outputs)];
  const [top, bottom] = [quantity(y.most, output), quantity(y.least, output)];
  const room = Math.max(widthOf(top), widthOf(bottom));
  const wide = Math.max(20, Math.min(WIDE, paper.width - room - 4));
  const counts = new Uint32Array(ROWS * wide);
  const place = (value: number, { least, most }: Ends, cells: number): number =>
    most === least ? 0 : Math.min(cells - 1, Math.floor(((value - least) / (most - least)) * cells));
  for (const [n, value] of inputs.entries())
    counts[place(outputs[n] ?? y.least, y, ROWS) * wide + place(value, x, wide)]! += 1;
  const most = Math.max(1, ...counts);
  const cell = (count: number): string =>
    count === 0 ? ' ' : (SHADES[Math.min(SHADES.length - 1, Math.floor((count / most) * SHADES.length))] ?? '█');
  const map = Array.from({ length: ROWS }, (_, line) => {
    const row = ROWS - 1 - line;
    const beside = line === 0 ? top : line === ROWS - 1 ? bottom : '';
    const cells = Array.from(counts.subarray(row * wide, (row + 1) * wide), cell).join('');
    return `${pad(beside, room, 'right')} │${cells}`.trimEnd();
  });
  const [left, right] = [input(x.least), input(x.most)];
  const gap = ' '.repeat(Math.max(1, wide - widthOf(left) - widthOf(right)));
  const row = rows.find((one) => one.levers.includes(lever));
  const rank = row === undefined || row.levers.length > 1 ? '' : ` Rank correlation ${row.rankCorrelation.toFixed(2)}.`;
  return [
    paper.bold(safe(scenario.title)),
    ...wrap(`${titleOf(found)} upwards, ${lever} to the right.`, paper.width),
    '',
    ...map,
    `${' '.repeat(room)} └${'─'.repeat(wide)}`,
    `${' '.repeat(room)}  ${left}${gap}${right}`,
    '',
    ...wrap(
      `${inputs.length.toLocaleString('en-US')} runs: ${members.toLocaleString('en-US')} members and their twins, seed ${seed}, all levers drawn as independent.${rank} The darker, the more runs.`,
      paper.width,
    ).map(paper.dim),
  ];
}

interface Ends {
  readonly least: number;
  readonly most: number;
}

function ends(values: Float64Array): Ends {
  return {
    least: values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    most: values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  };
}

function inputText(value: number, measure: Lever['measure'] | undefined, { start }: Scenario): string {
  return measure === undefined ? String(value) : leverText(value, measure, start);
}

/** A line a run. */
export function scatterCsv(found: Importance, lever: string, unit: string): string {
  const { output } = found;
  const { inputs, outputs } = found.scatter(lever);
  return csv(
    [`${lever} [${unit}]`, `${output.id} [${output.unit}]`],
    Array.from(inputs, (value, n) => [value, outputs[n]]),
  );
}
