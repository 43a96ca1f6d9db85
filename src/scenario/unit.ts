import { nearestName } from '../engine/nearest.ts';
import { DIVISIONS, FILLERS, PERCENT_WORDS, SIZE_WORD_LIST, UNIT_ALIASES } from './words.ts';

/** Every unit word a quantity may use: its factor to the dimension's base unit, and the dimension as "USD power^-1". */
export type UnitTable = Readonly<Record<string, { readonly factor: number; readonly dimension: string }>>;

/** A unit expression worked out: what a 1 of it is in base units, and of what dimension. */
export interface ParsedUnit {
  readonly factor: number;
  /** Canonical: names sorted, powers written, zero powers left out; "" for a pure number. */
  readonly dimension: string;
}

export interface UnitMistake {
  /** The piece that could not be read. */
  readonly word: string;
  readonly hint?: string;
}

const TOKEN =
  /\s*(?:([\p{L}%$\u20ac\u00a3\u00a5\u00b5][\p{L}\p{N}%$_]*(?:-\p{L}[\p{L}\p{N}]*)*)|(1)(?!\d)|(\^)\s*(-?\d+)|([*/()\u00b7\u00d7'.]))/uy;

/**
 * Works out a unit expression: "USD/kW", "job*year", "% per year", "dollars pro kW".
 * Juxtaposition multiplies; each "/" or "per" divides by the one factor behind it.
 */
export function parseUnit(text: string, table: UnitTable): ParsedUnit | UnitMistake {
  const powers = new Map<string, number>();
  let factor = 1;
  const mistake = walk(text, table, (unit, power) => {
    factor *= unit.factor ** power;
    for (const [name, own] of dimensionOf(unit.dimension)) powers.set(name, (powers.get(name) ?? 0) + own * power);
  });
  return mistake ?? { factor, dimension: canonical(powers) };
}

export function isMistake(unit: ParsedUnit | UnitMistake): unit is UnitMistake {
  return 'word' in unit;
}

/** Reads factor after factor and hands each over with its power. */
function walk(text: string, table: UnitTable, use: (unit: ParsedUnit, power: number) => void): UnitMistake | undefined {
  const signs: number[] = [1];
  let divide = false;
  let at = 0;
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null || found[3] !== undefined) return { word: text.slice(at).trim() };
    at = TOKEN.lastIndex;
    const [, word, one, , , operator] = found;
    const outer = signs[signs.length - 1] ?? 1;
    if (operator === '(') {
      signs.push(divide ? -outer : outer);
      divide = false;
    } else if (operator === ')') {
      if (signs.length === 1) return { word: ')' };
      signs.pop();
    } else if (operator === '/' || (word !== undefined && DIVISIONS.has(word.toLowerCase()))) {
      divide = true;
    } else if (one !== undefined) {
      divide = false;
    } else if (word !== undefined) {
      if (FILLERS.has(word.toLowerCase()) && !Object.hasOwn(table, word)) continue;
      const units = lookUp(word, table);
      if (units === undefined) return { word, ...hintFor(word, table) };
      TOKEN.lastIndex = at;
      const raised = TOKEN.exec(text);
      const power = raised?.[3] === undefined ? 1 : Number(raised[4]);
      if (raised?.[3] !== undefined) at = TOKEN.lastIndex;
      for (const unit of units) use(unit, outer * (divide ? -1 : 1) * power);
      divide = false;
    }
  }
  return signs.length > 1 || divide ? { word: text.trim() } : undefined;
}

/** Exact word first; then everyday words; then a plural; then capitals as written at the start of a line. */
function lookUp(word: string, table: UnitTable): ParsedUnit[] | undefined {
  const lower = word.toLowerCase();
  if (PERCENT_WORDS.has(lower)) return [{ factor: 0.01, dimension: '' }];
  const exact = own(table, word);
  if (exact !== undefined) return [exact];
  const alias = Object.hasOwn(UNIT_ALIASES, lower) ? UNIT_ALIASES[lower] : undefined;
  if (alias !== undefined) {
    const units = alias.map((name) => own(table, name));
    return units.every((unit) => unit !== undefined) ? units : undefined;
  }
  const singular = word.length > 3 && word.endsWith('s') ? own(table, word.slice(0, -1)) : undefined;
  if (singular !== undefined) return [singular];
  return lower !== word && word.length > 3 && word !== word.toUpperCase() ? lookUp(lower, table) : undefined;
}

function own(table: UnitTable, word: string): ParsedUnit | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

function hintFor(word: string, table: UnitTable): { hint?: string } {
  const plurals = Object.keys(table)
    .filter((name) => name.length > 2 && /[a-z]$/u.test(name))
    .map((name) => `${name}s`);
  const hint = nearestName(word, [...Object.keys(table), ...plurals, ...Object.keys(UNIT_ALIASES), ...SIZE_WORD_LIST]);
  return hint === undefined ? {} : { hint };
}

/** "USD power^-1", "USD/power" and "USD*power^-1" all name one dimension. */
function dimensionOf(text: string): Map<string, number> {
  const powers = new Map<string, number>();
  for (const [, slash, name, power] of text.matchAll(/(\/?)\s*([\p{L}_][\p{L}\p{N}_]*)(?:\^(-?\d+))?/gu)) {
    const signed = Number(power ?? 1) * (slash === '/' ? -1 : 1);
    powers.set(name ?? '', (powers.get(name ?? '') ?? 0) + signed);
  }
  return powers;
}

function canonical(powers: ReadonlyMap<string, number>): string {
  return [...powers]
    .filter(([, power]) => power !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, power]) => (power === 1 ? name : `${name}^${power}`))
    .join(' ');
}

/**
 * A number written in one unit, in another of the same dimension. Powers of ten and whole ratios (12 months a year) are
 * applied to the decimal text itself, so that "30 %" is exactly 0.3 and "18 months" exactly 1.5 years.
 * @param digits a decimal number as JavaScript writes it, without exponent
 */
export function convert(digits: string, exponent: number, from: number, to: number): number {
  const ratio = from / to;
  const power = Math.round(Math.log10(ratio));
  if (near(ratio, 10 ** power)) return Number(`${digits}e${exponent + power}`);
  const value = Number(`${digits}e${exponent}`);
  const whole = Math.round(ratio);
  if (whole >= 1 && near(ratio, whole)) return value * whole;
  const inverse = Math.round(1 / ratio);
  if (inverse >= 1 && near(1 / ratio, inverse)) return value / inverse;
  return value * ratio;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.abs(b);
}
