import fc from 'fast-check';
import type { BinaryOperator, Expression, FunctionName } from '../../src/engine/types.ts';

/** Random quantities over these ids, as the parser would build them; sums only where sets are given. */
export function quantity(ids: readonly string[], sets: readonly string[] = []): fc.Arbitrary<Expression> {
  return fc.letrec<{ quantity: Expression; test: Expression }>((tie) => {
    const leaf = fc.oneof(
      fc.constantFrom(0, 1).map((value): Expression => ({ kind: 'number', value })),
      fc.constantFrom(...ids).map((id): Expression => ({ kind: 'reference', id })),
    );
    const some = tie('quantity');
    const binary = (operators: readonly BinaryOperator[], of: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
      fc
        .tuple(fc.constantFrom(...operators), of, of)
        .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right }));
    const call = (names: readonly FunctionName[], least: number, most: number): fc.Arbitrary<Expression> =>
      fc
        .tuple(fc.constantFrom(...names), fc.array(some, { minLength: least, maxLength: most }))
        .map(([name, of]): Expression => ({ kind: 'call', name, of }));
    const inner: fc.Arbitrary<Expression>[] = [
      binary(['+', '-', '*', '/', '^'], some),
      call(['min', 'max'], 2, 3),
      call(['abs', 'exp', 'log', 'sqrt'], 1, 1),
      some.map((of): Expression => ({ kind: 'unary', operator: '-', of })),
      fc.tuple(tie('test'), some, some).map(([test, yes, no]): Expression => ({ kind: 'if', test, yes, no })),
    ];
    if (sets.length > 0) {
      inner.push(fc.tuple(some, fc.constantFrom(...sets)).map(([of, set]): Expression => ({ kind: 'sum', set, of })));
    }
    return {
      quantity: fc.oneof({ maxDepth: 4, depthSize: 'small', withCrossShrink: true }, leaf, ...inner),
      test: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        binary(['<', '<=', '>', '>=', '==', '!='], some),
        binary(['and', 'or'], tie('test')),
        tie('test').map((of): Expression => ({ kind: 'unary', operator: 'not', of })),
      ),
    };
  }).quantity;
}
