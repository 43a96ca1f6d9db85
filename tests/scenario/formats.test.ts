import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FORMAT } from '../../src/scenario/defaults.ts';
import { migrate } from '../../src/scenario/migrate.ts';
import { isFault } from '../../src/scenario/problems.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { context } from './fixture.ts';

/** Every format there ever was has a file here, beside what it reads to. */
const folder = fileURLToPath(new URL('formats', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

for (const name of files) {
  test(`${name} is read to the same as ever`, () => {
    const expected: unknown = JSON.parse(readFileSync(`${folder}/${name.replace('.yaml', '.json')}`, 'utf8'));
    assert.equal(readScenario(readFileSync(`${folder}/${name}`, 'utf8'), context), expected);
  });
}

test('every format up to the present one has its file', () => {
  const present = Number(FORMAT.split('/')[1]);
  for (let number = 1; number <= present; number += 1)
    assert.ok(files.includes(`buildout-${number}.yaml`), `format ${number}`);
});

test('a newer format is told as such, and what is no format as well', () => {
  const code = (format: unknown): string => {
    const found = migrate(format === undefined ? {} : { format });
    return isFault(found) ? found.code : 'read';
  };
  assert.is(code(FORMAT), 'read');
  assert.is(code('buildout/2'), 'newer-format');
  assert.is(code('buildout/0'), 'format');
  assert.is(code('other/1'), 'format');
  assert.is(code(1), 'format');
  assert.is(code(undefined), 'missing');
});

test.run();
