import { FIGURES, figureOf } from './figures.ts';
import type { MovedFigure, Ran, Seen, Work } from './types.ts';

/** Digits kept of a figure: more than are shown, few enough for a link. */
const DIGITS = 5;
/** Figures that lie closer together than this are the same figure: a share of the larger. */
const SAME = 0.001;

/** The figures a run sums up to, as they are kept with a link or with the work. */
function seenOf(ran: Ran): Seen {
  return Object.fromEntries(
    FIGURES.map((figure) => {
      const { value } = figureOf(figure, ran);
      return [figure.id, value === null ? null : Number(value.toPrecision(DIGITS))];
    }),
  );
}

/** The same of every scenario on the table that has a result, by key. */
export function seenOfAll({ entries }: Work, runs: Readonly<Record<string, Ran>>): Readonly<Record<string, Seen>> {
  return Object.fromEntries(
    entries.flatMap(({ key, scenario }) => {
      const ran = runs[key];
      return ran?.scenario === scenario && ran.failure === undefined ? [[key, seenOf(ran)]] : [];
    }),
  );
}

/** What was seen, as far as it is that: it may come from anybody's link. */
export function readSeen(value: unknown): Seen | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Record<string, unknown>;
  const known = FIGURES.flatMap(({ id }) => {
    const figure = Object.hasOwn(given, id) ? given[id] : undefined;
    return figure === null || (typeof figure === 'number' && Number.isFinite(figure)) ? [[id, figure]] : [];
  });
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

/** The figures that are others now. A figure that was not kept is not compared. */
export function movedFigures(seen: Seen, ran: Ran): MovedFigure[] {
  return FIGURES.flatMap((figure) => {
    const was = seen[figure.id];
    const is = figureOf(figure, ran).value;
    if (was === undefined || was === is) return [];
    const same = was !== null && is !== null && Math.abs(is - was) <= SAME * Math.max(Math.abs(is), Math.abs(was));
    return same ? [] : [{ title: ran.scenario.title, figure, was, is }];
  });
}
