import { createHash } from 'node:crypto';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compileModel } from '../../src/engine/compile.ts';
import type { Model, ModelRecord } from '../../src/engine/types.ts';
import { auxiliary, compile, constant, input, modelOf } from './models.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const version = (model: Model): string => compileModel(model, digest).compiled?.meta.version ?? 'none';

const records = [
  input('price', 'USD', 3, { low: 1, high: 9 }),
  constant('many', '1', 4),
  auxiliary('cost', 'USD', 'price * many'),
];
const changed = (n: number, more: Partial<ModelRecord>): Model =>
  modelOf(records.map((record, k) => (k === n ? ({ ...record, ...more } as ModelRecord) : record)));

test('the version says which equations and defaults it is of, and takes no notice of words', () => {
  const first = version(modelOf(records));
  assert.match(first, /^1\.0\.0\+[0-9a-f]{7}$/);
  assert.is(version(changed(0, { title: 'Another title', says: 'Something else.', source: 'definition' })), first);
  assert.is(version(modelOf(records, [], { title: 'Another model' })), first);
  const others = [
    changed(0, { central: 4 } as Partial<ModelRecord>),
    changed(0, { high: 10 } as Partial<ModelRecord>),
    changed(1, { value: 5 } as Partial<ModelRecord>),
    changed(2, { formula: 'many * price' } as Partial<ModelRecord>),
    modelOf(records.slice(0, 2)),
  ].map(version);
  assert.is(new Set([first, ...others]).size, 6);
  assert.is(compile(modelOf(records)).meta.version, '1.0.0');
});

test('a record’s meta holds what the model says and nothing else', () => {
  const sets = [{ id: 'sites', title: 'Sites', says: '', most: 3 }];
  const { meta, docs } = compile(
    modelOf(
      [
        input('price', 'USD', 3, {
          over: ['sites'],
          least: 0,
          field: 'cost',
          itemOnly: true,
          prefer: 'million USD',
          setting: true,
          why: 'Because.',
          year: 2025,
        }),
        { ...auxiliary('share', '1', 'price / sum(price, sites)', ['sites']), show: '%', adds: true },
      ],
      sets,
    ),
  );
  const [price, share] = meta.records;
  assert.equal(price, {
    id: 'price',
    title: 'A title',
    unit: 'USD',
    kind: 'input',
    sector: 'one',
    over: ['sites'],
    slot: 0,
    size: 3,
    input: {
      ranges: [{ low: 3, central: 3, high: 3 }],
      confidence: 'low',
      least: 0,
      type: 'number',
      field: 'cost',
      itemOnly: true,
      prefer: 'million USD',
      setting: true,
    },
  });
  assert.is(share?.show, '%');
  assert.is(share?.adds, true);
  assert.equal(docs.price, {
    says: 'What it says.',
    source: 'our assumption',
    why: 'Because.',
    year: 2025,
    text: {},
    parsed: {},
    uses: [],
  });
  assert.equal(docs.share?.uses, ['price']);
  assert.equal(docs.share?.text, { formula: 'price / sum(price, sites)' });
  assert.is(docs.share?.parsed.formula?.kind, 'binary');
  assert.equal(JSON.parse(JSON.stringify({ meta, docs })), { meta, docs }, 'plain data');
});

test('a model with mistakes does not compile', () => {
  const { problems, compiled } = compileModel(changed(2, { formula: 'price', unit: '1' } as Partial<ModelRecord>));
  assert.is(compiled, null);
  assert.is(problems.length, 1);
  const units = compileModel(modelOf(records, [], { baseUnits: ['kg'] }));
  assert.match(units.problems.at(-1)?.message ?? '', /^the base unit "kg" cannot be made/);
});

test.run();
