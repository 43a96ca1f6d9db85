import type { Expression } from './types.ts';

/** Where the emitter finds values and how it writes loops. */
export interface EmitContext {
  /** The JavaScript text that reads an id's value at the present indices. */
  read(id: string): string;
  /** The head of a loop over a set, "for (...)". */
  loop(set: string): string;
  /** Lines to stand before the statement: loops of sums inside an indexed value. */
  readonly before: string[];
  /** A new local name. */
  fresh(): string;
}

const OPERATOR: Readonly<Record<string, string>> = { '==': '===', '!=': '!==', and: '&&', or: '||' };

/**
 * Writes an expression as JavaScript that does the same operations in the same order as `evaluate.ts`, every operator in parentheses.
 */
export function emit(expression: Expression, context: EmitContext): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'reference':
      return context.read(expression.id);
    case 'unary':
      return `(${expression.operator === 'not' ? '!' : '-'}${emit(expression.of, context)})`;
    case 'call':
      return `Math.${expression.name}(${expression.of.map((one) => emit(one, context)).join(', ')})`;
    case 'if': {
      const [test, yes, no] = [expression.test, expression.yes, expression.no].map((one) => emit(one, context));
      return `(${test} ? ${yes} : ${no})`;
    }
    case 'binary': {
      const left = emit(expression.left, context);
      const right = emit(expression.right, context);
      if (expression.operator === '^') return `Math.pow(${left}, ${right})`;
      return `(${left} ${OPERATOR[expression.operator] ?? expression.operator} ${right})`;
    }
    case 'sum':
      return emitSum(expression, context);
  }
}

function emitSum(expression: Expression & { kind: 'sum' }, context: EmitContext): string {
  const total = context.fresh();
  const inner: string[] = [];
  const summand = emit(expression.of, { ...context, before: inner });
  context.before.push(
    `let ${total} = 0;`,
    `${context.loop(expression.set)} {`,
    ...inner,
    `${total} += ${summand};`,
    '}',
  );
  return total;
}
