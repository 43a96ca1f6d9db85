import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compileModel } from '../../src/engine/compile.ts';
import type { Model, ModelRecord, SetDefinition } from '../../src/engine/types.ts';
import { auxiliary, constant, delay, input, modelOf, stock } from './models.ts';

const sets: SetDefinition[] = [
  { id: 'sites', title: 'Sites', says: 'Places.', most: 4 },
  {
    id: 'kinds',
    title: 'Kinds',
    says: 'Two.',
    most: 2,
    items: [
      { id: 'red', title: 'Red' },
      { id: 'blue', title: 'Blue' },
    ],
  },
];
const presets = [{ id: 'north', title: 'North', says: 'A region.', of: 'sites' }];

function said(records: readonly ModelRecord[], more: Partial<Model> = {}): string[] {
  const { problems } = compileModel(modelOf(records, sets, { presets, ...more }));
  return problems.map(({ record, part, message }) => `${record} ${part}: ${message}`);
}

const base = [
  input('price', 'USD', 1),
  input('site_price', 'USD', 1, { over: ['sites'] }),
  input('kind_price', 'USD', 1, { over: ['kinds'] }),
  input('both_price', 'USD', 1, { over: ['sites', 'kinds'] }),
];

const sound: [string, string, string[]][] = [
  ['a single value from sums', 'price + sum(site_price, sites) + sum(sum(both_price, kinds), sites)', []],
  ['a record over the same set', 'site_price', ['sites']],
  ['a single value in a record over a set', 'price * 1', ['sites']],
  ['one set less', 'kind_price + price', ['sites', 'kinds']],
  ['a sum over one of two sets', 'sum(both_price, kinds)', ['sites']],
  ['a set summed over and present', 'site_price - sum(site_price, sites)', ['sites']],
  ['the sets in another order', 'both_price', ['kinds', 'sites']],
];
for (const [name, formula, over] of sound) {
  test(`accepts ${name}`, () => assert.equal(said([...base, auxiliary('x', 'USD', formula, over)]), []));
}

