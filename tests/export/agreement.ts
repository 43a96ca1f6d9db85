import type { ModelMeta } from '../../src/engine/meta.ts';
import type { Run } from '../../src/engine/simulate.ts';
import type { SetItem } from '../../src/engine/types.ts';
import type { OtherRun } from './other-engine.ts';

/** Relative, at every point. */
const TOLERANCE = 1e-9;
/**
 * Near zero the measure is the series' own largest value: what two large numbers leave when one is taken from the other has only the
 * digits those numbers had. A residue of this share of the maximum is below every digit the product prints.
 */
const FLOOR = 1e-9;

export interface Agreement {
  readonly series: number;
  /** Values compared, each of them. */
  readonly points: number;
  /** Of these, equal to the last bit. */
  readonly equal: number;
  /** The largest relative difference. */
  readonly worst: number;
  /** What does not agree: missing series, values that are missing or not finite on either side, differences. */
  readonly faults: readonly string[];
}

/**
 * Holds every record of a run, every item and every step, against another engine's.
 * @param idOf  the other engine's id of a record's item.
 */
export function agreement(
  meta: ModelMeta,
  run: Run,
  itemsOf: Readonly<Record<string, readonly SetItem[]>>,
  theirs: OtherRun,
  idOf: (record: string, items: readonly string[]) => string,
): Agreement {
  const faults: string[] = [];
  let series = 0;
  let points = 0;
  let equal = 0;
  let worst = 0;
  for (const record of meta.records) {
    for (const place of places(record.over, itemsOf)) {
      series += 1;
      const ours = run.values(record.id, ...place.map(({ n }) => n));
      const id = idOf(
        record.id,
        place.map(({ item }) => item.id),
      );
      const other = theirs.get(id);
      if (other === undefined || other.length !== ours.length) {
        faults.push(`${id}: ${other?.length ?? 'no'} values, not ${ours.length}`);
        continue;
      }
      const floor = FLOOR * ours.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      for (const [k, value] of ours.entries()) {
        points += 1;
        const found = other[k];
        if (found === undefined || !Number.isFinite(found) || !Number.isFinite(value)) {
          faults.push(`${id} at ${k}: ${found} and ${value}`);
          continue;
        }
        if (found === value) {
          equal += 1;
          continue;
        }
        const difference = Math.abs(found - value) / Math.max(Math.abs(value), floor);
        worst = Math.max(worst, difference);
        if (!(difference <= TOLERANCE)) faults.push(`${id} at ${k}: ${found}, not ${value}`);
      }
    }
  }
  return { series, points, equal, worst, faults };
}

interface Place {
  readonly n: number;
  readonly item: SetItem;
}

function places(
  over: readonly string[],
  itemsOf: Readonly<Record<string, readonly SetItem[]>>,
): readonly (readonly Place[])[] {
  return over.reduce<readonly (readonly Place[])[]>(
    (heads, set) => heads.flatMap((head) => (itemsOf[set] ?? []).map((item, n) => [...head, { n, item }])),
    [[]],
  );
}

export function subscripted(record: string, items: readonly string[]): string {
  return items.length === 0 ? `_${record}` : `_${record}[${items.map((item) => `_${item}`).join(',')}]`;
}

export function joined(record: string, items: readonly string[]): string {
  return `_${[record, ...items].join('_')}`;
}
