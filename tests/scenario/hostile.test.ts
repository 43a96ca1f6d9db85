import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { file } from './fixture.ts';
import { codes, GOOD, problems } from './good.ts';

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
    'control characters in a pair': [file('uncertainty: { correlations: [["\\u202e", it_cost, 0.5]] }'), 'control'],
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
