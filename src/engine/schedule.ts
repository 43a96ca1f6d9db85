import type { Planned } from './expand.ts';
import type { Order } from './order.ts';
import { SharedParts } from './share.ts';
import type { Expression, SetDefinition } from './types.ts';
import { parts } from './walk.ts';

/** One value for the kernel to compute: of a record, of a stock's start or change, or a sum shared by several. */
export interface Task {
  /** The record's id; for shared sums "#0", "#1" ..., for other shared parts "%0", "%1" ... */
  readonly id: string;
  readonly role: 'value' | 'initial' | 'net' | 'sum';
  /** Sets whose loops enclose it. For a shared sum the set it sums over. */
  readonly over: readonly string[];
  /** Shared parts inside are references to them. For a sum the summand. */
  readonly expression: Expression;
}

/** Neighbouring tasks over the same sets: one loop (or none, for single values). */
export interface Group {
  readonly over: readonly string[];
  readonly tasks: readonly Task[];
}

export interface Schedule {
  /** Once a run. */
  readonly once: readonly Group[];
  /** At every instant. */
  readonly step: readonly Group[];
  /** Changes of stocks, from what `step` computed. */
  readonly advance: readonly Group[];
  /** Shared sums and parts with the sets their values run over: they need places beside the records. */
  readonly shared: readonly { readonly id: string; readonly over: readonly string[] }[];
}

/**
 * Arranges all computation of a model into loops. What need not be computed where it stands is taken out first (see `share.ts`).
 */
export function makeSchedule(planned: readonly Planned[], order: Order, sets: readonly SetDefinition[]): Schedule {
  const shared = new SharedParts(planned, order, sets);
  const stocks = planned.filter((one) => one.kind === 'stock');
  const once: Task[] = [];
  const step: Task[] = [];
  const nets: Task[] = [];
  for (const one of order.computed) {
    if (one.formula === undefined) continue;
    const when = order.when.get(one.id) === 'run' ? 'once' : 'step';
    const tasks = when === 'once' ? once : step;
    tasks.push({ id: one.id, role: 'value', over: one.over, expression: shared.takeOut(one.formula, when) });
  }
  for (const { id, over, initial, net } of stocks) {
    if (initial !== undefined) once.push({ id, role: 'initial', over, expression: shared.takeOut(initial, 'once') });
    if (net !== undefined) nets.push({ id, role: 'net', over, expression: shared.takeOut(net, 'step') });
  }
  const gathers = new Map(planned.map((one) => [one.id, one.gathers ?? []]));
  return {
    once: fuse([...once, ...shared.once], gathers),
    step: fuse([...step, ...shared.step], gathers),
    advance: fuse(nets, gathers),
    shared: [...shared.once, ...shared.step].map(({ id, role, over }) => ({ id, over: role === 'sum' ? [] : over })),
  };
}

interface Need {
  readonly task: Task;
  /** True when the whole record must be there, not only the value at the same index. */
  readonly whole: boolean;
}

/** Puts tasks in an order in which each finds what it needs, with as few and as long loops as a greedy choice gives. */
function fuse(tasks: readonly Task[], gathers: ReadonlyMap<string, readonly string[]>): Group[] {
  const values = new Map<string, Task>();
  for (const task of tasks) if (task.role === 'value' || task.role === 'sum') values.set(task.id, task);
  const needs = new Map(tasks.map((task) => [task, needsOf(task, values, gathers)]));
  const waiting = new Set(tasks);
  const groups: Group[] = [];
  while (waiting.size > 0) {
    const candidates = new Map<string, Task[]>();
    for (const task of waiting) {
      const key = task.over.join();
      if (!candidates.has(key)) candidates.set(key, collect(key, waiting, needs));
    }
    const single = candidates.get('') ?? [];
    const longest = [...candidates.values()].reduce((best, one) => (one.length > best.length ? one : best), []);
    const chosen = single.length > 0 ? single : longest;
    const [first] = chosen;
    if (first === undefined) throw new Error('the schedule has a loop, which the order should have refused');
    for (const task of chosen) waiting.delete(task);
    groups.push({ over: first.over, tasks: chosen });
  }
  return groups;
}

/** The tasks with these sets that can be computed now, in one loop. */
function collect(key: string, waiting: ReadonlySet<Task>, needs: ReadonlyMap<Task, readonly Need[]>): Task[] {
  const chosen = new Set<Task>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const task of waiting) {
      if (chosen.has(task) || task.over.join() !== key) continue;
      const ready = (needs.get(task) ?? []).every(
        (need) => !waiting.has(need.task) || (!need.whole && chosen.has(need.task)),
      );
      if (!ready) continue;
      chosen.add(task);
      grew = true;
    }
  }
  return [...chosen];
}

/** What of the same phase a task needs. A stock's value is there from the start of a step; its initial value is a task. */
function needsOf(
  task: Task,
  values: ReadonlyMap<string, Task>,
  gathers: ReadonlyMap<string, readonly string[]>,
): Need[] {
  const needs: Need[] = [];
  const visit = (part: Expression, summed: readonly string[]): void => {
    if (part.kind === 'reference') {
      for (const id of [part.id, ...(gathers.get(part.id) ?? [])]) {
        const used = values.get(id);
        if (used === undefined || used === task) continue;
        needs.push({ task: used, whole: used.role === 'sum' || used.over.some((set) => summed.includes(set)) });
      }
    }
    for (const inner of parts(part)) visit(inner, part.kind === 'sum' ? [...summed, part.set] : summed);
  };
  visit(task.expression, []);
  return needs;
}
