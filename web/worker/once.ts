/** As much of a `Worker` as one question uses. */
export interface WorkerForOnce<Answer> {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/**
 * Asks a worker of its own one question; it is ended afterwards or when the time is up.
 * @param limit ms
 * @returns undefined where it took too long or broke.
 */
export function once<Answer>(
  spawn: () => WorkerForOnce<Answer>,
  message: unknown,
  limit: number,
): Promise<Answer | undefined> {
  const worker = spawn();
  return new Promise<Answer | undefined>((done) => {
    const timer = setTimeout(() => done(undefined), limit);
    worker.onmessage = ({ data }) => {
      clearTimeout(timer);
      done(data);
    };
    worker.onerror = () => {
      clearTimeout(timer);
      done(undefined);
    };
    worker.postMessage(message);
  }).finally(() => worker.terminate());
}
