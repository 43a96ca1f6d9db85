import { emit } from './emit.ts';
import type { KernelPlan } from './kernel.ts';
import { strides } from './layout.ts';
import type { Group, Task } from './schedule.ts';
import type { Expression } from './types.ts';
import { parts, references } from './walk.ts';

/**
 * The inside of one generated function. Single values that it computes, or reads from the frame at its start, are locals;
 * indexed values stand in the frame `f`, and become locals of a loop where it computes them or reads them twice.
 */
export class Scope {
  private readonly plan: KernelPlan;
  /** "!" where TypeScript must be told that an index is inside. */
  private readonly sure: string;
  private readonly over: ReadonlyMap<string, readonly string[]>;
  private readonly reads: ReadonlySet<string>;
  /** Single values computed here. */
  private readonly computed = new Set<string>();
  /** Single values read here and computed elsewhere. */
  private readonly loaded = new Set<string>();
  private readonly sized = new Set<string>();
  private names = 0;

  /** @param groups  all that will be written into it. */
  constructor(plan: KernelPlan, groups: readonly Group[], sure: string) {
    this.plan = plan;
    this.reads = readBy(groups);
    this.sure = sure;
    this.over = new Map([...plan.planned, ...plan.schedule.shared].map((one) => [one.id, one.over]));
  }

  /** Loads for the start of the function, once all its statements are written. @param declare  "let" for ids that move here. */
  head(declare: (id: string) => 'const' | 'let' = () => 'const'): string[] {
    const sizes = this.plan.sets.flatMap((set, position) => {
      if (!this.sized.has(set.id)) return [];
      const size = set.items === undefined ? `sizes[${position}]${this.sure}` : String(set.items.length);
      return [`const n_${set.id} = ${size};`];
    });
    const loads = [...this.loaded].map((id) => `${declare(id)} ${local(id)} = f[${this.index(id)}]${this.sure};`);
    return [...sizes, ...loads];
  }

  /** Marks a single value as a local that some other line declares or loads. */
  load(id: string): string {
    this.loaded.add(id);
    return local(id);
  }

  /** Statements of a group inside its loops. @param stored  whether a shared sum is read by other functions. */
  group(group: Group, stored: (id: string) => boolean): string[] {
    const sums = group.tasks.filter((task) => task.role === 'sum').map((task) => task.id);
    const inside = this.readTwice(group);
    const own = readBy([group]);
    const lines = [...inside].map((id) => `const ${local(id)} = f[${this.index(id)}]${this.sure};`);
    for (const task of group.tasks) {
      lines.push(...this.statement(task, inside, group.over.length === 0 ? this.reads : own));
      if (task.role === 'value' && group.over.length > 0) inside.add(task.id);
      if (group.over.length === 0) this.computed.add(task.id);
    }
    for (const id of sums) this.computed.add(id);
    return [
      ...sums.map((id) => `let ${local(id)} = 0;`),
      ...this.enclose(group.over, lines),
      ...sums.filter(stored).map((id) => `f[${this.index(id)}] = ${local(id)};`),
    ];
  }

  private statement(task: Task, inside: ReadonlySet<string>, read: ReadonlySet<string>): string[] {
    const before: string[] = [];
    const text = this.write(task.expression, before, inside);
    if (task.role === 'sum') return [...before, `${local(task.id)} += ${text};`];
    const place = `f[${this.index(task.id)}]`;
    if (task.role === 'initial' || !read.has(task.id)) return [...before, `${place} = ${text};`];
    return [...before, `const ${local(task.id)} = (${place} = ${text});`];
  }

