import type { Catalogue, ReadAnswer, ReadRequest } from './protocol.ts';

/** As much of a `Worker` as reading uses. */
export interface ReaderLike {
  postMessage(message: ReadRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<ReadAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/**
 * Reads a file in a worker of its own, which is ended afterwards or when the time is up.
 * @param limit ms, 10 seconds unless said.
 * @returns the scenario or every mistake; "ended" where it took too long or broke.
 */
export function readText(
  text: string,
  { meta, scenarios }: Catalogue,
  spawn: () => ReaderLike,
  limit = 10_000,
): Promise<ReadAnswer | 'ended'> {
  const worker = spawn();
  return new Promise<ReadAnswer | 'ended'>((done) => {
    const timer = setTimeout(() => done('ended'), limit);
    worker.onmessage = ({ data }) => {
      clearTimeout(timer);
      done(data);
    };
    worker.onerror = () => {
      clearTimeout(timer);
      done('ended');
    };
    worker.postMessage({ text, meta, shipped: scenarios });
  }).finally(() => worker.terminate());
}
