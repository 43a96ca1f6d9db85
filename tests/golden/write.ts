/*
 * Writes the golden files anew: `npx tsx tests/golden/write.ts`. Their diff is what a change to the model moved; look at it
 * before it is committed.
 */
import { writeFileSync } from 'node:fs';
import { scenarios } from '../../src/index.ts';
import { goldenOf } from './figures.ts';

for (const scenario of scenarios) {
  writeFileSync(new URL(`./${scenario.id}.json`, import.meta.url), `${JSON.stringify(goldenOf(scenario), null, 1)}\n`);
}
