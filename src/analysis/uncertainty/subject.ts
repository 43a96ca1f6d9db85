import type { Kernel, ModelMeta } from '../../engine/meta.ts';
import { frameWriter } from '../../scenario/resolve.ts';
import type { Scenario } from '../../scenario/types.ts';
import { timesOf } from '../dates.ts';
import { type Output, planOutputs } from './outputs.ts';

/** What is run many times: numbers in, numbers out. */
export interface Subject {
  /** The levers that a run is given values for, in their order. */
  readonly levers: readonly string[];
  /** What a run gives: series first, then headlines. */
  readonly outputs: readonly Output[];
  /** Decimal calendar years of a series' values. */
  readonly times: Float64Array;
  /** Numbers a run gives: those of each series and one a headline. */
  readonly width: number;
  /** One run. What it gives is the same whatever ran before. */
  run(values: Float64Array, into: Float64Array, offset: number): void;
}

/**
 * A scenario as something that is run many times: one frame and one place for results serve all runs, only what the levers set is
 * written again, and only what the outputs need is kept.
 * @param enough  steps after which nothing more is wanted: later ones change nothing before them. No headline is what it is then.
 * @throws RangeError for a lever or an output that this scenario does not have
 */
export function subjectOf(
  scenario: Scenario,
  model: { readonly meta: ModelMeta; readonly kernel: Kernel },
  levers: readonly string[],
  ids: readonly string[],
  enough?: number,
): Subject {
  const { meta, kernel } = model;
  const writer = frameWriter(scenario, meta, levers);
  const { frame, sizes, step } = writer.inputs;
  const steps = Math.min(writer.inputs.steps, enough ?? writer.inputs.steps);
  const plan = planOutputs(scenario, meta, { ...writer.inputs, steps }, ids);
  const kept = new Float64Array(plan.room);
  return {
    levers,
    outputs: plan.outputs,
    times: timesOf(scenario, steps),
    width: plan.width,
    run(values, into, offset) {
      writer.write(values);
      kernel(frame, sizes, steps, step, plan.keep, kept);
      plan.read(kept, into, offset);
    },
  };
}
