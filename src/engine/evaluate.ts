import type { BinaryOperator, Expression, FunctionName } from './types.ts';

/** An item of each set that encloses a value, by set id. */
export type At = Readonly<Record<string, number>>;

/** Where values come from when one formula is evaluated by itself. */
export interface Values {
  /** The value of an id at these items; of sets it does not run over it takes no notice. */
  value(id: string, at: At): number;
  /** How many items a set has. */
  size(set: string): number;
}

/** A formula made ready: gives its value at some items. */
export type Evaluator = (values: Values, at: At) => number;

/**
 * The value of one formula, from named values. It does the operations of the kernel in the same order, so that both give the same bits.
 * @param at  items of the sets the formula runs over; none for a single value.
 */
export function evaluate(expression: Expression, values: Values, at: At = {}): number {
  return evaluator(expression)(values, at);
}

/** Turns a formula into closures once, for many evaluations. */
export function evaluator(expression: Expression): Evaluator {
  switch (expression.kind) {
    case 'number': {
      const { value } = expression;
      return () => value;
    }
    case 'reference': {
      const { id } = expression;
      return (values, at) => values.value(id, at);
    }
    case 'sum': {
      const { set } = expression;
      const of = evaluator(expression.of);
      return (values, at) => {
        let total = 0;
        for (let item = 0; item < values.size(set); item += 1) total += of(values, { ...at, [set]: item });
        return total;
      };
    }
    case 'unary': {
      if (expression.operator === 'not') {
        const of = tester(expression.of);
        return (values, at) => (of(values, at) ? 0 : 1);
      }
      const of = evaluator(expression.of);
      return (values, at) => -of(values, at);
    }
    case 'call':
      return call(expression.name, expression.of.map(evaluator));
    case 'if': {
      const test = tester(expression.test);
      const yes = evaluator(expression.yes);
      const no = evaluator(expression.no);
      return (values, at) => (test(values, at) ? yes(values, at) : no(values, at));
    }
    case 'binary': {
      const arithmetic = ARITHMETIC[expression.operator];
      if (arithmetic === undefined) {
        const test = tester(expression);
        return (values, at) => (test(values, at) ? 1 : 0);
      }
      const left = evaluator(expression.left);
      const right = evaluator(expression.right);
      return (values, at) => arithmetic(left(values, at), right(values, at));
    }
  }
}

type Tester = (values: Values, at: At) => boolean;

/** A comparison, or several joined by and, or, not. */
function tester(expression: Expression): Tester {
  if (expression.kind === 'unary' && expression.operator === 'not') {
    const of = tester(expression.of);
    return (values, at) => !of(values, at);
  }
  if (expression.kind === 'binary') {
    if (expression.operator === 'and' || expression.operator === 'or') {
      const left = tester(expression.left);
      const right = tester(expression.right);
      return expression.operator === 'and'
        ? (values, at) => left(values, at) && right(values, at)
        : (values, at) => left(values, at) || right(values, at);
    }
    const compare = COMPARE[expression.operator];
    if (compare !== undefined) {
      const left = evaluator(expression.left);
      const right = evaluator(expression.right);
      return (values, at) => compare(left(values, at), right(values, at));
    }
  }
  throw new TypeError('a quantity stands where a comparison is expected');
}

const ARITHMETIC: Partial<Record<BinaryOperator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  // biome-ignore lint/style/useExponentiationOperator: the kernel calls Math.pow
  '^': (a, b) => Math.pow(a, b),
};

const COMPARE: Partial<Record<BinaryOperator, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

function call(name: FunctionName, of: readonly Evaluator[]): Evaluator {
  const [first, second, ...rest] = of;
  if (first === undefined) throw new TypeError(`"${name}" has no argument`);
  if (name === 'min' || name === 'max') {
    const pick = name === 'min' ? Math.min : Math.max;
    if (second !== undefined && rest.length === 0) return (values, at) => pick(first(values, at), second(values, at));
    return (values, at) => pick(...of.map((one) => one(values, at)));
  }
  const apply = Math[name];
  return (values, at) => apply(first(values, at));
}
