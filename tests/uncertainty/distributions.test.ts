import fc from 'fast-check';
import { test } from 'uvu';
import { is, ok, throws } from 'uvu/assert';
import { betaCdf, betaQuantile, betaTail, logBetaOf } from '../../src/analysis/uncertainty/beta.ts';
import { type Limits, quantilesOf } from '../../src/analysis/uncertainty/distributions.ts';
import { normalCdf, normalQuantile } from '../../src/analysis/uncertainty/normal.ts';
import { pertTable } from '../../src/analysis/uncertainty/pert.ts';
import type { Distribution } from '../../src/scenario/types.ts';

/** What @stdlib/stats-base-dists-beta-quantile 0.2.3 gives at these chances. */
const CHANCES = [1e-6, 0.01, 0.1, 0.35, 0.5];
const BETA: readonly [number, number, readonly number[]][] = [
  [1, 5, [2.0000008000004803e-7, 0.0020080483385741996, 0.020851637639023212, 0.0825494373895019, 0.12944943670387585]],
  [
    1.4,
    4.6,
    [0.000012620536001735429, 0.009209136773711006, 0.050792775665962644, 0.14322088956807733, 0.2026648503614662],
  ],
  [
    2.2,
    3.8,
    [0.0006425812390762546, 0.043930331711178494, 0.13619996256367145, 0.2761241285176359, 0.3509994849491179],
  ],
  [3, 3, [0.004652416361586582, 0.10563984355077434, 0.24663645328846662, 0.418571679050687, 0.5]],
  [4.5, 1.5, [0.03770948210796764, 0.300242679485431, 0.5160968014305791, 0.7068658093234623, 0.7788801050772727]],
  [5, 1, [0.06309573444801932, 0.3981071705534972, 0.6309573444801932, 0.8106130830989491, 0.8705505632961241]],
];

test('beta quantiles agree with another library to 1e-13', () => {
  for (const [a, b, wanted] of BETA) {
    for (const [n, p] of CHANCES.entries()) {
      const x = betaQuantile(p, a, b, logBetaOf(a, b));
      ok(Math.abs(x - wanted[n]!) < 1e-13, `beta(${a}, ${b}) at ${p}: ${x}, not ${wanted[n]}`);
    }
  }
});

test('the tabulated PERT quantile is within 1e-10 of the beta quantile, to the very ends', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 1e-9, max: 0.5, noNaN: true }),
      (peak, p) => {
        const [a, b] = [1 + 4 * peak, 5 - 4 * peak];
        const table = pertTable(peak);
        const [low, high] = [betaQuantile(p, a, b, logBetaOf(a, b)), 1 - betaQuantile(p, b, a, logBetaOf(a, b))];
        ok(Math.abs(table.at(p) - low) < 1e-10, `peak ${peak} at ${p}: ${table.at(p)}, not ${low}`);
        // 1 - p itself is rounded: what that moves the quantile by is not the table's doing.
        const rounding = 1e-16 / Math.max(1e-16, slope(1 - p, peak));
        ok(
          Math.abs(table.at(1 - p) - high) < 1e-10 + rounding,
          `peak ${peak} at 1 - ${p}: ${table.at(1 - p)}, not ${high}`,
        );
      },
    ),
    { numRuns: 300 },
  );
});

/** How steeply the chance rises with the value, near a quantile. */
function slope(u: number, peak: number): number {
  const [a, b] = [1 + 4 * peak, 5 - 4 * peak];
  const x = pertTable(peak).at(u);
  return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBetaOf(a, b));
}

test('a beta distribution function is undone by its quantile, and its tail is the rest', () => {
  for (const [a, b] of BETA) {
    const log = logBetaOf(a, b);
    for (const p of [0.001, 0.2, 0.5]) ok(Math.abs(betaCdf(betaQuantile(p, a, b, log), a, b, log) - p) < 1e-14);
    for (const x of [0.1, 0.5, 0.9]) ok(Math.abs(betaCdf(x, a, b, log) + betaTail(x, a, b, log) - 1) < 1e-14);
  }
  is(betaCdf(0, 2, 4, logBetaOf(2, 4)), 0);
  is(betaCdf(1, 2, 4, logBetaOf(2, 4)), 1);
});

/** From @stdlib/math-base-special-erfcinv and -erfc. */
const NORMAL_QUANTILES: readonly [number, number][] = [
  [1e-20, -9.262340089798409],
  [1e-9, -5.997807015007687],
  [0.0001, -3.719016485455681],
  [0.01, -2.3263478740408408],
  [0.2, -0.8416212335729143],
  [0.5, 0],
  [0.9, 1.2815515655446006],
  [0.975, 1.9599639845400538],
];
const NORMAL_CHANCES: readonly [number, number][] = [
  [-20, 2.7536241186063314e-89],
  [-8, 6.220960574271819e-16],
  [-3.5, 0.00023262907903552502],
  [-2.9, 0.0018658133003840384],
  [-1, 0.15865525393145707],
  [0, 0.5],
  [0.3, 0.6179114221889526],
  [2.9, 0.998134186699616],
  [3.1, 0.9990323967867817],
  [6, 0.9999999990134123],
];

