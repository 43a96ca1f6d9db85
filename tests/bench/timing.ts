/** One row of the bench's table: two ways to the same result, measured in turns in the same run. */
export interface Row {
  readonly what: string;
  /** Of the first over the second, as `what` names them; a row without one has figures alone. */
  readonly ratio?: number;
  /** What the ratio is held to, if anything. */
  readonly most?: number;
  /** The least it has to be, for a speed-up. */
  readonly least?: number;
  readonly figures: Readonly<Record<string, string | number>>;
}

/** How two or more ways compare. */
export interface Race {
  /** Milliseconds of one call of each, of its fastest round: what disturbs only ever adds. */
  readonly best: readonly number[];
  /** The median over the rounds of the first's time over each one's: what a busy machine does to both alike cancels. */
  readonly ratios: readonly number[];
}

/** Milliseconds that this program has worked. Others may be at work on the same machine: waiting for them is no one's cost. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Rounds are short and many, so that few are disturbed, and a disturbed one tells nothing about the others. */
const ROUND_MILLIS = 2;
const MOST_ROUNDS = 2000;
const FEWEST_ROUNDS = 3;

/**
 * Times functions against each other in turns, each round in the other order.
 * @param seconds  how long all rounds may take
 */
export function race(contenders: readonly (() => void)[], seconds = 6): Race {
  const calls = contenders.map((run) => {
    for (const until = performance.now() + 400; performance.now() < until; ) run();
    return Math.max(1, Math.round(ROUND_MILLIS / Math.min(...Array.from({ length: 5 }, () => timed(run, 1)))));
  });
  const rounds: number[][] = [];
  const until = performance.now() + 1000 * seconds;
  while (rounds.length < FEWEST_ROUNDS || (rounds.length < MOST_ROUNDS && performance.now() < until)) {
    const round: number[] = [];
    const order = contenders.map((_, n) => n);
    if (rounds.length % 2 === 1) order.reverse();
    for (const n of order) round[n] = timed(contenders[n]!, calls[n]!) / calls[n]!;
    rounds.push(round);
  }
  return summary(rounds);
}

/**
 * The same for what takes its time, once a round.
 * @param clock  the time that passes, where several threads are at work
 */
export async function slowRace(
  contenders: readonly (() => Promise<unknown> | unknown)[],
  count: number,
  clock: () => number = worked,
): Promise<Race> {
  const rounds: number[][] = [];
  for (let round = 0; round < count; round += 1) {
    const times: number[] = [];
    for (const run of contenders) {
      const begin = clock();
      await run();
      times.push(clock() - begin);
    }
    rounds.push(times);
  }
  return summary(rounds);
}

function summary(rounds: readonly (readonly number[])[]): Race {
  const all = rounds[0]?.map((_, n) => rounds.map((round) => round[n] ?? Number.NaN)) ?? [];
  return {
    best: all.map((times) => Math.min(...times)),
    ratios: all.map((times) => median(times.map((time, round) => (all[0]?.[round] ?? Number.NaN) / time))),
  };
}

function timed(run: () => void, count: number): number {
  const begin = worked();
  for (let call = 0; call < count; call += 1) run();
  return worked() - begin;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A time in the unit that suits it. */
export function duration(millis: number): string {
  if (millis < 1e-3) return `${(millis * 1e6).toFixed(2)} ns`;
  if (millis < 1) return `${(millis * 1000).toFixed(1)} µs`;
  return millis < 1000 ? `${millis.toFixed(millis < 10 ? 2 : 1)} ms` : `${(millis / 1000).toFixed(2)} s`;
}

/** A number that is not a time, in three digits. */
export function figure(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
