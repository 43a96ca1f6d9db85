import type { ClaimAnswer } from '../index.ts';
import { type Claim, model } from '../runs.ts';
import { csv } from './csv.ts';
import { quantity } from './scale.ts';
import type { Paper } from './style.ts';
import { type Row, table } from './table.ts';
import { safe, wrap } from './text.ts';

/** The answers of one scenario. */
export interface Answered {
  readonly scenario: string;
  readonly answers: readonly ClaimAnswer[];
}

/**
 * Every claim with a figure, what was said, and the answers, scenarios that agree together.
 * @param claims all there are, so that those without an answer are told with their reason
 */
export function claimLines(answered: readonly Answered[], claims: readonly Claim[], paper: Paper): string[] {
  const asked = claims.filter(({ id }) => answered.some(({ answers }) => answers.some(({ claim }) => claim.id === id)));
  const silent = claims.filter(({ unanswered }) => unanswered !== undefined);
  return [
    ...asked.flatMap((claim) => [...oneClaim(claim, answered, paper), '']),
    ...(silent.length === 0 ? [] : [paper.bold('Claims the model has no answer to')]),
    ...silent.flatMap(({ says, unanswered = '' }) =>
      wrap(`${safe(says)} Why not: ${safe(unanswered)}`, paper.width, '   ', ' '),
    ),
  ];
}

function oneClaim(claim: Claim, answered: readonly Answered[], paper: Paper): string[] {
  const groups = new Map<string, { row: readonly string[]; scenarios: string[] }>();
  for (const { scenario, answers } of answered) {
    const answer = answers.find((one) => one.claim.id === claim.id);
    if (answer === undefined) continue;
    const row = [valueText(answer), verdict(answer)];
    const key = row.join();
    const group = groups.get(key) ?? { row, scenarios: [] };
    group.scenarios.push(scenario);
    groups.set(key, group);
  }
  const everywhere = groups.size === 1 && answered.length > 1;
  const rows = [...groups.values()].map(
    ({ row, scenarios }): Row => [
      `   ${row[0]}`,
      row[1] ?? '',
      everywhere && scenarios.length === answered.length ? 'every scenario' : scenarios.join(', '),
    ],
  );
  const columns = [{ align: 'left' }, { align: 'left' }, { align: 'left', gives: 'wrap' }] as const;
  return [
    ...wrap(`${claim.id}: ${figureText(claim)}`, paper.width, '   ').map(paper.bold),
    ...wrap(safe(claim.says), paper.width, '   ', '   '),
    ...table(rows, columns, paper.width),
  ];
}

/** How a document speaks, where that is part of the figure. */
const SAID_BEFORE: ReadonlySet<string> = new Set(['up to', 'about', 'nearly', 'at least', 'expected']);

/** "at least 200 thousand jobs", "about 3.6 trillion yuan". */
export function figureText({ figure, documents, answer }: Claim): string {
  if (figure === undefined) return 'no figure';
  const { value, least, most } = figure;
  const show = (number: number): string => shown(number, figure.unit, answer?.of ?? '');
  if (value === undefined) {
    const bounds = [
      least === undefined ? '' : `at least ${show(least)}`,
      most === undefined ? '' : `at most ${show(most)}`,
    ];
    return bounds.filter((bound) => bound !== '').join(', ');
  }
  const hedges = new Set(documents.map(({ hedge }) => hedge ?? 'flat'));
  const [only] = hedges;
  return hedges.size === 1 && only !== undefined && SAID_BEFORE.has(only) ? `${only} ${show(value)}` : show(value);
}

function valueText({ value, reason = '', unit, of }: ClaimAnswer): string {
  return value === null ? `none: ${reason}` : shown(value, unit, of);
}

/** A share is shown in per cent where the record asked is. */
export function shown(value: number, unit: string, of: string): string {
  if (unit === 'calendar year') return String(value);
  const show = model.records.find(({ id }) => id === of)?.show;
  return quantity(value, show === '%' ? { unit: '1', show } : { unit });
}

/** Whether the figure is borne out, and whether the run could have said anything else. */
function verdict({ holds, kind }: ClaimAnswer): string {
  const word = holds === null ? 'no answer' : holds ? 'as said' : 'not so';
  return kind === 'computed' ? word : `${word} (${kind})`;
}

export function claimsCsv(answered: readonly Answered[]): string {
  return csv(
    [
      'scenario',
      'claim',
      'says',
      'said',
      'least',
      'most',
      'said_unit',
      'of',
      'at',
      'value',
      'unit',
      'kind',
      'holds',
      'reason',
    ],
    answered.flatMap(({ scenario, answers }) =>
      answers.map(({ claim, of, at, value, unit, kind, holds, reason }) => [
        scenario,
        claim.id,
        claim.says,
        claim.figure?.value,
        claim.figure?.least,
        claim.figure?.most,
        claim.figure?.unit,
        of,
        at,
        value,
        unit,
        kind,
        holds === null ? null : String(holds),
        reason,
      ]),
    ),
  );
}
