import { isYearMonth } from '../../src/scenario/dates.ts';

/** The question that stands below the charts. */
export interface Asked {
  readonly part: string;
  /** Of a number, by id. */
  readonly of: string;
  readonly month: string;
}

const KEY = 'buildout/question';

/** Keeps it for this tab, so that a reload finds it again. A browser that remembers nothing begins with the usual one. */
export function rememberAsked(asked: Asked): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(asked));
  } catch {
    // Forbidden or full: nothing is lost but a choice of three.
  }
}

export function recallAsked(): Asked | undefined {
  try {
    const { part, of, month } = JSON.parse(sessionStorage.getItem(KEY) ?? '') as Record<string, unknown>;
    const isWhole =
      typeof part === 'string' && typeof of === 'string' && typeof month === 'string' && isYearMonth(month);
    return isWhole ? { part, of, month } : undefined;
  } catch {
    return undefined;
  }
}
