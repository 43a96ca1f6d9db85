import { simulate, toCsv, toJson, toMdl, toXmile } from '../runs.ts';
import { asked, GOOD, misuse } from './failure.ts';
import { loadScenario } from './load.ts';
import { type CommonOptions, put } from './shell.ts';

export interface ExportOptions extends Pick<CommonOptions, 'set' | 'output'> {
  readonly format: 'csv' | 'json' | 'mdl' | 'xmile';
  readonly series?: readonly string[];
  readonly wide?: true;
}

/** `buildout export`: all series of a run, or some, with every digit; or the whole model, for another simulator to run. */
export async function exportRun(name: string, options: ExportOptions): Promise<number> {
  const { format, set, series, wide } = options;
  if (wide && format !== 'csv') throw misuse('--wide is a shape of csv');
  const equations = format === 'mdl' || format === 'xmile';
  if (equations && series !== undefined) throw misuse(`--series chooses numbers; ${format} holds the whole model`);
  const scenario = await loadScenario(name, set);
  if (equations) {
    await put(await (format === 'mdl' ? toMdl : toXmile)(scenario), options);
    return GOOD;
  }
  const projection = asked(() => simulate(scenario));
  const ids = series ?? projection.ids;
  const text = asked(() =>
    format === 'json' ? toJson(projection, ids) : toCsv(projection, { ids, shape: wide ? 'wide' : 'tidy' }),
  );
  await put(text, options);
  return GOOD;
}
