import type { ModelMeta } from '../engine/meta.ts';
import { nearestName } from '../engine/nearest.ts';
import { BUILT_IN, type Expression } from '../engine/types.ts';
import { freeSets, references } from '../engine/walk.ts';
import { type Fault, faults } from './problems.ts';
import type { FormulaChecker } from './read-metrics.ts';
import { type Scope, seriesNames, seriesOf } from './series.ts';
import type { Metric } from './types.ts';

/**
 * Loads what reads formulas (mathjs with it, which is why it is loaded only when a file has metrics) and returns the checker
 * that `readScenario` takes as `formulas`.
 */
export async function loadFormulas(meta: Pick<ModelMeta, 'baseUnits'>): Promise<FormulaChecker> {
  const [{ parseFormula, FormulaError }, { inferUnit }, { unitSystem, UnitError, formatUnit }, { ratio }] =
    await Promise.all([
      import('../engine/parse.ts'),
      import('../engine/infer.ts'),
      import('../engine/units.ts'),
      import('../engine/unit-algebra.ts'),
    ]);
  const system = unitSystem(meta.baseUnits);

  /** The unit of a formula, or what is wrong with it. */
  const unitOf = (metric: Metric, scope: Scope, earlier: Readonly<Record<string, Metric>>) => {
    let expression: Expression;
    try {
      expression = parseFormula(metric.formula, { numbers: 'any', items: true });
    } catch (error) {
      if (error instanceof FormulaError) return [faults.formula(metric.formula, error.message)];
      throw error;
    }
    const unknown = unknownNames(expression, metric, scope, earlier);
    if (unknown.length > 0) return unknown;
    const said: string[] = [];
    const unit = inferUnit(
      expression,
      (id) => system.read(unitTextOf(id, scope, earlier)),
      (words) => said.push(words),
    );
    return said.length > 0 ? said.map((words) => faults.formula(metric.formula, words)) : { unit };
  };

  /** An earlier metric without a declared unit is in what its own formula gives. */
  const unitTextOf = (id: string, scope: Scope, earlier: Readonly<Record<string, Metric>>): string => {
    if (id === 'time' || id === 'time_step') return BUILT_IN[id];
    const metric = Object.hasOwn(earlier, id) ? earlier[id] : undefined;
    if (metric === undefined) return seriesUnit(id, scope);
    if (metric.unit !== undefined) return metric.unit;
    const inferred = unitOf(metric, scope, before(id, earlier));
    return 'unit' in inferred && inferred.unit !== null ? formatUnit(inferred.unit) : '1';
  };

  return (metric, scope, earlier) => {
    const found = unitOf(metric, scope, earlier);
    if (!('unit' in found)) return found;
    if (metric.unit === undefined || found.unit === null) return [];
    try {
      return ratio(found.unit, system.read(metric.unit)) === 1
        ? []
        : [faults.metricUnit(metric.unit, formatUnit(found.unit))];
    } catch (error) {
      if (error instanceof UnitError) return [faults.metricUnit(metric.unit, formatUnit(found.unit))];
      throw error;
    }
  };
}

/** The metrics that stand before one of them. */
function before(id: string, metrics: Readonly<Record<string, Metric>>): Record<string, Metric> {
  const entries = Object.entries(metrics);
  return Object.fromEntries(
    entries.slice(
      0,
      entries.findIndex(([name]) => name === id),
    ),
  );
}

function seriesUnit(id: string, { names }: Scope): string {
  return names.records.get(id.split('.')[0] ?? '')?.unit ?? '1';
}

/** Names that no run gives, and series of all items at once where one number is needed. */
function unknownNames(
  expression: Expression,
  metric: Metric,
  scope: Scope,
  earlier: Readonly<Record<string, Metric>>,
): Fault[] {
  const found: Fault[] = [];
  for (const id of references(expression)) {
    if (id === 'time' || id === 'time_step' || seriesOf(id, { ...scope, headlines: [] }, earlier) !== undefined)
      continue;
    // A record with items may stand bare inside a sum over them; what is left over is told below.
    if (scope.names.records.has(id)) continue;
    found.push(
      faults.formulaName(metric.formula, id, nearestName(id, seriesNames({ ...scope, headlines: [] }, earlier))),
    );
  }
  const over = (id: string): readonly string[] => {
    const record = scope.names.records.get(id);
    return record === undefined || record.adds === true ? [] : record.over;
  };
  for (const set of freeSets(expression, over)) found.push(faults.formulaItems(metric.formula, set));
  return found;
}
