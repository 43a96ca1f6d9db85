import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { strides } from '../../src/engine/layout.ts';
import { defaultFrame, runKernel } from '../../src/engine/simulate.ts';
import { auxiliary, compile, constant, delay, generated, input, modelOf, stock } from './models.ts';

const kinds = ['red', 'blue'].map((id) => ({ id, title: id }));
const sets = [
  { id: 'sites', title: 'Sites', says: '', most: 5 },
  { id: 'kinds', title: 'Kinds', says: '', most: 2, items: kinds },
];
const range = (central: number): { low: number; central: number; high: number } => ({ low: 0, central, high: 99 });

const model = compile(
  modelOf(
    [
      auxiliary('cost', 'USD', 'price * scale', ['sites', 'kinds']),
      input('price', 'USD', 7, { over: ['sites'] }),
      delay('late', 'USD/year', 'flow_in', 'wait'),
      input('flow_in', 'USD/year', 3),
      constant('wait', 'year', 2),
      stock('money', 'USD', 'flow_in', 'sum(price, sites)'),
      input('scale', '1', 0, { over: ['kinds'], values: { blue: range(4), red: range(2) } }),
    ],
    sets,
  ),
);

test('inputs and constants stand first, then what is computed, each in the order of the model', () => {
  assert.equal(
    model.meta.records.map(({ id, slot, size }) => [id, slot, size]),
    [
      ['cost', 9, 10],
      ['price', 0, 5],
      ['late', 19, 1],
      ['late_1', 20, 1],
      ['late_2', 21, 1],
      ['late_3', 22, 1],
      ['late_to_2', 23, 1],
      ['late_to_3', 24, 1],
      ['late_rate', 25, 1],
      ['late_kept', 26, 1],
      ['flow_in', 5, 1],
      ['wait', 6, 1],
      ['money', 27, 1],
      ['scale', 7, 2],
    ],
  );
  assert.is(model.meta.inputSize, 9);
  assert.ok(model.meta.frameSize >= 28);
});

test('the last set moves by one place, the one before by its most', () => {
  assert.equal(strides(['sites', 'kinds'], sets), [2, 1]);
  assert.equal(strides(['kinds', 'sites'], sets), [5, 1]);
  assert.equal(strides(['sites'], sets), [1]);
  assert.equal(strides([], sets), []);
});

test('a default frame has constants and central values at every item, by the order of the items', () => {
  assert.equal([...defaultFrame(model.meta).slice(0, 9)], [7, 7, 7, 7, 7, 3, 2, 2, 4]);
});

test('an item’s series is found by its indices, and only present items are kept', () => {
  const frame = defaultFrame(model.meta);
  frame.set([1, 2, 3, 4, 5]);
  const request = { frame, sizes: Int32Array.from([3, 2]), steps: 2, step: 6 };
  const run = runKernel(generated(model), model.meta, { ...request, keep: 'all' });
  assert.equal([...run.values('cost', 2, 1)], [12, 12, 12]);
  assert.equal([...run.values('money')], [6, 7.5, 9]);
  assert.equal([...run.values('price', 1)], [2, 2, 2]);
  assert.equal(
    run.ids,
    model.meta.records.map((record) => record.id),
  );
});

test('only what is asked for is kept, and what was not is refused by name', () => {
  const request = { frame: defaultFrame(model.meta), sizes: Int32Array.from([1, 2]), steps: 1, step: 1 };
  const run = runKernel(generated(model), model.meta, { ...request, keep: ['money', 'cost'] });
  assert.equal(run.ids, ['cost', 'money']);
  assert.throws(() => run.values('price', 0), /the series "price" was not kept/);
  assert.throws(() => run.values('cost', 0), /"cost" runs over 2 sets, but 1 items were given/);
  assert.throws(() => run.values('cost', 1, 0), /"cost" has no item 1 in sites, which has 1/);
  assert.throws(
    () => runKernel(generated(model), model.meta, { ...request, keep: ['mony'] }),
    /"mony" is not in the model/,
  );
});

test.run();
