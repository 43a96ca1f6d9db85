import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { hashOf, RUN, runsOf } from './shingles.ts';

/**
 * Writes shingles.json from the seed documents, which are not part of the project:
 *
 *   npx tsx tests/seeds/write-shingles.ts FOLDER/*.txt
 */
const documents = process.argv.slice(2).map((path) => {
  const hashes = new Set(runsOf(readFileSync(path, 'utf8')).map(hashOf));
  return [basename(path), [...hashes].sort().join(' ')] as const;
});
const text = JSON.stringify({ words: RUN, documents: Object.fromEntries(documents) }, null, 2);
writeFileSync(new URL('shingles.json', import.meta.url), `${text}\n`);
