import { usualOutputs } from '../../src/analysis/uncertainty/ask.ts';
import type { Axis } from '../../src/analysis/uncertainty/axes.ts';
import { Chances } from '../../src/analysis/uncertainty/chances.ts';
import { quantilesOf } from '../../src/analysis/uncertainty/distributions.ts';
import { Draws } from '../../src/analysis/uncertainty/draws.ts';
import { type EnsembleOptions, ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { gather, type Summary } from '../../src/analysis/uncertainty/gather.ts';
import type { Output } from '../../src/analysis/uncertainty/outputs.ts';
import type { Session } from '../../src/analysis/uncertainty/runner.ts';
import type { Subject } from '../../src/analysis/uncertainty/subject.ts';
import { type Sampling, workWith } from '../../src/analysis/uncertainty/work.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { workerThreads } from '../../src/node/worker-threads.ts';
import { compared, handWritten } from './hand.ts';
import { benchRun } from './kernel.ts';
import { figures } from './model.ts';
import { duration, type Row } from './timing.ts';

const STEPS = 60;
const MEMBERS = 10_000;
const ROUNDS = 7;
const SAMPLING: Sampling = { members: MEMBERS, seed: 2025, method: 'latin-hypercube' };

/** Levers of the bench model that are drawn, from a fifth below to a fifth above their figures. */
const DRAWN = [
  'total',
  'it_price',
  'build_price',
  'power_price',
  'life',
  'supply_start',
  'build_time',
  'fit_time',
  'use',
  'energy_price',
  'revenue_price',
  'upkeep',
] as const;
/** Series that bands are made of. */
const BANDED = ['all_running', 'spent', 'worth'] as const;

const axes: readonly Axis[] = DRAWN.map((lever) => {
  const central = figures[lever];
  const range = { low: 0.8 * central, central, high: 1.2 * central };
  const quantiles = quantilesOf('pert', range);
  if (quantiles === undefined) throw new Error(`${lever} is sure`);
  return { lever, title: lever, unit: '1', range, distribution: 'pert', quantiles, whole: false };
});

/** The bench model as something that an ensemble runs. */
function benchSubject(): Subject {
  const { meta, kernel, frame, sizes } = benchRun();
  const slotOf = (id: string) => meta.records.find((record) => record.id === id)?.slot ?? Number.NaN;
  const slots = Int32Array.from(DRAWN, slotOf);
  const keep = new Int32Array(meta.frameSize).fill(-1);
  for (const [row, id] of BANDED.entries()) keep[slotOf(id)] = row;
  const kept = new Float64Array(BANDED.length * (STEPS + 1));
  const outputs = BANDED.map((id): Output => ({ id, kind: 'series', title: id, unit: '1' }));
  return {
    levers: DRAWN,
    outputs,
    times: Float64Array.from({ length: STEPS + 1 }, (_, k) => k / 12),
    width: kept.length,
    run(values, into, offset) {
      for (let n = 0; n < slots.length; n += 1) frame[slots[n]!] = values[n]!;
      kernel(frame, sizes, STEPS, 1, keep, kept);
      into.set(kept, offset);
    },
  };
}

/** Ten thousand members drawn, run and made into bands, against the same runs by hand and nothing else. */
async function membersAgainstHand(): Promise<Row> {
  const subject = benchSubject();
  const { outputs, times, width } = subject;
  const whole = (): Promise<Summary> => {
    const work = workWith(subject, axes, SAMPLING);
    const session: Session = { workers: 1, run: async (task) => work(task), close() {} };
    const chances = new Chances({}, outputs, scenarios[0]!, times.length, width);
    return gather(
      session,
      { members: MEMBERS, outputs, times, width, banded: new Set(BANDED), chances, memory: 1e9 },
      {},
    );
  };
  const values = new Draws({ ...SAMPLING, axes, correlations: [] }).values(0, MEMBERS);
  const out = new Float64Array(compared.length * (STEPS + 1));
  const inputs: Record<keyof typeof figures, number> = { ...figures };
  const handRun = (member: number): void => {
    for (let n = 0; n < DRAWN.length; n += 1) inputs[DRAWN[n]!] = values[member * DRAWN.length + n]!;
    handWritten(STEPS, 1, inputs, out);
  };
  await sameMembers(subject, handRun, out, values);
  const [ours, byHand] = [[] as number[], [] as number[]];
  for (let round = 0; round < ROUNDS; round += 1) {
    let begin = performance.now();
    await whole();
    ours.push(performance.now() - begin);
    begin = performance.now();
    for (let member = 0; member < MEMBERS; member += 1) handRun(member);
    byHand.push(performance.now() - begin);
  }
  const [generated, written] = [Math.min(...ours), Math.min(...byHand)];
  return {
    what: `${MEMBERS} members drawn, run and made into bands, against the same runs by hand`,
    ratio: generated / written,
    most: 1.5,
    figures: {
      levers: DRAWN.length,
      'series with bands': BANDED.length,
      steps: STEPS,
      ensemble: duration(generated),
      'runs by hand': duration(written),
      'runs alone': duration(fastest(() => runAll(subject, values))),
      'drawing alone': duration(fastest(() => new Draws({ ...SAMPLING, axes, correlations: [] }).values(0, MEMBERS))),
    },
  };
}

function runAll(subject: Subject, values: Float64Array): void {
  const into = new Float64Array(subject.width);
  for (let member = 0; member < MEMBERS; member += 1) {
    subject.run(values.subarray(member * DRAWN.length, (member + 1) * DRAWN.length), into, 0);
  }
}

function fastest(run: () => void): number {
  return Math.min(
    ...Array.from({ length: ROUNDS }, () => {
      const begin = performance.now();
      run();
      return performance.now() - begin;
    }),
  );
}

/** Some members must give the same both ways, or there is nothing to compare. */
async function sameMembers(
  subject: Subject,
  handRun: (member: number) => void,
  out: Float64Array,
  values: Float64Array,
): Promise<void> {
  const into = new Float64Array(subject.width);
  for (const member of [0, 1, MEMBERS - 1]) {
    subject.run(values.subarray(member * DRAWN.length, (member + 1) * DRAWN.length), into, 0);
    handRun(member);
    for (const [row, id] of BANDED.entries()) {
      for (let k = 0; k <= STEPS; k += 1) {
        const [a, b] = [into[row * (STEPS + 1) + k]!, out[compared.indexOf(id) * (STEPS + 1) + k]!];
        if (!(Math.abs(a - b) <= 1e-9 * Math.max(1e-9, Math.abs(b))))
          throw new Error(`${id} of ${member} at ${k}: ${a}, ${b}`);
      }
    }
  }
}

/** Two threads against one on a shipped scenario, threads started and warm. */
async function twoThreads(): Promise<Row> {
  const central = scenarios.find(({ id }) => id === 'stargate-central')!;
  const runners = [workerThreads(1), workerThreads(2)];
  const best = runners.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 4; round += 1) {
    for (const [n, runner] of runners.entries()) {
      const begin = performance.now();
      await ensemble(central, { members: 2000, ids: ['facility_in_use', 'spent_total', 'npv'], targets: {}, runner });
      // The first round starts the threads and compiles.
      if (round > 0) best[n] = Math.min(best[n] ?? 0, performance.now() - begin);
    }
  }
  for (const runner of runners) await runner.close();
  const [one = 0, two = 0] = best;
  return {
    what: 'one thread against two, 2000 members of stargate-central',
    ratio: one / two,
    least: 1.7,
    figures: { 'one thread': duration(one), 'two threads': duration(two) },
  };
}

