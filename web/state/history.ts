/** Undo as a pure value: what was, what is, and what was undone. */
export interface History<T> {
  /** Oldest first. */
  readonly past: readonly T[];
  readonly present: T;
  /** The step to redo first stands first. */
  readonly future: readonly T[];
}

/** Steps that can be undone; older ones are forgotten. */
export const MOST_STEPS = 300;

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** A step: `next` is present, what was undone is gone. Nothing changes where `next` is the present itself. */
export function step<T>(history: History<T>, next: T): History<T> {
  if (next === history.present) return history;
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present: next, future: [] };
}

/** Changes the present without making a step: the forty ticks inside one drag. */
export function amend<T>(history: History<T>, next: T): History<T> {
  return next === history.present ? history : { ...history, present: next };
}

/** Makes one step of everything amended since `before` was present. */
export function settle<T>(history: History<T>, before: T): History<T> {
  if (before === history.present) return history;
  return { past: [...history.past, before].slice(-MOST_STEPS), present: history.present, future: [] };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
