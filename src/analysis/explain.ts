import { type At, evaluate } from '../engine/evaluate.ts';
import type { RecordMeta } from '../engine/meta.ts';
import { BUILT_IN, type Expression } from '../engine/types.ts';
import { parts, printExpression } from '../engine/walk.ts';
import { meta } from '../generated/meta.ts';
import type { Scenario } from '../scenario/types.ts';
import { momentOf, monthOfStep } from './dates.ts';
import { meaningOf } from './explain-code.ts';
import { explainHeadline } from './explain-headline.ts';
import { docsOf, originsOf, sourceOf } from './explain-leaf.ts';
import { formulaText, itemId, partOf, sumText } from './explain-text.ts';
import { type Projected, project, projected } from './project.ts';
import type { Row } from './rows.ts';
import type { Explanation, Projection } from './types.ts';

export interface ExplainOptions {
  /** "2029-12"; the horizon if absent. A month between two steps is taken at the step before it. */
  readonly at?: string;
  /** How many levels of formulas are opened; 1 if absent. What was opened before in the same explanation is not opened again. */
  readonly depth?: number;
}

/**
 * A number and what it was made from: formula, inputs with their values then, and so on down to sources. `recomputed` comes from
 * the printed inputs alone.
 * @param what  a projection, or a scenario, which is then run.
 * @param id    a series, an input ("grid_wait.abilene"), a metric or a headline.
 * @throws RangeError for an unknown id, with the nearest known one, or a month outside the run.
 */
export function explain(what: Projection | Scenario, id: string, { at, depth = 1 }: ExplainOptions = {}): Explanation {
  const inside = wholeRun(what);
  const { step } = momentOf(at ?? inside.scenario.horizon, inside.scenario);
  const walk = new Walk(inside);
  if (inside.isHeadline(id)) return explainHeadline(id, inside, (series, k) => walk.named(series, k, depth - 1));
  return walk.named(id, step, depth);
}

/** Explaining reads any row, so a projection that kept only some is run again. */
function wholeRun(what: Projection | Scenario): Projected {
  if (!('series' in what)) return project(what);
  const inside = projected(what);
  if (inside.complete) return inside;
  return project(inside.scenario, inside.choose === undefined ? {} : { choose: inside.choose });
}

type Description = Pick<
  Explanation,
  'id' | 'item' | 'title' | 'unit' | 'show' | 'says' | 'at' | 'value' | 'means' | 'history'
>;

/** What a formula reads, and how it is evaluated from that alone. */
interface Opened {
  readonly inputs: readonly { readonly key: string; readonly of: Explanation }[];
  readonly compute: (value: (key: string) => number) => number;
}

class Walk {
  private readonly inside: Projected;
  /** What has been opened in this explanation. */
  private readonly opened = new Set<string>();

  constructor(inside: Projected) {
    this.inside = inside;
  }

  /** Explains what a name stands for: one row, a sum over items, or a metric. */
  named(id: string, k: number, depth: number): Explanation {
    const name = this.inside.names.get(id);
    const [row] = name?.rows ?? [];
    if (name !== undefined && row !== undefined && (name.record.over.length === 0 || id !== name.record.id))
      return this.row(row, k, depth);
    const series = this.inside.series(id);
    const own = docsOf(id);
    const { title, unit, show } = series;
    const shown = show === undefined ? {} : { show };
    const value = series.values[k] ?? Number.NaN;
    const description: Description = {
      id,
      title,
      unit,
      ...shown,
      says: own?.says ?? 'A formula of the scenario.',
      at: this.month(k),
      value,
    };
    const key = `${id}@${k}`;
    if (name !== undefined) {
      return this.open(description, key, depth, sumText(name.record), () =>
        this.sumOf(name.rows, name.record, k, depth),
      );
    }
    const expression = this.inside.metrics.get(id)?.expression ?? { kind: 'number', value };
    return this.open(description, key, depth, printExpression(expression), () => this.metric(expression, k, depth));
  }

  /** Explains one row at one step. */
  private row({ record, items }: Row, k: number, depth: number): Explanation {
    const { id, title, unit, show } = record;
    const item = itemId(record, items, this.inside.inputs.items);
    const value = this.inside.valueOf({ record, items }, k);
    const means = meaningOf(record, value, this.inside.scenario.start);
    const description: Description = {
      id,
      ...(item === undefined ? {} : { item }),
      title,
      unit,
      ...(show === undefined ? {} : { show }),
      says: docsOf(id)?.says ?? '',
      at: this.month(k),
      value,
      ...(means === undefined ? {} : { means }),
      ...(record.kind === 'stock' && k > 0 && depth > 0 ? { history: this.history(record, items, k) } : {}),
    };
    if (record.input !== undefined || record.value !== undefined) {
      return { ...description, inputs: [], ...originsOf(record, items, this.inside) };
    }
    const formula = formulaText(record, item, k === 0);
    return this.open(description, this.key(record, items, k), depth, formula, () =>
      this.equation(record, items, k, depth),
    );
  }

  /** A computed value, with its formula opened if the depth allows and it has not been opened elsewhere in this explanation. */
  private open(about: Description, key: string, depth: number, formula: string, equation: () => Opened): Explanation {
    const description = {
      ...about,
      tag: 'computed' as const,
      ...sourceOf(docsOf(about.id)?.source ?? 'definition'),
      formula,
    };
    if (depth <= 0 || this.opened.has(key)) return { ...description, inputs: [], more: true };
    this.opened.add(key);
    const { inputs, compute } = equation();
    const values = new Map(inputs.map((input) => [input.key, input.of.value]));
    const recomputed = compute((name) => values.get(name) ?? Number.NaN);
    return { ...description, recomputed, inputs: inputs.map((input) => input.of) };
  }

