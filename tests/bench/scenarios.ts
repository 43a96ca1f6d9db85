import type { ModelMeta } from '../../src/engine/meta.ts';
import { type Run, runKernel } from '../../src/engine/simulate.ts';
import { kernel } from '../../src/generated/kernel.ts';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import { computed } from './model/compiled.ts';
import { duration, type Row, race } from './timing.ts';

const FEW = ['spending', 'committed_total', 'spent_total', 'jobs_total', 'revenue', 'free_cash_flow'];

/** The time of a run of each kind of shipped scenario, and what keeping fewer records saves. */
export function bench(): Row[] {
  return ['stargate-announced', 'stargate-central', 'fabs-7-trillion'].map((id) => {
    const scenario = scenarios.find((one) => one.id === id);
    if (scenario === undefined) throw new Error(`no scenario ${id}`);
    const inputs = resolve(scenario, meta);
    const all = computed(meta).map((record) => record.id);
    const [few, everything] = [FEW, all].map((keep) => runKernel(kernel, meta, { ...inputs, keep })) as [Run, Run];
    for (const name of FEW)
      if (few.values(name).some((value, k) => value !== everything.values(name)[k]))
        throw new Error(`${name} is another where few records are kept`);
    const runs = [FEW, all].map((keep) => () => void runKernel(kernel, meta, { ...inputs, keep }));
    const { best, ratios } = race(runs);
    const [part = Number.NaN, whole = Number.NaN] = best;
    const { sizes, steps } = inputs;
    const values = valuesOf(meta, sizes);
    return {
      what: `run of ${id}: six series kept against everything`,
      ratio: ratios[1] ?? Number.NaN,
      figures: {
        'values computed in a step': values,
        steps,
        'six series': duration(part),
        everything: duration(whole),
        'a value and step': duration(part / values / (steps + 1)),
      },
    };
  });
}

/** How many values a step computes: records times their items in this run. */
export function valuesOf(of: ModelMeta, sizes: Int32Array): number {
  const size = (set: string): number => sizes[of.sets.findIndex((one) => one.id === set)] ?? 1;
  return computed(of).reduce((sum, { over }) => sum + over.reduce((product, set) => product * size(set), 1), 0);
}
