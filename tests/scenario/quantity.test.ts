import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { acceptedText, quantityText, showQuantity } from '../../src/scenario/format.ts';
import { type Measure, measureOf, type Reading } from '../../src/scenario/measure.ts';
import { isFault, sentence } from '../../src/scenario/problems.ts';
import { parseQuantity } from '../../src/scenario/quantity.ts';
import type { Language } from '../../src/scenario/types.ts';
import { meta, units } from './fixture.ts';

const LANGUAGES: readonly Language[] = ['en', 'nl', 'de', 'fr'];
const measure = (id: string): Measure => {
  const record = meta.records.find((one) => one.id === id);
  if (record === undefined) throw new Error(id);
  return measureOf(record);
};
const reading = (language: Language): Reading => ({ language, units, start: '2025-01' });
const read = (raw: unknown, id: string, language: Language = 'en', source?: string): number | string => {
  const value = parseQuantity(raw, measure(id), reading(language), source);
  return isFault(value) ? value.code : value;
};

/** [text, lever, value] read alike in every language. */
const EVERYWHERE: readonly (readonly [unknown, string, number])[] = [
  ['$500B', 'commitment_total', 5e11],
  ['$500 B', 'commitment_total', 5e11],
  ['$500bn', 'commitment_total', 5e11],
  ['US$ 500 bn', 'commitment_total', 5e11],
  ['$20m', 'commitment_total', 2e7],
  ['$5T', 'commitment_total', 5e12],
  ['5 biljoen USD', 'commitment_total', 5e12],
  ['500 miljard', 'commitment_total', 5e11],
  ['500 Milliarden', 'commitment_total', 5e11],
  ['500 Milliarden Dollar', 'commitment_total', 5e11],
  ['500 Mrd. USD', 'commitment_total', 5e11],
  ['500 milliards', 'commitment_total', 5e11],
  ['500 milliards de dollars', 'commitment_total', 5e11],
  ['500 Md USD', 'commitment_total', 5e11],
  ['1 mille milliards de dollars', 'commitment_total', 1e12],
  ['500000 miljoen dollar', 'commitment_total', 5e11],
  ['500e9 USD', 'commitment_total', 5e11],
  ['500e9', 'commitment_total', 5e11],
  ['USD 500e9', 'commitment_total', 5e11],
  ['$5 USD', 'commitment_total', 5],
  [500, 'commitment_total', 500],
  ['30 %', 'site_share', 0.3],
  ['30%', 'site_share', 0.3],
  ['30 procent', 'site_share', 0.3],
  ['30 Prozent', 'site_share', 0.3],
  ['7 %', 'site_share', 0.07],
  ['18 months', 'grid_wait', 1.5],
  ['18 maanden', 'grid_wait', 1.5],
  ['18 Monate', 'grid_wait', 1.5],
  ['18 mois', 'grid_wait', 1.5],
  ['2 jaar', 'grid_wait', 2],
  ['2 Jahre', 'grid_wait', 2],
  ['2 ans', 'grid_wait', 2],
  [2, 'grid_wait', 2],
  ['10 GW', 'site_size', 10_000],
  ['500 kW', 'site_size', 0.5],
  ['USD 2400/kW', 'building_cost', 2400],
  ['$2400 per kW', 'building_cost', 2400],
  ['2400 USD/kW', 'building_cost', 2400],
  ['2400 Dollar pro kW', 'building_cost', 2400],
  ['2400 dollars par kW', 'building_cost', 2400],
  ['2 USD/W', 'building_cost', 2000],
  ['5 %', 'growth', 0.05],
  ['5 % per year', 'growth', 0.05],
  ['5 %/year', 'growth', 0.05],
  ['-5 % per year', 'growth', -0.05],
  ['\u22125 %', 'growth', -0.05],
  ['2025-01', 'commitment_start', 0],
  ['2026-03', 'commitment_start', 14],
  ['2024-12', 'commitment_start', -1],
  ['even', 'spending_profile', 0],
  ['front-loaded', 'spending_profile', 1],
  ['Front loaded', 'spending_profile', 1],
  ['s_curve', 'spending_profile', 2],
];

