/**
 * A root of a continuous function between two arguments at which its signs differ, by Brent's method: the speed of interpolation,
 * with bisection where that does not close in.
 * @param close  how near the root has to be, in the argument's unit.
 */
export function brent(f: (x: number) => number, from: number, to: number, close = 1e-13): number {
  let [a, b] = [from, to];
  let [fa, fb] = [f(a), f(b)];
  if (fa * fb > 0) throw new RangeError('the function has the same sign at both ends');
  let [c, fc] = [a, fa];
  let d = b - a;
  let before = d;
  for (let round = 0; round < 200; round += 1) {
    if (fb * fc > 0) {
      [c, fc] = [a, fa];
      d = b - a;
      before = d;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tolerance = 2 * Number.EPSILON * Math.abs(b) + close / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= tolerance || fb === 0) return b;
    let step = half;
    let last = half;
    if (Math.abs(before) >= tolerance && Math.abs(fa) > Math.abs(fb)) {
      const tried = interpolate(a, b, c, fa, fb, fc);
      if (2 * Math.abs(tried) < Math.min(3 * Math.abs(half) - tolerance, Math.abs(before)) && tried * half > 0) {
        step = tried;
        last = d;
      }
    }
    before = last;
    d = step;
    [a, fa] = [b, fb];
    b += Math.abs(d) > tolerance ? d : Math.sign(half) * tolerance;
    fb = f(b);
  }
  return b;
}

/** How far to move from b: by a line through two points, or by an inverse parabola through three. */
function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  return (s * ((b - a) * (r - 1) - (c - b) * q * (q - r))) / ((q - 1) * (r - 1) * (s - 1));
}
