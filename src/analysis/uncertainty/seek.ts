import type { Scenario } from '../../scenario/types.ts';
import type { Question } from './ask.ts';
import { type Ends, type Way, wayOf } from './bounds.ts';
import type { Output } from './outputs.ts';
import { seekTogether } from './seek-many.ts';
import { type Reached, seekAlong } from './seek-one.ts';
import { probe } from './tornado.ts';

export interface SeekRequest extends Question {
  /** What the output should be, in its own unit. */
  readonly target: number;
  /** The levers that may be moved, one or several. */
  readonly by: readonly string[];
  /** How far, by lever; of one lever to the limits of the equations if absent, of several within the range of the evidence. */
  readonly within?: Readonly<Record<string, Ends>>;
}

/** Levers' values and what they give. */
export interface Setting {
  readonly levers: readonly { readonly lever: string; readonly unit: string; readonly input: number }[];
  /** null where the output does not exist. */
  readonly output: number | null;
}

/** What it would take, or what comes closest and why no more. */
export type Sought = { readonly output: Output; readonly runs: number } & (
  | { readonly found: true; readonly setting: Setting }
  | {
      readonly found: false;
      readonly closest: Setting;
      readonly reason: string;
      /** The kind of reason, for callers with words of their own; of several levers a bound or that nothing comes closer. */
      readonly why: NonNullable<Reached['why']>;
      /** The ends that levers came up against. */
      readonly bounds: readonly Bound[];
    }
);

export interface Bound {
  readonly lever: string;
  readonly value: number;
  readonly side: 'least' | 'most';
}

/**
 * Looks for values of levers that give an output a value: of one lever the nearest, of several the smallest change together, each in
 * units of its range. Levers that are locked are refused.
 * @throws RangeError for names that this scenario does not have, locked levers, and ends that leave nothing
 */
export function seek(scenario: Scenario, request: SeekRequest): Sought {
  const { by, within = {}, target } = request;
  if (by.length === 0 || new Set(by).size !== by.length)
    throw new RangeError('name one lever, or several different ones');
  if (!Number.isFinite(target)) throw new RangeError(`the target ${target} is not a number`);
  const ways = by.map((lever) => wayOf(scenario, lever, by.length === 1 ? 'limits' : 'range', within[lever]));
  const { output, answer } = probe(scenario, by, request);
  let runs = 0;
  const f = (values: ArrayLike<number>): number => {
    runs += 1;
    return answer(values);
  };
  const [way] = ways;
  if (way === undefined) throw new RangeError('name one lever, or several');
  if (ways.length === 1) {
    const reached = seekAlong((x) => f([x]), way, target);
    const setting = settingOf(ways, [reached.input], reached.output);
    if (reached.found) return { output, runs, found: true, setting };
    const bounds = reached.why === 'bound' ? boundsOf(ways, [reached.input]) : [];
    const reason = reasonOf(reached, way, output);
    return { output, runs, found: false, closest: setting, reason, why: reached.why ?? 'turns', bounds };
  }
  const reached = seekTogether(f, ways, target);
  const setting = settingOf(ways, reached.inputs, reached.output);
  if (reached.found) return { output, runs, found: true, setting };
  const bounds = boundsOf(ways, reached.inputs);
  const words = bounds.map(({ lever, value, side }) => {
    const unit = ways.find((one) => one.lever === lever)?.unit ?? '';
    return `${lever} can be no ${side === 'least' ? 'less' : 'more'} than ${number(value, unit)}`;
  });
  const reason =
    words.length > 0
      ? `${words.join(', and ')}`
      : `${output.id} comes no closer within these ranges, whatever the levers are`;
  return { output, runs, found: false, closest: setting, reason, why: bounds.length > 0 ? 'bound' : 'turns', bounds };
}

function settingOf(ways: readonly Way[], inputs: readonly number[], output: number): Setting {
  return {
    levers: ways.map(({ lever, unit }, n) => ({ lever, unit, input: inputs[n] ?? Number.NaN })),
    output: Number.isNaN(output) ? null : output,
  };
}

function boundsOf(ways: readonly Way[], inputs: readonly number[]): Bound[] {
  return ways.flatMap(({ lever, from, to }, n): Bound[] => {
    if (inputs[n] === from) return [{ lever, value: from, side: 'least' }];
    return inputs[n] === to ? [{ lever, value: to, side: 'most' }] : [];
  });
}

function reasonOf({ why, input }: Reached, way: Way, { id }: Output): string {
  const { lever, unit, from, to } = way;
  const there = number(input, unit);
  switch (why) {
    case 'bound':
      return `${lever} can be no ${input === from ? 'less' : 'more'} than ${number(input === from ? from : to, unit)}`;
    case 'level':
      return `${id} does not change any more beyond ${lever} of ${there}: something else holds it`;
    case 'jumps':
      return `${id} jumps over the target at ${lever} of ${there}`;
    case 'nothing':
      return `${lever} does not change ${id} from ${number(from, unit)} to ${number(to, unit)}`;
    default:
      return `${id} turns round at ${lever} of ${there} and comes no closer`;
  }
}

function number(value: number, unit: string): string {
  const digits = String(Number(value.toPrecision(6)));
  return unit === '1' ? digits : `${digits} ${unit}`;
}
