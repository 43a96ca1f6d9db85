import {
  checkProjection,
  type LawProblem,
  type Lever,
  type Projection,
  type Scenario,
  simulate,
} from '../../src/index.ts';
import { leversIn } from './checks.ts';

/** What is read off each run of a sweep: a name, and the figure. */
export const OUTCOMES: readonly {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  of(run: Projection): number;
}[] = [
  { id: 'in_use_2030', title: 'In use in January 2030', unit: 'MW', of: (run) => run.at('facility_in_use', '2030-01') },
  { id: 'spent_2030', title: 'Spent by January 2030', unit: 'USD', of: (run) => run.at('spent_total', '2030-01') },
  { id: 'npv', title: 'Net present value', unit: 'USD', of: (run) => run.headline('npv').value ?? Number.NaN },
];

/** One lever at one of its ends. */
export interface Swing {
  readonly lever: Lever;
  readonly end: 'low' | 'high';
  readonly setting: number;
  /** In the order of OUTCOMES; not a number where a headline has no value. */
  readonly values: readonly number[];
  /** What must always hold and does not. */
  readonly problems: readonly LawProblem[];
}

/** Every lever of a scenario alone at its low and at its high end, as far as those are apart. */
export function* sweep(scenario: Scenario): Generator<Swing> {
  for (const lever of leversIn(scenario)) {
    const { low, high } = lever.range.low === lever.range.high ? lever.usual : lever.range;
    if (low === high) continue;
    for (const [end, setting] of [
      ['low', low],
      ['high', high],
    ] as const) {
      const run = simulate(scenario, { choose: new Map([[lever.name, setting]]) });
      yield { lever, end, setting, values: OUTCOMES.map(({ of }) => of(run)), problems: checkProjection(run) };
    }
  }
}
