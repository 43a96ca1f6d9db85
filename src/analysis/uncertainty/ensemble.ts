import { meta } from '../../generated/meta.ts';
import type { Scenario } from '../../scenario/types.ts';
import { against } from './against.ts';
import { usualOutputs, type Wanted } from './ask.ts';
import { Chances } from './chances.ts';
import type { Method } from './draws.ts';
import { type GatherOptions, gather, type Summary } from './gather.ts';
import { inThisThread, type Runner } from './runner.ts';
import { subjectOf } from './subject.ts';
import { drawnAxes, type Job } from './work.ts';

/** Which members an ensemble has. */
export interface EnsembleOptions extends Omit<GatherOptions, 'onBands'> {
  /** How many runs. 1,000 if absent. */
  readonly members?: number;
  /** Instead of the scenario's own. */
  readonly seed?: number;
  readonly method?: Method;
  /** Series and headlines to keep; a handful and all headlines if absent. */
  readonly ids?: readonly string[];
  /** Targets whose chance is wanted, by a name of the caller's; the scenario's own if absent. */
  readonly targets?: Readonly<Record<string, Wanted>>;
  /** Of what the scenario has more than this one, member by member: what both draw alike goes out. */
  readonly against?: Scenario;
  /** Where runs happen; this thread if absent. */
  readonly runner?: Runner;
  /** Bytes for exact quantiles, 512 MiB if absent; larger results go into t-digests. */
  readonly memory?: number;
  /** With the first few hundred members, and each time there are twice as many. */
  readonly onBands?: (ensemble: Ensemble) => void;
}

export interface Ensemble extends Summary {
  readonly scenario: Scenario;
  /** What it is the difference from. */
  readonly against?: Scenario;
  /** Model version with hash. */
  readonly model: string;
  readonly seed: number;
  readonly method: Method;
  /** How many levers were drawn. */
  readonly levers: number;
}

export const MEMBERS = 1000;
const MEMORY = 512 * 2 ** 20;

/**
 * Runs a scenario many times with its uncertain levers drawn at random, and sums up. The same scenario, seed, method and members give
 * the same bytes wherever and however they are run.
 * @throws RangeError for names that this scenario does not have, contradicting correlations, a number of members that is none, or a
 * scenario to differ from that covers another time
 */
export async function ensemble(scenario: Scenario, options: EnsembleOptions = {}): Promise<Ensemble> {
  const { members = MEMBERS, seed = scenario.uncertainty.seed, method = 'latin-hypercube' } = options;
  const { targets = scenario.targets, runner = inThisThread(), memory = MEMORY, onBands, ...others } = options;
  const { against: baseline, ...watched } = others;
  refuseMembers(members);
  const asked = options.ids ?? usualOutputs();
  const ids = [...new Set([...asked, ...Object.values(targets).map(({ of }) => of)])];
  const job: Job = { scenario, ids, sampling: { members, seed, method } };
  const levers = drawnAxes(job).length;
  const { outputs, times, width } = subjectOf(scenario, { meta, kernel: () => {} }, [], ids);
  const chances = new Chances(targets, outputs, scenario, times.length, width);
  const gathering = { members, outputs, times, width, banded: new Set(asked), chances, memory };
  const from = baseline === undefined ? {} : { against: baseline };
  const said = { scenario, ...from, model: meta.version, seed, method, levers };
  const whole = (summary: Summary): Ensemble => ({ ...summary, ...said });
  const session = await (baseline === undefined ? runner : against(baseline, runner)).open(job);
  try {
    const shown = onBands === undefined ? {} : { onBands: (summary: Summary) => onBands(whole(summary)) };
    return whole(await gather(session, gathering, { ...watched, ...shown }));
  } finally {
    session.close();
  }
}

/** @throws RangeError for a number of members that is none */
export function refuseMembers(members: number): void {
  if (!Number.isSafeInteger(members) || members < 1 || members > 2 ** 31)
    throw new RangeError(`${members} is not a number of members: a whole number from 1 to ${2 ** 31}`);
}
