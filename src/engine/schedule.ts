import type { Planned } from './expand.ts';
import type { Order } from './order.ts';
import type { Expression } from './types.ts';
import { freeSets, parts, references } from './walk.ts';

/** One value for the kernel to compute: of a record, of a stock's start or change, or a sum shared by several. */
export interface Task {
  /** The record's id; for shared sums "#0", "#1" ... */
  readonly id: string;
  readonly role: 'value' | 'initial' | 'net' | 'sum';
  /** Sets whose loops enclose it. For a shared sum the set it sums over. */
  readonly over: readonly string[];
  /** Shared sums inside are references to them. For a sum the summand. */
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
}

/**
 * Arranges all computation of a model into loops. Sums that depend on no index are computed once and shared, inside the loop that
 * computes what they sum over, where that is possible.
 */
export function makeSchedule(planned: readonly Planned[], order: Order): Schedule {
  const over = new Map(planned.map((one) => [one.id, one.over]));
  const sums = new SharedSums((id) => over.get(id) ?? []);
  const stocks = planned.filter((one) => one.kind === 'stock');

  const once: Task[] = [];
  const step: Task[] = [];
  for (const one of order.computed) {
    if (one.formula === undefined) continue;
    const tasks = order.when.get(one.id) === 'run' ? once : step;
    tasks.push({ id: one.id, role: 'value', over: one.over, expression: sums.extract(one.formula) });
  }
  for (const one of stocks) {
    if (one.initial === undefined) continue;
    once.push({ id: one.id, role: 'initial', over: one.over, expression: sums.extract(one.initial) });
  }
  const nets = stocks.flatMap((one): Task[] =>
    one.net === undefined ? [] : [{ id: one.id, role: 'net', over: one.over, expression: sums.extract(one.net) }],
  );
  for (const sum of sums.tasks) {
    const steady = [...references(sum.expression)].every((id) => isSteady(id, order, sums));
    (steady ? once : step).push(sum);
  }
  const gathers = new Map(planned.map((one) => [one.id, one.gathers ?? []]));
  return { once: fuse(once, gathers), step: fuse(step, gathers), advance: fuse(nets, gathers) };
}

function isSteady(id: string, order: Order, sums: SharedSums): boolean {
  const sum = sums.tasks.find((task) => task.id === id);
  if (sum !== undefined) return [...references(sum.expression)].every((used) => isSteady(used, order, sums));
  const when = order.when.get(id) ?? (id === 'time' ? 'time' : 'given');
  return when === 'given' || when === 'run';
}

/** Takes sums that no index enters out of expressions; equal ones are shared. */
class SharedSums {
  readonly tasks: Task[] = [];
  private readonly byText = new Map<string, string>();
  private readonly over: (id: string) => readonly string[];

  constructor(over: (id: string) => readonly string[]) {
    this.over = over;
  }

  extract(expression: Expression): Expression {
    switch (expression.kind) {
      case 'number':
      case 'reference':
        return expression;
      case 'unary':
        return { ...expression, of: this.extract(expression.of) };
      case 'binary':
        return { ...expression, left: this.extract(expression.left), right: this.extract(expression.right) };
      case 'call':
        return { ...expression, of: expression.of.map((one) => this.extract(one)) };
      case 'if':
        return {
          ...expression,
          test: this.extract(expression.test),
          yes: this.extract(expression.yes),
          no: this.extract(expression.no),
        };
      case 'sum':
        return this.sum(expression);
    }
  }

  private sum(expression: Expression & { kind: 'sum' }): Expression {
    const of = this.extract(expression.of);
    const own = { ...expression, of };
    if (freeSets(expression, this.over).size > 0) return own;
    const text = JSON.stringify(own);
    let id = this.byText.get(text);
    if (id === undefined) {
      id = `#${this.tasks.length}`;
      this.byText.set(text, id);
      this.tasks.push({ id, role: 'sum', over: [expression.set], expression: of });
    }
    return { kind: 'reference', id };
  }
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
