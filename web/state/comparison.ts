import { FIGURES, type Figure, figureOf, valueAt } from './figures.ts';
import type { Ran } from './types.ts';

/** A number of each scenario, with what separates it from the baseline's. */
export interface ComparedRow {
  readonly figure: Figure;
  /** In the figure's unit, in the order of the runs; null where there is none. */
  readonly values: readonly (number | null)[];
  /** From the baseline; null for the baseline itself and where either is missing. */
  readonly absolute: readonly (number | null)[];
  /** The same over the baseline; null also where that is zero or has the other sign, and for shares. */
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
  const absolute = values.map((value, index) =>
    index === baseline || value === null || base === null ? null : value - base,
  );
  const relative = values.map((value, index) =>
    index === baseline || value === null || base === null || base === 0 || figure.unit === '1' || value * base < 0
      ? null
      : value / base - 1,
  );
  return { figure, values, absolute, relative };
}
