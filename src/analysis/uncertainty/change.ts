import type { Scenario } from '../../scenario/types.ts';
import { meets, type Wanted } from './ask.ts';
import { type Way, wayOf } from './bounds.ts';
import type { Output } from './outputs.ts';
import { seekTogether } from './seek-many.ts';
import { seekAlong } from './seek-one.ts';
import { probe, type TornadoRow, tornado } from './tornado.ts';

/** A change of levers, and what it gives. */
export interface Change {
  readonly levers: readonly {
    readonly lever: string;
    readonly unit: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly output: number;
  /** How large it is: of one lever in widths of its range, of several the root of the sum of squares. */
  readonly size: number;
}

/** What it would take to meet a target, within what the evidence leaves open. */
export interface LeastChange {
  readonly output: Output;
  /** The output as things are; null where it does not exist. */
  readonly now: number | null;
  /** Whether the target is met as things are. */
  readonly holds: boolean;
  /** Single levers that would do by themselves, the smallest change first. */
  readonly alone: readonly Change[];
  /** Where none does: the smallest change found of a few levers together. */
  readonly together?: Change;
  /** The output with every lever at the end that helps, for a target that is out of reach. */
  readonly utmost?: number;
}

/** Levers that are moved together when none does alone. */
const FEW = 5;

/**
 * The least change that makes a target hold. Uncertain levers that are not locked may move within the range of their evidence.
 * @throws RangeError for an output that there is none of, or a month outside the run
 */
export function leastChange(scenario: Scenario, target: Wanted): LeastChange {
  const { central, rows, output } = tornado(scenario, target);
  if (central === null) return { output, now: null, holds: false, alone: [] };
  if (meets(central, target)) return { output, now: central, holds: true, alone: [] };
  const up = target.least !== undefined && central < target.least;
  const wanted = (up ? target.least : target.most) ?? central;
  const helpful = rows
    .flatMap((row) => helpOf(row, central, up, scenario.locks))
    .sort((a, b) => (up ? b.reach - a.reach : a.reach - b.reach));
  const alone = helpful
    .filter(({ reach }) => (up ? reach >= wanted : reach <= wanted))
    .flatMap(({ lever }) => changeAlone(scenario, target, lever, wanted))
    .sort((a, b) => a.size - b.size);
  if (alone.length > 0) return { output, now: central, holds: false, alone };
  const { answer } = probe(
    scenario,
    helpful.map(({ lever }) => lever),
    target,
  );
  const utmost = answer(helpful.map(({ end }) => end));
  const together = changeTogether(
    scenario,
    target,
    helpful.slice(0, FEW).map(({ lever }) => lever),
    wanted,
  );
  return { output, now: central, holds: false, alone, ...(together && { together }), utmost };
}

interface Help {
  readonly lever: string;
  /** The end that helps, and the output there. */
  readonly end: number;
  readonly reach: number;
}

/** The end of a lever that helps, if one does. */
function helpOf({ lever, low, high }: TornadoRow, central: number, up: boolean, locks: readonly string[]): Help[] {
  if (locks.includes(lever)) return [];
  const gain = ({ output }: TornadoRow['low']): number =>
    output === null ? -1 : up ? output - central : central - output;
  const best = gain(low) > gain(high) ? low : high;
  return gain(best) > 0 && best.output !== null ? [{ lever, end: best.input, reach: best.output }] : [];
}

function changeAlone(scenario: Scenario, target: Wanted, lever: string, wanted: number): Change[] {
  const way = wayOf(scenario, lever, 'range');
  const { answer } = probe(scenario, [lever], target);
  const { found, why, input } = seekAlong((x) => answer([x]), way, wanted);
  if (!found && why !== 'jumps') return [];
  const change = across(answer, [way], [input], target);
  return change === undefined ? [] : [change];
}

function changeTogether(
  scenario: Scenario,
  target: Wanted,
  chosen: readonly string[],
  wanted: number,
): Change | undefined {
  if (chosen.length < 2) return undefined;
  const ways = chosen.map((lever) => wayOf(scenario, lever, 'range'));
  const { answer } = probe(scenario, chosen, target);
  const { found, inputs } = seekTogether(answer, ways, wanted);
  return found ? across(answer, ways, inputs, target) : undefined;
}

/** How much further a change may be taken, as a share of it. */
const FURTHER = [0, 1e-12, 1e-9, 1e-6, 1e-3];

/**
 * A change that was found to within rounding, or next to a jump, taken so little further that the target itself is met.
 * @returns undefined where it is not met beyond either.
 */
function across(
  answer: (values: ArrayLike<number>) => number,
  ways: readonly Way[],
  inputs: readonly number[],
  target: Wanted,
): Change | undefined {
  for (const further of FURTHER) {
    const moved = ways.map(({ value, from, to, whole }, n) => {
      const change = ((inputs[n] ?? value) - value) * (1 + further);
      const there = whole ? value + Math.sign(change) * Math.ceil(Math.abs(change)) : value + change;
      return further === 0 ? (inputs[n] ?? value) : Math.min(to, Math.max(from, there));
    });
    const output = answer(moved);
    if (!meets(output, target)) continue;
    const levers = ways.map(({ lever, unit, value }, n) => ({ lever, unit, from: value, to: moved[n] ?? value }));
    return { levers, output, size: Math.hypot(...ways.map(({ value, scale }, n) => (moved[n]! - value) / scale)) };
  }
  return undefined;
}
