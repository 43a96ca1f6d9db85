import type { BinaryOperator, Expression, FunctionName } from '../engine/types.ts';

/** How another program writes what formulas are made of. */
export interface Dialect {
  /** @param summed  sets that sums around the reference run through. */
  reference(id: string, summed: readonly string[]): string;
  /** Whether a conditional is written as a function, which needs no parentheses around it. */
  readonly conditionalIsCall: boolean;
  /** Three texts that need no parentheses of their own. */
  conditional(test: string, yes: string, no: string): string;
  sum(of: string): string;
  readonly operators: Readonly<Record<'==' | '!=' | 'and' | 'or' | 'not', string>>;
}

const FUNCTIONS: Readonly<Record<FunctionName, string>> = {
  min: 'MIN',
  max: 'MAX',
  abs: 'ABS',
  exp: 'EXP',
  log: 'LN',
  sqrt: 'SQRT',
};

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
  '*': 5,
  '/': 5,
  '^': 6,
};
const ATOM = 7;

/**
 * Writes a formula for another program, so that it does the same operations in the same order as ours. Parentheses stand
 * wherever programs differ: around a minus sign, a negation, and both sides of a power.
 */
export function foreignFormula(expression: Expression, dialect: Dialect): string {
  return write(expression, dialect, [], 0);
}

function write(expression: Expression, dialect: Dialect, summed: readonly string[], within: number): string {
  const { text, strength } = phrase(expression, dialect, summed);
  return strength < within ? `(${text})` : text;
}

function phrase(
  expression: Expression,
  dialect: Dialect,
  summed: readonly string[],
): { readonly text: string; readonly strength: number } {
  const inner = (part: Expression, within = 0): string => write(part, dialect, summed, within);
  switch (expression.kind) {
    case 'number':
      return { text: String(expression.value), strength: expression.value < 0 ? 0 : ATOM };
    case 'reference':
      return { text: dialect.reference(expression.id, summed), strength: ATOM };
    case 'sum':
      return { text: dialect.sum(write(expression.of, dialect, [...summed, expression.set], 0)), strength: ATOM };
    case 'call':
      return {
        text: call(
          expression.name,
          expression.of.map((one) => inner(one)),
        ),
        strength: ATOM,
      };
    case 'unary': {
      const sign = expression.operator === 'not' ? `${dialect.operators.not} ` : '-';
      return { text: sign + inner(expression.of, ATOM), strength: 0 };
    }
    case 'if': {
      const { test, yes, no } = expression;
      if (dialect.conditionalIsCall)
        return { text: dialect.conditional(inner(test), inner(yes), inner(no)), strength: ATOM };
      // A conditional within another stands in parentheses, although most programs would read it without.
      return { text: dialect.conditional(inner(test), inner(yes, 1), inner(no, 1)), strength: 0 };
    }
    case 'binary': {
      const { operator, left, right } = expression;
      const own = STRENGTH[operator];
      const apart = operator === '^' || own === 3;
      const sign = operator in dialect.operators ? dialect.operators[operator as 'and'] : operator;
      return { text: `${inner(left, apart ? own + 1 : own)} ${sign} ${inner(right, own + 1)}`, strength: own };
    }
  }
}

/** Other programs take the smaller of two, not of more. */
function call(name: FunctionName, texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  if (name !== 'min' && name !== 'max') return `${FUNCTIONS[name]}(${first})`;
  return rest.reduce((text, next) => `${FUNCTIONS[name]}(${text}, ${next})`, first);
}
