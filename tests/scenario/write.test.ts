import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RecordMeta } from '../../src/engine/meta.ts';
import { meta as realMeta } from '../../src/generated/meta.ts';
import { scenarios as shipped } from '../../src/generated/scenarios.ts';
import { unitTable } from '../../src/generated/units.ts';
import { headlines as realHeadlines } from '../../src/model/headlines.ts';
import { fundersOf, hasGeneral, namesOf } from '../../src/scenario/names.ts';
import { inModelOrder } from '../../src/scenario/order.ts';
import { readScenario } from '../../src/scenario/read.ts';
import type { Language, Quantity, Scenario, ScenarioItem } from '../../src/scenario/types.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { context, file, meta } from './fixture.ts';

const names = namesOf(meta);

/** A value the lever takes: round ones and any others. */
function anyValue({ input }: RecordMeta): fc.Arbitrary<number> {
  const { type = 'number', least = -1e6, most = 1e6, choices = [] } = input ?? {};
  if (type === 'choice') return fc.integer({ min: 0, max: choices.length - 1 });
  if (type === 'date') return fc.integer({ min: least, max: most });
  const round = fc.integer({ min: 0, max: 1000 }).map((part) => least + ((most - least) * part) / 1000);
  return fc.oneof(round, fc.double({ min: least, max: most, noNaN: true })).map((value) => (value === 0 ? 0 : value));
}

const prose = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    'yes',
    'null',
    '12',
    '1e3',
    '- a',
    'a: b',
    '# a',
    "it's",
    '"quoted"',
    '{a}',
    '[a]',
    '*a',
    '!a',
    '2025-01',
    '50 %',
    ' a ',
    'a  b',
    '~',
    '.inf',
    '0x10',
  ),
  fc
    .array(fc.constantFrom('word', 'another', 'long-ish', '#hash', '-', '&', 'ümlaut', '"q"'), {
      minLength: 20,
      maxLength: 60,
    })
    .map((words) => words.join(' ')),
);
const clean = (text: string): string =>
  text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, ' ').replace(/\p{Cs}/gu, '');
const line = prose.map((text) => clean(text).slice(0, 100)).filter((text) => text.length > 0);
const paragraphs = fc.array(prose.map(clean), { maxLength: 4 }).map((lines) => lines.join('\n').trim());

function quantityOf(record: RecordMeta): fc.Arbitrary<Quantity> {
  const value = anyValue(record);
  const certain = value.map((central): Quantity => ({ central }));
  if (record.input?.type === 'choice') return certain;
  const uncertain = fc.tuple(
    value,
    value,
    value,
    fc.constantFrom('pert', 'triangular', 'uniform', 'normal'),
    fc.option(line),
    fc.option(fc.constantFrom('high', 'medium', 'low')),
  );
  return fc.oneof(
    certain,
    uncertain.map(([a, b, c, distribution, source, confidence]): Quantity => {
      const [low = 0, central = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
      return {
        low,
        central,
        high,
        distribution,
        ...(source === null ? {} : { source }),
        ...(confidence === null ? {} : { confidence }),
      } as Quantity;
    }),
  );
}

function fieldsOf(
  set: 'commitments' | 'sites',
  must: Readonly<Record<string, fc.Arbitrary<Quantity>>>,
): fc.Arbitrary<Record<string, Quantity>> {
  const fields = [...(names.fields.get(set) ?? [])];
  const options = Object.fromEntries(fields.map(([field, record]) => [field, must[field] ?? quantityOf(record)]));
  return fc.record(options, { requiredKeys: Object.keys(must), noNullPrototype: true }) as fc.Arbitrary<
    Record<string, Quantity>
  >;
}

const total = quantityOf(meta.records.find((record) => record.id === 'commitment_total') as RecordMeta);
const commitment = (id: string): fc.Arbitrary<ScenarioItem> =>
  fc
    .tuple(
      line,
      fieldsOf('commitments', { total }),
      fc.option(
        fc.dictionary(
          line.filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name)),
          fc.integer({ min: 0, max: 900 }).map((n) => n * 1e8),
          { maxKeys: 3 },
        ),
      ),
      fc.option(fc.array(fc.constantFrom('a_claim', 'b2'), { maxLength: 2 })),
    )
    .map(([title, fields, funders, claims]) => ({
      id,
      title,
      fields,
      ...(funders === null ? {} : { funders: { ...funders } }),
      ...(claims === null ? {} : { claims }),
    }));
const site = (id: string, share: number): fc.Arbitrary<ScenarioItem> =>
  fc
    .tuple(
      line,
      fieldsOf('sites', { share: fc.constant({ central: share }) }),
      fc.option(fc.constantFrom('ercot', 'pjm')),
    )
    .map(([title, fields, region]) => ({ id, title, fields, ...(region === null ? {} : { region }) }));

