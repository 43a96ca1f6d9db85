import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { type Columns, makeColumns } from '../../src/analysis/uncertainty/columns.ts';
import { Selector } from '../../src/analysis/uncertainty/quantiles.ts';
import { keyOf, streamOf, uniform } from '../../src/analysis/uncertainty/random.ts';

const CHANCES = [0, 0.05, 0.25, 1 / 3, 0.5, 0.75, 0.95, 1];

/** The same by sorting everything. */
function bySorting(values: Float64Array, chances: readonly number[]): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  return chances.map((chance) => {
    if (sorted.length === 0) return Number.NaN;
    const rank = chance * (sorted.length - 1);
    const below = Math.floor(rank);
    const value = sorted[below]!;
    return rank === below ? value : value + (sorted[below + 1]! - value) * (rank - below);
  });
}

const values = (least: number, most: number) =>
  fc.float64Array({ minLength: least, maxLength: most, noDefaultInfinity: true, min: -1e6, max: 1e6 });

test('quantiles by selection are those of sorting, to the bit, for any numbers and some that are none', () => {
  const selector = new Selector();
  fc.assert(
    fc.property(fc.oneof(values(0, 80), values(200, 400)), (numbers) => {
      const before = [...numbers];
      equal(selector.select(numbers, CHANCES), bySorting(numbers, CHANCES));
      equal([...numbers], before);
    }),
    { numRuns: 200 },
  );
});

test('the same where numbers are crowded, equal, far apart or infinite', () => {
  const selector = new Selector();
  const stream = streamOf(keyOf(1, 'numbers'), 0);
  const shapes: Record<string, (n: number) => number> = {
    even: () => uniform(stream),
    crowded: () => Math.exp(-30 * uniform(stream)),
    'mostly zero': () => (uniform(stream) < 0.9 ? 0 : uniform(stream)),
    'two values': (n) => n % 2,
    'far apart': (n) => (n === 7 ? 1e300 : uniform(stream)),
    'beyond all bounds': (n) => (n === 7 ? 1.7e308 : -1.7e308 * uniform(stream)),
    infinite: (n) => (n === 7 ? Number.POSITIVE_INFINITY : uniform(stream)),
  };
  for (const [name, shape] of Object.entries(shapes)) {
    const numbers = Float64Array.from({ length: 5000 }, (_, n) => shape(n));
    equal(selector.select(numbers, CHANCES.slice(0, -1)), bySorting(numbers, CHANCES.slice(0, -1)), name);
  }
});

test('no values have no quantiles', () => {
  equal(new Selector().select(Float64Array.of(Number.NaN, Number.NaN), [0.5]), [Number.NaN]);
});

const WIDTH = 3;
const MEMBERS = 20_000;

/** Three columns: even, steep with values missing, always the same. */
function results(members: number): Float64Array {
  const stream = streamOf(keyOf(2, 'results'), 0);
  return Float64Array.from({ length: members * WIDTH }, (_, at) => {
    if (at % WIDTH === 0) return uniform(stream) * 100 - 50;
    if (at % WIDTH === 1) return at % 5 === 0 ? Number.NaN : Math.exp(5 * uniform(stream));
    return 42;
  });
}

async function columnsOf(memory: number, pieces: number, peek = false): Promise<Columns> {
  const all = results(MEMBERS);
  const columns = await makeColumns(WIDTH, MEMBERS, memory);
  for (let from = 0; from < MEMBERS; from += pieces) {
    columns.add(all.subarray(from * WIDTH, Math.min(MEMBERS, from + pieces) * WIDTH));
    if (peek) columns.quantiles(0, [0.5]);
  }
  columns.finish();
  return columns;
}

const exact = await columnsOf(1e9, 64);
const digested = await columnsOf(0, 64);

test('results that fit are kept whole', () => {
  ok(exact.exact);
  is(exact.count, MEMBERS);
  const own = results(MEMBERS).filter((_, at) => at % WIDTH === 1);
  equal(exact.quantiles(1, CHANCES), bySorting(own, CHANCES));
  is(exact.missing(1), own.filter(Number.isNaN).length);
  equal(exact.sorted(1), own.filter((value) => !Number.isNaN(value)).sort());
});

test('a t-digest is within a thousandth of the members of the exact quantiles, and within less in the tails', () => {
  is(digested.exact, false);
  is(digested.count, MEMBERS);
  for (const column of [0, 1]) {
    const sorted = exact.sorted(column);
    for (const [n, chance] of CHANCES.entries()) {
      const value = digested.quantiles(column, CHANCES)[n]!;
      const rank = sorted.findLastIndex((one) => one <= value) / (sorted.length - 1);
      ok(
        Math.abs(rank - chance) < (chance < 0.1 || chance > 0.9 ? 0.0005 : 0.001),
        `column ${column} at ${chance}: ${rank}`,
      );
    }
    is(digested.missing(column), exact.missing(column));
  }
  equal(digested.quantiles(2, [0.05, 0.5]), [42, 42]);
  is(digested.sorted(0).length, 1001);
});

test('a digest is the same whatever pieces results come in, and whether or not somebody looks in between', async () => {
  const [pieces, looked] = [await columnsOf(0, 1000), await columnsOf(0, 64, true)];
  for (const other of [pieces, looked]) {
    for (const column of [0, 1, 2]) equal(other.quantiles(column, CHANCES), digested.quantiles(column, CHANCES));
  }
});

test.run();
