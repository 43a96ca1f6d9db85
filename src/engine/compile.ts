import { checkModel } from './check.ts';
import { checkUnits } from './check-units.ts';
import { expandModel, formulaTexts, type Planned } from './expand.ts';
import type { KernelPlan } from './kernel.ts';
import { layOut } from './layout.ts';
import type { DescribedMeta, InputMeta, RecordDocs, RecordMeta } from './meta.ts';
import { type Order, orderRecords } from './order.ts';
import { makeSchedule } from './schedule.ts';
import type { Expression, InputRecord, ItemInputRecord, Model, ModelProblem, SetDefinition } from './types.ts';
import { formatUnit } from './unit-algebra.ts';
import { UnitError, type UnitSystem, unitSystem } from './units.ts';
import { printExpression, references } from './walk.ts';

export interface Compiled {
  readonly meta: DescribedMeta;
  readonly docs: Readonly<Record<string, RecordDocs>>;
  readonly plan: KernelPlan & { readonly order: Order };
}

export type CompileResult =
  | { readonly problems: readonly []; readonly compiled: Compiled }
  | { readonly problems: readonly ModelProblem[]; readonly compiled: null };

/**
 * Turns a model into what runs, is shown and is explained; or reports every mistake in it.
 * @param digest  a hash of a text, in hexadecimal; its first seven places go behind the version. Absent: no hash there.
 */
export function compileModel(model: Model, digest?: (text: string) => string): CompileResult {
  const { planned: raw, problems } = expandModel(model);
  const faults: ModelProblem[] = [...problems, ...checkModel(model, raw)];
  let system: UnitSystem;
  try {
    system = unitSystem(model.baseUnits);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    return { problems: [...faults, { record: model.id, part: 'unit', message: error.message }], compiled: null };
  }
  const planned = raw.map((one) => tidyUnit(one, system));
  faults.push(...checkUnits(model, planned, system));
  const { order, problems: loops } = orderRecords(planned);
  faults.push(...loops);
  if (faults.length > 0) return { problems: faults, compiled: null };

  const plan = planKernel(planned, order, model.sets);
  const stated = planned.filter((one) => one.itemOf === undefined);
  const records = stated.map((one) => recordMeta(one, plan, model));
  const { id, title, baseUnits, sets, presets } = model;
  const meta: DescribedMeta = {
    id,
    title,
    version: digest === undefined ? model.version : `${model.version}+${digest(essence(model)).slice(0, 7)}`,
    baseUnits,
    sets,
    presets,
    sectors: model.sectors.map((sector) => ({ id: sector.id, title: sector.title, says: sector.says })),
    records,
    frameSize: plan.layout.frameSize,
    inputSize: plan.layout.inputSize,
  };
  const docs = Object.fromEntries(stated.map((one) => [one.id, recordDocs(one)]));
  return { problems: [], compiled: { meta, docs, plan } };
}

/** Arranges and lays out records whose formulas are known to be sound. */
export function planKernel(
  planned: readonly Planned[],
  order: Order,
  sets: readonly SetDefinition[],
): Compiled['plan'] {
  const schedule = makeSchedule(planned, order, sets);
  return { planned, sets, layout: layOut(planned, schedule.shared, sets), order, schedule };
}

/** The stages of a delay get the unit a reader would write: MW/year times year is MW. */
function tidyUnit(one: Planned, system: UnitSystem): Planned {
  if (one.stageOf === undefined) return one;
  try {
    return { ...one, unit: formatUnit(system.read(one.unit)) };
  } catch (error) {
    if (error instanceof UnitError) return { ...one, unit: '1' };
    throw error;
  }
}

function recordMeta(one: Planned, plan: KernelPlan, model: Model): RecordMeta {
  const place = plan.layout.places.get(one.id) ?? { slot: 0, size: 0 };
  const { id, title, unit, kind, sector, over, record } = one;
  return {
    id,
    title,
    unit,
    ...(record.show !== undefined && one.stageOf === undefined ? { show: record.show } : {}),
    ...(record.adds !== undefined && one.stageOf === undefined ? { adds: record.adds } : {}),
    kind,
    sector,
    over,
    ...place,
    ...(one.stageOf !== undefined ? { stageOf: one.stageOf } : {}),
    ...(record.kind === 'input' ? { input: inputMeta(record, model) } : {}),
    ...(record.kind === 'constant' ? { value: record.value } : {}),
  };
}

function inputMeta(record: InputRecord | ItemInputRecord, model: Model): InputMeta {
  const set = model.sets.find((one) => one.id === record.over?.[0]);
  const { id, confidence, type, field, itemOnly, setting } = record;
  const { least, most, choices, prefer, balances, decided, presets } = record;
  const ranges =
    'values' in record
      ? (set?.items ?? []).flatMap((item) => record.values[item.id] ?? [])
      : [{ low: record.low, central: record.central, high: record.high }];
  return {
    ranges,
    confidence,
    ...(least !== undefined ? { least } : {}),
    ...(most !== undefined ? { most } : {}),
    type: type ?? 'number',
    ...(choices !== undefined ? { choices } : {}),
    field: field ?? id,
    itemOnly: itemOnly ?? false,
    ...(prefer !== undefined ? { prefer } : {}),
    ...(balances !== undefined ? { balances } : {}),
    ...(decided !== undefined ? { decided } : {}),
    setting: setting ?? false,
    ...(presets !== undefined ? { presets } : {}),
  };
}

function recordDocs(one: Planned): RecordDocs {
  const { record } = one;
  const own = one.stageOf === undefined;
  const engine: Partial<Record<'formula' | 'net' | 'initial', Expression>> = {
    ...(one.formula !== undefined ? { formula: one.formula } : {}),
    ...(one.net !== undefined ? { net: one.net } : {}),
    ...(one.initial !== undefined ? { initial: one.initial } : {}),
  };
  const parsed = { ...engine, ...one.stated };
  const printed = Object.fromEntries(Object.entries(engine).map(([part, tree]) => [part, printExpression(tree)]));
  const uses = new Set(Object.values(parsed).flatMap((expression) => [...references(expression)]));
  return {
    says: own ? record.says : `A part of the third-order delay ${one.stageOf}.`,
    source: own ? record.source : 'definition',
    ...(own && 'why' in record && record.why !== undefined ? { why: record.why } : {}),
    ...(own && 'grounds' in record && record.grounds !== undefined ? { grounds: record.grounds } : {}),
    ...(own && 'year' in record && record.year !== undefined ? { year: record.year } : {}),
    text: { ...printed, ...(own ? formulaTexts(record) : {}) },
    parsed,
    uses: [...uses].sort(),
  };
}

/** What decides a run's numbers, and nothing that is only read: equal texts give equal results. */
function essence(model: Model): string {
  const records = model.sectors
    .flatMap((sector) => sector.records)
    .map((record) => {
      const figures =
        'values' in record ? record.values : 'central' in record ? [record.low, record.central, record.high] : null;
      const value = record.kind === 'constant' ? record.value : null;
      const presets = 'presets' in record ? record.presets : null;
      return [record.id, record.kind, record.unit, record.over ?? [], formulaTexts(record), figures, value, presets];
    });
  return JSON.stringify([
    model.baseUnits,
    model.sets.map((set) => [set.id, set.most, set.items?.map((item) => item.id)]),
    records,
  ]);
}