const general = names.inputs.filter(hasGeneral);
const assumptions = fc
  .tuple(
    fc.record(Object.fromEntries(general.map((record) => [record.id, quantityOf(record)])), {
      requiredKeys: [],
      noNullPrototype: true,
    }),
    fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    fc.option(quantityOf(meta.records.find((record) => record.id === 'chip_power') as RecordMeta)),
  )
  .map(
    ([stated, price, power]): Record<string, Quantity> => ({
      ...(stated as Record<string, Quantity>),
      ...(price === null ? {} : { 'ercot.electricity_price': { central: price } }),
      ...(power === null ? {} : { 'rubin.chip_power': power }),
    }),
  );

const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    language: fc.constantFrom<Language>('en', 'nl', 'de', 'fr'),
    title: line,
    description: paragraphs,
    model: fc.option(fc.constant('1.0.0+3f9c2a1')),
    start: fc.constantFrom('2025-01', '2024-07'),
    horizon: fc.constantFrom('2040-01', '2035-07'),
    step: fc.constantFrom(1, 0.5, 3),
    commitments: fc.tuple(commitment('one'), commitment('two')),
    sites: fc.tuple(site('here', 0.25), site('there', 0.5)),
    assumptions,
    seed: fc.integer({ min: 0, max: 4_294_967_295 }),
    factor: fc.option(fc.double({ min: -1, max: 1, noNaN: true }).map((value) => (value === 0 ? 0 : value))),
    least: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => (value === 0 ? 0 : value))),
    metric: fc.option(line),
    locks: fc.subarray(['grid_wait', 'one.total', 'rubin.chip_power', 'here.share']),
  })
  .map(
    ({ seed, factor, least, metric, model, ...rest }): Scenario => ({
      format: 'buildout/1',
      ...(model === null ? {} : { model }),
      ...rest,
      assumptions: inModelOrder(rest.assumptions, names),
      uncertainty: { seed, correlations: factor === null ? [] : [['growth', 'building_cost', factor]] },
      targets:
        least === null
          ? {}
          : { a: { of: 'facility_in_use.here', at: '2030-01', least }, b: { of: 'irr', most: least } },
      metrics:
        metric === null
          ? {}
          : {
              m: { formula: 'spent_total / jobs_total', title: metric, unit: 'USD/job' },
              n: { formula: 'm * 2', title: metric },
            },
    }),
  )
  .filter((made) => {
    const ids = fundersOf(made).map((funder) => funder.id);
    return new Set(ids).size === ids.length;
  });

test('a scenario survives being written and read, and is written the same again', () => {
  fc.assert(
    fc.property(scenario, (made) => {
      const text = writeScenario(made, context);
      const read = readScenario(text, context);
      assert.equal(read, made, text);
      assert.is(writeScenario(read, context), text);
    }),
    { numRuns: 150 },
  );
});

test('what is written is sparse, commented and in words', () => {
  const made = readScenario(
    file(
      'description: One line.',
      'sites: [{ share: 12 %, id: here, grid_wait: 18 months, region: ercot }]',
      'assumptions: { growth: { high: 50 %, central: 30 %, low: 10 % }, building_cost: { low: 8000, central: 9000 USD/kW, high: 9500, source: A page }, grid_wait: 3 years }',
    ),
    context,
  );
  assert.is(
    writeScenario({ ...made, language: 'nl', model: '1.0.0+3f9c2a1' }, context),
    `format: buildout/1
model: 1.0.0+3f9c2a1
language: nl
title: Test
description: One line.
commitments:
  - id: big
    total: 500 miljard USD
sites:
  - id: here
    region: ercot
    share: 12 %
    grid_wait: 1,5 years
assumptions:
  grid_wait: 3 years
  growth: { low: 10 %/year, central: 30 %/year, high: 50 %/year }  # Growth of supply
  building_cost:
    low: 8000 USD/kW
    central: 9000 USD/kW
    high: 9500 USD/kW
    source: A page
`,
  );
});

test('every shipped scenario is written and read without change, in every language', () => {
  const real = { meta: realMeta, units: unitTable, headlines: realHeadlines };
  for (const made of shipped) {
    const { id = '' } = made;
    for (const language of ['en', 'nl', 'de', 'fr'] as const) {
      const text = writeScenario({ ...made, language }, real);
      const read = readScenario(text, { ...real, id });
      assert.equal(read, { ...made, language }, `${id} in ${language}`);
      assert.is(writeScenario(read, real), text);
    }
  }
});

test('every shipped file is in the data the build makes', () => {
  const folder = fileURLToPath(new URL('../../scenarios', import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  assert.equal(shipped.map((one) => `${one.id}.yaml`).sort(), files.sort());
  for (const name of files) assert.match(readFileSync(`${folder}/${name}`, 'utf8'), /^format: buildout\/1$/mu);
});

test.run();
