import { type At, type Evaluator, evaluator, type Values } from './evaluate.ts';
import type { Planned } from './expand.ts';
import type { KernelPlan } from './kernel.ts';
import { strides } from './layout.ts';
import type { Kernel } from './meta.ts';
import type { Order } from './order.ts';

/**
 * A kernel without generated code: the same records, evaluated one by one in their order as closures. Slow, and independent of schedule
 * and generator: tests hold the two equal.
 */
export function closureKernel(plan: KernelPlan & { readonly order: Order }): Kernel {
  const { planned, sets, layout, order } = plan;
  const places = new Map(
    planned.map((one) => [
      one.id,
      { slot: layout.places.get(one.id)?.slot ?? 0, over: one.over, strides: strides(one.over, sets) },
    ]),
  );
  const indexOf = (id: string, at: At): number => {
    const place = places.get(id);
    if (place === undefined) throw new Error(`"${id}" is not known`);
    return place.over.reduce((index, set, n) => index + (at[set] ?? 0) * (place.strides[n] ?? 0), place.slot);
  };
  const ready = (one: Planned, part: 'formula' | 'net' | 'initial'): { one: Planned; value: Evaluator }[] => {
    const expression = one[part];
    return expression === undefined ? [] : [{ one, value: evaluator(expression) }];
  };
  const stocks = planned.filter((one) => one.kind === 'stock');
  const once = order.computed.filter((one) => order.when.get(one.id) === 'run').flatMap((one) => ready(one, 'formula'));
  const each = order.computed.filter((one) => order.when.get(one.id) !== 'run').flatMap((one) => ready(one, 'formula'));
  const initials = stocks.flatMap((one) => ready(one, 'initial'));
  const nets = stocks.flatMap((one) => ready(one, 'net'));

  return (frame, sizes, steps, step, keep, out) => {
    const sizeOf = new Map(sets.map((set, position) => [set.id, set.items?.length ?? sizes[position] ?? 0]));
    const size = (set: string): number => sizeOf.get(set) ?? 0;
    let time = 0;
    const values: Values = {
      size,
      value: (id, at) => {
        if (id === 'time') return time;
        if (id === 'time_step') return step;
        return frame[indexOf(id, at)] ?? Number.NaN;
      },
    };
    const fill = (target: Float64Array, parts: readonly { one: Planned; value: Evaluator }[]): void => {
      for (const { one, value } of parts) {
        for (const at of items(one.over, size)) target[indexOf(one.id, at)] = value(values, at);
      }
    };
    const change = new Float64Array(frame.length);
    fill(frame, once);
    fill(frame, initials);
    for (let k = 0; ; k += 1) {
      time = k * step;
      fill(frame, each);
      for (const [place, row] of keep.entries()) {
        if (row >= 0) out[row * (steps + 1) + k] = frame[place] ?? Number.NaN;
      }
      if (k === steps) return;
      fill(change, nets);
      for (const { one } of nets) {
        for (const at of items(one.over, size)) {
          const index = indexOf(one.id, at);
          frame[index] = (frame[index] ?? Number.NaN) + (change[index] ?? Number.NaN) * (step / 12);
        }
      }
    }
  };
}

/** Every combination of items of these sets; one empty combination for a single value. */
function items(over: readonly string[], size: (set: string) => number): At[] {
  let found: At[] = [{}];
  for (const set of over) {
    found = found.flatMap((at) => Array.from({ length: size(set) }, (_, item) => ({ ...at, [set]: item })));
  }
  return found;
}
