import { z } from 'zod';
import type { Claim, Observation, Scope, Source } from '../scenario/seeds-types.ts';

/** Unit words that seeds may use: those of the model's series, and a few that only occur in quotations. */
export const seedUnits = [
  '1',
  '1/year',
  'USD',
  'USD/year',
  'USD/MWh',
  'USD/H100e/hour',
  'CNY',
  'MW',
  'TWh/year',
  'gCO2/kWh',
  'accelerator',
  'accelerator/year',
  'die/year',
  'H100e',
  'wafer/month',
  'job',
  'year',
  'calendar year',
] as const;

const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case words joined by underscores');
/** A series, headline or lever, of an item perhaps: "facility_in_use.abilene". */
const name = z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/, 'an id, or an id and its item joined by a dot');
const words = z.string().trim().min(1, 'some words');
const unit = z.enum(seedUnits);
const language = z.enum(['en', 'nl', 'de', 'fr']);

/** True for "2026", "2026-04" and "2026-04-27" where such a day exists. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

const anyDate = z.string().refine(isDate, 'a date: "2026", "2026-04" or "2026-04-27"');
const monthOrDay = z.string().refine((text) => text.length > 4 && isDate(text), 'a date: "2026-04" or "2026-04-27"');

const figure = z
  .strictObject({
    value: z.number().exactOptional(),
    least: z.number().exactOptional(),
    most: z.number().exactOptional(),
    unit,
  })
  .refine(
    ({ value, least, most }) => (value === undefined) !== (least === undefined && most === undefined),
    'a figure has either a value or bounds',
  )
  .refine(({ least, most }) => least === undefined || most === undefined || least <= most, 'least is above most');

const answer = z
  .strictObject({
    of: name,
    take: z.enum(['last', 'max', 'at', 'value']),
    at: monthOrDay.exactOptional(),
  })
  .refine((one) => (one.take === 'at') === (one.at !== undefined), '`at` goes with take: at, and only with it');

export const claimSchema: z.ZodType<Claim> = z
  .strictObject({
    id,
    kind: z.enum(['commitment', 'ambition', 'context', 'statement', 'disagreement']),
    says: words,
    date: monthOrDay,
    documents: z
      .array(
        z.strictObject({
          file: words,
          language,
          hedge: z
            .enum(['flat', 'up to', 'about', 'nearly', 'at least', 'between', 'expected', 'in words'])
            .exactOptional(),
          note: words.exactOptional(),
        }),
      )
      .min(1),
    figure: figure.exactOptional(),
    note: words.exactOptional(),
    speaks_of: z.array(name),
    answer: answer.exactOptional(),
    unanswered: words.exactOptional(),
  })
  .refine(
    (claim) => !claim.figure || claim.documents.every((one) => one.hedge),
    'each document of a figure has a hedge',
  )
  .refine((claim) => !(claim.answer && claim.unanswered), 'either an answer or a reason for none, not both')
  .refine((claim) => !claim.figure || claim.answer || claim.unanswered, 'a figure needs an answer or a reason for none')
  .refine(
    (claim) => claim.speaks_of.length > 0 || claim.unanswered,
    'a claim that speaks of nothing in the simulator needs the reason',
  );

export const sourceSchema: z.ZodType<Source> = z
  .strictObject({
    id,
    title: words,
    publisher: words,
    date: anyDate,
    url: z.url({ protocol: /^https?$/ }).exactOptional(),
    file: words.exactOptional(),
    language: language.exactOptional(),
    kind: z.enum(['primary', 'secondary', 'judgement']),
    seen: z.boolean(),
  })
  .refine((source) => (source.url === undefined) !== (source.file === undefined), 'either a url or a file')
  .refine((source) => (source.file === undefined) === (source.language === undefined), 'a file has a language');

const scope = z.custom<Scope>(
  (text) =>
    typeof text === 'string' && /^(stargate|openai_all_providers|us|world|ercot|site:[a-z][a-z0-9_]*)$/.test(text),
  'stargate, openai_all_providers, us, world, ercot, or site: and its id',
);

/**
 * Series that do not speak of the programme, by whom they speak of: only these may be held against figures of the same. What all of
 * OpenAI's providers have, or the world, is never held against a series of Stargate.
 */
const contextSeries: Readonly<Partial<Record<Scope, readonly string[]>>> = {
  openai_all_providers: ['openai_revenue_now', 'openai_revenue_2023'],
  world: ['chip_sales_now', 'chip_sales_2023_implied', 'chip_sales_2024_as_projected', 'h100_hour_now'],
};

export const observationSchema: z.ZodType<Observation> = z
  .strictObject({
    id,
    date: monthOrDay,
    quantity: words,
    series: name.exactOptional(),
    take: z.enum(['year', 'peak', 'value']).exactOptional(),
    caps: name.exactOptional(),
    scope,
    value: z.number(),
    low: z.number().exactOptional(),
    high: z.number().exactOptional(),
    unit,
    source: id,
    input: id.exactOptional(),
    aside: words.exactOptional(),
    says: words,
  })
  .refine(
    ({ series, caps, aside }) => [series, caps, aside].filter((one) => one !== undefined).length === 1,
    'one of series, caps and aside',
  )
  .refine(({ take, aside }) => take === undefined || aside === undefined, '`take` goes with a series')
  .refine(
    ({ low, value, high }) => (low ?? value) <= value && value <= (high ?? value),
    'low, value, high out of order',
  )
  .refine(fitsScope, 'a series is of Stargate, of the site that the scope names, or of the same part of the world')
  .refine(
    ({ caps, scope }) => caps === undefined || !(scope === 'stargate' || scope.startsWith('site:')),
    'what caps a series is larger than Stargate',
  );

/** A series of the programme can only be held against figures of the programme or of one of its sites. */
function fitsScope({ series, scope }: Pick<Observation, 'series' | 'scope'>): boolean {
  if (series === undefined) return true;
  const item = series.split('.')[1];
  if (scope.startsWith('site:')) return item === scope.slice('site:'.length);
  const known = Object.values(contextSeries).flat();
  return scope === 'stargate'
    ? item === undefined && !known.includes(series)
    : (contextSeries[scope] ?? []).includes(series);
}
