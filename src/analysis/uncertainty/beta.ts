/** Enough for full precision of both expansions with parameters of at least 1. */
const MOST_TERMS = 500;

/**
 * The regularised incomplete beta function: the chance that a beta-distributed number is at most x. For parameters from 1 to 100.
 * By Lentz's continued fraction, on the side of the mean where it converges fast.
 * @param logBeta  ln B(a, b), see `logBetaOf`.
 */
export function betaCdf(x: number, a: number, b: number, logBeta: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta);
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

/** The other tail, without the loss of digits that 1 - cdf has near 1. */
export function betaTail(x: number, a: number, b: number, logBeta: number): number {
  return betaCdf(1 - x, b, a, logBeta);
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / nonzero(1 - ((a + b) * x) / (a + 1), tiny);
  let result = d;
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonzero(1 + even * d, tiny);
    c = nonzero(1 + even / c, tiny);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonzero(1 + odd * d, tiny);
    c = nonzero(1 + odd / c, tiny);
    const change = d * c;
    result *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) break;
  }
  return result;
}

function nonzero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/**
 * The beta quantile for a chance p of at most 1/2, or close to it: Halley's steps within a bracket that every step tightens.
 * @param guess  a first guess; a good one saves steps.
 */
export function betaQuantile(p: number, a: number, b: number, logBeta: number, guess = 0.5): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let low = 0;
  let high = 1;
  let x = guess > 0 && guess < 1 ? guess : 0.5;
  for (let round = 0; round < 100; round += 1) {
    const off = betaCdf(x, a, b, logBeta) - p;
    if (off === 0) return x;
    if (off > 0) high = x;
    else low = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta);
    const newton = off / density;
    const bend = (a - 1) / x - (b - 1) / (1 - x);
    const step = newton / Math.max(0.5, 1 - 0.5 * newton * bend);
    // The steps converge cubically: after one this small nothing is left to gain.
    if (Math.abs(step) <= 1e-6 * x) return Math.min(1, Math.max(0, x - step));
    const next = x - step;
    x = next > low && next < high ? next : (low + high) / 2;
  }
  return x;
}

/** ln B(a, b). */
export function logBetaOf(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** ln Γ(x) for x of at least 1: Stirling's series, after moving x up to where it has full precision. */
function logGamma(x: number): number {
  let shift = 1;
  let at = x;
  while (at < 15) {
    shift *= at;
    at += 1;
  }
  const r = 1 / (at * at);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360360))))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift);
}
