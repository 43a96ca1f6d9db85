import { addMonths } from './dates.ts';
import type { Measure, Reading } from './measure.ts';
import { localiseNumber } from './number.ts';
import { convert, isMistake, parseUnit } from './unit.ts';
import { MARKS, SINGULAR, SIZE_WORDS, sizeOf } from './words.ts';

/** One way to write a number: so many powers of ten taken out by a word, and a unit. */
interface Form {
  readonly size: number;
  readonly word: string;
  readonly unit: string;
  /** What stands behind the number where that is not the word and the unit: " job-years/million USD". */
  readonly behind?: string;
}

/** How many digits longer a number below 1 counts: 500 billion is better than 0.5 trillion. */
const SMALL = 3;

/**
 * A value as a file holds it: the shortest text that reads back to exactly the same number.
 * Dates as year and month, choices by their id.
 */
export function quantityText(value: number, measure: Measure, reading: Reading): string {
  if (measure.type === 'date') return addMonths(reading.start, value);
  if (measure.type === 'choice') return measure.choices?.[value]?.id ?? String(value);
  let best: string | undefined;
  let fewest = Infinity;
  for (const form of value === 0 ? [plainForm(measure)] : formsOf(measure, reading)) {
    const digits = exactDigits(value, form, measure.unit, reading);
    if (digits === undefined) continue;
    const length = digits.replace('.', '').length + (Math.abs(Number(digits)) < 1 ? SMALL : 0);
    if (length >= fewest) continue;
    fewest = length;
    best = text(digits, form, reading);
  }
  return best ?? text(String(value), { size: 0, word: '', unit: measure.unit }, reading);
}

/**
 * A value as people read it: three significant digits, with a prefix or a word of size that leaves 1 to 999 before it.
 * For series and levers alike; undefined values are the caller's to explain.
 */
export function showQuantity(value: number, measure: Measure, reading: Reading, significant = 3): string {
  if (measure.type !== 'number') return quantityText(value, measure, reading);
  const form = readableForm(value, measure, reading, significant);
  if (form === undefined || !Number.isFinite(value)) return String(value);
  const number = Number((Math.sign(value) * scaled(value, form, measure, reading)).toPrecision(significant));
  return text(Math.abs(number) >= 10_000 ? grouped(number, reading) : decimals(number), form, reading);
}

/** How many of the numbers shown one of the quantity's own unit makes, and the words behind them: " billion USD", " GW". */
export interface Scale {
  readonly factor: number;
  readonly words: string;
}

/** How numbers up to a size are shown where several share one scale, as in a column. */
export function scaleOf(size: number, measure: Measure, reading: Reading): Scale {
  const form = readableForm(size, measure, reading, 3) ?? plainForm(measure);
  const shown = 10 ** -form.size * (factor(measure.unit, reading) / factor(form.unit, reading));
  return { factor: Number(shown.toPrecision(12)), words: form.behind ?? `${form.word}${unitWord(form.unit, '2')}` };
}

/** The form that leaves 1 to 999 before the word of size, or comes nearest to it. */
function readableForm(value: number, measure: Measure, reading: Reading, significant: number): Form | undefined {
  const forms = formsOf(measure, reading);
  if (measure.show === '%' || value === 0) return forms[0];
  const size = (form: Form): number => scaled(value, form, measure, reading);
  const fitting = forms.filter((form) => Number(size(form).toPrecision(significant)) >= 1);
  return fitting.sort((a, b) => size(a) - size(b))[0] ?? [...forms].sort((a, b) => size(b) - size(a))[0];
}

/** The size of a value in a form. */
function scaled(value: number, form: Form, measure: Measure, reading: Reading): number {
  return Math.abs(convert(decimals(value), -form.size, factor(measure.unit, reading), factor(form.unit, reading)));
}

/** What a lever takes, in words, for messages: 'a quantity such as "500 billion USD", from 0 USD'. */
export function acceptedText(measure: Measure, reading: Reading): string {
  if (measure.type === 'date') return 'a year and month such as 2025-06';
  if (measure.type === 'choice') return (measure.choices ?? []).map((choice) => choice.id).join(', ');
  const say = (value: number): string => quantityText(value, measure, reading);
  const example = `a quantity such as "${say(measure.example ?? 1)}"`;
  const { least, most } = measure;
  if (least !== undefined && most !== undefined) return `${example}, from ${say(least)} to ${say(most)}`;
  if (least !== undefined) return `${example}, at least ${say(least)}`;
  return most === undefined ? example : `${example}, at most ${say(most)}`;
}

/** The ways a quantity may be written, the preferred one first. */
function formsOf(measure: Measure, reading: Reading): Form[] {
  const forms: Form[] = [];
  if (measure.show === '%') forms.push(plainForm(measure));
  if (measure.prefer !== undefined) forms.push(...preferred(measure.prefer, measure, reading));
  if (measure.show === '%') return forms;
  forms.push(plainForm(measure));
  const units = [...new Set(forms.map((form) => form.unit))];
  for (const unit of units) {
    if (/^USD\b/u.test(unit))
      for (const [size, word] of SIZE_WORDS[reading.language]) forms.push({ size, word: ` ${word}`, unit });
    for (const sibling of siblings(unit, reading)) forms.push({ size: 0, word: '', unit: sibling });
  }
  return forms;
}

