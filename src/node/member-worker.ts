import { parentPort } from 'node:worker_threads';
import { crewMember } from '../analysis/uncertainty/crew.ts';

// The other side of worker-threads.ts.
const hear = crewMember((answer, transfer) => parentPort?.postMessage(answer, transfer));
parentPort?.on('message', hear);
