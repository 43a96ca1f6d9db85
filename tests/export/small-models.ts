import type { Compiled } from '../../src/engine/compile.ts';
import { defaultFrame, type Run, runKernel } from '../../src/engine/simulate.ts';
import type { ModelRecord, SetDefinition, SetItem } from '../../src/engine/types.ts';
import { type EquationSystem, equationsOf } from '../../src/export/equations.ts';
import { auxiliary, compile, constant, delay, generated, input, modelOf, stock } from '../engine/models.ts';

export interface SmallRun {
  readonly compiled: Compiled;
  readonly run: Run;
  readonly items: Readonly<Record<string, readonly SetItem[]>>;
  readonly system: EquationSystem;
}

/** A small model run by the generated kernel, and as equations for export. */
export function smallRun(
  records: readonly ModelRecord[],
  sets: readonly SetDefinition[] = [],
  {
    items = {},
    steps = 30,
    step = 1,
  }: { items?: Readonly<Record<string, readonly SetItem[]>>; steps?: number; step?: number } = {},
): SmallRun {
  const compiled = compile(modelOf(records, sets));
  const { meta, docs } = compiled;
  const all = Object.fromEntries(sets.map((set) => [set.id, set.items ?? items[set.id] ?? []]));
  const frame = defaultFrame(meta);
  const inputs = { frame: Float64Array.from(frame), items: all, steps, step };
  const system = equationsOf({ title: 'Small | model', description: 'For "tests" ~ only.', meta, docs, inputs });
  const sizes = Int32Array.from(sets, (set) => all[set.id]?.length ?? 0);
  const run = runKernel(generated(compiled), meta, { frame, sizes, steps, step, keep: 'all' });
  return { compiled, run, items: all, system };
}

const named = (id: string): SetItem => ({ id, title: `The ${id}` });

export const SETS: readonly SetDefinition[] = [
  { id: 'places', title: 'Places', says: 'Two of them.', most: 4 },
  { id: 'kinds', title: 'Kinds', says: 'Three.', most: 3, items: ['red', 'green', 'blue'].map(named) },
  { id: 'nobody', title: 'Nobody', says: 'None in this run.', most: 5 },
  { id: 'alone', title: 'Alone', says: 'Always one.', most: 1, items: [named('one')] },
];
export const ITEMS = { places: ['here', 'there'].map(named) };

const PLACES = ['places'];
const BOTH = ['places', 'kinds'];

const ownEquations: ModelRecord = {
  kind: 'auxiliary',
  id: 'own',
  title: 'Own',
  unit: '1',
  says: 'An equation for each.',
  source: 'definition',
  over: ['kinds'],
  formulas: { red: 'clock > 1 ? two : 1', green: 'sum(share, places)', blue: 'two * two' },
};

/** Everything a formula can hold, in every position that other programs are known to read differently. */
export const EVERYTHING: readonly ModelRecord[] = [
  input('big', 'USD', 1e21),
  input('tiny', '1', -2.5e-7),
  input('two', '1', 2),
  input('share', '1', 0.3, { over: PLACES }),
  {
    ...input('weight', '1', 1, { over: ['kinds'] }),
    values: ranges({ red: -1.5, green: 0, blue: 1e-9 }),
  } as ModelRecord,
  input('table', '1', 0.25, { over: BOTH }),
  input('nobody_pays', '1', 7, { over: ['nobody'] }),
  input('single', '1', 5, { over: ['alone'] }),
  constant('year_of_months', 'month', 12),
  auxiliary('clock', '1', 'time / year_of_months'),
  auxiliary('step_of_clock', '1', 'time_step / year_of_months'),
  auxiliary('signs', '1', '-two ^ two - -two * (two - (clock - two)) / (two / (two + 1) / two) ^ -1'),
  auxiliary(
    'functions',
    '1',
    'exp(-clock) + log(clock + 1) + sqrt(clock) + abs(-clock) + min(clock, two, 1) + max(1, two, clock)',
  ),
  auxiliary('empty_sum', '1', 'two + sum(nobody_pays, nobody) * two'),
  auxiliary('of_nobody', '1', 'nobody_pays * two', ['nobody']),
  auxiliary('sum_of_one', '1', 'sum(single * two, alone)'),
  auxiliary('grown', '1', 'share * clock + share ^ two', PLACES),
  auxiliary('cross', '1', 'table * share - weight', BOTH),
  auxiliary('turned', '1', 'table * weight', ['kinds', 'places']),
  auxiliary('sums', '1', 'sum(sum(table * cross, kinds) * share, places) / sum(share, places)'),
  auxiliary('same_set_twice', '1', 'sum(share * sum(grown, places), places)'),
  auxiliary('share_of_all', '1', 'grown / max(tiny + two, sum(grown, places))', PLACES),
  auxiliary('decided', '1', 'clock > 1 and clock < two or not (clock <= two) and share != tiny ? 1 : 0', PLACES),
  auxiliary('chain', '1', 'clock < 1 ? two : (clock < two ? clock : (clock == two ? 0 : -clock))'),
  auxiliary('chain_of_yes', '1', 'clock > 1 ? (clock > two ? two : clock) : 0'),
  auxiliary('both_ways', '1', 'clock > 1 ? (clock > two ? two : clock) : (clock > two - 1 - 1 ? 1 : 0)'),
  auxiliary('side_by_side', '1', '(clock > 1 ? two : 1) * (clock < two ? 1 : 0) + (clock == 1 ? 1 : 0)'),
  auxiliary('inside_test', '1', '(clock > 1 ? clock : two) > two and (1 + clock) * two > max(two, (1 + two)) ? 1 : 0'),
  auxiliary('wrapped_test', '1', '(1 + clock) * two > (two * (1 + clock)) * (1 + 1) ? 1 : two'),
  auxiliary('decision_in_sum', '1', 'sum(share > tiny and clock > 1 ? share * two : grown, places) - 1'),
  ownEquations,
  auxiliary('own_total', '1', 'sum(own * weight, kinds)'),
  stock('level', 'USD', 'big / one_year * tiny - level / one_year', 'big * two'),
  constant('one_year', 'year', 1),
  constant('no_time', 'year', 0),
  stock('levels', '1', '(share - levels) / one_year + (clock > 1 ? share : 0) / one_year', 'share * two', PLACES),
  stock(
    'both_levels',
    '1',
    '(sum(levels, places) * table - both_levels) / one_year',
    'table + sum(share, places)',
    BOTH,
  ),
  auxiliary('entering', '1/year', 'share * (1 + clock) / one_year', PLACES),
  delay('leaving', '1/year', 'entering', 'one_year', 'share * two', PLACES),
  delay('straight', '1/year', 'sum(entering, places)', 'no_time', 'two'),
  delay('quick', '1/year', 'sum(entering, places)', 'one_year * step_of_clock / step_of_clock * tiny * tiny'),
];

function ranges(
  values: Readonly<Record<string, number>>,
): Record<string, { low: number; central: number; high: number }> {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { low: value, central: value, high: value }]),
  );
}
