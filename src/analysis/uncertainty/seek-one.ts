import { brent } from '../roots.ts';
import type { Way } from './bounds.ts';

/** Where a function is as wanted, or where it comes closest. */
export interface Reached {
  readonly found: boolean;
  readonly input: number;
  readonly output: number;
  /** Why it is not found. */
  readonly why?: 'bound' | 'level' | 'turns' | 'jumps' | 'nothing';
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How near an output has to be to what was wanted, as a share of it. */
export const NEAR = 1e-9;
const STEPS = 60;
const GRID = 32;

/**
 * Looks for the argument nearest to where the lever is at which a function has a value. Outwards in both directions in growing steps
 * until the value lies between two neighbours, and from there on by bracketing. Of a whole number: the neighbour that comes closer.
 * @param f  not a number where it has no value.
 */
export function seekAlong(f: (x: number) => number, way: Way, wanted: number): Reached {
  const search = new Search(f, way, wanted);
  return search.run();
}

class Search {
  private readonly known = new Map<number, number>();
  private readonly f: (x: number) => number;
  private readonly way: Way;
  private readonly wanted: number;

  constructor(f: (x: number) => number, way: Way, wanted: number) {
    this.f = f;
    this.way = way;
    this.wanted = wanted;
  }

  run(): Reached {
    const { way, wanted } = this;
    const start = this.at(Math.min(way.to, Math.max(way.from, way.value)));
    if (this.hits(start)) return { found: true, input: start.x, output: start.y };
    const roots = [this.outwards(start, -1), this.outwards(start, 1)].filter((root) => root !== undefined);
    const between = roots.length > 0 ? roots : this.grid();
    const nearest = between.sort((a, b) => Math.abs(a.x - way.value) - Math.abs(b.x - way.value))[0];
    if (nearest === undefined) return this.closest();
    const reached = { input: nearest.x, output: nearest.y };
    if (way.whole || this.hits(nearest)) return { found: true, ...reached };
    const far = Math.abs(nearest.y - wanted) > 1e-6 * Math.max(Math.abs(wanted), Math.abs(start.y));
    return far ? { found: false, ...reached, why: 'jumps' } : { found: true, ...reached };
  }

  private at(x: number): Point {
    const place = this.way.whole ? Math.round(x) : x;
    const y = this.known.get(place) ?? this.f(place);
    this.known.set(place, y);
    return { x: place, y };
  }

  private hits({ y }: Point): boolean {
    return Math.abs(y - this.wanted) <= NEAR * Math.abs(this.wanted);
  }

  private outwards(start: Point, direction: -1 | 1): Point | undefined {
    const { from, to, scale, whole } = this.way;
    const end = direction < 0 ? from : to;
    let before = start;
    let step = whole ? 1 : scale / 16;
    for (let n = 0; n < STEPS && before.x !== end; n += 1) {
      const next = before.x + direction * step;
      const point = this.at(direction < 0 ? Math.max(end, next) : Math.min(end, next));
      const root = this.between(before, point);
      if (root !== undefined) return root;
      before = point;
      step *= 1.5;
    }
    return undefined;
  }

  /** Evenly over the whole way: what rises and falls again can lie within a long step. */
  private grid(): Point[] {
    const { from, to } = this.way;
    const points = Array.from({ length: GRID + 1 }, (_, n) => this.at(from + ((to - from) * n) / GRID));
    return points.flatMap((point, n) => {
      const root = n === 0 ? undefined : this.between(points[n - 1]!, point);
      return root === undefined ? [] : [root];
    });
  }

  /** The root between two points on either side of what is wanted. */
  private between(a: Point, b: Point): Point | undefined {
    if (this.hits(b)) return b;
    const off = (y: number): number => y - this.wanted;
    if (!(off(a.y) * off(b.y) < 0)) return undefined;
    if (this.way.whole) return this.wholeBetween(a, b);
    let best = Math.abs(off(a.y)) < Math.abs(off(b.y)) ? a : b;
    const measure = (x: number): number => {
      const point = this.at(x);
      if (Math.abs(off(point.y)) < Math.abs(off(best.y))) best = point;
      return off(point.y);
    };
    brent(measure, a.x, b.x, 1e-12 * Math.max(Math.abs(a.x), Math.abs(b.x)));
    return best;
  }

  private wholeBetween(a: Point, b: Point): Point {
    let [low, high] = a.x < b.x ? [a, b] : [b, a];
    while (high.x - low.x > 1) {
      const middle = this.at(Math.floor((low.x + high.x) / 2));
      if ((middle.y - this.wanted) * (low.y - this.wanted) > 0) low = middle;
      else high = middle;
    }
    return Math.abs(low.y - this.wanted) <= Math.abs(high.y - this.wanted) ? low : high;
  }

  private closest(): Reached {
    const { way, wanted } = this;
    const points = [...this.known]
      .map(([x, y]): Point => ({ x, y }))
      .filter(({ y }) => !Number.isNaN(y))
      .sort((a, b) => a.x - b.x);
    const off = (point: Point): number => Math.abs(point.y - wanted);
    const least = Math.min(...points.map(off));
    if (points.length === 0) return { found: false, input: way.value, output: Number.NaN, why: 'nothing' };
    const slack = 1e-9 * Math.max(Math.abs(wanted), least);
    const level = points.filter((point) => off(point) <= least + slack);
    if (level.length === points.length) return { found: false, input: way.value, output: level[0]!.y, why: 'nothing' };
    if (level.length > 1) {
      const near = level.sort((a, b) => Math.abs(a.x - way.value) - Math.abs(b.x - way.value))[0]!;
      return { found: false, input: near.x, output: near.y, why: 'level' };
    }
    const best = level[0]!;
    if (best.x === way.from || best.x === way.to) return { found: false, input: best.x, output: best.y, why: 'bound' };
    const n = points.indexOf(best);
    const peak = this.narrow(points[n - 1] ?? best, points[n + 1] ?? best, off);
    return { found: false, input: peak.x, output: peak.y, why: 'turns' };
  }

  /** By golden section: where the distance is least between two points. */
  private narrow(a: Point, b: Point, off: (point: Point) => number): Point {
    const golden = (Math.sqrt(5) - 1) / 2;
    let [low, high] = [a.x, b.x];
    let left = this.at(high - golden * (high - low));
    let right = this.at(low + golden * (high - low));
    for (let n = 0; n < 40; n += 1) {
      if (off(left) <= off(right)) {
        high = right.x;
        right = left;
        left = this.at(high - golden * (high - low));
      } else {
        low = left.x;
        left = right;
        right = this.at(low + golden * (high - low));
      }
    }
    return off(left) <= off(right) ? left : right;
  }
}
