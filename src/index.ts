/**
 * The one public door. Everything here works the same in Node, in a browser and in a worker; nothing reads a file.
 */
import { meta } from './generated/meta.ts';
import { unitTable } from './generated/units.ts';
import { headlines } from './model/headlines.ts';
import { type ReadOptions, shipped } from './runs.ts';

export { applySettings, readAmount, readTarget, setLever } from './settings.ts';

import { readScenario as read } from './scenario/read.ts';
import type { Scenario } from './scenario/types.ts';
import { writeScenario as write } from './scenario/write.ts';

export { checkProjection, type LawProblem } from './analysis/checks.ts';
export { type ClaimAnswer, claims } from './analysis/claims.ts';
export { type ExplainOptions, explain } from './analysis/explain.ts';
export {
  type CappingObservation,
  type ComparedObservation,
  type ErrorSummary,
  type Hindcast,
  hindcast,
  type UncomparedObservation,
} from './analysis/hindcast.ts';
export { type RealityRow, realityCheck } from './analysis/reality.ts';
export { type ReproducedView, type Reproduction, reproduce } from './export/reproduce.ts';
export {
  addMonths,
  type Claim,
  type ClaimChance,
  type ClaimChanceOptions,
  type ComparedNumber,
  type CompareOptions,
  type Comparison,
  type Confidence,
  type CsvOptions,
  claimChances,
  compare,
  type Distribution,
  type DistributionAt,
  distributionAt,
  drawTable,
  type Ensemble,
  type EnsembleOptions,
  type Explanation,
  ensemble,
  type HeadlineValue,
  type Importance,
  type ImportanceOptions,
  importance,
  type Language,
  type LeastChange,
  type Lever,
  type Library,
  leastChange,
  levers,
  loadDocs,
  loadDocuments,
  loadSeeds,
  type MemberColumn,
  type MemberTable,
  type MemberTableOptions,
  type Metric,
  model,
  monthsBetween,
  nearestName,
  type Observation,
  openScenario,
  type ParquetTable,
  type Problem,
  type Projection,
  type ProjectionDocument,
  parquetTable,
  prepareMetrics,
  publicGroups,
  type Quantity,
  type Question,
  type Range,
  type ReadOptions,
  type RecordDocs,
  type Region,
  type RegionOptions,
  type Runner,
  region,
  runTable,
  type Scenario,
  ScenarioError,
  type ScenarioItem,
  type Seeds,
  type SeekRequest,
  type Series,
  type SimulateOptions,
  type Sought,
  type Source,
  scenarios,
  seek,
  sentence,
  shipped,
  simulate,
  type Tag,
  type Target,
  type Tornado,
  type TornadoOptions,
  toCsv,
  toDocument,
  toJson,
  toMdl,
  toParquet,
  toReport,
  tornado,
  toXmile,
  type UncertainLever,
  uncertainLevers,
  type Wanted,
} from './runs.ts';

/**
 * Reads a scenario file, YAML or JSON. What it extends is looked for among the scenarios that ship, unless the library opens files too.
 * @throws ScenarioError with every problem in it, each with line, column and what would be accepted.
 */
export function readScenario(text: string, options: ReadOptions = {}): Scenario {
  return read(text, { library: shipped, ...options, meta, units: unitTable, headlines });
}

/** A scenario as a file that reads back to the same. */
export function writeScenario(scenario: Scenario): string {
  return write(scenario, { meta, units: unitTable, headlines });
}
