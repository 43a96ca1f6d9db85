import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { readSeen } from '../state/seen.ts';
import { COMPARES, type Compare, DRAWS, MOST_ENTRIES, type Seen } from '../state/types.ts';

/** What a link carries: everything needed to see the same, and no address of a server. */
export interface Shared {
  readonly format: 1;
  /** The model it was made with. */
  readonly model: string;
  /** Scenario files, in the order of the table. */
  readonly scenarios: readonly string[];
  /** Places in that list. */
  readonly edited: number;
  readonly baseline: number;
  /** Places of those that the charts do not show; absent where they show all. */
  readonly hidden?: readonly number[];
  readonly compare: Compare;
  readonly charts: readonly string[];
  /** Of the bands; absent in links made before there were any. */
  readonly draws?: number;
  /** The figures each scenario was seen with; absent in links made before they were kept. */
  readonly seen?: readonly (Seen | undefined)[];
}

/** Bounds of a link: characters of the packed text, bytes of what it holds. */
export const MOST_PACKED = 32_000;
export const MOST_UNPACKED = 1_000_000;
/** Characters of a model's version, or of a chart's id. */
const MOST_NAME = 60;

const START = '#s=';

/** The fragment of a link, or undefined where it would be too long. */
export function pack(shared: Shared): string | undefined {
  const bytes = strToU8(JSON.stringify(shared));
  if (bytes.length > MOST_UNPACKED) return undefined;
  const packed = base64url(deflateSync(bytes, { level: 9 }));
  return packed.length > MOST_PACKED ? undefined : START + packed;
}

/** Whether an address's fragment is one of ours. */
export function isShared(fragment: string): boolean {
  return fragment.startsWith(START);
}

/**
 * What a fragment carries. Scenarios are still text: reading them is the reader's business.
 * @throws Error where it is no whole link of ours, or holds too much
 */
export function unpack(fragment: string): Shared {
  const text = fragment.slice(START.length);
  if (!isShared(fragment) || text.length > MOST_PACKED) throw new RangeError('too long, or no link');
  return checked(JSON.parse(strFromU8(inflate(bytesOf(text)))));
}

/** Given up as soon as it holds too much: a few bytes can unpack to gigabytes. */
function inflate(packed: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  const stream = new Inflate((part, final) => {
    size += part.length;
    if (size > MOST_UNPACKED) throw new RangeError('holds too much');
    parts.push(part);
    whole = final;
  });
  for (let at = 0; at < packed.length; at += 512) {
    stream.push(packed.subarray(at, at + 512), at + 512 >= packed.length);
  }
  if (!whole) throw new RangeError('incomplete');
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function checked(value: unknown): Shared {
  const { format, model, scenarios, edited, baseline, hidden, compare, charts, draws, seen } = value as Record<
    string,
    unknown
  >;
  const isTexts = (list: unknown, most: number): list is string[] =>
    Array.isArray(list) && list.length <= most && list.every((text) => typeof text === 'string');
  const isName = (text: unknown): text is string => typeof text === 'string' && text.length <= MOST_NAME;
  if (format !== 1) throw new RangeError('a newer kind of link');
  if (
    !isName(model) ||
    !isTexts(scenarios, MOST_ENTRIES) ||
    scenarios.length === 0 ||
    !isTexts(charts, 50) ||
    !charts.every(isName)
  ) {
    throw new TypeError('not what a link holds');
  }
  const place = (at: unknown): number => (typeof at === 'number' && at in scenarios ? at : 0);
  const view = COMPARES.find((one) => one === compare) ?? 'overlay';
  const places = { edited: place(edited), baseline: place(baseline) };
  const known = typeof draws === 'number' && DRAWS.includes(draws) ? { draws } : {};
  const figures = Array.isArray(seen) ? { seen: scenarios.map((_, at) => readSeen(seen[at])) } : {};
  const away = Array.isArray(hidden) ? scenarios.flatMap((_, at) => (hidden.includes(at) ? [at] : [])) : [];
  // At least one is shown.
  const unseen = away.length > 0 && away.length < scenarios.length ? { hidden: away } : {};
  return { format, model, scenarios, charts, compare: view, ...places, ...unseen, ...known, ...figures };
}

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
}

function bytesOf(text: string): Uint8Array {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}
