import { defaultFrame } from '../../src/engine/simulate.ts';
import { kernel as shippedKernel } from '../../src/generated/kernel.ts';
import { meta as shippedMeta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import type { Scenario } from '../../src/index.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import { compiledKernel, keepOf } from './model/compiled.ts';
import { chain } from './model/synthetic.ts';
import { valuesOf } from './scenarios.ts';
import { duration, type Race, type Row, race, worked } from './timing.ts';

const STEPS = 60;
const EQUATIONS = [100, 1000, 10_000];
/** Runs after which V8 has compiled even the functions of the largest model. */
const WARM = 300;
const SITES = [1, 2, 4, 8, 12];
const SCENARIO = 'power-limited';

/** How the cost of a run grows with the number of equations, and with that of sites. */
export function bench(): Row[] {
  return [...equations(), ...sites()];
}

/**
 * Per equation, against the smallest model: 1 where cost grows as the model does. It does not quite: the kernel of a small model is one
 * function whose values are locals, that of a large one is divided into functions that leave their values in the frame.
 */
function equations(): Row[] {
  const models = EQUATIONS.map((count) => {
    const begin = worked();
    const { compiled, kernel } = compiledKernel(chain(count));
    const building = worked() - begin;
    const { meta } = compiled;
    const keep = keepOf(meta, ['last']);
    const out = new Float64Array(STEPS + 1);
    const frame = defaultFrame(meta);
    const run = (): void => kernel(frame, new Int32Array(), STEPS, 1, keep, out);
    const cold = worked();
    run();
    const first = worked() - cold;
    const known = expected(count);
    for (const [k, value] of known.entries())
      if (!(Math.abs(value - (out[k] ?? Number.NaN)) <= 1e-9 * Math.max(1, Math.abs(value))))
        throw new Error(`the chain of ${count} equations gives ${out[k]} at ${k} instead of ${value}`);
    for (let call = 0; call < WARM; call += 1) run();
    return { count, run, building, first };
  });
  const found = race(models.map(({ run }) => run));
  return models.map(({ count, building, first }, n) => ({
    what: `synthetic model of ${count.toLocaleString('en')} equations, per equation against that of ${EQUATIONS[0]}`,
    ratio: growth(found, n, EQUATIONS),
    figures: {
      run: duration(found.best[n] ?? Number.NaN),
      'an equation and step': duration((found.best[n] ?? Number.NaN) / count / (STEPS + 1)),
      'first run': duration(first),
      'compiling the model': duration(building),
      grows: verdict(growth(found, n, EQUATIONS)),
    },
  }));
}

/** Per value computed, against one site. */
function sites(): Row[] {
  const runs = SITES.map((count) => {
    const { frame, sizes, steps, step } = resolve(withSites(count), shippedMeta);
    const keep = keepOf(shippedMeta, ['spent_total', 'jobs_total']);
    const out = new Float64Array(2 * (steps + 1));
    const values = valuesOf(shippedMeta, sizes);
    return { count, values, steps, run: () => shippedKernel(frame, sizes, steps, step, keep, out), out };
  });
  for (const { run, out, count } of runs) {
    run();
    if (out.some((value) => !Number.isFinite(value))) throw new Error(`a run over ${count} sites is not finite`);
  }
  const found = race(runs.map(({ run }) => run));
  const values = runs.map((one) => one.values);
  return runs.map(({ count, steps }, n) => ({
    what: `${SCENARIO} over ${count === 1 ? 'one site' : `${count} sites`}, per value against one site`,
    ratio: growth(found, n, values),
    figures: {
      run: duration(found.best[n] ?? Number.NaN),
      'values computed in a step': values[n] ?? Number.NaN,
      'a value and step': duration((found.best[n] ?? Number.NaN) / (values[n] ?? Number.NaN) / (steps + 1)),
      grows: verdict(growth(found, n, values)),
    },
  }));
}

/** The cost of one of the nth against one of the first. */
function growth({ best }: Race, n: number, sizes: readonly number[]): number {
  return (best[n] ?? Number.NaN) / (sizes[n] ?? Number.NaN) / ((best[0] ?? Number.NaN) / (sizes[0] ?? Number.NaN));
}

function verdict(ratio: number): string {
  if (ratio <= 0.8) return 'less than linearly';
  return ratio <= 1.25 ? 'linearly' : 'more than linearly';
}

/** A scenario whose programme is spread evenly over so many sites without regions. */
function withSites(count: number): Scenario {
  const scenario = scenarios.find(({ id }) => id === SCENARIO);
  if (scenario === undefined) throw new Error(`no scenario ${SCENARIO}`);
  const sites = Array.from({ length: count }, (_, n) => ({
    id: `s${n + 1}`,
    title: `Site ${n + 1}`,
    fields: { share: { central: 1 / count } },
  }));
  return { ...scenario, sites };
}

/** What the chain gives, worked out apart from the engine. */
function expected(count: number): number[] {
  const links = count / 4;
  const levels = new Float64Array(links);
  const out: number[] = [];
  for (let k = 0; k <= STEPS; k += 1) {
    out.push(levels[links - 1] ?? Number.NaN);
    let inflow = 1 + k / STEPS;
    for (let n = 0; n < links; n += 1) {
      const level = levels[n]!;
      const leaving = Math.min(level, inflow) + 0.5 * level;
      levels[n] = level + (inflow - leaving) / 12;
      inflow = leaving;
    }
  }
  return out;
}
