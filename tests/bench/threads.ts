import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { workerThreads } from '../../src/node/worker-threads.ts';
import type { Members } from './programs/members.ts';
import { duration, type Row, slowRace } from './timing.ts';

const SCENARIO = 'stargate-central';
const MEMBERS = 1000;
const ROUNDS = 5;

/** Two threads against one, and what ensembles of a thousand to a hundred thousand members take. */
export async function bench(): Promise<Row[]> {
  return [await twoThreads(), ...[1000, 10_000, 100_000].map(members)];
}

/** Threads started and warm; the same members give the same bands, or there is nothing to compare. */
async function twoThreads(): Promise<Row> {
  const central = scenarios.find(({ id }) => id === SCENARIO)!;
  const runners = [workerThreads(1), workerThreads(2)];
  const run = (n: number) =>
    ensemble(central, {
      members: MEMBERS,
      ids: ['facility_in_use', 'spent_total', 'npv'],
      targets: {},
      runner: runners[n]!,
    });
  const [a, b] = [JSON.stringify(await run(0)), JSON.stringify(await run(1))];
  if (a !== b) throw new Error('two threads give other bands than one');
  const { best, ratios } = await slowRace([() => run(0), () => run(1)], ROUNDS, () => performance.now());
  for (const runner of runners) await runner.close();
  const [one = Number.NaN, two = Number.NaN] = best;
  return {
    what: `one thread against two, ${MEMBERS} members of ${SCENARIO}`,
    // Whoever else is at work takes from two threads what one does not need: the fastest of each is what the machine can do.
    ratio: one / two,
    least: 1.7,
    figures: {
      'one thread': duration(one),
      'two threads': duration(two),
      'median of rounds': ratios[1] ?? Number.NaN,
      rounds: ROUNDS,
      cores: availableParallelism(),
    },
  };
}

/** In a program of its own, since memory is measured too. */
function members(count: number): Row {
  const program = fileURLToPath(new URL('programs/members.ts', import.meta.url));
  const out = execFileSync(process.execPath, ['--import', 'tsx', program, SCENARIO, String(count)], {
    encoding: 'utf8',
  });
  const { levers, outputs, threads, quantiles, millis, first, peak } = JSON.parse(out) as Members;
  return {
    what: `${count.toLocaleString('en')} members of ${SCENARIO}`,
    figures: {
      'members a second': (1000 * count) / millis,
      'time to the first band': duration(first),
      time: duration(millis),
      'peak memory': `${Math.round(peak / 2 ** 20)} MiB`,
      levers,
      outputs,
      threads,
      quantiles,
    },
  };
}
