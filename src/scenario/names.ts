import type { ModelMeta, RecordMeta } from '../engine/meta.ts';
import type { Scenario } from './types.ts';

/** The sets a scenario file fills, by the key it uses for them. */
export const ITEM_SETS = ['commitments', 'sites'] as const;
export type ItemSet = (typeof ITEM_SETS)[number];

/** The set whose items come from the commitments' `funders`, and the one field they have. */
export const FUNDER_SET = 'funders';
export const FUNDER_FIELD = 'amount';

/** The site that takes what named sites leave of the programme. */
export const ELSEWHERE = { id: 'elsewhere', title: 'Elsewhere' } as const;

/** The site's field that says how much of the programme is built there. */
export const SHARE = 'share';

/** Follows from the scenario's start, so that no file sets it: the calendar year of the first value. */
export const START_YEAR = 'start_year';

/** A model's names, arranged for reading. Built once a model. */
export interface Names {
  readonly sets: ReadonlyMap<string, ModelMeta['sets'][number]>;
  /** Every record meant for readers, and its series' ids. */
  readonly records: ReadonlyMap<string, RecordMeta>;
  /** Inputs that files may set. */
  readonly inputs: readonly RecordMeta[];
  /** Inputs over exactly one set, by set and field. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, RecordMeta>>;
  /** Items of fixed sets, with the set. */
  readonly fixedItems: ReadonlyMap<string, ModelMeta['sets'][number]>;
  readonly presets: ReadonlyMap<string, ModelMeta['presets'][number]>;
}

const built = new WeakMap<ModelMeta, Names>();

/** A model's names, arranged for reading. */
export function namesOf(meta: ModelMeta): Names {
  const known = built.get(meta);
  if (known !== undefined) return known;
  const inputs = meta.records.filter((record) => record.input !== undefined && record.id !== START_YEAR);
  const fields = new Map<string, Map<string, RecordMeta>>(meta.sets.map((set) => [set.id, new Map()]));
  for (const record of inputs) {
    const [set = ''] = record.over;
    if (record.over.length === 1 && record.input !== undefined) fields.get(set)?.set(record.input.field, record);
  }
  const names: Names = {
    sets: new Map(meta.sets.map((set) => [set.id, set])),
    records: new Map(
      meta.records.filter((record) => record.stageOf === undefined).map((record) => [record.id, record]),
    ),
    inputs,
    fields,
    fixedItems: new Map(meta.sets.flatMap((set) => (set.items ?? []).map((item) => [item.id, set] as const))),
    presets: new Map(meta.presets.map((preset) => [preset.id, preset])),
  };
  built.set(meta, names);
  return names;
}

/** What a lever name stands for. */
export type LeverName =
  | { readonly kind: 'general'; readonly record: RecordMeta }
  | { readonly kind: 'fixed' | 'preset'; readonly record: RecordMeta; readonly item: string }
  | { readonly kind: 'item'; readonly record: RecordMeta; readonly item: string; readonly set: string };

/** Which set an id of a scenario's own item belongs to; funders' ids are made from their commitment and name. */
export type ItemKinds = ReadonlyMap<string, string>;

/** Whether an input has one value for all its items, so that its bare id is a lever. */
export function hasGeneral(record: RecordMeta): boolean {
  return record.input !== undefined && !record.input.itemOnly && record.input.ranges.length <= 1;
}

/** Takes a lever name apart. Undefined where no lever of the model and these items has it. */
export function parseLever(name: string, names: Names, items: ItemKinds): LeverName | undefined {
  const dot = name.indexOf('.');
  if (dot < 0) {
    const record = names.records.get(name);
    return record !== undefined && record.id !== START_YEAR && hasGeneral(record)
      ? { kind: 'general', record }
      : undefined;
  }
  const item = name.slice(0, dot);
  const field = name.slice(dot + 1);
  const fieldOf = (set: string): RecordMeta | undefined => names.fields.get(set)?.get(field);
  const set = items.get(item);
  if (set !== undefined) {
    const record = fieldOf(set);
    return record === undefined ? undefined : { kind: 'item', record, item, set };
  }
  const fixed = names.fixedItems.get(item);
  if (fixed !== undefined) {
    const record = fieldOf(fixed.id);
    return record === undefined ? undefined : { kind: 'fixed', record, item };
  }
  const preset = names.presets.get(item);
  if (preset === undefined) return undefined;
  const record = fieldOf(preset.of);
  return record === undefined || record.input?.itemOnly ? undefined : { kind: 'preset', record, item };
}

/** Every lever name there is for these items: what a wrong name is compared with. */
export function leverNames(names: Names, items: ItemKinds): string[] {
  const all = names.inputs.filter(hasGeneral).map((record) => record.id);
  for (const [item, set] of items)
    for (const field of names.fields.get(set)?.keys() ?? []) all.push(`${item}.${field}`);
  for (const [item, set] of names.fixedItems)
    for (const field of names.fields.get(set.id)?.keys() ?? []) all.push(`${item}.${field}`);
  for (const [id, preset] of names.presets) {
    for (const [field, record] of names.fields.get(preset.of) ?? [])
      if (record.input?.presets !== undefined) all.push(`${id}.${field}`);
  }
  return all;
}

export interface Funder {
  readonly id: string;
  /** As the file writes it. */
  readonly title: string;
  readonly commitment: string;
  readonly amount: number;
}

/** The named funders of all commitments, in order, each with the id it has as an item. */
export function fundersOf(scenario: Pick<Scenario, 'commitments'>): Funder[] {
  return scenario.commitments.flatMap(({ id, funders = {} }) =>
    Object.entries(funders).map(([title, amount], index) => ({
      id: funderId(id, title, index),
      title,
      commitment: id,
      amount,
    })),
  );
}

/** "SoftBank" of stargate → "stargate_softbank"; a name without Latin letters or digits gets its number. */
export function funderId(commitment: string, title: string, index: number): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
  return `${commitment}_${slug === '' ? `funder_${index + 1}` : slug}`;
}

/** Which set each of a scenario's items belongs to. `elsewhere` counts as a site whether or not the file names it. */
export function itemKinds(scenario: Pick<Scenario, ItemSet>): Map<string, string> {
  const kinds = new Map<string, string>([[ELSEWHERE.id, 'sites']]);
  for (const set of ITEM_SETS) for (const item of scenario[set]) kinds.set(item.id, set);
  for (const funder of fundersOf(scenario)) kinds.set(funder.id, FUNDER_SET);
  return kinds;
}

/** What an item is called that has no title: its id, in words. */
export function titleOf(id: string): string {
  const words = id.replaceAll('_', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
