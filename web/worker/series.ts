import { seriesNames } from '../../src/analysis/rows.ts';
import { meta } from '../../src/generated/meta.ts';
import { runItems } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/types.ts';

/** Every series that a run of a scenario has: the model's, and its own metrics. */
export function seriesIds(scenario: Scenario): string[] {
  return [...seriesNames(meta, runItems(scenario, meta)).keys(), ...Object.keys(scenario.metrics)];
}
