import type { Planned } from './expand.ts';
import { BUILT_IN, type ModelProblem } from './types.ts';
import { references } from './walk.ts';

/** When a value can change: given before the run, once a run, with time alone, or with the stocks. */
export type When = 'given' | 'run' | 'time' | 'step';

export interface Order {
  /** Computed records but stocks, each after everything it uses: those of a run first. */
  readonly computed: readonly Planned[];
  readonly when: ReadonlyMap<string, When>;
}

const RANK: readonly When[] = ['given', 'run', 'time', 'step'];

/**
 * Sorts what is computed by what it uses. A loop without a stock is reported once, as a path; then the order holds only
 * records outside of loops.
 */
export function orderRecords(planned: readonly Planned[]): {
  readonly order: Order;
  readonly problems: readonly ModelProblem[];
} {
  const byId = new Map(planned.map((one) => [one.id, one]));
  const when = new Map<string, When>();
  const sorted: Planned[] = [];
  const problems: ModelProblem[] = [];
  const path: string[] = [];
  const open = new Set<string>();

  const visit = (id: string): When => {
    const known = when.get(id);
    if (known !== undefined) return known;
    const one = byId.get(id);
    if (one === undefined) return id === 'time' ? 'time' : 'given';
    if (open.has(id)) {
      reportLoop(path.slice(path.indexOf(id)), problems, byId);
      return 'step';
    }
    if (one.kind === 'stock') return settle(one, 'step');
    if (one.formula === undefined && one.gathers === undefined) return settle(one, 'given');
    open.add(id);
    path.push(id);
    let latest: When = 'run';
    for (const used of one.gathers ?? (one.formula === undefined ? [] : references(one.formula))) {
      const then = visit(used);
      if (RANK.indexOf(then) > RANK.indexOf(latest)) latest = then;
    }
    path.pop();
    open.delete(id);
    sorted.push(one);
    return settle(one, latest);
  };
  const settle = (one: Planned, then: When): When => {
    when.set(one.id, then);
    return then;
  };

  for (const one of planned) visit(one.id);
  const once = sorted.filter((one) => when.get(one.id) === 'run');
  const later = sorted.filter((one) => when.get(one.id) !== 'run');
  problems.push(...unsteady(planned, when));
  return { order: { computed: [...once, ...later], when }, problems };
}

function reportLoop(loop: readonly string[], problems: ModelProblem[], byId: ReadonlyMap<string, Planned>): void {
  const path = loop.filter((id) => byId.get(id)?.stageOf === undefined);
  const delays = path.filter((id) => byId.get(id)?.kind === 'delay');
  const also =
    delays.length === 0
      ? ''
      : ` (the delay ${delays.join(', ')} does not break it: part of what flows in leaves in the same step)`;
  const [first] = path;
  if (first === undefined) return;
  problems.push({
    record: first,
    part: byId.get(first)?.kind === 'delay' ? 'input' : 'formula',
    message: `goes round in a loop without a stock: ${[...path, first].join(' -> ')}${also}`,
  });
}

/** What must be constant over a run and is not: initial values, and the times of delays. */
function unsteady(planned: readonly Planned[], when: ReadonlyMap<string, When>): ModelProblem[] {
  const problems: ModelProblem[] = [];
  for (const one of planned) {
    if (one.stageOf !== undefined) continue;
    for (const part of ['initial', 'time'] as const) {
      const expression = one.stated[part];
      if (expression === undefined) continue;
      for (const id of references(expression)) {
        const then = when.get(id) ?? (id in BUILT_IN ? (id === 'time' ? 'time' : 'given') : undefined);
        if (then !== 'time' && then !== 'step') continue;
        const name = part === 'initial' ? 'an initial value' : 'the time of a delay';
        problems.push({
          record: one.id,
          part,
          message: `uses ${id}, which changes during a run; ${name} may use only what is constant over a run`,
        });
      }
    }
  }
  return problems;
}
