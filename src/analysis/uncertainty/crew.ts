import type { Runner, Session } from './runner.ts';
import { type Job, type Task, type Work, workOn } from './work.ts';

/** What a thread is told. Jobs and tasks have numbers; a thread may have several jobs at once. */
export type Request =
  | { readonly kind: 'job'; readonly job: number; readonly of: Job }
  | { readonly kind: 'task'; readonly job: number; readonly task: number; readonly of: Task }
  | { readonly kind: 'end'; readonly job: number };

/** What it says. A job that cannot be got ready fails without a task. */
export type Answer =
  | { readonly task: number; readonly results: Float64Array }
  | {
      readonly job: number;
      readonly task?: number;
      readonly failed: { readonly range: boolean; readonly message: string };
    };

/** Somebody who does tasks elsewhere: a thread of Node, a page's worker. It answers each task in the order they come. */
export interface Thread {
  /** Called once, before anything is told. */
  listen(hear: (answer: Answer) => void, lost: (error: Error) => void): void;
  tell(request: Request): void;
  /** Whether an answer is waited for. */
  wait?(isAwaited: boolean): void;
}

interface Waiting {
  readonly job: number;
  readonly of: Task;
  readonly done: (results: Float64Array) => void;
  readonly failed: (error: Error) => void;
}

/** Threads that share the tasks of all jobs that are open, first come, first served. */
export class Crew implements Runner {
  private readonly threads: readonly Thread[];
  private readonly idle: Thread[];
  private readonly queue: Waiting[] = [];
  private readonly busy = new Map<Thread, { readonly task: number; readonly waiting: Waiting }>();
  private jobs = 0;
  private tasks = 0;

  constructor(threads: readonly Thread[]) {
    this.threads = threads;
    this.idle = [...threads];
    for (const thread of threads) {
      thread.listen(
        (answer) => this.hear(thread, answer),
        (error) => this.lose(error),
      );
    }
  }

  async open(of: Job): Promise<Session> {
    const job = this.jobs;
    this.jobs += 1;
    for (const thread of this.threads) thread.tell({ kind: 'job', job, of });
    return {
      workers: this.threads.length,
      run: (task) => this.run(job, task),
      close: () => {
        this.lose(new Error('the job was closed'), job);
        for (const thread of this.threads) thread.tell({ kind: 'end', job });
      },
    };
  }

  /** Whoever still waits, for a job or for any, hears why nothing comes; threads that are at work finish their task first. */
  lose(error: Error, job?: number): void {
    const isLost = (waiting: Waiting): boolean => job === undefined || waiting.job === job;
    const kept = this.queue.splice(0).filter((waiting) => {
      if (isLost(waiting)) waiting.failed(error);
      return !isLost(waiting);
    });
    this.queue.push(...kept);
    for (const { waiting } of this.busy.values()) if (isLost(waiting)) waiting.failed(error);
  }

  private run(job: number, of: Task): Promise<Float64Array> {
    return new Promise((done, failed) => {
      this.queue.push({ job, of, done, failed });
      this.hand();
    });
  }

  private hand(): void {
    while (this.queue.length > 0) {
      const thread = this.idle.pop();
      if (thread === undefined) return;
      const waiting = this.queue.shift()!;
      const task = this.tasks;
      this.tasks += 1;
      this.busy.set(thread, { task, waiting });
      thread.wait?.(true);
      thread.tell({ kind: 'task', job: waiting.job, task, of: waiting.of });
    }
  }

  private hear(thread: Thread, answer: Answer): void {
    const { task } = answer;
    if ('failed' in answer) {
      const { range, message } = answer.failed;
      const error = range ? new RangeError(message) : new Error(message);
      if (task === undefined) this.lose(error, answer.job);
      else this.busy.get(thread)?.waiting.failed(error);
    } else this.busy.get(thread)?.waiting.done(answer.results);
    if (task === undefined) return;
    this.busy.delete(thread);
    thread.wait?.(false);
    this.idle.push(thread);
    this.hand();
  }
}

/** The other side: gets jobs ready and does their tasks, as it is told. @param say  results change hands. */
export function crewMember(say: (answer: Answer, transfer: ArrayBuffer[]) => void): (request: Request) => void {
  const jobs = new Map<number, Work>();
  return (request) => {
    const { job } = request;
    try {
      if (request.kind === 'end') jobs.delete(job);
      else if (request.kind === 'job') jobs.set(job, workOn(request.of));
      else {
        const work = jobs.get(job);
        if (work === undefined) throw new Error('there is no job to do this task of');
        const results = work(request.of) as Float64Array<ArrayBuffer>;
        say({ task: request.task, results }, [results.buffer]);
      }
    } catch (error) {
      const failed = {
        range: error instanceof RangeError,
        message: error instanceof Error ? error.message : String(error),
      };
      say(request.kind === 'task' ? { job, task: request.task, failed } : { job, failed }, []);
    }
  };
}