const faults: [string, ModelRecord, string[]][] = [
  [
    'an unknown name',
    auxiliary('x', 'USD', 'prise'),
    ['x formula: uses "prise", which is not a record (did you mean "price"?)'],
  ],
  [
    'an unknown name like none',
    auxiliary('x', 'USD', 'quantity'),
    ['x formula: uses "quantity", which is not a record'],
  ],
  [
    'all unknown names at once',
    auxiliary('x', 'USD', 'prize + site_prize'),
    [
      'x formula: uses "prize", which is not a record (did you mean "price"?)',
      'x formula: uses "site_prize", which is not a record (did you mean "site_price"?)',
    ],
  ],
  [
    'a set as a quantity',
    auxiliary('x', 'USD', 'price * sites'),
    ['x formula: uses "sites", which is a set; a set stands only in sum(expression, sites)'],
  ],
  [
    'an index left over',
    auxiliary('x', 'USD', 'site_price'),
    [
      'x formula: uses site_price, which runs over sites, but x has a single value; write sum(..., sites) or let it run over sites',
    ],
  ],
  [
    'the other index left over',
    auxiliary('x', 'USD', 'both_price', ['sites']),
    [
      'x formula: uses both_price, which runs over kinds, but x runs over sites; write sum(..., kinds) or let it run over kinds',
    ],
  ],
  [
    'a sum over what is not there',
    auxiliary('x', 'USD', 'sum(price, sites)'),
    ['x formula: sums over "sites", but nothing inside the sum runs over it'],
  ],
  [
    'a sum over a set that is none',
    auxiliary('x', 'USD', 'sum(site_price, cites)'),
    ['x formula: sums over "cites", which is not a set (did you mean "sites"?)'],
  ],
  [
    'a set that is none',
    auxiliary('x', 'USD', 'price', ['site']),
    ['x over: runs over "site", which is not a set (did you mean "sites"?)'],
  ],
  ['a set twice', auxiliary('x', 'USD', 'price', ['sites', 'sites']), ['x over: runs over "sites" twice']],
  [
    'a formula that cannot be read',
    auxiliary('x', 'USD', 'price +'),
    ['x formula: the formula cannot be read: unexpected end of expression at column 8'],
  ],
  [
    'an id with capitals',
    auxiliary('Price_2', 'USD', 'price'),
    ['Price_2 id: "Price_2" is not an id; an id is lower-case words joined by underscores, such as "grid_wait"'],
  ],
  [
    'a word of formulas as id',
    auxiliary('max', 'USD', 'price'),
    ['max id: "max" has a meaning of its own in formulas; choose another id'],
  ],
  [
    'an id twice',
    auxiliary('price', 'USD', '0'),
    ['price id: "price" is the id of a record (input) and of a record (auxiliary); ids are unique'],
  ],
  [
    'the id of a set',
    auxiliary('sites', 'USD', 'price'),
    ['sites id: "sites" is the id of a record (auxiliary) and of a set; ids are unique'],
  ],
  [
    'the id of an item',
    auxiliary('red', 'USD', 'price'),
    ['red id: "red" is the id of a record (auxiliary) and of an item of kinds; ids are unique'],
  ],
  [
    'figures that fall',
    input('x', 'USD', 5, { low: 6 }),
    ['x value: low, central and high are 6, 5, 5; they must not fall'],
  ],
  [
    'a figure that is none',
    input('x', 'USD', Number.NaN),
    ['x value: low, central and high are NaN, NaN, NaN; each must be a finite number'],
  ],
  [
    'figures outside their ends',
    input('x', 'USD', 5, { least: 6, most: 4 }),
    ['x value: low is 5, below the least accepted, 6', 'x value: high is 5, above the most accepted, 4'],
  ],
  [
    'a constant without a value',
    constant('x', 'USD', Number.POSITIVE_INFINITY),
    ['x value: is Infinity; a constant is a finite number'],
  ],
  [
    'values for the wrong items',
    input('x', 'USD', 1, { over: ['kinds'], values: { red: range(1), bleu: range(1) } }),
    [
      'x value: has no value for blue, an item of kinds',
      'x value: has a value for "bleu", which is not an item of kinds (did you mean "blue"?)',
    ],
  ],
  [
    'values for items without a fixed set',
    input('x', 'USD', 1, { over: ['sites'], values: { red: range(1) } }),
    ['x value: has a value for each item, so it must run over one fixed set'],
  ],
  [
    'a preset that is none',
    input('x', 'USD', 1, { over: ['sites'], presets: { nort: range(1) } }),
    ['x value: has a value for preset "nort", which is not declared (did you mean "north"?)'],
  ],
  [
    'a preset of another set',
    input('x', 'USD', 1, { presets: { north: range(1) } }),
    ['x value: has a value for preset north of sites, but does not run over sites'],
  ],
  [
    'a preset’s figures that fall',
    input('x', 'USD', 1, { over: ['sites'], presets: { north: { low: 2, central: 1, high: 1 } } }),
    ['x value: low, central and high of preset north are 2, 1, 1; they must not fall'],
  ],
  [
    'items only, without items',
    input('x', 'USD', 1, { itemOnly: true }),
    ['x value: is for items only, but does not run over a set sized by the scenario'],
  ],
  [
    'a choice without choices',
    input('x', '1', 1, { type: 'choice' }),
    ['x value: has type "choice" without choices, or choices without that type'],
  ],
  [
    'a choice that is not there',
    input('x', '1', 2, {
      type: 'choice',
      choices: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
      ],
    }),
    ['x value: is 2; a choice is a whole number from 0 to 1'],
  ],
  [
    'a group that does not sum to 1',
    input('x', '1', 0.4, { balances: 'mix' }),
    ['x value: the group mix (x) sums to 0.4; it must sum to 1'],
  ],
  [
    'equations for the wrong items',
    items('x', { red: 'price', bleu: 'price' }),
    [
      'x formula:blue: has no equation for blue, an item of kinds',
      'x formula:bleu: has an equation for "bleu", which is not an item of kinds (did you mean "blue"?)',
    ],
  ],
  [
    'an equation of one item over its own set',
    items('x', { red: 'kind_price', blue: '0' }),
    [
      'x formula:red: uses kind_price, which runs over kinds, but an equation of one item has a single value; write sum(..., kinds) or let it run over kinds',
    ],
  ],
  [
    'equations for items of a sized set',
    items('x', { red: '0' }, ['sites']),
    ['x over: has an equation for each item, so it must run over one fixed set'],
  ],
];
for (const [name, record, words] of faults) {
  test(`tells ${name}`, () => assert.equal(said([...base, record]), words));
}

test('the stages of a delay have ids of their own', () => {
  const records = [
    input('flow_in', 'USD/year', 1),
    input('years', 'year', 1),
    delay('d', 'USD/year', 'flow_in', 'years'),
    stock('d_2', 'USD', 'd', '0'),
  ];
  assert.equal(said(records), [
    'd_2 id: "d_2" is the id of a record (stock) and of a stage of the delay d; ids are unique',
  ]);
});

test('tells sets and presets that are not sound', () => {
  const wrong = [
    { id: 'sites', title: 'Sites', says: '', most: 0 },
    { id: 'kinds', title: 'Kinds', says: '', most: 3, items: [{ id: 'red', title: 'Red' }] },
  ];
  const lost = [{ id: 'south', title: 'South', says: '', of: 'kinds' }];
  assert.equal(said([], { sets: wrong, presets: lost }), [
    'sites over: the set has most 0; it must be a whole number of at least 1',
    'kinds over: the set has most 3; it must be the number of its items, 1',
    'south over: the preset is of "kinds", which is not a set sized by the scenario',
  ]);
});

test('all mistakes come at once', () => {
  const words = said([
    auxiliary('a', 'USD', 'nothing'),
    auxiliary('b', 'MW', '1'),
    auxiliary('c', 'USD', '2'),
    input('e', 'USD', 1, { low: 2 }),
  ]);
  assert.equal(
    words.map((line) => line.split(':')[0]),
    ['c formula', 'a formula', 'e value', 'b formula'],
  );
});

function range(value: number): { low: number; central: number; high: number } {
  return { low: value, central: value, high: value };
}

function items(id: string, formulas: Record<string, string>, over = ['kinds']): ModelRecord {
  return { kind: 'auxiliary', id, title: 'T', says: 'S.', source: 'definition', unit: 'USD', over, formulas };
}

test.run();
