import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { commonTimes, isoMonth, monthName, nearestIndex, onTimes, valueAt, yearOf } from '../../web/charts/times.ts';
import { MONTHS, story } from './fixtures.ts';

const months = (first: number, count: number, step = 1) =>
  Float64Array.from({ length: count }, (_, i) => first + (i * step) / 12);

test('a month of a decimal year and back', () => {
  equal(isoMonth(2025), '2025-01');
  equal(isoMonth(2029 + 11 / 12), '2029-12');
  equal(yearOf('2026-04-27'), 2026.25);
  fc.assert(
    fc.property(fc.integer({ min: 1900 * 12, max: 2200 * 12 }), (month) => {
      equal(Math.round(yearOf(isoMonth(month / 12)) * 12), month);
    }),
  );
});

test('month names go through Intl', () => {
  equal(monthName(2029 + 2 / 12, 'en'), 'Mar 2029');
  equal(monthName(2029 + 2 / 12, 'de'), 'März 2029');
});

test('runs with the same times keep their array, and nothing is copied', () => {
  const sources = [story(), story({ times: months(2025, 181) })];
  is(commonTimes(sources), sources[0]!.times);
  const values = sources[1]!.series('spending')!;
  is(onTimes(values, sources[1]!.times, MONTHS), values);
});

test('runs that differ in start, end or step meet on every month that one of them has', () => {
  const quarters = months(2025, 5, 3);
  const later = months(2025.5, 13);
  const common = commonTimes([story({ times: quarters }), story({ times: later })]);
  equal(Array.from(common, isoMonth).slice(0, 4), ['2025-01', '2025-04', '2025-07', '2025-08']);
  equal(isoMonth(common[common.length - 1]!), '2026-07');
  const values = onTimes(Float64Array.of(0, 3, 6, 9, 12), quarters, common);
  equal(Array.from(values.slice(0, 4), Math.round), [0, 3, 6, 7]);
  ok(Number.isNaN(values[values.length - 1]!), 'nothing is made up beyond the end');
});

test('codes hold until they change; numbers run straight between steps', () => {
  const quarters = months(2025, 3, 3);
  equal(valueAt(Float64Array.of(2, 3, 0), quarters, 2025 + 2 / 12, true), 2);
  equal(Math.round(valueAt(Float64Array.of(0, 30, 60), quarters, 2025 + 2 / 12) * 1e6) / 1e6, 20);
  ok(Number.isNaN(valueAt(Float64Array.of(1, 2, 3), quarters, 2024.5)));
});

test('the nearest time is the nearest of all', () => {
  fc.assert(
    fc.property(fc.double({ min: 2020, max: 2045, noNaN: true }), (year) => {
      const distance = (i: number) => Math.abs(MONTHS[i]! - year);
      const best = Math.min(...MONTHS.map((_, i) => distance(i)));
      ok(Math.abs(distance(nearestIndex(MONTHS, year)) - best) < 1e-9);
    }),
  );
});

test.run();
