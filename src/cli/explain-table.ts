import type { Explanation } from '../runs.ts';
import { csv, type Field } from './csv.ts';
import { quantity, scaleFor } from './scale.ts';
import type { Paper } from './style.ts';
import { safe, wrap } from './text.ts';

/** More values of one series over time than this are listed without their own inputs. */
const MOST_MOMENTS = 4;

/**
 * A number as a tree. Each line gives a value in its own unit with every digit, so that a reader can recompute the formula above it; what
 * it means to people stands in brackets.
 */
export function explanationLines(explanation: Explanation, scenario: string, paper: Paper): string[] {
  const { title, at, value, means, says, show, unit } = explanation;
  const shown = means ?? (Number.isFinite(value) ? quantity(value, { unit, show }) : 'none');
  const tree = node(explanation, { first: '', rest: '' }, { at, paper, told: new Set() });
  const more = '… is not opened here: --depth opens more, and what was opened once is not opened again.';
  return [
    paper.bold(`${safe(title)}, ${at}: ${shown}`),
    ...wrap(`${safe(says)} In "${safe(scenario)}".`.trim(), paper.width),
    '',
    ...tree,
    ...(hasMore(explanation) ? ['', ...wrap(more, paper.width).map(paper.dim)] : []),
  ];
}

/** A space at which no line is broken, while lines are made. */
const TOGETHER = '\u00a0';

/** What stands to the left of a node's first line, and of all below it. */
interface Margin {
  readonly first: string;
  readonly rest: string;
}

interface Telling {
  /** The month of what is around; only another one is said. */
  readonly at: string;
  readonly paper: Paper;
  /** What has been told of a given number, so that it is told once. */
  readonly told: Set<string>;
}

function node(explanation: Explanation, margin: Margin, telling: Telling): string[] {
  const { paper, told } = telling;
  const children = gathered(explanation.inputs);
  const below = `${margin.rest}${children.length > 0 ? '│ ' : '  '}`;
  const head = wrap(headOf(explanation, telling.at), paper.width, `${margin.rest}    `, margin.first);
  const lines = head.map((line) => line.replaceAll(TOGETHER, ' '));
  for (const text of notes(explanation)) {
    if (explanation.tag === 'computed' || !told.has(text)) lines.push(...wrap(text, paper.width, `${below}  `, below));
    told.add(text);
  }
  if (explanation.more !== true)
    lines.push(...historyOf(explanation).flatMap((text) => wrap(text, paper.width, `${below}  `, below)));
  for (const [place, [first, ...others]] of children.entries()) {
    const last = place === children.length - 1;
    const next = { first: `${margin.rest}${last ? '└─ ' : '├─ '}`, rest: `${margin.rest}${last ? '   ' : '│  '}` };
    if (first === undefined) continue;
    if (others.length === 0) lines.push(...node(first, next, { ...telling, at: explanation.at }));
    else lines.push(...wrap(momentsOf([first, ...others]), paper.width, `${next.rest}  `, next.first));
  }
  return lines;
}

/** "facility_in_use.abilene = 1093.5 MW (1.09 GW) [computed]"; the month where it is another one than around it. */
function headOf(explanation: Explanation, around: string): string {
  const { value, means, unit, show, at, tag, more } = explanation;
  const when = at === around ? '' : ` in ${at}`;
  const exact = Number.isFinite(value) ? `${value}${unit === '1' ? '' : ` ${unit}`}` : 'none';
  const { factor, size } = scaleFor({ unit, show }, value);
  const brackets = !Number.isFinite(value) || value === 0 || (factor === 1 && size === '');
  const people = means !== undefined ? ` (${means})` : brackets ? '' : ` (${quantity(value, { unit, show })})`;
  return `${nameOf(explanation)}${when} = ${exact}${people} [${tag}]${more ? `${TOGETHER}…` : ''}`;
}

