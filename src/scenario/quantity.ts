import { nearestName } from '../engine/nearest.ts';
import { isYearMonth, monthsBetween } from './dates.ts';
import { acceptedText, quantityText } from './format.ts';
import type { Measure, Reading } from './measure.ts';
import { isAmbiguous, takeNumber } from './number.ts';
import { type Fault, faults } from './problems.ts';
import { convert, isMistake, parseUnit } from './unit.ts';
import { CURRENCY_SIGNS, FILLERS, PERCENT_WORDS, sizeOf } from './words.ts';

/** Longer texts are no quantity, and are not looked at further. */
const MOST_CHARACTERS = 120;

/**
 * Reads what a file or a person gives for a lever: "$500B", "5 biljoen USD", "30 %", "18 months", "2025-06", "even", 12.
 * A bare number is in the lever's own unit; dates become months since `reading.start`, choices their number.
 * @param source how a number was written in the file, when it is not plain from the value
 * @returns the value in the lever's own unit, or what is wrong with it; never throws
 */
export function parseQuantity(raw: unknown, measure: Measure, reading: Reading, source?: string): number | Fault {
  const value = parseValue(raw, measure, reading, source);
  if (typeof value !== 'number') return value;
  if (isInside(value, measure)) return value;
  const bare = measure.show === '%' && (typeof raw === 'number' || !/[%\p{L}]/u.test(String(raw)));
  const hint = bare && isInside(value / 100, measure) ? `"${quantityText(value / 100, measure, reading)}"` : undefined;
  return faults.outside(raw, acceptedText(measure, reading), hint);
}

function isInside(value: number, { least = -Infinity, most = Infinity }: Measure): boolean {
  return value >= least && value <= most;
}

function parseValue(raw: unknown, measure: Measure, reading: Reading, source: string | undefined): number | Fault {
  const accepted = (): string => acceptedText(measure, reading);
  if (measure.type === 'date') {
    return typeof raw === 'string' && isYearMonth(raw.trim())
      ? monthsBetween(reading.start, raw.trim())
      : faults.notDate(raw);
  }
  if (measure.type === 'choice') return parseChoice(raw, measure);
  if (typeof raw === 'number') {
    if (!Number.isFinite(raw)) return faults.notFinite(raw, accepted());
    if (source !== undefined && isAmbiguous(source, reading.language))
      return faults.ambiguousNumber(source, reading.language);
    return raw === 0 ? 0 : raw;
  }
  if (typeof raw !== 'string') return faults.wrongKind(raw, accepted());
  if (raw.length > MOST_CHARACTERS) return faults.tooLong(raw.length, MOST_CHARACTERS, 'quantity');
  return parseText(raw.trim(), measure, reading, accepted);
}

function parseText(text: string, measure: Measure, reading: Reading, accepted: () => string): number | Fault {
  const { language, units } = reading;
  const sign = CURRENCY_SIGNS.find((name) => text.startsWith(name));
  const number = takeNumber(text.slice(sign?.length ?? 0).trimStart(), language);
  if (number?.digits === undefined) return faults.notNumber(text, language, accepted());
  const behind = text.slice(text.indexOf(number.text, sign?.length ?? 0) + number.text.length);
  const size = takeSize(behind, reading, sign !== undefined, text);
  if ('code' in size) return size;

  const whole = joinCurrency(sign, size.rest);
  if (whole === undefined) return faults.currencyTwice(text);
  const each = takeSizeBelow(whole, reading);
  if ('code' in each) return each;
  const unitText = each.rest;
  const exponent = number.exponent + size.power - each.power;
  if (unitText === '') return finite(Number(`${number.digits}e${exponent}`), text, accepted);
  // A lever that is shown in per cent takes "5 %" for what is in full "5 % per year".
  if (measure.show === '%' && PERCENT_WORDS.has(unitText.toLowerCase()))
    return finite(Number(`${number.digits}e${exponent - 2}`), text, accepted);
  const found = parseUnit(unitText, units);
  if (isMistake(found)) {
    if (isCurrency(found.word)) return faults.currency(text, accepted());
    return faults.unknownUnit(found.word, accepted(), found.hint ?? nearestName(found.word, [measure.unit]));
  }
  const own = parseUnit(measure.unit, units);
  if (isMistake(own)) throw new RangeError(`the unit table lacks "${own.word}", the unit of a lever`);
  if (found.dimension !== own.dimension) return faults.wrongUnit(text, measure.unit, accepted());
  return finite(convert(number.digits, exponent, found.factor, own.factor), text, accepted);
}