/** In the lever's own unit, or in per cent where it is shown so. */
function plainForm({ unit, show }: Measure): Form {
  return { size: 0, word: '', unit: show === '%' ? `%${unit.replace(/^1/u, '')}` : unit };
}

/** "billion USD" is a word of size, in English, and a unit. */
function preferred(prefer: string, measure: Measure, reading: Reading): Form[] {
  const [, above, each = '', below] = /^(.+)\/(\p{L}+) (USD.*)$/u.exec(prefer) ?? [];
  if (above !== undefined && below !== undefined) {
    const power = sizeOf(each, 'en', false);
    const word = SIZE_WORDS[reading.language].find(([size]) => size === power)?.[1];
    const unit = `${above}/${below}`;
    if (typeof power !== 'number' || word === undefined || !fits(unit, measure, reading)) return [];
    return [{ size: -power, word: '', unit, behind: `${unitWord(above, '2')}/${one(word)} ${below}` }];
  }
  const [first = '', ...others] = prefer.split(' ');
  const size = sizeOf(first, 'en', false);
  if (typeof size !== 'number' || others.length === 0)
    return fits(prefer, measure, reading) ? [{ size: 0, word: '', unit: prefer }] : [];
  const word = SIZE_WORDS[reading.language].find(([power]) => power === size)?.[1];
  const unit = others.join(' ');
  return word !== undefined && fits(unit, measure, reading) ? [{ size, word: ` ${word}`, unit }] : [];
}

const PREFIXED = /^(k|M|G|T|P|E)?(W|Wh|WIT|FLOP|L|tCO2|gCO2)(?=$|[/*^ ])/u;

/** The same unit with other decimal prefixes, where the table has them: MW → kW, GW, TW. */
function siblings(unit: string, reading: Reading): string[] {
  const found = PREFIXED.exec(unit);
  if (found === null) return [];
  const [whole, , base = ''] = found;
  return ['', 'k', 'M', 'G', 'T', 'P', 'E']
    .map((prefix) => `${prefix}${base}`)
    .filter((word) => word !== whole && Object.hasOwn(reading.units, word))
    .map((word) => unit.replace(whole, word));
}

function fits(unit: string, measure: Measure, reading: Reading): boolean {
  const a = parseUnit(unit, reading.units);
  const b = parseUnit(measure.unit, reading.units);
  return !isMistake(a) && !isMistake(b) && a.dimension === b.dimension;
}

function factor(unit: string, reading: Reading): number {
  const parsed = parseUnit(unit, reading.units);
  return isMistake(parsed) ? 1 : parsed.factor;
}

/** The shortest digits that this form reads back to exactly `value`, if there are any of a readable length. */
function exactDigits(value: number, form: Form, unit: string, reading: Reading): string | undefined {
  const from = factor(unit, reading);
  const to = factor(form.unit, reading);
  const scaled = convert(decimals(value), -form.size, from, to);
  if (value !== 0 && (Math.abs(scaled) < 1e-3 || Math.abs(scaled) >= 1e7)) return undefined;
  for (const significant of [6, 12, 15, 17]) {
    const digits = decimals(Number(scaled.toPrecision(significant)));
    if (convert(digits, form.size, to, from) === value) return digits;
  }
  return undefined;
}

/** A number without exponent, however small; very large ones as JavaScript writes them. */
function decimals(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const [digits = '', power] = text.split('e-');
  if (power === undefined) return text;
  const behind = digits.replace('-', '').replace('.', '').length - 1;
  return value.toFixed(Math.min(100, Number(power) + behind));
}

function grouped(value: number, reading: Reading): string {
  const { group } = MARKS[reading.language];
  const [whole = '', fraction] = decimals(value).split('.');
  const mark = group === ' ' ? '\u202f' : group;
  const marked = whole.replace(/\B(?=(\d{3})+$)/gu, mark);
  // The dot stands for the decimal mark until the text is localised.
  return fraction === undefined
    ? `${marked.replaceAll('.', '\u0000')}`
    : `${marked.replaceAll('.', '\u0000')}.${fraction}`;
}

function text(digits: string, form: Form, reading: Reading): string {
  const number = localiseNumber(digits, reading.language).replaceAll('\u0000', '.');
  const { behind = `${digits === '1' ? one(form.word) : form.word}${unitWord(form.unit, digits)}` } = form;
  return `${number}${behind}`;
}

/** "1 Milliarde", "1 million": the word of size behind exactly one. */
const one = (word: string): string => word.replace(/\p{L}+/u, (many) => SINGULAR[many] ?? many);

/** " years" after anything but one; nothing for a pure number. */
function unitWord(unit: string, digits: string): string {
  if (unit === '1') return '';
  if (unit === 'job*year') return ' job-years';
  const many = digits !== '1' && /^(?:year|month|day|hour|job|accelerator|wafer|die|fab)$/u.test(unit);
  return ` ${unit}${many ? 's' : ''}`;
}
