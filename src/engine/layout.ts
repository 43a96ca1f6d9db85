import type { Planned } from './expand.ts';
import type { ModelMeta, RecordMeta } from './meta.ts';
import type { SetDefinition } from './types.ts';

/** Where a record's values stand in a frame. */
export interface Place {
  readonly slot: number;
  readonly size: number;
}

export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  readonly inputSize: number;
  readonly frameSize: number;
}

/** What decides a record's place. */
interface Placed {
  readonly id: string;
  readonly kind: string;
  readonly over: readonly string[];
}

/**
 * Places of records: inputs and constants first, then what is computed, each in the order given.
 * @returns the places by id, and how many those of inputs and constants and all together are.
 */
export function placesOf(
  records: readonly Placed[],
  sets: readonly Pick<SetDefinition, 'id' | 'most'>[],
): { readonly places: Map<string, Place>; readonly inputSize: number; readonly size: number } {
  const most = new Map(sets.map((set) => [set.id, set.most]));
  const places = new Map<string, Place>();
  let next = 0;
  const place = ({ id, over }: Placed): void => {
    const size = over.reduce((product, set) => product * (most.get(set) ?? 1), 1);
    places.set(id, { slot: next, size });
    next += size;
  };
  const given = ({ kind }: Placed): boolean => kind === 'input' || kind === 'constant';
  for (const one of records) if (given(one)) place(one);
  const inputSize = next;
  for (const one of records) if (!given(one)) place(one);
  return { places, inputSize, size: next };
}

/** A model as it is written down: its records' places follow from their order. */
export type Unplaced = Omit<ModelMeta, 'records'> & { readonly records: readonly Omit<RecordMeta, keyof Place>[] };

/** Puts back what follows from the order of the records. */
export function withPlaces(meta: Unplaced): ModelMeta {
  const { places } = placesOf(meta.records, meta.sets);
  return { ...meta, records: meta.records.map((record) => ({ ...record, ...places.get(record.id)! })) };
}

/**
 * Gives every record its places: inputs and constants first, then what is computed, each in the model's order. A record over
 * sets takes the product of their `most`; item i stands at slot + i, item (i, j) at slot + i × most(j) + j.
 * @param shared  parts of formulas that the kernel keeps during a run; they stand behind the records.
 */
export function layOut(
  planned: readonly Planned[],
  shared: readonly { readonly id: string; readonly over: readonly string[] }[],
  sets: readonly SetDefinition[],
): Layout {
  const own = planned.filter(({ itemOf }) => itemOf === undefined);
  const { places, inputSize, size } = placesOf([...own, ...shared.map((one) => ({ ...one, kind: 'shared' }))], sets);
  for (const one of planned) {
    if (one.itemOf === undefined) continue;
    places.set(one.id, { slot: (places.get(one.itemOf.id)?.slot ?? 0) + one.itemOf.place, size: 1 });
  }
  return { places, inputSize, frameSize: size };
}

/**
 * How far each set's index moves within a record: the last set by 1, the one before by the last's `most`.
 * The place of an item is slot + the sum of index × stride.
 */
export function strides(over: readonly string[], sets: readonly SetDefinition[]): number[] {
  const result: number[] = [];
  let stride = 1;
  for (let position = over.length - 1; position >= 0; position -= 1) {
    result[position] = stride;
    stride *= sets.find((set) => set.id === over[position])?.most ?? 1;
  }
  return result;
}
