import { model, type Scenario } from '../../src/index.ts';
import { SERIES } from '../golden/figures.ts';
import { baseOf } from './checks.ts';
import { OUTCOMES, type Swing } from './sweep.ts';

/** The figures of a release, kept to see what a change has moved since: yearly series, headlines, and every lever's swing. */
export interface Figures {
  /** Version of the package and of the model. */
  readonly release: string;
  readonly model: string;
  /** The months of the series' values: every January. */
  readonly months: readonly string[];
  /** What is read off each swing. */
  readonly outcomes: readonly string[];
  readonly scenarios: Readonly<Record<string, ScenarioFigures>>;
}

export interface ScenarioFigures {
  readonly headlines: Readonly<Record<string, number | null>>;
  /** One value a month of `months`; null outside the run. */
  readonly series: Readonly<Record<string, readonly (number | null)[]>>;
  /** By lever, at its low and at its high end: one value an outcome. */
  readonly swings: Readonly<Record<string, readonly [readonly (number | null)[], readonly (number | null)[]]>>;
}

export const MONTHS: readonly string[] = Array.from({ length: 16 }, (_, n) => `${2025 + n}-01`);
/** Six digits tell any change that matters; four are enough for a swing. */
const DIGITS = 6;
const SWING_DIGITS = 4;

/** The figures of one scenario as it is now. */
export function figuresOf(scenario: Scenario, swings: readonly Swing[]): ScenarioFigures {
  const run = baseOf(scenario);
  const inside = (month: string): boolean => month >= scenario.start && month <= scenario.horizon;
  return {
    headlines: Object.fromEntries(run.headlines.map(({ id, value }) => [id, rounded(value, DIGITS)])),
    series: Object.fromEntries(
      SERIES.map((id) => [id, MONTHS.map((month) => (inside(month) ? rounded(run.at(id, month), DIGITS) : null))]),
    ),
    swings: Object.fromEntries(
      swings.map(({ lever, low, high }) => [
        lever.name,
        [low, high].map(({ values }) => values.map((value) => rounded(value, SWING_DIGITS))) as unknown as [
          number[],
          number[],
        ],
      ]),
    ),
  };
}

/** All scenarios' figures under the names of this release. */
export function figures(release: string, scenarios: Figures['scenarios']): Figures {
  return { release, model: model.version, months: MONTHS, outcomes: OUTCOMES.map(({ id }) => id), scenarios };
}

function rounded(value: number | null, digits: number): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(digits));
}

/** The same as JSON with a line a series, so that its difference can be read. */
export function figuresText({ scenarios, ...head }: Figures): string {
  const lines = (rows: Readonly<Record<string, unknown>>): string =>
    Object.entries(rows)
      .map(([id, row]) => `    ${JSON.stringify(id)}: ${JSON.stringify(row)}`)
      .join(',\n');
  const parts = Object.entries(scenarios).map(
    ([id, { headlines, series, swings }]) =>
      `  ${JSON.stringify(id)}: {\n   "headlines": {\n${lines(headlines)}\n   },\n   "series": {\n${lines(series)}\n   },\n   "swings": {\n${lines(swings)}\n   }\n  }`,
  );
  return `${JSON.stringify(head).slice(0, -1)},\n "scenarios": {\n${parts.join(',\n')}\n }\n}\n`;
}

/**
 * How far a row of figures has moved: the largest difference over the largest size there was. Infinite where there was nothing, or no
 * such figure, and now there is, or the other way round. What rounding alone does is nothing.
 */
export function moved(
  before: readonly (number | null)[] | undefined,
  now: readonly (number | null)[],
  digits = DIGITS,
): number {
  if (before === undefined || before.length !== now.length) return Number.POSITIVE_INFINITY;
  if (now.some((value, n) => (value === null) !== (before[n] === null))) return Number.POSITIVE_INFINITY;
  const scale = Math.max(...before.map((value) => Math.abs(value ?? 0)));
  const apart = Math.max(...now.map((value, n) => Math.abs((value ?? 0) - (before[n] ?? 0))));
  if (apart === 0) return 0;
  if (scale === 0) return Number.POSITIVE_INFINITY;
  return apart / scale <= 10 ** (1 - digits) ? 0 : apart / scale;
}

/** As `moved`, for swings. */
export function swungOtherwise(
  before: readonly (number | null)[] | undefined,
  now: readonly (number | null)[],
): number {
  // Each outcome has a size of its own.
  if (before === undefined || before.length !== now.length) return Number.POSITIVE_INFINITY;
  return Math.max(...now.map((value, n) => moved([before[n] ?? null], [value], SWING_DIGITS)));
}
