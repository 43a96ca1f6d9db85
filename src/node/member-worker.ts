import { parentPort } from 'node:worker_threads';
import { type Work, workOn } from '../analysis/uncertainty/work.ts';
import type { Answer, Request } from './worker-threads.ts';

// The other side of worker-threads.ts: gets one job ready at a time, and does its tasks in the order they come.
let work: Work | undefined;

parentPort?.on('message', (request: Request) => {
  const answer = (message: Answer, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer);
  try {
    if (request.kind === 'job') {
      work = workOn(request.job);
      return;
    }
    if (work === undefined) throw new Error('there is no job to do this task of');
    const results = work(request.task) as Float64Array<ArrayBuffer>;
    answer({ id: request.id, results }, [results.buffer]);
  } catch (error) {
    const range = error instanceof RangeError;
    const message = error instanceof Error ? error.message : String(error);
    answer({ id: request.kind === 'job' ? -1 : request.id, failed: { range, message } });
  }
});
