import { kernel } from '../../generated/kernel.ts';
import { meta } from '../../generated/meta.ts';
import type { Scenario } from '../../scenario/types.ts';
import { answerOf, meets, stepsFor, type Wanted } from './ask.ts';
import { type Ends, wayOf } from './bounds.ts';
import type { Output } from './outputs.ts';
import { type Cancel, inOrder, inThisThread, type Runner } from './runner.ts';
import { subjectOf } from './subject.ts';
import type { Job } from './work.ts';

export interface RegionOptions {
  /** Targets that all have to hold, by a name of the caller's; the scenario's own if absent. */
  readonly targets?: Readonly<Record<string, Wanted>>;
  /** How far the levers go, by name; the range of the evidence if absent. */
  readonly within?: Readonly<Record<string, Ends>>;
  /** Points along each axis. 41 if absent. */
  readonly points?: number;
  readonly runner?: Runner;
  readonly cancel?: Cancel;
  readonly onProgress?: (done: number, points: number) => void;
}

export interface RegionAxis {
  readonly lever: string;
  readonly title: string;
  readonly unit: string;
  /** Where it is now. */
  readonly value: number;
  readonly values: Float64Array;
}

export interface RegionTarget {
  readonly target: Wanted;
  readonly output: Output;
  /** The output at each point: row by row of y, x within; not a number where it does not exist or was not run. */
  readonly values: Float64Array;
}

/** Where two levers may be so that all targets hold. */
export interface Region {
  readonly x: RegionAxis;
  readonly y: RegionAxis;
  readonly targets: Readonly<Record<string, RegionTarget>>;
  /** For each point, as the values: 1 where all targets hold, 0 where one does not. */
  readonly holds: Uint8Array;
  /** Of the points, how many hold. */
  readonly share: number;
  /** Points that were run: fewer than all when it was cancelled. */
  readonly points: number;
}

const POINTS = 41;

/**
 * Maps where targets hold over two levers, the others at their central values.
 * @throws RangeError for levers, targets or months that the scenario does not have, locked levers, and no targets
 */
export async function region(
  scenario: Scenario,
  [xLever, yLever]: readonly [string, string],
  options: RegionOptions = {},
): Promise<Region> {
  const { targets = scenario.targets, within = {}, points = POINTS, cancel, onProgress } = options;
  const wanted = Object.entries(targets);
  if (wanted.length === 0) throw new RangeError('there is no target to hold: name one, or state some in the scenario');
  if (xLever === yLever) throw new RangeError(`"${xLever}" cannot be both axes`);
  if (!Number.isSafeInteger(points) || points < 2 || points > 1000) {
    throw new RangeError(`${points} is not a number of points along an axis: 2 to 1000`);
  }
  const axis = (lever: string): RegionAxis => {
    const { title, unit, value, from, to } = wayOf(scenario, lever, 'range', within[lever]);
    const values = Float64Array.from({ length: points }, (_, n) =>
      n === points - 1 ? to : from + ((to - from) * n) / (points - 1),
    );
    return { lever, title, unit, value, values };
  };
  const [x, y] = [axis(xLever), axis(yLever)];
  const ids = [...new Set(wanted.map(([, { of }]) => of))];
  const steps = stepsFor(Object.values(targets), scenario);
  const enough = steps === undefined ? {} : { steps };
  const job: Job = {
    scenario,
    ids,
    ...enough,
    sampling: { members: 1, seed: 0, method: 'random', levers: [xLever, yLever] },
  };
  const { outputs, times, width } = subjectOf(scenario, { meta, kernel }, [], ids, steps);
  const asked = wanted.map(([name, target]) => ({
    name,
    target,
    output: outputs.find(({ id }) => id === target.of)!,
    answer: answerOf(target, outputs, scenario, times.length),
    values: new Float64Array(points * points).fill(Number.NaN),
  }));
  const holds = new Uint8Array(points * points);
  const session = await (options.runner ?? inThisThread()).open(job);
  let done = 0;
  try {
    const row = (n: number) =>
      ({ kind: 'points', values: Float64Array.from([...x.values].flatMap((one) => [one, y.values[n]!])) }) as const;
    const take = (results: Float64Array): void => {
      for (let offset = 0; offset < results.length; offset += width, done += 1) {
        for (const { answer, values } of asked) values[done] = answer(results, offset);
        holds[done] = asked.every(({ target, values }) => meets(values[done]!, target)) ? 1 : 0;
      }
      onProgress?.(done, points * points);
    };
    await inOrder(session, points, row, take, cancel);
  } finally {
    session.close();
  }
  const found = asked.map(({ name, target, output, values }) => [name, { target, output, values }] as const);
  const share = done === 0 ? 0 : holds.reduce((sum, one) => sum + one, 0) / done;
  return { x, y, targets: Object.fromEntries(found), holds, share, points: done };
}
