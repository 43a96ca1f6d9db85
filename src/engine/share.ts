import type { Planned } from './expand.ts';
import type { Order } from './order.ts';
import type { Task } from './schedule.ts';
import type { Expression, SetDefinition } from './types.ts';
import { freeSets, parts } from './walk.ts';

/**
 * Takes out of expressions what need not be computed where it stands: sums that no index enters, and, from what is computed at every
 * instant, whatever is constant over a run. Equal parts are shared. Each operation stays as it is, so that no bit changes.
 */
export class SharedParts {
  /** Computed once a run. */
  readonly once: Task[] = [];
  /** Computed at every instant. */
  readonly step: Task[] = [];
  private readonly byText = new Map<string, string>();
  private readonly overOf: ReadonlyMap<string, readonly string[]>;
  private readonly order: Order;
  private readonly sets: readonly SetDefinition[];

  constructor(planned: readonly Planned[], order: Order, sets: readonly SetDefinition[]) {
    this.overOf = new Map(planned.map((one) => [one.id, one.over]));
    this.order = order;
    this.sets = sets;
  }

  /** The expression with shared parts as references. @param when  how often the result is computed. */
  takeOut(expression: Expression, when: 'once' | 'step'): Expression {
    if (when === 'step' && isWorthHoisting(expression) && this.isSteady(expression)) return this.hoist(expression);
    const inner = (part: Expression): Expression => this.takeOut(part, when);
    switch (expression.kind) {
      case 'number':
      case 'reference':
        return expression;
      case 'unary':
        return { ...expression, of: inner(expression.of) };
      case 'binary':
        return { ...expression, left: inner(expression.left), right: inner(expression.right) };
      case 'call':
        return { ...expression, of: expression.of.map(inner) };
      case 'if':
        return { ...expression, test: inner(expression.test), yes: inner(expression.yes), no: inner(expression.no) };
      case 'sum':
        return this.sum(expression, when);
    }
  }

  private sum(expression: Expression & { kind: 'sum' }, when: 'once' | 'step'): Expression {
    const of = this.takeOut(expression.of, when);
    if (this.free(expression).size > 0) return { ...expression, of };
    return this.share(JSON.stringify({ ...expression, of }), '#', (id) => {
      this[when].push({ id, role: 'sum', over: [expression.set], expression: of });
    });
  }

  private hoist(expression: Expression): Expression {
    const of = this.takeOut(expression, 'once');
    if (of.kind === 'reference') return of;
    const free = this.free(expression);
    const over = this.sets.map((set) => set.id).filter((id) => free.has(id));
    return this.share(JSON.stringify(of), '%', (id) => {
      this.once.push({ id, role: 'value', over, expression: of });
    });
  }

  private share(text: string, sign: '#' | '%', make: (id: string) => void): Expression {
    let id = this.byText.get(text);
    if (id === undefined) {
      id = `${sign}${this.byText.size}`;
      this.byText.set(text, id);
      make(id);
    }
    return { kind: 'reference', id };
  }

  private free(expression: Expression): Set<string> {
    return freeSets(expression, (id) => this.overOf.get(id) ?? []);
  }

  private isSteady(expression: Expression): boolean {
    if (expression.kind === 'reference') {
      const when = this.order.when.get(expression.id) ?? (expression.id === 'time' ? 'time' : 'given');
      return when === 'given' || when === 'run';
    }
    return parts(expression).every((part) => this.isSteady(part));
  }
}

/** Single values are not; comparisons are cheaper than reading a stored one. */
function isWorthHoisting(expression: Expression): boolean {
  switch (expression.kind) {
    case 'number':
    case 'reference':
      return false;
    case 'unary':
      return expression.operator === '-';
    case 'binary':
      return !['<', '<=', '>', '>=', '==', '!=', 'and', 'or'].includes(expression.operator);
    default:
      return true;
  }
}
