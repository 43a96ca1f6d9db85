import { normalCdf, normalQuantile } from './normal.ts';

/** Two levers and their rank correlation, -1 to 1. */
export type Correlation = readonly [string, string, number];

/** What is left of a pivot or a row by rounding. */
const ROUNDING = 1e-9;

/** Levers that hang together, directly or through others, and how their normal scores are mixed. */
export interface Bundle {
  /** Positions in the list of levers, in its order. */
  readonly members: readonly number[];
  /** The lower triangle of Cholesky's factor, row after row. */
  readonly factor: readonly (readonly number[])[];
}

/**
 * Finds the levers that correlate and factors their matrix. A rank correlation r of a Gaussian copula comes from normal scores that
 * correlate by 2 sin(π r / 6). Pairs of which one is not sampled do nothing.
 * @throws RangeError where the pairs contradict each other: it names a smallest set of them that does.
 */
export function bundlesOf(names: readonly string[], correlations: readonly Correlation[]): Bundle[] {
  const position = new Map(names.map((name, n) => [name, n]));
  const pairs = correlations.filter(([a, b, r]) => {
    if (a === b) throw new RangeError(`"${a}" cannot correlate with itself`);
    if (!(r >= -1 && r <= 1)) throw new RangeError(`the correlation of "${a}" and "${b}" is ${r}, not from -1 to 1`);
    return position.has(a) && position.has(b);
  });
  refuseTwice(pairs);
  const bundles: Bundle[] = [];
  const left = new Set(names.filter((name) => pairs.some(([a, b]) => a === name || b === name)));
  for (const name of left) {
    const together = connected(name, pairs);
    for (const one of together) left.delete(one);
    const members = names.filter((one) => together.has(one));
    const own = pairs.filter(([a]) => together.has(a));
    const factor = cholesky(matrixOf(members, own));
    if (factor === undefined) {
      const culprits = contradiction(members, own).map(([a, b, r]) => `${a} and ${b} by ${r}`);
      throw new RangeError(
        `these correlations contradict each other, where a pair that is not stated counts as 0: ${culprits.join(', ')}`,
      );
    }
    bundles.push({ members: members.map((one) => position.get(one) ?? -1), factor });
  }
  return bundles;
}

/** Turns independent uniform numbers of a bundle's levers, in place, into uniform numbers that correlate. */
export function correlate(bundle: Bundle, u: Float64Array): void {
  const scores = u.map(normalQuantile);
  for (const [row, factors] of bundle.factor.entries()) {
    if (row === 0) continue;
    let score = 0;
    for (let n = 0; n <= row; n += 1) score += (factors[n] ?? 0) * (scores[n] ?? 0);
    u[row] = Math.min(1 - 2 ** -53, Math.max(2 ** -53, normalCdf(score)));
  }
}

function refuseTwice(pairs: readonly Correlation[]): void {
  const seen = new Set<string>();
  for (const [a, b] of pairs) {
    const key = [a, b].sort().join(' ');
    if (seen.has(key)) throw new RangeError(`the correlation of "${a}" and "${b}" is stated twice`);
    seen.add(key);
  }
}

function connected(start: string, pairs: readonly Correlation[]): Set<string> {
  const found = new Set([start]);
  for (const name of found) {
    for (const [a, b] of pairs) {
      if (a === name) found.add(b);
      if (b === name) found.add(a);
    }
  }
  return found;
}

function matrixOf(members: readonly string[], pairs: readonly Correlation[]): number[][] {
  const at = new Map(members.map((name, n) => [name, n]));
  const matrix = members.map((_, row) => members.map((_, column): number => (row === column ? 1 : 0)));
  for (const [a, b, r] of pairs) {
    const [row, column] = [at.get(a) ?? 0, at.get(b) ?? 0];
    const score = 2 * Math.sin((Math.PI * r) / 6);
    matrix[row]![column] = score;
    matrix[column]![row] = score;
  }
  return matrix;
}

/** Cholesky's factor of a positive semidefinite matrix, or undefined for any other. A pivot of zero means: follows from those before. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const factor: number[][] = matrix.map((row) => row.map(() => 0));
  for (let k = 0; k < matrix.length; k += 1) {
    const rest = (row: number): number => {
      let sum = matrix[row]![k]!;
      for (let n = 0; n < k; n += 1) sum -= factor[row]![n]! * factor[k]![n]!;
      return sum;
    };
    const pivot = rest(k);
    if (pivot < -ROUNDING) return undefined;
    const zero = pivot < ROUNDING;
    const root = zero ? 0 : Math.sqrt(pivot);
    factor[k]![k] = root;
    for (let row = k + 1; row < matrix.length; row += 1) {
      const off = rest(row);
      if (zero && Math.abs(off) > Math.sqrt(ROUNDING)) return undefined;
      factor[row]![k] = zero ? 0 : off / root;
    }
  }
  return factor;
}

/** Drops every pair without which the others still contradict each other. */
function contradiction(members: readonly string[], pairs: readonly Correlation[]): readonly Correlation[] {
  let needed = pairs;
  for (const pair of pairs) {
    const without = needed.filter((one) => one !== pair);
    if (cholesky(matrixOf(members, without)) === undefined) needed = without;
  }
  return needed;
}
