import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { axisUnit, differenceText, quantities, quantity } from '../../web/charts/units.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
const en = (value: number, unit: string) => plain(quantity(value, unit, 'en'));

const SAID: readonly [value: number, unit: string, text: string][] = [
  [500e9, 'USD', '$500 billion'],
  [1.25e12, 'USD', '$1.3 trillion'],
  [141.2e9, 'USD/year', '$141 billion a year'],
  [-32e9, 'USD', '\u2212$32 billion'],
  [999_999_999, 'USD', '$1 billion'],
  [0, 'USD', '$0'],
  [9123, 'MW', '9.1 GW'],
  [300, 'MW', '300 MW'],
  [0.4, 'MW', '400 kW'],
  [12_400, 'MW', '12 GW'],
  [0, 'MW', '0 MW'],
  [56, 'TWh/year', '56 TWh a year'],
  [14.2, 'MtCO2/year', '14 Mt CO₂ a year'],
  [86, 'GL/year', '86 billion litres a year'],
  [0.0005, 'GL/year', '500,000 litres a year'],
  [412_345, 'job', '412,000'],
  [1_234_567, 'job*year', '1.2 million'],
  [3.4, 'fab', '3.4'],
  [0.123, '1', '12%'],
  [0.0123, '1', '1.2%'],
  [46e6, 'USD/MW', '$46 billion per GW'],
  [12e6, 'USD/MW/year', '$12 million per MW a year'],
  [11.24, 'year', '11 years'],
  [2e21, 'FLOP/s', '2 ZFLOP/s'],
  [7, 'litre', '7 litre'],
];

for (const [value, unit, text] of SAID) test(`${value} ${unit} is ${text}`, () => equal(en(value, unit), text));

test('other languages have their own words and marks', () => {
  equal(plain(quantity(500e9, 'USD', 'de')), '500 Milliarden $');
  equal(plain(quantity(9123, 'MW', 'de')), '9,1 GW');
  equal(plain(quantity(1.2e6, 'job', 'fr')), '1,2 million');
});

test('values named together share a prefix and differ where they differ', () => {
  equal(quantities([9900, 300], 'MW', 'en'), ['9.9 GW', '0.3 GW']);
  equal(quantities([9940, 9820], 'MW', 'en'), ['9.9 GW', '9.8 GW']);
  equal(quantities([11_400, 11_100], 'MW', 'en'), ['11.4 GW', '11.1 GW']);
  equal(quantities([9940, 9939], 'MW', 'en'), ['9.9 GW', '9.9 GW']);
  // Each has the digits that it has alone, and none is next to nothing in the other's unit.
  equal(quantities([11_200, 8560], 'MW', 'en'), ['11 GW', '8.6 GW']);
  equal(quantities([11_200, 97], 'MW', 'en'), ['11 GW', '97 MW']);
});

test('a difference is told as an amount and a share, of shares in points', () => {
  const told = (value: number, base: number, part: number | null, unit: string) =>
    plain(differenceText(value, base, part, unit, 'en'));
  equal(told(8560, 11_200, -0.2357, 'MW'), '\u22122.6 GW (\u221224%)');
  equal(told(-13e9, -44e9, 0.7, 'USD'), '+$31 billion (+70%)');
  equal(told(0.084, 0.103, -0.18, '1'), '\u22121.9 points');
  equal(told(0, 0, null, 'fab'), 'the same');
  equal(told(3e9, 0, null, 'USD'), '+$3 billion');
});

test('an axis has one unit, said in words, and its labels are bare numbers', () => {
  const money = axisUnit('USD/year', 150e9, 'en', 50e9);
  equal([money.words, money.label(100e9)], ['billion dollars a year', '100']);
  const power = axisUnit('MW', 10_000, 'en', 2000);
  equal([power.words, power.label(4000)], ['gigawatts', '4']);
  const small = axisUnit('MW', 1, 'en', 0.2);
  equal([small.words, small.label(0.6)], ['megawatts', '0.6']);
  const jobs = axisUnit('job', 300_000, 'en', 1e5);
  equal([jobs.words, jobs.label(2e5)], ['thousand jobs', '200']);
  const water = axisUnit('GL/year', 100, 'en', 20);
  equal([water.words, water.label(40)], ['billion litres a year', '40']);
  equal(axisUnit('1', 0.02, 'en', 0.005).label(0.005), '0.5%');
});

test('every tick of an axis is told from the next', () => {
  for (const unit of ['USD', 'MW', 'job', '1', 'TWh/year', 'GL/year']) {
    for (let power = -6; power <= 13; power++) {
      for (const digit of [1, 2, 5]) {
        const step = digit * 10 ** power;
        const { label } = axisUnit(unit, 5 * step, 'en', step);
        const labels = [0, 1, 2, 3, 4, 5].map((k) => label(k * step));
        if (unit === '1' && power < -5) continue;
        ok(new Set(labels).size === 6, `${unit} ${step}: ${labels.join(' ')}`);
      }
    }
  }
});

test.run();
