import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { evaluate, type Values } from '../../src/engine/evaluate.ts';
import { nearestName } from '../../src/engine/nearest.ts';
import { parseFormula } from '../../src/engine/parse.ts';
import { freeSets, references } from '../../src/engine/walk.ts';

const values: Values = {
  value: (id, at) => ({ a: 3, b: -2, zero: 0, price: 10 + (at.sites ?? 0) + 100 * (at.kinds ?? 0) })[id] ?? Number.NaN,
  size: (set) => (set === 'sites' ? 3 : 2),
};
const calculate = (text: string, at = {}): number => evaluate(parseFormula(text, { numbers: 'any' }), values, at);

const results: [string, number][] = [
  ['a + b * a - a / b', -1.5],
  ['-a ^ 2', -9],
  ['2 ^ 3 ^ 2', 512],
  ['a / zero', Number.POSITIVE_INFINITY],
  ['zero / zero', Number.NaN],
  ['min(a, b, 0)', -2],
  ['max(a, b)', 3],
  ['abs(b)', 2],
  ['exp(log(a))', Math.exp(Math.log(3))],
  ['sqrt(b)', Number.NaN],
  ['a > b and not (a == 3) ? 1 : 2', 2],
  ['a < b or a != b ? 1 : 2', 1],
  ['a >= 3 and b <= -2 ? 1 : 2', 1],
  ['sum(price, sites)', 33],
  ['sum(sum(price, sites), kinds)', 366],
  ['sum(1, sites)', 3],
];
for (const [text, wanted] of results) {
  test(`${text} is ${wanted}`, () => assert.ok(Object.is(calculate(text), wanted), String(calculate(text))));
}

test('a formula over a set is evaluated at an item, and a sum passes over that item', () => {
  assert.is(calculate('price', { sites: 2 }), 12);
  assert.is(calculate('price / sum(price, sites)', { sites: 2 }), 12 / 33);
  assert.is(calculate('sum(price, kinds)', { sites: 1 }), 122);
});

test('references and free sets of a formula', () => {
  const formula = parseFormula('a + sum(b * price, sites) - price * time + a');
  assert.equal([...references(formula)], ['a', 'b', 'price', 'time']);
  assert.equal([...freeSets(formula, (id) => (id === 'price' ? ['sites', 'kinds'] : []))], ['kinds', 'sites']);
});

test('the nearest name is near or none', () => {
  const known = ['grid_wait', 'grid_cost', 'jobs_total', 'it'];
  for (const [given, wanted] of [
    ['grid_wiat', 'grid_wait'],
    ['gridwait', 'grid_wait'],
    ['Grid_Cost', 'grid_cost'],
    ['job_total', 'jobs_total'],
    ['ti', 'it'],
    ['electricity', undefined],
    ['', undefined],
  ] as const) {
    assert.is(nearestName(given, known), wanted, given);
  }
});

test.run();
