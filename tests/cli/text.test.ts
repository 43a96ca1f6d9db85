import fc from 'fast-check';
import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { cut, pad, safe, widthOf, wrap } from '../../src/cli/text.ts';

const WIDTHS: [text: string, columns: number][] = [
  ['', 0],
  ['plain', 5],
  ['Mt CO₂', 6],
  ['Doña', 4],
  ['Don\u0303a', 4],
  ['データ', 6],
  ['한국', 4],
  ['ＧＷ', 4],
  ['👩‍🔬', 2],
  ['a\u200bb', 2],
  ['\u001b[1mbold\u001b[22m', 4],
  ['▁▂█', 3],
];
for (const [text, columns] of WIDTHS) test(`width of ${JSON.stringify(text)}`, () => equal(widthOf(text), columns));

test('a text is cut at a character, with an ellipsis', () => {
  equal(cut('gigawatts', 9), 'gigawatts');
  equal(cut('gigawatts', 5), 'giga…');
  equal(cut('データセンター', 6), 'デー…');
  equal(cut('gigawatts', 0), '');
});

test('padding counts columns and not characters', () => {
  equal(pad('デ', 4, 'left'), 'デ  ');
  equal(pad('\u001b[2m7\u001b[22m', 3, 'right'), '  \u001b[2m7\u001b[22m');
});

test('lines are broken at spaces, and words only where they are too long', () => {
  equal(wrap('one two three', 7), ['one two', 'three']);
  equal(wrap('one two three', 9, '  ', '- '), ['- one two', '  three']);
  equal(wrap('incomprehensibilities', 8), ['incompre', 'hensibil', 'ities']);
  equal(wrap('', 8), ['']);
});

test('nothing from a file moves the cursor', () => {
  equal(safe('a\u001b[2Jb\u202ec\r\nd\te'), 'a·[2Jb·c d e');
});

test('no line is wider than asked, and no word is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 4, max: 40 }), (raw, width) => {
      const text = safe(raw);
      const lines = wrap(text, width, '  ');
      ok(lines.every((line) => widthOf(line) <= width));
      ok(widthOf(cut(text, width)) <= width);
      const joined = lines.map((line, place) => (place === 0 ? line : line.slice(2))).join('');
      equal(joined.replaceAll(' ', ''), text.replaceAll(' ', ''));
    }),
  );
});

test.run();
