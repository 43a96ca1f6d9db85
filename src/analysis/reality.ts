import { evaluate } from '../engine/evaluate.ts';
import { references } from '../engine/walk.ts';
import { meta } from '../generated/meta.ts';
import { reality } from '../generated/reality.ts';
import { scenarios } from '../generated/scenarios.ts';
import { headlines } from '../model/headlines.ts';
import { type Lever, levers } from '../scenario/levers.ts';
import type { RealityFigure, RealityQuestion } from '../scenario/seeds-types.ts';
import type { Scenario } from '../scenario/types.ts';
import { project } from './project.ts';

/** A published figure with the model's own beside it. */
export interface RealityRow {
  readonly figure: RealityFigure;
  /** In the published unit. Absent where the model is not asked. */
  readonly model?: { readonly low: number; readonly central: number; readonly high: number };
  /**
   * "inside": the model's central figure lies within the published ends (to one per cent). "overlaps": the model's range and the published
   * one have something in common. "miss": they have nothing. "silent": the model is not asked.
   */
  readonly verdict: 'inside' | 'overlaps' | 'miss' | 'silent';
  /** A miss without a word on why: something is wrong, with the model or with the figure. */
  readonly unexplained: boolean;
}

/** A published figure has two or three digits. */
const NEAR = 0.01;

/**
 * Every published figure there is to hold the model against. The central figure is that of the scenario as it ships; low and high are the
 * least and most over every combination of the named levers at their low and high ends, so they bound what those levers can do, and
 * are no probabilities.
 */
export function realityCheck(): RealityRow[] {
  return reality.map(realityRow);
}

/** One of them: a few hundred runs. */
export function realityRow(figure: RealityFigure): RealityRow {
  if (figure.asks === undefined) return { figure, verdict: 'silent', unexplained: false };
  const model = answer(figure.asks);
  const verdict = judge(figure, model);
  return { figure, model, verdict, unexplained: verdict === 'miss' && figure.explains === undefined };
}

function answer(asks: RealityQuestion): NonNullable<RealityRow['model']> {
  const scenario = scenarios.find(({ id }) => id === asks.scenario);
  if (scenario === undefined) throw new RangeError(`no scenario "${asks.scenario}" ships`);
  const central = valueIn(scenario, asks, new Map());
  const all = corners(scenario, asks.levers ?? []).map((values) => valueIn(scenario, asks, values));
  return { low: Math.min(central, ...all), central, high: Math.max(central, ...all) };
}

function valueIn(scenario: Scenario, asks: RealityQuestion, values: ReadonlyMap<string, number>): number {
  const keep = [...references(asks.expression)].filter((id) => !headlines.some((one) => one.id === id));
  const run = project(scenario, { choose: values, keep });
  const read = (of: (id: string) => number): number => {
    const value = (id: string): number => (run.isHeadline(id) ? (run.headline(id).value ?? Number.NaN) : of(id));
    return evaluate(asks.expression, { value, size: () => 0 }) / asks.factor;
  };
  if (asks.take !== 'peak') return read((id) => run.at(id, asks.at ?? scenario.horizon));
  const steps = Array.from({ length: run.run.steps + 1 }, (_, k) =>
    read((id) => run.series(id).values[k] ?? Number.NaN),
  );
  return steps.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
}

/** Every combination of the levers' ends. A lever that the scenario states without ends takes those of the model. */
function corners(scenario: Scenario, names: readonly string[]): Map<string, number>[] {
  const all = levers(scenario, meta);
  let found = [new Map<string, number>()];
  for (const name of names) {
    const lever = all.find((one) => one.name === name);
    if (lever === undefined) throw new RangeError(`${scenario.id} has no lever "${name}"`);
    found = found.flatMap((values) => endsOf(lever).map((end) => new Map([...values, [name, end]])));
  }
  return found;
}

function endsOf({ range, usual }: Lever): number[] {
  const { low, high } = range.low === range.high ? usual : range;
  return low === high ? [range.central] : [low, high];
}

function judge({ published }: RealityFigure, model: NonNullable<RealityRow['model']>): RealityRow['verdict'] {
  const low = published.low * (1 - NEAR);
  const high = (published.high ?? Number.POSITIVE_INFINITY) * (1 + NEAR);
  if (model.central >= low && model.central <= high) return 'inside';
  return model.high >= low && model.low <= high ? 'overlaps' : 'miss';
}
