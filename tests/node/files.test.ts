import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import { equal, instance, is, match, throws, unreachable } from 'uvu/assert';
import { readScenario, ScenarioError } from '../../src/index.ts';
import { FileError, readText, writeText } from '../../src/node/files.ts';
import { fileLibrary } from '../../src/node/library.ts';

const test = suite('files');

const folder = mkdtempSync(join(tmpdir(), 'buildout-files-'));
const at = (...names: string[]): string => join(folder, ...names);
test.after(() => rmSync(folder, { recursive: true }));

test('a file is read as UTF-8 and written whole', () => {
  writeText(at('text'), 'Doña Ana: 5 €\n');
  is(readText(at('text')), 'Doña Ana: 5 €\n');
  is(readFileSync(at('text'), 'utf8'), 'Doña Ana: 5 €\n');
});

test('what cannot be read or written is told with its path and a reason', () => {
  writeFileSync(at('latin'), Buffer.from([0x44, 0x6f, 0xf1, 0x61]));
  const told = (action: () => unknown): string => {
    try {
      action();
    } catch (error) {
      instance(error, FileError);
      return (error as FileError).message;
    }
    return unreachable() as never;
  };
  is(
    told(() => readText(at('none'))),
    `${at('none')}: there is no such file or folder`,
  );
  is(
    told(() => readText(folder)),
    `${folder}: this is a folder`,
  );
  is(
    told(() => readText(at('latin'))),
    `${at('latin')}: this is not text in UTF-8`,
  );
  is(
    told(() => writeText(at('none', 'x'), '')),
    `${at('none', 'x')}: there is no such file or folder`,
  );
});

test('of a file too large to be a scenario only a beginning is read, and the reader refuses it', () => {
  writeFileSync(at('large.yaml'), `title: ${'é'.repeat(2_500_000)}`);
  const text = readText(at('large.yaml'));
  is(Buffer.byteLength(text) < 4_000_010, true);
  throws(() => readScenario(text), /too large/);
});

test('a file may extend another by its path from itself, and what ships by name', () => {
  mkdirSync(at('deep'));
  writeFileSync(
    at('base.yaml'),
    'format: buildout/1\ntitle: Base\nextends: stargate-announced\nassumptions: { grid_wait: 2 years }\n',
  );
  writeFileSync(at('deep', 'mine.yaml'), 'format: buildout/1\ntitle: Mine\nextends: ../base.yaml\n');
  const read = readScenario(readText(at('deep', 'mine.yaml')), { library: fileLibrary, name: at('deep', 'mine.yaml') });
  is(read.title, 'Mine');
  equal(read.assumptions.grid_wait?.central, 2);
  equal(
    read.commitments.map(({ id }) => id),
    ['stargate'],
  );
});

test('files that extend each other, and one that is not there, are told', () => {
  writeFileSync(at('one.yaml'), 'format: buildout/1\ntitle: One\nextends: ./two.yaml\n');
  writeFileSync(at('two.yaml'), 'format: buildout/1\ntitle: Two\nextends: ./one.yaml\n');
  writeFileSync(at('three.yaml'), 'format: buildout/1\ntitle: Three\nextends: ./none.yaml\n');
  const problems = (name: string): string => {
    try {
      readScenario(readText(at(name)), { library: fileLibrary, name: at(name) });
    } catch (error) {
      instance(error, ScenarioError);
      return (error as ScenarioError).message;
    }
    return unreachable() as never;
  };
  match(problems('one.yaml'), 'one.yaml → two.yaml → one.yaml');
  match(problems('three.yaml'), 'cannot be read (there is no such file or folder)');
});

test.run();
