import type { Action } from './actions.ts';
import { amend, begin, type History, redo, settle, step, undo } from './history.ts';
import type { Message, Snapshot, View, Work } from './types.ts';
import {
  adding,
  against,
  duplicating,
  entryFor,
  freeTitle,
  removing,
  replacing,
  showing,
  withScenario,
} from './work.ts';

export const FIRST_VIEW: View = {
  compare: 'overlay',
  charts: [],
  open: [],
  onlyChanged: false,
  theme: 'auto',
  draws: 1000,
};

/** The first snapshot, with these scenarios on the table. */
export function firstSnapshot(work: Work, view: Partial<View> = {}): Snapshot {
  return {
    history: begin(work),
    view: { ...FIRST_VIEW, ...view },
    runs: {},
    sure: {},
    apart: {},
    messages: [],
    saving: 'saved',
  };
}

/** The next snapshot. The same object where nothing changed, so that nothing is drawn again. */
export function reduce(snapshot: Snapshot, action: Action): Snapshot {
  switch (action.type) {
    case 'change':
      return change(snapshot, action.key, withScenario(present(snapshot), action.key, action.scenario));
    case 'gesture start':
      return snapshot.gesture === undefined
        ? { ...snapshot, gesture: { before: present(snapshot), ghosts: snapshot.runs } }
        : snapshot;
    case 'gesture end':
      return endGesture(snapshot);
    case 'add':
      return stepTo(snapshot, adding(present(snapshot), action.scenarios));
    case 'replace':
      return stepTo(snapshot, replacing(present(snapshot), action.key, action.scenario));
    case 'duplicate':
      return stepTo(snapshot, duplicating(present(snapshot), action.key, action.title));
    case 'remove':
      return stepTo(snapshot, removing(present(snapshot), action.key));
    case 'rename':
      return rename(snapshot, action.key, action.title);
    case 'edit':
      return stepTo(snapshot, editing(present(snapshot), action.key), 'quiet');
    case 'baseline':
      return stepTo(snapshot, against(present(snapshot), action.key));
    case 'show':
      return stepTo(snapshot, showing(present(snapshot), action.key, action.shown));
    case 'undo':
      return moved(endGesture(snapshot), undo);
    case 'redo':
      return moved(endGesture(snapshot), redo);
    case 'table':
      return look(withHistory(endGesture(snapshot), step(endGesture(snapshot).history, action.work)), action.view);
    case 'restore': {
      const { gesture: _, ...rest } = snapshot;
      return { ...rest, history: action.history, view: { ...snapshot.view, ...action.view } };
    }
    case 'compare':
    case 'charts':
    case 'draws':
    case 'theme':
      return look(snapshot, { [action.type]: action[action.type as keyof typeof action] });
    case 'only changed':
      return look(snapshot, { onlyChanged: action.on });
    case 'fold':
      return look(snapshot, { open: folded(snapshot.view.open, action.group, action.open) });
    case 'ran':
      return { ...snapshot, runs: current(snapshot, { ...snapshot.runs, ...action.runs }) };
    case 'sure':
    case 'apart': {
      const { [action.key]: _, ...others } = snapshot[action.type];
      const found = action.sure === undefined ? others : { ...others, [action.key]: action.sure };
      return { ...snapshot, [action.type]: current(snapshot, found) };
    }
    case 'say':
      return { ...snapshot, messages: said(snapshot.messages, action.message) };
    case 'dismiss':
      return { ...snapshot, messages: snapshot.messages.filter((message) => message.id !== action.id) };
    case 'saving':
      return snapshot.saving === action.saving ? snapshot : { ...snapshot, saving: action.saving };
  }
}

function present(snapshot: Snapshot): Work {
  return snapshot.history.present;
}

function change(snapshot: Snapshot, _key: string, work: Work): Snapshot {
  const to = snapshot.gesture === undefined ? step : amend;
  return withHistory(snapshot, to(snapshot.history, work));
}

/** Which scenario's levers are shown is kept with the work, but choosing it is no step of its own. */
function stepTo(snapshot: Snapshot, work: Work, how: 'step' | 'quiet' = 'step'): Snapshot {
  const settled = endGesture(snapshot);
  return withHistory(settled, (how === 'step' ? step : amend)(settled.history, work));
}

function endGesture(snapshot: Snapshot): Snapshot {
  const { gesture, ...rest } = snapshot;
  if (gesture === undefined) return snapshot;
  return { ...rest, history: settle(snapshot.history, gesture.before) };
}

function moved(snapshot: Snapshot, move: (history: History<Work>) => History<Work>): Snapshot {
  return withHistory(snapshot, move(snapshot.history));
}

function withHistory(snapshot: Snapshot, history: History<Work>): Snapshot {
  return history === snapshot.history ? snapshot : { ...snapshot, history };
}

function rename(snapshot: Snapshot, key: string, title: string): Snapshot {
  const entry = entryFor(present(snapshot), key);
  const plain = title.trim();
  if (entry === undefined || plain === '' || plain === entry.scenario.title) return snapshot;
  const others = present(snapshot).entries.filter((one) => one !== entry);
  const named = { ...entry.scenario, title: freeTitle(plain, others) };
  return stepTo(snapshot, withScenario(present(snapshot), key, named));
}

function editing(work: Work, key: string): Work {
  return work.edited === key || entryFor(work, key) === undefined ? work : { ...work, edited: key };
}

function look(snapshot: Snapshot, view: Partial<View>): Snapshot {
  return { ...snapshot, view: { ...snapshot.view, ...view } };
}

function folded(open: readonly string[], group: string, isOpen: boolean): readonly string[] {
  const others = open.filter((id) => id !== group);
  return isOpen ? [...others, group] : others;
}

/** Results of scenarios that anything in the history may still want are kept; those of removed ones are not. */
function current<T>(snapshot: Snapshot, results: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(results).filter(([key]) => entryFor(present(snapshot), key) !== undefined));
}

/** The same sentence is not said twice at once. */
function said(messages: readonly Message[], message: Omit<Message, 'id'>): readonly Message[] {
  const others = messages.filter(({ text }) => text !== message.text);
  const id = Math.max(0, ...messages.map((one) => one.id)) + 1;
  const all = [...others, { ...message, id }];
  // Notes go when newer ones come; trouble stays until somebody has seen it.
  const notes = all.filter(({ kind }) => kind === 'note');
  return all.filter((one) => one.kind === 'trouble' || notes.indexOf(one) >= notes.length - MOST_NOTES);
}

const MOST_NOTES = 5;
