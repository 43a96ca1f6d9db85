import { hint } from '../../engine/nearest.ts';
import { kernel } from '../../generated/kernel.ts';
import { meta } from '../../generated/meta.ts';
import type { Scenario } from '../../scenario/types.ts';
import { answerOf, monthOf, type Question, stepsFor } from './ask.ts';
import type { Axis } from './axes.ts';
import { Draws } from './draws.ts';
import { sobolIndices } from './indices.ts';
import type { Output } from './outputs.ts';
import { rankCorrelation } from './ranks.ts';
import { type Cancel, inOrder, inThisThread, type Runner, type Session } from './runner.ts';
import { subjectOf } from './subject.ts';
import { drawnAxes, type Job, type Sampling, TWINS } from './work.ts';

export interface ImportanceOptions {
  /** Base members; of each lever that matters there is a run for each of them. 500 if absent. */
  readonly members?: number;
  readonly seed?: number;
  readonly method?: 'latin-hypercube' | 'random';
  readonly runner?: Runner;
  readonly cancel?: Cancel;
  readonly onProgress?: (done: number, members: number) => void;
}

/** How much of an output's variance comes from a lever, or from shares that balance and are drawn as one. */
export interface ImportanceRow {
  /** The lever's name, or the group's. */
  readonly lever: string;
  readonly levers: readonly string[];
  readonly title: string;
  readonly firstOrder: number;
  readonly firstOrderError: number;
  readonly total: number;
  readonly totalError: number;
  /** Spearman's, of the lever and the output; of a group the strongest of its levers'. */
  readonly rankCorrelation: number;
  /** It moved nothing in any of the first members, and was left alone from then on. */
  readonly inert: boolean;
}

export interface Importance {
  readonly output: Output;
  readonly at: string | null;
  readonly seed: number;
  /** Base members that count: all that were run, but for those that have no value. */
  readonly members: number;
  readonly asked: number;
  /** Members left out since the output does not exist for one of their runs. */
  readonly leftOut: number;
  readonly runs: number;
  /** The largest total first. */
  readonly rows: readonly ImportanceRow[];
  /**
   * A lever's values and the output's, of all members and twins: a cloud of points.
   * @throws RangeError for a lever that was not drawn, with the nearest that was
   */
  scatter(lever: string): { readonly inputs: Float64Array; readonly outputs: Float64Array };
}

const MEMBERS = 500;
/** A lever that moves nothing in this many members, bit for bit, is taken to do nothing. */
const TRIAL = 16;

/**
 * What matters for an output: Sobol' indices, first-order and total, and rank correlations. Levers are drawn as independent, whatever
 * correlations the scenario states, since the indices have no meaning otherwise; shares that balance count as one.
 * @throws RangeError for an output that there is none of, or too few members
 */
export async function importance(
  scenario: Scenario,
  question: Question,
  options: ImportanceOptions = {},
): Promise<Importance> {
  const { members = MEMBERS, seed = scenario.uncertainty.seed, method = 'latin-hypercube' } = options;
  if (!Number.isSafeInteger(members) || members < 2 || members > 2 ** 24) {
    throw new RangeError(`${members} is not a number of members: at least 2`);
  }
  const sampling: Sampling = { members, seed, method, correlations: [] };
  const steps = stepsFor([question], scenario);
  const job: Job = { scenario, ids: [question.of], ...(steps !== undefined && { steps }), sampling };
  const axes = drawnAxes(job);
  const { outputs, times, width } = subjectOf(scenario, { meta, kernel }, [], job.ids, steps);
  const answer = answerOf(question, outputs, scenario, times.length);
  const output = outputs[0]!;
  const session = await (options.runner ?? inThisThread()).open(job);
  try {
    const found = await importanceOf(session, { axes, sampling, width, answer }, options);
    const at = monthOf(question, output, scenario);
    return { output, at, seed, ...found };
  } finally {
    session.close();
  }
}

export interface Exchange {
  readonly axes: readonly Axis[];
  readonly sampling: Sampling;
  /** Numbers a run gives, and how to read the answer from them. */
  readonly width: number;
  readonly answer: (results: Float64Array, offset: number) => number;
}

