import { hint } from './nearest.ts';
import type { InputRecord, ItemInputRecord, Model, ModelProblem, ModelRecord, Range } from './types.ts';

/** The figures of inputs and constants: in order, inside their ends, for every item, in groups that sum to 1. */
export function checkInputs(model: Model): ModelProblem[] {
  const records = model.sectors.flatMap((sector) => sector.records);
  const problems: ModelProblem[] = [];
  for (const record of records) {
    const say = (message: string): void => void problems.push({ record: record.id, part: 'value', message });
    if (record.kind === 'constant' && !Number.isFinite(record.value))
      say(`is ${record.value}; a constant is a finite number`);
    if (record.kind !== 'input') continue;
    for (const [name, range] of namedRanges(record)) checkRange(record, name, range, say);
    checkItems(record, model, say);
    checkChoice(record, say);
  }
  return [...problems, ...checkBalances(records)];
}

/** Every range an input states, with words for where it stands. */
function namedRanges(record: InputRecord | ItemInputRecord): [string, Range][] {
  const presets = Object.entries(record.presets ?? {}).map(([id, range]): [string, Range] => [
    ` of preset ${id}`,
    range,
  ]);
  if (!('values' in record)) return [['', record], ...presets];
  return [...Object.entries(record.values).map(([id, range]): [string, Range] => [` of ${id}`, range]), ...presets];
}

function checkRange(
  record: InputRecord | ItemInputRecord,
  name: string,
  range: Range,
  say: (message: string) => void,
): void {
  const { low, central, high } = range;
  if (![low, central, high].every(Number.isFinite)) {
    say(`low, central and high${name} are ${low}, ${central}, ${high}; each must be a finite number`);
    return;
  }
  if (low > central || central > high)
    say(`low, central and high${name} are ${low}, ${central}, ${high}; they must not fall`);
  if (record.least !== undefined && low < record.least)
    say(`low${name} is ${low}, below the least accepted, ${record.least}`);
  if (record.most !== undefined && high > record.most)
    say(`high${name} is ${high}, above the most accepted, ${record.most}`);
}

function checkItems(record: InputRecord | ItemInputRecord, model: Model, say: (message: string) => void): void {
  const over = model.sets.filter((set) => record.over?.includes(set.id));
  if ('values' in record) {
    const [set] = over;
    const items = set?.items?.map((item) => item.id);
    if (over.length !== 1 || items === undefined) {
      say('has a value for each item, so it must run over one fixed set');
      return;
    }
    const given = Object.keys(record.values);
    for (const id of items) if (!given.includes(id)) say(`has no value for ${id}, an item of ${set?.id}`);
    for (const id of given)
      if (!items.includes(id)) say(`has a value for "${id}", which is not an item of ${set?.id}${hint(id, items)}`);
  }
  for (const id of Object.keys(record.presets ?? {})) {
    const preset = model.presets.find((one) => one.id === id);
    const names = model.presets.map((one) => one.id);
    if (preset === undefined) say(`has a value for preset "${id}", which is not declared${hint(id, names)}`);
    else if (!record.over?.includes(preset.of))
      say(`has a value for preset ${id} of ${preset.of}, but does not run over ${preset.of}`);
  }
  if (record.itemOnly === true && !over.some((set) => set.items === undefined)) {
    say('is for items only, but does not run over a set sized by the scenario');
  }
}

function checkChoice(record: InputRecord | ItemInputRecord, say: (message: string) => void): void {
  if ((record.type === 'choice') !== (record.choices !== undefined))
    say('has type "choice" without choices, or choices without that type');
  if (record.choices === undefined || !('central' in record)) return;
  const last = record.choices.length - 1;
  if (!Number.isInteger(record.central) || record.central < 0 || record.central > last) {
    say(`is ${record.central}; a choice is a whole number from 0 to ${last}`);
  }
}

/** Members of a group balance each other, so their central values must sum to 1. */
function checkBalances(records: readonly ModelRecord[]): ModelProblem[] {
  const groups = new Map<string, InputRecord[]>();
  for (const record of records) {
    if (record.kind !== 'input' || record.balances === undefined || 'values' in record) continue;
    groups.set(record.balances, [...(groups.get(record.balances) ?? []), record]);
  }
  return [...groups].flatMap(([group, members]): ModelProblem[] => {
    const [first] = members;
    const total = members.reduce((sum, record) => sum + record.central, 0);
    if (first === undefined || Math.abs(total - 1) <= 1e-9) return [];
    const names = members.map((record) => record.id).join(', ');
    return [
      { record: first.id, part: 'value', message: `the group ${group} (${names}) sums to ${total}; it must sum to 1` },
    ];
  });
}
