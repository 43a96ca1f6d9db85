import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compileModel } from '../../src/engine/compile.ts';
import { inferUnit } from '../../src/engine/infer.ts';
import { parseFormula } from '../../src/engine/parse.ts';
import type { ModelRecord } from '../../src/engine/types.ts';
import { dimensionOf, factorOf, formatUnit, ratio } from '../../src/engine/unit-algebra.ts';
import { UnitError, unitSystem, unitTable } from '../../src/engine/units.ts';
import { auxiliary, constant, delay, input, modelOf, stock } from './models.ts';

const baseUnits = ['USD', 'job', 'WIT', 'FLOP', 'H100e', 'gCO2', 'tCO2 = 1000 kgCO2'];
const system = unitSystem(baseUnits);

const same: [string, string, number | null][] = [
  ['MW', 'TWh/year', 0.008766],
  ['TWh/year', 'GW', 1 / 8.766],
  ['MWIT', 'MW', null],
  ['kWIT', 'MWIT', 0.001],
  ['job*year', 'job', null],
  ['USD/kWh', 'USD/MWh', 1000],
  ['MtCO2', 'gCO2', 1e12],
  ['tCO2', 'kgCO2', 1000],
  ['gCO2', 'g', null],
  ['FLOP/s/W', 'TFLOP/(s*TW)', 1],
  ['year', 'month', 12],
  ['L', 'm^3', 0.001],
  ['1', 'month/year', 12],
  ['1/year', '1/month', 1 / 12],
  ['H100e/MW', 'H100e*MW^-1', 1],
];
for (const [from, to, wanted] of same) {
  test(`${from} in ${to}`, () => {
    const found = ratio(system.read(from), system.read(to));
    if (wanted === null || found === null) assert.is(found, wanted);
    else assert.ok(Math.abs(found / wanted - 1) < 1e-12, String(found));
  });
}

test('equal units written in another order are equal exactly, not nearly', () => {
  assert.is(ratio(system.read('MW*h/year'), system.read('h/year*MW')), 1);
  assert.is(dimensionOf(system.read('USD/year')), 'USD*s^-1');
  assert.is(dimensionOf(system.read('month/year')), '1');
});

test('a printed unit reads back as itself', () => {
  for (const text of ['USD/MW/year', 'job*year', '1/year', '1', 'm^2*kg/s^3', 'tCO2/MWh']) {
    const unit = system.read(text);
    assert.is(ratio(system.read(formatUnit(unit)), unit), 1, text);
    assert.ok(factorOf(unit) > 0);
  }
  assert.is(formatUnit(system.read('USD/(MW*year)')), 'USD/MW/year');
});

const badUnits: [string, string][] = [
  ['foo/year', '"foo" in the unit "foo/year" is not a known unit word'],
  ['1000 USD', '"1000 USD" has a number in it; a unit is made of words, such as "USD/year" or "1/year"'],
  ['2', '"2" is not a unit; a plain number has the unit "1"'],
  ['', '"" is not a unit; a plain number has the unit "1"'],
  ['USD/', '"USD/" is not a unit: trailing characters: "USD/"'],
  ['degC', '"degC" counts from a shifted zero; use "K"'],
  ['USD/%', '"USD/%" is not a unit: unexpected "%" in "USD/%" at index 4'],
];
for (const [text, words] of badUnits) {
  test(`refuses the unit "${text}"`, () => {
    assert.throws(
      () => system.read(text),
      (error: Error) => error instanceof UnitError && error.message === words,
    );
  });
}

test('a base unit that cannot be made is refused', () => {
  assert.throws(() => unitSystem(['USD', 'USD']), /the base unit "USD" cannot be made: "USD" is a unit already/);
  assert.throws(() => unitSystem(['kg']), /the base unit "kg" cannot be made: "kg" is a unit already/);
  assert.throws(() => unitSystem(['two words']), /the base unit "two words" cannot be made/);
  assert.throws(() => unitSystem(['x = 3 nothings']), /the base unit "x = 3 nothings" cannot be made/);
});

const records: ModelRecord[] = [
  input('power', 'MW', 1),
  input('energy', 'TWh/year', 1),
  input('money', 'USD', 1),
  input('share', '1', 1),
  input('duration', 'month', 1),
  input('years', 'year', 1),
  input('area', 'm^2', 1),
  constant('months_per_year', 'month/year', 12),
];

/** The messages about one record beside those above. */
function said(record: ModelRecord): string[] {
  const { problems } = compileModel(modelOf([...records, record], [], { baseUnits }));
  return problems.map(({ part, message }) => `${part}: ${message}`);
}

const sound: [string, string][] = [
  ['MW', 'power * share'],
  ['MW', '0'],
  ['1', '1 - share'],
  ['1', '-1'],
  ['year', 'duration / months_per_year'],
  ['month', 'years * months_per_year + time'],
  ['USD/MW', 'power > 0 ? money / power : 0'],
  ['1', 'power > 0 and money != 0 ? share ^ (years / years) : 1'],
  ['1', 'exp(-time / duration) + log(share) ^ share'],
  ['m', 'sqrt(area)'],
  ['1/MW', 'power ^ -1'],
  ['MW', 'max(0, min(power, power * share))'],
  ['MW', 'abs(-power)'],
];
for (const [unit, formula] of sound)
  test(`${formula} is in ${unit}`, () => assert.equal(said(auxiliary('x', unit, formula)), []));

