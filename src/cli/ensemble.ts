import {
  type DistributionAt,
  distributionAt,
  type Ensemble,
  type EnsembleOptions,
  ensemble as ensembleOf,
  loadDocuments,
  type Scenario,
  type Target,
  toParquet,
} from '../runs.ts';
import { readTarget } from '../settings.ts';
import { distributionCsv, distributionLines } from './distribution.ts';
import { ensembleCsv, ensembleLines } from './ensemble-table.ts';
import { asked, askedLater, misuse } from './failure.ts';
import { loadScenario } from './load.ts';
import { long, STOPPED, told } from './long.ts';
import { memberRows, type RowFormat, type RowKind, refuseTerminal } from './member-rows.ts';
import { readMonths, usualMonths } from './months.ts';
import { type CommonOptions, outlet, paperFor, put } from './shell.ts';

export interface EnsembleCommand extends Omit<CommonOptions, 'format'> {
  readonly format: CommonOptions['format'] | 'parquet';
  readonly members: number;
  readonly seed?: number;
  readonly method?: NonNullable<EnsembleOptions['method']>;
  /** Ids of series and headlines. */
  readonly series?: readonly string[];
  /** Targets in a line each, instead of the scenario's own. */
  readonly target?: readonly string[];
  /** The one series or headline whose distribution is wanted. */
  readonly of?: string;
  /** Months of the table's rows, of draws, or the one of a distribution. */
  readonly at?: readonly string[];
  readonly rows: 'bands' | RowKind;
  /** Bands are of the difference from this scenario. */
  readonly against?: string;
}

/** `buildout ensemble`: many runs with what is uncertain drawn at random, as bands, ranges and chances, or laid open member by member. */
export async function ensemble(name: string, options: EnsembleCommand): Promise<number> {
  const { format, members, seed, method, series, of, rows } = options;
  refuseTogether(options);
  refuseTerminal(format, options);
  const scenario = await loadScenario(name, options.set);
  const months = monthsFor(scenario, options.at);
  const sampling = { members, ...(seed !== undefined && { seed }), ...(method !== undefined && { method }) };
  const ids = [...new Set([...(series ?? []), ...(of === undefined ? [] : [of])])];
  const chosen = ids.length === 0 ? {} : { ids };
  if (rows !== 'bands') {
    const at = months === undefined ? {} : { at: months };
    return memberRows(scenario, rows, format as RowFormat, { ...sampling, ...chosen, ...at }, options);
  }
  const targets = targetsFrom(scenario, options.target);
  const against = options.against === undefined ? undefined : await loadScenario(options.against);
  const found = await long('members', members, (watch) =>
    ensembleOf(scenario, {
      ...watch,
      ...sampling,
      ...chosen,
      // The scenario's own targets are of itself, not of a difference.
      ...(targets !== undefined ? { targets } : against !== undefined && { targets: {} }),
      ...(against !== undefined && { against }),
    }),
  );
  const question = of === undefined ? undefined : { of, ...(months?.[0] !== undefined && { at: months[0] }) };
  const one = question && (await askedLater(() => distributionAt(found, question)));
  const code = await told(found.members, found.asked, 'members');
  if (code === STOPPED) return code;
  if (format === 'parquet') await putBytes(await toParquet(found), options);
  else await put(await printed(found, one, months ?? fewMonths(scenario), { ...options, format }), options);
  return code;
}

/** Options that go together with others only. @throws Failure */
function refuseTogether({ format, of, at, rows, target, against }: EnsembleCommand): void {
  if (of !== undefined && at !== undefined && at.length > 1)
    throw misuse('--of shows the distribution of one number: name one month with --at');
  if (of !== undefined && (format === 'parquet' || rows !== 'bands'))
    throw misuse('--of shows a distribution as table, csv or json; the values themselves are in --rows draws');
  if (rows === 'runs' && at !== undefined) throw misuse('--rows runs holds every month: leave --at out');
  if (rows !== 'bands' && target !== undefined)
    throw misuse(`--target asks for a chance, which --rows ${rows} does not hold`);
  if (rows !== 'bands' && against !== undefined)
    throw misuse(`--against gives bands of a difference, which --rows ${rows} does not hold`);
  if (rows !== 'bands' && format === 'table')
    throw misuse(`--rows ${rows} is for files: add --format csv${rows === 'runs' ? '' : ', json'} or parquet`);
  if (rows === 'bands' && of === undefined && at !== undefined && format !== 'table')
    throw misuse(`--at chooses the rows of the table; ${format} holds every month`);
}

async function printed(
  found: Ensemble,
  one: DistributionAt | undefined,
  months: readonly string[],
  options: CommonOptions,
): Promise<string> {
  const { format, set = [] } = options;
  if (format === 'json') {
    const { distributionDocument, ensembleDocument } = await loadDocuments();
    const document = ensembleDocument(found);
    return JSON.stringify(one === undefined ? document : { ...document, distribution: distributionDocument(one) });
  }
  if (format === 'csv') return one === undefined ? ensembleCsv(found) : distributionCsv(one);
  const paper = paperFor(options);
  const lines =
    one === undefined ? ensembleLines(found, months, set, paper) : distributionLines(found, one, set, paper);
  return lines.join('\n');
}

/** @throws Failure for months that are none, or outside the run */
function monthsFor(scenario: Scenario, at: readonly string[] | undefined): string[] | undefined {
  const months = at && readMonths(at);
  const outside = months?.find((month) => month < scenario.start || month > scenario.horizon);
  if (outside !== undefined)
    throw misuse(`--at ${outside} is outside the run, which goes from ${scenario.start} to ${scenario.horizon}`);
  return months;
}

async function putBytes(bytes: Uint8Array, options: Pick<CommonOptions, 'output'>): Promise<void> {
  const open = outlet(options);
  await open.add(bytes);
  open.close();
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
