import { type Compiled, compileModel } from '../../src/engine/compile.ts';
import { type KernelLimits, kernelSource } from '../../src/engine/kernel.ts';
import type { Kernel } from '../../src/engine/meta.ts';
import type { Model, ModelRecord, SetDefinition } from '../../src/engine/types.ts';

/** A model of one sector, for tests. */
export function modelOf(
  records: readonly ModelRecord[],
  sets: readonly SetDefinition[] = [],
  more: Partial<Model> = {},
): Model {
  return {
    id: 'small',
    title: 'A small model',
    version: '1.0.0',
    baseUnits: ['USD', 'person'],
    sets,
    presets: [],
    sectors: [{ id: 'one', title: 'One', says: 'All of it.', records }],
    ...more,
  };
}

const base = { title: 'A title', says: 'What it says.', source: 'our assumption' } as const;

export function input(id: string, unit: string, central: number, more: Partial<ModelRecord> = {}): ModelRecord {
  return {
    ...base,
    kind: 'input',
    id,
    unit,
    low: central,
    central,
    high: central,
    confidence: 'low',
    ...more,
  } as ModelRecord;
}
export function constant(id: string, unit: string, value: number): ModelRecord {
  return { ...base, kind: 'constant', id, unit, value };
}
export function auxiliary(id: string, unit: string, formula: string, over: readonly string[] = []): ModelRecord {
  return { ...base, kind: 'auxiliary', id, unit, formula, over };
}
export function stock(
  id: string,
  unit: string,
  net: string,
  initial: string,
  over: readonly string[] = [],
): ModelRecord {
  return { ...base, kind: 'stock', id, unit, net, initial, over };
}
export function delay(
  id: string,
  unit: string,
  input: string,
  time: string,
  initial?: string,
  over: readonly string[] = [],
): ModelRecord {
  return { ...base, kind: 'delay', id, unit, input, time, over, ...(initial === undefined ? {} : { initial }) };
}

/** Compiles a model that must be sound. */
export function compile(model: Model): Compiled {
  const { problems, compiled } = compileModel(model);
  if (compiled === null) throw new Error(problems.map((one) => `${one.record} ${one.part}: ${one.message}`).join('\n'));
  return compiled;
}

/** The generated kernel, ready to run. */
export function generated(compiled: Compiled, limits?: KernelLimits): Kernel {
  return new Function(kernelSource(compiled.plan, 'js', limits))() as Kernel;
}
