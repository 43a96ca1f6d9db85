/**
 * The part of the public door behind which nothing heavy stands: what ships, a run and its numbers, levers. The command line
 * starts with it; what reads files or holds the words of every record is in `index.ts`, or is loaded when somebody asks.
 */
import type { Question, Wanted } from './analysis/uncertainty/ask.ts';
import type { LeastChange } from './analysis/uncertainty/change.ts';
import type { ClaimChance, ClaimChanceOptions } from './analysis/uncertainty/claim-chances.ts';
import type { DistributionAt } from './analysis/uncertainty/distribution.ts';
import type { Ensemble, EnsembleOptions } from './analysis/uncertainty/ensemble.ts';
import type { Importance, ImportanceOptions } from './analysis/uncertainty/importance.ts';
import type { MemberColumn, MemberTable, MemberTableOptions } from './analysis/uncertainty/member-table.ts';
import type { Region, RegionOptions } from './analysis/uncertainty/region.ts';
import type { Runner } from './analysis/uncertainty/runner.ts';
import type { SeekRequest, Sought } from './analysis/uncertainty/seek.ts';
import type { Tornado, TornadoOptions } from './analysis/uncertainty/tornado.ts';
import type { UncertainLever } from './analysis/uncertainty/uncertain.ts';
import type { RecordDocs } from './engine/meta.ts';
import type { Confidence, Range } from './engine/types.ts';
import type { ParquetTable } from './export/parquet.ts';
import { meta } from './generated/meta.ts';
import { scenarios } from './generated/scenarios.ts';
import type { Library } from './scenario/extends.ts';
import { type Lever, levers as leversOf } from './scenario/levers.ts';
import type { ReadContext } from './scenario/read.ts';
import type { Claim, Observation, Seeds, Source } from './scenario/seeds-types.ts';
import type { Quantity, Scenario, Target } from './scenario/types.ts';

export { type CompareOptions, compare } from './analysis/compare.ts';
export { prepareMetrics } from './analysis/formulas.ts';
export { publicGroups } from './analysis/groups.ts';
export { type SimulateOptions, simulate } from './analysis/project.ts';
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
export type { Distribution, Language, Metric, ScenarioItem } from './scenario/types.ts';
export type {
  Claim,
  ClaimChance,
  ClaimChanceOptions,
  Confidence,
  DistributionAt,
  Ensemble,
  EnsembleOptions,
  Importance,
  ImportanceOptions,
  LeastChange,
  Lever,
  Library,
  MemberColumn,
  MemberTable,
  MemberTableOptions,
  Observation,
  ParquetTable,
  Quantity,
  Question,
  Range,
  RecordDocs,
  Region,
  RegionOptions,
  Runner,
  Scenario,
  Seeds,
  SeekRequest,
  Sought,
  Source,
  Target,
  Tornado,
  TornadoOptions,
  UncertainLever,
  Wanted,
};
export { meta as model, scenarios };

/** Words, formulas, equations and source ids of every record. Large, so it is loaded when somebody asks. */
export async function loadDocs(): Promise<Readonly<Record<string, RecordDocs>>> {
  return (await import('./generated/docs.ts')).docs;
}

/** The claims of the seed documents, the sources of the figures, and what has been observed since. Loaded when somebody asks. */
export async function loadSeeds(): Promise<Seeds> {
  return import('./generated/seeds.ts');
}

/** Where `extends` finds what ships. */
export const shipped: Library = {
  names: scenarios.map(({ id }) => id ?? ''),
  shipped: (id) => scenarios.find((scenario) => scenario.id === id),
};

/** What reading a file may need besides its text. */
export type ReadOptions = Pick<ReadContext, 'library' | 'name' | 'id'>;

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

/**
 * Many runs with the uncertain levers drawn at random: bands over time, the headlines' ranges, the chances of targets. What this
 * and the next ones need is loaded when somebody asks.
 * @throws RangeError for names that this scenario does not have, contradicting correlations, or a number of members that is none
 */
export async function ensemble(scenario: Scenario, options: EnsembleOptions = {}): Promise<Ensemble> {
  return (await import('./analysis/uncertainty/ensemble.ts')).ensemble(scenario, options);
}

/**
 * Each uncertain lever by itself at its low and its high end, and what that does to an output.
 * @throws RangeError for an output that there is none of, or a month outside the run
 */
export async function tornado(scenario: Scenario, question: Question, options: TornadoOptions = {}): Promise<Tornado> {
  return (await import('./analysis/uncertainty/tornado.ts')).tornadoInSteps(scenario, question, options);
}

/**
 * How much of an output's variance each lever brings: Sobol' indices with their errors, and rank correlations.
 * @throws RangeError for an output that there is none of, or too few members
 */
