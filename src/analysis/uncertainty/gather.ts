import type { Chance, Chances } from './chances.ts';
import { type Columns, makeColumns } from './columns.ts';
import { BLOCK } from './draws.ts';
import { type Output, placeOf } from './outputs.ts';
import { type Cancel, inOrder, type Session } from './runner.ts';

/** The chances that bands are given for. */
export const BAND = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 } as const;
export type BandChance = keyof typeof BAND;

/** Quantiles of a series at each time, of those members that have a value there. */
export type Band = Output & { readonly [P in BandChance]: Float64Array };
/** Quantiles of a headline, of those members that have one; `none` counts the others. */
export type HeadlineBand = Output & { readonly [P in BandChance]: number | null } & { readonly none: number };

/** What many members give, summed up. */
export interface Summary {
  /** Members that were run: fewer than asked for when it was cancelled, or is not done yet. */
  readonly members: number;
  readonly asked: number;
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
  /** How many members have no value there. */
  without(id: string, step?: number): number;
}

/** What is gathered: the outputs of a job's members. */
export interface Gathering {
  readonly members: number;
  readonly outputs: readonly Output[];
  readonly times: Float64Array;
  /** Numbers a run gives. */
  readonly width: number;
  /** Outputs that bands are wanted for; the others are there for targets. */
  readonly banded: ReadonlySet<string>;
  readonly chances: Chances;
  /** Bytes for exact quantiles. */
  readonly memory: number;
}

export interface GatherOptions {
  /** Stops the runs: what has come by then is the result. */
  readonly cancel?: Cancel;
  /** After each piece of work. */
  readonly onProgress?: (done: number, members: number) => void;
  /** With the first few hundred members, and each time there are twice as many. */
  readonly onBands?: (summary: Summary) => void;
}

const FIRST_BANDS = 4 * BLOCK;

/** Runs all members of a job and sums up. The result depends on the job alone, not on who runs it nor on who looks on. */
export async function gather(
  session: Session,
  { members, outputs, times, width, banded, chances, memory }: Gathering,
  { cancel, onProgress, onBands }: GatherOptions,
): Promise<Summary> {
  const columns = await makeColumns(width, members, memory);
  const { length } = times;
  const summary = (): Summary => ({
    members: columns.count,
    asked: members,
    times,
    quantiles: columns.exact ? 'exact' : 't-digest',
    ...summed(columns, outputs, length, banded),
    chances: chances.soFar(),
    distribution: (id, step) => columns.sorted(columnOf(outputs, length, id, step)),
    without: (id, step) => columns.missing(columnOf(outputs, length, id, step)),
  });
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
  columns.finish();
  return summary();
}

function summed(
  columns: Columns,
  outputs: readonly Output[],
  length: number,
  banded: ReadonlySet<string>,
): Pick<Summary, 'bands' | 'headlines'> {
  const bands: Record<string, Band> = {};
  const headlines: Record<string, HeadlineBand> = {};
  const names = Object.keys(BAND) as BandChance[];
  const levels = names.map((name) => BAND[name]);
  for (const output of outputs.filter(({ id }) => banded.has(id))) {
    const first = columnOf(outputs, length, output.id, 0);
    if (output.kind === 'headline') {
      const found = columns.quantiles(first, levels).map((value) => (Number.isNaN(value) ? null : value));
      const values = Object.fromEntries(names.map((name, n) => [name, found[n] ?? null]));
      const none = columns.missing(first);
      headlines[output.id] = { ...output, ...(values as Record<BandChance, number | null>), none };
      continue;
    }
    const lines = levels.map(() => new Float64Array(length));
    for (let k = 0; k < length; k += 1) {
      const found = columns.quantiles(first + k, levels);
      for (let n = 0; n < lines.length; n += 1) lines[n]![k] = found[n]!;
    }
    const values = Object.fromEntries(names.map((name, n) => [name, lines[n]]));
    bands[output.id] = { ...output, ...(values as Record<BandChance, Float64Array>) };
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
