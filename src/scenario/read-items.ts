import { nearestName } from '../engine/nearest.ts';
import { BUYS, FAB_SHARE } from './defaults.ts';
import type { Path } from './document.ts';
import { measureOf, type Reading } from './measure.ts';
import { FUNDER_FIELD, FUNDER_SET, type ItemSet, type Names, titleOf } from './names.ts';
import { faults } from './problems.ts';
import { readNumber, readQuantity } from './read-quantity.ts';
import type { Report } from './report.ts';
import type { RawScenario } from './schema.ts';
import type { Quantity, ScenarioItem } from './types.ts';

/** An item as one file states it, before it is laid over the item of the same id that it extends. */
export interface OwnItem {
  readonly id: string;
  readonly path: Path;
  readonly remove: boolean;
  readonly title: string | undefined;
  readonly rest: Pick<ScenarioItem, 'fields' | 'region' | 'funders' | 'claims'>;
}

/** Reads the commitments or the sites of a file. */
export function readItems(
  set: ItemSet,
  raw: Partial<RawScenario>,
  names: Names,
  reading: Reading,
  report: Report,
): OwnItem[] {
  const seen = new Set<string>();
  return (raw[set] ?? []).flatMap((item, index) => {
    const path: Path = [set, index];
    // A hole: its mistake has been reported with the shape.
    if (item === undefined) return [];
    if (seen.has(item.id)) report.add([...path, 'id'], faults.takenId(item.id, `another of the ${set}`));
    seen.add(item.id);
    const remove = item.remove === true;
    if (remove && Object.keys(item).length > 2) report.add([...path, 'remove'], faults.removeWithFields());
    return [{ id: item.id, path, remove, title: item.title, rest: readItem(set, item, path, names, reading, report) }];
  });
}

type RawItem = Partial<NonNullable<RawScenario['commitments']>[number]> & {
  readonly id: string;
  readonly region?: string | undefined;
};

function readItem(
  set: ItemSet,
  item: RawItem,
  path: Path,
  names: Names,
  reading: Reading,
  report: Report,
): OwnItem['rest'] {
  const fields: Record<string, Quantity> = {};
  for (const [field, record] of names.fields.get(set) ?? []) {
    const value = (item as Record<string, unknown>)[field];
    if (value === undefined) continue;
    const quantity = readQuantity(value, measureOf(record), reading, [...path, field], report);
    if (quantity !== undefined) fields[field] = quantity;
  }
  const fabShare = readBuys(item, path, reading, report);
  if (fabShare !== undefined) fields[FAB_SHARE] = { central: fabShare };
  const funders = readFunders(item, path, names, reading, report);
  const claims = item.claims?.filter((claim) => claim !== undefined);
  return {
    fields,
    ...(item.region === undefined ? {} : { region: item.region }),
    ...(funders === undefined ? {} : { funders }),
    ...(claims === undefined ? {} : { claims }),
  };
}

/** What the money buys, in words or in shares, is the share that goes to chip plants. */
function readBuys(item: RawItem, path: Path, reading: Reading, report: Report): number | undefined {
  const { buys, shares } = item;
  const ways = [buys, shares, (item as Record<string, unknown>)[FAB_SHARE]].filter((way) => way !== undefined).length;
  if (ways > 1) report.add([...path, shares === undefined ? 'buys' : 'shares'], faults.buysTwice());
  if (buys !== undefined) return BUYS[buys as keyof typeof BUYS];
  if (shares === undefined) return undefined;
  const measure = { unit: '1', show: '%', type: 'number', least: 0, most: 1, example: 0.9 } as const;
  const read = Object.entries(shares).map(([asset, value]) => ({
    asset,
    share: readNumber(value, measure, reading, [...path, 'shares', asset], report),
  }));
  if (read.some(({ share }) => share === undefined)) return undefined;
  const sum = read.reduce((total, { share = 0 }) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-9) report.add([...path, 'shares'], faults.assetShares(percent(sum)));
  return read.find(({ asset }) => BUYS[asset as keyof typeof BUYS] === 1)?.share ?? 0;
}

function readFunders(
  item: RawItem,
  path: Path,
  names: Names,
  reading: Reading,
  report: Report,
): Record<string, number> | undefined {
  if (item.funders === undefined) return undefined;
  const record = names.fields.get(FUNDER_SET)?.get(FUNDER_FIELD);
  if (record === undefined) {
    report.add([...path, 'funders'], faults.unknownField('funders', []), 'key');
    return undefined;
  }
  const funders: Record<string, number> = {};
  for (const [title, value] of Object.entries(item.funders)) {
    const amount = readNumber(value, measureOf(record), reading, [...path, 'funders', title], report);
    if (amount !== undefined) funders[title] = amount;
  }
  return funders;
}

/** Lays a file's items over those it extends: fields one by one, funders and claims as a whole, new items at the end. */
export function mergeItems(base: readonly ScenarioItem[], own: readonly OwnItem[], report: Report): ScenarioItem[] {
  const merged = new Map(base.map((item) => [item.id, item]));
  for (const { id, path, remove, title, rest } of own) {
    const before = merged.get(id);
    if (remove) {
      if (before === undefined) report.add([...path, 'id'], faults.removeUnknown(id, nearestName(id, merged.keys())));
      merged.delete(id);
      continue;
    }
    const fields = { ...before?.fields, ...rest.fields };
    merged.set(id, { id, title: title ?? before?.title ?? titleOf(id), ...kept(before), ...rest, fields });
  }
  return [...merged.values()];
}

function kept(before: ScenarioItem | undefined): Partial<ScenarioItem> {
  if (before === undefined) return {};
  const { id: _id, title: _title, ...others } = before;
  return others;
}

export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(6))} %`;
}
