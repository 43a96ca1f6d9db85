import { equal, ok } from 'uvu/assert';
import { runKernel } from '../../src/engine/simulate.ts';
import { kernel } from '../../src/generated/kernel.ts';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { agreement } from './agreement.ts';
import { runElsewhere } from './other-engine.ts';

/** Data centres alone, with several sites, chip plants alone, and both; what SDEverywhere needs for each is seconds. */
export const HELD = ['stargate-announced', 'stargate-central', 'fabs-7-trillion', 'stargate-and-fabs'];

export function shippedScenario(id: string): Scenario {
  const scenario = scenarios.find((one) => one.id === id);
  if (scenario === undefined) throw new Error(`no scenario ${id} ships`);
  return scenario;
}

/** Runs a shipped scenario here and in SDEverywhere, holds every value, and prints how many there were. */
export async function holdShipped(
  id: string,
  kind: 'vensim' | 'xmile',
  write: (scenario: Scenario) => string,
  idOf: (record: string, items: readonly string[]) => string,
): Promise<void> {
  const scenario = shippedScenario(id);
  const inputs = resolve(scenario, meta);
  const run = runKernel(kernel, meta, { ...inputs, keep: 'all' });
  const theirs = await runElsewhere(write(scenario), kind);
  const found = agreement(meta, run, inputs.items, theirs, idOf);
  equal(found.faults.slice(0, 20), []);
  const series = meta.records.reduce(
    (sum, { over }) => sum + over.reduce((product, set) => product * (inputs.items[set]?.length ?? 0), 1),
    0,
  );
  equal(found.series, series);
  equal(found.points, series * (inputs.steps + 1));
  ok(found.points > 50_000);
  const { points, equal: same, worst } = found;
  console.log(
    `${id} as ${kind}: ${series} series, ${points} points compared, ${same} equal to the bit, worst difference ${worst}`,
  );
}
