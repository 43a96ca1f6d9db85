import { addMonths, monthsBetween, type Scenario } from '../runs.ts';
import { misuse } from './failure.ts';

/** Months as people give them: "2029-06", or "2029" for its first month. @throws Failure for anything else */
export function readMonths(texts: readonly string[]): string[] {
  return texts.map((text) => {
    const month = /^\d{4}$/u.test(text) ? `${text}-01` : text;
    if (!/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(month))
      throw misuse(`--at ${text}: expected a month such as 2029-06, or a year`);
    return month;
  });
}

/** The first five Januaries after the start, then every fifth, and the last month where none of these is there. */
export function usualMonths({ start, horizon }: Pick<Scenario, 'start' | 'horizon'>): string[] {
  const last = monthsBetween(start, horizon);
  const months = Array.from({ length: last }, (_, place) => addMonths(start, place + 1));
  const januaries = months.filter((month) => month.endsWith('-01'));
  const chosen = januaries.filter((month, place) => place < 5 || Number(month.slice(0, 4)) % 5 === 0);
  return chosen.length > 0 ? chosen.slice(0, 9) : [horizon];
}
