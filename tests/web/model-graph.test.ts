import * as fc from 'fast-check';
import { suite } from 'uvu';
import { equal, is, ok, throws } from 'uvu/assert';
import { described } from '../../src/generated/described.ts';
import { docs } from '../../src/generated/docs.ts';
import { meta } from '../../src/generated/meta.ts';
import { headlines } from '../../src/model/headlines.ts';
import { arcsOf, pictureOrder } from '../../web/model/arcs.ts';
import { bookOf } from '../../web/model/book.ts';
import { type Box, beside, type Drawing, layOut, wrapped } from '../../web/model/layers.ts';
import { neighbourhoodOf } from '../../web/model/neighbourhood.ts';
import { modelWords } from '../../web/words/model.ts';

const test = suite('model-graph');
const book = bookOf({ meta: { ...meta, ...described }, docs, headlines, sources: [], summary: modelWords.headlines });
const titleOf = (id: string): string => book.entries.get(id)?.title ?? id;
const anId = fc.constantFrom(...book.entries.keys());

test('arrows are references, each a step on; what is left out is counted', () => {
  for (const { id, uses, usedBy } of book.entries.values()) {
    const { places, arrows, left } = neighbourhoodOf(book, id, true);
    const byKey = new Map(places.map((place) => [place.key, place]));
    is(byKey.size, places.length, 'keys differ');
    for (const [from, to] of arrows) {
      const [a, b] = [byKey.get(from)!, byKey.get(to)!];
      is(b.step - a.step, 1);
      ok(book.entries.get(b.id)?.uses.includes(a.id), `${a.id} -> ${b.id}`);
    }
    for (const [step, all] of [
      [-1, uses],
      [1, usedBy],
    ] as const) {
      is(places.filter((place) => place.step === step).length + (left.get(step) ?? 0), all.length, id);
    }
    const tied = new Set(arrows.flat());
    for (const { key, step } of places) ok(step === 0 || tied.has(key), `${key} hangs in the air`);
  }
});

test('near only has one step on each side; an unknown id is refused', () => {
  ok(neighbourhoodOf(book, 'starts', false).places.every(({ step }) => Math.abs(step) <= 1));
  throws(() => neighbourhoodOf(book, 'nothing_such', true), /nothing_such/);
});

/** Boxes that lie on one another or outside the picture. */
function faults({ boxes, width, height }: Drawing): string[] {
  const apart = (a: Box, b: Box): boolean =>
    a.x + a.width <= b.x + 0.01 ||
    b.x + b.width <= a.x + 0.01 ||
    a.y + a.height <= b.y + 0.01 ||
    b.y + b.height <= a.y + 0.01;
  const outside = boxes.filter(
    (box) => box.x < -0.01 || box.y < -0.01 || box.x + box.width > width + 0.01 || box.y + box.height > height + 0.01,
  );
  const overlapping = boxes.filter((a, i) => boxes.some((b, j) => j > i && !apart(a, b)));
  return [...outside, ...overlapping].map(({ key }) => key);
}

test('no box lies on another or leaves the picture, and the picture is as wide as its place, at any width', () => {
  fc.assert(
    fc.property(anId, fc.integer({ min: 240, max: 1400 }), (id, width) => {
      const hood = neighbourhoodOf(book, id, width >= 840);
      const drawing = layOut(hood, titleOf, width);
      equal(faults(drawing), []);
      ok(drawing.width <= width + 0.01);
      is(drawing.down, width < 560);
      is(drawing.boxes.length, hood.places.length);
      is(drawing.curves.length, hood.arrows.length);
      ok(drawing.curves.every(({ path }) => !path.includes('NaN')));
    }),
  );
});

test('the middle stays where it is from one picture to the next', () => {
  const middle = (id: string) =>
    layOut(neighbourhoodOf(book, id, true), titleOf, 1000).boxes.find(({ step }) => step === 0)!;
  is(middle('grid_wait').x, middle('starts').x);
  is(middle('fab_binding').x, middle('starts').x);
});

test('going right and back left ends where it began; there is nothing left of the first step', () => {
  const { boxes } = layOut(neighbourhoodOf(book, 'cost_per_mw_paid', true), titleOf, 1000);
  const left = beside(boxes, '0:cost_per_mw_paid', 'left');
  is(left?.step, -1);
  is(beside(boxes, left?.key ?? '', 'right')?.step, 0);
  const first = boxes.find(({ step }) => step === -2)!;
  is(beside(boxes, first.key, 'left'), undefined);
  is(beside(boxes, 'no such key', 'left'), undefined);
});

test('titles stand in three lines at most, within their letters', () => {
  equal(wrapped('In use', 20), ['In use']);
  equal(wrapped('Revenue required per MW-year', 20), ['Revenue required per', 'MW-year']);
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1 }),
      fc.integer({ min: 8, max: 40 }),
      (words, letters) => {
        const lines = wrapped(words.join(' '), letters);
        ok(lines.length <= 3 && lines.every((line) => line.length <= letters));
      },
    ),
  );
});

const sectors = book.chapters.filter(({ id }) => id !== modelWords.headlines.id);

test('every reference between sectors is in an arc: down on the right, up on the left', () => {
  const { arcs, rows } = arcsOf(sectors, 600, 200);
  const row = new Map(rows.map(({ id }, i) => [id, i]));
  const drawn = arcs.reduce((sum, { count }) => sum + count, 0);
  is(
    drawn,
    sectors.reduce((sum, { draws }) => sum + [...draws.values()].reduce((a, b) => a + b, 0), 0),
  );
  ok(drawn > 0);
  for (const { from, to, side, path } of arcs) {
    is(side, (row.get(to) as number) > (row.get(from) as number) ? 'right' : 'left');
    ok(!path.includes('NaN'));
  }
});

test('arcs stay within the picture, and arrive at heights that differ', () => {
  for (const width of [288, 640]) {
    const { arcs, rows } = arcsOf(sectors, width, Math.min(200, width * 0.46));
    const seen = new Map<string, Set<string>>();
    for (const { to, side, path } of arcs) {
      const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/gu)].map(Number);
      const [x1 = 0, , c1 = 0, , c2 = 0, , x2 = 0, y2 = 0] = numbers;
      // The farthest point of such a curve, at its middle.
      const far = (x1 + 3 * c1 + 3 * c2 + x2) / 8;
      ok(far >= 0 && far <= width, `${far} of ${width}`);
      const end = `${to} ${side}`;
      ok(!seen.get(end)?.has(String(y2)), `two arrows at one place of ${end}`);
      seen.set(end, new Set([...(seen.get(end) ?? []), String(y2)]));
      const own = rows.find(({ id }) => id === to)!;
      ok(Math.abs(y2 - own.y) < 20);
    }
  }
});

test('what draws on nothing comes first, the rest in the order of the book', () => {
  const ids = pictureOrder(sectors).map(({ id }) => id);
  const free = sectors.filter(({ draws }) => draws.size === 0).map(({ id }) => id);
  equal(ids, [...free, ...sectors.filter(({ draws }) => draws.size > 0).map(({ id }) => id)]);
});

test.run();
