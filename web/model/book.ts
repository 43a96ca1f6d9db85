import type { DescribedMeta, InputMeta, RecordDocs, RecordMeta } from '../../src/engine/meta.ts';
import type { Preset, SetDefinition } from '../../src/engine/types.ts';
import type { Headline } from '../../src/model/headlines.ts';
import type { Source } from '../../src/scenario/seeds-types.ts';

export type Kind = RecordMeta['kind'] | 'headline';

/** One quantity as the page shows it: a record, or a headline taken from records. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly show?: '%';
  readonly kind: Kind;
  readonly chapter: string;
  readonly says: string;
  readonly why?: string;
  readonly year?: number;
  /** Set ids, outermost first. */
  readonly over: readonly string[];
  /** A source's id, "our assumption" or "definition". */
  readonly source: string;
  /** Ids of entries it is made from, each once, in the order of the book; the stages of a delay are the delay. */
  readonly uses: readonly string[];
  /** "time" and "time_step", which are no records. */
  readonly clocks: readonly string[];
  readonly usedBy: readonly string[];
  /** For records: what values are shown by. */
  readonly record?: RecordMeta;
  readonly headline?: Headline;
}

/** A sector, or the headlines. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly entries: readonly Entry[];
  /** How many references lead from each other chapter into this one; nothing for none. */
  readonly draws: ReadonlyMap<string, number>;
}

/** A source with the entries that stand on it. */
export interface Cited {
  readonly source: Source;
  readonly entries: readonly Entry[];
}

/** The whole model as a book: chapters of entries, what leads to what, and the sources at the end. */
export interface Book {
  readonly version: string;
  readonly chapters: readonly Chapter[];
  readonly entries: ReadonlyMap<string, Entry>;
  readonly sets: readonly SetDefinition[];
  readonly presets: readonly Preset[];
  readonly sources: ReadonlyMap<string, Source>;
  /** Sources that entries stand on, by title. */
  readonly cited: readonly Cited[];
  /** The entry an id in an equation means: the delay for one of its stages. Undefined for clocks. */
  entryOf(id: string): Entry | undefined;
}

export interface BookParts {
  readonly meta: DescribedMeta;
  readonly docs: Readonly<Record<string, RecordDocs>>;
  readonly headlines: readonly Headline[];
  readonly sources: readonly Source[];
  /** The words of the headlines' own chapter, which comes first. */
  readonly summary: Pick<Chapter, 'id' | 'title' | 'says'>;
}

/** Arranges what the build knows of a model for reading. */
export function bookOf({ meta, docs, headlines, sources, summary }: BookParts): Book {
  const records = new Map(meta.records.map((record) => [record.id, record]));
  const owner = (id: string): string => records.get(id)?.stageOf ?? id;
  const shown = meta.records.filter((record) => record.stageOf === undefined);
  const order = new Map([...headlines, ...shown].map(({ id }, place) => [id, place]));
  const uses = new Map<string, readonly string[]>();
  for (const { id } of shown) uses.set(id, sorted(docs[id]?.uses.map(owner) ?? [], id, order));
  for (const headline of headlines) uses.set(headline.id, sorted(seriesOf(headline), headline.id, order));
  const usedBy = reversed(uses);
  const links = (id: string) => ({ uses: uses.get(id) ?? [], usedBy: usedBy.get(id) ?? [] });

  const entries = new Map<string, Entry>();
  for (const headline of headlines) {
    const { id, title, unit, show, says } = headline;
    const own = { id, title, unit, says, kind: 'headline' as const, chapter: summary.id, over: [], clocks: [] };
    entries.set(id, { ...own, ...(show && { show }), source: 'definition', headline, ...links(id) });
  }
  for (const record of shown) entries.set(record.id, { ...entryOf(record, docs[record.id]), ...links(record.id) });

  const all = [...entries.values()];
  const chapters = [summary, ...meta.sectors].map(({ id, title, says }) => {
    const own = all.filter((entry) => entry.chapter === id);
    return { id, title, says, entries: own, draws: drawsOf(own, entries) };
  });
  const cited = sources
    .map((source) => ({ source, entries: all.filter((entry) => entry.source === source.id) }))
    .filter((one) => one.entries.length > 0)
    .sort((a, b) => a.source.title.localeCompare(b.source.title));
  return {
    version: meta.version,
    chapters,
    entries,
    sets: meta.sets,
    presets: meta.presets,
    sources: new Map(sources.map((source) => [source.id, source])),
    cited,
    entryOf: (id) => entries.get(owner(id)),
  };
}

function entryOf(record: RecordMeta, docs: RecordDocs | undefined): Omit<Entry, 'uses' | 'usedBy'> {
  const { id, title, unit, show, kind, sector, over } = record;
  return {
    id,
    title,
    unit,
    ...(show && { show }),
    kind,
    chapter: sector,
    over,
    says: docs?.says ?? '',
    ...(docs?.why === undefined ? {} : { why: docs.why }),
    ...(docs?.year === undefined ? {} : { year: docs.year }),
    source: docs?.source ?? 'definition',
    clocks: (docs?.uses ?? []).filter((used) => used === 'time' || used === 'time_step'),
    record,
  };
}

/** The series a headline is taken from. */
function seriesOf({ of, with: other, needs }: Headline): string[] {
  return [of, ...(other === undefined ? [] : [other]), ...(needs === undefined ? [] : [needs.series])];
}

/** Known ids other than `self`, each once, in the order of the book. */
function sorted(ids: readonly string[], self: string, order: ReadonlyMap<string, number>): string[] {
  const known = [...new Set(ids)].filter((id) => id !== self && order.has(id));
  return known.sort((a, b) => (order.get(a) as number) - (order.get(b) as number));
}

/** By id those that use it, in the order of the map. */
function reversed(uses: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [by, used] of uses) {
    for (const id of used) found.set(id, [...(found.get(id) ?? []), by]);
  }
  return found;
}

function drawsOf(own: readonly Entry[], entries: ReadonlyMap<string, Entry>): Map<string, number> {
  const draws = new Map<string, number>();
  for (const { uses, chapter } of own) {
    for (const id of uses) {
      const from = entries.get(id)?.chapter;
      if (from !== undefined && from !== chapter) draws.set(from, (draws.get(from) ?? 0) + 1);
    }
  }
  return draws;
}

/** What an entry takes in, where it is an input. */
export function inputOf(entry: Entry): InputMeta | undefined {
  return entry.record?.input;
}
