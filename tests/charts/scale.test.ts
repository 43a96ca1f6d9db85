import fc from 'fast-check';
import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { extent, niceDomain, yearTicks } from '../../web/charts/scale.ts';

const ticks = (least: number, most: number) => [...niceDomain(least, most).ticks];

test('axes that a newspaper would draw', () => {
  equal(ticks(0, 9900), [0, 2000, 4000, 6000, 8000, 10000]);
  equal(ticks(0, 500), [0, 100, 200, 300, 400, 500]);
  equal(ticks(0, 0.3), [0, 0.1, 0.2, 0.3]);
  equal(ticks(-86, 110), [-100, -50, 0, 50, 100, 150]);
});

test('an axis holds zero and both ends, in three to six round steps', () => {
  const size = fc.double({ min: 1e-9, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(size, size, fc.boolean(), fc.boolean(), (a, b, negative, both) => {
      const least = negative || both ? -a : 0;
      const most = negative && !both ? 0 : b;
      const { min, max, ticks } = niceDomain(least, most);
      const slack = 1e-6 * (most - least);
      ok(min <= least + slack && max >= most - slack, `${min} ${max}`);
      ok(ticks.includes(0), 'zero');
      // Across zero two ends are rounded, and one step more may be needed.
      ok(ticks.length >= 3 && ticks.length <= 8, ticks.join(' '));
      const step = ticks[1]! - ticks[0]!;
      const digit = Number((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toPrecision(6));
      ok([1, 2, 5].includes(digit), `step ${step}`);
    }),
  );
});

test('what does not vary is not blown up', () => {
  equal(niceDomain(0, 0), { min: 0, max: 1, ticks: [0] });
  equal(niceDomain(0, Number.NaN).ticks, [0]);
});

test('the extent leaves out what is not a number', () => {
  equal(extent([Float64Array.of(1, Number.NaN, 7), Float64Array.of(-2, Infinity)]), [-2, 7]);
  equal(extent([Float64Array.of(3, 4)]), [0, 4]);
  equal(extent([]), [0, 0]);
});

test('as many years as fit, all of one distance', () => {
  equal(yearTicks(2025, 2040, 20).length, 16);
  equal(yearTicks(2025, 2040, 5), [2025, 2030, 2035, 2040]);
  equal(yearTicks(2025.5, 2027.9, 5), [2026, 2027]);
});

test.run();
