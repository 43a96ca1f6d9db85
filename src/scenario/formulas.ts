import type { ModelMeta } from '../engine/meta.ts';
import { nearestName } from '../engine/nearest.ts';
import { BUILT_IN, type Expression } from '../engine/types.ts';
import { parts, references } from '../engine/walk.ts';
import { type Fault, faults } from './problems.ts';
import type { FormulaReader } from './read-metrics.ts';
import { type Scope, seriesNames, seriesOf } from './series.ts';
import type { Metric } from './types.ts';

/**
 * Loads what reads formulas and returns the reader that `readScenario` takes as `formulas`. mathjs comes with it, so this is
 * called only for a file that has metrics; see `openScenario`.
 */
export function loadFormulas(meta: Pick<ModelMeta, 'baseUnits'>): Promise<FormulaReader> {
  const known = loaded.get(meta) ?? load(meta);
  loaded.set(meta, known);
  return known;
}

const loaded = new WeakMap<Pick<ModelMeta, 'baseUnits'>, Promise<FormulaReader>>();

async function load(meta: Pick<ModelMeta, 'baseUnits'>): Promise<FormulaReader> {
  const [
    { parseFormula, FormulaError },
    { inferUnit },
    { unitSystem, UnitError, formatUnit },
    { ratio, DIMENSIONLESS },
  ] = await Promise.all([
    import('../engine/parse.ts'),
    import('../engine/infer.ts'),
    import('../engine/units.ts'),
    import('../engine/unit-algebra.ts'),
  ]);
  const system = unitSystem(meta.baseUnits);

  return ({ formula, unit: declared }, scope, earlier) => {
    let expression: Expression;
    try {
      expression = parseFormula(formula, { numbers: 'any', items: true });
    } catch (error) {
      if (error instanceof FormulaError) return [faults.formula(formula, error.message)];
      throw error;
    }
    const wrong = wrongParts(expression, formula, scope, earlier);
    if (wrong.length > 0) return wrong;

    const said: string[] = [];
    const inferred = inferUnit(
      expression,
      (id) => system.read(unitText(id, scope, earlier)),
      (words) => said.push(words),
    );
    if (said.length > 0) return said.map((words) => faults.formula(formula, words));
    // A formula that is 0 whatever happens fits every unit.
    const unit = inferred ?? DIMENSIONLESS;
    if (declared === undefined) return { expression, unit: formatUnit(unit) };
    try {
      const wanted = system.read(declared);
      const fits = inferred === null || ratio(inferred, wanted) === 1;
      return fits ? { expression, unit: formatUnit(wanted) } : [faults.metricUnit(declared, formatUnit(unit))];
    } catch (error) {
      if (error instanceof UnitError) return [faults.metricUnit(declared, formatUnit(unit))];
      throw error;
    }
  };
}

function unitText(id: string, { names }: Scope, earlier: Readonly<Record<string, Metric>>): string {
  if (id === 'time' || id === 'time_step') return BUILT_IN[id];
  const metric = Object.hasOwn(earlier, id) ? earlier[id] : undefined;
  return metric?.parsed?.unit ?? metric?.unit ?? names.records.get(id.split('.')[0] ?? '')?.unit ?? '1';
}

/** Names that no run gives, and sums, which a run gives ready-made. */
function wrongParts(
  expression: Expression,
  formula: string,
  scope: Scope,
  earlier: Readonly<Record<string, Metric>>,
): Fault[] {
  const series: Scope = { ...scope, headlines: [] };
  const found: Fault[] = [];
  for (const id of references(expression)) {
    if (id === 'time' || id === 'time_step' || seriesOf(id, series, earlier) !== undefined) continue;
    const record = scope.names.records.get(id);
    if (record === undefined)
      found.push(faults.formulaName(formula, id, nearestName(id, seriesNames(series, earlier))));
    else found.push(faults.formulaItems(formula, id, `${id}.${firstItem(record.over[0] ?? '', scope)}`));
  }
  if (hasSum(expression)) found.push(faults.formulaSum(formula));
  return found;
}

function hasSum(expression: Expression): boolean {
  return expression.kind === 'sum' || parts(expression).some(hasSum);
}

function firstItem(set: string, { names, items }: Scope): string {
  const own = [...items].find(([, kind]) => kind === set)?.[0];
  return names.sets.get(set)?.items?.[0]?.id ?? own ?? 'ID';
}
