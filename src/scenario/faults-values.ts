import { type Fault, quote, withHint } from './fault.ts';
import type { Language } from './types.ts';
import { LANGUAGE_NAMES, MARKS } from './words.ts';

/** What can be wrong with a number, in words. */
export const valueFaults = {
  // Numbers and quantities
  notNumber: (found: unknown, language: Language, accepted: string): Fault => ({
    code: 'not-a-number',
    says: `No number can be read here in ${LANGUAGE_NAMES[language]}, where the decimal mark is "${MARKS[language].decimal}"`,
    found: quote(found),
    accepted,
  }),
  ambiguousNumber: (source: string, language: Language): Fault => {
    const [whole = '', rest = ''] = source.split('.');
    return {
      code: 'ambiguous-number',
      says: `In ${LANGUAGE_NAMES[language]} this could be two numbers`,
      found: source,
      accepted: `${whole}${rest}, or ${whole},${rest.replace(/0+$/u, '') || '0'}`,
    };
  },
  notFinite: (found: unknown, accepted: string): Fault => ({
    code: 'not-finite',
    says: 'The number is too large or undefined',
    found: quote(found),
    accepted,
  }),
  sizeContradiction: (word: string, language: Language): Fault => ({
    code: 'size-word',
    says: `The word ${quote(word)} contradicts the file's language, which is ${LANGUAGE_NAMES[language]}`,
    accepted: SIZE_HELP[language],
  }),
  sizeTwice: (found: string): Fault => ({
    code: 'size-word',
    says: 'Two words of size contradict each other',
    found: quote(found),
    accepted: 'one, such as "500 billion"',
  }),
  currencyTwice: (found: string): Fault => ({
    code: 'currency',
    says: 'Two currencies contradict each other',
    found: quote(found),
    accepted: 'one',
  }),
  currency: (found: string, accepted: string): Fault => ({
    code: 'currency',
    says: 'Only US dollars are understood; other currencies are not converted',
    found: quote(found),
    accepted,
  }),
  unknownUnit: (word: string, accepted: string, hint?: string): Fault => ({
    code: 'unknown-unit',
    says: `The unit ${quote(word)} is not known`,
    accepted,
    ...withHint(hint),
  }),
  wrongUnit: (found: string, unit: string, accepted: string): Fault => ({
    code: 'wrong-unit',
    says: `This does not measure the same thing as ${unit === '1' ? 'a plain number or a percentage' : quote(unit)}`,
    found: quote(found),
    accepted,
  }),
  outside: (found: unknown, accepted: string, hint?: string): Fault => ({
    code: 'outside',
    says: 'This is outside what the equations make sense for',
    found: quote(found),
    accepted,
    ...withHint(hint),
  }),
  notDate: (found: unknown): Fault => ({
    code: 'date',
    says: 'This is not a year and month',
    found: quote(found),
    accepted: 'a year and month such as 2025-06',
  }),
  notWhole: (found: unknown, accepted: string): Fault => ({
    code: 'not-whole',
    says: 'This has to be a whole number',
    found: quote(found),
    accepted,
  }),

  // Uncertainty
  halfRange: (): Fault => ({
    code: 'range',
    says: 'Only one end of the range is given',
    accepted: 'both low and high, or neither',
  }),
  rangeOrder: (low: string, central: string, high: string): Fault => ({
    code: 'range',
    says: 'The range is out of order',
    found: `low ${low}, central ${central}, high ${high}`,
    accepted: 'low ≤ central ≤ high',
  }),
  rangeNeeded: (distribution: string): Fault => ({
    code: 'range',
    says: `A ${distribution} distribution needs its ends`,
    accepted: 'low, central and high',
  }),
  rangeFixed: (): Fault => ({
    code: 'range',
    says: 'A fixed quantity cannot have a range',
    accepted: 'low and high left out, or another distribution',
  }),
  lognormal: (low: string): Fault => ({
    code: 'range',
    says: 'A lognormal distribution has only positive values',
    found: `low ${low}`,
    accepted: 'a low above zero',
  }),
  choiceRange: (): Fault => ({ code: 'range', says: 'A choice cannot have a range', accepted: 'one of its words' }),
} as const;

const SIZE_HELP: Readonly<Record<Language, string>> = {
  en: 'billion (10^9) or trillion (10^12)',
  nl: 'miljard (10^9), biljoen (10^12) or triljoen (10^18)',
  de: 'Milliarden (10^9), Billionen (10^12) or Trillionen (10^18)',
  fr: 'milliards (10^9), billions (10^12) or trillions (10^18)',
};
