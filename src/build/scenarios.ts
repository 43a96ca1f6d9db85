import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ModelMeta } from '../engine/meta.ts';
import {
  type FormulaReader,
  type HeadlineName,
  readScenario,
  ScenarioError,
  scenarioJsonSchema,
  type UnitTable,
} from '../scenario/build.ts';
import type { Scenario } from '../scenario/types.ts';
import { dataModule } from './model.ts';

/** What reading the shipped scenarios depends on: all of it from the model that is being built. */
export interface ScenarioBuild {
  readonly meta: ModelMeta;
  readonly units: UnitTable;
  readonly headlines: readonly HeadlineName[];
  readonly formulas: FormulaReader;
  /** Ids of the claims of the seeds, which items may stand on. */
  readonly claims: ReadonlySet<string>;
}

/** Scenarios that ship are mistaken. The message lists every mistake with its file. */
export class ShippedError extends Error {
  override name = 'ShippedError';
}

/** The order in menus and lists: the announcement first, then the story as the README tells it. Others follow by name. */
const ORDER: readonly string[] = [
  'stargate-announced',
  'stargate-first-100',
  'stargate-central',
  'funding-late',
  'power-late',
  'funding-and-power-late',
  'power-limited',
  'chip-limited',
  'money-limited',
  'stargate-stressed',
  'sites-reported',
  'compute-target-2026',
  'fabs-5-trillion',
  'fabs-7-trillion',
  'stargate-and-fabs',
];

/** -1, 0 or 1 as `sort` wants it. */
function byOrder(a: string, b: string): number {
  const place = (id: string): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return Math.sign(place(a) - place(b)) || (a < b ? -1 : 1);
}

/**
 * Reads and checks every scenario of a folder, each laid over what it extends.
 * @throws ShippedError with every mistake of every file
 */
export function readShipped(folder: string, build: ScenarioBuild): Scenario[] {
  const ids = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort(byOrder);
  const wrong = ids.filter((id) => !/^[a-z][a-z0-9-]*$/u.test(id));
  const mistakes: string[] = wrong.map(
    (id) => `${id}.yaml: a shipped file has a name of small letters, digits and hyphens`,
  );
  const textOf = (id: string): string => readFileSync(join(folder, `${id}.yaml`), 'utf8');
  const library = {
    names: ids,
    shipped: (id: string) => (ids.includes(id) ? { name: `${id}.yaml`, text: textOf(id) } : undefined),
  };
  const scenarios = ids.flatMap((id) => {
    try {
      return [readScenario(textOf(id), { ...build, library, id, name: `${id}.yaml` })];
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      mistakes.push(...error.problems.map((problem) => `${id}.yaml: ${problem.message}`));
      return [];
    }
  });
  if (mistakes.length > 0) throw new ShippedError(mistakes.join('\n'));
  return scenarios;
}

/**
 * The text of src/generated/scenarios.ts: what ships, checked, as data.
 * @throws ShippedError with every mistake of every file
 */
export function scenariosModule(folder: string, build: ScenarioBuild): string {
  return dataModule(
    "import type { Scenario } from '../scenario/types.ts';",
    'scenarios',
    'readonly Scenario[]',
    readShipped(folder, build),
  );
}

/** Writes the JSON Schema of scenario files, which the package publishes. */
export function writeJsonSchema(path: string, meta: ModelMeta, units: UnitTable): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(scenarioJsonSchema(meta, units), null, 2)}\n`);
}
