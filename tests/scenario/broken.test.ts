import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Library } from '../../src/scenario/extends.ts';
import { loadFormulas } from '../../src/scenario/formulas.ts';
import { ScenarioError } from '../../src/scenario/problems.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { context, file } from './fixture.ts';

/**
 * One mistake a file, beside the exact words it gets. Adding a mistake is adding two files: NN-name.yaml and NN-name.txt.
 * The words are those of the small model in fixture.ts, so that the real model may change without them.
 */
const folder = fileURLToPath(new URL('../broken', import.meta.url));
const names = readdirSync(folder);
const files = names.filter((name) => name.endsWith('.yaml'));

const announced = readScenario(file('sites: [{ id: abilene, share: 12 % }]'), { ...context, id: 'announced' });
const library: Library = {
  names: ['announced'],
  shipped: (id) => (id === 'announced' ? announced : undefined),
  open(path) {
    const name = basename(path);
    if (!names.includes(name)) throw new Error('there is no such file');
    return { name, text: readFileSync(join(folder, name), 'utf8') };
  },
};

for (const name of files) {
  test(name, async () => {
    const text = readFileSync(join(folder, name), 'utf8');
    const expected = readFileSync(join(folder, name.replace(/\.yaml$/u, '.txt')), 'utf8');
    const formulas = await loadFormulas(context.meta);
    try {
      readScenario(text, { ...context, library, formulas, name });
    } catch (error) {
      assert.instance(error, ScenarioError);
      assert.is(`${(error as ScenarioError).message}\n`, expected);
      return;
    }
    assert.unreachable('the file was read');
  });
}

test('every file of words has a broken file, and there are enough of them', () => {
  for (const name of names) {
    if (name.endsWith('.txt')) assert.ok(existsSync(join(folder, name.replace(/\.txt$/u, '.yaml'))), name);
  }
  assert.ok(files.length >= 30);
});

test('no two mistakes have the same number', () => {
  assert.is(new Set(files.map((name) => name.split('-')[0])).size, files.length);
});

test.run();
