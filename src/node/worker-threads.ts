import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Runner } from '../analysis/uncertainty/runner.ts';
import type { Job, Task } from '../analysis/uncertainty/work.ts';

/** What a worker is told. */
export type Request =
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'task'; readonly id: number; readonly task: Task };

/** What it says. A job that cannot be got ready has the id -1. */
export type Answer =
  | { readonly id: number; readonly results: Float64Array }
  | { readonly id: number; readonly failed: { readonly range: boolean; readonly message: string } };

interface Waiting {
  readonly task: Task;
  readonly done: (results: Float64Array) => void;
  readonly failed: (error: Error) => void;
}

/** A runner that owns threads. They live until it is closed, so that a second job starts at once. */
export interface ThreadRunner extends Runner {
  close(): Promise<void>;
}

/**
 * Runs in worker threads, as many as the machine has room for unless said otherwise. One job at a time.
 * @throws RangeError for a number of threads that is none
 */
export function workerThreads(count: number = availableParallelism()): ThreadRunner {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`${count} is not a number of threads`);
  let crew: Crew | undefined;
  return {
    async open(job) {
      crew ??= new Crew(count);
      crew.begin(job);
      const { run } = crew;
      return { workers: count, run, close: () => crew?.end() };
    },
    async close() {
      await crew?.dismiss();
      crew = undefined;
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

class Crew {
  private readonly workers: readonly Worker[];
  private readonly idle: Worker[];
  private readonly queue: Waiting[] = [];
  private readonly busy = new Map<Worker, { readonly id: number; readonly waiting: Waiting }>();
  private next = 0;

  constructor(count: number) {
    this.workers = Array.from({ length: count }, start);
    this.idle = [...this.workers];
    for (const worker of this.workers) {
      worker.on('message', (answer: Answer) => this.hear(worker, answer));
      worker.on('error', (error) => this.lose(error));
      // Idle threads do not keep a program running.
      worker.unref();
    }
  }

  begin(job: Job): void {
    for (const worker of this.workers) worker.postMessage({ kind: 'job', job } satisfies Request);
  }

  readonly run = (task: Task): Promise<Float64Array> =>
    new Promise((done, failed) => {
      this.queue.push({ task, done, failed });
      this.hand();
    });

  end(): void {
    this.lose(new Error('the job was closed'));
  }

  async dismiss(): Promise<void> {
    this.end();
    // Somebody waits for this, so that it has to keep the program running; answers that still come change nothing.
    for (const worker of this.workers) worker.removeAllListeners('message').ref();
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private hand(): void {
    for (let worker = this.idle.pop(); worker !== undefined; worker = this.idle.pop()) {
      const waiting = this.queue.shift();
      if (waiting === undefined) {
        this.idle.push(worker);
        return;
      }
      const id = this.next;
      this.next += 1;
      this.busy.set(worker, { id, waiting });
      worker.ref();
      worker.postMessage({ kind: 'task', id, task: waiting.task } satisfies Request);
    }
  }

  private hear(worker: Worker, answer: Answer): void {
    const doing = this.busy.get(worker);
    if ('failed' in answer) {
      const { range, message } = answer.failed;
      const error = range ? new RangeError(message) : new Error(message);
      if (answer.id < 0) this.lose(error);
      else doing?.waiting.failed(error);
    } else doing?.waiting.done(answer.results);
    if (answer.id < 0) return;
    this.busy.delete(worker);
    worker.unref();
    this.idle.push(worker);
    this.hand();
  }

  /** Whoever still waits hears why nothing comes; threads that are at work finish their task first. */
  private lose(error: Error): void {
    for (const { failed } of this.queue.splice(0)) failed(error);
    for (const { waiting } of this.busy.values()) waiting.failed(error);
  }
}
