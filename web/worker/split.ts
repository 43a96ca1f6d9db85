import { simulate } from '../../src/analysis/project.ts';
import { meta } from '../../src/generated/meta.ts';
import { headlines } from '../../src/model/headlines.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { partsBetween } from './mixture.ts';
import type { SplitData, SplitLacking, SplitRequest } from './protocol.ts';
import { shapley } from './shapley.ts';

/** Runs without a pause: ms. Between them the worker hears what else is wanted. */
const STRETCH = 30;

let latest = 0;

/** Shares a gap out. Gives up as soon as another gap is asked for. */
export async function split({
  id,
  from,
  to,
  of,
  at,
  words,
}: SplitRequest): Promise<SplitData | SplitLacking | undefined> {
  latest = id;
  const parts = partsBetween(from, to, meta, words);
  const isHeadline = headlines.some((headline) => headline.id === of);
  const read = (scenario: Scenario): number | null => {
    const projection = simulate(scenario, { keep: isHeadline ? [] : [of] });
    if (isHeadline) return projection.headline(of).value;
    const month = at ?? scenario.horizon;
    // A run that ends before has no such number.
    if (month < scenario.start || month > scenario.horizon) return null;
    const value = projection.at(of, month);
    return Number.isFinite(value) ? value : null;
  };
  const [before, after] = [read(from), read(to)];
  if (before === null || after === null)
    return { lacking: [from, to].flatMap(({ title }, index) => ([before, after][index] === null ? [title] : [])) };
  let rested = performance.now();
  const shares = await shapley(parts.length, async (taken) => {
    if (performance.now() - rested > STRETCH) {
      await new Promise((done) => setTimeout(done));
      rested = performance.now();
    }
    if (latest !== id) return null;
    return read(parts.reduce((mixture, part, index) => (taken[index] ? part.take(mixture) : mixture), from));
  });
  if (shares === undefined) return undefined;
  const titled = parts.map(({ title }, index) => ({
    title,
    value: shares.parts[index] ?? 0,
    error: shares.errors[index] ?? 0,
  }));
  return {
    from: before,
    to: after,
    parts: titled.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)),
    orders: shares.orders,
    exact: shares.exact,
  };
}
