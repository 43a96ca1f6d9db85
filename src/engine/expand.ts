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

/**
 * A third-order delay as ordinary records. Each stage takes its exact solution over a step for an inflow that is constant over the
 * step: with x the step over the stage's time, (1 - exp(-x)) of what it held leaves, and (1 - exp(-x)) / x of what comes in stays.
 * So the mean time is exact at any step and the spread nearly is, where an Euler step would make the spread too small by a term in
 * the step itself. A time of zero is the limit: all leaves in the step it comes.
 */
function expandDelay(record: DelayRecord, stated: Planned['stated'], sector: string): Planned[] {
  const { id, title } = record;
  const input = stated.input ?? number(0);
  const time = stated.time ?? number(0);
  const stepInYears = binary(reference('time_step'), '/', number(MONTHS_IN_YEAR));
  const atLeast: Expression = { kind: 'call', name: 'max', of: [time, number(SHORTEST_YEARS)] };
  const stageTime = binary(atLeast, '/', number(STAGES));
  const left: Expression = {
    kind: 'call',
    name: 'exp',
    of: [{ kind: 'unary', operator: '-', of: binary(stepInYears, '/', stageTime) }],
  };
  const unlessZero = (zero: Expression, other: Expression): Expression => ({
    kind: 'if',
    test: binary(time, '==', number(0)),
    yes: zero,
    no: other,
  });
  const rate = reference(`${id}_rate`);
  const kept = reference(`${id}_kept`);
  const inflow = (n: number): Expression => (n === 1 ? input : reference(`${id}_to_${n}`));
  const outflow = (n: number): Expression =>
    binary(binary(reference(`${id}_${n}`), '*', rate), '+', binary(inflow(n), '*', binary(number(1), '-', kept)));
  const common = { sector, over: record.over ?? [], record };
  const part = { ...common, stageOf: id, stated: {} };
  const share = stated.initial === undefined ? number(0) : binary(stated.initial, '/', number(STAGES));
  const stock = (n: number): Planned => ({
    ...part,
    id: `${id}_${n}`,
    title: `${title}: stage ${n} of ${STAGES}`,
    unit: record.unit === '1' ? 'year' : `${record.unit}*year`,
    kind: 'stock',
    net: binary(binary(inflow(n), '*', kept), '-', binary(reference(`${id}_${n}`), '*', rate)),
    initial: share,
  });
  const between = (n: number): Planned => ({
    ...part,
    id: `${id}_to_${n}`,
    title: `${title}: into stage ${n}`,
    unit: record.unit,
    kind: 'flow',
    formula: outflow(n - 1),
  });
  return [
    { ...common, id, title, unit: record.unit, kind: 'delay', stated, formula: outflow(STAGES) },
    stock(1),
    stock(2),
    stock(3),
    between(2),
    between(3),
    {
      ...part,
      id: `${id}_rate`,
      title: `${title}: share of a stage leaving it in a year`,
      unit: '1/year',
      kind: 'auxiliary',
      formula: binary(unlessZero(number(1), binary(number(1), '-', left)), '/', stepInYears),
    },
    {
      ...part,
      id: `${id}_kept`,
      title: `${title}: share of what enters a stage that is there when the step ends`,
      unit: '1',
      kind: 'auxiliary',
      formula: unlessZero(number(0), binary(rate, '*', stageTime)),
    },
  ];
}
