import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseAndGenerate, resetState } from '@sdeverywhere/compile';
import { createSynchronousModelRunner, type JsModel, type ModelRunner } from '@sdeverywhere/runtime';

/** Series by the other engine's id: "_spent_total", "_starts[_abilene]". */
export type OtherRun = ReadonlyMap<string, readonly (number | undefined)[]>;

let models = 0;

/** Compiles a model text with SDEverywhere to JavaScript, runs it, and gives every series it has. */
export async function runElsewhere(text: string, kind: 'vensim' | 'xmile'): Promise<OtherRun> {
  const runner = await compileElsewhere(text, kind);
  const outputs = runner.createOutputs();
  if (runner.runModelSync === undefined) throw new Error('the runner does not run');
  runner.runModelSync([], outputs);
  return new Map(outputs.varSeries.map((series) => [series.varId, series.points.map((point) => point.y)]));
}

/**
 * Compiles a model text with SDEverywhere to JavaScript. What the compiler complains of on the way is an error.
 * @param chosen  what can be set and what is given, by its name in the text; nothing and everything if absent
 */
export async function compileElsewhere(
  text: string,
  kind: 'vensim' | 'xmile',
  chosen: { readonly inputVarNames?: readonly string[]; readonly outputVarNames?: readonly string[] } = {},
): Promise<ModelRunner> {
  const folder = mkdtempSync(join(tmpdir(), 'buildout-export-'));
  const complaints: string[] = [];
  const { error } = console;
  console.error = (...words: unknown[]) => complaints.push(words.join(' '));
  try {
    resetState();
    models += 1;
    const spec = { bundleListing: false, ...chosen };
    const code = await parseAndGenerate(text, kind, spec, ['generateJS'], folder, 'model', folder);
    const file = join(folder, `model_${models}.mjs`);
    writeFileSync(file, code);
    const { default: load } = (await import(pathToFileURL(file).href)) as { default: () => Promise<JsModel> };
    const runner = createSynchronousModelRunner(await load());
    if (complaints.length > 0) throw new Error(`SDEverywhere complains: ${complaints.slice(0, 5).join('; ')}`);
    return runner;
  } finally {
    console.error = error;
    rmSync(folder, { recursive: true, force: true });
  }
}
