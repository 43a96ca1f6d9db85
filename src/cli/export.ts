import { simulate, toCsv, toJson } from '../index.ts';
import { asked, GOOD, misuse } from './failure.ts';
import { loadScenario } from './load.ts';
import { type CommonOptions, put } from './shell.ts';

export interface ExportOptions extends CommonOptions {
  readonly series?: readonly string[];
  readonly wide?: true;
}

/** `buildout export`: all series of a run, or some, with every digit. */
export async function exportRun(name: string, options: ExportOptions): Promise<number> {
  const { format, set, series, wide } = options;
  if (wide && format === 'json') throw misuse('--wide is a shape of csv');
  const scenario = await loadScenario(name, set);
  const projection = asked(() => simulate(scenario));
  const ids = series ?? projection.ids;
  const text = asked(() =>
    format === 'json' ? toJson(projection, ids) : toCsv(projection, { ids, shape: wide ? 'wide' : 'tidy' }),
  );
  await put(text, options);
  return GOOD;
}
