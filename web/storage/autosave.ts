import type { Saving } from '../state/types.ts';
import { ASIDE_KEY, MEMORY_KEY } from './place.ts';

/** As much of `localStorage` as saving uses. */
export interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** What is stored: a revision, the tab that wrote it, and the body behind the first line end. */
interface Stored {
  readonly revision: number;
  readonly tab: string;
  readonly body: string;
}

function parse(text: string | null): Stored | undefined {
  const head = /^(\d+) (\S+)\n/.exec(text?.slice(0, 100) ?? '');
  if (text === null || head === null) return undefined;
  return { revision: Number(head[1]), tab: head[2] ?? '', body: text.slice(head[0].length) };
}

/**
 * Keeps the work in the browser's memory. Several tabs may do so: each writes only over what it has read itself, so that
 * none destroys another's work; one that meets newer data stops until the person has decided. Storage may be full or closed to
 * the page: then that is the answer, and the next write is whole again.
 */
export class Autosave {
  /** The revision this tab has read or written last; undefined before the first load. */
  private mine: number | undefined;
  private overtaken = false;
  /** What could not be read. */
  aside: string | undefined;

  /**
   * @param storage undefined where the browser refuses it altogether.
   * @param tab     a name for this tab that no other has.
   */
  constructor(
    private readonly storage: StorageLike | undefined,
    private readonly tab: string,
  ) {}

  /** What is remembered. From here on this tab may write. */
  load(): string | undefined {
    const stored = this.read();
    this.mine = stored?.revision ?? 0;
    this.overtaken = false;
    return stored?.body;
  }

  /** Writes, unless another tab has written since this one read. Before the first load nothing is written. */
  save(body: string): Saving {
    if (this.mine === undefined) return 'unsaved';
    const stored = this.read();
    if (this.overtaken || (stored !== undefined && stored.revision !== this.mine)) {
      this.overtaken = true;
      return 'newer elsewhere';
    }
    return this.write(this.mine + 1, body);
  }

  /** Writes over whatever is there: the person has chosen this tab's work. */
  force(body: string): Saving {
    this.overtaken = false;
    return this.write(Math.max(this.mine ?? 0, this.read()?.revision ?? 0) + 1, body);
  }

  /** Keeps what could not be read where nothing writes over it, as far as the browser lets us. */
  putAside(body: string): void {
    this.aside = body;
    try {
      this.storage?.setItem(ASIDE_KEY, body);
    } catch {
      // Then it is there as long as the page is.
    }
  }

  /** For the browser's `storage` event. @returns whether another tab has newer work now. */
  heard(key: string | null, value: string | null): boolean {
    if (key !== MEMORY_KEY) return false;
    const stored = parse(value);
    if (stored === undefined || stored.tab === this.tab || stored.revision <= (this.mine ?? 0)) return false;
    this.overtaken = true;
    return true;
  }

  private write(revision: number, body: string): Saving {
    try {
      if (this.storage === undefined) return 'impossible';
      this.storage.setItem(MEMORY_KEY, `${revision} ${this.tab}\n${body}`);
      this.mine = revision;
      return 'saved';
    } catch {
      return 'impossible';
    }
  }

  private read(): Stored | undefined {
    try {
      return parse(this.storage?.getItem(MEMORY_KEY) ?? null);
    } catch {
      return undefined;
    }
  }
}
