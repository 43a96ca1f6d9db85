import direct from 'ml-direct';
import type { Way } from './bounds.ts';
import { NEAR, seekAlong } from './seek-one.ts';

export interface ReachedTogether {
  readonly found: boolean;
  readonly inputs: readonly number[];
  readonly output: number;
}

interface Tried {
  readonly at: readonly number[];
  readonly y: number;
  readonly change: number;
}

/** Runs that the search over all levers may take; polishing takes some dozens more. */
const RUNS = 1500;
/** How much being off by all there is weighs against a change of all levers by their whole range. */
const WEIGHT = 20;
const CANDIDATES = 6;

/**
 * The smallest change of several levers together that gives a function a value. DIRECT, which divides rectangles, searches the box for
 * where being off and changing are least; from the best points on the other side of what is wanted, the lines back to where the levers
 * are now are cut at the value itself.
 */
export function seekTogether(
  f: (values: ArrayLike<number>) => number,
  ways: readonly Way[],
  wanted: number,
): ReachedTogether {
  const tried: Tried[] = [];
  const whole = (values: ArrayLike<number>): number[] =>
    ways.map((way, n) => (way.whole ? Math.round(values[n] ?? way.value) : (values[n] ?? way.value)));
  const look = (values: ArrayLike<number>): Tried => {
    const at = whole(values);
    const change = Math.hypot(...ways.map(({ value, scale }, n) => ((at[n] ?? value) - value) / scale));
    const one = { at, y: f(at), change };
    tried.push(one);
    return one;
  };
  const start = look(ways.map(({ value, from, to }) => Math.min(to, Math.max(from, value))));
  const near = (y: number): boolean => Math.abs(y - wanted) <= NEAR * Math.abs(wanted);
  if (near(start.y)) return { found: true, inputs: start.at, output: start.y };
  const scale = Math.abs(start.y - wanted) || Math.abs(wanted) || 1;
  // The ends are where levers push hardest, and rectangles' middles never lie on them.
  for (const end of corners(ways, start.at)) look(end);
  const cost = (values: ArrayLike<number>): number => {
    const { y, change } = look(values);
    return Number.isNaN(y) ? 1e6 : (WEIGHT * Math.abs(y - wanted)) / scale + change;
  };
  let state: Record<string, unknown> = {};
  for (let round = 0; round < 200 && tried.length < RUNS; round += 1) {
    const found = direct(
      cost,
      ways.map(({ from }) => from),
      ways.map(({ to }) => to),
      { iterations: 5, initialState: state },
    );
    state = found.finalState as unknown as Record<string, unknown>;
  }
  const other = tried.filter(({ y }) => (y - wanted) * (start.y - wanted) <= 0);
  const nearest = other.sort((a, b) => a.change - b.change).slice(0, CANDIDATES);
  let best: Tried | undefined;
  for (const { at } of nearest) {
    const along = (t: number): number[] => start.at.map((from, n) => from + t * ((at[n] ?? from) - from));
    const line = { lever: '', title: '', unit: '1', value: 0, from: 0, to: 1, scale: 1, whole: false };
    const { found, input } = seekAlong((t) => look(along(t)).y, line, wanted);
    const point = look(along(input));
    if ((found || ways.some((way) => way.whole)) && point.change < (best?.change ?? Number.POSITIVE_INFINITY))
      best = point;
  }
  if (best !== undefined) return { found: true, inputs: best.at, output: best.y };
  const closest = closestOf(tried, wanted);
  return { found: false, inputs: closest.at, output: closest.y };
}

/** Every combination of ends for a few levers; for many, each lever's ends alone and all together. */
function corners(ways: readonly Way[], start: readonly number[]): number[][] {
  if (ways.length <= 6) {
    return Array.from({ length: 2 ** ways.length }, (_, code) =>
      ways.map(({ from, to }, n) => ((code >> n) & 1 ? to : from)),
    );
  }
  return ways.flatMap(({ from, to }, n) => [start.with(n, from), start.with(n, to)]);
}

/** The smallest change among those that come closest. */
function closestOf(tried: readonly Tried[], wanted: number): Tried {
  const off = ({ y }: Tried): number => (Number.isNaN(y) ? Number.POSITIVE_INFINITY : Math.abs(y - wanted));
  const least = Math.min(...tried.map(off));
  const slack = NEAR * Math.max(Math.abs(wanted), least);
  return tried.filter((one) => off(one) <= least + slack).sort((a, b) => a.change - b.change)[0] ?? tried[0]!;
}
