import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { areaOf, contourOf, type Point } from '../../web/charts/contour.ts';

/** Values of a function on a grid of a width. */
const gridOf = (wide: number, high: number, f: (x: number, y: number) => number) => ({
  wide,
  high,
  values: Float64Array.from({ length: wide * high }, (_, n) => f(n % wide, Math.floor(n / wide))),
});

const sizeOf = (polygon: readonly Point[]): number =>
  Math.abs(
    polygon.reduce((sum, [x, y], n) => {
      const [nextX, nextY] = polygon[(n + 1) % polygon.length]!;
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );

test('the line of a plane is where the plane has the value', () => {
  const grid = gridOf(5, 4, (x, y) => 2 * x + 3 * y);
  const segments = contourOf(grid, 7.5);
  ok(segments.length >= 4);
  for (const { x1, y1, x2, y2 } of segments) {
    ok(Math.abs(2 * x1 + 3 * y1 - 7.5) < 1e-12);
    ok(Math.abs(2 * x2 + 3 * y2 - 7.5) < 1e-12);
  }
});

test('the areas above and below a line fill the grid', () => {
  const grid = gridOf(9, 7, (x, y) => Math.sin(x) + Math.cos(y / 2));
  const sizes = (['above', 'below'] as const).map((side) =>
    areaOf(grid, 0.4, side).reduce((sum, polygon) => sum + sizeOf(polygon), 0),
  );
  ok(Math.abs(sizes[0]! + sizes[1]! - 8 * 6) < 1e-9, `${sizes}`);
  equal(
    areaOf(
      gridOf(3, 3, () => 1),
      0,
      'below',
    ),
    [],
  );
});

test('a circle is met all round, and a square with a corner without value has no line', () => {
  const grid = gridOf(21, 21, (x, y) => Math.hypot(x - 10, y - 10));
  const segments = contourOf(grid, 8);
  for (const { x1, y1 } of segments) ok(Math.abs(Math.hypot(x1 - 10, y1 - 10) - 8) < 0.05);
  const around = segments.reduce((sum, { x1, y1, x2, y2 }) => sum + Math.hypot(x2 - x1, y2 - y1), 0);
  ok(Math.abs(around - 16 * Math.PI) < 0.3, `${around}`);
  grid.values.fill(Number.NaN);
  is(contourOf(grid, 8).length, 0);
});

test('a saddle is parted by its middle', () => {
  const lines = (values: readonly number[]) => contourOf({ wide: 2, high: 2, values }, 1);
  is(lines([2, 0, 0, 2]).length, 2);
  is(lines([2, 0, 0, 1.5]).length, 2);
  // The middle is above: the two high corners belong together, and the lines cut off the low ones.
  const [first] = lines([4, 0, 0, 4]);
  equal([first?.y1, first?.x2], [0, 1]);
});

test.run();
