import {
  type Importance,
  importance as importanceOf,
  levers,
  loadDocuments,
  nearestName,
  type Scenario,
  type UncertainLever,
  uncertainLevers,
} from '../runs.ts';
import { csv } from './csv.ts';
import { fixed } from './digits.ts';
import { askedLater, misuse } from './failure.ts';
import { loadScenario } from './load.ts';
import { long, STOPPED, told } from './long.ts';
import { scatterCsv, scatterLines } from './scatter.ts';
import { paperFor, put } from './shell.ts';
import type { Paper } from './style.ts';
import { type Column, table } from './table.ts';
import { safe, wrap } from './text.ts';
import { type QuestionOptions, questionFrom, titleOf } from './tornado.ts';

export interface ImportanceCommand extends QuestionOptions {
  readonly members: number;
  readonly seed?: number;
  readonly method?: 'latin-hypercube' | 'random';
  readonly most: number;
  /** A lever whose cloud of points is wanted instead. */
  readonly scatter?: string;
}

/** About as many as there are levers that could matter. */
const RUNS_A_MEMBER = 100;

/** `buildout importance`: how much of a number's variance each lever brings. */
export async function importance(name: string, options: ImportanceCommand): Promise<number> {
  const { format, members, seed, method } = options;
  const question = questionFrom(options);
  const scenario = await loadScenario(name, options.set);
  const lever = options.scatter === undefined ? undefined : await drawnLever(scenario, options.scatter);
  const found = await long('members', members * RUNS_A_MEMBER, (watch) =>
    importanceOf(scenario, question, {
      ...watch,
      members,
      ...(seed !== undefined && { seed }),
      ...(method !== undefined && { method }),
    }),
  );
  const code = await told(found.members + found.leftOut, found.asked, 'members');
  if (code === STOPPED) return code;
  if (format === 'json') await put(JSON.stringify(await document(found, lever)), options);
  else if (format === 'csv')
    await put(lever === undefined ? importanceCsv(found) : scatterCsv(found, lever.lever, lever.unit), options);
  else {
    const paper = paperFor(options);
    const lines =
      lever === undefined
        ? importanceLines(scenario, found, options.most, paper)
        : scatterLines(scenario, found, lever.lever, paper);
    await put(lines.join('\n'), options);
  }
  return code;
}

/** Asked before anything runs. @throws Failure for a lever that is not drawn, with the nearest that is */
async function drawnLever(scenario: Scenario, name: string): Promise<UncertainLever> {
  const all = await askedLater(() => uncertainLevers(scenario));
  const found = all.find(({ lever }) => lever === name);
  if (found !== undefined) return found;
  if (levers(scenario).some((lever) => lever.name === name))
    throw misuse(`--scatter ${name}: this lever is sure in this scenario, so that it is not drawn; give it a range`);
  const near = nearestName(
    name,
    all.map(({ lever }) => lever),
  );
  throw misuse(`--scatter ${name}: there is no such lever${near === undefined ? '' : ` (did you mean "${near}"?)`}`);
}

async function document(found: Importance, lever: UncertainLever | undefined): Promise<object> {
  const { importanceDocument, scatterDocument } = await loadDocuments();
  const plain = importanceDocument(found);
  return lever === undefined ? plain : { ...plain, scatter: scatterDocument(found, lever) };
}

const RIGHT: Column = { align: 'right' };
const COLUMNS: readonly Column[] = [
  { align: 'left', gives: 'cut' },
  RIGHT,
  { align: 'left', gap: 1 },
  RIGHT,
  { align: 'left', gap: 1 },
  RIGHT,
  { align: 'left' },
];
const BAR = 16;

function importanceLines(scenario: Scenario, found: Importance, most: number, paper: Paper): string[] {
  const { members, leftOut, runs, seed, rows } = found;
  const moving = rows.filter(({ inert }) => !inert);
  const number = (value: number): string => fixed([value], 2)[0] ?? '';
  const lines = moving
    .slice(0, most)
    .map(({ lever, firstOrder, firstOrderError, total, totalError, rankCorrelation }) => [
      lever,
      number(firstOrder),
      `± ${number(firstOrderError)}`,
      number(total),
      `± ${number(totalError)}`,
      number(rankCorrelation),
      '█'.repeat(Math.max(0, Math.min(BAR, Math.round(total * BAR)))),
    ]);
  const count = (value: number): string => value.toLocaleString('en-US');
  const rest = moving.length - lines.length;
  return [
    paper.bold(safe(scenario.title)),
    ...wrap(`What the variance of ${titleOf(found)} comes from.`, paper.width),
    '',
    ...table([['Lever', 'alone', '', 'with others', '', 'rank', ''], ...lines], COLUMNS, paper.width),
    '',
    ...wrap(
      `Alone: Sobol' index of the first order; with others: total index, drawn as a bar; ± standard errors; rank: Spearman's correlation. Levers are taken as independent, shares that balance as one. ${count(
        members,
      )} members${leftOut > 0 ? ` (${count(leftOut)} more have no value)` : ''}, ${count(runs)} runs, seed ${seed}. ${
        rest > 0 ? `${rest} more levers matter less; ` : ''
      }${rows.length - moving.length} did not move it.`,
      paper.width,
    ).map(paper.dim),
  ];
}

function importanceCsv({ output, at, rows }: Importance): string {
  const head = 'lever,title,of,at,first_order,first_order_error,total,total_error,rank_correlation';
  return csv(
    head.split(','),
    rows.map(({ lever, title, firstOrder, firstOrderError, total, totalError, rankCorrelation }) => [
      lever,
      title,
      output.id,
      at,
      firstOrder,
      firstOrderError,
      total,
      totalError,
      rankCorrelation,
    ]),
  );
}
