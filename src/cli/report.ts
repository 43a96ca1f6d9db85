import { toReport } from '../runs.ts';
import { GOOD, misuse } from './failure.ts';
import { loadScenario } from './load.ts';
import { type CommonOptions, put } from './shell.ts';

/** `buildout report`: a run as one file that recomputes itself wherever it is opened. */
export async function report(name: string, options: Pick<CommonOptions, 'set' | 'output'>): Promise<number> {
  // A terminal would show half a megabyte of markup.
  if (options.output === undefined && process.stdout.isTTY)
    throw misuse('report writes a file: name it with -o FILE.html');
  const scenario = await loadScenario(name, options.set);
  await put(await toReport(scenario), options);
  return GOOD;
}
