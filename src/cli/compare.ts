import { compare as hold, type Projection, simulate } from '../runs.ts';
import { comparisonCsv, comparisonJson } from './compare-data.ts';
import { compareTable } from './compare-table.ts';
import { asked, GOOD, misuse } from './failure.ts';
import { loadScenario } from './load.ts';
import { readMonths, usualMonths } from './months.ts';
import { type CommonOptions, paperFor, put } from './shell.ts';

export interface CompareOptions extends CommonOptions {
  readonly at?: readonly string[];
  readonly series?: readonly string[];
}

/** Letters for scenarios: A to Z. */
const MOST = 26;

/**
 * `buildout compare`: several scenarios against the first. One alone is held against itself as changed by --set; of several, each is changed.
 */
export async function compare(given: readonly string[], options: CompareOptions): Promise<number> {
  const { set = [], at, series, format } = options;
  if (given.length > MOST) throw misuse(`at most ${MOST} scenarios are compared at a time`);
  if (given.filter((name) => name === '-').length > 1)
    throw misuse('the standard input holds one scenario, so "-" stands once');
  const [alone] = given;
  if (given.length === 1 && set.length === 0)
    throw misuse('one scenario alone is compared with itself as changed: give --set lever=value, or a second scenario');
  const projections: Projection[] = [];
  if (given.length === 1 && alone !== undefined) projections.push(simulate(await loadScenario(alone)));
  for (const name of given) {
    const scenario = await loadScenario(name, set);
    projections.push(asked(() => simulate(scenario)));
  }
  const alike = given.length === 1;
  const labels = alike ? ['as it is', set.join(', ')] : given.map(() => '');
  const months = at === undefined ? sharedMonths(projections) : readMonths(at);
  const comparison = asked(() => hold(projections, { at: months, ...(series === undefined ? {} : { ids: series }) }));
  const names = alike && alone !== undefined ? [alone, `${alone} --set ${set.join(' --set ')}`] : given;
  const text =
    format === 'json'
      ? comparisonJson(comparison, names)
      : format === 'csv'
        ? comparisonCsv(comparison, names)
        : compareTable(comparison, labels, paperFor(options)).join('\n');
  await put(text, options);
  return GOOD;
}

/** The usual months of what all runs have in common. */
function sharedMonths(projections: readonly Projection[]): string[] {
  const starts = projections.map(({ scenario }) => scenario.start).sort();
  const horizons = projections.map(({ scenario }) => scenario.horizon).sort();
  const [start = '', horizon = ''] = [starts.at(-1), horizons[0]];
  return start < horizon ? usualMonths({ start, horizon }) : [];
}
