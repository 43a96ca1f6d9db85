import type { BinaryOperator, Expression } from '../engine/types.ts';
import { parts } from '../engine/walk.ts';
import { holds } from './tree.ts';

/**
 * Puts a part of an equation into an equation of its own, and returns the reference to it.
 * @param own  whether the part has the unit of the whole.
 */
export type Lift = (part: Expression, own: boolean) => Expression;

/**
 * Writes an equation so that it has at most one chain of conditionals, each with a plain comparison as its test and with
 * the next in its "else". Some readers of XMILE follow no other form, and every reader follows this one. What does not fit
 * becomes an equation of its own.
 * @param parenthesised  whether a comparison begins and ends with a parenthesis when it is written; it is then taken apart too.
 */
export function chained(expression: Expression, lift: Lift, parenthesised: (test: Expression) => boolean): Expression {
  /** @param may  whether a conditional may stand in this place. */
  const place = (part: Expression, may: boolean, own: boolean): Expression => {
    if (part.kind !== 'if') return placeParts(part, may, own);
    const decided = decide(part, own);
    if (decided.kind !== 'if') return place(decided, may, own);
    if (!may) return lift(decided, own);
    const { yes, no } = decided;
    return {
      kind: 'if',
      test: placeTest(decided.test),
      yes: place(yes, false, own),
      no: place(no, true, own),
    };
  };

  const placeTest = (test: Expression): Expression => {
    const placed = placeParts(test, false, false);
    if (placed.kind !== 'binary' || !parenthesised(placed)) return placed;
    return { ...placed, left: lift(placed.left, false) };
  };

  const placeParts = (part: Expression, may: boolean, own: boolean): Expression => {
    let free = may;
    const inner = (one: Expression): Expression => {
      const here = free && holds(one, 'if');
      if (here) free = false;
      return place(one, here, own && keepsUnit(part));
    };
    switch (part.kind) {
      case 'number':
      case 'reference':
        return part;
      case 'sum':
      case 'unary':
        return { ...part, of: inner(part.of) };
      case 'binary':
        return { ...part, left: inner(part.left), right: inner(part.right) };
      case 'call':
        return { ...part, of: part.of.map(inner) };
      case 'if':
        return place(part, may, own);
    }
  };

  /** A conditional whose test is one comparison, from one whose test joins several. */
  const decide = (part: Expression & { readonly kind: 'if' }, own: boolean): Expression => {
    const { test, yes, no } = part;
    const branch = (on: Expression, then: Expression, otherwise: Expression): Expression =>
      decide({ kind: 'if', test: on, yes: then, no: otherwise }, own);
    if (test.kind === 'unary' && test.operator === 'not') return branch(test.of, no, yes);
    if (test.kind === 'binary' && (test.operator === 'and' || test.operator === 'or')) {
      const { left, right } = test;
      const twice = test.operator === 'and' ? no : yes;
      const same = parts(twice).length === 0 ? twice : lift(twice, own);
      if (test.operator === 'and') return branch(left, branch(right, yes, same), same);
      return branch(left, same, branch(right, same, no));
    }
    if (test.kind === 'binary' && holds(yes, 'if') && !holds(no, 'if')) {
      const opposite = OPPOSITE[test.operator];
      if (opposite !== undefined) return { kind: 'if', test: { ...test, operator: opposite }, yes: no, no: yes };
    }
    return part;
  };

  return place(expression, true, true);
}

const OPPOSITE: Partial<Record<BinaryOperator, BinaryOperator>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '==': '!=',
  '!=': '==',
};

/** Whether what stands inside has the unit of the whole. */
function keepsUnit(part: Expression): boolean {
  if (part.kind === 'binary') return part.operator === '+' || part.operator === '-';
  return (
    part.kind === 'unary' ||
    part.kind === 'sum' ||
    (part.kind === 'call' && part.name !== 'exp' && part.name !== 'log' && part.name !== 'sqrt')
  );
}
