import { FIGURES, type Figure, figureOf, valueAt } from './figures.ts';
import type { Ran } from './types.ts';

/** A number of each scenario, with what separates it from the baseline's. */
export interface ComparedRow {
  readonly figure: Figure;
  /** In the figure's unit, in the order of the runs; null where there is none. */
  readonly values: readonly (number | null)[];
  /** What separates it from the baseline over that; null for the baseline itself, where either is missing, and where that says nothing. */
  readonly relative: readonly (number | null)[];
}

/** The headline numbers, and series at chosen years, of several runs. */
export function comparedRows(
  runs: readonly Ran[],
  baseline: number,
  series: readonly { readonly id: string; readonly unit: string }[],
  years: readonly number[],
): ComparedRow[] {
  const headlines = FIGURES.map((figure) =>
    rowOf(
      figure,
      runs.map((ran) => figureOf(figure, ran).value),
      baseline,
    ),
  );
  const others = series.flatMap(({ id, unit }) =>
    years.map((at) => {
      const figure: Figure = { id: `${id}@${at}`, of: id, at, unit };
      const values = runs.map((ran) => valueAt(ran.series[id], ran.times, at) ?? null);
      return rowOf(figure, values, baseline);
    }),
  );
  return [...headlines, ...others];
}

function rowOf(figure: Figure, values: readonly (number | null)[], baseline: number): ComparedRow {
  const base = values[baseline] ?? null;
  const relative = values.map((value, index) =>
    index === baseline || value === null || base === null ? null : relativeTo(value, base),
  );
  return { figure, values, relative };
}

/** A difference as a share of the baseline; null where that says nothing: of zero, of another sign, of next to nothing. */
export function relativeTo(value: number, base: number): number | null {
  if (base === 0 || value * base < 0) return null;
  // A loss that becomes smaller is a gain.
  const part = (value - base) / Math.abs(base);
  return Math.abs(part) < 10 ? part : null;
}
