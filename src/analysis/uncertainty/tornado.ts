import { kernel } from '../../generated/kernel.ts';
import { meta } from '../../generated/meta.ts';
import type { Scenario } from '../../scenario/types.ts';
import { answerOf, monthOf, type Question, stepsFor } from './ask.ts';
import { type Axis, axesOf } from './axes.ts';
import type { Output } from './outputs.ts';
import type { Cancel } from './runner.ts';
import { subjectOf } from './subject.ts';

/** What one lever alone does to an output. */
export interface TornadoRow {
  readonly lever: string;
  readonly title: string;
  /** The input in the lever's unit, the output in its own; null where the output then does not exist. */
  readonly low: { readonly input: number; readonly output: number | null };
  readonly high: { readonly input: number; readonly output: number | null };
  /** The distance between the two outputs; null where one does not exist. */
  readonly swing: number | null;
}

export interface Tornado {
  readonly output: Output;
  readonly at: string | null;
  /** The output with every lever at its central value. */
  readonly central: number | null;
  /** The largest swing first; those without one last. */
  readonly rows: readonly TornadoRow[];
  /** How many levers there are to move: more than rows when it was cancelled. */
  readonly levers: number;
}

export interface TornadoOptions {
  readonly cancel?: Cancel;
  /** After each lever. */
  readonly onProgress?: (done: number, levers: number) => void;
  /** Waits before each lever: a caller in the same thread lets other things happen here. */
  readonly pause?: () => Promise<void>;
}

/**
 * Moves each uncertain lever by itself to its low and its high end, the others at their central values. Shares that balance give way
 * as they do when somebody moves one of them.
 * @throws RangeError for an output that there is none of, or a month outside the run
 */
export function tornado(scenario: Scenario, question: Question): Tornado {
  const { axes, rowOf, sum } = begun(scenario, question);
  return sum(axes.map(rowOf));
}

/** The same in steps: when it is cancelled, the levers that were moved by then are the result. */
export async function tornadoInSteps(
  scenario: Scenario,
  question: Question,
  { cancel, onProgress, pause = () => Promise.resolve() }: TornadoOptions,
): Promise<Tornado> {
  const { axes, rowOf, sum } = begun(scenario, question);
  const rows: TornadoRow[] = [];
  for (const axis of axes) {
    await pause();
    if (cancel?.aborted) break;
    rows.push(rowOf(axis));
    onProgress?.(rows.length, axes.length);
  }
  return sum(rows);
}

function begun(scenario: Scenario, question: Question) {
  const central = probe(scenario, [], question);
  const axes = axesOf(scenario, meta);
  const rowOf = ({ lever, title, range }: Axis): TornadoRow => {
    const { answer } = probe(scenario, [lever], question);
    const end = (input: number) => ({ input, output: existing(answer([input])) });
    const [low, high] = [end(range.low), end(range.high)];
    const swing = low.output === null || high.output === null ? null : Math.abs(high.output - low.output);
    return { lever, title, low, high, swing };
  };
  const sum = (rows: TornadoRow[]): Tornado => ({
    output: central.output,
    at: monthOf(question, central.output, scenario),
    central: existing(central.answer([])),
    rows: rows.sort((a, b) => (b.swing ?? -1) - (a.swing ?? -1)),
    levers: axes.length,
  });
  return { axes, rowOf, sum };
}

/** One number of a run as a function of some levers, and what it is. Not a number where there is no value. */
export interface Probe {
  readonly output: Output;
  answer(values: ArrayLike<number>): number;
}

/** @throws RangeError for levers or an output that the scenario does not have, or a month outside the run */
export function probe(scenario: Scenario, levers: readonly string[], question: Question): Probe {
  const subject = subjectOf(scenario, { meta, kernel }, levers, [question.of], stepsFor([question], scenario));
  const read = answerOf(question, subject.outputs, scenario, subject.times.length);
  const results = new Float64Array(subject.width);
  return {
    output: subject.outputs[0]!,
    answer(values) {
      subject.run(Float64Array.from(values), results, 0);
      return read(results, 0);
    },
  };
}

function existing(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
