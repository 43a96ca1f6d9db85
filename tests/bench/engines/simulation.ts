import { Model, type Primitive, type Results, type Variable } from 'simulation';
import type { Expression } from '../../../src/engine/types.ts';
import { references } from '../../../src/engine/walk.ts';
import type { EquationSystem } from '../../../src/export/equations.ts';
import { type Dialect, foreignFormula } from '../../../src/export/foreign-formula.ts';
import { STEPS } from '../model/compiled.ts';
import { DRAWN } from '../model/drawn.ts';
import { compared } from '../model/hand.ts';
import type { Engine } from './engine.ts';
import { flat } from './unrolled.ts';

const DIALECT: Dialect = {
  reference: (id) => (id === 'time' ? 'Months()' : id === 'time_step' ? '1' : `[${id}]`),
  conditionalIsCall: true,
  conditional: (test, yes, no) => `IfThenElse(${test}, ${yes}, ${no})`,
  sum: () => {
    throw new Error('sums are unrolled');
  },
  operators: { '==': '=', '!=': '<>', and: 'and', or: 'or', not: 'not' },
};

/** The npm package `simulation`, the engine of Insight Maker, its model built by its own interface. */
export function simulationPackage(system: EquationSystem): Engine {
  const { constants, values, stocks } = flat(system);
  const model = new Model({ timeStart: 0, timeLength: STEPS, timeStep: 1, timeUnits: 'Months', algorithm: 'Euler' });
  const text = (one: Expression): string => foreignFormula(one, DIALECT);
  const made = new Map<string, Primitive>();
  const levers = new Map<string, Variable>();
  for (const { id, value } of constants) {
    const variable = model.Variable({ name: id, value });
    levers.set(id, variable);
    made.set(id, variable);
  }
  for (const { id, formula } of values) made.set(id, model.Variable({ name: id, value: text(formula) }));
  for (const { id, initial } of stocks)
    made.set(id, model.Stock({ name: id, initial: text(initial), nonNegative: false }));
  const link = (of: Expression, to: Primitive | undefined): void => {
    for (const id of references(of)) {
      const from = made.get(id);
      if (from !== undefined && to !== undefined && from !== to) model.Link(from, to);
    }
  };
  for (const { id, formula } of values) link(formula, made.get(id));
  for (const { id, net, initial } of stocks) {
    const stock = made.get(id)!;
    link(initial, stock);
    link(net, model.Flow(null, stock, { name: `net ${id}`, rate: text(net), nonNegative: false }));
  }
  let results: Results | undefined;
  return {
    name: 'simulation',
    how: 'sets unrolled, the model built once, every variable kept since it cannot leave any out',
    set(given) {
      for (const [n, lever] of DRAWN.entries()) levers.get(lever)!.value = given[n] ?? Number.NaN;
    },
    run() {
      results = model.simulate();
    },
    results: () => Float64Array.from(compared.flatMap((id) => results?.series(made.get(id)!) ?? [])),
  };
}
