import type { Source } from '../../src/scenario/seeds-types.ts';
import { numberFormat, quantity } from '../charts/units.ts';
import { words } from '../words/en.ts';
import { proofWords } from '../words/proof.ts';

const { locale } = words;

/** A number in a unit that stands beside it: "46.4", "122,000". */
export function digits(value: number): string {
  return numberFormat(locale, { maximumSignificantDigits: 3 }).format(value);
}

/** With its unit: "$838 billion a year", "300 MW". A year is a name, not a number of years. */
export function amount(value: number, unit: string): string {
  if (unit === 'calendar year' || (unit === 'year' && value >= 1000)) return String(Math.round(value));
  return quantity(value, unit, locale);
}

/** "+6.5%"; without a sign for a share. */
export function percent(share: number, signed = true): string {
  return numberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: Math.abs(share) < 0.1 ? 1 : 0,
    signDisplay: signed ? 'exceptZero' : 'auto',
  })
    .format(share)
    .replace('-', '\u2212');
}

/** A published unit in words: "billion USD per GW". */
export function unitText(unit: string): string {
  return unit
    .replace('/year', proofWords.perYear)
    .replace('GWIT', 'GW of IT')
    .replace('/', ' per ')
    .replace(/\b(job|die)\b/u, '$1s');
}

/** "Oct 2025", "23 Sept 2025" as the figure knows it; other times as they stand: a year, a span. */
export function dateText(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/u.exec(date) ?? [];
  if (year === undefined) return date;
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'short',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  };
  return new Intl.DateTimeFormat(locale, options).format(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
}

/** Things that share a reason, together. */
export function byReason<T>(list: readonly T[], reasonOf: (one: T) => string): [reason: string, list: T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(reasonOf(one), [...(groups.get(reasonOf(one)) ?? []), one]);
  return [...groups];
}

export function sourceFor(sources: readonly Source[], id: string): Source | undefined {
  return sources.find((source) => source.id === id);
}