export async function importance(
  scenario: Scenario,
  question: Question,
  options: ImportanceOptions = {},
): Promise<Importance> {
  return (await import('./analysis/uncertainty/importance.ts')).importance(scenario, question, options);
}

/**
 * What one lever or several would have to be for an output to be what is wanted, or what comes closest and why no more.
 * @throws RangeError for names that this scenario does not have, locked levers, and ends that leave nothing
 */
export async function seek(scenario: Scenario, request: SeekRequest): Promise<Sought> {
  return (await import('./analysis/uncertainty/seek.ts')).seek(scenario, request);
}

/**
 * Where two levers may be so that all targets hold.
 * @throws RangeError for levers, targets or months that the scenario does not have, locked levers, and no targets
 */
export async function region(
  scenario: Scenario,
  axes: readonly [string, string],
  options: RegionOptions = {},
): Promise<Region> {
  return (await import('./analysis/uncertainty/region.ts')).region(scenario, axes, options);
}

/** The least change that makes a target hold: single levers that would do, else a few together, else how far all could go. */
export async function leastChange(scenario: Scenario, wanted: Wanted): Promise<LeastChange> {
  return (await import('./analysis/uncertainty/change.ts')).leastChange(scenario, wanted);
}

/** How likely each claim of the seed documents is to hold in a scenario, and the least change that makes it hold. */
export async function claimChances(scenario: Scenario, options: ClaimChanceOptions = {}): Promise<ClaimChance[]> {
  return (await import('./analysis/uncertainty/claim-chances.ts')).claimChances(scenario, options);
}

/** The levers that an ensemble draws, with their distributions; those that balance name their group. */
export async function uncertainLevers(scenario: Scenario): Promise<UncertainLever[]> {
  return (await import('./analysis/uncertainty/uncertain.ts')).uncertainLevers(scenario);
}

/**
 * What one number is over an ensemble's members: all values in order, and a histogram.
 * @throws RangeError for what the ensemble has not kept, or a month that it has no values in
 */
export async function distributionAt(found: Ensemble, question: Question): Promise<DistributionAt> {
  return (await import('./analysis/uncertainty/distribution.ts')).distributionAt(found, question);
}

/**
 * What is drawn for each member and what comes of it, a row a member.
 * @throws RangeError for names that this scenario does not have, months outside the run, or a number of members that is none
 */
export async function drawTable(scenario: Scenario, options: MemberTableOptions = {}): Promise<MemberTable> {
  return (await import('./analysis/uncertainty/member-table.ts')).drawTable(scenario, options);
}

/**
 * Every member's whole run, a row a member and time.
 * @throws RangeError for names that this scenario does not have, headlines, or a number of members that is none
 */
export async function runTable(scenario: Scenario, options: Omit<MemberTableOptions, 'at'> = {}): Promise<MemberTable> {
  return (await import('./analysis/uncertainty/member-table.ts')).runTable(scenario, options);
}

/** An ensemble's bands as a Parquet file. What writes it is loaded when somebody asks, here and for the next. */
export async function toParquet(found: Ensemble): Promise<Uint8Array<ArrayBuffer>> {
  return (await import('./export/parquet.ts')).ensembleParquet(found);
}

/** A table of members as a Parquet file that is written piece by piece. */
export async function parquetTable(columns: readonly MemberColumn[]): Promise<ParquetTable> {
  return (await import('./export/parquet.ts')).parquetTable(columns);
}

/** Plain data for JSON, of what the commands of uncertainty print. */
export function loadDocuments(): Promise<typeof import('./analysis/uncertainty/documents.ts')> {
  return import('./analysis/uncertainty/documents.ts');
}

/**
 * Reads a scenario file, YAML or JSON, with the formulas of its metrics, so that mistakes in them are told with all others and the metrics can
 * run. What it extends is looked for among the scenarios that ship, unless the library opens files too. What reads files is loaded when somebody
 * asks, and what reads formulas only for a text that could have some.
 * @throws ScenarioError with every problem in it, each with line, column and what would be accepted.
 */
export async function openScenario(text: string, options: ReadOptions = {}): Promise<Scenario> {
  const [{ openScenario: open }, { unitTable: units }, { headlines }] = await Promise.all([
    import('./scenario/open.ts'),
    import('./generated/units.ts'),
    import('./model/headlines.ts'),
  ]);
  return open(text, { library: shipped, ...options, meta, units, headlines });
}

/** Every lever of a scenario with its value, unit, range and where the value comes from. */
export function levers(scenario: Scenario): Lever[] {
  return leversOf(scenario, meta);
}
