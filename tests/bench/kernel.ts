import { compileModel } from '../../src/engine/compile.ts';
import { kernelSource } from '../../src/engine/kernel.ts';
import type { Kernel, ModelMeta } from '../../src/engine/meta.ts';
import { defaultFrame } from '../../src/engine/simulate.ts';
import { kernel as shippedKernel } from '../../src/generated/kernel.ts';
import { meta as shippedMeta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import { compared, handWritten } from './hand.ts';
import { benchModel, figures, shares, waits } from './model.ts';
import { duration, type Row, race } from './timing.ts';

const STEPS = 60;

/** The bench model compiled, its inputs in a frame, and a kernel made from text, which only tests and benches may do. */
export function benchRun(): {
  meta: ModelMeta;
  kernel: Kernel;
  frame: Float64Array;
  sizes: Int32Array;
  equations: number;
} {
  const { compiled, problems } = compileModel(benchModel);
  if (compiled === null) throw new Error(problems.map((one) => `${one.record}: ${one.message}`).join('\n'));
  const { meta, plan } = compiled;
  const kernel = new Function(kernelSource(plan, 'js'))() as Kernel;
  const frame = defaultFrame(meta);
  const slot = (id: string) => meta.records.find((record) => record.id === id)?.slot ?? Number.NaN;
  frame.set(shares, slot('share'));
  frame.set(waits, slot('wait'));
  const equations = meta.records.filter((record) => record.kind !== 'input' && record.kind !== 'constant').length;
  return { meta, kernel, frame, sizes: Int32Array.of(shares.length), equations };
}

/** Rows of `out` for the records named, in their order. */
function keepOf(meta: ModelMeta, ids: readonly string[]): Int32Array {
  const keep = new Int32Array(meta.frameSize).fill(-1);
  for (const [row, id] of ids.entries()) {
    const record = meta.records.find((one) => one.id === id);
    if (record?.size !== 1) throw new Error(`"${id}" is no single value of the model`);
    keep[record.slot] = row;
  }
  return keep;
}

/** Our generated kernel against the same equations written by hand; results equal first. */
function generatedAgainstHand(): Row {
  const { meta, kernel, frame, sizes, equations } = benchRun();
  const names = [...compared, 'all_emitted'].slice(0, compared.length);
  const keep = keepOf(meta, names);
  const ours = new Float64Array(names.length * (STEPS + 1));
  const theirs = new Float64Array(ours.length);
  const run = () => kernel(frame, sizes, STEPS, 1, keep, ours);
  const hand = () => handWritten(STEPS, 1, figures, theirs);
  run();
  hand();
  let farthest = 0;
  for (const [index, value] of ours.entries()) {
    const other = theirs[index] ?? Number.NaN;
    const apart = Math.abs(value - other) / Math.max(1e-9, Math.abs(other));
    if (!(apart <= 1e-9))
      throw new Error(`${names[Math.floor(index / (STEPS + 1))]} at ${index % (STEPS + 1)}: ${value} and ${other}`);
    farthest = Math.max(farthest, apart);
  }
  const [generated = 0, written = 0] = race([run, hand]);
  return {
    what: 'generated kernel against the same loop by hand',
    ratio: generated / written,
    most: 1.1,
    figures: {
      equations,
      sites: shares.length,
      steps: STEPS,
      points: ours.length,
      'farthest apart': farthest,
      generated: duration(generated),
      'by hand': duration(written),
    },
  };
}

/** The time of a run of each kind of shipped scenario, and what keeping fewer records saves. */
function shippedRuns(): Row[] {
  return ['stargate-announced', 'stargate-central', 'fabs-7-trillion'].map((id) => {
    const scenario = scenarios.find((one) => one.id === id);
    if (scenario === undefined) throw new Error(`no scenario ${id}`);
    const { frame, sizes, steps, step } = resolve(scenario, shippedMeta);
    const all = new Int32Array(shippedMeta.frameSize).map((_, place) => place);
    const few = keepOf(shippedMeta, [
      'spending',
      'committed_total',
      'spent_total',
      'jobs_total',
      'revenue',
      'free_cash_flow',
    ]);
    const much = new Float64Array(shippedMeta.frameSize * (steps + 1));
    const little = new Float64Array(8 * (steps + 1));
    const [whole = 0, part = 0] = race([
      () => shippedKernel(frame, sizes, steps, step, all, much),
      () => shippedKernel(frame, sizes, steps, step, few, little),
    ]);
    const equations = shippedMeta.records.reduce((sum, record) => {
      if (record.kind === 'input' || record.kind === 'constant') return sum;
      return (
        sum +
        record.over.reduce((size, set) => size * (sizes[shippedMeta.sets.findIndex((one) => one.id === set)] ?? 1), 1)
      );
    }, 0);
    return {
      what: `run of ${id}: 6 series kept against everything`,
      ratio: part / whole,
      figures: {
        values: equations,
        steps,
        everything: duration(whole),
        'six series': duration(part),
        'per value and step': `${((whole / equations / (steps + 1)) * 1e6).toFixed(2)} ns`,
      },
    };
  });
}

export function bench(): Row[] {
  return [generatedAgainstHand(), ...shippedRuns()];
}
