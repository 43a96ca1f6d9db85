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
  private waiting: (() => Snapshot) | undefined;
  private model = '';
  /** There is work that would be gone with the page. */
  private isLost = false;
  private isTold = false;

  constructor(private readonly onSaving: (saving: Saving) => void) {
    addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.flush();
    });
    addEventListener('storage', ({ key, newValue }) => {
      if (this.autosave.heard(key, newValue)) this.tellNewer();
    });
    addEventListener('beforeunload', (event) => {
      this.flush();
      if (this.isLost) event.preventDefault();
    });
  }

  /** Who does not look at this tab is told when they do. */
  private tellNewer(): void {
    if (!document.hidden) this.onSaving('newer elsewhere');
    else if (!this.isTold) document.addEventListener('visibilitychange', () => this.tellNewer(), { once: true });
    this.isTold = document.hidden;
  }

  /**
   * What was kept, fitted to today's model; `dropped` names levers that are no more. What cannot be read is put aside, where the next
   * writing does not reach it.
   */
  load({ meta }: Catalogue): (Remembered & { readonly dropped: readonly string[] }) | 'unreadable' | undefined {
    const text = this.autosave.load();
    if (text === undefined) return undefined;
    const dropped = new Set<string>();
    try {
      return {
        ...decode(text, (scenario) => fitted(scenario, meta, (name) => dropped.add(name))),
        dropped: [...dropped],
      };
    } catch {
      this.autosave.putAside(text);
      return 'unreadable';
    }
  }

  /** What could not be read. */
  get aside(): string | undefined {
    return this.autosave.aside;
  }

  /** Writes soon, however fast changes follow one another: the last of them, with what the runs give by then. */
  keep(snapshot: () => Snapshot, model: string): void {
    this.waiting = () => snapshot();
    this.model = model;
    this.timer ??= setTimeout(() => whenIdle(() => this.flush(), SOON / 2), SOON / 2);
  }

  /** The person has chosen this tab's work over the other's. */
  force(snapshot: Snapshot, model: string): void {
    this.waiting = undefined;
    this.saved(this.autosave.force(textOf(snapshot, model)), snapshot);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting === undefined) return;
    const snapshot = waiting();
    this.saved(this.autosave.save(textOf(snapshot, this.model)), snapshot);
  }

  private saved(saving: Saving, { history }: Snapshot): void {
    this.isLost = saving !== 'saved' && history.past.length > 0;
    this.onSaving(saving);
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
