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

/** One lever at both of its ends. */
export interface Swing {
  readonly lever: Lever;
  readonly low: End;
  readonly high: End;
}

export interface End {
  readonly setting: number;
  /** In the order of OUTCOMES; not a number where a headline has no value. */
  readonly values: readonly number[];
  /** What must always hold and does not. */
  readonly problems: readonly LawProblem[];
}

/** Every lever of a scenario, or those of some names, alone at its low and at its high end, as far as those are apart. */
export function sweep(scenario: Scenario, names?: readonly string[]): Swing[] {
  const at = (name: string, setting: number): End => {
    const run = simulate(scenario, { choose: new Map([[name, setting]]) });
    return { setting, values: OUTCOMES.map(({ of }) => of(run)), problems: checkProjection(run) };
  };
  const asked = leversIn(scenario).filter(({ name }) => names?.includes(name) ?? true);
  return asked.flatMap((lever) => {
    const { low, high } = endsOf(lever);
    return low === high ? [] : [{ lever, low: at(lever.name, low), high: at(lever.name, high) }];
  });
}

/** A lever that the scenario states without ends has those of the model. */
export function endsOf({ range, usual }: Lever): { readonly low: number; readonly high: number } {
  return range.low === range.high ? usual : range;
}