test('normal quantiles and chances agree with another library to 1e-13', () => {
  for (const [p, z] of NORMAL_QUANTILES)
    ok(Math.abs(normalQuantile(p) - z) <= 1e-13 * Math.max(1, Math.abs(z)), `${p}`);
  for (const [z, p] of NORMAL_CHANCES) ok(Math.abs(normalCdf(z) - p) <= 1e-13 * p, `${z}: ${normalCdf(z)}`);
  is(normalCdf(-50), 0);
  is(normalCdf(50), 1);
});

const RANGE = { low: 2, central: 3, high: 8 };
const at = (kind: Distribution, u: number, limits?: Limits) => quantilesOf(kind, RANGE, limits)!.at(u);

/** Mean and variance by the midpoint rule over the quantiles. */
function moments(kind: Distribution): { mean: number; variance: number } {
  const n = 200_000;
  const values = Float64Array.from({ length: n }, (_, k) => at(kind, (k + 0.5) / n));
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n };
}

const Z95 = 1.6448536269514722;
const { low: a, central: c, high: b } = RANGE;
const logs = [Math.log(a), Math.log(b)] as const;
const [mu, sigma] = [(logs[0] + logs[1]) / 2, (logs[1] - logs[0]) / (2 * Z95)];
const THEORY: readonly [Distribution, number, number][] = [
  ['pert', (a + 4 * c + b) / 6, (((a + 4 * c + b) / 6 - a) * (b - (a + 4 * c + b) / 6)) / 7],
  ['triangular', (a + b + c) / 3, (a * a + b * b + c * c - a * b - a * c - b * c) / 18],
  ['uniform', (a + b) / 2, (b - a) ** 2 / 12],
  ['normal', (a + b) / 2, ((b - a) / (2 * Z95)) ** 2],
  ['lognormal', Math.exp(mu + sigma ** 2 / 2), (Math.exp(sigma ** 2) - 1) * Math.exp(2 * mu + sigma ** 2)],
];

for (const [kind, mean, variance] of THEORY) {
  test(`${kind} has the mean and the variance of theory`, () => {
    const found = moments(kind);
    ok(Math.abs(found.mean - mean) < 1e-4, `mean ${found.mean}, not ${mean}`);
    ok(Math.abs(found.variance - variance) < 2e-3, `variance ${found.variance}, not ${variance}`);
  });
  test(`${kind} rises`, () => {
    let before = Number.NEGATIVE_INFINITY;
    for (let u = 0.0005; u < 1; u += 0.001) {
      ok(at(kind, u) > before);
      before = at(kind, u);
    }
  });
}

test('low and high are the ends of PERT, triangular and uniform, and P5 and P95 of normal and lognormal', () => {
  for (const kind of ['pert', 'triangular', 'uniform'] as const) {
    ok(at(kind, 1e-12) >= 2 && at(kind, 1e-12) < 2.001);
    ok(at(kind, 1 - 1e-12) <= 8 && at(kind, 1 - 1e-12) > 7.9);
  }
  for (const kind of ['normal', 'lognormal'] as const) {
    ok(Math.abs(at(kind, 0.05) - 2) < 1e-12);
    ok(Math.abs(at(kind, 0.95) - 8) < 1e-12);
  }
});

test('what lies outside the valid range is cut off, not piled up at its ends', () => {
  const limits = { least: 1.5, most: 6 };
  for (const kind of ['normal', 'lognormal'] as const) {
    ok(at(kind, 1e-9, limits) >= 1.5);
    ok(at(kind, 1 - 1e-9, limits) <= 6);
    ok(at(kind, 0.99, limits) < 5.999);
  }
  // A lognormal has no use for a limit at zero.
  is(at('lognormal', 0.3, { least: 0 }), at('lognormal', 0.3));
});

test('a peak at an end is a distribution like any other', () => {
  const range = { low: 2, central: 8, high: 8 };
  ok(Math.abs(quantilesOf('triangular', range)!.at(0.25) - 5) < 1e-12);
  ok(Math.abs(quantilesOf('pert', range)!.at(0.5) - (2 + 6 * 0.5 ** 0.2)) < 1e-10);
});

test('equal ends and "fixed" are sure', () => {
  is(quantilesOf('pert', { low: 3, central: 3, high: 3 }), undefined);
  is(quantilesOf('fixed', RANGE), undefined);
});

test('ends that are none are refused in words', () => {
  throws(() => quantilesOf('pert', { low: 5, central: 3, high: 2 }), /no range/);
  throws(() => quantilesOf('pert', { low: 1, central: 9, high: 2 }), /central 9 is not between 1 and 2/);
  throws(() => quantilesOf('lognormal', { low: 0, central: 1, high: 2 }), /above zero/);
  throws(() => quantilesOf('uniform', { low: 0, central: 1, high: Number.POSITIVE_INFINITY }), /no range/);
});

test.run();
