import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, ok, throws } from 'uvu/assert';
import { bindingWords } from '../../src/cli/binding.ts';
import { csv } from '../../src/cli/csv.ts';
import { readMonths, usualMonths } from '../../src/cli/months.ts';
import { seriesTable } from '../../src/cli/series-table.ts';
import { coloured, PLAIN } from '../../src/cli/style.ts';
import { table } from '../../src/cli/table.ts';
import { widthOf } from '../../src/cli/text.ts';
import { hasColours, widthOfScreen } from '../../src/node/terminal.ts';

test('columns are aligned by what is in them', () => {
  const rows = [['a', '1'], ['bcd', '-20'], 'across'];
  equal(table(rows, [{ align: 'left' }, { align: 'right' }], 20), ['a      1', 'bcd  -20', 'across']);
});

test('what gives way is cut or wrapped; what cannot fit is refused', () => {
  const rows = [['a long title indeed', 'and words about it']];
  equal(table(rows, [{ align: 'left', gives: 'cut' }, { align: 'left' }], 30), ['a long ti…  and words about it']);
  equal(table(rows, [{ align: 'left' }, { align: 'left', gives: 'wrap' }], 30), [
    'a long title indeed  and words',
    '                     about it',
  ]);
  throws(() => table(rows, [{ align: 'left' }, { align: 'left' }], 30), /the table needs 39 columns/);
});

test('no line of a table is wider than the paper, whatever is in it', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const columns = [
        { align: 'left', gives: 'cut' },
        { align: 'right', gives: 'wrap' },
        { align: 'left', gives: 'cut' },
      ] as const;
      ok(table(rows, columns, 50).every((line) => widthOf(line) <= 50));
    }),
  );
});

const SERIES = [
  { title: 'In use', unit: 'MW', at: [0, 9121], values: [0, 4000, 9121] },
  {
    title: 'A metric with a title that no column of eighty could hold beside its numbers',
    unit: 'USD/job',
    at: [1e6, 2e6],
    values: [1e6, 2e6],
  },
];

test('series stand in groups, with the unit once and a sparkline', () => {
  equal(seriesTable([{ title: 'Capacity', series: SERIES }], ['2026-01', '2029-06'], PLAIN), [
    'Capacity                                                   2026 2029-06',
    ' In use, GW                                                   0    9.12 ▁▁▁▄▄▄██',
    ' A metric with a title that no column of eighty c…, $m/job    1       2 ▅▅▅▅████',
  ]);
});

test('colours take no room', () => {
  const groups = [{ title: 'Capacity', series: SERIES }];
  const plain = seriesTable(groups, ['2026-01', '2029-01'], PLAIN);
  const dressed = seriesTable(groups, ['2026-01', '2029-01'], coloured(80));
  ok(dressed.join('').includes('\u001b['));
  equal(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
    dressed.map((line) => line.replace(/\u001b\[\d+m/gu, '')),
    plain,
  );
});

test('what binds is told in stretches, with what is behind it', () => {
  const month = (step: number) => `m${step}`;
  is(
    bindingWords([1, 1, 3, 3, 0], [1, 1, 3, 1, 0], month),
    'money until m2, building until m3, building (late for want of money) until m4, then complete',
  );
  is(bindingWords([2, 2], [2, 2], month), 'power throughout');
});

test('columns are the first Januaries, then every fifth', () => {
  equal(usualMonths({ start: '2025-01', horizon: '2040-01' }), [
    '2026-01',
    '2027-01',
    '2028-01',
    '2029-01',
    '2030-01',
    '2035-01',
    '2040-01',
  ]);
  equal(usualMonths({ start: '2025-06', horizon: '2027-01' }), ['2026-01', '2027-01']);
  equal(usualMonths({ start: '2025-02', horizon: '2025-11' }), ['2025-11']);
  equal(readMonths(['2029', '2030-06']), ['2029-01', '2030-06']);
  throws(() => readMonths(['2029-13']), /expected a month such as 2029-06/);
});

test('fields of a list are quoted where they must be, and are no formulas', () => {
  is(
    csv(
      ['a', 'b'],
      [
        ['x, "y"', 1.5],
        ['=1+1', null],
        ['', Number.NaN],
      ],
    ),
    'a,b\n"x, ""y""",1.5\n\'=1+1,\n,\n',
  );
});

test('a terminal says how wide it is; a pipe has 80 columns and no colours', () => {
  is(widthOfScreen({ isTTY: true, columns: 120 }), 120);
  is(widthOfScreen({ isTTY: true, columns: 20 }), 60);
  is(widthOfScreen({ columns: 120 }), 80);
  is(hasColours({ isTTY: true }, {}), true);
  is(hasColours({ isTTY: true }, { NO_COLOR: '1' }), false);
  is(hasColours({ isTTY: true }, { TERM: 'dumb' }), false);
  is(hasColours({}, {}), false);
});

test.run();
