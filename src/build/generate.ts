import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headlines } from '../model/headlines.ts';
import { model } from '../model/index.ts';
import { loadFormulas } from '../scenario/build.ts';
import { lawsModule } from './checks.ts';
import { mathmlModule } from './mathml.ts';
import { ModelError, modelModules } from './model.ts';
import { realityModule } from './reality.ts';
import { reportModule } from './report.ts';
import { readShipped, ShippedError, scenariosModule, writeJsonSchema } from './scenarios.ts';
import { readSeeds, SeedsError, seedsModule } from './seeds.ts';

const folder = fileURLToPath(new URL('../generated', import.meta.url));
const seedsFolder = fileURLToPath(new URL('../../seeds', import.meta.url));
const scenariosFolder = fileURLToPath(new URL('../../scenarios', import.meta.url));
const checksFile = fileURLToPath(new URL('../../tests/checks.yaml', import.meta.url));
const schemaFile = fileURLToPath(new URL('../../dist/schema/scenario.schema.json', import.meta.url));

/** Writes src/generated from the records and the data beside them. Exits with 1 and every mistake if there is any. */
async function generate(): Promise<void> {
  const { compiled, units, modules } = modelModules(model);
  const { meta } = compiled;
  mkdirSync(folder, { recursive: true });
  const seeds = readSeeds(seedsFolder);
  const claims = new Set(seeds.claims.map((claim) => claim.id));
  const build = { meta, units, headlines, claims, formulas: await loadFormulas(meta) };
  const all = {
    ...modules,
    'mathml.ts': mathmlModule(meta, compiled.docs),
    'laws.ts': lawsModule(checksFile),
    'seeds.ts': seedsModule(seedsFolder),
    'scenarios.ts': scenariosModule(scenariosFolder, build),
    'reality.ts': realityModule(seedsFolder, build, readShipped(scenariosFolder, build), seeds.sources),
  };
  for (const [name, text] of Object.entries(all)) writeIfChanged(join(folder, name), text);
  // Made from the kernel that has just been written.
  writeIfChanged(join(folder, 'report.ts'), await reportModule());
  writeJsonSchema(schemaFile, meta, units);
  const { records, version } = meta;
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
  await generate();
} catch (error) {
  if (!(error instanceof ModelError || error instanceof SeedsError || error instanceof ShippedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
