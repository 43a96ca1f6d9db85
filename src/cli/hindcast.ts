import type {
  CappingObservation,
  ComparedObservation,
  ErrorSummary,
  Hindcast,
  UncomparedObservation,
} from '../index.ts';
import { csv, type Field } from './csv.ts';
import { quantity } from './scale.ts';
import type { Paper } from './style.ts';
import { type Column, type Row, table } from './table.ts';
import { safe, wrap } from './text.ts';

const LEFT: Column = { align: 'left' };
const RIGHT: Column = { align: 'right' };
const WRAPPED: Column = { align: 'left', gives: 'wrap' };

/** A hindcast for a reader: errors by series and date, parts within their wholes, and all that was not compared, with its reason. */
export function hindcastLines(found: Hindcast, paper: Paper): string[] {
  const { scenario, compared, capping, uncompared, all, free } = found;
  const given = compared.some((one) => one.given);
  return [
    paper.bold(`What was observed, beside "${safe(scenario.title)}"`),
    '',
    ...section(['Observed, and the model', '', 'seen', 'model', 'error'], comparedRows(found), paper),
    '',
    ...(compared.length === 0 ? [] : wrap(`All ${words(all)}`, paper.width)),
    ...(given && free.count > 0 ? wrap(`Without * ${words(free)}`, paper.width) : []),
    ...(given
      ? wrap('* A lever was set by this figure, so agreement proves little.', paper.width, '  ').map(paper.dim)
      : []),
    ...wrap(
      'The scenario was written with these reports in hand: this shows whether the equations can hold them together, not foresight.',
      paper.width,
    ).map(paper.dim),
    '',
    ...section(['Parts of something larger', '', 'the whole', 'the part', ''], capping.map(capRow), paper),
    '',
    paper.bold(`Not compared: ${uncompared.length}`),
    ...reasons(uncompared).flatMap(([reason, ids]) => wrap(`${reason} ${ids.join(', ')}`, paper.width, '   ', ' ')),
    '',
    ...wrap(
      `${compared.length} compared, ${capping.length} held as a bound, ${uncompared.length} not compared: all ${compared.length + capping.length + uncompared.length} observations. Model ${found.model}.`,
      paper.width,
    ).map(paper.dim),
  ];
}

function section(head: readonly string[], rows: readonly Row[], paper: Paper): string[] {
  if (rows.length === 0) return [paper.bold(head[0] ?? ''), ' none'];
  const [first = '', ...rest] = table([head, ...rows], [WRAPPED, LEFT, RIGHT, RIGHT, RIGHT], paper.width);
  return [paper.bold(first), ...rest];
}

/** Series after series, each with its observations by date. */
function comparedRows({ bySeries, compared }: Hindcast): Row[] {
  return bySeries.flatMap(({ of, title, count, bias }): Row[] => [
    count > 1 && bias !== null ? `${safe(title)} (mean error ${percent(bias)})` : safe(title),
    ...compared.filter((one) => one.of === of).map(comparedRow),
  ]);
}

function comparedRow({ observation, unit, value, error, within, given }: ComparedObservation): Row {
  const mark = `${within === true ? ' in range' : ''}${given ? ' *' : ''}`;
  return [
    `  ${safe(observation.quantity)}${mark}`,
    when(observation.date, observation.take),
    quantity(observation.value, { unit }),
    quantity(value, { unit }),
    percent(error),
  ];
}

function capRow({ observation, title, unit, value, share, holds }: CappingObservation): Row {
  return [
    `  ${safe(observation.quantity)}; part: ${safe(title).toLowerCase()}`,
    when(observation.date, observation.take),
    quantity(observation.value, { unit }),
    quantity(value, { unit }),
    holds ? percent(share, false) : 'too large',
  ];
}

/** A figure for a year is told by the year. */
const when = (date: string, take: string | undefined): string =>
  take === undefined || take === 'peak' ? date.slice(0, 7) : date.slice(0, 4);

/** "+6.5 %"; without a sign for a share. */
function percent(share: number, signed = true): string {
  const text = (Math.abs(share) * 100).toFixed(Math.abs(share) < 0.1 ? 1 : 0);
  const sign = /^[0.]*$/u.test(text) ? '' : share < 0 ? '-' : signed ? '+' : '';
  return `${sign}${text} %`;
}

function words({ count, bias, size }: ErrorSummary): string {
  const lean =
    bias === null
      ? ''
      : `: on average the model is ${percent(bias, false).replace('-', '')} too ${bias < 0 ? 'low' : 'high'}`;
  return `${count}${lean}${size === null ? '' : `; the errors' mean size is ${percent(size, false)}`}.`;
}

/** Observations that share a reason are named together. */
function reasons(list: readonly UncomparedObservation[]): (readonly [string, readonly string[]])[] {
  const groups = new Map<string, string[]>();
  for (const { observation, reason } of list) groups.set(reason, [...(groups.get(reason) ?? []), observation.id]);
  return [...groups].map(([reason, ids]) => [safe(reason), ids]);
}

/** One line an observation, whatever became of it. */
export function hindcastCsv(found: readonly Hindcast[]): string {
  const start = (one: Hindcast, kind: string): Field[] => [one.scenario.id ?? one.scenario.title, kind];
  const rows = found.flatMap((one): Field[][] => [
    ...one.compared.map(({ observation: seen, of, unit, value, error, within, given }) => [
      ...start(one, 'compared'),
      seen.id,
      seen.date,
      seen.quantity,
      of,
      seen.value,
      seen.low,
      seen.high,
      value,
      unit,
      error,
      within === null ? null : String(within),
      given ? seen.input : null,
      null,
    ]),
    ...one.capping.map(({ observation: seen, of, unit, value, share, holds }) => [
      ...start(one, 'bound'),
      seen.id,
      seen.date,
      seen.quantity,
      of,
      seen.value,
      seen.low,
      seen.high,
      value,
      unit,
      share - 1,
      String(holds),
      null,
      null,
    ]),
    ...one.uncompared.map(({ observation: seen, reason }) => [
      ...start(one, 'not compared'),
      seen.id,
      seen.date,
      seen.quantity,
      seen.series ?? seen.caps,
      seen.value,
      seen.low,
      seen.high,
      null,
      seen.unit,
      null,
      null,
      seen.input,
      reason,
    ]),
  ]);
  const head = 'scenario,kind,observation,date,quantity,series,seen,low,high,model,unit,error,within,input,reason';
  return csv(head.split(','), rows);
}
