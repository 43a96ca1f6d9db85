import type { Action } from './actions.ts';
import { reduce } from './reduce.ts';
import type { Snapshot } from './types.ts';

/** Holds the one snapshot. Who subscribes is called after every change, with what was and what is. */
export class Store {
  private now: Snapshot;
  private readonly listeners = new Set<(now: Snapshot, before: Snapshot) => void>();

  constructor(first: Snapshot) {
    this.now = Object.freeze(first);
  }

  get snapshot(): Snapshot {
    return this.now;
  }

  dispatch(action: Action): void {
    const before = this.now;
    this.now = Object.freeze(reduce(before, action));
    if (this.now !== before) for (const listener of [...this.listeners]) listener(this.now, before);
  }

  /** @returns a function that ends the subscription. */
  subscribe(listener: (now: Snapshot, before: Snapshot) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
