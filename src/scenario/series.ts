import { type Measure, measureOf } from './measure.ts';
import type { ItemKinds, Names } from './names.ts';
import type { Metric } from './types.ts';

/** A figure that one run has one of, such as the net present value. */
export interface HeadlineName {
  readonly id: string;
  readonly unit: string;
  readonly show?: '%';
}

/** What names in a file may refer to, once its items are known. */
export interface Scope {
  readonly names: Names;
  readonly items: ItemKinds;
  readonly headlines: readonly HeadlineName[];
}

/** Something a run gives, by the name people call it. */
export interface SeriesName {
  readonly kind: 'series' | 'headline' | 'metric';
  /** Undefined for a metric whose unit is not declared: it is known only once its formula has been read. */
  readonly measure: Measure | undefined;
}

/** "facility_in_use", "binding.abilene", "npv", "spending_per_job": what the name stands for, or undefined. */
export function seriesOf(
  name: string,
  scope: Scope,
  metrics: Readonly<Record<string, Metric>>,
): SeriesName | undefined {
  const headline = scope.headlines.find((candidate) => candidate.id === name);
  if (headline !== undefined)
    return { kind: 'headline', measure: { type: 'number', unit: headline.unit, show: headline.show } };
  const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
  if (metric !== undefined)
    return { kind: 'metric', measure: metric.unit === undefined ? undefined : { type: 'number', unit: metric.unit } };
  const measure = recordMeasure(name, scope);
  return measure === undefined ? undefined : { kind: 'series', measure };
}

/** Of a record with items the bare name is their sum, where they may be added up. */
function recordMeasure(name: string, { names, items }: Scope): Measure | undefined {
  const [id = '', ...parts] = name.split('.');
  const record = names.records.get(id);
  if (record === undefined) return undefined;
  const fits =
    parts.length === 0
      ? record.over.length === 0 || record.adds === true
      : parts.length === record.over.length &&
        parts.every((part, index) => belongs(part, record.over[index] ?? '', names, items));
  const { least: _least, most: _most, ...measure } = measureOf(record);
  return fits ? measure : undefined;
}

function belongs(item: string, set: string, names: Names, items: ItemKinds): boolean {
  return items.get(item) === set || names.fixedItems.get(item)?.id === set;
}

/** Every name there is, for hints. */
export function seriesNames(scope: Scope, metrics: Readonly<Record<string, Metric>>): string[] {
  return [...scope.headlines.map((headline) => headline.id), ...Object.keys(metrics), ...scope.names.records.keys()];
}
