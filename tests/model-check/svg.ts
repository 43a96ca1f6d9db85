/** Charts the size of a word, as inline SVG: plain functions from numbers to markup. */

const WIDTH = 150;
const HEIGHT = 34;
const EDGE = 2;

/** A line before and a line now on one scale from zero (or from the least, where that is below). Missing values break a line. */
export function lines(before: readonly (number | null)[] | undefined, now: readonly (number | null)[]): string {
  const all = [...(before ?? []), ...now].flatMap((value) => value ?? []);
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)];
  const x = (n: number): number => EDGE + (n / Math.max(1, now.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number): number =>
    most === least ? HEIGHT - EDGE : HEIGHT - EDGE - ((value - least) / (most - least)) * (HEIGHT - 2 * EDGE);
  const path = (values: readonly (number | null)[], name: string): string => {
    let pen = 'M';
    const steps = values.flatMap((value, n) => {
      if (value === null) {
        pen = 'M';
        return [];
      }
      const step = `${pen}${short(x(n))} ${short(y(value))}`;
      pen = 'L';
      return [step];
    });
    return steps.length === 0 ? '' : `<path class="${name}" d="${steps.join('')}"/>`;
  };
  const zero = `<path class="zero" d="M0 ${short(y(0))}H${WIDTH}"/>`;
  return svg(`${zero}${before === undefined ? '' : path(before, 'before')}${path(now, 'now')}`);
}

/** Where a figure goes with a lever low and high, from what it is: a bar each way on the scale of `reach`, and ticks for before. */
export function swing(
  base: number,
  low: number,
  high: number,
  before: readonly [number | null, number | null],
  reach: number,
): string {
  const middle = WIDTH / 2;
  const x = (value: number): number =>
    middle + (reach > 0 ? Math.max(-1, Math.min(1, (value - base) / reach)) : 0) * (middle - EDGE);
  const bar = (value: number, top: number, name: string): string => {
    if (!Number.isFinite(value)) return '';
    const [left, right] = [Math.min(middle, x(value)), Math.max(middle, x(value))];
    return `<rect class="${name}" x="${short(left)}" y="${top}" width="${short(right - left)}" height="11"/>`;
  };
  const tick = (value: number | null, top: number): string =>
    value === null ? '' : `<path class="tick" d="M${short(x(value))} ${top}v11"/>`;
  return svg(
    `${bar(low, 5, 'low')}${bar(high, 18, 'high')}${tick(before[0], 5)}${tick(before[1], 18)}<path class="zero" d="M${middle} 0V${HEIGHT}"/>`,
  );
}

function svg(inside: string): string {
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">${inside}</svg>`;
}

function short(value: number): string {
  return String(Number(value.toFixed(1)));
}
