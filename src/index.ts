/**
 * The one public door. Everything here works the same in Node, in a browser and in a worker; nothing reads a file.
 */
import type { RecordDocs } from './engine/meta.ts';
import type { Confidence, Range } from './engine/types.ts';
import { meta } from './generated/meta.ts';
import { scenarios } from './generated/scenarios.ts';
import { unitTable } from './generated/units.ts';
import { headlines } from './model/headlines.ts';
import type { Library } from './scenario/extends.ts';
import { type Lever, levers as leversOf } from './scenario/levers.ts';
import { openScenario as open } from './scenario/open.ts';
import { type ReadContext, readScenario as read } from './scenario/read.ts';
import type { Claim, Observation, Seeds, Source } from './scenario/seeds-types.ts';
import { applySettings as apply, setLever as set } from './scenario/set.ts';
import type { Quantity, Scenario } from './scenario/types.ts';
import { writeScenario as write } from './scenario/write.ts';

export { checkProjection, type LawProblem } from './analysis/checks.ts';
export { type ClaimAnswer, claims } from './analysis/claims.ts';
export { type CompareOptions, compare } from './analysis/compare.ts';
export { type ExplainOptions, explain } from './analysis/explain.ts';
export { prepareMetrics } from './analysis/formulas.ts';
export { publicGroups } from './analysis/groups.ts';
export {
  type CappingObservation,
  type ComparedObservation,
  type ErrorSummary,
  type Hindcast,
  hindcast,
  type UncomparedObservation,
} from './analysis/hindcast.ts';
export { type SimulateOptions, simulate } from './analysis/project.ts';
export { type RealityRow, realityCheck } from './analysis/reality.ts';
export type {
  ComparedNumber,
  Comparison,
  Explanation,
  HeadlineValue,
  Projection,
  Series,
  Tag,
} from './analysis/types.ts';
export { nearestName } from './engine/nearest.ts';
export { type CsvOptions, toCsv } from './export/csv.ts';
export { type ProjectionDocument, toDocument, toJson } from './export/json.ts';
export { addMonths, monthsBetween } from './scenario/dates.ts';
export { type Problem, ScenarioError, sentence } from './scenario/problems.ts';
export type { Distribution, Language, Metric, ScenarioItem, Target } from './scenario/types.ts';
export type { Claim, Confidence, Lever, Library, Observation, Quantity, Range, RecordDocs, Scenario, Seeds, Source };
export { meta as model, scenarios };

/** Words, formulas, equations and source ids of every record. Large, so it is loaded when somebody asks. */
export async function loadDocs(): Promise<Readonly<Record<string, RecordDocs>>> {
  return (await import('./generated/docs.ts')).docs;
}

/** The claims of the seed documents, the sources of the figures, and what has been observed since. Loaded when somebody asks. */
export async function loadSeeds(): Promise<Seeds> {
  return import('./generated/seeds.ts');
}

/**
 * A run of a scenario as one HTML file that holds everything it rests on and recomputes its own figures when it is opened, offline.
 * What writes it is large, and is loaded when somebody asks.
 * @throws RangeError for a metric whose formula cannot be read
 */
export async function toReport(scenario: Scenario): Promise<string> {
  return (await import('./export/report/report.ts')).toReport(scenario);
}

/** The whole model with a scenario's values, as a Vensim model file. What writes it is loaded when somebody asks. */
export async function toMdl(scenario: Scenario): Promise<string> {
  return (await import('./export/mdl.ts')).toMdl(scenario);
}

/** The whole model with a scenario's values, as an XMILE file. What writes it is loaded when somebody asks. */
export async function toXmile(scenario: Scenario): Promise<string> {
  return (await import('./export/xmile.ts')).toXmile(scenario);
}

/** What reading a file may need besides its text. */
export type ReadOptions = Pick<ReadContext, 'library' | 'name' | 'id'>;

/** Where `extends` finds what ships. */
export const shipped: Library = {
  names: scenarios.map(({ id }) => id ?? ''),
  shipped: (id) => scenarios.find((scenario) => scenario.id === id),
};

/**
 * Reads a scenario file, YAML or JSON. What it extends is looked for among the scenarios that ship, unless the library opens files too.
 * @throws ScenarioError with every problem in it, each with line, column and what would be accepted.
 */
export function readScenario(text: string, options: ReadOptions = {}): Scenario {
  return read(text, { library: shipped, ...options, meta, units: unitTable, headlines });
}

/**
 * As `readScenario`, and reads the formulas of metrics too, so that mistakes in them are told with all others and the metrics
 * can run. What reads formulas is large, and is loaded only for a text that could have some.
 * @throws ScenarioError with every problem in it, each with line, column and what would be accepted.
 */
export function openScenario(text: string, options: ReadOptions = {}): Promise<Scenario> {
  return open(text, { library: shipped, ...options, meta, units: unitTable, headlines });
}

/** A scenario as a file that reads back to the same. */
export function writeScenario(scenario: Scenario): string {
  return write(scenario, { meta, units: unitTable, headlines });
}

/** Every lever of a scenario with its value, unit, range and where the value comes from. */
export function levers(scenario: Scenario): Lever[] {
  return leversOf(scenario, meta);
}

/**
 * The same scenario with one lever at another value, in the lever's own unit; without a value, as if the file did not state it.
 * @throws RangeError for a name that is no lever of this scenario, with the nearest that is.
 */
export function setLever(scenario: Scenario, name: string, value?: number | Quantity): Scenario {
  return set(scenario, name, typeof value === 'number' ? { central: value } : value, meta);
}

/**
 * Applies "lever=value" texts, quantities as in files: "grid_wait=2 years".
 * @throws ScenarioError with every text that cannot be applied.
 */
export function applySettings(scenario: Scenario, settings: readonly string[]): Scenario {
  return apply(scenario, settings, { meta, units: unitTable, headlines });
}
