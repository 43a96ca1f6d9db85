import type { Kernel, ModelMeta, RecordMeta } from './meta.ts';

export interface RunRequest {
  /** `frameSize` places with inputs and constants filled. It is working memory: the run overwrites the rest. */
  readonly frame: Float64Array;
  /** Items of each set in this run, in the order of the model's sets. */
  readonly sizes: Int32Array;
  readonly steps: number;
  /** Months per step. */
  readonly step: number;
  /** Ids of the records to keep. */
  readonly keep: 'all' | readonly string[];
}

/** What one run gives. */
export interface Run {
  readonly steps: number;
  readonly step: number;
  /** Ids of the kept records, in the model's order. */
  readonly ids: readonly string[];
  /**
   * The series of a record, in its unit: steps + 1 values, the first at the start. A view, not a copy.
   * @param items  an index for each set the record runs over.
   * @throws RangeError for an id that was not kept or an item that is not there.
   */
  values(id: string, ...items: number[]): Float64Array;
}

/** Runs a kernel and keeps series. @throws RangeError for an id that is not in the model. */
export function runKernel(kernel: Kernel, meta: ModelMeta, request: RunRequest): Run {
  const { frame, sizes, steps, step } = request;
  const kept = chooseRecords(meta, request.keep);
  const sizeOf = new Map(meta.sets.map((set, position) => [set.id, sizes[position] ?? 0]));
  const keep = new Int32Array(meta.frameSize).fill(-1);
  let rows = 0;
  for (const record of kept) {
    for (const offset of offsets(record, meta, sizeOf)) {
      keep[record.slot + offset] = rows;
      rows += 1;
    }
  }
  const out = new Float64Array(rows * (steps + 1));
  kernel(frame, sizes, steps, step, keep, out);
  const byId = new Map(kept.map((record) => [record.id, record]));
  return {
    steps,
    step,
    ids: kept.map((record) => record.id),
    values(id, ...items) {
      const record = byId.get(id);
      if (record === undefined) throw new RangeError(`the series "${id}" was not kept`);
      const row = keep[record.slot + offsetOf(record, meta, sizeOf, items)] ?? -1;
      return out.subarray(row * (steps + 1), (row + 1) * (steps + 1));
    },
  };
}

/**
 * A frame with constants and every input's central value, at all items.
 * @returns `frameSize` places.
 */
export function defaultFrame(meta: ModelMeta): Float64Array {
  const frame = new Float64Array(meta.frameSize);
  for (const record of meta.records) {
    if (record.value !== undefined) frame.fill(record.value, record.slot, record.slot + record.size);
    if (record.input === undefined) continue;
    const { ranges } = record.input;
    for (let place = 0; place < record.size; place += 1) {
      frame[record.slot + place] = (ranges[place] ?? ranges[0])?.central ?? 0;
    }
  }
  return frame;
}

function chooseRecords(meta: ModelMeta, keep: 'all' | readonly string[]): readonly RecordMeta[] {
  if (keep === 'all') return meta.records;
  const wanted = new Set(keep);
  const chosen = meta.records.filter((record) => wanted.delete(record.id));
  for (const id of wanted) throw new RangeError(`"${id}" is not in the model`);
  return chosen;
}

/** Places of a record's present items, counted from its slot. */
function offsets(record: RecordMeta, meta: ModelMeta, sizeOf: ReadonlyMap<string, number>): number[] {
  let found = [0];
  for (const id of record.over) {
    const most = meta.sets.find((set) => set.id === id)?.most ?? 1;
    const size = sizeOf.get(id) ?? 0;
    found = found.flatMap((offset) => Array.from({ length: size }, (_, item) => offset * most + item));
  }
  return found;
}

function offsetOf(
  record: RecordMeta,
  meta: ModelMeta,
  sizeOf: ReadonlyMap<string, number>,
  items: readonly number[],
): number {
  if (items.length !== record.over.length) {
    throw new RangeError(`"${record.id}" runs over ${record.over.length} sets, but ${items.length} items were given`);
  }
  return record.over.reduce((offset, id, position) => {
    const item = items[position] ?? -1;
    const size = sizeOf.get(id) ?? 0;
    if (!Number.isInteger(item) || item < 0 || item >= size) {
      throw new RangeError(`"${record.id}" has no item ${item} in ${id}, which has ${size}`);
    }
    return offset * (meta.sets.find((set) => set.id === id)?.most ?? 1) + item;
  }, 0);
}
