import type { Book, Entry, Kind } from './book.ts';

/** What a reader narrows the book down by; empty means all. */
export interface Filter {
  readonly query: string;
  readonly chapter: string;
  readonly kind: Kind | '';
}

export const NO_FILTER: Filter = { query: '', chapter: '', kind: '' };

/** Letters without case and accents, so that "Doña" is found by "dona". */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** By id everything an entry may be found by: its names, what it says, its unit and its source. */
export function indexOf(book: Book): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [id, entry] of book.entries) {
    const { title, says, why, unit, source } = entry;
    const { title: page = source, publisher = '', date = '' } = book.sources.get(source) ?? {};
    const parts = [id, id.replaceAll('_', ' '), title, says, why ?? '', unit, page, publisher, date];
    texts.set(id, folded(parts.join('\n')));
  }
  return texts;
}

/** The ids of entries that fit: every word of the query occurs somewhere. */
export function found(book: Book, index: ReadonlyMap<string, string>, filter: Filter): ReadonlySet<string> {
  const words = folded(filter.query).split(/\s+/u).filter(Boolean);
  const fits = ({ id, chapter, kind }: Entry): boolean =>
    (filter.chapter === '' || filter.chapter === chapter) &&
    (filter.kind === '' || filter.kind === kind) &&
    words.every((word) => index.get(id)?.includes(word) ?? false);
  return new Set([...book.entries.values()].filter(fits).map(({ id }) => id));
}

/**
 * The entry that a query most likely means, among those found: the one of that very id or title, else one whose title begins
 * so, else one with the words in its title, else the first.
 */
export function best(book: Book, ids: ReadonlySet<string>, query: string): string | undefined {
  const wanted = folded(query).trim();
  const words = wanted.split(/\s+/u);
  const score = (id: string): number => {
    const title = folded(book.entries.get(id)?.title ?? '');
    if (id === wanted || id === wanted.replaceAll(' ', '_') || title === wanted) return 3;
    if (title.startsWith(wanted)) return 2;
    return words.every((word) => title.includes(word) || id.includes(word)) ? 1 : 0;
  };
  return [...ids].sort((a, b) => score(b) - score(a))[0];
}