const clashes: [string, string, string[]][] = [
  [
    'MW',
    'energy',
    [
      'formula: gives TWh/year, but the declared unit is MW: one dimension, but 1 TWh/year is 114.077 MW; a named constant must convert',
    ],
  ],
  ['MW', 'money', ['formula: gives USD, but the declared unit is MW: different dimensions']],
  ['MW', '1', ['formula: gives 1, but the declared unit is MW: different dimensions']],
  [
    'MW',
    'power + energy',
    [
      'formula: "+" adds power in MW and energy in TWh/year: one dimension, but 1 TWh/year is 114.077 MW; a named constant must convert',
    ],
  ],
  ['MW', 'power - money', ['formula: "-" takes the difference of power in MW and money in USD: different dimensions']],
  ['MW', 'min(power, 0, 1)', ['formula: "min" compares power in MW and 1 in 1: different dimensions']],
  ['1', 'power > money ? 1 : 0', ['formula: ">" compares power in MW and money in USD: different dimensions']],
  [
    'MW',
    'share > 0 ? power : money',
    ['formula: the branches of "?" are power in MW and money in USD: different dimensions'],
  ],
  ['1', 'exp(power)', ['formula: "exp" takes a plain number, but power is in MW']],
  ['1', 'log(duration / years)', ['formula: "log" takes a plain number, but duration / years is in month/year']],
  ['1', 'share ^ years', ['formula: an exponent is a plain number, but years is in year']],
  ['1', 'power ^ share', ['formula: what is raised to a computed power is a plain number, but power is in MW']],
  [
    '1',
    'exp(power) + log(money)',
    [
      'formula: "exp" takes a plain number, but power is in MW',
      'formula: "log" takes a plain number, but money is in USD',
    ],
  ],
  ['bar2', 'power', ['unit: "bar2" in the unit "bar2" is not a known unit word']],
];
for (const [unit, formula, words] of clashes) {
  test(`${formula} is not in ${unit}`, () => assert.equal(said(auxiliary('x', unit, formula)), words));
}

test('a stock changes by its own unit a year, and starts in its own unit', () => {
  assert.equal(said(stock('x', 'USD', 'money / years', 'money')), []);
  assert.equal(said(stock('x', 'USD', 'money / duration', 'power')), [
    'net: gives USD/month, but the change of this stock is in USD/year: one dimension, but 1 USD/month is 12 USD/year; a named constant must convert',
    'initial: gives MW, but the declared unit is USD: different dimensions',
  ]);
});

test('a delay takes its own unit, a time in years, and holds its unit times a year', () => {
  assert.equal(said(delay('x', 'MW/year', 'power / years', 'years', 'power')), []);
  assert.equal(said(delay('x', 'MW/year', 'power', 'duration', 'power / years')), [
    'input: gives MW, but the declared unit is MW/year: different dimensions',
    'time: gives month, but the time of a delay is in year: one dimension, but 1 month is 0.0833333 year; a named constant must convert',
    'initial: gives MW/year, but what is under way in this delay is in MW: different dimensions',
  ]);
});

test('what is shown in % must be a plain number', () => {
  assert.equal(said({ ...auxiliary('x', 'MW', 'power'), show: '%' }), [
    'unit: is shown in %, but its unit is MW, not 1',
  ]);
});

test('a user’s formula gets a readable unit', () => {
  const units = new Map([
    ['spent', 'USD'],
    ['jobs', 'job'],
    ['power', 'MW'],
  ]);
  const unit = (text: string): string => {
    const found = inferUnit(
      parseFormula(text, { numbers: 'any' }),
      (id) => system.read(units.get(id) ?? '1'),
      assert.unreachable,
    );
    return found === null ? 'any' : formatUnit(found);
  };
  assert.is(unit('spent / jobs * 2'), 'USD/job');
  assert.is(unit('spent / jobs / power ^ 2'), 'USD/job/MW^2');
  assert.is(unit('spent / spent'), '1');
  assert.is(unit('0 * spent'), 'any');
});

test('the table of unit words converts as the unit system does', () => {
  const table = unitTable(baseUnits, ['USD/MW/year']);
  const quotient = (from: string, to: string): number => {
    assert.is(table[from]?.dimension, table[to]?.dimension, `${from} and ${to}`);
    return (table[from]?.factor ?? Number.NaN) / (table[to]?.factor ?? Number.NaN);
  };
  assert.is(quotient('GW', 'MW'), 1000);
  assert.is(quotient('years', 'months'), 12);
  assert.is(quotient('jobs', 'job'), 1);
  assert.is(quotient('GWIT', 'kWIT'), 1e6);
  assert.is(quotient('MtCO2', 'tCO2'), 1e6);
  assert.is(quotient('ML', 'L'), 1e6);
  assert.is(table['1']?.dimension, '1');
  assert.is(table['USD/MW/year']?.dimension, dimensionOf(system.read('USD/MW/year')));
  for (const word of [
    'Wh',
    'TWh',
    'week',
    'acre',
    'hectare',
    'kg',
    't',
    'TFLOP',
    'H100e',
    'USD',
    'MUSD',
    's',
    'hours',
  ]) {
    assert.ok(table[word], word);
  }
});

test.run();