/** How long ensembles of a shipped scenario take, and how much memory. */
async function shipped(): Promise<Row[]> {
  const central = scenarios.find(({ id }) => id === 'stargate-central')!;
  const runner = workerThreads();
  const rows: Row[] = [];
  await ensemble(central, { members: 256, runner });
  for (const members of [1000, 10_000, 100_000]) {
    // Large ensembles keep what somebody would ask of them, small ones everything that is usual.
    const ids = members > 10_000 ? ['facility_in_use', 'spent_total', 'jobs_total', 'npv'] : usualOutputs();
    const begin = performance.now();
    let first = Number.NaN;
    let peak = 0;
    const options: EnsembleOptions = {
      members,
      ids,
      targets: {},
      runner,
      onBands: () => {
        if (Number.isNaN(first)) first = performance.now() - begin;
      },
      onProgress: () => {
        peak = Math.max(peak, process.memoryUsage.rss());
      },
    };
    const { levers, quantiles } = await ensemble(central, options);
    const took = performance.now() - begin;
    rows.push({
      what: `${members} members of stargate-central`,
      figures: {
        levers,
        outputs: ids.length,
        quantiles,
        time: duration(took),
        'members a second': Math.round((1000 * members) / took),
        'first bands': duration(first),
        'peak memory': `${Math.round(peak / 2 ** 20)} MiB`,
      },
    });
  }
  await runner.close();
  return rows;
}

export async function bench(): Promise<Row[]> {
  return [await membersAgainstHand(), await twoThreads(), ...(await shipped())];
}
