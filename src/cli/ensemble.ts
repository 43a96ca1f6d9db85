import {
  type Ensemble,
  type EnsembleOptions,
  ensemble as ensembleOf,
  loadDocuments,
  readTarget,
  type Scenario,
  type Target,
} from '../runs.ts';
import { ensembleCsv, ensembleLines } from './ensemble-table.ts';
import { asked, misuse } from './failure.ts';
import { loadScenario } from './load.ts';
import { long, STOPPED, told } from './long.ts';
import { readMonths, usualMonths } from './months.ts';
import { type CommonOptions, paperFor, put } from './shell.ts';

export interface EnsembleCommand extends CommonOptions {
  readonly members: number;
  readonly seed?: number;
  readonly method?: NonNullable<EnsembleOptions['method']>;
  /** Ids of series and headlines. */
  readonly series?: readonly string[];
  /** Targets in a line each, instead of the scenario's own. */
  readonly target?: readonly string[];
  /** Months of the rows. */
  readonly at?: readonly string[];
}

/** `buildout ensemble`: many runs with what is uncertain drawn at random, as bands, ranges and chances. */
export async function ensemble(name: string, options: EnsembleCommand): Promise<number> {
  const { format, members, seed, method, series, at } = options;
  if (at !== undefined && format !== 'table')
    throw misuse('--at chooses the rows of the table; csv and json hold every month');
  const scenario = await loadScenario(name, options.set);
  const targets = targetsFrom(scenario, options.target);
  const months = at === undefined ? fewMonths(scenario) : readMonths(at);
  const outside = months.find((month) => month < scenario.start || month > scenario.horizon);
  if (outside !== undefined)
    throw misuse(`--at ${outside} is outside the run, which goes from ${scenario.start} to ${scenario.horizon}`);
  const found = await long('members', members, (watch) =>
    ensembleOf(scenario, {
      ...watch,
      members,
      ...(seed !== undefined && { seed }),
      ...(method !== undefined && { method }),
      ...(series !== undefined && { ids: series }),
      ...(targets !== undefined && { targets }),
    }),
  );
  const code = await told(found.members, found.asked, 'members');
  if (code !== STOPPED) await put(await printed(found, months, options), options);
  return code;
}

async function printed(found: Ensemble, months: readonly string[], options: EnsembleCommand): Promise<string> {
  if (options.format === 'json') return JSON.stringify((await loadDocuments()).ensembleDocument(found));
  if (options.format === 'csv') return ensembleCsv(found);
  return ensembleLines(found, months, options.set ?? [], paperFor(options)).join('\n');
}

/** Targets by their own words; undefined without any, which means those of the scenario. */
export function targetsFrom(
  scenario: Scenario,
  lines: readonly string[] | undefined,
): Record<string, Target> | undefined {
  if (lines === undefined) return undefined;
  return Object.fromEntries(lines.map((line) => [line.trim(), asked(() => readTarget(scenario, line))]));
}

/** Bands take five columns, so that only a few months have rows: every fifth year, or what there is. */
function fewMonths(scenario: Scenario): string[] {
  const months = usualMonths(scenario);
  const fifth = months.filter((month) => Number(month.slice(0, 4)) % 5 === 0);
  return fifth.length > 0 ? fifth : months.slice(-3);
}
