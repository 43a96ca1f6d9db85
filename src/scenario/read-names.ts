import type { RecordMeta } from '../engine/meta.ts';
import { nearestName } from '../engine/nearest.ts';
import type { Path } from './document.ts';
import { type Measure, measureOf, type Reading } from './measure.ts';
import { hasGeneral, type ItemKinds, type LeverName, leverNames, type Names, parseLever, START_YEAR } from './names.ts';
import { type Fault, faults, isFault } from './problems.ts';
import { readNumber, readQuantity } from './read-quantity.ts';
import type { Report } from './report.ts';
import type { RawScenario } from './schema.ts';
import type { Metric, Quantity, Scenario, Target } from './types.ts';

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

/** The lever of a name, or why there is none. */
export function findLever(name: string, { names, items }: Pick<Scope, 'names' | 'items'>): LeverName | Fault {
  const lever = parseLever(name, names, items);
  if (lever !== undefined) return lever;
  const record = names.records.get(name);
  if (record?.input !== undefined && record.id !== START_YEAR && !hasGeneral(record)) {
    const [set = ''] = record.over;
    const fixed = names.sets.get(set)?.items?.[0]?.id;
    const item = fixed ?? [...items].find(([, kind]) => kind === set)?.[0] ?? set;
    return faults.itemOnlyLever(name, names.sets.get(set)?.title.toLowerCase() ?? set, `${item}.${record.input.field}`);
  }
  return faults.unknownLever(name, nearestName(name, leverNames(names, items)));
}

/** Assumptions by lever name. Those of an item are handed back apart, to stand with the item. */
export function readAssumptions(
  raw: Partial<RawScenario>,
  scope: Scope,
  reading: Reading,
  report: Report,
): {
  general: Record<string, Quantity>;
  items: { name: string; item: string; field: string; quantity: Quantity; path: Path }[];
} {
  const general: Record<string, Quantity> = {};
  const items: { name: string; item: string; field: string; quantity: Quantity; path: Path }[] = [];
  for (const [name, value] of Object.entries(raw.assumptions ?? {})) {
    if (value === undefined) continue;
    const path: Path = ['assumptions', name];
    const lever = findLever(name, scope);
    if (isFault(lever)) {
      report.add(path, lever, 'key');
      continue;
    }
    const quantity = readQuantity(value, measureOf(lever.record), reading, path, report);
    if (quantity === undefined) continue;
    if (lever.kind === 'item')
      items.push({ name, item: lever.item, field: lever.record.input?.field ?? '', quantity, path });
    else general[name] = quantity;
  }
  return { general, items };
}

export function readUncertainty(
  raw: Partial<RawScenario>,
  scope: Scope,
  report: Report,
): Partial<Scenario['uncertainty']> {
  const { seed, correlations } = raw.uncertainty ?? {};
  for (const [index, entry] of (correlations ?? []).entries()) {
    if (entry === undefined) continue;
    const [first, second] = entry;
    if (first === second) report.add(['uncertainty', 'correlations', index], faults.correlation(first));
    for (const [position, name] of [first, second].entries()) {
      // An input with a figure for each item is joined as a whole by its bare name.
      if (scope.names.records.get(name)?.input !== undefined && name !== START_YEAR) continue;
      const lever = findLever(name, scope);
      if (isFault(lever)) report.add(['uncertainty', 'correlations', index, position], lever);
    }
  }
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(correlations === undefined ? {} : { correlations: correlations.filter((entry) => entry !== undefined) }),
  };
}

export function readLocks(raw: Partial<RawScenario>, scope: Scope, report: Report): string[] | undefined {
  for (const [index, name] of (raw.locks ?? []).entries()) {
    if (name === undefined) continue;
    const lever = findLever(name, scope);
    if (isFault(lever)) report.add(['locks', index], lever);
  }
  return raw.locks?.filter((name) => name !== undefined);
}

/** The record of a series' name: "facility_in_use", or of one item, "binding.abilene". */
function seriesOf(name: string, { names, items }: Scope): RecordMeta | undefined {
  const [id = '', ...parts] = name.split('.');
  const record = names.records.get(id);
  if (record === undefined || parts.length > record.over.length) return undefined;
  if (parts.length === 0) return record.over.length === 0 || record.adds === true ? record : undefined;
  const fits = parts.every((part, index) => {
    const set = record.over[index] ?? '';
    return items.get(part) === set || names.fixedItems.get(part)?.id === set;
  });
  return fits && parts.length === record.over.length ? record : undefined;
}

export function readTargets(
  raw: Partial<RawScenario>,
  scope: Scope,
  metrics: Readonly<Record<string, Metric>>,
  span: Pick<Scenario, 'start' | 'horizon'>,
  reading: Reading,
  report: Report,
): Record<string, Target> {
  const targets: Record<string, Target> = {};
  for (const [id, target] of Object.entries(raw.targets ?? {})) {
    const path: Path = ['targets', id];
    if (target === undefined || typeof target.of !== 'string') continue;
    const { of, at } = target;
    const headline = scope.headlines.find((candidate) => candidate.id === of);
    const metric = Object.hasOwn(metrics, of) ? metrics[of] : undefined;
    const record = seriesOf(of, scope);
    if (headline === undefined && metric === undefined && record === undefined) {
      const known = [
        ...scope.headlines.map((candidate) => candidate.id),
        ...Object.keys(metrics),
        ...scope.names.records.keys(),
      ];
      report.add([...path, 'of'], faults.unknownName(of, 'series, headline or metric', nearestName(of, known)));
      continue;
    }
    if (headline !== undefined && at !== undefined) report.add([...path, 'at'], faults.targetAtHeadline(of));
    if (headline === undefined && at === undefined) report.add(path, faults.targetAt(of), 'key');
    if (at !== undefined && (at < span.start || at > span.horizon))
      report.add([...path, 'at'], faults.targetWhen(at, span.start, span.horizon));
    const measure: Measure | undefined =
      record !== undefined
        ? { ...measureOf(record), least: undefined, most: undefined }
        : (headline ?? metric)?.unit === undefined
          ? undefined
          : { type: 'number', unit: (headline ?? metric)?.unit ?? '1', show: headline?.show };
    const end = (name: 'least' | 'most'): number | undefined => {
      const value = target[name];
      if (value === undefined) return undefined;
      if (measure !== undefined) return readNumber(value, measure, reading, [...path, name], report);
      if (typeof value === 'number') return value;
      report.add([...path, name], faults.targetUnit(of));
      return undefined;
    };
    const least = end('least');
    const most = end('most');
    if (target.least === undefined && target.most === undefined) report.add(path, faults.targetEmpty(), 'key');
    if (least !== undefined && most !== undefined && least > most) report.add(path, faults.targetOrder(), 'key');
    targets[id] = {
      of,
      ...(at === undefined ? {} : { at }),
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
    };
  }
  return targets;
}
