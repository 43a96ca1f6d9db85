import { checkInputs } from './check-inputs.ts';
import type { Planned } from './expand.ts';
import { hint } from './nearest.ts';
import { BUILT_IN, type Expression, type Model, type ModelProblem, type ModelRecord } from './types.ts';
import { freeSets, parts, references } from './walk.ts';

type Part = ModelProblem['part'];

const ID = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const RESERVED = new Set([
  ...Object.keys(BUILT_IN),
  ...[
    'min',
    'max',
    'abs',
    'exp',
    'log',
    'sqrt',
    'sum',
    'and',
    'or',
    'not',
    'mod',
    'xor',
    'to',
    'in',
    'true',
    'false',
    'null',
    'undefined',
  ],
]);

/**
 * Everything about a model that units and order do not see: names, references, sets, and the inputs' figures. All mistakes at once.
 * @param planned  what `expandModel` made of the model.
 */
export function checkModel(model: Model, planned: readonly Planned[]): ModelProblem[] {
  const records = model.sectors.flatMap((sector) => sector.records);
  return [
    ...checkIds(model, records, planned),
    ...checkSets(model),
    ...records.flatMap((record) => [...checkOver(record, model), ...checkEquations(record, model)]),
    ...checkFormulas(model, records, planned),
    ...checkInputs(model),
  ];
}

function checkIds(model: Model, records: readonly ModelRecord[], planned: readonly Planned[]): ModelProblem[] {
  const problems: ModelProblem[] = [];
  const owner = new Map<string, string>();
  const claim = (id: string, what: string): void => {
    const say = (message: string): void => void problems.push({ record: id, part: 'id', message });
    if (!ID.test(id)) say(`"${id}" is not an id; an id is lower-case words joined by underscores, such as "grid_wait"`);
    if (RESERVED.has(id)) say(`"${id}" has a meaning of its own in formulas; choose another id`);
    const other = owner.get(id);
    if (other !== undefined) say(`"${id}" is the id of ${other} and of ${what}; ids are unique`);
    else owner.set(id, what);
  };
  for (const record of records) claim(record.id, `a record (${record.kind})`);
  for (const one of planned) if (one.stageOf !== undefined) claim(one.id, `a stage of the delay ${one.stageOf}`);
  for (const set of model.sets) {
    claim(set.id, 'a set');
    for (const item of set.items ?? []) claim(item.id, `an item of ${set.id}`);
  }
  for (const preset of model.presets) claim(preset.id, 'a preset');
  return problems;
}

function checkSets(model: Model): ModelProblem[] {
  const problems: ModelProblem[] = [];
  const sized = new Set(model.sets.filter((set) => set.items === undefined).map((set) => set.id));
  for (const set of model.sets) {
    const count = set.items?.length ?? set.most;
    if (!Number.isInteger(set.most) || set.most < 1 || count !== set.most) {
      const wanted = set.items === undefined ? 'a whole number of at least 1' : `the number of its items, ${count}`;
      problems.push({ record: set.id, part: 'over', message: `the set has most ${set.most}; it must be ${wanted}` });
    }
  }
  for (const preset of model.presets) {
    if (sized.has(preset.of)) continue;
    const message = `the preset is of "${preset.of}", which is not a set sized by the scenario${hint(preset.of, sized)}`;
    problems.push({ record: preset.id, part: 'over', message });
  }
  return problems;
}

function checkOver(record: ModelRecord, model: Model): ModelProblem[] {
  const sets = model.sets.map((set) => set.id);
  const over = record.over ?? [];
  return over.flatMap((id, position): ModelProblem[] => {
    if (!sets.includes(id)) {
      return [{ record: record.id, part: 'over', message: `runs over "${id}", which is not a set${hint(id, sets)}` }];
    }
    if (over.indexOf(id) < position) return [{ record: record.id, part: 'over', message: `runs over "${id}" twice` }];
    return [];
  });
}

/** A record with an equation for each item has exactly those of one fixed set. */
function checkEquations(record: ModelRecord, model: Model): ModelProblem[] {
  if (!('formulas' in record)) return [];
  const set = model.sets.find((one) => one.id === record.over?.[0]);
  const problem = (part: Part, message: string): ModelProblem => ({ record: record.id, part, message });
  if (set?.items === undefined || record.over?.length !== 1) {
    return [problem('over', 'has an equation for each item, so it must run over one fixed set')];
  }
  const items = set.items.map((item) => item.id);
  const given = Object.keys(record.formulas);
  return [
    ...items
      .filter((id) => !given.includes(id))
      .map((id) => problem(`formula:${id}`, `has no equation for ${id}, an item of ${set.id}`)),
    ...given
      .filter((id) => !items.includes(id))
      .map((id) =>
        problem(`formula:${id}`, `has an equation for "${id}", which is not an item of ${set.id}${hint(id, items)}`),
      ),
  ];
}

function checkFormulas(model: Model, records: readonly ModelRecord[], planned: readonly Planned[]): ModelProblem[] {
  const problems: ModelProblem[] = [];
  const over = new Map<string, readonly string[]>(records.map((record) => [record.id, record.over ?? []]));
  for (const one of planned) if (one.itemOf === undefined) over.set(one.id, one.over);
  for (const id of Object.keys(BUILT_IN)) over.set(id, []);
  const sets = model.sets.map((set) => set.id);
  for (const one of planned) {
    for (const [part, expression] of Object.entries(one.stated) as [Part, Expression][]) {
      const say = (message: string): void => void problems.push({ record: one.id, part, message });
      const unknown = [...references(expression)].filter((id) => !over.has(id));
      for (const id of unknown) {
        say(
          sets.includes(id)
            ? `uses "${id}", which is a set; a set stands only in sum(expression, ${id})`
            : `uses "${id}", which is not a record${hint(id, over.keys())}`,
        );
      }
      if (unknown.length > 0) continue;
      if (part.startsWith('formula:')) checkIndices('an equation of one item', [], expression, over, sets, say);
      else checkIndices(one.id, one.over, expression, over, sets, say);
    }
  }
  return problems;
}

/** Sums must be over sets that their operand runs over; what is left must be the record's own sets. */
function checkIndices(
  subject: string,
  own: readonly string[],
  expression: Expression,
  over: ReadonlyMap<string, readonly string[]>,
  sets: readonly string[],
  say: (message: string) => void,
): void {
  const overOf = (id: string): readonly string[] => over.get(id) ?? [];
  let sound = true;
  const visit = (part: Expression): void => {
    if (part.kind === 'sum' && !freeSets(part.of, overOf).has(part.set)) {
      sound = false;
      if (!sets.includes(part.set)) say(`sums over "${part.set}", which is not a set${hint(part.set, sets)}`);
      else say(`sums over "${part.set}", but nothing inside the sum runs over it`);
    }
    for (const inner of parts(part)) visit(inner);
  };
  visit(expression);
  if (!sound) return;
  const has = own.length === 0 ? 'has a single value' : `runs over ${own.join(' and ')}`;
  for (const set of freeSets(expression, overOf)) {
    if (own.includes(set)) continue;
    const culprits = [...references(expression)].filter((id) => overOf(id).includes(set));
    say(
      `uses ${culprits.join(', ')}, which runs over ${set}, but ${subject} ${has}; write sum(..., ${set}) or let it run over ${set}`,
    );
  }
}
