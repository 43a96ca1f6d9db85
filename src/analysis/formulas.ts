import { meta } from '../generated/meta.ts';
import { loadFormulas } from '../scenario/formulas.ts';
import { itemKinds, namesOf } from '../scenario/names.ts';
import { sentence } from '../scenario/problems.ts';
import type { Metric, Scenario } from '../scenario/types.ts';

/**
 * Reads the formulas of a scenario's metrics that have not been read with the file, so that `simulate` gives them as series. What reads
 * formulas is large and is loaded only here, and only where it is needed.
 * @returns the same scenario, or one whose metrics carry their trees and units.
 * @throws RangeError with the metric's id for a formula that cannot be read or uses what there is none of.
 */
export async function prepareMetrics(scenario: Scenario): Promise<Scenario> {
  const metrics = Object.entries(scenario.metrics);
  if (metrics.every(([, metric]) => metric.parsed !== undefined)) return scenario;
  const read = await loadFormulas(meta);
  const scope = { names: namesOf(meta), items: itemKinds(scenario), headlines: [] };
  const done: Record<string, Metric> = {};
  for (const [id, metric] of metrics) {
    const parsed = read(metric, scope, done);
    if (!('expression' in parsed)) throw new RangeError(`the metric "${id}": ${parsed.map(sentence).join('; ')}`);
    done[id] = { ...metric, parsed };
  }
  return { ...scenario, metrics: done };
}
