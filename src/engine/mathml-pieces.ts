import { ATOM, endsInSum, rowsOf, STRENGTH, SUM, sides, strengthOf, whole } from './mathml.ts';
import { CLOSE, COMMA, functionSign, joint, type Names, OPEN, prefixSign, SIGNS, sumSign } from './mathml-signs.ts';
import type { Expression } from './types.ts';

/** Letters of a piece that is never broken. */
const SHORT = 24;
/** Letters above or below a bar; what is longer stands on one line with a stroke, where it can be broken. */
const LONGEST_BAR = 34;

/**
 * The same in pieces, each the content of a math element of its own: browsers do not break lines within one, so a long
 * equation is set as several in a row. A piece begins with the operator that joins it to the one before. Powers, roots,
 * cases and short fractions stay whole.
 */
export function toPieces(expression: Expression, names: Names): string[] {
  return flow(expression, names, 0);
}

function flow(expression: Expression, names: Names, within: number): string[] {
  if (lengthOf(expression, names) <= SHORT) return [whole(expression, names, within)];
  const pieces = loose(expression, names);
  if (pieces === undefined) return [whole(expression, names, within)];
  const strength = expression.kind === 'binary' && expression.operator === '/' ? STRENGTH['*'] : strengthOf(expression);
  return strength < within ? behind(before(OPEN, pieces), CLOSE) : pieces;
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
      if (operator === '^' || (operator === '/' && lengthOf(expression, names) <= LONGEST_BAR)) return undefined;
      if (operator === '/') {
        const above = inner(left, endsInSum(left) ? ATOM + 1 : STRENGTH['*']);
        return [...above, ...before(joint('/', true), inner(right, STRENGTH['^']))];
      }
      const [first, second] = sides(operator, left);
      return [...inner(left, first), ...before(joint(SIGNS[operator], true), inner(right, second))];
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
