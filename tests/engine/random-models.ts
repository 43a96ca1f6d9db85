import fc from 'fast-check';
import type { Compiled } from '../../src/engine/compile.ts';
import { planKernel } from '../../src/engine/compile.ts';
import { expandModel } from '../../src/engine/expand.ts';
import { orderRecords } from '../../src/engine/order.ts';
import type { Expression, ModelRecord, SetDefinition } from '../../src/engine/types.ts';
import { freeSets, printExpression } from '../../src/engine/walk.ts';
import { auxiliary, delay, input, modelOf, stock } from './models.ts';
import { quantity } from './trees.ts';

export const sets: readonly SetDefinition[] = [
  { id: 'sites', title: 'Sites', says: 'As many as a run has.', most: 3 },
  {
    id: 'kinds',
    title: 'Kinds',
    says: 'Always two.',
    most: 2,
    items: [
      { id: 'red', title: 'Red' },
      { id: 'blue', title: 'Blue' },
    ],
  },
];

const OVERS = [[], [], ['sites'], ['kinds'], ['sites', 'kinds'], ['kinds', 'sites']] as const;

/** Inputs over every combination of sets, each with a value that is constant and each named by its sets. */
const inputs: readonly ModelRecord[] = [
  ...['p', 'q', 'r'].map((id) => input(id, '1', 0)),
  input('p_sites', '1', 0, { over: ['sites'] }),
  input('p_kinds', '1', 0, { over: ['kinds'] }),
  input('p_both', '1', 0, { over: ['sites', 'kinds'] }),
];

const STOCKS = ['s_single', 's_sites', 's_kinds', 's_both', 's_both_too', 's_turned'] as const;
const STOCK_OVER: readonly (readonly string[])[] = [
  [],
  ['sites'],
  ['kinds'],
  ['sites', 'kinds'],
  ['sites', 'kinds'],
  ['kinds', 'sites'],
];
const DELAYS = ['d_single', 'd_sites'] as const;

export interface RandomModel {
  readonly plan: Compiled['plan'];
  readonly text: string;
}

/**
 * Models of every shape: records over no, one and two sets, sums inside sums, stocks that read each other, delays, equations of items.
 * Units do not matter here, so they are not checked.
 */
export const randomModel: fc.Arbitrary<RandomModel> = fc.gen().map((draw) => {
  const records: ModelRecord[] = [...inputs];
  const overOf = new Map<string, readonly string[]>(inputs.map((one) => [one.id, one.over ?? []]));
  const constants = inputs.map((one) => one.id);
  for (const [n, id] of STOCKS.entries()) overOf.set(id, STOCK_OVER[n] ?? []);
  const over = (id: string): readonly string[] => overOf.get(id) ?? [];
  const pick = <T>(from: readonly T[]): T => draw(() => fc.constantFrom(...from));
  /** A formula over ids with every index either among `own` or summed. */
  const formula = (ids: readonly string[], own: readonly string[]): string => {
    const tree = draw(quantity, ids, ['sites', 'kinds']);
    return printExpression(close(tree, own, over));
  };

  const names = [...constants];
  const add = (id: string, record: ModelRecord, own: readonly string[]): void => {
    overOf.set(id, own);
    records.push(record);
    names.push(id);
  };
  for (let n = 0; n < 3; n += 1) {
    const own = pick(OVERS);
    add(`c${n}`, auxiliary(`c${n}`, '1', formula(names, own), own), own);
  }
  const steady = [...names];
  names.push(...STOCKS, 'time', 'time_step');
  for (let n = 0; n < 7; n += 1) {
    const own = pick(OVERS);
    add(`a${n}`, auxiliary(`a${n}`, '1', formula(names, own), own), own);
    if (n === 2) {
      const kinds = { red: formula(names, []), blue: formula(names, []) };
      const { formula: _, ...rest } = auxiliary('by_kind', '1', '0', ['kinds']) as { formula: string } & ModelRecord;
      add('by_kind', { ...rest, formulas: kinds } as ModelRecord, ['kinds']);
    }
    const id = DELAYS[n - 3];
    if (id !== undefined) {
      const sites = id === 'd_sites' ? ['sites'] : [];
      const time = pick(['0', 'abs(p)', formula(steady, sites)]);
      add(id, delay(id, '1', formula(names, sites), time, pick([undefined, formula(steady, sites)]), sites), sites);
      for (const stage of ['_1', '_2', '_3', '_to_2', '_to_3', '_rate', '_kept']) overOf.set(id + stage, sites);
      names.push(`${id}_2`, `${id}_to_3`, `${id}_kept`);
    }
  }
  for (const [n, id] of STOCKS.entries()) {
    const own = STOCK_OVER[n] ?? [];
    records.push(stock(id, '1', formula(names, own), formula(steady, own), own));
  }
  const { planned, problems } = expandModel(modelOf(records, sets));
  const { order, problems: loops } = orderRecords(planned);
  const faults = [...problems, ...loops];
  if (faults.length > 0) throw new Error(faults.map((one) => `${one.record} ${one.part}: ${one.message}`).join('\n'));
  return { plan: planKernel(planned, order, sets), text: JSON.stringify(records.slice(inputs.length), null, 1) };
});

/** Makes an expression sound: sums that nothing runs over lose their sum, indices left over are summed. */
function close(tree: Expression, own: readonly string[], over: (id: string) => readonly string[]): Expression {
  let result = prune(tree, over);
  for (const set of freeSets(result, over)) if (!own.includes(set)) result = { kind: 'sum', set, of: result };
  return result;
}

function prune(tree: Expression, over: (id: string) => readonly string[]): Expression {
  const inner = (part: Expression): Expression => prune(part, over);
  switch (tree.kind) {
    case 'number':
    case 'reference':
      return tree;
    case 'unary':
      return { ...tree, of: inner(tree.of) };
    case 'binary':
      return { ...tree, left: inner(tree.left), right: inner(tree.right) };
    case 'call':
      return { ...tree, of: tree.of.map(inner) };
    case 'if':
      return { ...tree, test: inner(tree.test), yes: inner(tree.yes), no: inner(tree.no) };
    case 'sum': {
      const of = inner(tree.of);
      return freeSets(of, over).has(tree.set) ? { ...tree, of } : of;
    }
  }
}
