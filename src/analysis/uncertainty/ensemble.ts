import { meta } from '../../generated/meta.ts';
import type { Scenario } from '../../scenario/types.ts';
import { usualOutputs, type Wanted } from './ask.ts';
import { type Chance, Chances } from './chances.ts';
import { type Columns, makeColumns } from './columns.ts';
import { BLOCK, type Method } from './draws.ts';
import { type Output, placeOf } from './outputs.ts';
import { type Cancel, inOrder, inThisThread, type Runner } from './runner.ts';
import { subjectOf } from './subject.ts';
import { drawnAxes, type Job } from './work.ts';

export interface EnsembleOptions {
  /** How many runs. 1,000 if absent. */
  readonly members?: number;
  /** Instead of the scenario's own. */
  readonly seed?: number;
  readonly method?: Method;
  /** Series and headlines to keep; a handful and all headlines if absent. */
  readonly ids?: readonly string[];
  /** Targets whose chance is wanted, by a name of the caller's; the scenario's own if absent. */
  readonly targets?: Readonly<Record<string, Wanted>>;
  /** Where runs happen; this thread if absent. */
  readonly runner?: Runner;
  /** Stops the runs: what has come by then is the result. */
  readonly cancel?: Cancel;
  /** Bytes for exact quantiles, 512 MiB if absent; larger results go into t-digests. */
  readonly memory?: number;
  /** After each piece of work. */
  readonly onProgress?: (done: number, members: number) => void;
  /** With the first few hundred members, and each time there are twice as many. */
  readonly onBands?: (ensemble: Ensemble) => void;
}

/** The chances that bands are given for. */
export const BAND = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 } as const;
export type BandChance = keyof typeof BAND;

/** Quantiles of a series at each time, of those members that have a value there. */
export type Band = Output & { readonly [P in BandChance]: Float64Array };
/** Quantiles of a headline, of those members that have one; `none` counts the others. */
export type HeadlineBand = Output & { readonly [P in BandChance]: number | null } & { readonly none: number };

export interface Ensemble {
  readonly scenario: Scenario;
  /** Model version with hash. */
  readonly model: string;
  /** Members that were run: fewer than asked for when it was cancelled, or is not done yet. */
  readonly members: number;
  readonly asked: number;
  readonly seed: number;
  readonly method: Method;
  /** How many levers were drawn. */
  readonly levers: number;
  /** Decimal calendar years. */
  readonly times: Float64Array;
  readonly quantiles: 'exact' | 't-digest';
  readonly bands: Readonly<Record<string, Band>>;
  readonly headlines: Readonly<Record<string, HeadlineBand>>;
  /** By the targets' names. */
  readonly chances: Readonly<Record<string, Chance>>;
  /**
   * All members' values in order: of a series in one step, or of a headline. With t-digests 1,001 quantiles.
   * @throws RangeError for an output that was not kept, or a step outside the run
   */
  distribution(id: string, step?: number): Float64Array;
}

const MEMBERS = 1000;
const MEMORY = 512 * 2 ** 20;
const FIRST_BANDS = 4 * BLOCK;

/**
 * Runs a scenario many times with its uncertain levers drawn at random, and sums up. The same scenario, seed, method and members give
 * the same bytes wherever and however they are run.
 * @throws RangeError for names that this scenario does not have, contradicting correlations, or a number of members that is none
 */
export async function ensemble(scenario: Scenario, options: EnsembleOptions = {}): Promise<Ensemble> {
  const { members = MEMBERS, seed = scenario.uncertainty.seed, method = 'latin-hypercube' } = options;
  const { targets = scenario.targets, runner = inThisThread(), cancel, onProgress, onBands } = options;
  if (!Number.isSafeInteger(members) || members < 1 || members > 2 ** 31) {
    throw new RangeError(`${members} is not a number of members`);
  }
  const asked = options.ids ?? usualOutputs();
  const ids = [...new Set([...asked, ...Object.values(targets).map(({ of }) => of)])];
  const job: Job = { scenario, ids, sampling: { members, seed, method } };
  const levers = drawnAxes(job).map(({ lever }) => lever);
  const { outputs, times, width } = subjectOf(scenario, { meta, kernel: () => {} }, levers, ids);
  const columns = await makeColumns(width, members, options.memory ?? MEMORY);
  const chances = new Chances(targets, outputs, scenario, times.length, width);
  const summary = (): Ensemble => ({
    scenario,
    model: meta.version,
    members: columns.count,
    asked: members,
    seed,
    method,
    levers: levers.length,
    times,
    quantiles: columns.exact ? 'exact' : 't-digest',
    ...summed(columns, outputs, times.length, new Set(asked)),
    chances: chances.soFar(),
    distribution: (id, step) => columns.sorted(columnOf(outputs, times.length, id, step)),
  });
  const session = await runner.open(job);
  try {
    let next = FIRST_BANDS;
    const task = (n: number) => ({ kind: 'members', from: n * BLOCK, to: Math.min(members, (n + 1) * BLOCK) }) as const;
    const take = (results: Float64Array): void => {
      columns.add(results);
      chances.add(results);
      onProgress?.(columns.count, members);
      if (columns.count < next || columns.count === members) return;
      next = columns.count * 2;
      onBands?.(summary());
    };
    await inOrder(session, Math.ceil(members / BLOCK), task, take, cancel);
  } finally {
    session.close();
  }
  columns.finish();
  return summary();
}

function summed(
  columns: Columns,
  outputs: readonly Output[],
  length: number,
  asked: ReadonlySet<string>,
): Pick<Ensemble, 'bands' | 'headlines'> {
  const bands: Record<string, Band> = {};
  const headlines: Record<string, HeadlineBand> = {};
  const names = Object.keys(BAND) as BandChance[];
  const levels = names.map((name) => BAND[name]);
  for (const output of outputs) {
    if (!asked.has(output.id)) continue;
    const first = columnOf(outputs, length, output.id, 0);
    if (output.kind === 'headline') {
      const found = columns.quantiles(first, levels).map((value) => (Number.isNaN(value) ? null : value));
      const values = Object.fromEntries(names.map((name, n) => [name, found[n] ?? null]));
      headlines[output.id] = {
        ...output,
        ...(values as Record<BandChance, number | null>),
        none: columns.missing(first),
      };
      continue;
    }
    const values = Object.fromEntries(names.map((name) => [name, new Float64Array(length)])) as Record<
      BandChance,
      Float64Array
    >;
    for (let k = 0; k < length; k += 1) {
      const found = columns.quantiles(first + k, levels);
      for (const [n, name] of names.entries()) values[name][k] = found[n] ?? Number.NaN;
    }
    bands[output.id] = { ...output, ...values };
  }
  return { bands, headlines };
}

/** Where an output's values stand among those of a run: series after series, then headlines. */
function columnOf(outputs: readonly Output[], length: number, id: string, step = length - 1): number {
  const place = placeOf(outputs, length, id);
  if (place === undefined) throw new RangeError(`"${id}" was not kept`);
  if (place.kind === 'headline') return place.first;
  if (!Number.isInteger(step) || step < 0 || step >= length) throw new RangeError(`there is no step ${step}`);
  return place.first + step;
}
