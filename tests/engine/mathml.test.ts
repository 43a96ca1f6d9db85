import * as fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, match, not, ok } from 'uvu/assert';
import { toMathML } from '../../src/engine/mathml.ts';
import { toPieces } from '../../src/engine/mathml-pieces.ts';
import { escapeMarkup } from '../../src/engine/mathml-signs.ts';
import { parseFormula } from '../../src/engine/parse.ts';
import type { BinaryOperator, Expression } from '../../src/engine/types.ts';
import { references } from '../../src/engine/walk.ts';

const names = (id: string): string => id.replaceAll('_', ' ');
const set = (formula: string): string => toMathML(parseFormula(formula), names);

/** What is read when the marks of structure are put into words, so that a test says what it means. */
function read(markup: string): string {
  return markup
    .replace(/<mfrac>/gu, '[')
    .replace(/<\/mfrac>/gu, ']')
    .replace(/<msup>/gu, '⟨')
    .replace(/<\/msup>/gu, '⟩')
    .replace(/<\/munder>/gu, ' ')
    .replace(/<\/mtr>/gu, '; ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&#x2061;/gu, '')
    .replace(/&gt;/gu, '>')
    .replace(/&lt;/gu, '<')
    .replace(/\s+/gu, ' ')
    .trim();
}

const READINGS: [formula: string, reading: string][] = [
  ['a + b_c', 'a + b c'],
  ['a - (b - c)', 'a − ( b − c )'],
  ['a - b - c', 'a − b − c'],
  ['(a + b) * c', '( a + b ) × c'],
  ['a * b * c', 'a × b × c'],
  ['a * (b * c)', 'a × b × c'],
  ['-a * b', '( − a ) × b'],
  ['a * -b', 'a × ( − b )'],
  ['(a + b) / (c - 1)', '[ a + b c − 1 ]'],
  ['a / b / c', '[ a b × c ]'],
  ['a / (b / c)', '[ a [ b c ] ]'],
  ['a / b * c', '[ a b ] × c'],
  ['a ^ b', '⟨ a b ⟩'],
  ['(1 + a) ^ (b / c)', '⟨ ( 1 + a ) b / c ⟩'],
  ['a ^ (-b / (c * d))', '⟨ a − b / ( c × d ) ⟩'],
  ['a ^ (sum(b, sites) / c)', '⟨ a ( ∑ sites b ) / c ⟩'],
  ['(a / b) ^ c', '⟨ ( [ a b ] ) c ⟩'],
  ['sum(a * b, sites)', '∑ sites a × b'],
  ['sum(a, sites) * b', '( ∑ sites a ) × b'],
  ['a * sum(b, sites)', 'a × ∑ sites b'],
  ['a * sum(b, sites) * c', '( a × ∑ sites b ) × c'],
  ['sum(a - b, sites) - c', '∑ sites ( a − b ) − c'],
  ['min(a, b + c)', 'min ( a , b + c )'],
  ['exp(a + b)', '⟨ e a + b ⟩'],
  ['exp(a) ^ b', '⟨ ( ⟨ e a ⟩ ) b ⟩'],
  ['log(a)', 'ln ( a )'],
  ['abs(a - b)', '| a − b |'],
  ['a > b ? c : d', '{ c if a > b ; d otherwise ;'],
  ['a >= b ? c : (a != 0 ? d : 1)', '{ c if a ≥ b ; d if a ≠ 0 ; 1 otherwise ;'],
  ['1 + (a > b and not (c < d) ? 1 : 0)', '1 + ( { 1 if a > b and not ( c < d ) ; 0 otherwise ; )'],
];

for (const [formula, reading] of READINGS) test(`${formula} reads ${reading}`, () => is(read(set(formula)), reading));

test('a root is a root', () => match(set('sqrt(a + b)'), /<msqrt>.*a<.*\+.*b<.*<\/msqrt>/u));

test('every identifier carries its id and its name, and one letter stands upright too', () => {
  match(set('share_delivered'), /<mi data-id="share_delivered">share delivered<\/mi>/u);
  match(set('a'), /<mi mathvariant="normal" data-id="a">a<\/mi>/u);
});

test('names and ids never become markup', () => {
  const hostile = '<img src=x onerror="alert(1)">&amp;';
  const markup = toMathML({ kind: 'reference', id: hostile }, (id) => id);
  not.match(markup, /<img/u);
  is(markup.split(escapeMarkup(hostile)).length, 3, 'as the attribute and as the text');
  match(
    toMathML({ kind: 'sum', set: hostile, of: { kind: 'number', value: 1 } }, (id) => id),
    /&lt;img src=x/u,
  );
  not.match(
    toMathML({ kind: 'sum', set: hostile, of: { kind: 'number', value: 1 } }, (id) => id),
    /<img/u,
  );
});

test('a short equation is one piece; a long one may break before its operators and behind its commas', () => {
  is(toPieces(parseFormula('spending_it + land_cost'), names).length, 1);
  const long = 'min(first_long_quantity + second_long_quantity, third_long_quantity * fourth_long_quantity)';
  equal(toPieces(parseFormula(long), names).map(read), [
    'min ( first long quantity',
    '+ second long quantity ,',
    'third long quantity',
    '× fourth long quantity )',
  ]);
});

test('a long fraction stands on one line with a stroke, and keeps its brackets', () => {
  const long = '(first_long_quantity + second_long_quantity) / (third_long_quantity * fourth_long_quantity)';
  equal(toPieces(parseFormula(long), names).map(read), [
    '( first long quantity',
    '+ second long quantity )',
    '/ ( third long quantity',
    '× fourth long quantity )',
  ]);
  const product = '-(sum(first_long_quantity, sites) / (second_long_quantity * another_long_quantity))';
  equal(toPieces(parseFormula(product), names).map(read), [
    '− ( ( ∑ sites first long quantity )',
    '/ ( second long quantity',
    '× another long quantity ) )',
  ]);
});

const OPERATORS: BinaryOperator[] = ['+', '-', '*', '/', '^'];
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom('some_quantity', 'a', 'x_y', '<b>').map((id) => ({ kind: 'reference', id }) as Expression),
    fc.constantFrom(0, 1, -1).map((value) => ({ kind: 'number', value }) as Expression),
    fc
      .tuple(fc.constantFrom(...OPERATORS), tie('expression'), tie('expression'))
      .map(([operator, left, right]) => ({ kind: 'binary', operator, left, right }) as Expression),
    tie('expression').map((of) => ({ kind: 'sum', set: 'sites', of }) as Expression),
    tie('expression').map((of) => ({ kind: 'unary', operator: '-', of }) as Expression),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map((of) => ({ kind: 'call', name: 'max', of }) as unknown as Expression),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([left, yes, no]): Expression => {
      const test: Expression = { kind: 'binary', operator: '<', left, right: { kind: 'number', value: 0 } };
      return { kind: 'if', test, yes, no };
    }),
  ),
}));

/** Tags that do not close in the order they opened. */
function unbalanced(markup: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = ''] of markup.matchAll(/<(\/?)([a-z]+)[^>]*>/gu)) {
    if (slash === '') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

test('whatever the expression, tags balance, every piece stands alone, and pieces name what the whole names', () => {
  fc.assert(
    fc.property(expression, (one) => {
      const ids = (markup: string) => [...markup.matchAll(/data-id="([^"]*)"/gu)].map(([, id]) => id);
      const markup = toMathML(one, names);
      equal(unbalanced(markup), []);
      const pieces = toPieces(one, names);
      for (const piece of pieces) equal(unbalanced(piece), []);
      equal(ids(pieces.join('')), ids(markup));
      equal(new Set(ids(markup)), new Set([...references(one)].map(escapeMarkup)));
      ok(!markup.includes('<b>'));
    }),
  );
});

test.run();
