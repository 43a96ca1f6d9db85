import type { Language } from './types.ts';

/** What a language is called in messages. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Dutch',
  de: 'German',
  fr: 'French',
};

/** How a language writes numbers. A space (also a narrow one) groups thousands in all of them. */
export const MARKS: Readonly<Record<Language, { readonly decimal: string; readonly group: string }>> = {
  en: { decimal: '.', group: ',' },
  nl: { decimal: ',', group: '.' },
  de: { decimal: ',', group: '.' },
  fr: { decimal: ',', group: ' ' },
};

/** Words of size that mean one thing in every file, with their power of ten. Lower case. */
const SURE: Readonly<Record<string, number>> = {
  thousand: 3,
  duizend: 3,
  tausend: 3,
  mille: 3,
  million: 6,
  millions: 6,
  miljoen: 6,
  miljoenen: 6,
  millionen: 6,
  mln: 6,
  mio: 6,
  mn: 6,
  miljard: 9,
  miljarden: 9,
  mld: 9,
  milliarde: 9,
  milliarden: 9,
  mrd: 9,
  milliard: 9,
  milliards: 9,
  mds: 9,
  bn: 9,
  biljoen: 12,
  biljoenen: 12,
  tn: 12,
  biljard: 15,
  biljarden: 15,
  billiarde: 15,
  billiarden: 15,
  billiard: 15,
  billiards: 15,
  triljoen: 18,
  triljoenen: 18,
};

/** Words whose meaning the file's language decides; a language that is not listed does not have the word. */
const BY_LANGUAGE: Readonly<Record<string, Readonly<Partial<Record<Language, number>>>>> = {
  billion: { en: 9, de: 12, fr: 12 },
  billions: { en: 9, fr: 12 },
  billionen: { de: 12 },
  trillion: { en: 12, de: 18, fr: 18 },
  trillions: { en: 12, fr: 18 },
  trillionen: { de: 18 },
  quadrillion: { en: 15, de: 24, fr: 24 },
};

/** All of them, for hints. */
export const SIZE_WORD_LIST: readonly string[] = [...Object.keys(SURE), ...Object.keys(BY_LANGUAGE)].filter(
  (word) => word.length > 3,
);

/** Single letters and short forms where capitals matter. */
const SYMBOLS: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, B: 9, Md: 9, T: 12 };

/** Small letters that journalists write behind a sum with a currency sign in front: "$500bn", "$500b", "$20m". */
const AFTER_CURRENCY: Readonly<Record<string, number>> = { m: 6, b: 9, t: 12 };

/**
 * The power of ten a word of size stands for.
 * @returns a number; 'contradiction' for a size word that the file's language does not have; undefined for any other word.
 */
export function sizeOf(word: string, language: Language, afterCurrency: boolean): number | 'contradiction' | undefined {
  const lower = word.toLowerCase();
  if (Object.hasOwn(SYMBOLS, word)) return SYMBOLS[word];
  if (afterCurrency && Object.hasOwn(AFTER_CURRENCY, word)) return AFTER_CURRENCY[word];
  if (Object.hasOwn(SURE, lower)) return SURE[lower];
  if (Object.hasOwn(BY_LANGUAGE, lower)) return BY_LANGUAGE[lower]?.[language] ?? 'contradiction';
  return undefined;
}

/** The words a writer uses in each language, from the largest down. */
export const SIZE_WORDS: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  en: [
    [12, 'trillion'],
    [9, 'billion'],
    [6, 'million'],
  ],
  nl: [
    [12, 'biljoen'],
    [9, 'miljard'],
    [6, 'miljoen'],
  ],
  de: [
    [12, 'Billionen'],
    [9, 'Milliarden'],
    [6, 'Millionen'],
  ],
  fr: [
    [12, 'billions'],
    [9, 'milliards'],
    [6, 'millions'],
  ],
};

/** Those of them that are others after exactly one. */
export const SINGULAR: Readonly<Record<string, string>> = {
  Billionen: 'Billion',
  Milliarden: 'Milliarde',
  Millionen: 'Million',
  billions: 'billion',
  milliards: 'milliard',
  millions: 'million',
};

/** Words that stand between number and unit and mean nothing: "500 milliards de dollars". */
export const FILLERS: ReadonlySet<string> = new Set(['of', 'de', 'd', 'us']);

/** Words for a division: "30 % per year", "2400 USD pro kW", "par an". */
export const DIVISIONS: ReadonlySet<string> = new Set(['per', 'pro', 'par']);

/** Everyday words for units, as factors of unit-table words. Lower case. */
export const UNIT_ALIASES: Readonly<Record<string, readonly string[]>> = {
  $: ['USD'],
  us$: ['USD'],
  dollar: ['USD'],
  dollars: ['USD'],
  'us-dollar': ['USD'],
  'us-dollars': ['USD'],
  maand: ['month'],
  maanden: ['month'],
  monat: ['month'],
  monate: ['month'],
  monaten: ['month'],
  mois: ['month'],
  mo: ['month'],
  jaar: ['year'],
  jaren: ['year'],
  jahr: ['year'],
  jahre: ['year'],
  jahren: ['year'],
  an: ['year'],
  ans: ['year'],
  année: ['year'],
  années: ['year'],
  yr: ['year'],
  yrs: ['year'],
  dag: ['day'],
  dagen: ['day'],
  tag: ['day'],
  tage: ['day'],
  jour: ['day'],
  jours: ['day'],
  uur: ['hour'],
  uren: ['hour'],
  stunde: ['hour'],
  stunden: ['hour'],
  heure: ['hour'],
  heures: ['hour'],
  baan: ['job'],
  banen: ['job'],
  stelle: ['job'],
  stellen: ['job'],
  emploi: ['job'],
  emplois: ['job'],
  'job-year': ['job', 'year'],
  'job-years': ['job', 'year'],
};

/** Words for one hundredth. Lower case. */
export const PERCENT_WORDS: ReadonlySet<string> = new Set(['%', 'percent', 'pct', 'procent', 'prozent']);

/** Signs that may stand before a sum. Only dollars are in the model; the others are known so that the message can say so. */
export const CURRENCY_SIGNS: readonly string[] = ['US$', 'USD', '$', '€', '£', '¥', 'EUR', 'GBP', 'CNY', 'JPY'];
