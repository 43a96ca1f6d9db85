import { fileURLToPath } from 'node:url';
import { isLaw, readChecks } from '../../src/build/checks.ts';
import { type Lever, levers, type Projection, type Scenario, scenarios, simulate } from '../../src/index.ts';
import type { Check, Expectation, Extreme, Figure, Law, Reference, Response } from '../../src/scenario/checks-types.ts';

/** The checks of tests/checks.yaml, and what a scenario answers to each. */

const checks: readonly Check[] = readChecks(fileURLToPath(new URL('../checks.yaml', import.meta.url)));
export const laws: readonly Law[] = checks.filter(isLaw);
export const responses: readonly Response[] = checks.filter((check) => check.kind === 'response');
export const extremes: readonly Extreme[] = checks.filter((check) => check.kind === 'extreme');
export const references: readonly Reference[] = checks.filter((check) => check.kind === 'reference');

/** What became of one check in one scenario. */
export interface Outcome {
  readonly check: string;
  readonly scenario: string;
  /** What is wrong, in words; null where all is well. */
  readonly broken: string | null;
  /** The figures looked at, with what they are of. */
  readonly figures: readonly { readonly of: string; readonly value: number }[];
}

/** Euler steps and orders of summing move a number by this share of the largest there is. */
const NOISE = 1e-6;
/** What is left of nothing, in a figure's own unit. */
const NOTHING = 1e-9;

/** The scenarios that a check is asked of. @throws RangeError for one that does not ship */
export function askedOf(check: Response | Extreme | Reference): readonly Scenario[] {
  const ids = check.kind === 'reference' ? [check.scenario] : check.in;
  if (ids === undefined) return scenarios;
  return ids.map((id) => {
    const found = scenarios.find((scenario) => scenario.id === id);
    if (found === undefined) throw new RangeError(`${check.id}: no scenario "${id}" ships`);
    return found;
  });
}

/** A figure of a run; not a number for a headline without a value. */
function take(run: Projection, { of, take: how, at }: Figure): number {
  if (how === 'value') return run.headline(of).value ?? Number.NaN;
  if (how === 'at') return run.at(of, at ?? '');
  const { values } = run.series(of);
  return how === 'max' ? values.reduce((most, value) => Math.max(most, value)) : (values.at(-1) ?? Number.NaN);
}

/** What many checks ask for, once a scenario. */
function once<T>(make: (scenario: Scenario) => T): (scenario: Scenario) => T {
  const known = new WeakMap<Scenario, { readonly made: T }>();
  return (scenario) => {
    const { made } = known.get(scenario) ?? { made: make(scenario) };
    known.set(scenario, { made });
    return made;
  };
}

export const leversIn = once((scenario) => levers(scenario));
/** The scenario as it ships, with everything kept. */
export const baseOf = once((scenario) => simulate(scenario));

/** The series that a run must keep for some figures; a headline's are kept anyway. */
function keepFor(figures: readonly Figure[]): readonly string[] {
  return figures.flatMap(({ of, take: how }) => (how === 'value' ? [] : [of]));
}

/** The lever low, as it is and high. Undefined where the scenario has no such lever, or the figure does not exist. */
export function askResponse(check: Response, scenario: Scenario): Outcome | undefined {
  const lever = leversIn(scenario).find(({ name }) => name === check.lever);
  if (lever === undefined) return undefined;
  const keep = keepFor([check]);
  const figures = [...new Set([lever.usual.low, lever.value, lever.usual.high])]
    .sort((a, b) => a - b)
    .map((value) => {
      const run =
        value === lever.value
          ? baseOf(scenario)
          : simulate(scenario, { keep, choose: new Map([[check.lever, value]]) });
      return { of: `${check.of} with ${check.lever} at ${value}`, value: take(run, check) };
    });
  if (figures.some(({ value }) => !Number.isFinite(value))) return undefined;
  const scale = Math.max(...figures.map(({ value }) => Math.abs(value)));
  const slack = Math.max(NOISE * scale, NOTHING);
  const wrong = figures.findIndex(({ value }, n) => {
    const rise = value - (figures[n - 1]?.value ?? value);
    return check.never === 'up' ? rise > slack : rise < -slack;
  });
  const broken =
    wrong < 0
      ? null
      : `${figures[wrong - 1]?.of} is ${figures[wrong - 1]?.value}, ${figures[wrong]?.of} is ${figures[wrong]?.value}`;
  return { check: check.id, scenario: scenario.id ?? '', broken, figures };
}

/** Runs with levers beyond all sense, and holds each figure to its limits. */
export function askExtreme(check: Extreme, scenario: Scenario): Outcome {
  const keep = keepFor(check.expect);
  const choose = new Map(Object.entries(check.set).flatMap(([name, value]) => spread(name, value, leversIn(scenario))));
  const [base, run] = [baseOf(scenario), simulate(scenario, { keep, choose })];
  const figures = check.expect.map((one) => ({ of: one.of, value: take(run, one) }));
  const broken = check.expect.flatMap((one, n) => outside(one, figures[n]?.value ?? Number.NaN, () => take(base, one)));
  return {
    check: check.id,
    scenario: scenario.id ?? '',
    broken: broken.length === 0 ? null : broken.join('; '),
    figures,
  };
}

/** "sites.grid_wait" means that lever of every site. */
function spread(name: string, value: number, all: readonly Lever[]): [string, number][] {
  const [set = '', field] = name.split('.');
  if (field === undefined || (set !== 'sites' && set !== 'commitments')) return [[name, value]];
  return all
    .filter((lever) => lever.level === 'item' && lever.set === set && lever.name === `${lever.item?.id}.${field}`)
    .map((lever) => [lever.name, value]);
}

function outside(limits: Expectation, value: number, base: () => number): string[] {
  const { of, least_share, most_share } = limits;
  const least = Math.max(limits.least ?? -Infinity, least_share === undefined ? -Infinity : least_share * base());
  const most = Math.min(limits.most ?? Infinity, most_share === undefined ? Infinity : most_share * base());
  const slack = (limit: number): number => Math.max(NOISE * Math.abs(limit), NOTHING);
  if (value >= least - slack(least) && value <= most + slack(most)) return [];
  return [`${of} is ${value}, outside ${least} to ${most}`];
}

/** Whether a figure lies where its source puts it. */
export function askReference(check: Reference): Outcome {
  const [scenario] = askedOf(check);
  if (scenario === undefined) throw new RangeError(`${check.id}: no scenario`);
  const value = take(baseOf(scenario), check);
  const [broken = null] = outside(check, value, () => Number.NaN);
  return { check: check.id, scenario: scenario.id ?? '', broken, figures: [{ of: check.of, value }] };
}
