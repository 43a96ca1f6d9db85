import { simulate, toCsv, toJson } from '../runs.ts';
import { asked, GOOD, misuse } from './failure.ts';
import { loadScenario } from './load.ts';
import { readMonths, usualMonths } from './months.ts';
import { runTable } from './run-table.ts';
import { type CommonOptions, paperFor, put } from './shell.ts';

export interface RunOptions extends CommonOptions {
  /** Months of the columns: "2029-01", "2029". */
  readonly at?: readonly string[];
  /** Ids, or "all". */
  readonly series?: readonly string[];
}

/** `buildout run`: one scenario, run once, as a table or with every number. */
export async function run(name: string, options: RunOptions): Promise<number> {
  const { at, format, set } = options;
  if (at !== undefined && format !== 'table')
    throw misuse('--at chooses the columns of the table; csv and json hold every month');
  const scenario = await loadScenario(name, set);
  const projection = asked(() => simulate(scenario));
  const wanted = options.series?.includes('all') ? projection.ids : options.series;
  for (const id of wanted ?? []) asked(() => projection.series(id));
  const ids = wanted ?? projection.ids;
  if (format === 'json') await put(toJson(projection, ids), options);
  else if (format === 'csv') await put(toCsv(projection, { ids }), options);
  else {
    const months = at === undefined ? usualMonths(scenario) : readMonths(at);
    const lines = asked(() => runTable(projection, { months, ids: wanted, settings: set ?? [] }, paperFor(options)));
    await put(lines.join('\n'), options);
  }
  return GOOD;
}
