import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closureKernel } from '../../src/engine/closures.ts';
import type { Compiled } from '../../src/engine/compile.ts';
import type { Kernel } from '../../src/engine/meta.ts';
import { defaultFrame, type Run, runKernel } from '../../src/engine/simulate.ts';
import type { ModelRecord } from '../../src/engine/types.ts';
import { auxiliary, compile, generated, input, modelOf, stock } from './models.ts';

function run(compiled: Compiled, kernel: Kernel, steps: number, step: number, sizes: readonly number[] = []): Run {
  const { meta } = compiled;
  return runKernel(kernel, meta, {
    frame: defaultFrame(meta),
    sizes: Int32Array.from(sizes),
    steps,
    step,
    keep: 'all',
  });
}

/** Both ways to run a model. */
function kernels(compiled: Compiled): [string, Kernel][] {
  return [
    ['generated', generated(compiled)],
    ['closures', closureKernel(compiled.plan)],
  ];
}

const near = (found: number | undefined, wanted: number, within: number, what = ''): void =>
  assert.ok(Math.abs((found ?? Number.NaN) - wanted) <= within, `${what} ${found} instead of ${wanted}`);

const bathtub = compile(
  modelOf([
    input('inflow', 'L/year', 600),
    input('drain_time', 'year', 2),
    input('start', 'L', 100),
    auxiliary('outflow', 'L/year', 'water / drain_time'),
    stock('water', 'L', 'inflow - outflow', 'start'),
  ]),
);
for (const [name, kernel] of kernels(bathtub)) {
  test(`bathtub, ${name}: Euler’s steps exactly, and the exponential ever closer`, () => {
    const level = 1200;
    let before = Number.POSITIVE_INFINITY;
    for (const step of [2, 1, 0.5, 0.25]) {
      const steps = 60 / step;
      const water = run(bathtub, kernel, steps, step).values('water');
      assert.is(water.length, steps + 1);
      let worst = 0;
      for (let k = 0; k <= steps; k += 1) {
        near(water[k], level + (100 - level) * (1 - step / 12 / 2) ** k, 1e-9, `step ${k}`);
        const exact = level + (100 - level) * Math.exp(-(k * step) / 12 / 2);
        worst = Math.max(worst, Math.abs((water[k] ?? Number.NaN) - exact));
      }
      assert.ok(worst < before * 0.55, `${worst} after ${before}: half the step, half the error`);
      before = worst;
    }
    assert.ok(before < 2.2);
  });
}

const population = 1_000_000;
const sir = compile(
  modelOf([
    input('people', 'person', population),
    input('first_cases', 'person', 10),
    input('contacts', '1/year', 60),
    input('illness', 'year', 0.05),
    auxiliary('infection', 'person/year', 'contacts * susceptible * infected / people'),
    auxiliary('recovery', 'person/year', 'infected / illness'),
    stock('susceptible', 'person', '-infection', 'people - first_cases'),
    stock('infected', 'person', 'infection - recovery', 'first_cases'),
    stock('recovered', 'person', 'recovery', '0'),
  ]),
);
for (const [name, kernel] of kernels(sir)) {
  test(`epidemic (SIR), ${name}: nobody is lost, and the final size is the known one`, () => {
    const steps = 12_000;
    const result = run(sir, kernel, steps, 0.004);
    const [s, i, r] = ['susceptible', 'infected', 'recovered'].map((id) => result.values(id));
    for (let k = 0; k <= steps; k += 1000) {
      near((s?.[k] ?? 0) + (i?.[k] ?? 0) + (r?.[k] ?? 0), population, 1e-6 * population * 1e-3);
    }
    const reproduction = 60 * 0.05;
    let left = 0.1;
    for (let n = 0; n < 100; n += 1) left = ((population - 10) / population) * Math.exp(-reproduction * (1 - left));
    near((s?.[steps] ?? 0) / population, left, 5e-4, 'share never infected');
    const peak = Math.max(...(i ?? []));
    near(peak / population, 1 - (1 + Math.log(reproduction)) / reproduction, 2e-3, 'share ill at the peak');
  });
}

test('sums over two sets: what is sent is what arrives, by either set', () => {
  const sets = [
    { id: 'origins', title: 'Origins', says: '', most: 4 },
    {
      id: 'goods',
      title: 'Goods',
      says: '',
      most: 3,
      items: ['tea', 'salt', 'silk'].map((id) => ({ id, title: id })),
    },
  ];
  const weights: ModelRecord = {
    ...(input('weight', '1', 0, { over: ['goods'] }) as ModelRecord & { kind: 'input' }),
    values: { tea: even(1), salt: even(10), silk: even(100) },
  } as ModelRecord;
  const trade = compile(
    modelOf(
      [
        weights,
        input('volume', 'USD/year', 2, { over: ['origins'] }),
        auxiliary('sent', 'USD/year', 'weight * volume', ['origins', 'goods']),
        auxiliary('by_origin', 'USD/year', 'sum(sent, goods)', ['origins']),
        auxiliary('by_good', 'USD/year', 'sum(sent, origins)', ['goods']),
        auxiliary('all', 'USD/year', 'sum(sum(sent, goods), origins)'),
        auxiliary('share', '1', 'by_good / sum(by_good, goods)', ['goods']),
        stock('stored', 'USD', 'sent', '0', ['origins', 'goods']),
      ],
      sets,
    ),
  );
  for (const [, kernel] of kernels(trade)) {
    const result = run(trade, kernel, 12, 1, [2, 3]);
    const at = (id: string, ...items: number[]): number | undefined => result.values(id, ...items)[0];
    assert.equal(
      [0, 1, 2].map((good) => at('sent', 1, good)),
      [2, 20, 200],
    );
    assert.equal(
      [0, 1].map((origin) => at('by_origin', origin)),
      [222, 222],
    );
    assert.equal(
      [0, 1, 2].map((good) => at('by_good', good)),
      [4, 40, 400],
    );
    assert.is(at('all'), 444);
    near(at('share', 2), 400 / 444, 1e-15);
    near(result.values('stored', 1, 2)[12], 200, 1e-12);
    assert.throws(() => result.values('sent', 2, 0), /"sent" has no item 2 in origins, which has 2/);
  }
});

test('equations of items stand side by side in one record', () => {
  const kinds = ['red', 'blue'].map((id) => ({ id, title: id }));
  const { formula: _, ...rest } = auxiliary('by_kind', 'USD', '0', ['kinds']) as ModelRecord & { formula: string };
  const model = compile(
    modelOf(
      [
        { ...rest, formulas: { red: 'total - share_of_blue * total', blue: 'total * share_of_blue' } } as ModelRecord,
        auxiliary('total', 'USD', 'price * (1 + time / time_step)'),
        auxiliary('again', 'USD', 'by_kind', ['kinds']),
        auxiliary('together', 'USD', 'sum(by_kind, kinds)'),
        input('price', 'USD', 8),
        input('share_of_blue', '1', 0.25),
      ],
      [{ id: 'kinds', title: 'Kinds', says: '', most: 2, items: kinds }],
    ),
  );
  for (const [, kernel] of kernels(model)) {
    const result = run(model, kernel, 2, 1, [2]);
    assert.equal([...result.values('by_kind', 0)], [6, 12, 18]);
    assert.equal([...result.values('again', 1)], [2, 4, 6]);
    assert.equal([...result.values('together')], [8, 16, 24]);
    assert.not.ok(result.ids.some((id) => id.includes('.')));
  }
});

function even(value: number): { low: number; central: number; high: number } {
  return { low: value, central: value, high: value };
}

test.run();
