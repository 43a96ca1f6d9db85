import type { Unit } from '../engine/unit-algebra.ts';
import { meta } from '../generated/meta.ts';
import { runItems } from '../scenario/resolve.ts';
import type { Metric, Scenario } from '../scenario/types.ts';
import { seriesNames } from './rows.ts';

/**
 * Reads the formulas of a scenario's metrics, so that `simulate` gives them as series. What reads formulas is large and is loaded only
 * here, and only for a scenario that has metrics not read yet.
 * @returns the same scenario, or one whose metrics carry their trees and units.
 * @throws RangeError with the metric's id for a formula that cannot be read or uses what there is none of.
 */
export async function prepareMetrics(scenario: Scenario): Promise<Scenario> {
  const metrics = Object.entries(scenario.metrics);
  if (metrics.every(([, metric]) => metric.parsed !== undefined)) return scenario;
  const { parseFormula } = await import('../engine/parse.ts');
  const { formatUnit, unitSystem } = await import('../engine/units.ts');
  const { inferUnit } = await import('../engine/infer.ts');
  const system = unitSystem(meta.baseUnits);
  const names = seriesNames(meta, runItems(scenario, meta));
  const done = new Map<string, Metric>();
  const unitOf = (id: string): Unit => {
    if (id === 'time' || id === 'time_step') return system.read('month');
    const unit = names.get(id)?.record.unit ?? done.get(id)?.parsed?.unit;
    if (unit === undefined) throw new RangeError(`"${id}" is no series of this scenario`);
    return system.read(unit);
  };
  for (const [id, metric] of metrics) {
    const say = (words: string): never => {
      throw new RangeError(`the metric "${id}": ${words}`);
    };
    try {
      const expression = parseFormula(metric.formula, { numbers: 'any', items: true });
      const unit = metric.unit ?? formatUnit(inferUnit(expression, unitOf, say) ?? system.read('1'));
      done.set(id, { ...metric, parsed: { expression, unit } });
    } catch (error) {
      if (error instanceof RangeError) throw error;
      say(error instanceof Error ? error.message : String(error));
    }
  }
  return { ...scenario, metrics: Object.fromEntries(done) };
}
