import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { scenarios, simulate } from '../../src/index.ts';
import { FIGURE_SERIES } from '../../web/state/figures.ts';
import { movedFigures, readSeen, seenOfAll } from '../../web/state/seen.ts';
import type { Ran, Seen } from '../../web/state/types.ts';
import { workOf } from '../../web/state/work.ts';

const [first, second] = scenarios;
if (first === undefined || second === undefined) throw new RangeError('two scenarios ship at least');
const projection = simulate(first);
const ran: Ran = {
  scenario: first,
  times: projection.times,
  items: {},
  series: Object.fromEntries(FIGURE_SERIES.map((id) => [id, projection.series(id).values])),
  headlines: projection.headlines,
};
const work = workOf([first, second]);
const seen = seenOfAll(work, { s1: ran }).s1 as Seen;

test('what a run was seen with is kept in few digits, of scenarios whose run is current only', () => {
  equal(Object.keys(seenOfAll(work, { s1: ran, s2: ran })), ['s1']);
  equal(Object.keys(seenOfAll(work, { s1: { ...ran, failure: 'broken' } })), []);
  ok((seen.spent ?? 0) > 4e11);
  ok(JSON.stringify(seen).length < 200, JSON.stringify(seen));
});

test('the same model moves nothing, though digits were cut; another one moves what it moves', () => {
  equal(movedFigures(seen, ran), []);
  const before = { ...seen, in_use: (seen.in_use ?? 0) * 1.1, irr: null };
  equal(
    movedFigures(before, ran).map(({ title, figure, was, is: now }) => [title, figure.id, was, now !== null]),
    [
      [first.title, 'in_use', before.in_use, true],
      [first.title, 'irr', null, true],
    ],
  );
});

test('a figure that was not kept is not compared', () => {
  const { in_use: _, ...fewer } = seen;
  equal(movedFigures(fewer, ran), []);
});

test('from a stranger’s link only figures that there are come through', () => {
  const hostile = { spent: 1, npv: null, irr: 'x', in_use: Number.POSITIVE_INFINITY, __proto__: { fabs: 3 }, other: 2 };
  equal(readSeen(hostile), { spent: 1, npv: null });
  for (const nothing of [undefined, null, 3, 'x', [], { toString: 1 }]) is(readSeen(nothing), undefined);
});

test.run();