  /**
   * Changes of stocks, and their moves: within one call every change is known before the first stock moves.
   * @param single  how a single stock is read and written: its local, or its place.
   */
  advance(groups: readonly Group[], single: 'local' | 'place'): string[] {
    const indexed = groups.filter((group) => group.over.length > 0);
    const lines: string[] = [];
    const last: string[] = [];
    for (const group of groups) {
      const inside = this.readTwice(group);
      const loads = [...inside].map((id) => `const ${local(id)} = f[${this.index(id)}]${this.sure};`);
      const nets: string[] = [];
      const moves: string[] = [];
      for (const task of group.tasks) {
        const before: string[] = [];
        const text = this.write(task.expression, before, inside);
        const kept = group.over.length > 0 && indexed.length > 1;
        const net = kept ? `net[${this.index(task.id)}]` : `net_${task.id}`;
        nets.push(...before, kept ? `${net} = ${text};` : `const ${net} = ${text};`);
        const now = this.write({ kind: 'reference', id: task.id }, [], kept ? new Set() : inside);
        const place = group.over.length === 0 && single === 'local' ? local(task.id) : `f[${this.index(task.id)}]`;
        moves.push(`${place} = ${now} + ${net}${kept ? this.sure : ''} * dt;`);
      }
      if (group.over.length === 0) {
        lines.push(...nets);
        last.push(...moves);
      } else if (indexed.length === 1) {
        lines.push(...this.enclose(group.over, [...loads, ...nets, ...moves]));
      } else {
        lines.push(...this.enclose(group.over, [...loads, ...nets]));
        last.push(...this.enclose(group.over, moves));
      }
    }
    return [...lines, ...last];
  }

  /** The place of a value in the frame at the present indices. */
  index(id: string): string {
    const slot = this.plan.layout.places.get(id)?.slot;
    if (slot === undefined) throw new Error(`"${id}" has no place in the frame`);
    const over = this.over.get(id) ?? [];
    const steps = strides(over, this.plan.sets);
    const terms = over.map((set, position) => (steps[position] === 1 ? `i_${set}` : `i_${set} * ${steps[position]}`));
    return [String(slot), ...terms].join(' + ');
  }

  private write(expression: Expression, before: string[], inside: ReadonlySet<string>): string {
    return emit(expression, {
      before,
      loop: (set) => this.loop(set),
      fresh: () => `t${this.names++}`,
      read: (id, summed) => {
        if (id === 'time') return 'time';
        if (id === 'time_step') return 'step';
        const over = this.over.get(id) ?? [];
        if (over.length > 0) {
          const same = inside.has(id) && !over.some((set) => summed.includes(set));
          return same ? local(id) : `f[${this.index(id)}]${this.sure}`;
        }
        if (!this.computed.has(id)) this.loaded.add(id);
        return local(id);
      },
    });
  }

  /** Indexed values that a loop reads at least twice at its own index, and does not compute. */
  private readTwice(group: Group): Set<string> {
    const count = new Map<string, number>();
    const visit = (part: Expression, summed: readonly string[]): void => {
      if (part.kind === 'reference') {
        const over = this.over.get(part.id) ?? [];
        const own = over.length > 0 && over.every((set) => group.over.includes(set) && !summed.includes(set));
        if (own) count.set(part.id, (count.get(part.id) ?? 0) + 1);
      }
      for (const inner of parts(part)) visit(inner, part.kind === 'sum' ? [...summed, part.set] : summed);
    };
    for (const task of group.tasks) {
      visit(task.expression, []);
      if (task.role === 'net') visit({ kind: 'reference', id: task.id }, []);
    }
    const made = new Set(group.tasks.filter((task) => task.role === 'value').map((task) => task.id));
    return new Set([...count].filter(([id, times]) => times > 1 && !made.has(id)).map(([id]) => id));
  }

  private enclose(over: readonly string[], statements: readonly string[]): string[] {
    return [...over.map((set) => `${this.loop(set)} {`), ...statements, ...over.map(() => '}')];
  }

  private loop(set: string): string {
    this.sized.add(set);
    return `for (let i_${set} = 0; i_${set} < n_${set}; i_${set}++)`;
  }
}

/** Every id that these groups read. */
export function readBy(groups: readonly Group[]): Set<string> {
  return new Set(groups.flatMap((group) => group.tasks.flatMap((task) => [...references(task.expression)])));
}

/** A record's name in the kernel; the sign keeps it apart from the language's words and the kernel's own. */
export function local(id: string): string {
  if (id.startsWith('#')) return `$sum${id.slice(1)}`;
  if (id.startsWith('%')) return `$part${id.slice(1)}`;
  return `$${id.replace('.', '__')}`;
}