test('texts that mean one thing in every language', () => {
  for (const language of LANGUAGES) {
    for (const [raw, id, value] of EVERYWHERE) assert.is(read(raw, id, language), value, `${raw} in ${language}`);
  }
});

test('billion and trillion mean what the language says, and a word it does not have is a contradiction', () => {
  const said = (text: string): (number | string)[] =>
    LANGUAGES.map((language) => read(text, 'commitment_total', language));
  assert.equal(said('2 billion'), [2e9, 'size-word', 2e12, 2e12]);
  assert.equal(said('2 Billion USD'), [2e9, 'size-word', 2e12, 2e12]);
  assert.equal(said('2 billions'), [2e9, 'size-word', 'size-word', 2e12]);
  assert.equal(said('2 Billionen'), ['size-word', 'size-word', 2e12, 'size-word']);
  assert.equal(said('2 trillion'), [2e12, 'size-word', 'outside', 'outside']);
  assert.equal(said('2 triljoen'), ['outside', 'outside', 'outside', 'outside']);
});

test("decimal and group marks are the language's", () => {
  const said = (text: string): (number | string)[] =>
    LANGUAGES.map((language) => read(text, 'building_cost', language));
  const no = 'not-a-number';
  assert.equal(said('2,400.5 USD/kW'), [2400.5, no, no, no]);
  assert.equal(said('2.400,5 USD/kW'), [no, 2400.5, 2400.5, no]);
  assert.equal(said('2 400,5 USD/kW'), [no, 2400.5, 2400.5, 2400.5]);
  assert.equal(said('2\u202f400 USD/kW'), [2400, 2400, 2400, 2400]);
  assert.equal(said('2.400 USD/kW'), [2.4, 2400, 2400, no]);
  assert.equal(said('2,400 USD/kW'), [2400, 2.4, 2.4, 2.4]);
  assert.equal(said('0.5 USD/kW'), [0.5, no, no, no]);
  assert.equal(said('24,00 USD/kW'), [no, 24, 24, 24]);
  assert.equal(said('1,2,3 USD/kW'), [no, no, no, no]);
});

test('a number that YAML has read is refused where the author may have meant another', () => {
  assert.is(read(2.4, 'building_cost', 'nl', '2.400'), 'ambiguous-number');
  assert.is(read(2.4, 'building_cost', 'de', '2.400'), 'ambiguous-number');
  assert.is(read(2.4, 'building_cost', 'nl', '2.4'), 2.4);
  assert.is(read(2.4, 'building_cost', 'en', '2.400'), 2.4);
});

/** [text, lever, code of the fault] */
const REFUSED: readonly (readonly [unknown, string, string])[] = [
  ['', 'commitment_total', 'not-a-number'],
  ['lots', 'commitment_total', 'not-a-number'],
  ['1.5.2', 'commitment_total', 'not-a-number'],
  ['500 GW', 'commitment_total', 'wrong-unit'],
  ['500 billion GW', 'commitment_total', 'wrong-unit'],
  ['500 billion EUR', 'commitment_total', 'currency'],
  ['\u20ac500B', 'commitment_total', 'currency'],
  ['$5 EUR', 'commitment_total', 'currency'],
  ['500 billion miljard', 'commitment_total', 'size-word'],
  ['500B miljard', 'commitment_total', 'size-word'],
  ['500 billoin', 'commitment_total', 'unknown-unit'],
  ['5 %', 'commitment_total', 'wrong-unit'],
  ['-5 USD', 'commitment_total', 'outside'],
  ['1e400 USD', 'commitment_total', 'not-finite'],
  ['500 USD/', 'commitment_total', 'unknown-unit'],
  ['500 (USD', 'commitment_total', 'unknown-unit'],
  ['5 USD^2', 'commitment_total', 'wrong-unit'],
  [Number.NaN, 'commitment_total', 'not-finite'],
  [Number.POSITIVE_INFINITY, 'commitment_total', 'not-finite'],
  [true, 'commitment_total', 'wrong-kind'],
  [null, 'commitment_total', 'wrong-kind'],
  ['9'.repeat(200), 'commitment_total', 'too-long'],
  [30, 'site_share', 'outside'],
  ['130 %', 'site_share', 'outside'],
  ['9 yeers', 'grid_wait', 'unknown-unit'],
  [2025, 'commitment_start', 'date'],
  ['2025', 'commitment_start', 'date'],
  ['2025-13', 'commitment_start', 'date'],
  ['2025-01-21', 'commitment_start', 'date'],
  [1, 'spending_profile', 'not-among'],
  ['evne', 'spending_profile', 'not-among'],
];

