import { fitted } from '../state/fit.ts';
import { seenOfAll } from '../state/seen.ts';
import type { Saving, Snapshot } from '../state/types.ts';
import { Autosave } from '../storage/autosave.ts';
import { decode, encode, type Remembered } from '../storage/memory.ts';
import { localMemory } from '../storage/place.ts';
import type { Catalogue } from '../worker/protocol.ts';

/**
 * From a change to writing at the latest, half of it to gather further ones and half to find an idle moment, so that no frame waits
 * for it: ms. Two hundred steps of six scenarios take 2 to 4. Hiding the page writes at once.
 */
const SOON = 400;

/** Keeps the work of this tab in the browser's memory, and notices when another tab is ahead. */
export class Keeper {
  private readonly autosave = new Autosave(localMemory(), Math.random().toString(36).slice(2));
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waiting: (() => string) | undefined;

  constructor(private readonly onSaving: (saving: Saving) => void) {
    addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.flush();
    });
    addEventListener('storage', ({ key, newValue }) => {
      if (this.autosave.heard(key, newValue)) this.onSaving('newer elsewhere');
    });
  }

  /** What was kept, fitted to today's model; `dropped` names levers that are no more. Undefined where there is nothing usable. */
  load({ meta }: Catalogue): (Remembered & { readonly dropped: readonly string[] }) | undefined {
    const text = this.autosave.load();
    if (text === undefined) return undefined;
    const dropped = new Set<string>();
    try {
      return {
        ...decode(text, (scenario) => fitted(scenario, meta, (name) => dropped.add(name))),
        dropped: [...dropped],
      };
    } catch {
      return undefined;
    }
  }

  /** Writes soon, however fast changes follow one another: the last of them, with what the runs give by then. */
  keep(snapshot: () => Snapshot, model: string): void {
    this.waiting = () => textOf(snapshot(), model);
    this.timer ??= setTimeout(() => whenIdle(() => this.flush(), SOON / 2), SOON / 2);
  }

  /** The person has chosen this tab's work over the other's. */
  force(snapshot: Snapshot, model: string): void {
    this.waiting = undefined;
    this.onSaving(this.autosave.force(textOf(snapshot, model)));
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting !== undefined) this.onSaving(this.autosave.save(waiting()));
  }
}

/** Some browsers have no idle moments to tell of. */
function whenIdle(act: () => void, timeout: number): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout });
  else setTimeout(act);
}

function textOf({ history, view, runs }: Snapshot, model: string): string {
  return encode({ model, history, view, seen: seenOfAll(history.present, runs) });
}
