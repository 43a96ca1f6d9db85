import type { DescribedMeta, RecordDocs, RecordMeta } from '../engine/meta.ts';
import type { Expression, SetItem } from '../engine/types.ts';
import { mapParts } from './tree.ts';

/** What a variable of an exported model is equal to. */
export type Equation =
  /** A value for each item, or for each pair of items with the last set innermost; one for a single variable. */
  | { readonly kind: 'constant'; readonly values: readonly number[] }
  | { readonly kind: 'value'; readonly formula: Expression }
  /** An equation for each item of the one set the variable runs over. */
  | { readonly kind: 'items'; readonly formulas: readonly Expression[] }
  /** `net` is in the stock's unit per year; time runs in months. */
  | { readonly kind: 'stock'; readonly net: Expression; readonly initial: Expression };

export interface Variable {
  readonly id: string;
  readonly title: string;
  /** As the model writes units; absent for a part of an equation whose unit nobody states. */
  readonly unit?: string;
  readonly says: string;
  /** Ids of the sets it runs over, outermost first. */
  readonly over: readonly string[];
  readonly equation: Equation;
}

export interface Section {
  readonly title: string;
  readonly says: string;
  readonly variables: readonly Variable[];
}

/** A model with the values of one scenario, as equations that any simulator of stocks and flows can run. */
export interface EquationSystem {
  readonly title: string;
  readonly description: string;
  /** Sets that have items in this run. */
  readonly sets: readonly { readonly id: string; readonly title: string; readonly items: readonly SetItem[] }[];
  readonly sections: readonly Section[];
  /** Last month; the first is 0. */
  readonly months: number;
  /** Months per step. */
  readonly step: number;
}

/** What a system is made from. */
export interface EquationSource {
  readonly title: string;
  readonly description: string;
  readonly meta: DescribedMeta;
  readonly docs: Readonly<Record<string, RecordDocs>>;
  readonly inputs: {
    /** Inputs and constants, as for the kernel. */
    readonly frame: Float64Array;
    readonly items: Readonly<Record<string, readonly SetItem[]>>;
    readonly steps: number;
    readonly step: number;
  };
  /** How a source's id is written out for a reader. */
  readonly cite?: (source: string) => string;
}

/** The id, in every exported model, of what turns a rate per year into one per month. No record's id has this sign. */
export const YEARS_IN_A_MONTH = '@years_in_a_month';
const MONTHS_IN_A_YEAR = '@months_in_a_year';
const SHORTEST_DELAY = '@shortest_delay';

/**
 * Writes a model with the values of a run as equations. Sets without items are gone, with what runs over them; a sum over
 * one is 0.
 * @throws Error for a record without the formula its kind needs
 */
export function equationsOf(source: EquationSource): EquationSystem {
  const { meta, inputs, title, description } = source;
  const sets = meta.sets
    .map(({ id, title: name }) => ({ id, title: name, items: inputs.items[id] ?? [] }))
    .filter(({ items }) => items.length > 0);
  const present = new Set(sets.map(({ id }) => id));
  const records = meta.records.filter(({ over }) => over.every((set) => present.has(set)));
  const sections = meta.sectors.map((sector) => ({
    title: sector.title,
    says: sector.says,
    variables: records
      .filter((record) => record.sector === sector.id)
      .map((record) => variableOf(record, source, present)),
  }));
  const months = inputs.steps * inputs.step;
  return { title, description, sets, sections: [...sections, CLOCK], months, step: inputs.step };
}

function variableOf(record: RecordMeta, source: EquationSource, present: ReadonlySet<string>): Variable {
  const { id, title, unit, over } = record;
  const tidy = (expression: Expression | undefined): Expression => {
    if (expression === undefined) throw new Error(`"${id}" has no formula to export`);
    return withoutEmptySums(record.stageOf === undefined ? expression : namedNumbers(expression), present);
  };
  return { id, title, unit, over, says: wordsOf(record, source), equation: equationOf(record, source, tidy) };
}

function equationOf(
  record: RecordMeta,
  source: EquationSource,
  tidy: (expression: Expression | undefined) => Expression,
): Equation {
  const parsed = source.docs[record.id]?.parsed ?? {};
  if (record.input !== undefined || record.value !== undefined)
    return { kind: 'constant', values: valuesOf(record, source) };
  if (record.kind === 'stock') return { kind: 'stock', net: tidy(parsed.net), initial: tidy(parsed.initial) };
  const items = source.inputs.items[record.over[0] ?? ''] ?? [];
  if (parsed.formula !== undefined || items.length === 0) return { kind: 'value', formula: tidy(parsed.formula) };
  return { kind: 'items', formulas: items.map((item) => tidy(parsed[`formula:${item.id}`])) };
}

/** Values of the items present, from their places in the frame. */
function valuesOf(record: RecordMeta, { meta, inputs }: EquationSource): number[] {
  let offsets = [0];
  for (const id of record.over) {
    const most = meta.sets.find((set) => set.id === id)?.most ?? 1;
    offsets = offsets.flatMap((offset) => (inputs.items[id] ?? []).map((_, item) => offset * most + item));
  }
  return offsets.map((offset) => inputs.frame[record.slot + offset] ?? Number.NaN);
}

function wordsOf(record: RecordMeta, { docs, cite }: EquationSource): string {
  const words = docs[record.id];
  if (words === undefined) return '';
  const source = words.source === 'definition' ? '' : `Source: ${cite?.(words.source) ?? words.source}.`;
  const confidence = record.input === undefined ? '' : `Confidence: ${record.input.confidence}.`;
  return [words.says, words.why ?? '', source, confidence].filter((part) => part !== '').join(' ');
}

function withoutEmptySums(expression: Expression, present: ReadonlySet<string>): Expression {
  if (expression.kind === 'sum' && !present.has(expression.set)) return { kind: 'number', value: 0 };
  return mapParts(expression, (part) => withoutEmptySums(part, present));
}

/** The bare numbers of a delay's stages carry units; named, they let the other program check units too. */
function namedNumbers(expression: Expression): Expression {
  if (expression.kind !== 'number') return mapParts(expression, namedNumbers);
  if (expression.value === 12) return { kind: 'reference', id: MONTHS_IN_A_YEAR };
  if (expression.value === 0.25) return { kind: 'reference', id: SHORTEST_DELAY };
  return expression;
}

const CLOCK: Section = {
  title: 'Months and years',
  says: 'Rates are stated per year and time runs in months.',
  variables: [
    {
      id: MONTHS_IN_A_YEAR,
      title: 'Months in a year',
      unit: 'month/year',
      says: 'Turns the time step into years where a delay needs it.',
      over: [],
      equation: { kind: 'constant', values: [12] },
    },
    {
      id: YEARS_IN_A_MONTH,
      title: 'Years in a month',
      unit: 'year/month',
      says: 'Turns what a stock gains in a year into what it gains in a month.',
      over: [],
      equation: {
        kind: 'value',
        formula: {
          kind: 'binary',
          operator: '/',
          left: { kind: 'number', value: 1 },
          right: { kind: 'reference', id: MONTHS_IN_A_YEAR },
        },
      },
    },
    {
      id: SHORTEST_DELAY,
      title: 'Shortest delay',
      unit: 'year',
      says: 'A delay that is not zero lasts at least this long.',
      over: [],
      equation: { kind: 'constant', values: [0.25] },
    },
  ],
};
