import { digits, significant } from './digits.ts';

/** What a number is measured in, as records, headlines and levers say it. */
export interface Measured {
  readonly unit: string;
  readonly show?: '%' | undefined;
  /** The unit a reader likes to see: "billion USD/GW". Its denominators are taken over; the size follows the number. */
  readonly prefer?: string | undefined;
}

/** How numbers of one size are shown: multiplied by `factor`, with words around them. */
export interface Scale {
  readonly factor: number;
  /** "$" or nothing. */
  readonly before: string;
  /** "billion" or nothing. */
  readonly size: string;
  /** "GW", "%", "job" and "jobs"; empty where there is none. */
  readonly noun: { readonly one: string; readonly many: string };
  /** "/year" or nothing. */
  readonly per: string;
}

const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const WORDS: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
];
const WRITTEN: Readonly<Record<string, string>> = { WIT: 'W IT', tCO2: 't CO₂' };
const SIZES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

/** Units that take prefixes, and how they are written behind one. */
const PREFIXED = /^([kMGTPE]?)(Wh|WIT|W|FLOP|tCO2)$/u;
/** Units that are counted in words: singular, plural, and how many of them a unit is. */
const COUNTED: Readonly<Record<string, readonly [string, string, number]>> = {
  job: ['job', 'jobs', 1],
  'job*year': ['job-year', 'job-years', 1],
  accelerator: ['accelerator', 'accelerators', 1],
  H100e: ['H100e', 'H100e', 1],
  die: ['die', 'dies', 1],
  wafer: ['wafer', 'wafers', 1],
  fab: ['chip plant', 'chip plants', 1],
  CNY: ['yuan', 'yuan', 1],
  acre: ['acre', 'acres', 1],
  L: ['litre', 'litres', 1],
  GL: ['litre', 'litres', 1e9],
  year: ['year', 'years', 1],
  month: ['month', 'months', 1],
};

/** Nobody counts years in thousands. */
const TIMES = new Set(['year', 'month']);

/**
 * How a number of this size is best shown: "$500 billion", "9.1 GW", "38 thousand jobs", "12 %".
 * @param size the number, or the largest of those that are to share one scale, in the unit itself
 * @param words from which number on a word of size is used for things that are counted, and for dollars
 */
export function scaleFor({ unit, show, prefer }: Measured, size: number, words = 1e4): Scale {
  if (show === '%') return scale(100, '%', unit.replace(/^1/u, ''));
  const preferred = prefer === undefined ? undefined : denominators(unit, prefer);
  const [top, below] = split(preferred?.unit ?? unit);
  const factor = preferred?.factor ?? 1;
  const per = below
    .replace(/(thousand|million|billion) USD/gu, '$ $1')
    .replaceAll('USD', '$')
    .replace(/\bfab\b/u, 'chip plant')
    .replace(/IT\b/u, ' IT');
  const large = Math.abs(size) * factor;

  if (top === 'USD' || top === '1') {
    const [by, word] = wordFor(large, top === '1' ? 1e6 : words);
    return { ...scale(factor / by, '', per), before: top === 'USD' ? '$' : '', size: word };
  }
  const found = PREFIXED.exec(top.replace(/\*year$/u, ''));
  if (found !== null) {
    const [, prefix = '', base = ''] = found;
    const own = PREFIXES.indexOf(prefix);
    // Nobody wants kW per kW.
    const best = large === 0 || per.includes(base) ? own : prefixFor(large * 1000 ** own);
    const noun = `${PREFIXES[best]}${WRITTEN[base] ?? base}${top.endsWith('*year') ? '-years' : ''}`;
    return scale(factor * 1000 ** (own - best), noun, per);
  }
  const counted = Object.hasOwn(COUNTED, top) ? COUNTED[top] : undefined;
  if (counted === undefined) return scale(factor, top.replace(/IT\b/u, ' IT'), per);
  const [one, many, each] = counted;
  const [by, word] = TIMES.has(top) ? ([1, ''] as const) : wordFor(large * each, words);
  return { factor: (factor * each) / by, before: '', size: word, noun: { one, many }, per };
}

/** A number with its unit, three significant digits: "$41.6 billion/GW". Calendar years are whole; an undefined number is a dash. */
export function quantity(value: number, measured: Measured): string {
  if (!Number.isFinite(value)) return '–';
  if (measured.unit === 'year' && Math.abs(value) >= 1000) return String(Number(value.toFixed(2)));
  const { factor, before, size, noun, per } = scaleFor(measured, significant(value));
  const shown = digits(value * factor);
  const sign = value < 0 && shown !== '0' ? '-' : '';
  return `${[`${sign}${before}${shown}`, size, shown === '1' && size === '' ? noun.one : noun.many].filter((part) => part !== '').join(' ')}${per}`;
}

/**
 * A row's title with its unit, short: "Spending, $bn/yr", "In use, GW". What is counted is left out where the title names it.
 * @returns the title and what stands behind it, comma included
 */
export function labelOf(title: string, { before, size, noun, per }: Scale): readonly [string, string] {
  const said = noun.one.length > 2 && title.toLowerCase().includes(noun.one.toLowerCase().replace(/e$/u, ''));
  const words =
    before === '' ? [size, said ? '' : noun.many].filter((part) => part !== '').join(' ') : before + short(size);
  const unit = words + per.replace('/year', '/yr');
  return [title, unit === '' ? '' : `, ${unit}`];
}

const SHORT: Readonly<Record<string, string>> = { thousand: 'k', million: 'm', billion: 'bn', trillion: 'tn' };
const short = (word: string): string => SHORT[word] ?? '';

function scale(factor: number, noun: string, per: string): Scale {
  return { factor, before: '', size: '', noun: { one: noun, many: noun }, per };
}

/** The word of size that leaves 1 to 999 before it, for numbers from `from` on. */
function wordFor(size: number, from: number): readonly [number, string] {
  if (size < from) return [1, ''];
  return WORDS.find(([by]) => size >= by) ?? [1, ''];
}

function prefixFor(size: number): number {
  return Math.min(PREFIXES.length - 1, Math.max(0, Math.floor(Math.log10(size) / 3 + 1e-12)));
}

/** "USD/MW/year" → "USD" and "/MW/year". */
function split(unit: string): readonly [string, string] {
  const slash = unit.indexOf('/');
  return slash < 0 ? [unit, ''] : [unit.slice(0, slash), unit.slice(slash)];
}

/** The unit with the preferred one's denominators, and the factor that goes with them. Undefined where they differ in kind. */
function denominators(unit: string, prefer: string): { unit: string; factor: number } | undefined {
  const [, ...own] = unit.split('/');
  const [, ...wanted] = prefer.split('/');
  if (own.length !== wanted.length) return undefined;
  let factor = 1;
  for (const [place, term] of wanted.entries()) {
    const by = ratio(own[place] ?? '', term);
    if (by === undefined) return undefined;
    factor *= by;
  }
  return { unit: [split(unit)[0], ...wanted].join('/'), factor };
}

/** How many of the first unit the second is: 1000 for MW and GW, a million for USD and "million USD". */
function ratio(own: string, wanted: string): number | undefined {
  const [, word = '', plain = ''] = /^(?:(thousand|million|billion|trillion) )?(.*)$/u.exec(wanted) ?? [];
  const size = SIZES[word] ?? 1;
  if (own === plain) return size;
  const a = PREFIXED.exec(own);
  const b = PREFIXED.exec(plain);
  if (a === null || b === null || a[2] !== b[2]) return undefined;
  return size * 1000 ** (PREFIXES.indexOf(b[1] ?? '') - PREFIXES.indexOf(a[1] ?? ''));
}
