import { type Job, type Task, workOn } from './work.ts';

/** Tells that the results are no longer wanted; an AbortSignal is one. */
export interface Cancel {
  readonly aborted: boolean;
}

/** A job under way. */
export interface Session {
  /** How many tasks are done at a time. */
  readonly workers: number;
  /** Does a task; several can be asked for at once. The results are the same whoever does it. */
  run(task: Task): Promise<Float64Array>;
  close(): void;
}

/** Where runs happen: this thread, worker threads, a page's workers. */
export interface Runner {
  open(job: Job): Promise<Session>;
}

/**
 * Runs in this thread.
 * @param pause  waits between tasks; a caller that has other things to do lets them happen here.
 */
export function inThisThread(pause: () => Promise<void> = () => Promise.resolve()): Runner {
  return {
    async open(job) {
      const work = workOn(job);
      return {
        workers: 1,
        async run(task) {
          await pause();
          return work(task);
        },
        close() {},
      };
    },
  };
}

/**
 * Does tasks and hands their results over in the tasks' order, whichever is done first, and waits until each is taken. Few are under way
 * at a time, so that memory stays bounded whatever the number of tasks.
 * @returns how many were handed over: all, unless cancelled.
 */
export async function inOrder(
  session: Session,
  count: number,
  task: (n: number) => Task,
  take: (result: Float64Array, n: number) => void | Promise<void>,
  cancel?: Cancel,
): Promise<number> {
  const ahead = 2 * session.workers;
  const underWay: Promise<Float64Array>[] = [];
  let next = 0;
  for (let n = 0; n < count; n += 1) {
    for (; next < count && next < n + ahead && !cancel?.aborted; next += 1) {
      const result = session.run(task(next));
      // A failure is met when its turn comes; until then it is not unheard of.
      result.catch(() => {});
      underWay.push(result);
    }
    const result = underWay.shift();
    if (result === undefined) return n;
    await take(await result, n);
  }
  return count;
}
