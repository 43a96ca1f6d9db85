import type { Expression } from '../../../src/engine/types.ts';
import { references } from '../../../src/engine/walk.ts';
import { type EquationSystem, YEARS_IN_A_MONTH } from '../../../src/export/equations.ts';
import { variablesOf } from '../../../src/export/foreign-variables.ts';
import { mapParts, times } from '../../../src/export/tree.ts';
import { unrolled } from '../../../src/export/unroll.ts';

/** A model without sets, its names made of letters, digits and underscores, for engines that know nothing else. */
export interface Flat {
  readonly constants: readonly { readonly id: string; readonly value: number }[];
  /** In the order in which they can be computed. */
  readonly values: readonly { readonly id: string; readonly formula: Expression }[];
  /** `net` is a month's. */
  readonly stocks: readonly { readonly id: string; readonly net: Expression; readonly initial: Expression }[];
}

/** Unrolls a system's sets, and sorts what is computed. @throws Error for a circle */
export function flat(system: EquationSystem): Flat {
  const variables = variablesOf(unrolled(system));
  const constants: { id: string; value: number }[] = [];
  const values: { id: string; formula: Expression }[] = [];
  const stocks: { id: string; net: Expression; initial: Expression }[] = [];
  for (const variable of variables) {
    const id = plain(variable.id);
    const { equation } = variable;
    if (equation.kind === 'constant') constants.push({ id, value: equation.values[0] ?? Number.NaN });
    else if (equation.kind === 'value') values.push({ id, formula: renamed(equation.formula) });
    else if (equation.kind === 'stock') {
      const net = renamed(times(equation.net, YEARS_IN_A_MONTH));
      stocks.push({ id, net, initial: renamed(equation.initial) });
    }
  }
  return { constants, values: sorted(values), stocks };
}

const plain = (id: string): string => id.replace(/[^a-z0-9]/giu, '_');

function renamed(expression: Expression): Expression {
  return expression.kind === 'reference' ? { ...expression, id: plain(expression.id) } : mapParts(expression, renamed);
}

/** What a value uses stands before it. */
function sorted(values: Flat['values']): Flat['values'] {
  const byId = new Map(values.map((one) => [one.id, one]));
  const done = new Set<string>();
  const open = new Set<string>();
  const order: Flat['values'][number][] = [];
  const visit = (id: string): void => {
    const one = byId.get(id);
    if (one === undefined || done.has(id)) return;
    if (open.has(id)) throw new Error(`"${id}" depends on itself`);
    open.add(id);
    for (const used of references(one.formula)) visit(used);
    done.add(id);
    order.push(one);
  };
  for (const { id } of values) visit(id);
  return order;
}
