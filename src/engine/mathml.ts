import type { BinaryOperator, Expression } from './types.ts';

/** What an id is called in an equation: "construction time". Any text; it is escaped here. */
export type Names = (id: string) => string;

/** How tightly an expression holds together. What holds less than its place asks for gets brackets. */
const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 7,
  '^': 8,
  '/': 9,
};
const NEGATION = 5;
const SUM = 6;
const ATOM = 9;

const SIGNS: Readonly<Record<Exclude<BinaryOperator, '/' | '^'>, string>> = {
  or: 'or',
  and: 'and',
  '==': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '+': '+',
  '-': '−',
  '*': '×',
};

/** Letters of a piece that is never broken. */
const SHORT = 24;

/** A text that stands for itself in markup, also within an attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}

/** A math element around content that is markup already. Fractions keep their size within a line. */
export function mathElement(content: string): string {
  return `<math displaystyle="true">${content}</math>`;
}

/**
 * An expression as one MathML element: fractions, powers, roots, sums over sets, cases. Every identifier carries the id it
 * stands for in `data-id`, so that a page can make it lead somewhere.
 */
export function toMathML(expression: Expression, names: Names): string {
  return mathElement(whole(expression, names, 0));
}

/**
 * The same in pieces, each the content of a math element of its own: browsers do not break lines within one, so a long
 * equation is set as several in a row. A piece begins with the operator that joins it to the one before. Fractions,
 * powers, roots and cases stay whole.
 */
export function toPieces(expression: Expression, names: Names): string[] {
  return flow(expression, names, 0);
}

/** An identifier, upright: the model's names are words. */
export function identifier(id: string, names: Names): string {
  const name = names(id);
  // A single letter would be set in italics.
  const upright = [...name].length === 1 ? ' mathvariant="normal"' : '';
  return `<mi${upright} data-id="${escapeMarkup(id)}">${escapeMarkup(name)}</mi>`;
}

/** A sign or word between two quantities, also where it begins a piece. */
export function joint(sign: string): string {
  return `<mo form="infix"${/^\p{L}/u.test(sign) ? ' lspace="0.35em" rspace="0.35em"' : ''}>${escapeMarkup(sign)}</mo>`;
}

const row = (content: string): string => `<mrow>${content}</mrow>`;
/** A word in an equation that is no quantity: "if", "otherwise". */
export const wordOf = (text: string): string => `<mtext>${escapeMarkup(text)}</mtext>`;
const OPEN = '<mo form="prefix">(</mo>';
const CLOSE = '<mo form="postfix">)</mo>';

function whole(expression: Expression, names: Names, within: number): string {
  const markup = plain(expression, names);
  return strengthOf(expression) < within ? row(`${OPEN}${markup}${CLOSE}`) : markup;
}

function plain(expression: Expression, names: Names): string {
  const inner = (part: Expression, within = 0): string => whole(part, names, within);
  switch (expression.kind) {
    case 'number':
      return `<mn>${String(expression.value).replace('-', '−')}</mn>`;
    case 'reference':
      return identifier(expression.id, names);
    case 'sum':
      return row(`${sumSign(expression.set, names)}${inner(expression.of, SUM)}`);
    case 'unary':
      return row(`${prefixSign(expression.operator)}${inner(expression.of, ATOM - 1)}`);
    case 'binary':
      return binary(expression, names);
    case 'call':
      return call(expression, names);
    case 'if':
      return cases(expression, names);
  }
}

function binary({ operator, left, right }: Expression & { kind: 'binary' }, names: Names): string {
  if (operator === '/') return fraction(left, right, names);
  if (operator === '^') return `<msup>${row(whole(left, names, ATOM + 1))}${row(whole(right, names, 0))}</msup>`;
  const [first, second] = sides(operator, left);
  return row(`${whole(left, names, first)}${joint(SIGNS[operator])}${whole(right, names, second)}`);
}

/** a / b / c has one bar: what is divided by is multiplied. */
function fraction(left: Expression, right: Expression, names: Names): string {
  if (left.kind === 'binary' && left.operator === '/')
    return fraction(left.left, { kind: 'binary', operator: '*', left: left.right, right }, names);
  return `<mfrac>${row(whole(left, names, 0))}${row(whole(right, names, 0))}</mfrac>`;
}

/** The strengths that the two sides of an operator must have. */
function sides(operator: BinaryOperator, left: Expression): [first: number, second: number] {
  const own = STRENGTH[operator];
  // Comparisons do not chain.
  if (own === 3) return [own + 1, own + 1];
  // A sum may stand behind a factor; before one it would swallow it.
  if (operator === '*') return [endsInSum(left) ? ATOM + 1 : own, SUM];
  return [own, operator === '-' ? own + 1 : own];
}

function endsInSum(expression: Expression): boolean {
  if (expression.kind === 'binary' && expression.operator === '*') return endsInSum(expression.right);
  return expression.kind === 'sum';
}

