import type { Planned } from './expand.ts';
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
  const most = new Map(sets.map((set) => [set.id, set.most]));
  const places = new Map<string, Place>();
  let next = 0;
  const place = (one: { readonly id: string; readonly over: readonly string[] }): void => {
    const size = one.over.reduce((product, set) => product * (most.get(set) ?? 1), 1);
    places.set(one.id, { slot: next, size });
    next += size;
  };
  const given = (one: Planned): boolean => one.kind === 'input' || one.kind === 'constant';
  for (const one of planned) if (given(one)) place(one);
  const inputSize = next;
  for (const one of planned) if (!given(one) && one.itemOf === undefined) place(one);
  for (const one of shared) place(one);
  for (const one of planned) {
    if (one.itemOf === undefined) continue;
    places.set(one.id, { slot: (places.get(one.itemOf.id)?.slot ?? 0) + one.itemOf.place, size: 1 });
  }
  return { places, inputSize, frameSize: next };
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