  private equation(record: RecordMeta, items: readonly number[], k: number, depth: number): Opened {
    const parsed = docsOf(record.id)?.parsed ?? {};
    const at = this.atOf(record, items);
    if (record.kind === 'stock' && k > 0) return this.stock(record, items, k, depth);
    const part = record.kind === 'stock' ? 'initial' : partOf(record, itemId(record, items, this.inside.inputs.items));
    return this.expression(parsed[part], at, k, depth);
  }

  /** Previous value + net × step, the net from what was so at the previous step. */
  private stock(record: RecordMeta, items: readonly number[], k: number, depth: number): Opened {
    const net = docsOf(record.id)?.parsed.net;
    const before = this.row({ record, items }, k - 1, 0);
    const previous = this.key(record, items, k - 1);
    const opened = this.expression(net, this.atOf(record, items), k - 1, depth);
    const step = this.builtIn('time_step', k - 1);
    const rest = opened.inputs.filter(({ key }) => key !== previous && key !== 'time_step');
    return {
      inputs: [{ key: previous, of: before }, ...rest, { key: 'time_step', of: step }],
      compute: (value) => value(previous) + opened.compute(value) * (value('time_step') / 12),
    };
  }

  /** Year by year, since a stock's value hangs on every month before it. */
  private history(record: RecordMeta, items: readonly number[], k: number): NonNullable<Explanation['history']> {
    const amount = (step: number): number => this.inside.valueOf({ record, items }, step);
    const years = new Map<number, { change: number; most: string; greatest: number }>();
    for (let step = 1; step <= k; step += 1) {
      const change = amount(step) - amount(step - 1);
      // What is there at the start of a year was added in the year before.
      const year = Number(this.month(step - 1).slice(0, 4));
      const so = years.get(year) ?? { change: 0, most: '', greatest: -1 };
      const isMost = Math.abs(change) > so.greatest;
      years.set(year, {
        change: so.change + change,
        most: isMost ? this.month(step) : so.most,
        greatest: isMost ? Math.abs(change) : so.greatest,
      });
    }
    return {
      start: { at: this.month(0), value: amount(0) },
      years: [...years].map(([year, { change, most }]) => ({ year, change, most })),
    };
  }

  private sumOf(rows: readonly Row[], record: RecordMeta, k: number, depth: number): Opened {
    const inputs = rows.map((row) => ({ key: this.key(record, row.items, k), of: this.row(row, k, depth - 1) }));
    return {
      inputs,
      compute: (value) => inputs.reduce((total, { key }) => total + value(key), 0),
    };
  }

  private metric(expression: Expression, k: number, depth: number): Opened {
    const ids = new Set<string>();
    const visit = (part: Expression): void => {
      if (part.kind === 'reference') ids.add(part.id);
      for (const inner of parts(part)) visit(inner);
    };
    visit(expression);
    const inputs = [...ids].map((id) => ({
      key: id,
      of: id in BUILT_IN ? this.builtIn(id, k) : this.named(id, k, depth - 1),
    }));
    return {
      inputs,
      compute: (value) => evaluate(expression, { value: (id) => value(id), size: () => 0 }),
    };
  }

  /** Every value that an expression reads at these items; of a sum, every item's. */
  private expression(expression: Expression | undefined, at: At, k: number, depth: number): Opened {
    if (expression === undefined) throw new Error('a computed record has no formula');
    const inputs = new Map<string, Explanation>();
    const keyOf = (id: string, here: At): string => {
      const record = recordOf(id);
      return record === undefined ? id : this.key(record, itemsAt(record, here), k);
    };
    const visit = (part: Expression, here: At): void => {
      if (part.kind === 'sum') {
        for (let item = 0; item < this.size(part.set); item += 1) visit(part.of, { ...here, [part.set]: item });
        return;
      }
      if (part.kind === 'reference') {
        const key = keyOf(part.id, here);
        const record = recordOf(part.id);
        if (!inputs.has(key))
          inputs.set(
            key,
            record === undefined
              ? this.builtIn(part.id, k)
              : this.row({ record, items: itemsAt(record, here) }, k, depth - 1),
          );
      }
      for (const inner of parts(part)) visit(inner, here);
    };
    visit(expression, at);
    return {
      inputs: [...inputs].map(([key, of]) => ({ key, of })),
      compute: (value) =>
        evaluate(expression, { value: (id, here) => value(keyOf(id, here)), size: (set) => this.size(set) }, at),
    };
  }

  /** Time and the length of a step, which formulas use without a record. */
  private builtIn(id: string, k: number): Explanation {
    const { step } = this.inside.inputs;
    const isTime = id === 'time';
    return {
      id,
      title: isTime ? 'Months since the start' : 'Length of a step',
      unit: 'month',
      says: isTime
        ? 'The time of this value, counted from the start of the run.'
        : 'Months between one value and the next.',
      at: this.month(k),
      value: isTime ? k * step : step,
      tag: 'definition',
      inputs: [],
    };
  }

  private key(record: RecordMeta, items: readonly number[], k: number): string {
    return `${[record.id, ...items].join('.')}@${k}`;
  }

  private atOf(record: RecordMeta, items: readonly number[]): At {
    return Object.fromEntries(record.over.map((set, n) => [set, items[n] ?? 0]));
  }

  private size(set: string): number {
    return this.inside.inputs.items[set]?.length ?? 0;
  }

  private month(k: number): string {
    return monthOfStep(k, this.inside.scenario);
  }
}

const records = new Map(meta.records.map((record) => [record.id, record]));

function recordOf(id: string): RecordMeta | undefined {
  return records.get(id);
}

function itemsAt(record: RecordMeta, at: At): number[] {
  return record.over.map((set) => at[set] ?? 0);
}
