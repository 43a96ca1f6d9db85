import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import type { Way } from './bounds.ts';
import { NEAR, seekAlong } from './seek-one.ts';

export interface ReachedTogether {
  readonly found: boolean;
  readonly inputs: readonly number[];
  readonly output: number;
}

/** A point that was looked at: in the levers' units, and in widths of their ranges from where they are. */
interface Tried {
  readonly inputs: readonly number[];
  readonly moved: readonly number[];
  readonly y: number;
  readonly size: number;
}

/** How much being off weighs against a change: the lines that are cut in the end take away what is left. */
const WEIGHT = 300;
const ITERATIONS = 12;
/** Steps for derivatives, in widths of ranges: a run is smooth on no smaller scale. */
const STEP = 1e-3;
const STARTS = 3;

/**
 * The smallest change of several levers together that gives a function a value, each change counted in widths of the lever's range.
 * Least squares over being off and changing, bounded, from where the levers are and from the ends that lie on the other side of what is
 * wanted; then the line from where the levers are through each result is cut at the value itself.
 */
export function seekTogether(
  f: (values: ArrayLike<number>) => number,
  ways: readonly Way[],
  wanted: number,
): ReachedTogether {
  const search = new Search(f, ways, wanted);
  return search.run();
}

class Search {
  private readonly tried = new Map<string, Tried>();
  private readonly f: (values: ArrayLike<number>) => number;
  private readonly ways: readonly Way[];
  private readonly wanted: number;

  constructor(f: (values: ArrayLike<number>) => number, ways: readonly Way[], wanted: number) {
    this.f = f;
    this.ways = ways;
    this.wanted = wanted;
  }

  run(): ReachedTogether {
    const { ways, wanted } = this;
    const start = this.at(ways.map(() => 0));
    if (Math.abs(start.y - wanted) <= NEAR * Math.abs(wanted)) return reached(true, start);
    const ends = this.corners().map((corner) => this.at(corner));
    const across = ends.filter(({ y }) => (y - wanted) * (start.y - wanted) <= 0).sort((a, b) => a.size - b.size);
    const from = [start, ...across.slice(0, STARTS).map(({ moved }) => this.at(moved.map((one) => one / 2)))];
    const fitted = from.map((one) => this.fit(one, Math.abs(start.y - wanted) || 1));
    const cuts = [...fitted, ...across.slice(0, STARTS)].flatMap((one) => this.cut(one));
    const best = cuts.sort((a, b) => a.size - b.size)[0];
    return best === undefined ? reached(false, this.closest()) : reached(true, best);
  }

  /** @param moved  in widths of ranges; what is beyond a bound stops there. */
  private at(moved: ArrayLike<number>, whole = false): Tried {
    const inputs = this.ways.map(({ value, scale, from, to, whole: round }, n) => {
      const input = Math.min(to, Math.max(from, value + (moved[n] ?? 0) * scale));
      // An end is met exactly: from there it can be said that it stopped the search.
      const end = [from, to].find((one) => Math.abs(one - input) <= 1e-9 * scale) ?? input;
      return round && whole ? Math.round(end) : end;
    });
    const key = inputs.join(' ');
    const known = this.tried.get(key);
    if (known !== undefined) return known;
    const there = this.ways.map(({ value, scale }, n) => ((inputs[n] ?? value) - value) / scale);
    const one = { inputs, moved: there, y: this.f(inputs), size: Math.hypot(...there) };
    this.tried.set(key, one);
    return one;
  }

  private fit(start: Tried, off: number): Tried {
    const { ways, wanted } = this;
    const result = levenbergMarquardt(
      { x: [-1, ...ways.keys()], y: [0, ...ways.map(() => 0)] },
      (moved) => {
        const there = this.at(moved);
        const miss = Number.isNaN(there.y) ? 1e3 : (WEIGHT * (there.y - wanted)) / off;
        return (n) => (n < 0 ? miss : (there.moved[n] ?? 0));
      },
      {
        initialValues: start.moved,
        minValues: ways.map(({ from, value, scale }) => (from - value) / scale),
        maxValues: ways.map(({ to, value, scale }) => (to - value) / scale),
        gradientDifference: STEP,
        centralDifference: true,
        maxIterations: ITERATIONS,
        errorTolerance: 1e-12,
      },
    );
    return this.at(result.parameterValues);
  }

  /** Where the line from where the levers are through a point, and a little beyond it, has the value that is wanted. */
  private cut({ moved }: Tried): Tried[] {
    const along = (t: number) => moved.map((one) => one * t);
    const line = { lever: '', title: '', unit: '1', value: 1, from: 0, to: 1.5, scale: 1, whole: false };
    const { found, input } = seekAlong((t) => this.at(along(t)).y, line, this.wanted);
    return found ? [this.at(along(input), true)] : [];
  }

  /** Every combination of ends for a few levers; for many, each lever's ends alone. */
  private corners(): number[][] {
    const ends = this.ways.map(({ from, to, value, scale }) => [(from - value) / scale, (to - value) / scale] as const);
    if (ends.length <= 6) {
      return Array.from({ length: 2 ** ends.length }, (_, code) =>
        ends.map(([low, high], n) => ((code >> n) & 1 ? high : low)),
      );
    }
    const none = ends.map(() => 0);
    return ends.flatMap(([low, high], n) => [none.with(n, low), none.with(n, high)]);
  }

  /** The smallest change among those that come closest. */
  private closest(): Tried {
    const all = [...this.tried.values()];
    const off = ({ y }: Tried): number => (Number.isNaN(y) ? Number.POSITIVE_INFINITY : Math.abs(y - this.wanted));
    const least = Math.min(...all.map(off));
    const slack = NEAR * Math.max(Math.abs(this.wanted), least);
    return all.filter((one) => off(one) <= least + slack).sort((a, b) => a.size - b.size)[0] ?? all[0]!;
  }
}

function reached(found: boolean, { inputs, y }: Tried): ReachedTogether {
  return { found, inputs, output: y };
}
