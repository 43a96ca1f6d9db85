import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compileModel } from '../../src/engine/compile.ts';
import type { ModelRecord } from '../../src/engine/types.ts';
import { auxiliary, compile, delay, input, modelOf, stock } from './models.ts';

const sets = [{ id: 'sites', title: 'Sites', says: 'Places.', most: 3 }];
const flow = (id: string, formula: string): ModelRecord => auxiliary(id, 'USD/year', formula);
const base = [input('rate', 'USD/year', 1), input('years', 'year', 1), input('months', 'month', 1)];

function said(records: readonly ModelRecord[]): string[] {
  return compileModel(modelOf([...base, ...records], sets)).problems.map(
    ({ record, part, message }) => `${record} ${part}: ${message}`,
  );
}

test('everything comes after what it uses, and what is constant over a run comes first', () => {
  const { plan } = compile(
    modelOf([
      flow('last', 'middle + early'),
      flow('middle', 'total / years'),
      flow('early', 'rate * 1'),
      flow('timed', 'rate * time / months'),
      stock('total', 'USD', 'last', 'early * years'),
      ...base,
    ]),
  );
  assert.equal(
    plan.order.computed.map((one) => one.id),
    ['early', 'middle', 'last', 'timed'],
  );
  assert.equal(
    ['rate', 'early', 'timed', 'middle', 'last', 'total'].map((id) => plan.order.when.get(id)),
    ['given', 'run', 'time', 'step', 'step', 'step'],
  );
});

test('a loop without a stock is shown as a path', () => {
  assert.equal(said([flow('a', 'b'), flow('b', 'c + rate'), flow('c', '-a')]), [
    'a formula: goes round in a loop without a stock: a -> b -> c -> a',
  ]);
});

test('the path holds only the loop, not the way to it', () => {
  assert.equal(said([flow('way', 'a'), flow('a', 'b'), flow('b', 'a')]), [
    'a formula: goes round in a loop without a stock: a -> b -> a',
  ]);
});

test('a record that uses itself is a loop', () => {
  assert.equal(said([flow('a', 'a + rate')]), ['a formula: goes round in a loop without a stock: a -> a']);
});

test('two loops are two mistakes', () => {
  assert.is(said([flow('a', 'b'), flow('b', 'a'), flow('c', 'd'), flow('d', 'c')]).length, 2);
});

test('a loop through a stock is fine', () => {
  assert.equal(said([flow('a', 'total / years'), stock('total', 'USD', 'rate - a', '0')]), []);
});

test('a delay breaks no loop, and the message says why', () => {
  assert.equal(said([flow('a', 'd + rate'), delay('d', 'USD/year', 'a', 'years')]), [
    'a formula: goes round in a loop without a stock: a -> d -> a (the delay d does not break it: part of what flows in leaves in the same step)',
  ]);
});

test('initial values and the times of delays must be constant over a run', () => {
  assert.equal(
    said([
      stock('one', 'USD', 'rate', '0'),
      stock('two', 'USD', 'rate', 'one'),
      stock('three', 'USD', 'rate', 'rate * years * time / months'),
      delay('d', 'USD/year', 'rate', 'one / rate', 'two'),
    ]),
    [
      'two initial: uses one, which changes during a run; an initial value may use only what is constant over a run',
      'three initial: uses time, which changes during a run; an initial value may use only what is constant over a run',
      'd initial: uses two, which changes during a run; an initial value may use only what is constant over a run',
      'd time: uses one, which changes during a run; the time of a delay may use only what is constant over a run',
    ],
  );
});

test('an equation of one item may use what another item may not', () => {
  const kinds = {
    id: 'kinds',
    title: 'Kinds',
    says: '',
    most: 2,
    items: [
      { id: 'red', title: 'Red' },
      { id: 'blue', title: 'Blue' },
    ],
  };
  const by = (red: string, blue: string): ModelRecord => ({
    kind: 'auxiliary',
    id: 'by_kind',
    title: 'T',
    says: 'S.',
    source: 'definition',
    unit: 'USD/year',
    over: ['kinds'],
    formulas: { red, blue },
  });
  const total = flow('total', 'sum(by_kind, kinds)');
  const problems = (record: ModelRecord): string[] =>
    compileModel(modelOf([...base, record, total], [kinds])).problems.map((one) => one.message);
  assert.equal(problems(by('rate', '0')), []);
  assert.equal(problems(by('rate', 'total')), [
    'goes round in a loop without a stock: by_kind -> by_kind.blue -> total -> by_kind',
  ]);
});

test.run();
