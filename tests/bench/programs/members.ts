/*
 * `members.ts SCENARIO MEMBERS`: runs an ensemble of the built package on all cores and prints what it took as JSON. Threads start cold, as for
 * whoever asks once.
 */
import { availableParallelism } from 'node:os';

export interface Members {
  readonly levers: number;
  readonly outputs: number;
  readonly threads: number;
  readonly quantiles: string;
  /** From the question to the answer, and to the first bands. */
  readonly millis: number;
  readonly first: number;
  /** Bytes that the whole program took at most. */
  readonly peak: number;
}

const built = (path: string): string => new URL(`../../../dist/${path}`, import.meta.url).href;
const { ensemble, publicGroups, scenarios } = (await import(
  built('index.js')
)) as typeof import('../../../src/index.ts');
const { workerThreads } = (await import(
  built('node/worker-threads.js')
)) as typeof import('../../../src/node/worker-threads.ts');

const [name, count] = process.argv.slice(2);
const scenario = scenarios.find(({ id }) => id === name);
if (scenario === undefined) throw new Error(`there is no scenario "${name}"`);
const members = Number(count);
// Of many members one asks a few things, of few everything that a run shows.
const few = ['facility_in_use', 'spent_total', 'jobs_total', 'npv'];
const ids = members > 10_000 ? few : publicGroups.flatMap((group) => group.ids);
const runner = workerThreads();
const begin = performance.now();
let first = Number.NaN;
const { levers, quantiles } = await ensemble(scenario, {
  members,
  ids,
  targets: {},
  runner,
  onBands: () => {
    if (Number.isNaN(first)) first = performance.now() - begin;
  },
});
const millis = performance.now() - begin;
await runner.close();
const found: Members = {
  levers,
  outputs: ids.length,
  threads: availableParallelism(),
  quantiles,
  millis,
  first,
  peak: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(found));