test('what is no quantity of the lever says why', () => {
  for (const [raw, id, code] of REFUSED) assert.is(read(raw, id), code, String(raw));
});

test('a message says what was found and what would be accepted', () => {
  const said = (raw: unknown, id: string): string => {
    const value = parseQuantity(raw, measure(id), reading('en'));
    return isFault(value) ? sentence(value) : 'no fault';
  };
  assert.is(
    said('500 GW', 'commitment_total'),
    'This does not measure the same thing as "USD": found "500 GW". Accepted: a quantity such as "500 billion USD", from 0 USD to 20 trillion USD.',
  );
  assert.is(
    said(30, 'site_share'),
    'This is outside what the equations make sense for: found 30. Accepted: a quantity such as "0 %", from 0 % to 100 %. Did you mean "30 %"?',
  );
  assert.match(said('9 yeers', 'grid_wait'), /Did you mean years\?$/);
  assert.match(said('500 billoin', 'commitment_total'), /Did you mean billion\?$/);
  assert.match(said('evne', 'spending_profile'), /Accepted: even, front_loaded, s_curve. Did you mean even\?$/);
});

test('what is written for a file is short and reads back to the same number', () => {
  const text = (value: number, id: string, language: Language = 'en'): string =>
    quantityText(value, measure(id), reading(language));
  assert.is(text(5e11, 'commitment_total'), '500 billion USD');
  assert.is(text(5e11, 'commitment_total', 'nl'), '500 miljard USD');
  assert.is(text(5.25e12, 'commitment_total', 'de'), '5,25 Billionen USD');
  assert.is(text(5.25e12, 'commitment_total', 'fr'), '5,25 billions USD');
  assert.is(text(1.5, 'grid_wait'), '1.5 years');
  assert.is(text(1, 'grid_wait'), '1 year');
  assert.is(text(0.125, 'site_share'), '12.5 %');
  assert.is(text(0.05, 'growth'), '5 %/year');
  assert.is(text(10_000, 'site_size'), '10 GW');
  assert.is(text(14, 'commitment_start'), '2026-03');
  assert.is(text(2, 'spending_profile'), 's_curve');
});

test('any number survives being written and read, in four languages', () => {
  const ids = [
    'commitment_total',
    'grid_wait',
    'site_share',
    'growth',
    'site_size',
    'building_cost',
    'electricity_price',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      fc.constantFrom(...LANGUAGES),
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ min: 0, max: 1000, noNaN: true }),
        fc.integer(),
        fc.integer({ min: 0, max: 5000 }).map((n) => n * 1e9),
      ),
      (id, language, value) => {
        const free = { ...measure(id), least: undefined, most: undefined };
        const text = quantityText(value, free, reading(language));
        assert.is(parseQuantity(text, free, reading(language)), value === 0 ? 0 : value, text);
      },
    ),
    { numRuns: 1500 },
  );
});

