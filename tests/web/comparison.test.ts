import { test } from 'uvu';
import { equal, is } from 'uvu/assert';
import { scenarios } from '../../src/generated/scenarios.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { relativeTo } from '../../web/state/comparison.ts';
import { firstSnapshot, reduce } from '../../web/state/reduce.ts';
import { against, baseline, duplicating, removing, showing, workOf } from '../../web/state/work.ts';

/** What is compared with what. */

const [first, second, third] = scenarios as unknown as readonly [Scenario, Scenario, Scenario];
const work = workOf([first, second, third]);
const shown = (of: typeof work): string[] => of.entries.flatMap(({ key, shown: isShown }) => (isShown ? [key] : []));

test('a difference has the sign of what it is a share of, also of losses', () => {
  is(relativeTo(8, 10), -0.2);
  is(relativeTo(-5, -10), 0.5);
  is(relativeTo(-15, -10), -0.5);
  for (const [value, base] of [
    [1, 0],
    [5, -5],
    [1000, 1],
  ] as const)
    is(relativeTo(value, base), null);
});

test('one scenario is shown at least, and the baseline is one that is', () => {
  const without = showing(work, 's1', false);
  equal(shown(without), ['s2', 's3']);
  is(baseline(without).key, 's2');
  const all = ['s2', 's3'].reduce((now, key) => showing(now, key, false), without);
  is(shown(all).length, 1);
  is(baseline(all).key, shown(all)[0]);
  const back = against(without, 's1');
  equal([baseline(back).key, shown(back)], ['s1', ['s1', 's2', 's3']]);
  const removed = removing(showing(work, 's2', false), 's1');
  is(baseline(removed).key, 's3');
});

test('no two scenarios on the table have one title', () => {
  const titles = (of: typeof work): string[] => of.entries.map(({ scenario }) => scenario.title);
  const twice = workOf([first, first, first]);
  equal(titles(twice), [first.title, `${first.title} (2)`, `${first.title} (3)`]);
  equal(titles(duplicating(duplicating(workOf([first]), 's1', 'Copy'), 's1', 'Copy')).slice(1), ['Copy', 'Copy (2)']);
  const snapshot = reduce(firstSnapshot(workOf([first, second])), { type: 'rename', key: 's2', title: first.title });
  equal(titles(snapshot.history.present), [first.title, `${first.title} (2)`]);
});

test.run();
