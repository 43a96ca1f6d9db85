import { stripVTControlCharacters } from 'node:util';

/** Characters that take two columns: the wide and full-width blocks of Unicode, and pictures. */
const WIDE =
  /^(?:[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.\ufe0f)/u;
/** Characters that take none by themselves. */
const EMPTY = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;
/** Characters of one column each that never join with their neighbours: Latin letters, dashes and quotes, blocks. Most texts have no others. */
const SIMPLE = /^[\x20-\x7e\xa1-\xac\xae-\u024f\u2010-\u2027\u2030-\u203b\u2080-\u2089\u2580-\u259f]*$/u;

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a reader counts them. What finds them takes as long to make as a whole table, so it is made only when needed. */
function characters(text: string): readonly string[] {
  if (SIMPLE.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Columns a text takes on a terminal, whatever colours it has. */
export function widthOf(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  let width = 0;
  for (const segment of characters(stripVTControlCharacters(text))) width += columns(segment);
  return width;
}

function columns(cluster: string): number {
  return EMPTY.test(cluster) ? 0 : WIDE.test(cluster) ? 2 : 1;
}

/** A text from a file, without anything that could move the cursor or turn the writing round. */
export function safe(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '·');
}

/** The text if it fits, else its beginning and an ellipsis. Of a text without colours. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const segment of characters(text)) {
    used += columns(segment);
    if (used > width) break;
    kept += segment;
  }
  return width < 1 ? '' : `${kept.trimEnd()}…`;
}

/** Fills a text with spaces up to a width. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
}

/**
 * Breaks a text into lines of at most `width` columns, at spaces where there are any.
 * @param later what lines after the first begin with
 * @param first what the first begins with
 */
export function wrap(text: string, width: number, later = '', first = ''): string[] {
  const lines: string[] = [];
  let line = '';
  const margin = (): string => (lines.length === 0 ? first : later);
  const room = (): number => Math.max(1, width - widthOf(margin()));
  const end = (): void => {
    lines.push(margin() + line);
    line = '';
  };
  let used = 0;
  for (let word of text.split(' ').filter((part) => part !== '')) {
    const own = widthOf(word);
    if (line !== '' && used + 1 + own <= room()) {
      line += ` ${word}`;
      used += 1 + own;
      continue;
    }
    if (line !== '') end();
    while (widthOf(word) > room()) {
      line = beginning(word, room());
      word = word.slice(line.length);
      end();
    }
    line = word;
    used = widthOf(word);
  }
  if (line !== '' || lines.length === 0) end();
  return lines;
}

/** As much of a word as fits, and at least one character. */
function beginning(word: string, width: number): string {
  let kept = '';
  for (const segment of characters(word)) {
    if (kept !== '' && widthOf(kept) + columns(segment) > width) break;
    kept += segment;
  }
  return kept;
}
