import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { Selector } from '../../src/analysis/uncertainty/quantiles.ts';
import { histogramOf, likelihood, quantileOf, roundTicks } from '../../web/charts/distribution.ts';

const sortedOf = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();
const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 300 });

test('quantiles are those of the library, bit for bit', () => {
  fc.assert(
    fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, chance) => {
      const sorted = sortedOf(values);
      is(quantileOf(sorted, chance), new Selector().select(sorted, [chance])[0]);
    }),
  );
  ok(Number.isNaN(quantileOf(new Float64Array(), 0.5)));
});

test('the chance of a bound counts what keeps it, and what has no value keeps none', () => {
  const sorted = sortedOf([1, 2, 2, 3, 4]);
  equal(likelihood(sorted, 5, { least: 2 }).chance, 0.8);
  equal(likelihood(sorted, 5, { most: 2 }).chance, 0.6);
  equal(likelihood(sorted, 10, { least: 2, most: 3 }).chance, 0.3);
  equal(likelihood(sorted, 5, { least: 3, most: 2 }).chance, 0);
  const { chance, standardError } = likelihood(sorted, 10, { least: 4 });
  is(chance, 0.1);
  is(standardError, Math.sqrt((0.1 * 0.9) / 10));
});

test('every draw is in one bin or beyond the ends, and bins have one round width', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const sorted = sortedOf(values);
      const { bins, below, above, from, to } = histogramOf(sorted);
      is(
        bins.reduce((sum, { count }) => sum + count, below + above),
        values.length,
      );
      ok(bins.every((bin, n) => n === 0 || bin.from === bins[n - 1]!.to));
      ok(from <= bins[0]!.from && to >= bins.at(-1)!.to);
      ok(bins.length <= 80, `${bins.length} bins`);
    }),
  );
});

test('a few far values do not squeeze the others; what has to be seen is on the axis', () => {
  const values = Array.from({ length: 1000 }, (_, n) => n / 1000);
  const { to, above } = histogramOf(sortedOf([...values, 500, 600]));
  ok(to < 2, `${to}`);
  is(above, 2);
  is(histogramOf(sortedOf(values), [-3, 7]).from, -3);
  is(histogramOf(sortedOf(values), [-3, 7]).to, 7);
});

test('values that are all alike are one bin', () => {
  const { bins } = histogramOf(sortedOf([7, 7, 7]));
  equal(
    bins.map(({ count }) => count),
    [3],
  );
  equal(histogramOf(new Float64Array()).bins, []);
});

test('ticks are round and between the ends', () => {
  equal(roundTicks(4100, 14_000, 5), [6000, 8000, 10_000, 12_000, 14_000]);
  equal(roundTicks(-0.3, 0.3, 6), [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  equal(roundTicks(5, 5, 4), [5]);
});

test.run();
