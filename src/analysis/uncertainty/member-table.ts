import { headlines } from '../../model/headlines.ts';
import type { Scenario } from '../../scenario/types.ts';
import { answerOf, stepsFor, usualOutputs } from './ask.ts';
import { BLOCK } from './draws.ts';
import { type EnsembleOptions, MEMBERS, refuseMembers } from './ensemble.ts';
import { placeOf } from './outputs.ts';
import { inOrder, inThisThread } from './runner.ts';
import { type Job, openJob } from './work.ts';

/** A column of a table that has a row for each member, or for each member and time. */
export interface MemberColumn {
  /** Unlike any other: a lever's or headline's name; a series' with its month, "facility_in_use@2030-01". */
  readonly name: string;
  readonly kind: 'member' | 'time' | 'lever' | 'series' | 'headline';
  readonly title: string;
  readonly unit: string;
}

/** Many members laid open, in pieces, so that memory stays bounded whatever their number. */
export interface MemberTable {
  readonly columns: readonly MemberColumn[];
  readonly members: number;
  readonly seed: number;
  readonly method: NonNullable<EnsembleOptions['method']>;
  /**
   * Runs the members and hands their rows over in order.
   * @param take  gets some rows one after another, a number for each column, not a number where there is none. It is waited for.
   * @returns how many members were run: all, unless cancelled.
   */
  rows(take: (rows: Float64Array) => void | Promise<void>): Promise<number>;
}

export interface MemberTableOptions extends Omit<EnsembleOptions, 'targets' | 'memory' | 'onBands'> {
  /** The months that series are read in; the last one if absent. */
  readonly at?: readonly string[];
}

/**
 * What is drawn for each member of an ensemble and what comes of it: a row a member, with a column for each lever that is drawn, each
 * headline, and each series in each month.
 * @throws RangeError for names that this scenario does not have, months outside the run, or a number of members that is none
 */
export function drawTable(scenario: Scenario, options: MemberTableOptions = {}): MemberTable {
  const { sampling, ids, ...watched } = settled(scenario, options);
  const months = options.at ?? [scenario.horizon];
  const questions = ids.flatMap((id) => (isHeadline(id) ? [{ of: id }] : months.map((at) => ({ of: id, at }))));
  const steps = stepsFor(questions, scenario);
  const job: Job = { scenario, ids, sampling, ...(steps !== undefined && { steps }) };
  const { subject, draws } = openJob(job);
  const { outputs, times, width } = subject;
  const answers = questions.map((question) => answerOf(question, outputs, scenario, times.length));
  const found = questions.map(({ of, ...when }): MemberColumn => {
    const { kind, title, unit } = outputs.find(({ id }) => id === of)!;
    return { name: 'at' in when ? `${of}@${when.at}` : of, kind, title, unit };
  });
  const levers = draws.axes.map(
    ({ lever, title, unit }): MemberColumn => ({ name: lever, kind: 'lever', title, unit }),
  );
  const columns = [MEMBER, ...levers, ...found];
  return table(job, columns, watched, (results, from) => {
    const count = results.length / width;
    const values = draws.values(from, from + count);
    const rows = new Float64Array(count * columns.length);
    for (let n = 0, place = 0; n < count; n += 1) {
      rows[place] = from + n;
      rows.set(values.subarray(n * levers.length, (n + 1) * levers.length), place + 1);
      for (const [m, answer] of answers.entries()) rows[place + 1 + levers.length + m] = answer(results, n * width);
      place += columns.length;
    }
    return rows;
  });
}

/**
 * Every member's whole run: a row a member and time, with a column for each series.
 * @throws RangeError for names that this scenario does not have, headlines, or a number of members that is none
 */
export function runTable(scenario: Scenario, options: Omit<MemberTableOptions, 'at'> = {}): MemberTable {
  const { sampling, ids: asked, ...watched } = settled(scenario, options);
  const ids = options.ids === undefined ? asked.filter((id) => !isHeadline(id)) : asked;
  const headline = ids.find((id) => isHeadline(id));
  if (headline !== undefined) throw new RangeError(`"${headline}" is one number of a whole run, not one for each time`);
  const job: Job = { scenario, ids, sampling };
  const { outputs, times, width } = openJob(job).subject;
  const series = outputs.map(({ id, kind, title, unit }): MemberColumn => ({ name: id, kind, title, unit }));
  const columns = [MEMBER, TIME, ...series];
  const places = ids.map((id) => placeOf(outputs, times.length, id)!.first);
  return table(job, columns, watched, (results, from) => {
    const count = results.length / width;
    const rows = new Float64Array(count * times.length * columns.length);
    for (let n = 0, place = 0; n < count; n += 1) {
      for (let k = 0; k < times.length; k += 1, place += columns.length) {
        rows[place] = from + n;
        rows[place + 1] = times[k]!;
        for (const [m, first] of places.entries()) rows[place + 2 + m] = results[n * width + first + k]!;
      }
    }
    return rows;
  });
}

const MEMBER: MemberColumn = { name: 'member', kind: 'member', title: 'Member', unit: '1' };
const TIME: MemberColumn = { name: 'time', kind: 'time', title: 'Time', unit: 'calendar year' };

function settled(scenario: Scenario, options: MemberTableOptions) {
  const { members = MEMBERS, seed = scenario.uncertainty.seed, method = 'latin-hypercube' } = options;
  const { ids = usualOutputs(), runner, cancel, onProgress } = options;
  refuseMembers(members);
  return { sampling: { members, seed, method }, ids: [...new Set(ids)], runner, cancel, onProgress };
}

function isHeadline(name: string): boolean {
  return headlines.some(({ id }) => id === name);
}

function table(
  job: Job,
  columns: readonly MemberColumn[],
  { runner = inThisThread(), cancel, onProgress }: Pick<ReturnType<typeof settled>, 'runner' | 'cancel' | 'onProgress'>,
  rowsOf: (results: Float64Array, from: number) => Float64Array,
): MemberTable {
  const { members, seed, method } = job.sampling;
  return {
    columns,
    members,
    seed,
    method,
    async rows(take) {
      const session = await runner.open(job);
      let done = 0;
      const task = (n: number) =>
        ({ kind: 'members', from: n * BLOCK, to: Math.min(members, (n + 1) * BLOCK) }) as const;
      const hand = async (results: Float64Array): Promise<void> => {
        const rows = rowsOf(results, done);
        done = Math.min(members, done + BLOCK);
        await take(rows);
        onProgress?.(done, members);
      };
      try {
        await inOrder(session, Math.ceil(members / BLOCK), task, hand, cancel);
      } finally {
        session.close();
      }
      return done;
    },
  };
}
