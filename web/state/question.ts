import { isYearMonth } from '../../src/scenario/dates.ts';
import type { Lever } from '../../src/scenario/levers.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { moved } from './move.ts';

type Span = Pick<Scenario, 'start' | 'horizon'>;

/** A month as people type it: "2030" is its January, "2030-07", "2030/7", "7/2030" and "July 2030" a July. Undefined for what is none. */
export function isoMonthOf(text: string, language: string): string | undefined {
  const [, before = '', year, after = ''] =
    /^(?:(\d{1,2}|\p{L}{3,})[-/., ]+)?(\d{4})(?:[-/., ]+(\d{1,2}))?$/u.exec(text.trim()) ?? [];
  if (year === undefined || (before !== '' && after !== '')) return undefined;
  const named = MONTHS_OF_YEAR.find((month) => monthName(month, language).startsWith(before.toLowerCase()));
  const month = /^\p{L}/u.test(before) ? named : Number(before || after || '1');
  const iso = `${year}-${String(month).padStart(2, '0')}`;
  return isYearMonth(iso) ? iso : undefined;
}

const MONTHS_OF_YEAR = Array.from({ length: 12 }, (_, n) => n + 1);

function monthName(month: number, language: string): string {
  const date = new Date(Date.UTC(2000, month - 1));
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(date).toLowerCase();
}

/** A month as people type it, within the run. Undefined for what is none, or outside. */
export function typedMonth(text: string, { start, horizon }: Span, language: string): string | undefined {
  const iso = isoMonthOf(text, language);
  return iso !== undefined && iso >= start && iso <= horizon ? iso : undefined;
}

/** The first month asked about: the one nearest to it that the run has. */
export function monthWithin(month: string, { start, horizon }: Span): string {
  return month < start ? start : month > horizon ? horizon : month;
}

/** Levers set to values together. Shares that balance give way one after another, as they would by hand. */
export function applied(
  scenario: Scenario,
  changes: readonly { readonly lever: string; readonly to: number }[],
  meta: Parameters<typeof moved>[3],
): Scenario {
  return changes.reduce((into, { lever, to }) => moved(into, lever, to, meta), scenario);
}

/** How far along a lever a map goes, unless somebody says otherwise. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const MONTHS = 24;

/**
 * The range that the evidence has and the lever's value within it. What is stated without a range may be anything, and a map of all that
 * shows nothing: half to twice what it is, and two years around a date.
 */
export function stretchOf({
  value,
  range,
  usual,
  measure,
}: Pick<Lever, 'value' | 'range' | 'usual' | 'measure'>): Stretch {
  const low = Math.min(value, usual.low, range.low);
  const high = Math.max(value, usual.high, range.high);
  const within = (end: number): number =>
    Math.min(measure.most ?? Number.POSITIVE_INFINITY, Math.max(measure.least ?? Number.NEGATIVE_INFINITY, end));
  const isOpen = low === high || (usual.low === usual.high && range.low === range.high);
  if (!isOpen) return { from: low, to: high };
  if (measure.type === 'date') return { from: within(value - MONTHS), to: within(value + MONTHS) };
  if (value === 0) return { from: within(-1), to: within(1) };
  return { from: within(Math.min(value / 2, value * 2)), to: within(Math.max(value / 2, value * 2)) };
}
