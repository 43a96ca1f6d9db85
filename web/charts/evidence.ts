/** What was claimed and what was seen, put on charts. The shapes are those of the seeds, as far as a chart needs them. */
import type { ChartDot, ChartMark } from './spec.ts';
import { monthName, yearOf } from './times.ts';
import { quantity } from './units.ts';
import { frameWords } from './words.ts';

export interface ClaimLike {
  readonly id: string;
  readonly says: string;
  /** "2025-01-21" or "2025-01". */
  readonly date: string;
  readonly documents: readonly unknown[];
  readonly figure?: { readonly value?: number; readonly least?: number; readonly most?: number; readonly unit: string };
  readonly speaks_of: readonly string[];
  readonly answer?: { readonly of: string };
}

export interface ObservationLike {
  readonly id: string;
  readonly date: string;
  readonly quantity: string;
  readonly series?: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly unit: string;
  readonly source: string;
  readonly says: string;
}

export interface SourceLike {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
}

export interface Evidence {
  readonly claims: readonly ClaimLike[];
  readonly observations: readonly ObservationLike[];
  readonly sources: readonly SourceLike[];
}

/** For charts without any. */
export const NO_EVIDENCE: Evidence = { claims: [], observations: [], sources: [] };

/** The publisher, or the title where the document names none. */
const called = ({ publisher, title }: SourceLike) => (publisher.startsWith('not stated') ? title : publisher);

/**
 * Claims with a figure in the chart's unit that speak of one of its series, as far as a scenario stands on them: what was
 * said of one programme is no measure of another.
 */
export function marksFor(
  series: readonly string[],
  unit: string,
  named: readonly string[],
  evidence: Evidence,
  locale: string,
): ChartMark[] {
  const there = new Set(series);
  const marks = evidence.claims.flatMap((claim): ChartMark[] => {
    const { figure } = claim;
    const value = figure?.value ?? figure?.least ?? figure?.most;
    if (figure?.unit !== unit || value === undefined || !named.includes(claim.id)) return [];
    if (!(claim.answer && there.has(claim.answer.of)) && !claim.speaks_of.some((id) => there.has(id))) return [];
    const size = quantity(value, unit, locale);
    const label =
      figure.value === undefined && figure.least !== undefined
        ? frameWords.claimedLeast(size)
        : frameWords.claimed(size);
    const source = frameWords.documents(claim.documents.length, monthName(yearOf(claim.date), locale));
    return [{ id: claim.id, value, label, says: claim.says, source }];
  });
  // One figure claimed twice is one line.
  return marks.filter((mark, i) => marks.findIndex(({ value }) => value === mark.value) === i);
}

/** Observations of exactly these series within the run. */
export function dotsFor(
  series: readonly string[],
  unit: string,
  ends: readonly [number, number],
  evidence: Evidence,
): ChartDot[] {
  return evidence.observations.flatMap((seen): ChartDot[] => {
    const time = yearOf(seen.date);
    if (seen.unit !== unit || seen.series === undefined || !series.includes(seen.series)) return [];
    if (time < ends[0] || time > ends[1]) return [];
    const source = evidence.sources.find(({ id }) => id === seen.source);
    return [
      {
        id: seen.id,
        time,
        value: seen.value,
        ...(seen.low === undefined ? {} : { low: seen.low }),
        ...(seen.high === undefined ? {} : { high: seen.high }),
        label: frameWords.observed(seen.quantity),
        says: seen.says,
        source: source ? called(source) : seen.source,
      },
    ];
  });
}
