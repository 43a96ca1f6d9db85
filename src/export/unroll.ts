import type { Expression, SetItem } from '../engine/types.ts';
import type { EquationSystem, Variable } from './equations.ts';
import { variablesOf } from './foreign-variables.ts';
import { mapParts } from './tree.ts';

/**
 * The same system with a variable for each item and no sets. A variable of an item has the id `ID.ITEM`, of two `ID.ITEM.ITEM`;
 * a sum is an addition in the order of the items.
 */
export function unrolled(system: EquationSystem): EquationSystem {
  const over = new Map(variablesOf(system).map((variable) => [variable.id, variable.over]));
  const itemsOf = (set: string): readonly SetItem[] => system.sets.find(({ id }) => id === set)?.items ?? [];

  const settle = (expression: Expression, at: Readonly<Record<string, SetItem>>): Expression => {
    if (expression.kind === 'reference') {
      const items = (over.get(expression.id) ?? []).map((set) => at[set]?.id ?? '');
      return { kind: 'reference', id: [expression.id, ...items].join('.') };
    }
    if (expression.kind !== 'sum') return mapParts(expression, (part) => settle(part, at));
    const terms = itemsOf(expression.set).map((item) => settle(expression.of, { ...at, [expression.set]: item }));
    return terms.reduce((left, right) => ({ kind: 'binary', operator: '+', left, right }));
  };

  const each = (variable: Variable): Variable[] => {
    const { id, title, equation } = variable;
    const places = variable.over.reduce<Readonly<Record<string, SetItem>>[]>(
      (heads, set) => heads.flatMap((at) => itemsOf(set).map((item) => ({ ...at, [set]: item }))),
      [{}],
    );
    return places.map((at, n) => {
      const items = Object.values(at);
      const where = items.map((item) => item.title).join(', ');
      return {
        ...variable,
        id: [id, ...items.map((item) => item.id)].join('.'),
        title: where === '' ? title : `${title} (${where})`,
        over: [],
        equation: one(equation, n, (expression) => settle(expression, at)),
      };
    });
  };

  const sections = system.sections.map((section) => ({ ...section, variables: section.variables.flatMap(each) }));
  return { ...system, sets: [], sections };
}

function one(
  equation: Variable['equation'],
  place: number,
  settle: (expression: Expression) => Expression,
): Variable['equation'] {
  switch (equation.kind) {
    case 'constant':
      return { kind: 'constant', values: [equation.values[place] ?? Number.NaN] };
    case 'value':
      return { kind: 'value', formula: settle(equation.formula) };
    case 'items': {
      const formula = equation.formulas[place];
      if (formula === undefined) throw new Error('an item has no equation');
      return { kind: 'value', formula: settle(formula) };
    }
    case 'stock':
      return { kind: 'stock', net: settle(equation.net), initial: settle(equation.initial) };
  }
}
