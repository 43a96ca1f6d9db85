import { brent } from './roots.ts';

/** A rate of return, or why there is none. */
export type Rate = { readonly value: number } | { readonly value: null; readonly reason: string };

/** Rates are looked for between -99 % and 10,000 % a year, on this many steps of ln(1 + rate). */
const LEAST = Math.log(0.01);
const MOST = Math.log(101);
const STEPS = 400;

/**
 * The yearly rate at which a cash flow has no present value.
 * @param flows  amounts, one a step; each stands at the beginning of its step, the last at the horizon.
 * @param years  length of a step.
 */
export function rateOfReturn(flows: Float64Array, years: number): Rate {
  const found = signs(flows);
  if (!found.some((sign) => sign > 0)) return { value: null, reason: 'cash never comes back' };
  if (!found.some((sign) => sign < 0)) return { value: null, reason: 'nothing is ever laid out' };
  const present = (x: number): number => presentValue(flows, Math.exp(-x * years));
  const brackets = found.length === 2 ? onlyBracket(present) : allBrackets(present);
  const [bracket] = brackets;
  if (bracket === undefined)
    return { value: null, reason: 'no rate between -99 % and 10,000 % a year fits the cash flow' };
  if (brackets.length > 1) {
    const rates = brackets.map(([from, to]) => `${(100 * Math.expm1(brent(present, from, to))).toPrecision(3)} %`);
    return {
      value: null,
      reason: `${brackets.length} rates fit the cash flow, which changes sign more than once: ${rates.join(', ')}`,
    };
  }
  return { value: Math.expm1(brent(present, ...bracket)) };
}

function stepAt(k: number): number {
  return LEAST + ((MOST - LEAST) * k) / STEPS;
}

/** Neighbouring steps at which the present value changes sign. */
function allBrackets(present: (x: number) => number): [number, number][] {
  const brackets: [number, number][] = [];
  let before = present(LEAST);
  for (let k = 1; k <= STEPS; k += 1) {
    const now = present(stepAt(k));
    if (before === 0 || before * now < 0) brackets.push([stepAt(k - 1), stepAt(k)]);
    before = now;
  }
  return brackets;
}

/** The same for flows that change sign once: then no more than one rate fits (Descartes), and halving finds its neighbours. */
function onlyBracket(present: (x: number) => number): [number, number][] {
  const first = present(LEAST);
  if (!(first * present(MOST) < 0)) return [];
  let [low, high] = [0, STEPS];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (first * present(stepAt(middle)) > 0) low = middle;
    else high = middle;
  }
  return [[stepAt(low), stepAt(high)]];
}

/** Scaled by the largest term, so that low rates over long times do not overflow; the sign is what matters. */
function presentValue(flows: Float64Array, factor: number): number {
  let total = 0;
  if (factor <= 1) {
    for (let k = flows.length - 1; k >= 0; k -= 1) total = total * factor + (flows[k] ?? 0);
    return total;
  }
  for (const flow of flows) total = total / factor + flow;
  return total;
}

/** The signs that the flows take one after another, zeros and repetitions left out. */
function signs(flows: Float64Array): number[] {
  const found: number[] = [];
  for (const flow of flows) {
    const sign = Math.sign(flow);
    if (sign !== 0 && sign !== found.at(-1)) found.push(sign);
  }
  return found;
}