test('any date survives being written and read', () => {
  fc.assert(
    fc.property(fc.integer({ min: -240, max: 240 }), (months) => {
      const date = measure('commitment_start');
      assert.is(parseQuantity(quantityText(months, date, reading('en')), date, reading('en')), months);
    }),
  );
});

test('reading never throws, whatever the text', () => {
  const piece = fc.constantFrom(
    '5',
    '.',
    ',',
    ' ',
    '$',
    'USD',
    'billion',
    'miljard',
    '/',
    '^',
    '(',
    ')',
    'kW',
    '%',
    'per',
    '-',
    'e',
    '1',
    '\u00a0',
    'de',
    'm\u00b2',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
      ),
      fc.constantFrom(...LANGUAGES),
      (text, language) => {
        const value = parseQuantity(text, measure('commitment_total'), reading(language));
        assert.ok(typeof value === 'number' ? value >= 0 && value <= 2e13 : sentence(value).length > 0);
      },
    ),
    { numRuns: 1000 },
  );
});

test('what is shown to people has three digits and a sensible prefix', () => {
  const show = (value: number, unit: string, more: Partial<Measure> = {}, language: Language = 'en'): string =>
    showQuantity(value, { unit, type: 'number', ...more }, reading(language));
  assert.is(show(123_456_789_012, 'USD'), '123 billion USD');
  assert.is(show(123_456_789_012, 'USD', {}, 'de'), '123 Milliarden USD');
  assert.is(show(999_900_000, 'USD'), '1 billion USD');
  assert.is(show(1e9, 'USD', {}, 'de'), '1 Milliarde USD');
  assert.is(show(1e6, 'USD', {}, 'fr'), '1 million USD');
  assert.is(show(1.5e6, 'USD', {}, 'de'), '1,5 Millionen USD');
  assert.is(show(9123, 'MW'), '9.12 GW');
  assert.is(show(0.0123, 'MW'), '12.3 kW');
  assert.is(show(-9123, 'MW'), '-9.12 GW');
  assert.is(show(6e-7, 'job*year/USD'), '0.0000006 job*year/USD');
  assert.is(show(1.127e-9, 'job*year/USD'), '0.00000000113 job*year/USD');
  assert.is(show(0, 'MW'), '0 MW');
  assert.is(show(0.1234, '1', { show: '%' }), '12.3 %');
  assert.is(show(123_456, 'job'), '123,000 jobs');
  assert.is(show(123_456, 'job', {}, 'nl'), '123.000 jobs');
  assert.is(show(1, 'year'), '1 year');
});

test('a word of size below the line is written and read', () => {
  const jobs: Measure = { unit: 'job*year/USD', type: 'number', prefer: 'job*year/million USD' };
  for (const language of ['en', 'nl', 'de', 'fr'] as const) {
    for (const value of [6e-7, 1.2e-6, 3e-7, 1.234567e-6, 0]) {
      const text = quantityText(value, jobs, reading(language));
      assert.is(parseQuantity(text, jobs, reading(language)), value, text);
    }
  }
  assert.is(quantityText(6e-7, jobs, reading('en')), '0.6 job-years/million USD');
  assert.is(showQuantity(1.0523e-6, jobs, reading('de')), '1,05 job-years/Million USD');
  assert.is(parseQuantity('0.6 job-years per million USD', jobs, reading('en')), 6e-7);
  assert.is(parseQuantity('0.6 job-years per million dollars', jobs, reading('en')), 6e-7);
  assert.is(parseQuantity('600 job-years/billion USD', jobs, reading('en')), 6e-7);
});

test('what a lever takes is said with its range', () => {
  assert.is(acceptedText(measure('site_share'), reading('en')), 'a quantity such as "0 %", from 0 % to 100 %');
  assert.is(
    acceptedText(measure('building_cost'), reading('nl')),
    'a quantity such as "11000 USD/kW", at least 0 USD/kW',
  );
  assert.is(acceptedText(measure('commitment_start'), reading('en')), 'a year and month such as 2025-06');
});

test.run();
