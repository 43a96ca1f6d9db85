import {
  CLOSE,
  COMMA,
  functionSign,
  identifier,
  joint,
  mathElement,
  type Names,
  OPEN,
  prefixSign,
  row,
  SIGNS,
  SPACE,
  sumSign,
  wordOf,
} from './mathml-signs.ts';
import type { BinaryOperator, Expression } from './types.ts';

/** How tightly an expression holds together. What holds less than its place asks for gets brackets. */
export const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
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
export const SUM = 6;
export const ATOM = 9;

/**
 * An expression as one MathML element: fractions, powers, roots, sums over sets, cases. Every identifier carries the id it
 * stands for in `data-id`, so that a page can make it lead somewhere.
 */
export function toMathML(expression: Expression, names: Names): string {
  return mathElement(whole(expression, names, 0));
}

/** The markup of an expression, in brackets where it holds less together than `within`. */
export function whole(expression: Expression, names: Names, within: number): string {
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
  if (operator === '^') return `<msup>${row(whole(left, names, ATOM + 1))}${row(slanted(right, names))}</msup>`;
  const [first, second] = sides(operator, left);
  return row(`${whole(left, names, first)}${joint(SIGNS[operator])}${whole(right, names, second)}`);
}

/** a / b / c has one bar: what is divided by is multiplied. */
function fraction(left: Expression, right: Expression, names: Names): string {
  if (left.kind === 'binary' && left.operator === '/')
    return fraction(left.left, { kind: 'binary', operator: '*', left: left.right, right }, names);
  return `<mfrac>${row(whole(left, names, 0))}${row(whole(right, names, 0))}</mfrac>`;
}

/** In an exponent a fraction has a stroke: a bar there would leave the letters too small to read. */
function slanted(expression: Expression, names: Names): string {
  if (expression.kind !== 'binary' || expression.operator !== '/') return whole(expression, names, 0);
  const { left, right } = expression;
  // A sign before the whole says the same as one before what is divided.
  const least = left.kind === 'unary' ? 0 : endsInSum(left) ? ATOM + 1 : STRENGTH['*'];
  return `${whole(left, names, least)}${joint('/')}${whole(right, names, STRENGTH['^'])}`;
}

/** The strengths that the two sides of an operator must have. */
export function sides(operator: BinaryOperator, left: Expression): [first: number, second: number] {
  const own = STRENGTH[operator];
  // Comparisons do not chain.
  if (own === 3) return [own + 1, own + 1];
  // A sum may stand behind a factor; before one it would swallow it.
  if (operator === '*') return [endsInSum(left) ? ATOM + 1 : own, SUM];
  return [own, operator === '-' ? own + 1 : own];
}

/** Whether the last factor is a sum over a set, which reaches as far as factors go. */
export function endsInSum(expression: Expression): boolean {
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

/** A conditional and those in its last branch, as rows: what holds, and when. */
export function rowsOf(expression: Expression): { readonly value: Expression; readonly test?: Expression }[] {
  if (expression.kind !== 'if') return [{ value: expression }];
  return [{ value: expression.yes, test: expression.test }, ...rowsOf(expression.no)];
}

function cases(expression: Expression, names: Names): string {
  const rows = rowsOf(expression).map(({ value, test }) => {
    const when = test === undefined ? wordOf('otherwise') : row(`${wordOf('if')}${SPACE}${whole(test, names, 0)}`);
    return `<mtr><mtd>${whole(value, names, 0)}</mtd><mtd>${when}</mtd></mtr>`;
  });
  return row(
    `<mo form="prefix" stretchy="true">{</mo><mtable class="cases" displaystyle="true">${rows.join('')}</mtable>`,
  );
}

/** How tightly an expression holds together when it is set whole. */
export function strengthOf(expression: Expression): number {
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
