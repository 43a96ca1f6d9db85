import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, ok, throws } from 'uvu/assert';
import type { Axis } from '../../src/analysis/uncertainty/axes.ts';
import type { Correlation } from '../../src/analysis/uncertainty/correlations.ts';
import { quantilesOf } from '../../src/analysis/uncertainty/distributions.ts';
import { Draws, type Method } from '../../src/analysis/uncertainty/draws.ts';
import { keyOf, shuffled } from '../../src/analysis/uncertainty/random.ts';
import { rankCorrelation } from '../../src/analysis/uncertainty/ranks.ts';
import { DIMENSIONS, directions, scramble, sobolBits } from '../../src/analysis/uncertainty/sobol.ts';
import type { Distribution } from '../../src/scenario/types.ts';

const METHODS: readonly Method[] = ['latin-hypercube', 'random', 'sobol'];

function axis(lever: string, distribution: Distribution = 'uniform', dimension?: number): Axis {
  const range = { low: 0, central: 0.3, high: 1 };
  const quantiles = quantilesOf(distribution, range)!;
  const own = dimension === undefined ? {} : { dimension };
  return { lever, title: lever, unit: '1', range, distribution, quantiles, whole: false, ...own };
}

interface Plan {
  axes: readonly Axis[];
  members: number;
  seed?: number;
  method?: Method;
  correlations?: readonly Correlation[];
}

function draws({ axes, members, seed = 1, method = 'latin-hypercube', correlations = [] }: Plan): Draws {
  return new Draws({ axes, members, seed, method, correlations });
}

/** Each lever's values, member after member. */
function columns(plan: Plan): Float64Array[] {
  const values = draws(plan).values(0, plan.members);
  return plan.axes.map((_, n) => values.filter((_value, at) => at % plan.axes.length === n));
}

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, n) => axis(name, 'uniform', n));
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('a shuffle is one to one for any length and key', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 700 }), fc.integer(), (n, seed) => {
      const key = keyOf(seed, 'lever');
      const places = Array.from({ length: n }, (_, index) => shuffled(index, n, key));
      equal(
        places.sort((a, b) => a - b),
        Array.from({ length: n }, (_, index) => index),
      );
    }),
    { numRuns: 60 },
  );
});

test('a shuffle mixes well: no place is preferred, and neighbours part', () => {
  const n = 97;
  const rounds = 4000;
  const first = new Float64Array(n);
  let product = 0;
  for (let seed = 0; seed < rounds; seed += 1) {
    const key = keyOf(seed, 'lever');
    const place = shuffled(0, n, key);
    first[place]! += 1;
    product += (place - (n - 1) / 2) * (shuffled(1, n, key) - (n - 1) / 2);
  }
  const wanted = rounds / n;
  const chiSquare = first.reduce((sum, count) => sum + (count - wanted) ** 2 / wanted, 0);
  // 96 degrees of freedom: beyond 170 once in a hundred thousand.
  ok(chiSquare < 170, `chi-square ${chiSquare}`);
  const variance = (n * n - 1) / 12;
  ok(Math.abs(product / rounds / variance) < 0.08, `correlation ${product / rounds / variance}`);
});

test('a Latin hypercube has one value of each lever in each stratum, whatever correlates', () => {
  const correlations: Correlation[] = [
    ['a', 'b', 0.8],
    ['b', 'c', -0.5],
  ];
  for (const members of [1, 7, 64, 1000]) {
    for (const values of columns({ axes: LETTERS, members, correlations })) {
      const strata = [...values].map((value) => Math.floor(value * members)).sort((a, b) => a - b);
      equal(
        strata,
        Array.from({ length: members }, (_, n) => n),
      );
    }
  }
});

test('the points of the first Sobol dimensions are the published ones', () => {
  const points = (dimension: number) =>
    Array.from({ length: 8 }, (_, n) => sobolBits(n, directions(dimension)) * 2 ** -32);
  // As Joe and Kuo's program prints them, which goes through indices in the order of a Gray code: 0 1 3 2 6 7 5 4.
  const printed = [
    [0, 0, 0],
    [0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25],
    [0.25, 0.75, 0.75],
    [0.375, 0.375, 0.625],
    [0.875, 0.875, 0.125],
    [0.625, 0.125, 0.875],
    [0.125, 0.625, 0.375],
  ];
  const found = [0, 1, 3, 2, 6, 7, 5, 4].map((n) => [0, 1, 2].map((dimension) => points(dimension)[n]));
  equal(found, printed);
  throws(() => directions(DIMENSIONS), /there are 256 dimensions/);
});

test('every Sobol dimension puts one of 256 points in each stratum, scrambled or not, and pairs fill squares', () => {
  for (let dimension = 0; dimension < DIMENSIONS; dimension += 5) {
    const words = directions(dimension);
    for (const seed of [0, 12345]) {
      const strata = new Set(Array.from({ length: 256 }, (_, n) => scramble(sobolBits(n, words), seed) >>> 24));
      is(strata.size, 256, `dimension ${dimension}`);
    }
  }
  // The first two dimensions are a (0, 2)-net: 16 by 16 squares, one point in each, which scrambling keeps.
  const squares = new Set(
    Array.from({ length: 256 }, (_, n) => {
      const [x, y] = [0, 1].map((dimension) => scramble(sobolBits(n, directions(dimension)), 77 + dimension) >>> 28);
      return (x ?? 0) * 16 + (y ?? 0);
    }),
  );
  is(squares.size, 256);
});

