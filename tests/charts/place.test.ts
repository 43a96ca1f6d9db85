import fc from 'fast-check';
import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { clearest, overlap, shorten, spread, wrap } from '../../web/charts/place.ts';

/** A type of which every letter is 7 px wide. */
const measure = (text: string) => text.length * 7;

test('labels that do not touch stay where they want to be', () => {
  equal(
    spread(
      [
        { at: 20, height: 14 },
        { at: 60, height: 14 },
        { at: 100, height: 28 },
      ],
      0,
      200,
    ),
    [20, 60, 100],
  );
});

test('labels that would overlap move apart by as little as is needed', () => {
  equal(
    spread(
      [
        { at: 50, height: 14 },
        { at: 50, height: 14 },
      ],
      0,
      200,
    ),
    [43, 57],
  );
  equal(
    spread(
      [
        { at: 0, height: 14 },
        { at: 0, height: 14 },
      ],
      0,
      200,
    ),
    [7, 21],
  );
});

test('labels never overlap, never leave the column, and keep their order', () => {
  const label = fc.record({ at: fc.double({ min: -50, max: 350, noNaN: true }), height: fc.constantFrom(14, 28) });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
      const middles = spread(labels, 0, 300);
      const total = labels.reduce((sum, { height }) => sum + height, 0);
      const squeeze = Math.min(1, 300 / total);
      const order = labels.map((_, i) => i).sort((a, b) => labels[a]!.at - labels[b]!.at || a - b);
      order.forEach((i, k) => {
        const half = (labels[i]!.height * squeeze) / 2;
        ok(middles[i]! - half >= -1e-6 && middles[i]! + half <= 300 + 1e-6, 'in the column');
        const next = order[k + 1];
        if (next === undefined) return;
        ok(middles[next]! - middles[i]! >= half + (labels[next]!.height * squeeze) / 2 - 1e-6, 'no overlap');
      });
    }),
  );
});

test('a text breaks into two lines and then ends in an ellipsis', () => {
  equal(wrap('In use', 100, measure), ['In use']);
  equal(wrap('Money comes, power is late', 100, measure), ['Money comes,', 'power is late']);
  equal(wrap('Only the first 100 billion ever comes', 100, measure), ['Only the first', '100 billion e…']);
  equal(wrap('Donaudampfschifffahrt is long', 100, measure), ['Donaudampfsch…', 'is long']);
  equal(shorten('abcdef', 21, measure), 'ab…');
});

test('no line of a broken text is wider than asked, and words are not lost without an ellipsis', () => {
  const text = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 30, max: 200 }), (words, width) => {
      const lines = wrap(words.join(' '), width, measure);
      ok(lines.length <= 2 && lines.every((line) => measure(line) <= width), lines.join('|'));
      ok(lines.join(' ') === words.join(' ') || lines.some((line) => line.endsWith('…')));
    }),
  );
});

test('words go where fewest lines run through them', () => {
  const boxes = [0, 100, 200].map((left) => ({ left, top: 0, width: 80, height: 14 }));
  const line = Array.from({ length: 90 }, (_, x) => [x, 7] as const);
  equal(clearest(boxes, line), 1);
  equal(clearest(boxes, line, [boxes[1]!]), 2);
  equal(clearest(boxes, []), 0);
  ok(!overlap(boxes[0]!, boxes[1]!));
});

test.run();
