import { headlines } from '../../model/headlines.ts';
import type { Scenario, Target } from '../../scenario/types.ts';
import { COMPARED } from '../compare.ts';
import { momentOf } from '../dates.ts';
import { type Output, placeOf } from './outputs.ts';

/** One number of a run: a series in a month or at its largest, or a headline. */
export interface Question {
  readonly of: string;
  /** Year and month, "2029-01". Of a series without one: the last month. */
  readonly at?: string;
  /** The largest value of a series at any time, instead of one in a month. */
  readonly take?: 'max';
}

/** A question and the bounds of what is wanted, as a scenario's target is. */
export interface Wanted extends Question, Pick<Target, 'least' | 'most'> {}

/** What an ensemble keeps unless somebody asks for something else: a series for each sector, and every headline. */
export function usualOutputs(): string[] {
  return [...COMPARED, ...headlines.map(({ id }) => id)];
}

/**
 * How to read a question's answer from the numbers of a run: the same as a projection's `at`, bit for bit.
 * @returns a function of a run's numbers and where they begin; it gives not a number where there is no value.
 * @throws RangeError for a month outside the run, and for a headline in a month
 */
export function answerOf(
  { of, at, take }: Question,
  outputs: readonly Output[],
  scenario: Scenario,
  length: number,
): (results: Float64Array, offset: number) => number {
  const place = placeOf(outputs, length, of);
  if (place === undefined) throw new RangeError(`"${of}" was not kept`);
  const { kind, first } = place;
  if (kind === 'headline') {
    if (at !== undefined) throw new RangeError(`"${of}" is one number of the whole run: it has no value in ${at}`);
    return (results, offset) => results[offset + first]!;
  }
  if (take === 'max') {
    if (at !== undefined) throw new RangeError(`"${of}" is asked for at its largest, which is not in ${at}`);
    return (results, offset) => {
      let most = Number.NEGATIVE_INFINITY;
      for (let k = offset + first; k < offset + first + length; k += 1) most = Math.max(most, results[k]!);
      return most;
    };
  }
  const { step, part } = momentOf(at ?? scenario.horizon, scenario);
  return (results, offset) => {
    const value = results[offset + first + step]!;
    return part === 0 ? value : value + (results[offset + first + step + 1]! - value) * part;
  };
}

/**
 * Steps of a run that questions need, for those that ask about months only.
 * @returns undefined where one needs the whole run
 * @throws RangeError for a month outside the run
 */
export function stepsFor(questions: readonly Question[], scenario: Scenario): number | undefined {
  const needed = questions.map(({ of, at, take }) => {
    if (at === undefined || take === 'max' || headlines.some(({ id }) => id === of)) return Number.POSITIVE_INFINITY;
    const { step, part } = momentOf(at, scenario);
    return part === 0 ? step : step + 1;
  });
  const most = Math.max(...needed);
  return Number.isFinite(most) ? most : undefined;
}

/** The month that a question is about; null for what is one number of the whole run. */
export function monthOf({ at, take }: Question, { kind }: Output, { horizon }: Scenario): string | null {
  return kind === 'headline' || take === 'max' ? null : (at ?? horizon);
}

/** Whether a value is what a target wants. A value that does not exist is not. */
export function meets(value: number, { least, most }: Pick<Wanted, 'least' | 'most'>): boolean {
  return !Number.isNaN(value) && (least === undefined || value >= least) && (most === undefined || value <= most);
}
