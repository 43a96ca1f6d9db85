import type { Expression } from './types.ts';

/** The direct parts of an expression, in the order of its text. */
export function parts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'reference':
      return [];
    case 'sum':
    case 'unary':
      return [expression.of];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.of;
    case 'if':
      return [expression.test, expression.yes, expression.no];
  }
}

/** Every id an expression uses (records, "time", "time_step"), each once, in the order of its text. */
export function references(expression: Expression): Set<string> {
  const found = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === 'reference') found.add(part.id);
    for (const inner of parts(part)) visit(inner);
  };
  visit(expression);
  return found;
}

/** The sets that the value of an expression still depends on: those of what it uses, less those summed over. */
export function freeSets(expression: Expression, over: (id: string) => readonly string[]): Set<string> {
  if (expression.kind === 'reference') return new Set(over(expression.id));
  const found = new Set<string>();
  for (const part of parts(expression)) {
    for (const set of freeSets(part, over)) found.add(set);
  }
  if (expression.kind === 'sum') found.delete(expression.set);
  return found;
}

const STRENGTH: Readonly<Record<string, number>> = {
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
  '^': 7,
};

/** Writes an expression as a formula again, with no more parentheses than it needs. */
export function printExpression(expression: Expression): string {
  return print(expression, 0);
}

function print(expression: Expression, within: number): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'reference':
      return expression.id;
    case 'sum':
      return `sum(${print(expression.of, 0)}, ${expression.set})`;
    case 'call':
      return `${expression.name}(${expression.of.map((one) => print(one, 0)).join(', ')})`;
    case 'unary': {
      const sign = expression.operator === 'not' ? 'not ' : '-';
      return wrap(sign + print(expression.of, 7), 6, within);
    }
    case 'if':
      return wrap(`${print(expression.test, 1)} ? ${print(expression.yes, 1)} : ${print(expression.no, 0)}`, 0, within);
    case 'binary': {
      const own = STRENGTH[expression.operator] ?? 0;
      // Left operands of the same strength need no parentheses, except for powers, which group to the right.
      const left = print(expression.left, expression.operator === '^' || own === 3 ? own + 1 : own);
      const right = print(expression.right, expression.operator === '^' ? own : own + 1);
      return wrap(`${left} ${expression.operator} ${right}`, own, within);
    }
  }
}

function wrap(text: string, own: number, within: number): string {
  return own < within ? `(${text})` : text;
}
