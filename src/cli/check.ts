import {
  checkProjection,
  claims as claimsOf,
  type Hindcast,
  hindcast,
  type LawProblem,
  realityCheck,
} from '../index.ts';
import { loadSeeds, type Problem, type Projection, scenarios, simulate } from '../runs.ts';
import { type Chanced, chanceDocuments, chanceLines, chancesCsv, chancesIn } from './claim-chances.ts';
import { type Answered, claimLines, claimsCsv } from './claims.ts';
import { csv, type Field } from './csv.ts';
import { asked, BAD, Failure, GOOD, misuse } from './failure.ts';
import { hindcastCsv, hindcastLines } from './hindcast.ts';
import { loadScenario } from './load.ts';
import { STOPPED } from './long.ts';
import { realityCsv, realityLines } from './reality.ts';
import { type CommonOptions, paperFor, put } from './shell.ts';
import type { Paper } from './style.ts';
import { wrap } from './text.ts';

export interface CheckOptions extends CommonOptions {
  readonly reality?: true;
  readonly claims?: true;
  /** Claims under uncertainty, instead of in a single run. */
  readonly chances?: true;
  readonly members?: number;
  readonly seed?: number;
  readonly hindcast?: true;
}

const MEMBERS = 1000;

/** What was found in one scenario. */
interface Found {
  readonly name: string;
  /** Mistakes in the file, for people: "file:line:column: ...". */
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
  /** What must always hold and does not. */
  readonly laws: readonly LawProblem[];
  /** Absent where the file has mistakes. */
  readonly projection?: Projection;
}

/** `buildout check`: reads each scenario, tells every mistake, runs it, and looks whether what must always hold does. */
export async function check(given: readonly string[], options: CheckOptions): Promise<number> {
  const { format, set } = options;
  if (!options.chances && (options.members ?? options.seed) !== undefined)
    throw misuse('--members and --seed are for --chances');
  const names = given.length > 0 ? given : scenarios.map(({ id = '' }) => id);
  const found: Found[] = [];
  for (const name of names) found.push(await look(name, set));
  const answered = options.claims && !options.chances ? found.flatMap(answers) : [];
  const chanced = options.chances ? await chances(found, options) : [];
  if (chanced === undefined) return STOPPED;
  const observed = options.hindcast ? hindcasts(given, found) : [];
  const figures = options.reality ? realityCheck() : [];
  const bad = found.some(isBad) || figures.some(({ unexplained }) => unexplained);
  if (format === 'json') {
    const more = {
      ...(options.claims && !options.chances ? { claims: answered } : {}),
      ...(options.chances ? { chances: await chanceDocuments(chanced) } : {}),
      ...(options.hindcast
        ? { hindcast: observed.map(({ scenario, ...one }) => ({ scenario: scenario.title, ...one })) }
        : {}),
      ...(options.reality ? { reality: figures } : {}),
    };
    const checked = found.map(({ name, problems, laws }) => ({ name, problems, laws }));
    await put(JSON.stringify({ format: 'buildout-check/1', good: !bad, scenarios: checked, ...more }), options);
  } else if (format === 'csv') {
    const lists = [
      ...(options.claims && !options.chances ? [claimsCsv(answered)] : []),
      ...(options.chances ? [chancesCsv(chanced)] : []),
      ...(options.hindcast ? [hindcastCsv(observed)] : []),
      ...(options.reality ? [realityCsv(figures)] : []),
    ];
    if (lists.length > 1) throw misuse('csv holds one list: ask for claims, hindcast or reality by itself');
    await put(lists[0] ?? checkCsv(found), options);
  } else {
    const paper = paperFor(options);
    const told =
      options.claims && !options.chances ? ['', ...claimLines(answered, (await loadSeeds()).claims, paper)] : [];
    const likely = chanced.flatMap((one) => ['', ...chanceLines(one, paper)]);
    const seen = observed.flatMap((one) => ['', ...hindcastLines(one, paper)]);
    const real = options.reality ? ['', ...realityLines(figures, paper)] : [];
    await put([...checkLines(found, paper), ...told, ...likely, ...seen, ...real].join('\n'), options);
  }
  return bad ? BAD : GOOD;
}

async function look(name: string, settings: readonly string[] | undefined): Promise<Found> {
  try {
    const scenario = await loadScenario(name, settings);
    const projection = asked(() => simulate(scenario));
    return { name, lines: [], problems: [], laws: checkProjection(projection), projection };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== BAD) throw error;
    return { name, lines: error.lines, problems: error.problems, laws: [] };
  }
}

/** Of the scenarios given, or of the one that tells what was reported. */
function hindcasts(given: readonly string[], found: readonly Found[]): Hindcast[] {
  if (given.length === 0) return [hindcast()];
  return found.flatMap(({ projection }) => (projection === undefined ? [] : [hindcast(projection)]));
}

function answers({ name, projection }: Found): Answered[] {
  return projection === undefined ? [] : [{ scenario: name, answers: claimsOf(projection) }];
}

/** Of each scenario that can be read, one after another; undefined where Ctrl-C left nothing to tell. */
async function chances(
  found: readonly Found[],
  { members = MEMBERS, seed }: Pick<CheckOptions, 'members' | 'seed'>,
): Promise<Chanced[] | undefined> {
  const all: Chanced[] = [];
  for (const { name, projection } of found) {
    if (projection === undefined) continue;
    const one = await chancesIn(name, projection.scenario, { members, ...(seed !== undefined && { seed }) });
    if (one === undefined) return all.length === 0 ? undefined : all;
    all.push(one);
    if ((one.claims[0]?.chance.members ?? members) < members) break;
  }
  return all;
}

function isBad({ lines, laws }: Found): boolean {
  return lines.length > 0 || laws.length > 0;
}

function checkLines(found: readonly Found[], paper: Paper): string[] {
  const bad = found.filter(isBad);
  const count = found.length - bad.length;
  const width = Math.max(...found.map(({ name }) => name.length));
  return [
    ...found.flatMap((one): string[] => {
      if (!isBad(one)) return [`${one.name.padEnd(width)}  good`];
      const number = one.lines.length + one.laws.length;
      return [
        `${one.name.padEnd(width)}  ${number} ${number === 1 ? 'mistake' : 'mistakes'}`,
        ...one.lines.flatMap((line) => wrap(line, paper.width, '    ', '  ')),
        ...one.laws.flatMap(({ law, message }) => wrap(`${law}: ${message}`, paper.width, '    ', '  ')),
      ];
    }),
    '',
    `${count} good, ${bad.length} bad`,
  ];
}

function checkCsv(found: readonly Found[]): string {
  const rows = found.flatMap(({ name, lines, problems, laws }): Field[][] => [
    ...problems.map((problem, place) => [
      name,
      problem.code,
      problem.file ?? name,
      problem.line,
      problem.column,
      problem.path,
      null,
      lines[place],
    ]),
    ...laws.map(({ law, id, at, message }) => [name, law, null, null, null, id, at, message]),
  ]);
  return csv(['scenario', 'kind', 'file', 'line', 'column', 'where', 'at', 'message'], rows);
}
