import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type ParsedNode, Parser } from 'yaml';
import { type Fault, faults } from './problems.ts';

/** Larger texts are refused before anything reads them. */
export const MOST_BYTES = 1_000_000;
const MOST_DEPTH = 32;
const MOST_VALUES = 20_000;
/** Pieces of text (words, marks, line ends). A full scenario has some ten thousand. */
const MOST_PIECES = 50_000;
const MOST_FAULTS = 50;

/** Names through which a careless program could reach what all objects share. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export type Path = readonly (string | number)[];

/** Where something stands; lines and columns count from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** A file as plain data, with the place of every part of it. */
export interface PlainDocument {
  readonly value: unknown;
  readonly faults: readonly { readonly fault: Fault; readonly spot: Spot; readonly path: Path }[];
  /** The place of a value, or of the nearest thing around it that stands in the file. */
  spotOf(path: Path, part?: 'key' | 'value'): Spot;
  /** Whether anything stands at a path. */
  has(path: Path): boolean;
  /** How a number was written. */
  sourceOf(path: Path): string | undefined;
}

const keyOf = (path: Path): string => path.join('\u0000');

/**
 * Reads YAML or JSON into plain data, and refuses what a scenario never needs: several documents, tags, names that are
 * not text, the same name twice, deep nesting, aliases that multiply, control characters. Never throws.
 */
export function readDocument(text: string): PlainDocument {
  const lines = new LineCounter();
  const found: { fault: Fault; spot: Spot; path: Path }[] = [];
  const spots = new Map<string, { key?: number; value: number; source?: string }>();
  const spotAt = (offset: number): Spot => {
    const { line, col } = lines.linePos(Math.max(0, offset));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const report = (fault: Fault, offset: number, path: Path = []): void => {
    if (found.length < MOST_FAULTS) found.push({ fault, spot: spotAt(offset), path });
  };
  const finish = (value: unknown): PlainDocument => ({
    value,
    faults: found,
    spotOf(path, part = 'value') {
      for (let length = path.length; length >= 0; length--) {
        const spot = spots.get(keyOf(path.slice(0, length)));
        if (spot !== undefined)
          return spotAt(length < path.length || part === 'value' ? spot.value : (spot.key ?? spot.value));
      }
      return { line: 1, column: 1 };
    },
    has: (path) => spots.has(keyOf(path)),
    sourceOf: (path) => spots.get(keyOf(path))?.source,
  });

  const bytes = bytesOf(text);
  if (bytes > MOST_BYTES) {
    report(faults.tooLarge(bytes, MOST_BYTES), 0);
    return finish(undefined);
  }
  const root = compose(text, lines, report);
  if (root === undefined) return finish(undefined);
  const walker = new Walker(report, (path, spot) => spots.set(keyOf(path), spot));
  const value = walker.plain(root, [], undefined, 0);
  return finish(value);
}

/** The length of a text in UTF-8, which is how files are measured. */
function bytesOf(text: string): number {
  if (text.length > MOST_BYTES) return text.length;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

type Report = (fault: Fault, offset: number, path?: Path) => void;

/** The one document of a text, or undefined with the reasons reported. */
function compose(text: string, lines: LineCounter, report: Report): ParsedNode | undefined {
  const tokens = tokensOf(text, lines, report);
  if (tokens === undefined) return undefined;
  const deep = tooDeepAt(tokens);
  if (deep !== undefined) {
    report(faults.tooDeep(MOST_DEPTH), deep);
    return undefined;
  }
  const options = {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  const documents = [...new Composer(options).compose(tokens)];
  const first = documents[0];
  if (first === undefined || (first.contents === null && first.errors.length === 0)) {
    report(faults.empty(), 0);
    return undefined;
  }
  // Of several mistakes on one line the later ones mostly follow from the first.
  const wrong = new Map(first.errors.map((error) => [lines.linePos(error.pos[0]).line, error] as const).reverse());
  for (const { code, message, pos } of [...wrong.values()].reverse().slice(0, 5))
    report(faults.syntax(code, message), pos[0]);
  // Tags are refused one by one where they stand.
  for (const { code, message, pos } of first.warnings)
    if (code !== 'TAG_RESOLVE_FAILED') report(faults.syntax(code, message), pos[0]);
  if (documents.length > 1) report(faults.documents(), documents[1]?.range[0] ?? 0);
  return first.errors.length > 0 || first.contents === null ? undefined : first.contents;
}

/** The parser's tokens, given up as soon as there are more than any scenario needs: some texts take it a minute. */
function tokensOf(text: string, lines: LineCounter, report: Report) {
  const parser = new Parser(lines.addNewLine);
  const tokens = [];
  let pieces = 0;
  lines.addNewLine(0);
  for (const piece of new Lexer().lex(text.replace(/^\ufeff/u, ''))) {
    if (++pieces > MOST_PIECES) {
      report(faults.tooMany(MOST_VALUES), parser.offset);
      return undefined;
    }
    tokens.push(...parser.next(piece));
  }
  tokens.push(...parser.end());
  return tokens;
}

/** The offset at which collections stand too deep in one another. Works on tokens, before anything recursive runs. */
function tooDeepAt(tokens: readonly unknown[]): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > MOST_DEPTH) return (next.token as { offset?: number }).offset ?? 0;
    const { items, value } = next.token as { items?: readonly { key?: unknown; value?: unknown }[]; value?: unknown };
    const inside = items === undefined ? [value] : items.flatMap((item) => [item.key, item.value]);
    for (const token of inside) {
      if (typeof token === 'object' && token !== null)
        open.push({ token, depth: next.depth + (items === undefined ? 0 : 1) });
    }
  }
  return undefined;
}

