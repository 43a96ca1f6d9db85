import type { FormulaPart } from './meta.ts';
import { FormulaError, parseFormula } from './parse.ts';
import type { DelayRecord, Expression, Model, ModelProblem, ModelRecord } from './types.ts';

/** A record with its formulas parsed, and each delay followed by its stages: what order, units and kernel work on. */
export interface Planned {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly kind: 'input' | 'constant' | 'auxiliary' | 'flow' | 'stock' | 'delay';
  readonly sector: string;
  readonly over: readonly string[];
  /** The record as the model states it; for a stage the delay's. */
  readonly record: ModelRecord;
  /** For a stage or the rate of a delay: the delay's id. */
  readonly stageOf?: string;
  /** For the equation of one item: the record it belongs to, and which place of it. It is single-valued and the record's `gathers` names it. */
  readonly itemOf?: { readonly id: string; readonly place: number };
  /** For a record with an equation for each item: their ids, in the order of the items. */
  readonly gathers?: readonly string[];
  /** What the value is computed from; for a delay what leaves it. Absent for inputs, constants and stocks. */
  readonly formula?: Expression;
  readonly net?: Expression;
  readonly initial?: Expression;
  /** The parts as the model states them, parsed. */
  readonly stated: Readonly<Partial<Record<FormulaPart, Expression>>>;
}

/** Parses every formula of a model and expands its delays. Records whose formulas cannot be read are left out and reported. */
export function expandModel(model: Model): {
  readonly planned: readonly Planned[];
  readonly problems: readonly ModelProblem[];
} {
  const problems: ModelProblem[] = [];
  const planned: Planned[] = [];
  for (const sector of model.sectors) {
    for (const record of sector.records) {
      const stated = parseParts(record, problems);
      if (stated !== null) planned.push(...plan(record, stated, sector.id, model));
    }
  }
  return { planned, problems };
}

/** The formula texts of a record by part. */
export function formulaTexts(record: ModelRecord): Partial<Record<FormulaPart, string>> {
  switch (record.kind) {
    case 'input':
    case 'constant':
      return {};
    case 'auxiliary':
    case 'flow':
      if ('formula' in record) return { formula: record.formula };
      return Object.fromEntries(Object.entries(record.formulas).map(([item, text]) => [`formula:${item}`, text]));
    case 'stock':
      return { net: record.net, initial: record.initial };
    case 'delay': {
      const { input, time, initial } = record;
      return initial === undefined ? { input, time } : { input, time, initial };
    }
  }
}

function parseParts(record: ModelRecord, problems: ModelProblem[]): Partial<Record<FormulaPart, Expression>> | null {
  const stated: Partial<Record<FormulaPart, Expression>> = {};
  let whole = true;
  for (const [part, text] of Object.entries(formulaTexts(record)) as [FormulaPart, string][]) {
    try {
      stated[part] = parseFormula(text);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      problems.push({ record: record.id, part, message: error.message });
      whole = false;
    }
  }
  return whole ? stated : null;
}

function plan(record: ModelRecord, stated: Planned['stated'], sector: string, model: Model): Planned[] {
  const { id, title, unit } = record;
  const own = { id, title, unit, sector, over: record.over ?? [], record, stated };
  if (record.kind === 'delay') return expandDelay(record, stated, sector);
  if ('formulas' in record) {
    const items = model.sets.find((set) => set.id === record.over?.[0])?.items ?? [];
    const equations = items.flatMap((item, place): Planned[] => {
      const formula = stated[`formula:${item.id}`];
      if (formula === undefined) return [];
      const part = { ...own, id: `${id}.${item.id}`, over: [], stated: {}, itemOf: { id, place } };
      return [{ ...part, kind: record.kind, formula }];
    });
    return [{ ...own, kind: record.kind, gathers: equations.map((one) => one.id) }, ...equations];
  }
  const { formula, net, initial } = stated;
  if (formula !== undefined) return [{ ...own, kind: record.kind, formula }];
  if (net !== undefined && initial !== undefined) return [{ ...own, kind: 'stock', net, initial }];
  return [{ ...own, kind: record.kind }];
}

const number = (value: number): Expression => ({ kind: 'number', value });
const reference = (id: string): Expression => ({ kind: 'reference', id });
const binary = (left: Expression, operator: '+' | '-' | '*' | '/' | '==', right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
});

const MONTHS_IN_YEAR = 12;
const STAGES = 3;
const SHORTEST_YEARS = 0.25;
const FEWEST_STEPS = 3;

/**
 * A third-order delay as ordinary records. A time of zero empties each stage in one step, which lets what is under way at the
 * start out, while what flows in goes past the stages.
 */
function expandDelay(record: DelayRecord, stated: Planned['stated'], sector: string): Planned[] {
  const { id, title } = record;
  const input = stated.input ?? number(0);
  const time = stated.time ?? number(0);
  const stepInYears = binary(reference('time_step'), '/', number(MONTHS_IN_YEAR));
  const atLeast: Expression = {
    kind: 'call',
    name: 'max',
    of: [time, number(SHORTEST_YEARS), binary(number(FEWEST_STEPS), '*', stepInYears)],
  };
  const isZero = binary(time, '==', number(0));
  const rate = reference(`${id}_rate`);
  const stage = (n: number): Expression => reference(`${id}_${n}`);
  const leaving = (n: number): Expression => binary(stage(n), '*', rate);
  const common = { sector, over: record.over ?? [], record };
  const part = { ...common, stageOf: id, stated: {} };
  const share = stated.initial === undefined ? number(0) : binary(stated.initial, '/', number(STAGES));
  const stock = (n: number, inflow: Expression): Planned => ({
    ...part,
    id: `${id}_${n}`,
    title: `${title}: stage ${n} of ${STAGES}`,
    unit: record.unit === '1' ? 'year' : `${record.unit}*year`,
    kind: 'stock',
    net: binary(inflow, '-', leaving(n)),
    initial: share,
  });
  return [
    {
      ...common,
      id,
      title,
      unit: record.unit,
      kind: 'delay',
      stated,
      formula: { kind: 'if', test: isZero, yes: binary(leaving(STAGES), '+', input), no: leaving(STAGES) },
    },
    stock(1, { kind: 'if', test: isZero, yes: number(0), no: input }),
    stock(2, leaving(1)),
    stock(3, leaving(2)),
    {
      ...part,
      id: `${id}_rate`,
      title: `${title}: share of a stage leaving it in a year`,
      unit: '1/year',
      kind: 'auxiliary',
      formula: {
        kind: 'if',
        test: isZero,
        yes: binary(number(1), '/', stepInYears),
        no: binary(number(STAGES), '/', atLeast),
      },
    },
  ];
}
