import type { Model, ModelRecord } from '../../../src/engine/types.ts';
import { constant, equation, input, stock } from './records.ts';

/**
 * A chain of stocks of any length, four equations a link: what flows in passes as far as the level allows, and a share of the level
 * leaks with it into the next.
 */
export function chain(equations: number): Model {
  const links = equations / 4;
  const records: ModelRecord[] = [
    constant('months', 12, 'month/year'),
    constant('a_year', 1, 'year'),
    input('half', 0.5),
    input('span', 5, 'year'),
    equation('leaving_0', '(1 + time / months / span) / a_year', '1/year'),
  ];
  for (let n = 1; n <= links; n += 1) {
    records.push(
      stock(`level_${n}`, `leaving_${n - 1} - leaving_${n}`),
      equation(`passing_${n}`, `min(level_${n} / a_year, leaving_${n - 1})`, '1/year'),
      equation(`leaking_${n}`, `half * level_${n} / a_year`, '1/year'),
      equation(`leaving_${n}`, `passing_${n} + leaking_${n}`, '1/year'),
    );
  }
  records.push(equation('last', `level_${links}`));
  return {
    id: 'chain',
    title: 'Chain',
    version: '1.0.0',
    baseUnits: [],
    presets: [],
    sets: [],
    sectors: [{ id: 'all', title: 'All', says: 'All.', records }],
  };
}
