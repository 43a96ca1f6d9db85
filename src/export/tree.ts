import type { Expression } from '../engine/types.ts';
import { parts } from '../engine/walk.ts';

/** The same expression with each direct part replaced. */
export function mapParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'number':
    case 'reference':
      return expression;
    case 'sum':
    case 'unary':
      return { ...expression, of: change(expression.of) };
    case 'binary':
      return { ...expression, left: change(expression.left), right: change(expression.right) };
    case 'call':
      return { ...expression, of: expression.of.map(change) };
    case 'if':
      return { ...expression, test: change(expression.test), yes: change(expression.yes), no: change(expression.no) };
  }
}

/** Whether an expression is, or has somewhere inside, a part of a kind. */
export function holds(expression: Expression, kind: Expression['kind']): boolean {
  return expression.kind === kind || parts(expression).some((part) => holds(part, kind));
}

/** A rate times the value of an id. */
export function times(rate: Expression, by: string): Expression {
  return { kind: 'binary', operator: '*', left: rate, right: { kind: 'reference', id: by } };
}
