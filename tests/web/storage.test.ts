import { deflateSync, strToU8 } from 'fflate';
import { test } from 'uvu';
import { equal, is, not, ok, throws } from 'uvu/assert';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { setLever } from '../../src/scenario/set.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { fitted } from '../../web/state/fit.ts';
import { begin, step } from '../../web/state/history.ts';
import { FIRST_VIEW } from '../../web/state/reduce.ts';
import { adding, withScenario, workOf } from '../../web/state/work.ts';
import { Autosave, type StorageLike } from '../../web/storage/autosave.ts';
import { fileName } from '../../web/storage/files.ts';
import { isShared, MOST_PACKED, pack, type Shared, unpack } from '../../web/storage/link.ts';
import { decode, encode } from '../../web/storage/memory.ts';
import { ASIDE_KEY, MEMORY_KEY } from '../../web/storage/place.ts';

const scenario = (id: string): Scenario => {
  const found = scenarios.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(id);
  return found;
};
const announced = scenario('stargate-announced');
const same = (one: Scenario): Scenario => one;

/** Two hundred steps of a drag-happy person, with six scenarios on the table. */
function longHistory() {
  let history = begin(workOf([announced]));
  history = step(history, adding(history.present, scenarios.slice(1, 6)));
  for (let n = 0; n < 200; n++) {
    const now = history.present.entries[0]!.scenario;
    const next = setLever(now, n % 2 ? 'grid_wait' : 'stargate.total', { central: n % 2 ? n / 100 : n * 1e9 }, meta);
    history = step(history, withScenario(history.present, 's1', next));
  }
  return { model: meta.version, history, view: FIRST_VIEW };
}

test('two hundred steps come back as they were, in little room', () => {
  const before = longHistory();
  const text = encode(before);
  equal(decode(text, same), before);
  ok(text.length < 500_000, `${text.length} characters`);
});

test('what is shared between steps is shared again', () => {
  const { history } = decode(encode(longHistory()), same);
  is(history.past.at(-1)?.entries[3]?.scenario, history.present.entries[3]?.scenario);
});

test('a part that a later scenario lacks does not come back', () => {
  const { id: _, ...without } = announced;
  const history = step(begin(workOf([announced])), workOf([{ ...without, title: 'Mine' }]));
  const back = decode(encode({ model: '1', history, view: FIRST_VIEW }), same);
  is(Object.hasOwn(back.history.present.entries[0]!.scenario, 'id'), false);
  is(back.history.past[0]?.entries[0]?.scenario.id, 'stargate-announced');
});

test('the figures that the work was seen with come back, and older memory has none', () => {
  const history = begin(workOf([announced]));
  const seen = { s1: { spent: 499e9, npv: null } };
  equal(decode(encode({ model: '1', history, view: FIRST_VIEW, seen }), same).seen, seen);
  is(decode(encode({ model: '1', history, view: FIRST_VIEW }), same).seen, undefined);
  const broken = encode({ model: '1', history, view: FIRST_VIEW }).replace('"format"', '"seen":{"s1":7},"format"');
  is(decode(broken, same).seen, undefined);
});

test('text that is not ours is refused', () => {
  for (const text of [
    '',
    '{}',
    '[]',
    '{"format":2}',
    '{"format":1,"scenarios":[{"with":{}}]}',
    encode(longHistory()).slice(0, -5),
  ])
    throws(() => decode(text, same), undefined, text.slice(0, 40));
});

test('levers that are no more are dropped by name, and nothing else changes', () => {
  const [commitment] = announced.commitments;
  const old: Scenario = {
    ...announced,
    commitments: [{ ...commitment!, fields: { ...commitment!.fields, gone_field: { central: 1 } } }],
    assumptions: { ...announced.assumptions, gone_lever: { central: 1 } },
  };
  const dropped: string[] = [];
  equal(
    fitted(old, meta, (name) => dropped.push(name)),
    announced,
  );
  equal(dropped, ['gone_lever', 'stargate.gone_field']);
  is(
    fitted(announced, meta, () => undefined),
    announced,
  );
});

class Memory implements StorageLike {
  readonly kept = new Map<string, string>();
  full = false;
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  }
}

test('parts of a kept view that are none are left out, and what is no scenario is refused', () => {
  const whole = JSON.parse(encode(longHistory()));
  const { view } = decode(
    JSON.stringify({ ...whole, view: { compare: 'sideways', charts: 'all', draws: 3, theme: 'dark', more: 1 } }),
    same,
  );
  equal(view, { theme: 'dark' });
  equal(decode(JSON.stringify({ ...whole, view: null }), same).view, {});
  for (const broken of [
    { sites: 'none' },
    { locks: [1] },
    { start: 2025 },
    { assumptions: { grid_wait: {} } },
    { uncertainty: null },
  ])
    throws(
      () => decode(JSON.stringify({ ...whole, scenarios: [{ with: { ...announced, ...broken } }] }), same),
      /not a scenario/,
    );
  throws(
    () => decode(JSON.stringify({ ...whole, present: { ...whole.present, edited: 's9' } }), same),
    /no such scenario/,
  );
});

test('what cannot be read is put aside, where nothing writes over it', () => {
  const memory = new Memory();
  const tab = new Autosave(memory, 'a');
  tab.load();
  tab.putAside('of a newer page');
  is(tab.save('work'), 'saved');
  is(memory.kept.get(ASIDE_KEY), 'of a newer page');
  const full = new Autosave(Object.assign(new Memory(), { full: true }), 'b');
  full.putAside('of a newer page');
  is(full.aside, 'of a newer page');
});

