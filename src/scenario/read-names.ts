import { nearestName } from '../engine/nearest.ts';
import type { Path } from './document.ts';
import { measureOf, type Reading } from './measure.ts';
import { ELSEWHERE, hasGeneral, type LeverName, leverNames, parseLever, START_YEAR } from './names.ts';
import { type Fault, faults, isFault } from './problems.ts';
import { readQuantity } from './read-quantity.ts';
import type { Report } from './report.ts';
import type { RawScenario } from './schema.ts';
import type { Scope } from './series.ts';
import type { Quantity, Scenario } from './types.ts';

/** The lever of a name, or why there is none. */
export function findLever(name: string, { names, items }: Pick<Scope, 'names' | 'items'>): LeverName | Fault {
  const lever = parseLever(name, names, items);
  if (lever !== undefined) return lever;
  const record = names.records.get(name);
  if (record?.input !== undefined && record.id !== START_YEAR && !hasGeneral(record)) {
    const [set = ''] = record.over;
    const fixed = names.sets.get(set)?.items?.[0]?.id;
    const item = fixed ?? [...items].find(([id, kind]) => kind === set && id !== ELSEWHERE.id)?.[0] ?? 'ID';
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
    // A part with a fault of its own was taken out when the shape was looked at, and has been told.
    const [first, second] = entry ?? [];
    if (first === undefined || second === undefined) continue;
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
