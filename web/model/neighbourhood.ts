import type { Book, Entry } from './book.ts';

/** One place in the picture of what drives what. A record in a loop may stand on both sides, as two places. */
export interface Place {
  /** "-1:starts": the step and the id. */
  readonly key: string;
  readonly id: string;
  /** Steps from the middle: below zero for what drives it, above for what it drives. */
  readonly step: number;
}

export interface Neighbourhood {
  readonly places: readonly Place[];
  /** Keys; every arrow leads one step up. */
  readonly arrows: readonly (readonly [from: string, to: string])[];
  /** How many the picture leaves out, by step. */
  readonly left: ReadonlyMap<number, number>;
}

/** As many as a reader takes in at once. */
const MOST_NEAR = 12;
const MOST_FAR = 14;

const keyOf = (step: number, id: string): string => `${step}:${id}`;

/**
 * What an entry is made from and what is made from it, and the same of those where `far`. Constants are shown beside
 * the middle only: a conversion factor says nothing about what drives what further out.
 * @throws RangeError for an id that is not in the book
 */
export function neighbourhoodOf(book: Book, id: string, far: boolean): Neighbourhood {
  const middle = book.entries.get(id);
  if (middle === undefined) throw new RangeError(`there is no entry "${id}"`);
  const places: Place[] = [{ key: keyOf(0, id), id, step: 0 }];
  const arrows: [string, string][] = [];
  const left = new Map<number, number>();
  for (const side of [-1, 1] as const) {
    const next = (entry: Entry): readonly string[] => (side < 0 ? entry.uses : entry.usedBy);
    const connect = (nearer: string, nearerStep: number, further: string): void => {
      const [a, b] = [keyOf(nearerStep, nearer), keyOf(nearerStep + side, further)];
      arrows.push(side < 0 ? [b, a] : [a, b]);
    };
    const near = constantsLast(next(middle), book);
    const shown = near.slice(0, MOST_NEAR);
    if (near.length > shown.length) left.set(side, near.length - shown.length);
    for (const one of shown) {
      places.push({ key: keyOf(side, one), id: one, step: side });
      connect(id, 0, one);
    }
    if (far) addFar(shown);

    function addFar(nearIds: readonly string[]): void {
      const links = new Map<string, string[]>();
      for (const one of nearIds) {
        for (const further of next(book.entries.get(one) as Entry)) {
          const isNear = nearIds.includes(further) || near.includes(further);
          if (isNear || book.entries.get(further)?.kind === 'constant') continue;
          links.set(further, [...(links.get(further) ?? []), one]);
        }
      }
      // Those with the most arrows say most about how the near ones hang together.
      const kept = [...links].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_FAR);
      if (links.size > kept.length) left.set(2 * side, links.size - kept.length);
      for (const [further, nearer] of kept) {
        places.push({ key: keyOf(2 * side, further), id: further, step: 2 * side });
        for (const one of nearer) connect(one, side, further);
      }
    }
  }
  return { places, arrows, left };
}

function constantsLast(ids: readonly string[], book: Book): string[] {
  const constant = (id: string): number => Number(book.entries.get(id)?.kind === 'constant');
  return [...ids].sort((a, b) => constant(a) - constant(b));
}
