import { once, type WorkerForOnce } from './once.ts';
import type { Catalogue, ReadAnswer, ReadRequest } from './protocol.ts';

/** A file takes far less: ms. */
const LIMIT = 10_000;

/** Reads a file. @returns the scenario or every mistake; undefined where it took too long or broke. */
export function readText(text: string, { meta, scenarios }: Catalogue, isOld = false): Promise<ReadAnswer | undefined> {
  return once(
    () => new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' }) as WorkerForOnce<ReadAnswer>,
    { text, meta, shipped: scenarios, isOld } satisfies ReadRequest,
    LIMIT,
  );
}
