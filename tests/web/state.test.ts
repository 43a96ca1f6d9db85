import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { setLever } from '../../src/scenario/set.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { amend, begin, MOST_STEPS, redo, settle, step, undo } from '../../web/state/history.ts';
import { firstSnapshot, reduce } from '../../web/state/reduce.ts';
import { Store } from '../../web/state/store.ts';
import type { Snapshot } from '../../web/state/types.ts';
import { edited, workOf } from '../../web/state/work.ts';

const scenario = (id: string): Scenario => {
  const found = scenarios.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(id);
  return found;
};
const announced = scenario('stargate-announced');
const central = scenario('stargate-central');
const first = (): Snapshot => firstSnapshot(workOf([announced]));
const total = (snapshot: Snapshot): number | undefined =>
  edited(snapshot.history.present).scenario.commitments[0]?.fields.total?.central;
const withTotal = (value: number): Scenario => setLever(announced, 'stargate.total', { central: value }, meta);

test('undo and redo move through at least 200 steps, and a new step drops what was undone', () => {
  ok(MOST_STEPS >= 200);
  let history = begin(0);
  for (let value = 1; value <= 250; value++) history = step(history, value);
  for (let count = 0; count < 200; count++) history = undo(history);
  is(history.present, 50);
  history = redo(redo(history));
  is(history.present, 52);
  history = step(history, -1);
  equal(history.future, []);
  is(redo(history), history);
  is(undo(begin('x')).present, 'x');
});

test('no more steps are kept than said', () => {
  let history = begin(0);
  for (let value = 1; value <= MOST_STEPS + 10; value++) history = step(history, value);
  is(history.past.length, MOST_STEPS);
  is(history.past[0], 10);
});

test('what is amended becomes one step when it settles, and none if it ends where it began', () => {
  const before = begin('a');
  const moved = amend(amend(before, 'b'), 'c');
  equal(settle(moved, 'a'), { past: ['a'], present: 'c', future: [] });
  const returned = amend(moved, 'a');
  is(settle(returned, 'a'), returned);
});

test('forty ticks of a drag are one undo', () => {
  const store = new Store(first());
  const { key } = edited(store.snapshot.history.present);
  store.dispatch({ type: 'gesture start' });
  for (let tick = 1; tick <= 40; tick++)
    store.dispatch({ type: 'change', key, scenario: withTotal(500e9 + tick * 1e9) });
  store.dispatch({ type: 'gesture end' });
  is(total(store.snapshot), 540e9);
  is(store.snapshot.history.past.length, 1);
  store.dispatch({ type: 'undo' });
  is(total(store.snapshot), 500e9);
  store.dispatch({ type: 'redo' });
  is(total(store.snapshot), 540e9);
});

test('undo in the middle of a drag ends it first', () => {
  let snapshot = reduce(first(), { type: 'gesture start' });
  const { key } = edited(snapshot.history.present);
  snapshot = reduce(snapshot, { type: 'change', key, scenario: withTotal(700e9) });
  snapshot = reduce(snapshot, { type: 'undo' });
  is(total(snapshot), 500e9);
  is(snapshot.gesture, undefined);
  is(snapshot.history.future.length, 1);
});

test('a gesture keeps the runs before it, to be drawn as ghosts', () => {
  const ran = { scenario: announced, times: new Float64Array(), items: {}, series: {}, headlines: [] };
  let snapshot = reduce(first(), { type: 'ran', runs: { s1: ran } });
  snapshot = reduce(snapshot, { type: 'gesture start' });
  snapshot = reduce(snapshot, { type: 'ran', runs: { s1: { ...ran } } });
  is(snapshot.gesture?.ghosts.s1, ran);
  is.not(snapshot.runs.s1, ran);
});

test('up to six scenarios lie on the table, each with a colour of its own', () => {
  const snapshot = reduce(first(), { type: 'add', scenarios: Array.from({ length: 9 }, () => central) });
  const { entries } = snapshot.history.present;
  equal(
    entries.map(({ slot }) => slot),
    [0, 1, 2, 3, 4, 5],
  );
  is(new Set(entries.map(({ key }) => key)).size, 6);
});

test('a scenario that comes after one that went takes its colour and not its key', () => {
  let snapshot = reduce(first(), { type: 'add', scenarios: [central, central] });
  snapshot = reduce(snapshot, { type: 'remove', key: 's2' });
  snapshot = reduce(snapshot, { type: 'add', scenarios: [central] });
  equal(
    snapshot.history.present.entries.map(({ key, slot }) => [key, slot]),
    [
      ['s1', 0],
      ['s3', 2],
      ['s4', 1],
    ],
  );
});

test('removing the edited one and the baseline leaves others in their place; the last one stays', () => {
  let snapshot = reduce(first(), { type: 'add', scenarios: [central] });
  snapshot = reduce(snapshot, { type: 'remove', key: 's1' });
  equal([snapshot.history.present.edited, snapshot.history.present.baseline], ['s2', 's2']);
  is(reduce(snapshot, { type: 'remove', key: 's2' }), snapshot);
});

test('a duplicate is no shipped scenario any more, and remembers what it came from', () => {
  const snapshot = reduce(first(), { type: 'duplicate', key: 's1', title: 'Mine' });
  const copy = edited(snapshot.history.present);
  equal([copy.key, copy.scenario.title, copy.scenario.id], ['s2', 'Mine', undefined]);
  is(copy.origin, announced);
});

test('choosing what is edited is no step of undo, and what does not change anything gives the same snapshot', () => {
  const snapshot = reduce(first(), { type: 'add', scenarios: [central] });
  const chosen = reduce(snapshot, { type: 'edit', key: 's1' });
  is(chosen.history.past.length, snapshot.history.past.length);
  is(reduce(chosen, { type: 'edit', key: 's1' }), chosen);
  is(reduce(chosen, { type: 'edit', key: 'nobody' }), chosen);
  is(reduce(chosen, { type: 'rename', key: 's1', title: '  ' }), chosen);
});

test('results of removed scenarios go with them', () => {
  const ran = { scenario: announced, times: new Float64Array(), items: {}, series: {}, headlines: [] };
  const snapshot = reduce(first(), { type: 'ran', runs: { s1: ran, s9: ran } });
  equal(Object.keys(snapshot.runs), ['s1']);
});

test('the same sentence stands once among the messages', () => {
  let snapshot = first();
  for (let count = 0; count < 3; count++)
    snapshot = reduce(snapshot, { type: 'say', message: { kind: 'note', text: 'Saved.' } });
  is(snapshot.messages.length, 1);
  snapshot = reduce(snapshot, { type: 'dismiss', id: snapshot.messages[0]?.id ?? 0 });
  equal(snapshot.messages, []);
});

test('snapshots are frozen, and listeners hear of changes alone', () => {
  const store = new Store(first());
  let heard = 0;
  const stop = store.subscribe(() => heard++);
  store.dispatch({ type: 'edit', key: 's1' });
  is(heard, 0);
  store.dispatch({ type: 'compare', compare: 'side' });
  is(heard, 1);
  stop();
  store.dispatch({ type: 'compare', compare: 'overlay' });
  is(heard, 1);
  ok(Object.isFrozen(store.snapshot));
});

test.run();
