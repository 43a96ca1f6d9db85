import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import { match, not, ok } from 'uvu/assert';
import checks from '../.size-limit.ts';

/** What a first visit must not load. How much it may load is size-limit's question. */
const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

/** Words that a package's code cannot lose when it is shortened, and the file of the package they stand in. */
const LATE: [name: string, words: string, where: string][] = [
  ['yaml', 'YAMLParseError', 'node_modules/yaml/dist/errors.js'],
  ['mathjs', 'Argument is not a typed-function.', 'node_modules/typed-function/lib/esm/typed-function.mjs'],
];

const scripts = checks.flatMap(({ path }) => path);

test('the page has scripts', () => ok(scripts.length > 0));

for (const [name, words, where] of LATE) {
  test(`${name} is not in the first load`, () => {
    match(read(where), words);
    for (const script of scripts) not.match(read(script), words, script);
  });
}

test.run();