/** Words of size behind the number: one, or "thousand" before a larger one ("mille milliards"). */
function takeSize(
  behind: string,
  { language, units }: Reading,
  afterCurrency: boolean,
  whole: string,
): { power: number; rest: string } | Fault {
  let rest = behind.trimStart();
  let power = 0;
  for (let count = 0; ; count++) {
    const word = /^[\p{L}$]+/u.exec(rest)?.[0];
    if (word === undefined) break;
    const glued = count === 0 && /^\p{L}/u.test(behind);
    const size = sizeOf(word, language, afterCurrency && glued);
    if (size === undefined || isUnitHere(word, rest, units)) break;
    if (size === 'contradiction') return faults.sizeContradiction(word, language);
    if (power !== 0 && !(power === 3 && size > 3)) return faults.sizeTwice(whole);
    power += size;
    rest = rest.slice(word.length).replace(/^\./u, '').trimStart();
  }
  if (power !== 0) {
    const filler = /^(\p{L}+)['\u2019 ]\s*/u.exec(rest);
    if (filler !== null && FILLERS.has((filler[1] ?? '').toLowerCase())) rest = rest.slice(filler[0].length);
  }
  return { power, rest: rest.trim() };
}

/** A word of size below the line: "0.6 job-years per million USD". */
function takeSizeBelow(unit: string, { language, units }: Reading): { power: number; rest: string } | Fault {
  const [, above, word, below] = /^(.*(?:\/|\b(?:per|pro|par)\s)\s*)(\p{L}+)\s+(\S.*)$/u.exec(unit) ?? [];
  if (above === undefined || word === undefined || below === undefined || word.length < 2 || Object.hasOwn(units, word))
    return { power: 0, rest: unit };
  const size = sizeOf(word, language, false);
  if (size === 'contradiction') return faults.sizeContradiction(word, language);
  return size === undefined ? { power: 0, rest: unit } : { power: size, rest: `${above}${below}` };
}

/** "5 M/year" is five million a year, but a letter that carries a power ("5 T^2") can only be a unit. */
function isUnitHere(word: string, rest: string, units: Reading['units']): boolean {
  return word.length === 1 && Object.hasOwn(units, word) && rest[word.length] === '^';
}

/** "USD" before the number and "/kW" behind it are one unit; saying the same currency twice is no contradiction. */
function joinCurrency(sign: string | undefined, rest: string): string | undefined {
  if (sign === undefined) return rest;
  const own = currencyOf(sign);
  const next = /^(?:US[ -])?[\p{L}$\u20ac\u00a3\u00a5]+/iu.exec(rest)?.[0];
  if (next === undefined || /^(?:per|pro|par)$/iu.test(next)) return `${own} ${rest}`.trim();
  return currencyOf(next) === own
    ? `${own}${rest.slice(next.length)}`
    : isCurrency(next)
      ? undefined
      : `${own} ${rest}`;
}

function currencyOf(word: string): string {
  const plain = word.toUpperCase().replace(/^US[ -](?=D)/u, '');
  return /^(?:US\$|\$|USD|DOLLARS?)$/u.test(plain) ? 'USD' : plain;
}

const OTHER_CURRENCY = /^(?:eur|euros?|\u20ac|gbp|pounds?|\u00a3|cny|rmb|yuan|\u00a5|jpy|yen|chf|aed|inr|krw)$/iu;

function isCurrency(word: string): boolean {
  return currencyOf(word) === 'USD' || OTHER_CURRENCY.test(word);
}

function finite(value: number, text: string, accepted: () => string): number | Fault {
  if (!Number.isFinite(value)) return faults.notFinite(text, accepted());
  return value === 0 ? 0 : value;
}

/** By id or title, whatever stands between the words: "front-loaded", "front_loaded", "Front loaded". */
function parseChoice(raw: unknown, { choices = [] }: Measure): number | Fault {
  const plain = (text: string): string =>
    text
      .trim()
      .toLowerCase()
      .replace(/[-_ ]+/gu, ' ');
  const ids = choices.map((choice) => choice.id);
  if (typeof raw !== 'string') return faults.notAmong(raw, ids);
  const index = choices.findIndex((choice) => plain(choice.id) === plain(raw) || plain(choice.title) === plain(raw));
  return index >= 0 ? index : faults.notAmong(raw, ids, nearestName(raw, ids));
}