for (const method of METHODS) {
  test(`${method}: means, variances and independence are those of theory`, () => {
    const members = 4096;
    const axes = [
      axis('pert', 'pert', 0),
      axis('triangular', 'triangular', 1),
      axis('uniform', 'uniform', 2),
      axis('one more', 'uniform'),
    ];
    const pert = (0 + 4 * 0.3 + 1) / 6;
    const theory = [
      [pert, (pert * (1 - pert)) / 7],
      [1.3 / 3, (1 + 0.09 - 0.3) / 18],
      [0.5, 1 / 12],
      [0.5, 1 / 12],
    ];
    const found = columns({ axes, members, method });
    for (const [n, values] of found.entries()) {
      const [wanted = 0, variance = 0] = theory[n] ?? [];
      // Random draws are within four standard errors; the others far within.
      const slack = (method === 'random' ? 4 : 0.2) * Math.sqrt(variance / members);
      ok(Math.abs(mean(values) - wanted) < slack, `${axes[n]?.lever}: mean ${mean(values)}, not ${wanted}`);
      const spread = mean(values.map((value) => (value - mean(values)) ** 2));
      ok(Math.abs(spread / variance - 1) < 0.07, `${axes[n]?.lever}: variance ${spread}, not ${variance}`);
      for (let m = 0; m < n; m += 1) {
        const r = rankCorrelation(values, found[m]!);
        ok(Math.abs(r) < 4 / Math.sqrt(members), `${axes[n]?.lever} and ${axes[m]?.lever}: ${r}`);
      }
    }
  });

  test(`${method}: rank correlations are the stated ones`, () => {
    const correlations: Correlation[] = [
      ['a', 'b', 0.8],
      ['b', 'c', -0.5],
      ['d', 'f', 0.3],
    ];
    const found = columns({ axes: LETTERS, members: 5000, method, correlations });
    for (const [from, to, wanted] of correlations) {
      const at = (name: string) => found[LETTERS.findIndex(({ lever }) => lever === name)]!;
      const r = rankCorrelation(at(from), at(to));
      ok(Math.abs(r - wanted) < 0.03, `${from} and ${to}: ${r}, not ${wanted}`);
    }
    ok(Math.abs(rankCorrelation(found[0]!, found[3]!)) < 0.05);
    for (const values of found) ok(Math.abs(mean(values) - 0.5) < 0.02);
  });

  test(`${method}: another lever leaves the others' draws alone, and so does the order`, () => {
    const few = columns({ axes: LETTERS.slice(1, 4), members: 300, method });
    const more = columns({ axes: [axis('new', 'pert'), ...LETTERS.toReversed()], members: 300, method });
    const [b, c, d] = few;
    equal([more[5], more[4], more[3]], [b, c, d]);
  });

  test(`${method}: members are the same drawn alone, in pieces or at once, and change with the seed`, () => {
    const plan = { axes: LETTERS, members: 500, method, correlations: [['a', 'b', 0.5]] as Correlation[] };
    const all = draws(plan).values(0, 500);
    const pieces = [0, 64, 65, 200, 499].map((from, n, list) => draws(plan).values(from, list[n + 1] ?? 500));
    equal(Float64Array.from(pieces.flatMap((piece) => [...piece])), all);
    const other = draws({ ...plan, seed: 2 }).values(0, 500);
    ok(all.every((value, n) => value !== other[n]));
  });
}

test('a perfect correlation is possible, and what contradicts itself is named', () => {
  const [a, b] = columns({ axes: LETTERS.slice(0, 2), members: 200, correlations: [['a', 'b', 1]] });
  ok(rankCorrelation(a!, b!) > 0.9999);
  const wrong: Correlation[] = [
    ['a', 'b', 0.1],
    ['b', 'c', 0.9],
    ['a', 'c', -0.9],
    ['c', 'd', 0.1],
  ];
  throws(
    () => draws({ axes: LETTERS, members: 10, correlations: wrong }),
    /contradict each other, where a pair that is not stated counts as 0: b and c by 0.9, a and c by -0.9$/,
  );
  throws(() => draws({ axes: LETTERS, members: 10, correlations: [['a', 'a', 0.5]] }), /with itself/);
  throws(() => draws({ axes: LETTERS, members: 10, correlations: [['a', 'b', 2]] }), /not from -1 to 1/);
  const twice: Correlation[] = [
    ['a', 'b', 0.5],
    ['b', 'a', 0.4],
  ];
  throws(() => draws({ axes: LETTERS, members: 10, correlations: twice }), /stated twice/);
});

test('a correlation with a lever that is sure does nothing', () => {
  const plan = { axes: LETTERS, members: 100 };
  equal(draws({ ...plan, correlations: [['a', 'sure', 0.9]] }).values(0, 100), draws(plan).values(0, 100));
});

test('dates and choices are whole numbers', () => {
  const months = {
    ...axis('start'),
    quantiles: quantilesOf('uniform', { low: 0, central: 5, high: 12 })!,
    whole: true,
  };
  const [values] = columns({ axes: [months], members: 100 });
  ok(values!.every(Number.isInteger));
  ok(new Set(values).size === 13);
});

test.run();
