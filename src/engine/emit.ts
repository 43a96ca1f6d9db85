import type { Expression } from './types.ts';

/** Where the emitter finds values and how it writes loops. */
export interface EmitContext {
  /** The JavaScript text that reads an id's value at the present indices. @param summed  sets that sums around it run through. */
  read(id: string, summed: readonly string[]): string;
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
export function emit(expression: Expression, context: EmitContext, summed: readonly string[] = []): string {
  const inner = (part: Expression): string => emit(part, context, summed);
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'reference':
      return context.read(expression.id, summed);
    case 'unary':
      return `(${expression.operator === 'not' ? '!' : '-'}${inner(expression.of)})`;
    case 'call':
      return `Math.${expression.name}(${expression.of.map(inner).join(', ')})`;
    case 'if':
      return `(${inner(expression.test)} ? ${inner(expression.yes)} : ${inner(expression.no)})`;
    case 'binary': {
      const left = inner(expression.left);
      const right = inner(expression.right);
      if (expression.operator === '^') return `Math.pow(${left}, ${right})`;
      return `(${left} ${OPERATOR[expression.operator] ?? expression.operator} ${right})`;
    }
    case 'sum': {
      const total = context.fresh();
      const lines: string[] = [];
      const summand = emit(expression.of, { ...context, before: lines }, [...summed, expression.set]);
      context.before.push(
        `let ${total} = 0;`,
        `${context.loop(expression.set)} {`,
        ...lines,
        `${total} += ${summand};`,
        '}',
      );
      return total;
    }
  }
}