/** In "{ central: 4,5 jaar }" the comma ends the value: what should have been one number, if that is what this looks like. */
function cutAtComma(before: unknown, name: ParsedNode | null): { rest: string; whole: string } | undefined {
  const rest = isScalar(name) ? (name.source ?? '') : '';
  const first = isScalar(before) ? (before.source ?? '') : '';
  return /^\d/u.test(rest) && /\d$/u.test(first) ? { rest, whole: `${first},${rest}` } : undefined;
}

/** Turns nodes into plain data, following aliases, and remembers where everything stands. */
class Walker {
  private readonly anchors = new Map<string, ParsedNode>();
  private readonly open = new Set<ParsedNode>();
  private values = 0;

  constructor(
    private readonly report: Report,
    private readonly place: (path: Path, spot: { key?: number; value: number; source?: string }) => void,
  ) {}

  plain(node: ParsedNode | null, path: Path, key: number | undefined, offset: number): unknown {
    const start = node?.range?.[0] ?? offset;
    const at = key === undefined ? { value: start } : { key, value: start };
    if (++this.values > MOST_VALUES) {
      if (this.values === MOST_VALUES + 1) this.report(faults.tooMany(MOST_VALUES), start, path.slice(0, 1));
      return undefined;
    }
    if (node === null) {
      this.place(path, at);
      return null;
    }
    if (isAlias(node)) return this.alias(node.source, path, key, start);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:'))
      this.report(faults.tag(node.tag), start, path);
    if (path.length > MOST_DEPTH) {
      this.report(faults.tooDeep(MOST_DEPTH), start, path.slice(0, 1));
      return undefined;
    }
    this.place(
      path,
      isScalar(node) && typeof node.value === 'number' && node.source !== undefined
        ? { ...at, source: node.source }
        : at,
    );
    this.open.add(node);
    const value = isScalar(node) ? this.scalar(node.value, start, path) : this.collection(node, path);
    this.open.delete(node);
    return value;
  }

  private collection(node: ParsedNode, path: Path): unknown {
    if (isSeq(node))
      return node.items.map((item, index) =>
        this.plain(item as ParsedNode | null, [...path, index], undefined, node.range?.[0] ?? 0),
      );
    const fields: Record<string, unknown> = {};
    if (!isMap(node)) return undefined;
    for (const [index, pair] of node.items.entries()) {
      const name = pair.key as ParsedNode | null;
      const at = name?.range?.[0] ?? node.range?.[0] ?? 0;
      const cut =
        node.flow === true && pair.value === null ? cutAtComma(node.items[index - 1]?.value, name) : undefined;
      if (cut !== undefined) {
        this.report(faults.cutAtComma(cut.rest, cut.whole), at, path);
      } else if (!isScalar(name) || typeof name.value !== 'string') {
        this.report(faults.keyNotText(isScalar(name) ? name.value : name), at, path);
      } else if (FORBIDDEN.has(name.value)) {
        this.report(faults.forbiddenKey(name.value), at, path);
      } else if (Object.hasOwn(fields, name.value)) {
        this.report(faults.duplicateKey(name.value), at, path);
      } else {
        this.scalar(name.value, at, path);
        fields[name.value] = this.plain(
          pair.value as ParsedNode | null,
          [...path, name.value],
          at,
          name.range?.[2] ?? at,
        );
      }
    }
    return fields;
  }

  private alias(name: string, path: Path, key: number | undefined, at: number): unknown {
    const target = this.anchors.get(name);
    if (target === undefined) this.report(faults.unknownAlias(name), at, path);
    else if (this.open.has(target)) this.report(faults.selfAlias(name), at, path);
    else return this.plain(target, path, key, at);
    this.place(path, key === undefined ? { value: at } : { key, value: at });
    return undefined;
  }

  /** Line ends and tabs are fine in a description; other control characters and hidden reversals of direction are not. */
  private scalar(value: unknown, at: number, path: Path): unknown {
    if (typeof value === 'string' && /(?![\n\r\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(value)) {
      this.report(faults.control(), at, path);
      return undefined;
    }
    return value;
  }
}
