import { type Compiled, compileModel } from '../../../src/engine/compile.ts';
import { kernelSource } from '../../../src/engine/kernel.ts';
import type { Kernel, ModelMeta } from '../../../src/engine/meta.ts';
import { defaultFrame } from '../../../src/engine/simulate.ts';
import type { Model } from '../../../src/engine/types.ts';
import { type EquationSystem, equationsOf } from '../../../src/export/equations.ts';
import { compared } from './hand.ts';
import { benchModel, shares, waits } from './model.ts';

export const STEPS = 60;

/** The bench model compiled, its inputs in a frame. */
export interface BenchRun {
  readonly meta: ModelMeta;
  readonly kernel: Kernel;
  readonly frame: Float64Array;
  readonly sizes: Int32Array;
  /** Records that are computed, delays' stages included. */
  readonly equations: number;
  /** The same with its inputs as equations, for other engines. */
  readonly system: EquationSystem;
}

/** A model's kernel made from text, which only tests and benches may do. @throws Error with what is wrong with the model */
export function compiledKernel(model: Model): { compiled: Compiled; kernel: Kernel } {
  const { compiled, problems } = compileModel(model);
  if (compiled === null) throw new Error(problems.map((one) => `${one.record}: ${one.message}`).join('\n'));
  return { compiled, kernel: new Function(kernelSource(compiled.plan, 'js'))() as Kernel };
}

export function benchRun(): BenchRun {
  const { compiled, kernel } = compiledKernel(benchModel);
  const { meta, docs } = compiled;
  const frame = defaultFrame(meta);
  const slot = (id: string) => meta.records.find((record) => record.id === id)?.slot ?? Number.NaN;
  frame.set(shares, slot('share'));
  frame.set(waits, slot('wait'));
  const items = { sites: shares.map((_, n) => ({ id: `s${n + 1}`, title: `Site ${n + 1}` })) };
  const system = equationsOf({
    title: 'Bench',
    description: 'The bench model.',
    meta,
    docs,
    inputs: { frame: Float64Array.from(frame), items, steps: STEPS, step: 1 },
  });
  return { meta, kernel, frame, sizes: Int32Array.of(shares.length), equations: computed(meta).length, system };
}

/** Records that a run computes. */
export function computed(meta: ModelMeta): ModelMeta['records'] {
  return meta.records.filter((record) => record.kind !== 'input' && record.kind !== 'constant');
}

/** Rows of `out` for the records named, in their order. */
export function keepOf(meta: ModelMeta, ids: readonly string[]): Int32Array {
  const keep = new Int32Array(meta.frameSize).fill(-1);
  for (const [row, id] of ids.entries()) {
    const record = meta.records.find((one) => one.id === id);
    if (record?.size !== 1) throw new Error(`"${id}" is no single value of the model`);
    keep[record.slot] = row;
  }
  return keep;
}

/**
 * Two results of the bench model, a row of steps + 1 values for each of `ids`, must be the same, or there is nothing to compare.
 * @returns the farthest that two of their points are apart, relative
 * @throws Error for the first point that is farther apart than 1e-9, or that is no number
 */
export function agreement(
  ours: ArrayLike<number>,
  theirs: ArrayLike<number>,
  ids: readonly string[] = compared,
  steps = STEPS,
): number {
  const length = ids.length * (steps + 1);
  if (ours.length !== length || theirs.length !== length)
    throw new Error(`${ours.length} and ${theirs.length} points where ${length} belong`);
  let farthest = 0;
  for (let n = 0; n < length; n += 1) {
    const [a, b] = [ours[n]!, theirs[n]!];
    const apart = Math.abs(a - b) / Math.max(1e-9, Math.abs(b));
    if (!(apart <= 1e-9)) throw new Error(`${ids[Math.floor(n / (steps + 1))]} at ${n % (steps + 1)}: ${a} and ${b}`);
    farthest = Math.max(farthest, apart);
  }
  return farthest;
}