/** The same for any job whose runs are exchanged. */
export async function importanceOf(
  session: Session,
  { axes, sampling, width, answer }: Exchange,
  { cancel, onProgress }: ImportanceOptions,
): Promise<Omit<Importance, 'output' | 'at' | 'seed'>> {
  const { members } = sampling;
  const groups = groupsOf(axes);
  const [own, twin] = [new Float64Array(members), new Float64Array(members)];
  const mixed = groups.map(() => new Float64Array(members));
  let done = 0;
  let runs = 0;
  const doAll = async (until: number, active: readonly number[], size: number): Promise<void> => {
    const from = done;
    const positions = active.map((group) => [...groups[group]!.positions]);
    const ends = (n: number) => [from + n * size, Math.min(until, from + (n + 1) * size)] as const;
    const task = (n: number) => ({ kind: 'exchange', from: ends(n)[0], to: ends(n)[1], groups: positions }) as const;
    const take = (results: Float64Array): void => {
      const each = (active.length + 2) * width;
      for (let offset = 0; offset < results.length; offset += each, done += 1) {
        own[done] = answer(results, offset);
        twin[done] = answer(results, offset + width);
        for (const [n, group] of active.entries()) mixed[group]![done] = answer(results, offset + (n + 2) * width);
        runs += active.length + 2;
      }
      onProgress?.(done, members);
    };
    await inOrder(session, Math.ceil((until - from) / size), task, take, cancel);
  };
  const all = groups.map((_, n) => n);
  await doAll(Math.min(TRIAL, members), all, 1);
  const moves = all.filter((n) => mixed[n]!.subarray(0, done).some((value, member) => !Object.is(value, own[member])));
  for (const n of all) if (!moves.includes(n)) mixed[n]!.fill(Number.NaN);
  if (!cancel?.aborted) await doAll(members, moves, 4);

  const counts = keptRows(
    done,
    own,
    twin,
    moves.map((n) => mixed[n]!),
  );
  const pick = (values: Float64Array): Float64Array => Float64Array.from(counts, (n) => values[n]!);
  const [picked, twins] = [pick(own), pick(twin)];
  const indices = sobolIndices(
    picked,
    twins,
    moves.map((n) => pick(mixed[n]!)),
  );
  const inputs = inputsOf(axes, sampling, counts);
  const outputs = Float64Array.of(...picked, ...twins);
  const rows = groups.map(({ name, title, positions }, n): ImportanceRow => {
    const found = indices[moves.indexOf(n)] ?? { first: 0, firstError: 0, total: 0, totalError: 0 };
    const ranked = positions.map((at) => rankCorrelation(inputs[at]!, outputs));
    return {
      lever: name,
      levers: positions.map((at) => axes[at]!.lever),
      title,
      firstOrder: found.first,
      firstOrderError: found.firstError,
      total: found.total,
      totalError: found.totalError,
      rankCorrelation: ranked.reduce((most, r) => (Math.abs(r) > Math.abs(most) ? r : most), 0),
      inert: !moves.includes(n),
    };
  });
  return {
    members: counts.length,
    asked: members,
    leftOut: done - counts.length,
    runs,
    rows: rows.sort((a, b) => b.total - a.total),
    scatter(lever) {
      const at = axes.findIndex((axis) => axis.lever === lever);
      const values = inputs[at];
      if (values === undefined)
        throw new RangeError(
          `"${lever}" was not drawn${hint(
            lever,
            axes.map((axis) => axis.lever),
          )}`,
        );
      return { inputs: values, outputs };
    },
  };
}

interface Group {
  readonly name: string;
  readonly title: string;
  readonly positions: readonly number[];
}

/** Each lever by itself, and those that balance together. */
function groupsOf(axes: readonly Axis[]): Group[] {
  const groups = new Map<string, { name: string; title: string; positions: number[] }>();
  for (const [n, { lever, title, group }] of axes.entries()) {
    const alone = group === undefined || axes.filter((axis) => axis.group === group).length === 1;
    const name = alone ? lever : group;
    const known = groups.get(name);
    if (known === undefined) groups.set(name, { name, title, positions: [n] });
    else known.positions.push(n);
  }
  return [...groups.values()];
}

/** Members all of whose runs have a value. */
function keptRows(done: number, own: Float64Array, twin: Float64Array, mixed: readonly Float64Array[]): number[] {
  const has = (values: Float64Array, n: number): boolean => !Number.isNaN(values[n]!);
  return Array.from({ length: done }, (_, n) => n).filter(
    (n) => has(own, n) && has(twin, n) && mixed.every((values) => has(values, n)),
  );
}

/** By lever: the values of the members that count, and then of their twins. */
function inputsOf(axes: readonly Axis[], sampling: Sampling, counts: readonly number[]): Float64Array[] {
  const sets = [{}, { set: TWINS }].map((set) => new Draws({ ...sampling, ...set, axes, correlations: [] }));
  const last = (counts.at(-1) ?? -1) + 1;
  const values = sets.map((draws) => draws.values(0, last));
  return axes.map((_, at) =>
    Float64Array.from(values.flatMap((list) => counts.map((n) => list[n * axes.length + at]!))),
  );
}
