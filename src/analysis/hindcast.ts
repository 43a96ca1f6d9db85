import { scenarios } from '../generated/scenarios.ts';
import { observations } from '../generated/seeds.ts';
import { addMonths, monthsBetween } from '../scenario/dates.ts';
import type { Observation } from '../scenario/seeds-types.ts';
import { projected, simulate } from './project.ts';
import type { Projection } from './types.ts';

/** An observation with the model's own figure for the same thing at the same time. */
export interface ComparedObservation {
  readonly observation: Observation;
  /** The series, with its title and unit. */
  readonly of: string;
  readonly title: string;
  readonly unit: string;
  /** The month compared, the last of twelve for a mean over a year, that of the model's own height; absent for a figure that is no series in time. */
  readonly at?: string;
  readonly value: number;
  /** Model less observed, in the series' unit. */
  readonly difference: number;
  /** The same as a share of what was observed. */
  readonly error: number;
  /** Whether the model lies within the observation's low and high; null where it has none. */
  readonly within: boolean | null;
  /** Whether a lever was set by this figure, so that agreement proves little. */
  readonly given: boolean;
}

/** An observation of something larger that the series is a part of. */
export interface CappingObservation {
  readonly observation: Observation;
  readonly of: string;
  readonly title: string;
  readonly unit: string;
  readonly at: string;
  readonly value: number;
  /** The part's share of what was observed. */
  readonly share: number;
  /** Whether the part is within the whole. */
  readonly holds: boolean;
}

/** An observation that nothing was held against, and why. */
export interface UncomparedObservation {
  readonly observation: Observation;
  readonly reason: string;
}

/** Errors summed up; null where nothing was compared. */
export interface ErrorSummary {
  readonly count: number;
  /** Mean error: below zero where the model is too low. */
  readonly bias: number | null;
  /** Mean size of the error. */
  readonly size: number | null;
}

export interface Hindcast {
  readonly scenario: Projection['scenario'];
  readonly model: string;
  /** In the order of series, then of dates. */
  readonly compared: readonly ComparedObservation[];
  readonly capping: readonly CappingObservation[];
  readonly uncompared: readonly UncomparedObservation[];
  readonly bySeries: readonly (ErrorSummary & { readonly of: string; readonly title: string })[];
  readonly all: ErrorSummary;
  /** Only what no lever was set by. */
  readonly free: ErrorSummary;
}

/** The scenario that tells what was reported. */
const REPORTED = 'sites-reported';

/**
 * Holds what has been observed against a run of what was reported, or any other run: the error of each figure, whether parts stay
 * within their wholes, and for every other observation the reason why it is not compared.
 * The scenario was written with the reports in hand: that the equations can hold them together is shown, not foresight.
 */
export function hindcast(projection: Projection = simulate(reported())): Hindcast {
  const compared: ComparedObservation[] = [];
  const capping: CappingObservation[] = [];
  const uncompared: UncomparedObservation[] = [];
  for (const observation of observations) {
    const of = observation.series ?? observation.caps;
    const reason = observation.aside ?? reasonAgainst(observation, of, projection);
    if (reason !== undefined || of === undefined) uncompared.push({ observation, reason: reason ?? '' });
    else if (observation.series === undefined) capping.push(cap(observation, of, projection));
    else compared.push(compare(observation, of, projection));
  }
  compared.sort((a, b) => (a.of === b.of ? (a.observation.date < b.observation.date ? -1 : 1) : a.of < b.of ? -1 : 1));
  return {
    scenario: projection.scenario,
    model: projection.model,
    compared,
    capping,
    uncompared,
    bySeries: [...new Map(compared.map(({ of, title }) => [of, title]))].map(([of, title]) => ({
      of,
      title,
      ...summary(compared.filter((one) => one.of === of)),
    })),
    all: summary(compared),
    free: summary(compared.filter(({ given }) => !given)),
  };
}

function reported() {
  const found = scenarios.find(({ id }) => id === REPORTED);
  if (found === undefined) throw new RangeError(`the scenario "${REPORTED}" does not ship`);
  return found;
}

/** What keeps this run from giving the figure: it has no such series, or does not reach that far. */
function reasonAgainst(observation: Observation, of: string | undefined, projection: Projection): string | undefined {
  if (of === undefined) return undefined;
  const { scenario } = projection;
  if (!projected(projection).names.has(of)) return `This scenario has no ${of}.`;
  if (observation.take === 'value') return undefined;
  const last = monthOf(observation);
  const first = observation.take === 'year' ? addMonths(last, -11) : last;
  if (monthsBetween(scenario.start, first) < 0) return `Before the run, which begins in ${scenario.start}.`;
  if (monthsBetween(last, scenario.horizon) < 0) return `After the run, which ends in ${scenario.horizon}.`;
  return undefined;
}

function compare(observation: Observation, of: string, projection: Projection): ComparedObservation {
  const { value: seen, low, high, take, input } = observation;
  const { title, unit } = projection.series(of);
  const value = modelled(observation, of, projection);
  const ranged = low !== undefined || high !== undefined;
  return {
    observation,
    of,
    title,
    unit,
    ...(take === 'value' ? {} : { at: take === 'peak' ? peak(of, projection).at : monthOf(observation) }),
    value,
    difference: value - seen,
    error: value / seen - 1,
    within: ranged ? value >= (low ?? seen) && value <= (high ?? seen) : null,
    given: input !== undefined,
  };
}

function cap(observation: Observation, of: string, projection: Projection): CappingObservation {
  const { title, unit } = projection.series(of);
  const value = modelled(observation, of, projection);
  const whole = observation.high ?? observation.value;
  return {
    observation,
    of,
    title,
    unit,
    at: monthOf(observation),
    value,
    share: value / observation.value,
    holds: value <= whole,
  };
}

/** A rate over a year is the mean of its months. */
function modelled(observation: Observation, of: string, projection: Projection): number {
  if (observation.take === 'value') return projection.series(of).values[0] ?? Number.NaN;
  if (observation.take === 'peak') return peak(of, projection).value;
  const last = monthOf(observation);
  if (observation.take !== 'year') return projection.at(of, last);
  const months = Array.from({ length: 12 }, (_, n) => projection.at(of, addMonths(last, -n)));
  return months.reduce((sum, value) => sum + value, 0) / months.length;
}

/** The largest value of the run, and its month. */
function peak(of: string, projection: Projection): { readonly at: string; readonly value: number } {
  const { values } = projection.series(of);
  const value = values.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  return {
    value,
    at: addMonths(projection.scenario.start, Math.floor(values.indexOf(value) * projection.scenario.step)),
  };
}

const monthOf = ({ date }: Observation): string => date.slice(0, 7);

function summary(list: readonly ComparedObservation[]): ErrorSummary {
  const mean = (of: (error: number) => number): number | null =>
    list.length === 0 ? null : list.reduce((sum, { error }) => sum + of(error), 0) / list.length;
  return { count: list.length, bias: mean((error) => error), size: mean(Math.abs) };
}
