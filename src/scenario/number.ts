import type { Language } from './types.ts';
import { MARKS } from './words.ts';

/** The longest run of characters at the start of a text that a person means as one number. */
const NUMBER =
  /^[+\-\u2212]?(?:\d[\d.,'\u2019_]*(?:[ \u00a0\u202f]\d{3}(?!\d)[.,\d]*)*|[.,]\d+)(?:[eE][+-]?\d{1,4}(?![\d.,]))?/u;

export interface NumberToken {
  /** As written. */
  readonly text: string;
  /** The same in the digits JavaScript reads, without exponent; absent when it is no number in this language. */
  readonly digits?: string;
  /** The power of ten written behind it: 9 in "5e9". */
  readonly exponent: number;
}

/** Takes a number from the start of a text, by the decimal and group marks of a language. Undefined: no digits there. */
export function takeNumber(text: string, language: Language): NumberToken | undefined {
  const found = NUMBER.exec(text)?.[0];
  if (found === undefined) return undefined;
  const [mantissa = '', exponent = '0'] = found.split(/[eE]/u);
  const digits = toDigits(mantissa, language);
  return { text: found, exponent: Number(exponent), ...(digits === undefined ? {} : { digits }) };
}

/** "2.400,5" → "2400.5" in Dutch; undefined where the marks do not stand as the language puts them. */
function toDigits(mantissa: string, language: Language): string | undefined {
  const { decimal, group } = MARKS[language];
  const sign = /^[-\u2212]/u.test(mantissa) ? '-' : '';
  const unsigned = mantissa.replace(/^[+\-\u2212]/u, '').replace(/[\u00a0\u202f]/gu, ' ');
  const [whole = '', fraction, ...more] = unsigned.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/u.test(fraction))) return undefined;
  const plain = /^\d*$/u.test(whole) ? whole : (ungroup(whole, group) ?? ungroup(whole, ' '));
  if (plain === undefined || (plain === '' && fraction === undefined)) return undefined;
  return `${sign}${plain === '' ? '0' : plain}${fraction === undefined ? '' : `.${fraction}`}`;
}

function ungroup(whole: string, mark: string): string | undefined {
  const groups = whole.split(mark);
  const first = groups[0] ?? '';
  const fits = /^[1-9]\d{0,2}$/u.test(first) && groups.slice(1).every((part) => /^\d{3}$/u.test(part));
  return fits ? groups.join('') : undefined;
}

/**
 * Whether a number that YAML has already read could have meant something else to its author: 2.400 is two thousand four
 * hundred to a Dutch or German reader, and 2.4 to YAML.
 */
export function isAmbiguous(source: string, language: Language): boolean {
  return MARKS[language].group === '.' && /^[+-]?[1-9]\d{0,2}\.\d{3}$/u.test(source.trim());
}

/** Number text as a language writes it, without grouping: 2400.5 → "2400,5". */
export function localiseNumber(text: string, language: Language): string {
  return MARKS[language].decimal === '.' ? text : text.replace('.', MARKS[language].decimal);
}
