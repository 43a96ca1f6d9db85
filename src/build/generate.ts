import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { model } from '../model/index.ts';
import { ModelError, modelModules } from './model.ts';
import { SeedsError, seedsModule } from './seeds.ts';

const folder = fileURLToPath(new URL('../generated', import.meta.url));
const seedsFolder = fileURLToPath(new URL('../../seeds', import.meta.url));

/** Writes src/generated from the records and the data beside them. Exits with 1 and every mistake if there is any. */
function generate(): void {
  const { compiled, modules } = modelModules(model);
  mkdirSync(folder, { recursive: true });
  const all = { ...modules, 'seeds.ts': seedsModule(seedsFolder) };
  for (const [name, text] of Object.entries(all)) writeIfChanged(join(folder, name), text);
  const { records, version } = compiled.meta;
  console.log(`model ${version}: ${records.length} records, ${Object.keys(all).length} modules written`);
}

/** Leaves a file alone that is already right, so that watchers and caches do not start. */
function writeIfChanged(path: string, text: string): void {
  let present: string | undefined;
  try {
    present = readFileSync(path, 'utf8');
  } catch {
    // Not there yet.
  }
  if (present !== text) writeFileSync(path, text);
}

try {
  generate();
} catch (error) {
  if (!(error instanceof ModelError || error instanceof SeedsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
