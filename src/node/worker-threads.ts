import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Crew, type Thread } from '../analysis/uncertainty/crew.ts';
import type { Runner } from '../analysis/uncertainty/runner.ts';

/** A runner that owns threads. They live until it is closed, so that a second job starts at once. */
export interface ThreadRunner extends Runner {
  close(): Promise<void>;
}

/**
 * Runs in worker threads, as many as the machine has room for unless said otherwise.
 * @throws RangeError for a number of threads that is none
 */
export function workerThreads(count: number = availableParallelism()): ThreadRunner {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`${count} is not a number of threads`);
  let crew: Crew | undefined;
  let workers: Worker[] = [];
  return {
    open(job) {
      if (crew === undefined) {
        workers = Array.from({ length: count }, start);
        crew = new Crew(workers.map(threadOf));
      }
      return crew.open(job);
    },
    async close() {
      crew?.lose(new Error('the threads were closed'));
      crew = undefined;
      // Somebody waits for this, so that it has to keep the program running; answers that still come change nothing.
      for (const worker of workers) worker.removeAllListeners('message').ref();
      await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
    },
  };
}

/** Compiled code starts by itself; in the sources a new thread does not know TypeScript until tsx has told it. */
function start(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./member-worker.js', import.meta.url));
  const file = JSON.stringify(new URL('./member-worker.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${file}); });`, {
    eval: true,
  });
}

function threadOf(worker: Worker): Thread {
  // Idle threads do not keep a program running.
  worker.unref();
  return {
    listen(hear, lost) {
      worker.on('message', hear);
      worker.on('error', lost);
    },
    tell: (request) => worker.postMessage(request),
    wait: (isAwaited) => (isAwaited ? worker.ref() : worker.unref()),
  };
}
