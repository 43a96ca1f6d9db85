/** What each part of a change contributes, whatever the order in which the parts are made. */
export interface Split {
  /** One a part; they sum to the whole change. */
  readonly parts: readonly number[];
  /** Standard error of each: zero where all orders were counted. */
  readonly errors: readonly number[];
  /** Orders that were counted or drawn. */
  readonly orders: number;
  readonly exact: boolean;
}

/** Up to this many parts every mixture is valued: 2 to the power of it. */
export const MOST_EXACT = 8;

/**
 * Shapley values. With few parts exact; with more the mean over orders: each drawn order, its reverse and both
 * rotated, so that every part stands at every place equally often. Each order's steps sum to the whole, so the parts do too.
 * @param value of a mixture: `taken[i]` says whether part i is changed. Null where the mixture has no value.
 * @param orders at least so many where not all are counted.
 * @returns undefined where some mixture has no value: then there is nothing to share out
 */
export async function shapley(
  count: number,
  value: (taken: readonly boolean[]) => Promise<number | null> | number | null,
  orders = 48,
): Promise<Split | undefined> {
  const known = new Map<string, number | null>();
  const valued = async (taken: readonly boolean[]): Promise<number> => {
    const key = taken.map(Number).join('');
    let found = known.get(key);
    if (found === undefined) {
      found = await value(taken);
      known.set(key, found);
    }
    if (found === null) throw NO_VALUE;
    return found;
  };
  try {
    return count <= MOST_EXACT ? await exact(count, valued) : await drawn(count, valued, orders);
  } catch (error) {
    if (error === NO_VALUE) return undefined;
    throw error;
  }
}

const NO_VALUE = Symbol('a mixture without a value');

type Valued = (taken: readonly boolean[]) => Promise<number>;

async function exact(count: number, valued: Valued): Promise<Split> {
  const factorial = Array.from({ length: count + 1 }, () => 1);
  for (let n = 2; n <= count; n++) factorial[n] = n * (factorial[n - 1] ?? 1);
  const parts = new Array<number>(count).fill(0);
  for (let mask = 0; mask < 2 ** count; mask++) {
    const taken = Array.from({ length: count }, (_, part) => (mask >> part) % 2 === 1);
    const size = taken.filter(Boolean).length;
    const before = await valued(taken);
    for (let part = 0; part < count; part++) {
      if (taken[part]) continue;
      const step = (await valued(taken.with(part, true))) - before;
      const weight = ((factorial[size] ?? 1) * (factorial[count - size - 1] ?? 1)) / (factorial[count] ?? 1);
      parts[part] = (parts[part] ?? 0) + weight * step;
    }
  }
  return { parts, errors: parts.map(() => 0), orders: factorial[count] ?? 1, exact: true };
}

async function drawn(count: number, valued: Valued, orders: number): Promise<Split> {
  const random = sequence(count);
  const steps: number[][] = [];
  while (steps.length < orders) {
    const base = shuffled(count, random);
    const turn = Math.floor(random() * count);
    const rotated = [...base.slice(turn), ...base.slice(0, turn)];
    for (const order of [base, base.toReversed(), rotated, rotated.toReversed()])
      steps.push(await stepsOf(order, valued));
  }
  const parts = Array.from({ length: count }, (_, part) => mean(steps.map((one) => one[part] ?? 0)));
  const errors = parts.map((middle, part) => {
    const squares = steps.map((one) => ((one[part] ?? 0) - middle) ** 2);
    return Math.sqrt(mean(squares) / (steps.length - 1));
  });
  return { parts, errors, orders: steps.length, exact: false };
}

async function stepsOf(order: readonly number[], valued: Valued): Promise<number[]> {
  let taken: readonly boolean[] = order.map(() => false);
  let before = await valued(taken);
  const steps = new Array<number>(order.length).fill(0);
  for (const part of order) {
    taken = taken.with(part, true);
    const after = await valued(taken);
    steps[part] = after - before;
    before = after;
  }
  return steps;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The same numbers each time, so that the same question has the same answer: a linear congruence. */
function sequence(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, part) => part);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
