import type { Scenario } from '../../scenario/types.ts';
import { usualOutputs } from './ask.ts';
import { type EnsembleOptions, MEMBERS } from './ensemble.ts';
import { placeOf } from './outputs.ts';
import { type Job, openJob } from './work.ts';

/** One run of an ensemble, laid open. */
export interface Member {
  readonly member: number;
  /** What was drawn, by lever: `simulate` with these inputs gives the same. */
  readonly inputs: ReadonlyMap<string, number>;
  readonly series: ReadonlyMap<string, Float64Array>;
  /** null where the headline does not exist. */
  readonly headlines: ReadonlyMap<string, number | null>;
}

/**
 * Runs chosen members of an ensemble again: nothing of them has to be kept, since each follows from its number.
 * @param options  as they were given for the ensemble.
 * @throws RangeError as the ensemble does, and for a member that it does not have
 */
export function membersOf(scenario: Scenario, options: EnsembleOptions, chosen: readonly number[]): Member[] {
  const { members = MEMBERS, seed = scenario.uncertainty.seed, method = 'latin-hypercube' } = options;
  const job: Job = { scenario, ids: options.ids ?? usualOutputs(), sampling: { members, seed, method } };
  const { subject, draws } = openJob(job);
  const length = subject.times.length;
  return chosen.map((member) => {
    if (!Number.isInteger(member) || member < 0 || member >= members) {
      throw new RangeError(`there is no member ${member} of ${members}`);
    }
    const values = draws.values(member, member + 1);
    const results = new Float64Array(subject.width);
    subject.run(values, results, 0);
    const series = new Map<string, Float64Array>();
    const headlines = new Map<string, number | null>();
    for (const { id } of subject.outputs) {
      const { kind, first } = placeOf(subject.outputs, length, id)!;
      if (kind === 'series') series.set(id, results.slice(first, first + length));
      else headlines.set(id, Number.isNaN(results[first]!) ? null : results[first]!);
    }
    const inputs = new Map(subject.levers.map((lever, n) => [lever, values[n] ?? Number.NaN]));
    return { member, inputs, series, headlines };
  });
}
