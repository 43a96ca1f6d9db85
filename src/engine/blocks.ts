import type { Group, Task } from './schedule.ts';
import type { Expression } from './types.ts';
import { parts, references } from './walk.ts';

/** How much a task weighs in a function: the nodes of its expression, and its store. */
export function weightOf(task: Task): number {
  const count = (expression: Expression): number => parts(expression).reduce((sum, part) => sum + count(part), 1);
  return count(task.expression) + 2;
}

/**
 * Divides groups into blocks of at most `most` weight, in order; a group that is too heavy becomes several loops.
 * A task heavier than that stands in a block of its own.
 */
export function divide(groups: readonly Group[], most: number): Group[][] {
  const blocks: Group[][] = [];
  let block: Group[] = [];
  let weight = 0;
  const close = (): void => {
    if (block.length > 0) blocks.push(block);
    block = [];
    weight = 0;
  };
  for (const group of groups) {
    let tasks: Task[] = [];
    const put = (): void => {
      if (tasks.length > 0) block.push({ over: group.over, tasks });
      tasks = [];
    };
    for (const task of group.tasks) {
      const own = weightOf(task);
      if (weight > 0 && weight + own > most) {
        put();
        close();
      }
      tasks.push(task);
      weight += own;
    }
    put();
  }
  close();
  return blocks;
}

/**
 * Divides the changes of stocks into batches that may move one after the other: no change in one reads a stock of another.
 * A batch has single values and one set of loops, or is a family of stocks that read each other across loops.
 */
export function netBatches(groups: readonly Group[], most: number): Group[][] {
  const batches: Group[][] = [];
  const open = new Map<string, { tasks: Task[]; weight: number }>();
  for (const family of families(groups.flatMap((group) => group.tasks))) {
    const loops = new Set(family.map((task) => task.over.join()).filter((key) => key !== ''));
    if (loops.size > 1) {
      batches.push(byOver(family));
      continue;
    }
    const key = [...loops].join();
    const weight = family.reduce((sum, task) => sum + weightOf(task), 0);
    let batch = open.get(key);
    if (batch !== undefined && batch.weight + weight > most) {
      batches.push(byOver(batch.tasks));
      batch = undefined;
    }
    batch ??= { tasks: [], weight: 0 };
    batch.tasks.push(...family);
    batch.weight += weight;
    open.set(key, batch);
  }
  for (const { tasks } of open.values()) batches.push(byOver(tasks));
  return batches;
}

/** Stocks whose changes read each other, directly or through others of the family. */
function families(tasks: readonly Task[]): Task[][] {
  const stocks = new Set(tasks.map((task) => task.id));
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    const up = leader.get(id) ?? id;
    return up === id ? id : find(up);
  };
  for (const task of tasks) {
    for (const id of references(task.expression)) if (stocks.has(id)) leader.set(find(id), find(task.id));
  }
  const found = new Map<string, Task[]>();
  for (const task of tasks) found.set(find(task.id), [...(found.get(find(task.id)) ?? []), task]);
  return [...found.values()];
}

/** The tasks by the sets they run over, single values first. */
function byOver(tasks: readonly Task[]): Group[] {
  const groups = new Map<string, { over: readonly string[]; tasks: Task[] }>();
  for (const task of [...tasks].sort((a, b) => a.over.length - b.over.length)) {
    const key = task.over.join();
    const group = groups.get(key) ?? { over: task.over, tasks: [] };
    group.tasks.push(task);
    groups.set(key, group);
  }
  return [...groups.values()];
}
