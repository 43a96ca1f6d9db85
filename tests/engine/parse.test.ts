import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FormulaError, type ParseOptions, parseFormula } from '../../src/engine/parse.ts';
import { printExpression } from '../../src/engine/walk.ts';
import { quantity } from './trees.ts';

function refusal(text: string, options?: ParseOptions): string {
  try {
    parseFormula(text, options);
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
  throw new Error(`"${text}" was accepted`);
}

const read: [string, string][] = [
  ['a', 'a'],
  ['(a)', 'a'],
  ['a - (b - c)', 'a - (b - c)'],
  ['(a - b) - c', 'a - b - c'],
  ['a / (b * c)', 'a / (b * c)'],
  ['-a ^ b', '-a ^ b'],
  ['(-a) ^ b', '(-a) ^ b'],
  ['a ^ b ^ c', 'a ^ b ^ c'],
  ['(a ^ b) ^ c', '(a ^ b) ^ c'],
  ['a ^ -1', 'a ^ (-1)'],
  ['a > 0 ? b : c > 0 ? 1 : 0', 'a > 0 ? b : c > 0 ? 1 : 0'],
  ['(a > 0 ? b : c) * 1', '(a > 0 ? b : c) * 1'],
  ['a > 0 and (b > 0 or not (c == 1)) ? 1 : 0', 'a > 0 and (b > 0 or not (c == 1)) ? 1 : 0'],
  ['min(a, b, max(c, 0)) + sum(a * b, sites)', 'min(a, b, max(c, 0)) + sum(a * b, sites)'],
  ['sqrt(abs(a)) + exp(-a) * log(b)', 'sqrt(abs(a)) + exp(-a) * log(b)'],
  ['a +\n  b\t- c', 'a + b - c'],
];
for (const [text, printed] of read) {
  test(`reads ${JSON.stringify(text)}`, () => assert.is(printExpression(parseFormula(text)), printed));
}

test('grouping is mathjs’: minus binds weaker than a power, powers group to the right', () => {
  const a = { kind: 'reference', id: 'a' };
  const one = { kind: 'number', value: 1 };
  assert.equal(parseFormula('-a ^ 1'), {
    kind: 'unary',
    operator: '-',
    of: { kind: 'binary', operator: '^', left: a, right: one },
  });
  assert.equal(parseFormula('a ^ a ^ 1'), {
    kind: 'binary',
    operator: '^',
    left: a,
    right: { kind: 'binary', operator: '^', left: a, right: one },
  });
});

test('a printed tree reads back as itself', () => {
  fc.assert(
    fc.property(quantity(['a', 'b_c', 'time']), (tree) => {
      const text = printExpression(tree);
      if (text.length > 2000) return;
      assert.equal(parseFormula(text), tree);
    }),
    { numRuns: 300 },
  );
});

const accepted =
  'accepted are names, numbers, + - * / ^, < <= > >= == !=, and, or, not, test ? a : b, min, max, abs, exp, log, sqrt and sum(expression, set)';
const onlyOne = 'a formula holds only 0, 1 and -1: make it a record with a name, a unit and a source';

const refused: [string, string][] = [
  ['', 'the formula is empty'],
  ['  \n', 'the formula is empty'],
  ['a'.repeat(2001), 'the formula has 2,001 characters; at most 2,000 are accepted'],
  [`${'('.repeat(65)}a${')'.repeat(65)}`, 'the formula is nested more than 64 deep; split it into several'],
  [`${'-'.repeat(1900)}a`, 'the formula is nested more than 64 deep; split it into several'],
  [`${'a > 0 ? a : '.repeat(160)}a`, 'the formula is nested more than 64 deep; split it into several'],
  [`${'a^'.repeat(900)}a`, 'the formula is nested more than 64 deep; split it into several'],
  [`${'a+'.repeat(900)}a`, 'the formula has more than 1000 parts; split it into several'],
  ['a +', 'the formula cannot be read: unexpected end of expression at column 4'],
  ['min(a, b', 'the formula cannot be read: parenthesis ) expected at column 9'],
  ['2 * a', `found the number 2 at column 1; ${onlyOne}`],
  ['a ^ 0.5', `found the number 0.5 at column 5; ${onlyOne}`],
  ['1e400', `found the number 1e400 at column 1; ${accepted}`],
  ['0x1F', `found the number 0 at column 1; ${onlyOne}`],
  ['a b', `found two quantities without an operator between them at column 3; ${accepted}`],
  ['1 a', `found two quantities without an operator between them at column 3; ${accepted}`],
  ['a = 1', `found an assignment "=" at column 3; ${accepted}`],
  ['a = 1:1e8', `found an assignment "=" at column 3; ${accepted}`],
  ['f(x) = x', `found an assignment "=" at column 6; ${accepted}`],
  ['a:b', `found a range ":" at column 1; ${accepted}`],
  ['a[1]', `found a matrix or an index "[" at column 2; ${accepted}`],
  ['[a, b]', `found a matrix or an index "[" at column 1; ${accepted}`],
  ['{a: 1}', `found an object "{" at column 1; ${accepted}`],
  ['"a"', `found a string or a transpose (") at column 1; ${accepted}`],
  ["a'", `found a string or a transpose (') at column 2; ${accepted}`],
  ['a; b', `found a second statement ";" at column 2; ${accepted}`],
  ['a # b', `found a comment "#" at column 3; ${accepted}`],
  ['a % b', `found the operator "%" at column 3; ${accepted}`],
  ['a mod b', `found the word "mod" at column 3; ${accepted}`],
  ['a to b', `found the word "to" at column 3; ${accepted}`],
  ['a!', `found "!" at column 2; ${accepted}`],
  ['a × b', `found "×" at column 3; ${accepted}`],
  ['a ?? b', `found the operator "??" at column 1; ${accepted}`],
  ['+a', `found the sign "+" before a quantity at column 2; ${accepted}`],
  ['a + true', `found the word "true" at column 5; ${accepted}`],
  ['a < b < c ? 1 : 0', `found a chain of comparisons (write a < b and b < c) at column 1; ${accepted}`],
  ['sin(a)', `found the function "sin" at column 1; ${accepted}`],
  ['a(b)(a)', `found the function "a" at column 1; ${accepted}`],
  ['min(a)', '"min" at column 1 has 1 argument; it takes 2 to 20 arguments'],
  ['1 + exp(a, b)', '"exp" at column 5 has 2 arguments; it takes one argument'],
  ['sum(a)', '"sum" at column 1 is written sum(expression, set)'],
  ['sum(a, b + c)', '"sum" at column 1 is written sum(expression, set)'],
  ['a.b', 'found "a.b" at column 1; a name with a dot has no meaning here'],
  ['a > b', 'the comparison at column 1 stands where a quantity is expected; write test ? a : b'],
  ['a + (b > 1)', 'the comparison at column 6 stands where a quantity is expected; write test ? a : b'],
  ['a ? b : c', 'the quantity at column 1 stands where "?" expects a comparison such as a > b'],
  ['a > 0 and b ? 1 : 0', 'the quantity at column 11 stands where "and" expects a comparison such as a > b'],
  ['not a == b ? 1 : 0', 'the quantity at column 5 stands where "not" expects a comparison such as a > b'],
];
for (const [text, words] of refused) {
  const shown = text.length > 40 ? `${text.slice(0, 20)}… (${text.length})` : text;
  test(`refuses ${JSON.stringify(shown)}`, () => assert.is(refusal(text), words));
}

test('a refusal carries its column', () => {
  assert.throws(
    () => parseFormula('a + sin(b)'),
    (error: FormulaError) => error.column === 5,
  );
  assert.throws(
    () => parseFormula(''),
    (error: FormulaError) => error.column === undefined,
  );
});

test('users’ own formulas may hold numbers and items', () => {
  assert.is(printExpression(parseFormula('2.5e3 * a / .5', { numbers: 'any' })), '2500 * a / 0.5');
  assert.is(printExpression(parseFormula('job_years.construction / a', { items: true })), 'job_years.construction / a');
  assert.is(refusal('1e999 * a', { numbers: 'any' }), `found the number 1e999 at column 1; ${accepted}`);
  assert.is(
    refusal('a.b(1)', { items: true, numbers: 'any' }),
    `found a call of something that is not a name at column 1; ${accepted}`,
  );
});

test('any text is read or refused, quickly, and never with another error', () => {
  const signs = fc.constantFrom(
    ...'ab01.+-*/^()<>=!?:,;[]{}"\'#%&|~@ \n',
    'and ',
    'or ',
    'not ',
    'sum(',
    'min(',
    '__proto__',
    '.constructor',
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 60 }), (texts) => {
      try {
        parseFormula(texts.join(''), { numbers: 'any', items: true });
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
      }
    }),
    { numRuns: 1000 },
  );
});

test.run();
