/** Numbers with their units, as readers see them. All digits and dates go through Intl; unit words stand in words.ts. */
import { type MagnitudeWord, unitWords } from './words.ts';

/**
 * money: "$500 billion". years: "11 years". metric: a unit with prefixes. count: "412,000" or "1.2 million", the noun is the sentence's. share: "12%".
 * `steps`: for metric units factor and symbol, ascending.
 */
interface UnitForm {
  readonly form: 'money' | 'metric' | 'count' | 'share' | 'years';
  readonly steps?: readonly (readonly [factor: number, symbol: string])[];
  readonly currency?: string;
  /** A key of `unitWords.per`. */
  readonly per?: keyof typeof unitWords.per;
  /** Things counted in one of the unit, where the unit is a multiple itself: litres in a GL, dollars per GW in one per MW. */
  readonly each?: number;
  /** Said with the number, as "litres" is; other counts get their noun from the sentence. */
  readonly noun?: keyof typeof unitWords.nouns;
}

const UNITS: Readonly<Record<string, UnitForm>> = {
  USD: { form: 'money', currency: 'USD' },
  'USD/year': { form: 'money', currency: 'USD', per: 'year' },
  'USD/MW': { form: 'money', currency: 'USD', per: 'GW', each: 1e3 },
  'USD/MW/year': { form: 'money', currency: 'USD', per: 'MW a year' },
  year: { form: 'years' },
  CNY: { form: 'money', currency: 'CNY' },
  MW: {
    form: 'metric',
    steps: [
      [1e-3, 'kW'],
      [1, 'MW'],
      [1e3, 'GW'],
      [1e6, 'TW'],
    ],
  },
  MWIT: {
    form: 'metric',
    steps: [
      [1e-3, 'kW'],
      [1, 'MW'],
      [1e3, 'GW'],
      [1e6, 'TW'],
    ],
  },
  'TWh/year': {
    form: 'metric',
    per: 'year',
    steps: [
      [1e-6, 'MWh'],
      [1e-3, 'GWh'],
      [1, 'TWh'],
      [1e3, 'PWh'],
    ],
  },
  'MtCO2/year': {
    form: 'metric',
    per: 'year',
    steps: [
      [1e-6, 't CO₂'],
      [1e-3, 'kt CO₂'],
      [1, 'Mt CO₂'],
      [1e3, 'Gt CO₂'],
    ],
  },
  'GL/year': { form: 'count', per: 'year', each: 1e9, noun: 'GL/year' },
  'FLOP/s': {
    form: 'metric',
    steps: [
      [1e15, 'PFLOP/s'],
      [1e18, 'EFLOP/s'],
      [1e21, 'ZFLOP/s'],
      [1e24, 'YFLOP/s'],
    ],
  },
  accelerator: { form: 'count' },
  'accelerator/year': { form: 'count', per: 'year' },
  H100e: { form: 'count' },
  fab: { form: 'count' },
  wafer: { form: 'count' },
  'wafer/month': { form: 'count', per: 'month' },
  job: { form: 'count' },
  'job*year': { form: 'count' },
  '1': { form: 'share' },
};

/** Whether readers have a form for a unit; the others are the model's own. */
export const hasForm = (unit: string): boolean => unit in UNITS;

const MAGNITUDES: readonly (readonly [factor: number, word: MagnitudeWord])[] = [
  [1, ''],
  [1e3, 'thousand'],
  [1e6, 'million'],
  [1e9, 'billion'],
  [1e12, 'trillion'],
];

interface NumberFormat {
  format(value: number): string;
  formatToParts(value: number): Intl.NumberFormatPart[];
}

const formats = new Map<string, NumberFormat>();

