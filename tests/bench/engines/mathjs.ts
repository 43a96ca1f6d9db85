import { parse } from 'mathjs';
import { printExpression } from '../../../src/engine/walk.ts';
import type { EquationSystem } from '../../../src/export/equations.ts';
import { STEPS } from '../model/compiled.ts';
import { DRAWN } from '../model/drawn.ts';
import { compared } from '../model/hand.ts';
import type { Engine } from './engine.ts';
import { flat } from './unrolled.ts';

/** mathjs evaluating every formula at every step: compiled once, names in a Map, Euler steps in a plain loop. */
export function mathjs(system: EquationSystem): Engine {
  const { constants, values, stocks } = flat(system);
  const code = (one: Parameters<typeof printExpression>[0]) => parse(printExpression(one)).compile();
  const formulas = values.map(({ id, formula }) => ({ id, code: code(formula) }));
  const levels = stocks.map(({ id, net, initial }) => ({ id, net: code(net), initial: code(initial) }));
  const scope = new Map<string, number>(constants.map(({ id, value }) => [id, value]));
  scope.set('time_step', 1);
  const out = new Float64Array(compared.length * (STEPS + 1));
  const next = new Float64Array(levels.length);
  return {
    name: 'mathjs',
    how: 'sets unrolled, formulas compiled once',
    set(given) {
      for (const [n, lever] of DRAWN.entries()) scope.set(lever, given[n] ?? Number.NaN);
    },
    run() {
      scope.set('time', 0);
      for (const { id, initial } of levels) scope.set(id, initial.evaluate(scope));
      for (let k = 0; k <= STEPS; k += 1) {
        scope.set('time', k);
        for (const formula of formulas) scope.set(formula.id, formula.code.evaluate(scope));
        for (let row = 0; row < compared.length; row += 1)
          out[row * (STEPS + 1) + k] = scope.get(compared[row]!) ?? Number.NaN;
        for (const [n, { id, net }] of levels.entries()) next[n] = scope.get(id)! + net.evaluate(scope);
        for (const [n, { id }] of levels.entries()) scope.set(id, next[n]!);
      }
    },
    results: () => out,
  };
}
