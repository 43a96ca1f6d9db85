import { divide, netBatches, weightOf } from './blocks.ts';
import type { Planned } from './expand.ts';
import type { Layout } from './layout.ts';
import type { Group, Schedule } from './schedule.ts';
import { readBy, Scope } from './scope.ts';
import type { SetDefinition } from './types.ts';

export interface KernelPlan {
  readonly planned: readonly Planned[];
  readonly sets: readonly SetDefinition[];
  readonly layout: Layout;
  readonly schedule: Schedule;
}

/** Weights (see `weightOf`) above which a run's loop is divided, and of the parts it is divided into. */
export interface KernelLimits {
  readonly whole: number;
  readonly part: number;
}

/** Measured on a model of 480 records: parts of this weight run 5 to 10 % slower than one whole, but are compiled in a fifth of the time. */
const LIMITS: KernelLimits = { whole: 2000, part: 800 };

/**
 * Writes the source text of a module that exports `kernel: Kernel`. A small model becomes one loop; a large one is divided into
 * functions that share the frame, since V8 compiles large functions slowly and from about 60 kB of bytecode not at all.
 * @param language  'ts' for the build; 'js' gives a function body that returns the kernel, for tests and benchmarks.
 */
export function kernelSource(plan: KernelPlan, language: 'ts' | 'js', limits: KernelLimits = LIMITS): string {
  return new Writer(plan, language, limits).text();
}

class Writer {
  private readonly plan: KernelPlan;
  private readonly typed: boolean;
  private readonly limits: KernelLimits;
  private readonly functions: string[] = [];

  constructor(plan: KernelPlan, language: 'ts' | 'js', limits: KernelLimits) {
    this.plan = plan;
    this.typed = language === 'ts';
    this.limits = limits;
  }

  text(): string {
    const { once, step, advance } = this.plan.schedule;
    const first = this.parts('once', once);
    const weight = [...step, ...advance].flatMap((group) => group.tasks).reduce((sum, task) => sum + weightOf(task), 0);
    const { head, body } = weight <= this.limits.whole ? this.whole() : this.divided();
    const lines = [
      ...first,
      ...(uses(body, 'dt') ? ['const dt = step / 12;'] : []),
      ...head,
      ...KEPT.map((line) => this.sure(line)),
      'for (let k = 0; k <= steps; k++) {',
      ...(uses(body, 'time') ? ['const time = k * step;'] : []),
      ...body,
      '}',
    ];
    const scratch = [...body, ...this.functions].some((line) => line.trim().startsWith('net['))
      ? [`const net = new Float64Array(${this.plan.layout.frameSize});`, '']
      : [];
    const signature = '(f, sizes, steps, step, keep, out) => {';
    const code = [...indent(lines), '};', ''];
    if (!this.typed) return [...scratch, ...this.functions, `return ${signature}`, ...code].join('\n');
    return [
      '// Written by the build from the records in src/model. Changes here are lost.',
      "import type { Kernel } from '../engine/meta.ts';",
      '',
      ...scratch,
      ...this.functions,
      `export const kernel: Kernel = ${signature}`,
      ...code,
    ].join('\n');
  }

  /** The loop's inside as one piece: single values and stocks are locals. */
  private whole(): { head: string[]; body: string[] } {
    const { step, advance } = this.plan.schedule;
    const scope = this.scope([...step, ...advance]);
    const stocks = this.plan.planned
      .filter((one) => one.kind === 'stock' && one.over.length === 0)
      .map((one) => one.id);
    const stores = stocks.map((id) => `f[${scope.index(id)}] = ${scope.load(id)};`);
    const steps = step.flatMap((group) => scope.group(group, () => false));
    const moves = netBatches(advance, this.limits.whole).flatMap((batch) => scope.advance(batch, 'local'));
    const moving = new Set(stocks);
    return {
      head: scope.head((id) => (moving.has(id) ? 'let' : 'const')),
      body: [...stores, ...steps, ...RECORD.map((line) => this.sure(line)), ...moves],
    };
  }

  /** The loop's inside as calls of functions: every value that one of them leaves to another is in the frame. */
  private divided(): { head: string[]; body: string[] } {
    const { step, advance } = this.plan.schedule;
    const steps = this.parts('step', step);
    const moves = netBatches(advance, this.limits.part).map((batch, n) => {
      const scope = this.scope(batch);
      const lines = scope.advance(batch, 'place');
      return this.define(`advance_${n + 1}`, ['const dt = step / 12;', ...scope.head(), ...lines]);
    });
    return { head: [], body: [...steps, ...RECORD.map((line) => this.sure(line)), ...moves] };
  }

  /** Writes functions for groups, and returns the calls. */
  private parts(name: string, groups: readonly Group[]): string[] {
    const { once, step, advance } = this.plan.schedule;
    const every = [...once, ...step, ...advance];
    return divide(groups, this.limits.part).map((block, n) => {
      const inside = new Set(block.flatMap((group) => group.tasks));
      const elsewhere = readBy(
        every.map((group) => ({ ...group, tasks: group.tasks.filter((task) => !inside.has(task)) })),
      );
      const scope = this.scope(block);
      const lines = block.flatMap((group) => scope.group(group, (id) => elsewhere.has(id)));
      return this.define(`${name}_${n + 1}`, [...scope.head(), ...lines]);
    });
  }

  private define(name: string, lines: readonly string[]): string {
    const signature = this.typed
      ? '(f: Float64Array, sizes: Int32Array, time: number, step: number): void'
      : '(f, sizes, time, step)';
    this.functions.push(`function ${name}${signature} {`, ...indent(lines), '}', '');
    return `${name}(f, sizes, ${name.startsWith('once') ? '0' : 'time'}, step);`;
  }

  private sure(line: string): string {
    return this.typed ? line : line.replaceAll(']!', ']');
  }

  private scope(groups: readonly Group[]): Scope {
    return new Scope(this.plan, groups, this.typed ? '!' : '');
  }
}

/** Places to keep, and where their series start. An index is followed by ! where TypeScript must be told that it is inside. */
const KEPT = [
  'let kept = 0;',
  'for (let p = 0; p < keep.length; p++) if (keep[p]! >= 0) kept++;',
  'const places = new Int32Array(kept);',
  'const starts = new Int32Array(kept);',
  'for (let p = 0, q = 0; p < keep.length; p++) {',
  'if (keep[p]! < 0) continue;',
  'places[q] = p;',
  'starts[q++] = keep[p]! * (steps + 1);',
  '}',
];

/**
 * Copies kept values out. For tens of series this is cheap beside a step; gathering blocks of instants first was measured and is no
 * faster, also not for thousands.
 */
const RECORD = ['for (let q = 0; q < kept; q++) out[starts[q]! + k] = f[places[q]!]!;', 'if (k === steps) break;'];

function uses(lines: readonly string[], name: string): boolean {
  return lines.some((line) => new RegExp(`\\b${name}\\b`).test(line));
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