/** Intl's formatters take a hundred times longer to make than to use. A minus is one, not the hyphen that some languages have from Intl. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): NumberFormat {
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    const plain = new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
    const minus = (text: string): string => text.replace('-', '\u2212');
    format = {
      format: (value) => minus(plain.format(value)),
      formatToParts: (value) => plain.formatToParts(value).map((part) => ({ ...part, value: minus(part.value) })),
    };
    formats.set(key, format);
  }
  return format;
}

/** The largest step that is not above the value, the smallest where all are. */
function stepOf<T extends string>(steps: readonly (readonly [number, T])[], most: number): readonly [number, T] {
  return steps.findLast(([factor]) => factor <= most * (1 + 1e-9)) ?? (most > 0 ? steps[0]! : base(steps));
}

const base = <T extends string>(steps: readonly (readonly [number, T])[]) =>
  steps.find(([factor]) => factor >= 1) ?? steps[0]!;

/** Digits behind the point that a newspaper would print: 9.1, 12, 141; 0.34 below one. `more` adds some. */
function digitsOf(size: number, more: number): number {
  if (size === 0) return 0;
  return (size < 0.995 ? 2 : size < 9.95 ? 1 : 0) + more;
}

/**
 * A value as prose has it: "9.1 GW", "$500 billion", "$141 billion a year", "412,000", "12%".
 * @param like  the size that decides the prefix, where several values are named together; digits are the value's own, as when it is named alone.
 * @param more  digits beyond the usual.
 */
export function quantity(value: number, unit: string, locale: string, like = Math.abs(value), more = 0): string {
  const form = UNITS[unit] ?? { form: 'metric', steps: [[1, unit === '1' ? '' : unit]] as const };
  const per = form.per ? ` ${unitWords.per[form.per]}` : '';
  return numberPart(value, form, locale, like, more) + per;
}

function numberPart(given: number, form: UnitForm, locale: string, likeGiven: number, more: number): string {
  const value = given * (form.each ?? 1);
  const like = Math.abs(likeGiven) * (form.each ?? 1);
  if (form.form === 'share') {
    const digits = Math.min(4, digitsOf(Math.abs(value) * 100, more));
    return numberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value);
  }
  if (form.form === 'years') {
    const unit = { style: 'unit', unit: 'year', unitDisplay: 'long' } as const;
    return numberFormat(locale, { ...unit, maximumFractionDigits: digitsOf(like, more) }).format(value);
  }
  if (form.form === 'metric') {
    const [factor, symbol] = stepOf(form.steps!, like);
    const scaled = numberFormat(locale, { maximumFractionDigits: digitsOf(Math.abs(value) / factor, more) });
    return `${scaled.format(value / factor)} ${symbol}`.trimEnd();
  }
  const noun = form.noun ? ` ${unitWords.nouns[form.noun]}` : '';
  return counted(value, form.form === 'money' ? form.currency : undefined, locale, more) + noun;
}

/** "412,000", "1.2 million", "$500 billion". */
function counted(value: number, currency: string | undefined, locale: string, more: number): string {
  const money: Intl.NumberFormatOptions = currency ? { style: 'currency', currency } : {};
  const size = Math.abs(value);
  if (size < 999_500) {
    const maximumSignificantDigits = (size < 10 ? 2 : 3) + more;
    return numberFormat(locale, { ...money, maximumSignificantDigits, minimumSignificantDigits: 1 }).format(value);
  }
  const [factor] = stepOf(MAGNITUDES, size * 1.0005);
  const maximumFractionDigits = digitsOf(size / factor, more);
  const compact = { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits } as const;
  const long = numberFormat(locale, { ...compact, compactDisplay: 'long' });
  if (!currency) return long.format(value);
  // With a currency Intl knows "$500B" only: the short word gives way to the long one.
  const word = long.formatToParts(value).find(({ type }) => type === 'compact')?.value ?? '';
  return numberFormat(locale, { ...money, ...compact })
    .formatToParts(value)
    .map(({ type, value: text }, i, all) => {
      if (type !== 'compact') return text;
      return all[i - 1]?.type === 'literal' ? word : `\u00a0${word}`;
    })
    .join('');
}

/**
 * Several values named in one breath: one prefix for all but what would be next to nothing with it, and enough digits that what differs by
 * 1 % is seen to differ.
 */
