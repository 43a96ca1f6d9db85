import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closureKernel } from '../../src/engine/closures.ts';
import type { Kernel } from '../../src/engine/meta.ts';
import { defaultFrame, runKernel } from '../../src/engine/simulate.ts';
import { auxiliary, compile, constant, delay, generated, input, modelOf, stock } from './models.ts';

const bathtub = compile(
  modelOf([
    input('inflow', 'L/year', 600),
    input('drain_time', 'year', 2),
    input('start', 'L', 100),
    auxiliary('outflow', 'L/year', 'water / drain_time'),
    stock('water', 'L', 'inflow - outflow', 'start'),
  ]),
);

for (const [name, kernel] of [
  ['generated', generated(bathtub)],
  ['closures', closureKernel(bathtub.plan)],
] as [string, Kernel][]) {
  test(`bathtub, ${name}: Euler's steps are exact, and near the exponential`, () => {
    const step = 0.5;
    const run = runKernel(kernel, bathtub.meta, {
      frame: defaultFrame(bathtub.meta),
      sizes: new Int32Array(0),
      steps: 120,
      step,
      keep: 'all',
    });
    const water = run.values('water');
    assert.is(water.length, 121);
    for (let k = 0; k <= 120; k += 1) {
      const years = (k * step) / 12;
      const euler = 1200 + (100 - 1200) * (1 - step / 12 / 2) ** k;
      const exact = 1200 + (100 - 1200) * Math.exp(-years / 2);
      assert.ok(Math.abs((water[k] ?? NaN) - euler) < 1e-9, `Euler at ${k}`);
      assert.ok(Math.abs((water[k] ?? NaN) - exact) < 6, `exponential at ${k}`);
    }
  });
}

test('constants and delays are there', () => {
  const model = compile(
    modelOf([
      constant('c', 'year', 1),
      delay('d', 'USD/year', 'f', 'c'),
      auxiliary('f', 'USD/year', 'g / c'),
      input('g', 'USD', 3),
    ]),
  );
  const run = runKernel(generated(model), model.meta, {
    frame: defaultFrame(model.meta),
    sizes: new Int32Array(0),
    steps: 60,
    step: 1,
    keep: ['d', 'd_1'],
  });
  assert.ok(Math.abs((run.values('d')[60] ?? NaN) - 3) < 0.01);
});

test.run();
