import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Library } from '../../src/scenario/extends.ts';
import { type Problem, ScenarioError } from '../../src/scenario/problems.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { context, file } from './fixture.ts';

const GOOD = `format: buildout/1
model: 1.0.0+3f9c2a1                # written on save
language: en
title: Stargate as announced
description: The announcement taken at its word.
commitments:
  - id: stargate
    title: Stargate
    total: 500 billion USD
    upfront: 100 billion USD
    start: 2025-01
    years: 4
    profile: even
    buys: data centres
    funders: { SoftBank: 19 billion USD, OpenAI: 19 billion USD }
    claims: [stargate_total]
sites:
  - { id: abilene, title: Abilene TX, region: ercot, start: 2025-01, share: 12 %, grid_wait: 0 years }
assumptions:
  grid_wait: { low: 1.5 years, central: 4 years, high: 7 years }
  accelerator_life: 5 years
uncertainty: { seed: 7, correlations: [[building_cost, chip_power, 0.5]] }
targets: { ten_gw: { of: facility_in_use, at: 2029-01, least: 10 GW } }
locks: [stargate.total]
metrics:
  spending_per_job: { formula: spent_total / jobs_total, title: Dollars per job }
`;

function problems(text: string, more: object = {}): readonly Problem[] {
  try {
    readScenario(text, { ...context, ...more });
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
  return [];
}
const codes = (text: string, more: object = {}): string[] => problems(text, more).map((problem) => problem.code);

test("a file gives plain data, every quantity in its lever's unit", () => {
  const scenario = readScenario(GOOD, { ...context, id: 'announced' });
  assert.equal(scenario, {
    format: 'buildout/1',
    model: '1.0.0+3f9c2a1',
    language: 'en',
    id: 'announced',
    title: 'Stargate as announced',
    description: 'The announcement taken at its word.',
    start: '2025-01',
    horizon: '2040-01',
    step: 1,
    commitments: [
      {
        id: 'stargate',
        title: 'Stargate',
        fields: {
          start: { central: 0 },
          total: { central: 5e11 },
          upfront: { central: 1e11 },
          years: { central: 4 },
          profile: { central: 0 },
          fab_share: { central: 0 },
        },
        funders: { SoftBank: 1.9e10, OpenAI: 1.9e10 },
        claims: ['stargate_total'],
      },
    ],
    sites: [
      {
        id: 'abilene',
        title: 'Abilene TX',
        fields: { start: { central: 0 }, share: { central: 0.12 }, grid_wait: { central: 0 } },
        region: 'ercot',
      },
    ],
    assumptions: { grid_wait: { low: 1.5, central: 4, high: 7 }, accelerator_life: { central: 5 } },
    uncertainty: { seed: 7, correlations: [['building_cost', 'chip_power', 0.5]] },
    targets: { ten_gw: { of: 'facility_in_use', at: '2029-01', least: 10_000 } },
    locks: ['stargate.total'],
    metrics: { spending_per_job: { formula: 'spent_total / jobs_total', title: 'Dollars per job' } },
  });
});

test('JSON is read too', () => {
  const text = JSON.stringify(
    { format: 'buildout/1', title: 'J', commitments: [{ id: 'a', total: 5e9, years: '18 months' }] },
    null,
    2,
  );
  assert.equal(readScenario(text, context).commitments[0]?.fields, {
    total: { central: 5e9 },
    years: { central: 1.5 },
  });
});

test('a file in another language', () => {
  const scenario = readScenario(
    `format: buildout/1
language: nl
title: Chipfabrieken
commitments: [{ id: fabs, total: "5 biljoen USD", upfront: 500 miljard dollar, buys: chip fabs }]
sites: [{ id: hier, share: "12,5 %" }]
assumptions: { grid_wait: "1,5 jaar", building_cost: 11.000 USD/kW }
`,
    context,
  );
  assert.is(scenario.commitments[0]?.fields.total?.central, 5e12);
  assert.is(scenario.commitments[0]?.fields.fab_share?.central, 1);
  assert.is(scenario.sites[0]?.fields.share?.central, 0.125);
  assert.is(scenario.assumptions.grid_wait?.central, 1.5);
  assert.is(scenario.assumptions.building_cost?.central, 11_000);
});

test('every mistake is reported at once, in the order of the file, at its place', () => {
  const found = problems(`format: buildout/1
title: Wrong
commitments:
  - id: a
    total: 500 GW
    yers: 4
sites:
  - { id: b, region: ercott, share: 12 %, grid_wait: 1 yeer }
assumptions:
  grid_wiat: 3 years
locks: [a.totl]
`);
  assert.equal(
    found.map(({ code, line, column, path, hint }) => [code, line, column, path, hint ?? '']),
    [
      ['wrong-unit', 5, 12, 'commitments.a.total', ''],
      ['unknown-field', 6, 5, 'commitments.a.yers', 'years'],
      ['not-among', 8, 22, 'sites.b.region', 'ercot'],
      ['unknown-unit', 8, 54, 'sites.b.grid_wait', 'year'],
      ['unknown-lever', 10, 3, 'assumptions.grid_wiat', 'grid_wait'],
      ['unknown-lever', 11, 9, 'locks.1', 'a.total'],
    ],
  );
  assert.match(found[0]?.message ?? '', /^line 5, column 12, commitments\.a\.total: .*found "500 GW"\. Accepted: /);
});

const shipped = readScenario(GOOD, { ...context, id: 'announced' });
const library = (files: Readonly<Record<string, string>>): Library => ({
  names: ['announced'],
  shipped: (id) => (id === 'announced' ? shipped : undefined),
  open: (path) => {
    const text = files[path];
    if (text === undefined) throw new Error('no such file');
    return { name: path, text };
  },
});

test('extending a shipped scenario: items merge by id, remove drops one, dates stay on the calendar', () => {
  const text = `format: buildout/1
extends: announced
title: Later
start: 2024-07
commitments:
  - { id: stargate, total: 300 billion USD, funders: { MGX: 7 billion USD } }
  - { id: more, total: 1 billion USD }
sites: [{ id: abilene, remove: true }]
assumptions: { grid_wait: 2 years, stargate.slip: 6 months }
locks: []
`;
  const scenario = readScenario(text, { ...context, library: library({}) });
  assert.equal(scenario.commitments[0], {
    id: 'stargate',
    title: 'Stargate',
    fields: {
      start: { central: 6 },
      total: { central: 3e11 },
      upfront: { central: 1e11 },
      years: { central: 4 },
      profile: { central: 0 },
      fab_share: { central: 0 },
      slip: { central: 6 },
    },
    funders: { MGX: 7e9 },
    claims: ['stargate_total'],
  });
  assert.is(scenario.commitments[1]?.title, 'More');
  assert.equal(scenario.sites, []);
  assert.equal(scenario.assumptions, { grid_wait: { central: 2 }, accelerator_life: { central: 5 } });
  assert.equal(scenario.locks, []);
  assert.is(scenario.description, 'The announcement taken at its word.');
  assert.is(scenario.id, undefined);
});

test('extending files: chains, circles, missing files, and mistakes in what is extended', () => {
  const body = 'format: buildout/1\ntitle: T\n';
  const files = {
    './a.yaml': `${body}extends: ./b.yaml\n`,
    './b.yaml': `${body}extends: announced\nassumptions: { growth: 10 % }\n`,
    './c.yaml': `${body}extends: ./d.yaml\n`,
    './d.yaml': `${body}extends: ./c.yaml\n`,
    './wrong.yaml': `${body}titel: x\n`,
  };
  const more = { library: library(files), name: 'top.yaml' };
  assert.is(readScenario(`${body}extends: ./a.yaml\n`, { ...context, ...more }).assumptions.growth?.central, 0.1);
  assert.equal(codes(`${body}extends: ./c.yaml\n`, more), ['extends']);
  assert.match(
    problems(`${body}extends: ./c.yaml\n`, more)[0]?.message ?? '',
    /circle: found c\.yaml → d\.yaml → c\.yaml/,
  );
  assert.match(problems(`${body}extends: ./none.yaml\n`, more)[0]?.message ?? '', /no such file/);
  const inner = problems(`${body}extends: ./wrong.yaml\n`, more);
  assert.equal(
    inner.map(({ file: name, line, code }) => [name, line, code]),
    [
      ['wrong.yaml', 1, 'no-items'],
      ['wrong.yaml', 3, 'unknown-field'],
    ],
  );
  assert.equal(codes(`${body}extends: anounced\n`, more), ['extends']);
  assert.is(problems(`${body}extends: anounced\n`, more)[0]?.hint, 'announced');
  assert.equal(codes(`${body}extends: ./a.yaml\n`), ['extends']);
  const endless = {
    names: [],
    shipped: () => undefined,
    open: (path: string) => ({ name: path, text: `${body}extends: ${path}x.yaml\n` }),
  };
  assert.match(problems(`${body}extends: ./x.yaml\n`, { library: endless })[0]?.message ?? '', /More than 8 files/);
});

test('hostile texts get an error, quickly', () => {
  const aliases = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
  for (let n = 1; n < 10; n++)
    aliases.push(
      `${'abcdefghijk'[n]}: &${'abcdefghijk'[n]} [${Array(10)
        .fill(`*${'abcdefghijk'[n - 1]}`)
        .join(', ')}]`,
    );
  const hostile: Readonly<Record<string, readonly [string, string]>> = {
    'over a megabyte': [`title: ${'x'.repeat(1_000_001)}`, 'too-large'],
    'over a megabyte in bytes': [`title: ${'é'.repeat(600_000)}`, 'too-large'],
    'alias bomb': [aliases.join('\n'), 'too-many-values'],
    'alias of itself': ['a: &a [*a]', 'alias'],
    'flow nesting': ['['.repeat(500_000), 'too-many-values'],
    'block nesting': [Array.from({ length: 900 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), 'too-deep'],
    'forty deep': [`a: ${'['.repeat(40)}${']'.repeat(40)}`, 'too-deep'],
    'prototype keys': ['__proto__: { polluted: 1 }', 'key'],
    'many keys': [Array.from({ length: 90_000 }, (_, n) => `k${n}: 1`).join('\n'), 'too-many-values'],
    'brackets that close nothing': [']'.repeat(900_000), 'too-many-values'],
    'many documents': ['---\n'.repeat(200_000), 'too-many-values'],
    'many anchors': [`a: ${'&a '.repeat(300_000)}`, 'too-many-values'],
    'an endless number': [file(`assumptions: { growth: ${'9'.repeat(500_000)} }`), 'not-finite'],
    'an endless word': [file(`assumptions: { ${'x'.repeat(1000)}: 1 }`), 'unknown-lever'],
    'an endless formula': [file(`metrics: { m: { formula: "${'1+'.repeat(2000)}1", title: M } }`), 'too-long'],
    'control characters': [file('description: "a\\u0007b"'), 'control'],
  };
  for (const [name, [text, code]] of Object.entries(hostile))
    assert.ok(codes(text).includes(code), `${name}: ${codes(text).slice(0, 3)}`);
  assert.is(({} as { polluted?: unknown }).polluted, undefined);
});

test('a good file with one character changed is read, or refused with a ScenarioError', () => {
  const characters = fc.constantFrom(...':-[]{},&*#?|>!%@`"\'\\ \n\tax0.$/^\u0000\ufeff\u202eé'.split(''), '');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: GOOD.length - 1 }), characters, fc.boolean(), (at, character, insert) => {
      const text = GOOD.slice(0, at) + character + GOOD.slice(insert ? at : at + 1);
      for (const problem of problems(text)) {
        assert.ok(problem.line >= 1 && problem.column >= 1 && problem.message.length > 10);
        assert.ok(problem.line <= text.split('\n').length + 1, `${problem.line} of ${text.split('\n').length}`);
      }
    }),
    { numRuns: 300 },
  );
});

test('any data at all is read, or refused with a ScenarioError', () => {
  const key = fc.constantFrom(
    'format',
    'title',
    'commitments',
    'sites',
    'id',
    'total',
    'share',
    'assumptions',
    'grid_wait',
    'central',
    'low',
    'high',
    'targets',
    'metrics',
    'of',
    'x',
    'locks',
    'uncertainty',
    'correlations',
    'extends',
    'funders',
    'shares',
    'remove',
  );
  const { any } = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>('a', 'buildout/1', '5 GW', '30 %', 1, -1, null, true, 'stargate.total', '2025-01'),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(key, tie('any'), { maxKeys: 6 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, any, { maxKeys: 10 }), (data) => {
      problems(JSON.stringify({ ...data, format: 'buildout/1' }));
    }),
    { numRuns: 400 },
  );
});

test.run();
