import { kernel } from '../../generated/kernel.ts';
import { meta } from '../../generated/meta.ts';
import type { Scenario } from '../../scenario/types.ts';
import { type Axis, axesOf } from './axes.ts';
import type { Correlation } from './correlations.ts';
import { Draws, type Method } from './draws.ts';
import { type Subject, subjectOf } from './subject.ts';

/** Many runs of one scenario, as plain data that can be sent to a worker. */
export interface Job {
  readonly scenario: Scenario;
  /** Series and headlines to keep. */
  readonly ids: readonly string[];
  /** Steps after which nothing more is wanted; all if absent. */
  readonly steps?: number;
  /** How members are drawn; what is not drawn is given point by point. */
  readonly sampling: Sampling;
}

export interface Sampling {
  readonly members: number;
  readonly seed: number;
  readonly method: Method;
  /** By lever names, instead of the scenario's own. */
  readonly correlations?: readonly Correlation[];
  /** The levers of points, and the only ones that are drawn; all uncertain ones if absent. */
  readonly levers?: readonly string[];
}

/** A piece of a job. */
export type Task =
  /** Members by number; `to` is not among them. */
  | { readonly kind: 'members'; readonly from: number; readonly to: number }
  /** Chosen values of the job's levers, point after point. */
  | { readonly kind: 'points'; readonly values: Float64Array }
  /** For Sobol' indices: of each number the member, its twin, and the member with one group of levers after another from the twin. */
  | { readonly kind: 'exchange'; readonly from: number; readonly to: number; readonly groups: readonly number[][] };

/** Does tasks of one job: run after run, `width` numbers each. */
export type Work = (task: Task) => Float64Array;

/** The name of the second, independent set of draws. */
export const TWINS = 'twin';

/** Gets a job ready with the model that ships. @throws RangeError for names or correlations that cannot be */
export function workOn(job: Job): Work {
  const { subject, sampling, axes } = open(job);
  return workWith(subject, axes, sampling);
}

/** The two halves of a job: what draws its members, and what runs them. @throws RangeError as `workOn` does */
export function openJob(job: Job): { readonly subject: Subject; readonly draws: Draws } {
  const { subject, sampling, axes } = open(job);
  return { subject, draws: new Draws({ correlations: [], ...sampling, axes }) };
}

function open(job: Job): { subject: Subject; sampling: Sampling; axes: readonly Axis[] } {
  const axes = drawnAxes(job);
  const levers = job.sampling.levers ?? axes.map(({ lever }) => lever);
  const subject = subjectOf(job.scenario, { meta, kernel }, levers, job.ids, job.steps);
  const { correlations } = job.scenario.uncertainty;
  return { subject, sampling: { correlations, ...job.sampling }, axes };
}

/** The uncertain levers that a job draws. */
export function drawnAxes({ scenario, sampling: { levers } }: Job): Axis[] {
  const axes = axesOf(scenario, meta);
  return levers === undefined ? axes : axes.filter(({ lever }) => levers.includes(lever));
}

/** The same with any subject, whose levers are the axes in their order where members are drawn. */
export function workWith(subject: Subject, axes: readonly Axis[], sampling: Sampling): Work {
  const { correlations = [] } = sampling;
  let draws: Draws | undefined;
  let twins: Draws | undefined;
  return (task) => {
    if (task.kind === 'points') return runAll(subject, task.values, subject.levers.length);
    draws ??= new Draws({ ...sampling, axes, correlations });
    const values = draws.values(task.from, task.to);
    if (task.kind === 'members') return runAll(subject, values, axes.length);
    twins ??= new Draws({ ...sampling, axes, correlations, set: TWINS });
    return exchange(subject, values, twins.values(task.from, task.to), task.groups, axes.length);
  };
}

function runAll(subject: Subject, points: Float64Array, wide: number): Float64Array {
  const count = wide === 0 ? 1 : points.length / wide;
  const results = new Float64Array(count * subject.width);
  for (let n = 0; n < count; n += 1) {
    subject.run(points.subarray(n * wide, (n + 1) * wide), results, n * subject.width);
  }
  return results;
}

function exchange(
  subject: Subject,
  members: Float64Array,
  twins: Float64Array,
  groups: readonly number[][],
  wide: number,
): Float64Array {
  const count = members.length / wide;
  const results = new Float64Array(count * (groups.length + 2) * subject.width);
  let offset = 0;
  const run = (values: Float64Array): void => {
    subject.run(values, results, offset);
    offset += subject.width;
  };
  for (let n = 0; n < count; n += 1) {
    const member = members.subarray(n * wide, (n + 1) * wide);
    const twin = twins.subarray(n * wide, (n + 1) * wide);
    run(member);
    run(twin);
    for (const group of groups) {
      const mixed = Float64Array.from(member);
      for (const lever of group) mixed[lever] = twin[lever]!;
      run(mixed);
    }
  }
  return results;
}
