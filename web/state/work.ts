import type { Scenario } from '../../src/scenario/types.ts';
import { type Entry, MOST_ENTRIES, type Work } from './types.ts';

/** The table with one or more scenarios on it, the first being edited and the baseline. */
export function workOf(scenarios: readonly [Scenario, ...Scenario[]]): Work {
  const [first, ...others] = scenarios;
  return { ...adding({ entries: [entryOf(first, 's1', 0)], edited: 's1', baseline: 's1' }, others), edited: 's1' };
}

function entryOf(scenario: Scenario, key: string, slot: number): Entry {
  return { key, slot, scenario, origin: scenario, shown: true };
}

export function entryFor(work: Work, key: string): Entry | undefined {
  return work.entries.find((entry) => entry.key === key);
}

/** The scenario being edited: there always is one. */
export function edited(work: Work): Entry {
  const entry = entryFor(work, work.edited) ?? work.entries[0];
  if (entry === undefined) throw new RangeError('there is no scenario on the table');
  return entry;
}

/** The baseline: there always is one. */
export function baseline(work: Work): Entry {
  return entryFor(work, work.baseline) ?? edited(work);
}

export function withScenario(work: Work, key: string, scenario: Scenario): Work {
  const now = entryFor(work, key);
  if (now === undefined || now.scenario === scenario) return work;
  return withEntry(work, { ...now, scenario });
}

/** Adds as many as there is room for; the last one is then edited. `made` tells which numbers were ever given out. */
export function adding(work: Work, scenarios: readonly Scenario[]): Work {
  let { entries } = work;
  for (const scenario of scenarios.slice(0, MOST_ENTRIES - entries.length)) {
    const title = freeTitle(scenario.title, entries);
    const named = title === scenario.title ? scenario : { ...scenario, title };
    entries = [...entries, entryOf(named, freshKey(entries), freeSlot(entries))];
  }
  if (entries === work.entries) return work;
  return { ...work, entries, edited: entries.at(-1)?.key ?? work.edited };
}

/** A copy beside the original, to be changed. Its own origin is what the original's was. */
export function duplicating(work: Work, key: string, title: string): Work {
  const original = entryFor(work, key);
  if (original === undefined || work.entries.length >= MOST_ENTRIES) return work;
  const { id: _, ...scenario } = original.scenario;
  const copy: Entry = {
    key: freshKey(work.entries),
    slot: freeSlot(work.entries),
    scenario: { ...scenario, title: freeTitle(title, work.entries) },
    origin: original.scenario,
    shown: true,
  };
  return { ...work, entries: [...work.entries, copy], edited: copy.key };
}

/** The last scenario stays: an empty table shows nothing and can do nothing. */
export function removing(work: Work, key: string): Work {
  const at = work.entries.findIndex((entry) => entry.key === key);
  if (at < 0 || work.entries.length === 1) return work;
  const entries = work.entries.filter((entry) => entry.key !== key);
  const next = entries[Math.min(at, entries.length - 1)]?.key ?? '';
  return inSight({ ...work, entries, edited: work.edited === key ? next : work.edited });
}

/** A scenario that differences are taken from is shown. */
export function against(work: Work, key: string): Work {
  return entryFor(work, key) === undefined || work.baseline === key
    ? work
    : { ...showing(work, key, true), baseline: key };
}

export function replacing(work: Work, key: string, scenario: Scenario): Work {
  const now = entryFor(work, key);
  if (now === undefined) return work;
  const title = freeTitle(
    scenario.title,
    work.entries.filter((entry) => entry !== now),
  );
  const named = title === scenario.title ? scenario : { ...scenario, title };
  return withEntry(work, { ...now, scenario: named, origin: named });
}

export function showing(work: Work, key: string, shown: boolean): Work {
  const now = entryFor(work, key);
  return now === undefined || now.shown === shown ? work : inSight(withEntry(work, { ...now, shown }));
}

/** At least one scenario is shown, and the baseline is one of them: first the edited one, then in the order of the table. */
function inSight(work: Work): Work {
  const shown = work.entries.filter((entry) => entry.shown);
  const first = shown.find(({ key }) => key === work.edited) ?? shown[0];
  if (first === undefined) return inSight(withEntry(work, { ...edited(work), shown: true }));
  return shown.some(({ key }) => key === work.baseline) ? work : { ...work, baseline: first.key };
}

/** A title that no other scenario on the table has: they are told apart by it. */
export function freeTitle(title: string, entries: readonly Entry[]): string {
  const taken = new Set(entries.map(({ scenario }) => scenario.title));
  let free = title;
  for (let number = 2; taken.has(free); number++) free = `${title} (${number})`;
  return free;
}

function withEntry(work: Work, changed: Entry): Work {
  return { ...work, entries: work.entries.map((entry) => (entry.key === changed.key ? changed : entry)) };
}

function freshKey(entries: readonly Entry[]): string {
  const numbers = entries.map(({ key }) => Number(key.slice(1)));
  return `s${Math.max(0, ...numbers) + 1}`;
}

function freeSlot(entries: readonly Entry[]): number {
  const taken = new Set(entries.map(({ slot }) => slot));
  for (let slot = 0; slot < MOST_ENTRIES; slot++) if (!taken.has(slot)) return slot;
  return 0;
}