test('a link carries which scenarios are hidden, never all of them; names in it have bounds', () => {
  const plain = {
    format: 1,
    model: '1',
    scenarios: ['a', 'b'],
    edited: 0,
    baseline: 0,
    compare: 'overlay',
    charts: [],
  };
  const opened = (more: object): Shared => unpack(pack({ ...plain, ...more } as Shared) ?? '');
  equal(opened({ hidden: [1, 7] }).hidden, [1]);
  for (const hidden of [[], [0, 1], 'all', undefined]) is(opened({ hidden }).hidden, undefined);
  throws(() => opened({ model: 'x'.repeat(61) }));
  throws(() => opened({ charts: ['x'.repeat(61)] }));
});

test('nothing is written before the first load', () => {
  const memory = new Memory();
  const tab = new Autosave(memory, 'a');
  is(tab.save('work'), 'unsaved');
  is(memory.kept.size, 0);
  is(tab.load(), undefined);
  is(tab.save('work'), 'saved');
  is(new Autosave(memory, 'b').load(), 'work');
});

test('a tab never writes over what it has not read', () => {
  const memory = new Memory();
  const [a, b] = [new Autosave(memory, 'a'), new Autosave(memory, 'b')];
  a.load();
  a.save('first');
  is(b.load(), 'first');
  is(b.save('of b'), 'saved');
  is(a.save('of a'), 'newer elsewhere');
  is(a.save('of a, again'), 'newer elsewhere');
  is(new Autosave(memory, 'c').load(), 'of b');
});

test('the person decides: keep this, or load the newer', () => {
  const memory = new Memory();
  const [a, b] = [new Autosave(memory, 'a'), new Autosave(memory, 'b')];
  a.load();
  b.load();
  a.save('of a');
  is(b.save('of b'), 'newer elsewhere');
  is(b.force('of b'), 'saved');
  is(a.save('of a, later'), 'newer elsewhere');
  is(a.load(), 'of b');
  is(a.save('of a, on top of b'), 'saved');
});

test("another tab's write is heard at once, its own is not taken for another's", () => {
  const memory = new Memory();
  const [a, b] = [new Autosave(memory, 'a'), new Autosave(memory, 'b')];
  a.load();
  b.load();
  b.save('of b');
  const written = memory.getItem(MEMORY_KEY);
  is(b.heard(MEMORY_KEY, written), false);
  is(a.heard('something else', written), false);
  is(a.heard(MEMORY_KEY, written), true);
  is(a.save('of a'), 'newer elsewhere');
});

test('full, closed or absent storage is an answer, and the next write is whole', () => {
  const memory = new Memory();
  const tab = new Autosave(memory, 'a');
  tab.load();
  memory.full = true;
  is(tab.save('work'), 'impossible');
  memory.full = false;
  is(tab.save('more work'), 'saved');
  is(new Autosave(memory, 'b').load(), 'more work');
  const none = new Autosave(undefined, 'a');
  is(none.load(), undefined);
  is(none.save('work'), 'impossible');
});

const shared: Shared = {
  format: 1,
  model: meta.version,
  scenarios: ['format: buildout/1\ntitle: Grüße, 世界\n', 'format: buildout/1\n'],
  edited: 1,
  baseline: 0,
  compare: 'side',
  charts: ['capacity', 'jobs'],
};
const fragmentOf = (value: unknown): string => {
  const bytes = deflateSync(strToU8(JSON.stringify(value)));
  return `#s=${Buffer.from(bytes).toString('base64url')}`;
};

test('a link carries everything there and back, in letters that addresses take', () => {
  const fragment = pack(shared) ?? '';
  ok(isShared(fragment) && /^#s=[\w-]+$/u.test(fragment), fragment);
  equal(unpack(fragment), shared);
});

test('a link that would be too long is not made', () => {
  let noise = '';
  for (let n = 0; n < 40_000; n++) noise += String.fromCharCode(33 + ((n * 7919 + ((n * n) % 8191)) % 90));
  is(pack({ ...shared, scenarios: [noise] }), undefined);
});

test('hostile links are refused quickly', () => {
  const bomb = `#s=${Buffer.from(deflateSync(new Uint8Array(20_000_000))).toString('base64url')}`;
  ok(bomb.length < MOST_PACKED, 'twenty megabytes in a link that is short enough');
  throws(() => unpack(bomb), /too much/);
  throws(() => unpack(`#s=${'A'.repeat(MOST_PACKED + 1)}`));
  throws(() => unpack((pack(shared) ?? '').slice(0, -8)));
  for (const fragment of ['', '#', '#s=', '#s=!!!', '#s=AAAA', '#other'])
    throws(() => unpack(fragment), undefined, fragment);
  for (const value of [
    null,
    1,
    [],
    {},
    { ...shared, format: 2 },
    { ...shared, scenarios: [] },
    { ...shared, scenarios: [1] },
    { ...shared, scenarios: Array(7).fill('x') },
    { ...shared, charts: 'capacity' },
  ])
    throws(() => unpack(fragmentOf(value)), undefined, JSON.stringify(value));
});

test('places and views that a link cannot mean fall back', () => {
  const odd = unpack(fragmentOf({ ...shared, edited: 9, baseline: '0', compare: 'upside down', __proto__: { x: 1 } }));
  equal([odd.edited, odd.baseline, odd.compare], [0, 0, 'overlay']);
});

test('file names come from titles and are plain', () => {
  is(fileName('Stargate, as Announced!', 'yaml'), 'stargate-as-announced.yaml');
  is(fileName('../../Doña Ana', 'json'), 'dona-ana.json');
  is(fileName('世界', 'yaml'), 'scenario.yaml');
  not.match(fileName('a'.repeat(300), 'yaml'), /.{80}/);
});

test.run();
