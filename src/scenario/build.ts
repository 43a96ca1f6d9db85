/** What the build needs of scenarios: everything that takes the model as an argument, and nothing that is generated. */
export { loadFormulas } from './formulas.ts';
export { ScenarioError } from './problems.ts';
export { readScenario } from './read.ts';
export type { FormulaReader } from './read-metrics.ts';
export { scenarioJsonSchema } from './schema.ts';
export type { HeadlineName } from './series.ts';
export type { UnitTable } from './unit.ts';
