import { type EmitContext, emit } from './emit.ts';
import type { Planned } from './expand.ts';
import { type Layout, strides } from './layout.ts';
import type { Group, Schedule, Task } from './schedule.ts';
import type { SetDefinition } from './types.ts';
import { parts, references } from './walk.ts';

export interface KernelPlan {
  readonly planned: readonly Planned[];
  readonly sets: readonly SetDefinition[];
  readonly layout: Layout;
  readonly schedule: Schedule;
}

/**
 * Writes the source text of a module that exports `kernel: Kernel`.
 * @param language  'ts' for the build; 'js' gives a function body that returns the kernel, for tests and benchmarks.
 */
export function kernelSource(plan: KernelPlan, language: 'ts' | 'js'): string {
  const lines = new Writer(plan, language === 'ts' ? '!' : '').body();
  const code = indent(lines).join('\n');
  if (language === 'js') return `return (f, sizes, steps, step, keep, out) => {\n${code}\n};\n`;
  return [
    '// Written by the build from the records in src/model. Changes here are lost.',
    "import type { Kernel } from '../engine/meta.ts';",
    '',
    `export const kernel: Kernel = (f, sizes, steps, step, keep, out) => {\n${code}\n};`,
    '',
  ].join('\n');
}

class Writer {
  private readonly plan: KernelPlan;
  /** "!" where TypeScript must be told that an index is inside. */
  private readonly sure: string;
  private readonly byId: ReadonlyMap<string, Planned>;
  private readonly over: ReadonlyMap<string, readonly string[]>;
  private locals = 0;

  constructor(plan: KernelPlan, sure: string) {
    this.plan = plan;
    this.sure = sure;
    this.byId = new Map(plan.planned.map((one) => [one.id, one]));
    this.over = new Map([...plan.planned, ...plan.schedule.shared].map((one) => [one.id, one.over]));
  }

  body(): string[] {
    const { schedule } = this.plan;
    const stocks = this.plan.planned.filter((one) => one.kind === 'stock' && one.over.length === 0);
    return [
      'const dt = step / 12;',
      ...this.sizes(),
      ...this.given(),
      ...schedule.once.flatMap((group) => this.group(group)),
      ...this.copyLists(),
      'for (let k = 0; k <= steps; k++) {',
      'const time = k * step;',
      ...stocks.map((one) => `f[${this.slot(one.id)}] = ${local(one.id)};`),
      ...schedule.step.flatMap((group) => this.group(group)),
      `for (let q = 0; q < kept; q++) out[rows[q]${this.sure} + k] = f[places[q]${this.sure}]${this.sure};`,
      'if (k === steps) break;',
      ...this.advance(),
      '}',
    ];
  }

  private sizes(): string[] {
    return this.plan.sets.map((set, position) =>
      set.items === undefined
        ? `const n_${set.id} = sizes[${position}]${this.sure};`
        : `const n_${set.id} = ${set.items.length};`,
    );
  }

  /** Single inputs and constants that some formula uses, as locals. */
  private given(): string[] {
    const used = new Set<string>();
    const { once, step, advance } = this.plan.schedule;
    for (const group of [...once, ...step, ...advance]) {
      for (const task of group.tasks) for (const id of references(task.expression)) used.add(id);
    }
    return this.plan.planned
      .filter((one) => (one.kind === 'input' || one.kind === 'constant') && one.over.length === 0 && used.has(one.id))
      .map((one) => `const ${local(one.id)} = f[${this.slot(one.id)}]${this.sure};`);
  }

  private copyLists(): string[] {
    return [
      'let kept = 0;',
      `for (let p = 0; p < keep.length; p++) if (keep[p]${this.sure} >= 0) kept++;`,
      'const places = new Int32Array(kept);',
      'const rows = new Int32Array(kept);',
      'for (let p = 0, q = 0; p < keep.length; p++) {',
      `const row = keep[p]${this.sure};`,
      'if (row < 0) continue;',
      'places[q] = p;',
      'rows[q++] = row * (steps + 1);',
      '}',
    ];
  }

  /** The loops of a group with its statements inside. */
  private group(group: Group): string[] {
    const inside = new Set<string>();
    const sums = group.tasks.filter((task) => task.role === 'sum');
    const statements: string[] = [];
    for (const task of group.tasks) {
      const before: string[] = [];
      const text = emit(task.expression, this.context(before, inside));
      statements.push(...before, this.statement(task, text));
      if (task.role === 'value') inside.add(task.id);
    }
    return [...sums.map((task) => `let ${local(task.id)} = 0;`), ...this.enclose(group.over, statements)];
  }

