import { write } from '../node/terminal.ts';
import { workerThreads } from '../node/worker-threads.ts';
import type { Runner } from '../runs.ts';
import { askedLater } from './failure.ts';

/** What a command ends with that was stopped before it had anything to tell: the shells' code for Ctrl-C. */
export const STOPPED = 130;

/** What long work is given: where to run, when to stop, whom to tell how far it is. */
export interface Watch {
  readonly runner?: Runner;
  readonly cancel: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
}

/** A terminal is written to this often at most, in milliseconds. */
const PAUSE = 100;

/** So few runs are done here sooner than threads have started. */
const FEW_RUNS = 500;

/**
 * Does long work in all of the machine's threads, with its progress on a terminal. The first Ctrl-C asks it to stop and keep what is
 * done; the second ends the program.
 * @param what the things that are counted: "members"
 * @param runs about how many runs it takes
 * @throws Failure for what the scenario does not have
 */
export async function long<T>(what: string, runs: number, work: (watch: Watch) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const interrupted = (): void => stop.abort();
  const threads = runs > FEW_RUNS ? workerThreads() : undefined;
  const progress = progressOn(process.stderr, what);
  process.once('SIGINT', interrupted);
  try {
    return await askedLater(() =>
      work({ ...(threads && { runner: threads }), cancel: stop.signal, onProgress: progress.show }),
    );
  } finally {
    process.off('SIGINT', interrupted);
    progress.clear();
    await threads?.close();
  }
}

/** Lets the program hear Ctrl-C in between. */
export function aTurn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/** Says that not all was done. @returns the exit code: there is a valid result of what was done, if anything was */
export async function told(done: number, all: number, what: string): Promise<number> {
  if (done >= all) return 0;
  const most = all.toLocaleString('en-US');
  const words =
    done === 0
      ? `Stopped before any of ${most} ${what} was done: there is nothing to tell.`
      : `Stopped: this is what ${done.toLocaleString('en-US')} of ${most} ${what} say.`;
  await write(process.stderr, `${words}\n`);
  return done === 0 ? STOPPED : 0;
}

/** A line that is written over; nothing where nobody watches. */
function progressOn(
  stream: NodeJS.WriteStream,
  what: string,
): { show(this: void, done: number, all: number): void; clear(): void } {
  if (!stream.isTTY) return { show() {}, clear() {} };
  let last = 0;
  let shown = false;
  return {
    show(done, all) {
      const now = performance.now();
      if (now - last < PAUSE) return;
      [last, shown] = [now, true];
      const share = Math.floor((100 * done) / all);
      stream.write(`\r\u001b[K${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} ${what}, ${share} %`);
    },
    clear() {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}
