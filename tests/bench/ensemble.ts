import type { Axis } from '../../src/analysis/uncertainty/axes.ts';
import { Chances } from '../../src/analysis/uncertainty/chances.ts';
import { quantilesOf } from '../../src/analysis/uncertainty/distributions.ts';
import { Draws } from '../../src/analysis/uncertainty/draws.ts';
import { gather, type Summary } from '../../src/analysis/uncertainty/gather.ts';
import type { Output } from '../../src/analysis/uncertainty/outputs.ts';
import type { Session } from '../../src/analysis/uncertainty/runner.ts';
import type { Subject } from '../../src/analysis/uncertainty/subject.ts';
import { type Sampling, workWith } from '../../src/analysis/uncertainty/work.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import type { Engine } from './engines/engine.ts';
import { mathjs } from './engines/mathjs.ts';
import { sdeverywhere } from './engines/sdeverywhere.ts';
import { simulationPackage } from './engines/simulation.ts';
import { agreement, type BenchRun, benchRun, keepOf, STEPS } from './model/compiled.ts';
import { DRAWN } from './model/drawn.ts';
import { compared, handWritten } from './model/hand.ts';
import { figures } from './model/model.ts';
import { duration, type Row, race, slowRace } from './timing.ts';

const MEMBERS = 10_000;
const SAMPLING: Sampling = { members: MEMBERS, seed: 2025, method: 'latin-hypercube' };
/** Series that bands are made of. */
const BANDED = ['all_running', 'spent', 'worth'] as const;

const axes: readonly Axis[] = DRAWN.map((lever) => {
  const central = figures[lever];
  const range = { low: 0.8 * central, central, high: 1.2 * central };
  const quantiles = quantilesOf('pert', range);
  if (quantiles === undefined) throw new Error(`${lever} is sure`);
  return { lever, title: lever, unit: '1', range, distribution: 'pert', quantiles, whole: false };
});
const draw = (): Float64Array => new Draws({ ...SAMPLING, axes, correlations: [] }).values(0, MEMBERS);
const member = (values: Float64Array, n: number) => values.subarray(n * DRAWN.length, (n + 1) * DRAWN.length);

/** Ten thousand members drawn, run and made into bands, against loops over the same members and nothing else. */
export async function bench(): Promise<Row[]> {
  const bench = benchRun();
  const subject = benchSubject(bench);
  const values = draw();
  const whole = () => summaryOf(subject);
  const written = byHand();
  sameMembers(subject, written, values);
  const { best, ratios } = await slowRace([whole, () => loop(written, values, MEMBERS)], 15);
  const [ours = Number.NaN, theirs = Number.NaN] = best;
  const into = new Float64Array(subject.width);
  const alone = race([
    () => {
      for (let n = 0; n < MEMBERS; n += 1) subject.run(member(values, n), into, 0);
    },
    draw,
  ]);
  const rows: Row[] = [
    {
      what: `our ensemble, drawing and bands included, against hand-written runs without either`,
      ratio: ratios[1] ?? Number.NaN,
      most: 1.5,
      figures: {
        members: MEMBERS,
        levers: DRAWN.length,
        'series with bands': BANDED.length,
        ours: duration(ours),
        theirs: duration(theirs),
        'of the fastest rounds': ours / theirs,
        'our runs alone': duration(alone.best[0] ?? Number.NaN),
        'drawing alone': duration(alone.best[1] ?? Number.NaN),
      },
    },
  ];
  for (const [make, members] of [
    [sdeverywhere, 500],
    [mathjs, 10],
    [simulationPackage, 2],
  ] as const) {
    const engine = await make(bench.system);
    sameMembers(subject, engine, values, 2);
    // The member stands for ten thousand: each is as much work as any other.
    const { best: each } = await slowRace([whole, () => loop(engine, values, members)], 5);
    const scaled = ((each[1] ?? Number.NaN) * MEMBERS) / members;
    rows.push({
      what: `our ensemble against a loop over members in ${engine.name}`,
      ratio: (each[0] ?? Number.NaN) / scaled,
      figures: {
        ours: duration(each[0] ?? Number.NaN),
        theirs: duration(scaled),
        'times ours': scaled / (each[0] ?? Number.NaN),
        how: `${members} members there, their time multiplied by ${MEMBERS / members}`,
      },
    });
  }
  return rows;
}

function loop(engine: Engine, values: Float64Array, members: number): void {
  for (let n = 0; n < members; n += 1) {
    engine.set(member(values, n));
    engine.run();
  }
}

/** The bench model as something that an ensemble runs. */
function benchSubject({ meta, kernel, frame, sizes }: BenchRun): Subject {
  const slots = Int32Array.from(DRAWN, (id) => meta.records.find((record) => record.id === id)?.slot ?? Number.NaN);
  const keep = keepOf(meta, BANDED);
  const kept = new Float64Array(BANDED.length * (STEPS + 1));
  return {
    levers: DRAWN,
    outputs: BANDED.map((id): Output => ({ id, kind: 'series', title: id, unit: '1' })),
    times: Float64Array.from({ length: STEPS + 1 }, (_, k) => k / 12),
    width: kept.length,
    run(values, into, offset) {
      for (let n = 0; n < slots.length; n += 1) frame[slots[n]!] = values[n]!;
      kernel(frame, sizes, STEPS, 1, keep, kept);
      into.set(kept, offset);
    },
  };
}

/** The hand-written loop as an engine. */
function byHand(): Engine {
  const inputs: Record<keyof typeof figures, number> = { ...figures };
  const out = new Float64Array(compared.length * (STEPS + 1));
  return {
    name: 'a hand-written loop',
    how: 'locals for what is single, arrays for sites',
    set(values) {
      for (let n = 0; n < DRAWN.length; n += 1) inputs[DRAWN[n]!] = values[n]!;
    },
    run() {
      handWritten(STEPS, 1, inputs, out);
    },
    results: () => out,
  };
}

function summaryOf(subject: Subject): Promise<Summary> {
  const { outputs, times, width } = subject;
  const work = workWith(subject, axes, SAMPLING);
  const session: Session = { workers: 1, run: async (task) => work(task), close() {} };
  const chances = new Chances({}, outputs, scenarios[0]!, times.length, width);
  return gather(
    session,
    { members: MEMBERS, outputs, times, width, banded: new Set(BANDED), chances, memory: 1e9 },
    {},
  );
}

/** Some members must give the same both ways, or there is nothing to compare. */
function sameMembers(subject: Subject, engine: Engine, values: Float64Array, most = 3): void {
  const into = new Float64Array(subject.width);
  for (const n of [0, MEMBERS - 1, 1].slice(0, most)) {
    subject.run(member(values, n), into, 0);
    engine.set(member(values, n));
    engine.run();
    const all = engine.results();
    const length = STEPS + 1;
    const theirs = BANDED.flatMap((id) => {
      const row = compared.indexOf(id);
      return [...all.subarray(row * length, (row + 1) * length)];
    });
    agreement(into, theirs, BANDED);
  }
}
