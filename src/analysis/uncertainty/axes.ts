import type { ModelMeta, RecordMeta } from '../../engine/meta.ts';
import type { Range } from '../../engine/types.ts';
import { hasGeneral, namesOf, SHARE } from '../../scenario/names.ts';
import { placesOf, supplyOf } from '../../scenario/places.ts';
import { runItems } from '../../scenario/resolve.ts';
import type { Distribution, Scenario } from '../../scenario/types.ts';
import { type Quantiles, quantilesOf } from './distributions.ts';

/** A lever that is not sure, and what it may be. */
export interface Axis {
  readonly lever: string;
  readonly title: string;
  readonly unit: string;
  readonly range: Range;
  readonly distribution: Distribution;
  readonly quantiles: Quantiles;
  /** Dates and choices are whole numbers. */
  readonly whole: boolean;
  /** Shares that balance each other have one name for all. */
  readonly group?: string;
  /** The Sobol' dimension that is this lever's in every scenario; a lever that only this scenario makes uncertain has none. */
  readonly dimension?: number;
}

/**
 * The uncertain levers of a scenario, in the model's order: those that supply a value of the run and whose low and high differ. Choices
 * and settings are among them only where the scenario states their range. What is stated without a range is sure.
 * @throws RangeError with the lever's name for a range that its distribution cannot have
 */
export function axesOf(scenario: Scenario, meta: ModelMeta): Axis[] {
  const dimensions = dimensionsOf(meta);
  const found = new Map<string, Axis>();
  for (const place of placesOf(scenario, meta, runItems(scenario, meta))) {
    const { record } = place;
    const { at, quantity, range } = supplyOf(place);
    const lever = place.levels[at]?.name ?? '';
    const { input } = record;
    if (input === undefined || found.has(lever) || (input.setting && quantity === undefined)) continue;
    const distribution = quantity?.distribution ?? 'pert';
    const quantiles = named(lever, () => quantilesOf(distribution, range, input));
    if (quantiles === undefined) continue;
    const group = groupOf(record);
    const dimension = dimensions.get(lever);
    found.set(lever, {
      lever,
      title: record.title,
      unit: record.unit,
      range,
      distribution,
      quantiles,
      whole: input.type !== 'number',
      ...(group === undefined ? {} : { group }),
      ...(dimension === undefined ? {} : { dimension }),
    });
  }
  return [...found.values()];
}

function named<T>(lever: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`${lever}: ${error.message}`) : error;
  }
}

/** The sites' shares, and what the model says balances. */
function groupOf(record: RecordMeta): string | undefined {
  const shares = record.over[0] === 'sites' && record.input?.field === SHARE;
  if (!shares && record.input?.balances === undefined) return undefined;
  return record.over.length === 0 ? record.input?.balances : record.id;
}

/** Positions among all levers that the model itself makes uncertain: they do not depend on what a scenario says. */
function dimensionsOf(meta: ModelMeta): ReadonlyMap<string, number> {
  const known = built.get(meta);
  if (known !== undefined) return known;
  const dimensions = new Map<string, number>();
  const add = (name: string, range: Range | undefined): void => {
    if (range !== undefined && range.low < range.high) dimensions.set(name, dimensions.size);
  };
  for (const record of namesOf(meta).inputs) {
    const { input } = record;
    if (input === undefined || input.setting) continue;
    if (hasGeneral(record)) add(record.id, input.ranges[0]);
    const items = meta.sets.find((set) => set.id === record.over[0])?.items ?? [];
    if (record.over.length === 1)
      for (const [n, item] of items.entries())
        add(`${item.id}.${input.field}`, input.ranges[Math.min(n, input.ranges.length - 1)]);
    for (const [preset, range] of Object.entries(input.presets ?? {})) add(`${preset}.${input.field}`, range);
  }
  built.set(meta, dimensions);
  return dimensions;
}

const built = new WeakMap<ModelMeta, ReadonlyMap<string, number>>();
