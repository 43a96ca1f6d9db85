import { betaQuantile, logBetaOf } from './beta.ts';

/** Pieces of each half, and the degree of the polynomial in each: the largest error is below 1e-12 of the range. */
const PIECES = 16;
const DEGREE = 10;
const MOST_TABLES = 1000;

/**
 * The quantile function of a PERT distribution over 0 to 1 whose peak is at `peak`: a beta distribution with a = 1 + 4 peak and
 * b = 6 - a. Solving for each draw costs a microsecond, so it is tabulated: in u^(1/a) below the median, and in (1 - u)^(1/b)
 * above it, the function is smooth to the very ends, and short polynomials have full precision.
 */
export class PertTable {
  private readonly lower: Half;
  private readonly upper: Half;

  constructor(peak: number) {
    const a = 1 + 4 * peak;
    this.lower = new Half(a, 6 - a);
    this.upper = peak === 0.5 ? this.lower : new Half(6 - a, a);
  }

  /** The quantile at u, strictly between 0 and 1. */
  at(u: number): number {
    return u <= 0.5 ? this.lower.at(u) : 1 - this.upper.at(1 - u);
  }
}

const tables = new Map<number, PertTable>();

/** @param peak  from 0 to 1. */
export function pertTable(peak: number): PertTable {
  const known = tables.get(peak);
  if (known !== undefined) return known;
  // Moving a slider makes new shapes; those of long ago go.
  if (tables.size >= MOST_TABLES) for (const old of [...tables.keys()].slice(0, MOST_TABLES / 2)) tables.delete(old);
  const table = new PertTable(peak);
  tables.set(peak, table);
  return table;
}

/** Half of the quantile function, for chances of at most 1/2. */
class Half {
  private readonly power: number;
  private readonly scale: number;
  private readonly coefficients = new Float64Array(PIECES * (DEGREE + 1));

  constructor(a: number, b: number) {
    const end = 0.5 ** (1 / a);
    const width = end / PIECES;
    const logBeta = logBetaOf(a, b);
    this.power = 1 / a;
    this.scale = PIECES / end;
    // What comes before gives a first guess, at the lower end the leading term of the series.
    let [x, s, slope] = [0, 0, Math.exp((logBeta + Math.log(a)) / a)];
    for (let piece = 0; piece < PIECES; piece += 1) {
      const values = NODES.map((node) => {
        const next = (piece + (node + 1) / 2) * width;
        const found = betaQuantile(next ** a, a, b, logBeta, x + slope * (next - s));
        [x, s, slope] = [found, next, (found - x) / (next - s)];
        return found;
      });
      interpolate(values, this.coefficients.subarray(piece * (DEGREE + 1), (piece + 1) * (DEGREE + 1)));
    }
  }

  at(p: number): number {
    const position = Math.exp(Math.log(p) * this.power) * this.scale;
    const piece = Math.min(PIECES - 1, position | 0);
    const t = 2 * (position - piece) - 1;
    const first = piece * (DEGREE + 1);
    let sum = this.coefficients[first + DEGREE]!;
    for (let n = first + DEGREE - 1; n >= first; n -= 1) sum = sum * t + this.coefficients[n]!;
    return Math.max(0, sum);
  }
}

/** Chebyshev's nodes on -1 to 1, rising. */
const NODES = Array.from({ length: DEGREE + 1 }, (_, k) => -Math.cos((Math.PI * (k + 0.5)) / (DEGREE + 1)));

/** For each power of t, what each node's value adds to its coefficient: Lagrange's polynomials, multiplied out once. */
const LAGRANGE = NODES.map((node, k) => {
  let polynomial = [1];
  for (const [n, other] of NODES.entries()) {
    if (n === k) continue;
    const scale = 1 / (node - other);
    const next = new Array<number>(polynomial.length + 1).fill(0);
    for (const [power, factor] of polynomial.entries()) {
      next[power] = (next[power] ?? 0) - factor * other * scale;
      next[power + 1] = (next[power + 1] ?? 0) + factor * scale;
    }
    polynomial = next;
  }
  return polynomial;
});

function interpolate(values: readonly number[], into: Float64Array): void {
  for (const [k, value] of values.entries()) {
    for (const [power, factor] of (LAGRANGE[k] ?? []).entries()) into[power] = (into[power] ?? 0) + factor * value;
  }
}
