import type { ChartSource } from './spec.ts';
import { valueAt } from './times.ts';

/** Codes of `binding`, in the model's order; a row of the strip has one more for what has not begun. */
export const CAUSES = ['done', 'money', 'power', 'building', 'chips'] as const;
export type Cause = (typeof CAUSES)[number];

/** What held capacity up: shares of all megawatt-time that was started and not in use. */
export interface Waiting {
  /** By share, largest first; only causes that occur. */
  readonly causes: readonly { readonly cause: Cause; readonly share: number }[];
  /** When the first of them first held up more than any other. */
  readonly from: number;
}

/** The year sentences speak of where they may choose: the one most announcements name, if the run holds it. */
const YEAR = 2030;

/** Reads numbers off a run for sentences. Years are decimal; what the run does not have is not a number. */
export class Reading {
  readonly source: ChartSource;
  readonly start: number;
  readonly end: number;
  /** 2030, or the run's end where 2030 lies outside it. */
  readonly year: number;

  constructor(source: ChartSource) {
    this.source = source;
    this.start = source.times[0] ?? Number.NaN;
    this.end = source.times[source.times.length - 1] ?? Number.NaN;
    this.year = this.start < YEAR && this.end >= YEAR - 1 / 24 ? YEAR : this.end;
  }

  at(id: string, year: number): number {
    const values = this.source.series(id);
    return values ? valueAt(values, this.source.times, year) : Number.NaN;
  }

  last(id: string): number {
    return this.at(id, this.end);
  }

  /** The largest value and the first time it is reached. */
  peak(id: string): { readonly value: number; readonly year: number } {
    let value = Number.NaN;
    let year = this.start;
    this.source.series(id)?.forEach((candidate, i) => {
      if (!(candidate <= value) && Number.isFinite(candidate)) {
        value = candidate;
        year = this.source.times[i]!;
      }
    });
    return { value, year };
  }

  /** The least value. */
  low(id: string): number {
    let low = Number.NaN;
    this.source.series(id)?.forEach((value) => {
      if (!(value >= low) && Number.isFinite(value)) low = value;
    });
    return low;
  }

  /** The first time from which the test holds to the end; undefined where it does not hold at the end. */
  forGood(id: string, test: (value: number) => boolean): number | undefined {
    const values = this.source.series(id);
    let from: number | undefined;
    for (let i = (values?.length ?? 0) - 1; i >= 0 && test(values![i]!); i--) from = this.source.times[i]!;
    return from;
  }

  /** A rate added up to a year: each step at the rate it begins with, as the model's stocks do. */
  sum(id: string, until: number): number {
    const values = this.source.series(id);
    const { times } = this.source;
    if (!values) return Number.NaN;
    let total = 0;
    for (let i = 0; i + 1 < times.length && times[i]! < until - 1 / 24; i++) {
      total += values[i]! * (Math.min(until, times[i + 1]!) - times[i]!);
    }
    return total;
  }

  /** What held up what was started, until a year; undefined where nothing waited. */
  waiting(until: number, record = 'binding'): Waiting | undefined {
    const { source } = this;
    const sites = source.items('sites').flatMap(({ id }) => {
      const codes = source.series(`${record}.${id}`);
      const started = source.series(`facility_started.${id}`);
      const inUse = source.series(`facility_in_use.${id}`);
      return codes && started && inUse ? [{ codes, started, inUse }] : [];
    });
    const totals = CAUSES.map(() => 0);
    const leads: number[] = CAUSES.map(() => Number.NaN);
    // One for all months: this is asked of every run at each move of a slider.
    const now = CAUSES.map(() => 0);
    for (let i = 0; i < source.times.length && source.times[i]! <= until + 1 / 24; i++) {
      now.fill(0);
      for (const { codes, started, inUse } of sites) {
        const gap = started[i]! - inUse[i]!;
        const code = codes[i]!;
        if (code > 0 && gap > 0) now[code] = (now[code] ?? 0) + gap;
      }
      const most = now.indexOf(Math.max(...now));
      if (now[most]! > 0 && Number.isNaN(leads[most]!)) leads[most] = source.times[i]!;
      now.forEach((gap, code) => {
        totals[code] = totals[code]! + gap;
      });
    }
    const all = totals.reduce((sum, total) => sum + total, 0);
    if (!(all > 0)) return undefined;
    const causes = CAUSES.map((cause, code) => ({ cause, share: totals[code]! / all }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share);
    return { causes, from: leads[CAUSES.indexOf(causes[0]!.cause)]! };
  }
}