  private statement(task: Task, text: string): string {
    if (task.role === 'sum') return `${local(task.id)} += ${text};`;
    const place = `f[${this.index(task.id)}]`;
    if (task.role === 'initial') {
      return task.over.length === 0 ? `let ${local(task.id)} = ${text};` : `${place} = ${text};`;
    }
    return `const ${local(task.id)} = (${place} = ${text});`;
  }

  /** Changes of all stocks are known before the first of them moves. */
  private advance(): string[] {
    const groups = this.plan.schedule.advance;
    const stored = this.netsNeedStore(groups);
    const change: string[] = [];
    const move: string[] = [];
    for (const group of groups) {
      const nets: string[] = [];
      const moves: string[] = [];
      for (const task of group.tasks) {
        const before: string[] = [];
        const text = emit(task.expression, this.context(before, new Set()));
        const net = stored && group.over.length > 0 ? `net[${this.index(task.id)}]` : `net_${task.id}`;
        nets.push(...before, net.endsWith(']') ? `${net} = ${text};` : `const ${net} = ${text};`);
        const place = group.over.length === 0 ? local(task.id) : `f[${this.index(task.id)}]`;
        const now = group.over.length === 0 ? place : `${place}${this.sure}`;
        moves.push(`${place} = ${now} + ${net}${net.endsWith(']') ? this.sure : ''} * dt;`);
      }
      if (group.over.length === 0) {
        change.unshift(...nets);
        move.push(...moves);
      } else if (stored) {
        change.push(...this.enclose(group.over, nets));
        move.push(...this.enclose(group.over, moves));
      } else change.push(...this.enclose(group.over, [...nets, ...moves]));
    }
    return stored
      ? [`const net = new Float64Array(${this.plan.layout.frameSize});`, ...change, ...move]
      : [...change, ...move];
  }

  /** Whether some stock's change reads a stock of another loop, which may have moved already. */
  private netsNeedStore(groups: readonly Group[]): boolean {
    return groups.some((group) =>
      group.tasks.some((task) => {
        if (group.over.length === 0) return false;
        const visit = (part: Task['expression'], summed: readonly string[]): boolean => {
          if (part.kind === 'reference') {
            const used = this.byId.get(part.id);
            if (used?.kind !== 'stock' || used.over.length === 0) return false;
            return used.over.join() !== group.over.join() || used.over.some((set) => summed.includes(set));
          }
          return parts(part).some((inner) => visit(inner, part.kind === 'sum' ? [...summed, part.set] : summed));
        };
        return visit(task.expression, []);
      }),
    );
  }

  private context(before: string[], inside: ReadonlySet<string>): EmitContext {
    return {
      before,
      loop: (set) => this.loop(set),
      fresh: () => `t${this.locals++}`,
      read: (id) => {
        if (id === 'time') return 'time';
        if (id === 'time_step') return 'step';
        const over = this.over.get(id) ?? [];
        return over.length === 0 || inside.has(id) ? local(id) : `f[${this.index(id)}]${this.sure}`;
      },
    };
  }

  private enclose(over: readonly string[], statements: readonly string[]): string[] {
    return [...over.map((set) => `${this.loop(set)} {`), ...statements, ...over.map(() => '}')];
  }

  private loop(set: string): string {
    return `for (let i_${set} = 0; i_${set} < n_${set}; i_${set}++)`;
  }

  private slot(id: string): number {
    const place = this.plan.layout.places.get(id);
    if (place === undefined) throw new Error(`"${id}" has no place in the frame`);
    return place.slot;
  }

  /** The frame index of a record's value at the present indices. */
  private index(id: string): string {
    const over = this.over.get(id) ?? [];
    const steps = strides(over, this.plan.sets);
    const terms = over.map((set, position) => (steps[position] === 1 ? `i_${set}` : `i_${set} * ${steps[position]}`));
    return [String(this.slot(id)), ...terms].join(' + ');
  }
}

/** A record's name in the kernel; the sign keeps it apart from the language's words and the kernel's own. */
function local(id: string): string {
  if (id.startsWith('#')) return `$sum${id.slice(1)}`;
  if (id.startsWith('%')) return `$part${id.slice(1)}`;
  return `$${id.replace('.', '__')}`;
}

function indent(lines: readonly string[]): string[] {
  let depth = 1;
  return lines.map((line) => {
    if (line.startsWith('}')) depth -= 1;
    const text = '  '.repeat(depth) + line;
    if (line.endsWith('{')) depth += 1;
    return text;
  });
}
