import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { fixed, row } from '../../src/cli/digits.ts';
import { labelOf, type Measured, quantity, scaleFor } from '../../src/cli/scale.ts';
import { sparkline } from '../../src/cli/sparkline.ts';
import { meta } from '../../src/generated/meta.ts';

const SHOWN: [value: number, measured: Measured, text: string][] = [
  [500e9, { unit: 'USD' }, '$500 billion'],
  [-36.23e9, { unit: 'USD' }, '-$36.2 billion'],
  [1500, { unit: 'USD' }, '$1,500'],
  [9121.5, { unit: 'MW' }, '9.12 GW'],
  [200, { unit: 'MW' }, '200 MW'],
  [999.7, { unit: 'MW' }, '1 GW'],
  [0, { unit: 'MW' }, '0 MW'],
  [8765, { unit: 'MWIT' }, '8.77 GW IT'],
  [20e3, { unit: 'MW/year', prefer: 'GW/year' }, '20 GW/year'],
  [38412, { unit: 'job' }, '38.4 thousand jobs'],
  [5821, { unit: 'job' }, '5,820 jobs'],
  [1, { unit: 'job' }, '1 job'],
  [1.23e6, { unit: 'job*year' }, '1.23 million job-years'],
  [0.1234, { unit: '1', show: '%' }, '12.3 %'],
  [41.6e6, { unit: 'USD/MW', prefer: 'billion USD/GW' }, '$41.6 billion/GW'],
  [13e6, { unit: 'USD/MW/year', prefer: 'million USD/MW/year' }, '$13 million/MW/year'],
  [0.6e-6, { unit: 'job*year/USD', prefer: 'job*year/million USD' }, '0.6 job-years/$ million'],
  [3.6e12, { unit: 'CNY' }, '3.6 trillion yuan'],
  [9.9e21, { unit: 'FLOP/s' }, '9.9 ZFLOP/s'],
  [4.2, { unit: 'GL/year' }, '4.2 billion litres/year'],
  [0.3, { unit: 'MtCO2/year' }, '300 kt CO₂/year'],
  [1.2, { unit: 'kW/kWIT' }, '1.2 kW/kW IT'],
  [25e9, { unit: 'USD/fab' }, '$25 billion/chip plant'],
  [2029.5, { unit: 'year' }, '2029.5'],
  [5.3, { unit: 'year' }, '5.3 years'],
  [1.51, { unit: '1' }, '1.51'],
  [1e-7, { unit: '1' }, '1e-7'],
  [Number.NaN, { unit: 'MW' }, '–'],
];
for (const [value, measured, text] of SHOWN) {
  test(`${value} ${measured.show ?? measured.unit} is "${text}"`, () => is(quantity(value, measured), text));
}

test('every unit of the model is shown without a trace of how units are written', () => {
  for (const { unit, show, input } of meta.records) {
    const text = quantity(123456, { unit, show, prefer: input?.prefer });
    ok(!/USD|undefined|NaN|\*/u.test(text), `${unit}: ${text}`);
  }
});

test('a prefix never changes a quantity', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e15, noNaN: true }), (value) => {
      const { factor, noun } = scaleFor({ unit: 'MW' }, value);
      const power = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'].indexOf(noun.one.replace(/W$/u, ''));
      ok(Math.abs(value * factor * 1000 ** (power - 2) - value) <= 1e-12 * value);
    }),
  );
});

test('numbers of a row have as many decimals each', () => {
  equal(row([0.4, 4.3, 11.25]), ['0.4', '4.3', '11.3']);
  equal(row([500, 500]), ['500', '500']);
  equal(row([0, 1.2345, Number.NaN]), ['0', '1.23', '–']);
  equal(row([-36.23, 2.1]), ['-36', '2']);
  equal(row([1234.5, 0.004]), ['1,235', '0']);
  equal(fixed([-0.001, 0.001], 1), ['0.0', '0.0']);
});

test('a row says its unit once, and not what its title says', () => {
  const label = (title: string, measured: Measured, size: number) =>
    labelOf(title, scaleFor(measured, size, 1e3)).join('');
  is(label('Spending', { unit: 'USD/year' }, 5e11), 'Spending, $bn/yr');
  is(label('Construction jobs', { unit: 'job' }, 40e3), 'Construction jobs, thousand');
  is(label('Chip plants running', { unit: 'fab' }, 12), 'Chip plants running');
  is(label('H100-equivalents in use', { unit: 'H100e' }, 5e6), 'H100-equivalents in use, million');
  is(label('In use', { unit: 'MW' }, 9000), 'In use, GW');
});

test('a sparkline rises from zero, or from the lowest value below it', () => {
  is(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8), '▁▂▃▄▅▆▇█');
  is(sparkline([0, 0, 0], 3), '▁▁▁');
  is(sparkline([-7, 0], 2), '▁█');
  is(sparkline([7, 7], 4), '████');
  is(sparkline([Number.NaN, 1], 2), ' █');
  is(sparkline([0, 0, 8, 8], 2), '▁█');
});

test.run();