/** "From 0 MW in 2025-01: 2025 +12.3 MW (fastest before 2025-11), ...": years in which nothing changed are left out. */
function historyOf({ history, unit, show }: Explanation): string[] {
  if (history === undefined) return [];
  const { start, years } = history;
  const told = years
    .filter(({ change }) => change !== 0)
    .map(
      ({ year, change, most }) =>
        `${year} ${change > 0 ? '+' : ''}${quantity(change, { unit, show })} (fastest before ${most})`,
    );
  return [
    `From ${quantity(start.value, { unit, show })} in ${start.at}: ${told.length === 0 ? 'no change' : told.join(', ')}.`,
  ];
}

/** All values of one series, month after month. */
function momentsOf(values: readonly [Explanation, ...Explanation[]]): string {
  const [first] = values;
  const last = values.at(-1) ?? first;
  return `${nameOf(first)}, ${first.unit}, each step from ${first.at} to ${last.at} [${first.tag}] …: ${values.map(({ value }) => value).join(', ')}`;
}

/** The formula of what is computed; of anything else what it is, how sure, and where it comes from. */
function notes(explanation: Explanation): string[] {
  const { title, formula, tag, range, confidence, why, grounds = [], source, changed, more } = explanation;
  const reason = why === undefined ? [] : [sentence(safe(why))];
  if (tag === 'computed') return formula === undefined || more ? reason : [`${safe(title)} = ${formula}`, ...reason];
  const spread =
    range === undefined || range.low === range.high
      ? ''
      : `, from ${amount(range.low, explanation)} to ${amount(range.high, explanation)}`;
  const sure = confidence === undefined ? '' : `; confidence ${confidence}`;
  const moved = changed ? '; not the default' : '';
  const what = sentence(`${safe(title)}${spread}${sure}${moved}`);
  const rests = grounds.length === 0 ? [] : [`Rests on ${grounds.map(citation).join(' ')}`];
  return [what, ...reason, ...(source === undefined ? [] : [citation(source)]), ...rests];
}

function amount(value: number, { unit, show }: Explanation): string {
  return quantity(value, { unit, show });
}

function citation({ id, title = id, publisher, date, url }: NonNullable<Explanation['source']>): string {
  const words = [`"${safe(title)}"`, publisher, date].filter((part) => part !== undefined).map((part) => safe(part));
  return `${words.join(', ')}.${url === undefined ? '' : ` ${safe(url)}`}`;
}

function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/u.test(whole) ? whole : `${whole}.`;
}

/** As `series` takes it: "facility_in_use.abilene". */
function nameOf({ id, item }: Explanation): string {
  return item === undefined ? id : `${id}.${item}`;
}

/** Inputs one by one, but many values of one series together. */
function gathered(inputs: readonly Explanation[]): (readonly Explanation[])[] {
  const groups: Explanation[][] = [];
  for (const input of inputs) {
    const group = groups.at(-1);
    const [before] = group ?? [];
    if (group !== undefined && before !== undefined && nameOf(before) === nameOf(input)) group.push(input);
    else groups.push([input]);
  }
  return groups.flatMap((group) => (group.length > MOST_MOMENTS ? [group] : group.map((one) => [one])));
}

function hasMore({ more, inputs }: Explanation): boolean {
  return more === true || inputs.some(hasMore);
}

/** The tree as lines: each input follows what uses it, one level deeper. */
export function explanationCsv(explanation: Explanation): string {
  const rows: Field[][] = [];
  const visit = (one: Explanation, level: number): void => {
    const { title, unit, at, value, tag, formula, recomputed, source, confidence, range } = one;
    rows.push([
      level,
      nameOf(one),
      title,
      at,
      value,
      unit,
      tag,
      formula,
      recomputed,
      range?.low,
      range?.high,
      confidence,
      source?.title ?? source?.id,
      source?.publisher,
      source?.date,
      source?.url,
    ]);
    for (const input of one.inputs) visit(input, level + 1);
  };
  visit(explanation, 0);
  return csv(HEAD, rows);
}

const HEAD = [
  'level',
  'id',
  'title',
  'at',
  'value',
  'unit',
  'tag',
  'formula',
  'recomputed',
  'low',
  'high',
  'confidence',
  'source',
  'publisher',
  'date',
  'url',
];