function call({ name, of }: Expression & { kind: 'call' }, names: Names): string {
  const listed = of.map((one) => whole(one, names, 0));
  const [first = ''] = listed;
  if (name === 'sqrt') return `<msqrt>${first}</msqrt>`;
  if (name === 'exp') return `<msup><mi mathvariant="normal">e</mi>${row(first)}</msup>`;
  if (name === 'abs') return row(`<mo form="prefix">|</mo>${first}<mo form="postfix">|</mo>`);
  return row(`${functionSign(name)}${listed.join(COMMA)}${CLOSE}`);
}

const COMMA = '<mo separator="true">,</mo>';
const functionSign = (name: string): string =>
  `<mi>${name === 'log' ? 'ln' : name}</mi><mo>&#x2061;</mo><mo form="prefix">(</mo>`;
const sumSign = (set: string, names: Names): string =>
  `<munder><mo movablelimits="false">∑</mo><mtext>${escapeMarkup(names(set))}</mtext></munder>`;
const prefixSign = (operator: '-' | 'not'): string =>
  operator === '-' ? '<mo form="prefix">−</mo>' : '<mo form="prefix" rspace="0.35em">not</mo>';

/** A conditional and those in its last branch, as rows: what holds, and when. */
export function rowsOf(expression: Expression): { readonly value: Expression; readonly test?: Expression }[] {
  if (expression.kind !== 'if') return [{ value: expression }];
  return [{ value: expression.yes, test: expression.test }, ...rowsOf(expression.no)];
}

function cases(expression: Expression, names: Names): string {
  const rows = rowsOf(expression).map(({ value, test }) => {
    const when = test === undefined ? wordOf('otherwise') : row(`${wordOf('if ')}${whole(test, names, 0)}`);
    return `<mtr><mtd>${whole(value, names, 0)}</mtd><mtd>${when}</mtd></mtr>`;
  });
  return row(`<mo form="prefix" stretchy="true">{</mo><mtable class="cases">${rows.join('')}</mtable>`);
}

function strengthOf(expression: Expression): number {
  switch (expression.kind) {
    case 'binary':
      return STRENGTH[expression.operator];
    case 'sum':
      return SUM;
    case 'unary':
      return NEGATION;
    case 'if':
      return 0;
    case 'number':
      return expression.value < 0 ? NEGATION : ATOM + 1;
    case 'reference':
      return ATOM + 1;
    case 'call':
      return expression.name === 'exp' ? ATOM - 1 : ATOM + 1;
  }
}

function flow(expression: Expression, names: Names, within: number): string[] {
  if (lengthOf(expression, names) <= SHORT) return [whole(expression, names, within)];
  const pieces = loose(expression, names);
  if (pieces === undefined) return [whole(expression, names, within)];
  return strengthOf(expression) < within ? behind(before(OPEN, pieces), CLOSE) : pieces;
}

/** An expression's pieces, without brackets of its own; undefined where it cannot be broken. */
function loose(expression: Expression, names: Names): string[] | undefined {
  const inner = (part: Expression, within: number): string[] => flow(part, names, within);
  switch (expression.kind) {
    case 'sum':
      return before(sumSign(expression.set, names), inner(expression.of, SUM));
    case 'unary':
      return before(prefixSign(expression.operator), inner(expression.of, ATOM - 1));
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator === '/' || operator === '^') return undefined;
      const [first, second] = sides(operator, left);
      return [...inner(left, first), ...before(joint(SIGNS[operator]), inner(right, second))];
    }
    case 'call': {
      const { name, of } = expression;
      if (name === 'sqrt' || name === 'exp' || name === 'abs') return undefined;
      const listed = of.flatMap((one, i) => behind(inner(one, 0), i < of.length - 1 ? COMMA : CLOSE));
      return before(functionSign(name), listed);
    }
    default:
      return undefined;
  }
}

const before = (sign: string, [first = '', ...rest]: readonly string[]): string[] => [sign + first, ...rest];
const behind = (pieces: readonly string[], sign: string): string[] => [
  ...pieces.slice(0, -1),
  (pieces.at(-1) ?? '') + sign,
];

/** About how many letters wide an expression is set. */
function lengthOf(expression: Expression, names: Names): number {
  const length = (part: Expression): number => lengthOf(part, names);
  switch (expression.kind) {
    case 'number':
      return String(expression.value).length;
    case 'reference':
      return names(expression.id).length;
    case 'sum':
      return names(expression.set).length + length(expression.of);
    case 'unary':
      return 2 + length(expression.of);
    case 'binary': {
      const [left, right] = [length(expression.left), length(expression.right)];
      return expression.operator === '/' ? Math.max(left, right) : left + right + 3;
    }
    case 'call':
      return expression.of.reduce((sum, one) => sum + length(one) + 2, expression.name.length);
    case 'if':
      return Math.max(...rowsOf(expression).map(({ value, test }) => length(value) + (test ? length(test) : 9) + 4));
  }
}
