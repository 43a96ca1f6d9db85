import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { dataModule, ModelError, modelModules } from '../../src/build/model.ts';
import { type Unplaced, withPlaces } from '../../src/engine/layout.ts';
import { auxiliary, input, modelOf } from '../engine/models.ts';

/** What a module of data exports, read as a program would. */
function exported(source: string): unknown {
  const value = /= (?:\w+\()?(JSON\.parse\('[\s\S]*'\))\)?;\n$/.exec(source)?.[1];
  return new Function(`return ${value}`)();
}

test('a model becomes five modules, with the hash of its equations behind its version', () => {
  const { compiled, modules } = modelModules(
    modelOf([input('price', 'USD', 3), auxiliary('double', 'USD', 'price + price')]),
  );
  assert.equal(Object.keys(modules), ['kernel.ts', 'meta.ts', 'docs.ts', 'described.ts', 'units.ts']);
  assert.match(compiled.meta.version, /^1\.0\.0\+[0-9a-f]{7}$/);
  const written = exported(modules['meta.ts'] ?? '') as Unplaced;
  assert.not('slot' in (written.records[0] ?? {}), 'places follow from the order');
  const lean = withPlaces(written);
  const words = exported(modules['described.ts'] ?? '') as Pick<typeof compiled.meta, 'sectors'>;
  assert.equal({ ...lean, ...words }, compiled.meta);
  assert.not('says' in (lean.sectors[0] ?? {}));
  assert.equal(exported(modules['docs.ts'] ?? ''), compiled.docs);
  const units = exported(modules['units.ts'] ?? '') as Record<string, unknown>;
  assert.equal(units.kUSD, { factor: 1000, dimension: 'USD' });
  assert.match(modules['kernel.ts'] ?? '', 'export const kernel: Kernel');
});

test('mistakes are told with their records, and how many there are', () => {
  const model = modelOf([auxiliary('cost', 'USD', 'prise'), auxiliary('more', 'USD', '2')]);
  assert.throws(
    () => modelModules(model),
    (error: Error) =>
      error instanceof ModelError &&
      error.message ===
        [
          '2 mistakes in the model',
          '  more (formula): found the number 2 at column 1; a formula holds only 0, 1 and -1: make it a record with a name, a unit and a source',
          '  cost (formula): uses "prise", which is not a record',
        ].join('\n'),
  );
});

test('data survive being written as a module, whatever is in them', () => {
  const data = {
    'it\'s "here"': ['back\\slash', 'line\nbreak', '\u2028\u2029', 'tab\t', null, -0.5e-300, true],
  };
  assert.equal(exported(dataModule('', 'data', 'unknown', data)), data);
});

test.run();
