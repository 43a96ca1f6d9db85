import type { Scenario } from '../../scenario/types.ts';
import { answerOf, meets, type Wanted } from './ask.ts';
import type { Output } from './outputs.ts';

/** How often a target was met. */
export interface Chance {
  readonly target: Wanted;
  /** Share of the members, 0 to 1. */
  readonly chance: number;
  /** Of the share, for members drawn at random; evenly spread ones are no worse. */
  readonly standardError: number;
  readonly met: number;
  readonly members: number;
}

/** Counts members that meet targets, as results come in. */
export class Chances {
  private readonly targets: readonly (readonly [string, Wanted])[];
  private readonly answers: readonly ((results: Float64Array, offset: number) => number)[];
  private readonly met: number[];
  private readonly width: number;
  private members = 0;

  /** @throws RangeError for a target in a month outside the run */
  constructor(
    targets: Readonly<Record<string, Wanted>>,
    outputs: readonly Output[],
    scenario: Scenario,
    length: number,
    width: number,
  ) {
    this.targets = Object.entries(targets);
    this.answers = this.targets.map(([, target]) => answerOf(target, outputs, scenario, length));
    this.met = this.targets.map(() => 0);
    this.width = width;
  }

  add(results: Float64Array): void {
    const { width, targets, answers, met } = this;
    this.members += results.length / width;
    for (const [n, answer] of answers.entries()) {
      const target = targets[n]![1];
      for (let offset = 0; offset < results.length; offset += width) {
        if (meets(answer(results, offset), target)) met[n]! += 1;
      }
    }
  }

  soFar(): Record<string, Chance> {
    const { members } = this;
    const entries = this.targets.map(([name, target], n) => {
      const met = this.met[n]!;
      const chance = met / members;
      const standardError = Math.sqrt((chance * (1 - chance)) / members);
      return [name, { target, chance, standardError, met, members }] as const;
    });
    return Object.fromEntries(entries);
  }
}