export function quantities(values: readonly number[], unit: string, locale: string): string[] {
  const like = Math.max(...values.map(Math.abs), 0);
  for (let more = 0; ; more++) {
    const texts = values.map((value) => {
      const isTiny = value !== 0 && Math.abs(value) < TINY * like;
      return quantity(value, unit, locale, isTiny ? Math.abs(value) : like, more);
    });
    const hidden = values.some((a, i) =>
      values.some((b, j) => j > i && Math.abs(a - b) > 0.01 * like && texts[i] === texts[j]),
    );
    if (!hidden || more === 3) return texts;
  }
}

/** Of the largest: a hundredth would be "0.09 GW" beside "9 GW". */
const TINY = 0.01;

/**
 * What separates two values: "+2.6 GW (+30%)", of shares in points, "the same" where both would be printed alike.
 * @param part of the first, where that says anything
 */
export function differenceText(value: number, base: number, part: number | null, unit: string, locale: string): string {
  const [a, b] = quantities([value, base], unit, locale);
  if (a === b) return unitWords.same;
  const sign = value > base ? '+' : '\u2212';
  const size = Math.abs(value - base);
  if (unit === '1') {
    const points = numberFormat(locale, { maximumFractionDigits: digitsOf(size * 100, 0) }).format(size * 100);
    return `${sign}${unitWords.points(points)}`;
  }
  const amount = `${sign}${quantity(size, unit, locale)}`;
  if (part === null) return amount;
  const share = numberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  return `${amount} (${share.format(part)})`;
}

/** From one value to another, the unit named once: "5.9\u20139.2 GW", "$190\u2013$420 billion". */
export function range(low: number, high: number, unit: string, locale: string): string {
  const [from = '', to = ''] = quantities([low, high], unit, locale);
  const cut = from.search(/[\s\u00a0]\D/u);
  const shared = cut > 0 && to.endsWith(from.slice(cut));
  const start = shared ? from.slice(0, cut) : from;
  if (from === to) return from;
  // A minus beside a dash is hard to read.
  return low < 0 || high < 0 ? unitWords.fromTo(start, to) : `${start}\u2013${to}`;
}

export interface AxisUnit {
  /** Divide by it to get what the axis prints. */
  readonly factor: number;
  /** "billion dollars a year", "gigawatts", "thousand"; empty where there is nothing to say. */
  readonly words: string;
  /** An axis label or table cell from a value in the model's unit. */
  readonly label: (value: number) => string;
}

/** The unit in which an axis up to `most` reads best. `step` is the distance of its ticks and decides the digits. */
export function axisUnit(unit: string, most: number, locale: string, step = 0): AxisUnit {
  const form = UNITS[unit] ?? { form: 'metric' as const, steps: [[1, unit]] as const };
  if (form.form === 'share') {
    const digits = step > 0 ? decimals(step * 100) : 1;
    const format = numberFormat(locale, { style: 'percent', maximumFractionDigits: digits });
    return { factor: 1, words: '', label: (value) => format.format(value) };
  }
  const metric = form.form === 'metric';
  const each = form.each ?? 1;
  const [scale, symbol] = metric ? stepOf(form.steps!, most) : stepOf(MAGNITUDES, most * each);
  const factor = scale / each;
  const format = numberFormat(locale, { maximumFractionDigits: step > 0 ? decimals(step / factor) : 2 });
  const name = metric
    ? (unitWords.names[symbol] ?? symbol)
    : unitWords.counted(
        unitWords.magnitudes[symbol as MagnitudeWord],
        unitWords.nouns[unit as keyof typeof unitWords.nouns] ?? '',
      );
  const words = [name, form.per ? unitWords.per[form.per] : ''].filter(Boolean).join(' ');
  return { factor, words, label: (value) => format.format(value / factor) };
}

/** Digits behind the point that a step of 1, 2 or 5 times a power of ten needs. */
const decimals = (step: number) => Math.min(6, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
