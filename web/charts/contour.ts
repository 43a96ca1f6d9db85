/** Lines along which numbers on a grid have a value, by marching squares. */

export interface Grid {
  /** Row by row from the bottom, x within; not a number where there is none. */
  readonly values: ArrayLike<number>;
  readonly wide: number;
  readonly high: number;
}

export interface Segment {
  /** In steps of the grid from its lower left corner. */
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The pieces of the line, a few for each square of the grid. Squares with a corner that has no value have none. */
export function contourOf({ values, wide, high }: Grid, level: number): Segment[] {
  const found: Segment[] = [];
  for (let row = 0; row + 1 < high; row += 1) {
    for (let column = 0; column + 1 < wide; column += 1) {
      const at = row * wide + column;
      const [a, b, c, d] = [values[at]!, values[at + 1]!, values[at + wide + 1]!, values[at + wide]!];
      if (Number.isNaN(a + b + c + d)) continue;
      // Where the line crosses the four sides, counterclockwise from the bottom.
      const crossings = [
        cross(a, b, level, (part) => [column + part, row]),
        cross(b, c, level, (part) => [column + 1, row + part]),
        cross(d, c, level, (part) => [column + part, row + 1]),
        cross(a, d, level, (part) => [column, row + part]),
      ].filter((one) => one !== undefined);
      const join = (from: Point | undefined, to: Point | undefined): void => {
        if (from !== undefined && to !== undefined) found.push({ x1: from[0], y1: from[1], x2: to[0], y2: to[1] });
      };
      const [first, second, third, fourth] = crossings;
      if (crossings.length === 2) join(first, second);
      if (crossings.length !== 4) continue;
      // A saddle: the middle decides which corners belong together.
      const isAbove = (a + b + c + d) / 4 >= level;
      if (isAbove === a >= level) {
        join(first, second);
        join(third, fourth);
      } else {
        join(first, fourth);
        join(second, third);
      }
    }
  }
  return found;
}

/**
 * The area where numbers are above a value, or below it, as one polygon for each square of the grid that has a part in it: its corners
 * that are, and where the line crosses its sides.
 */
export function areaOf({ values, wide, high }: Grid, level: number, side: 'above' | 'below'): Point[][] {
  const isIn = (value: number): boolean => (side === 'above' ? value >= level : value <= level);
  const found: Point[][] = [];
  for (let row = 0; row + 1 < high; row += 1) {
    for (let column = 0; column + 1 < wide; column += 1) {
      const at = row * wide + column;
      const corners = [
        { value: values[at]!, x: column, y: row },
        { value: values[at + 1]!, x: column + 1, y: row },
        { value: values[at + wide + 1]!, x: column + 1, y: row + 1 },
        { value: values[at + wide]!, x: column, y: row + 1 },
      ];
      if (corners.some(({ value }) => Number.isNaN(value))) continue;
      const polygon = corners.flatMap((corner, n): Point[] => {
        const next = corners[(n + 1) % 4]!;
        const own: Point[] = isIn(corner.value) ? [[corner.x, corner.y]] : [];
        if (isIn(corner.value) === isIn(next.value)) return own;
        const part = (level - corner.value) / (next.value - corner.value);
        return [...own, [corner.x + (next.x - corner.x) * part, corner.y + (next.y - corner.y) * part]];
      });
      if (polygon.length > 2) found.push(polygon);
    }
  }
  return found;
}

export type Point = readonly [x: number, y: number];

function cross(from: number, to: number, level: number, place: (part: number) => Point): Point | undefined {
  if (from >= level === to >= level) return undefined;
  return place((level - from) / (to - from));
}
