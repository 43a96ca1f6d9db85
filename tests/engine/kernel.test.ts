import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closureKernel } from '../../src/engine/closures.ts';
import { type KernelLimits, kernelSource } from '../../src/engine/kernel.ts';
import type { Kernel } from '../../src/engine/meta.ts';
import { auxiliary, compile, generated, input, modelOf, stock } from './models.ts';
import { type RandomModel, randomModel, sets } from './random-models.ts';

/** One loop, functions of some records, and a function for each record. */
const shapes: readonly KernelLimits[] = [
  { whole: 1e9, part: 1e9 },
  { whole: 0, part: 120 },
  { whole: 0, part: 1 },
];

interface Setting {
  readonly values: readonly number[];
  readonly sites: number;
  readonly steps: number;
  readonly step: number;
}
const setting: fc.Arbitrary<Setting> = fc.record({
  values: fc.array(fc.oneof(fc.constantFrom(0, 1, -1, 0.5), fc.double({ min: -3, max: 3, noNaN: true })), {
    minLength: 14,
    maxLength: 14,
  }),
  sites: fc.integer({ min: 0, max: 3 }),
  steps: fc.integer({ min: 0, max: 6 }),
  step: fc.constantFrom(1, 0.5, 3),
});

/** Every place's series, in the order of the frame. */
function allSeries(kernel: Kernel, { plan }: RandomModel, { values, sites, steps, step }: Setting): Float64Array {
  const frame = new Float64Array(plan.layout.frameSize);
  frame.set(values.slice(0, plan.layout.inputSize));
  const records = Math.max(...plan.planned.map((one) => end(plan.layout.places.get(one.id))));
  const keep = Int32Array.from({ length: frame.length }, (_, place) => (place < records ? place : -1));
  const out = new Float64Array(records * (steps + 1));
  kernel(frame, Int32Array.from([sites, 2]), steps, step, keep, out);
  return out;
}
function end(place: { slot: number; size: number } | undefined): number {
  return (place?.slot ?? 0) + (place?.size ?? 0);
}

test('the generated kernel gives the bits of the closures, over random models, inputs, sizes and steps', () => {
  let compared = 0;
  let finite = 0;
  fc.assert(
    fc.property(randomModel, setting, (model, given) => {
      const wanted = allSeries(closureKernel(model.plan), model, given);
      for (const limits of shapes) {
        const source = kernelSource(model.plan, 'js', limits);
        const found = allSeries(new Function(source)() as Kernel, model, given);
        for (const [n, value] of found.entries()) {
          if (!Object.is(value, wanted[n])) {
            const place = Math.floor(n / (given.steps + 1));
            const id = model.plan.planned.find((one) => end(model.plan.layout.places.get(one.id)) > place)?.id;
            assert.unreachable(`${id} (place ${place}): ${value} instead of ${wanted[n]}\n${model.text}\n${source}`);
          }
          compared += 1;
          if (Number.isFinite(value)) finite += 1;
        }
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
  assert.ok(compared > 10_000, `${compared} values compared`);
  assert.ok(finite > compared / 3, `${finite} of ${compared} are finite`);
});

test('the generated module type-checks its indices, names nothing twice and evaluates nothing', () => {
  const { plan } = compile(
    modelOf(
      [
        input('rate', '1/year', 0.5, { over: ['sites'] }),
        input('start', 'USD', 3),
        auxiliary('total', 'USD', 'sum(money, sites)'),
        stock('money', 'USD', 'rate * money', 'start', ['sites']),
      ],
      sets,
    ),
  );
  const source = kernelSource(plan, 'ts');
  assert.match(source, "import type { Kernel } from '../engine/meta.ts';");
  assert.match(source, 'export const kernel: Kernel = (f, sizes, steps, step, keep, out) => {');
  assert.match(source, 'const n_sites = sizes[0]!;');
  assert.not.match(source, /eval|new Function|import \{/);
});

test('equal sums are computed once, in the loop that computes what they sum', () => {
  const { plan } = compile(
    modelOf(
      [
        input('part', 'USD', 2, { over: ['sites'] }),
        auxiliary('double', 'USD', 'part + part * time / time_step', ['sites']),
        auxiliary('one', 'USD', 'sum(double, sites)'),
        auxiliary('two', 'USD', 'sum(double, sites) - one'),
      ],
      sets,
    ),
  );
  const source = kernelSource(plan, 'js', { whole: 1e9, part: 1e9 });
  assert.is(source.split('for (let i_sites').length - 1, 1, source);
  assert.is(source.split('+= ').length - 1, 1, source);
});

test('what is constant over a run is computed outside of the loop, also inside a formula', () => {
  const { plan } = compile(
    modelOf([
      input('growth', '1', 0.1),
      input('start', 'USD', 3),
      auxiliary('grown', 'USD', 'start * (1 + growth) ^ (time / time_step)'),
    ]),
  );
  const source = kernelSource(plan, 'js');
  const loop = source.slice(source.indexOf('for (let k'));
  assert.match(source, '(1 + $growth)');
  assert.not.match(loop, '(1 + $growth)');
});

test('stocks of different loops that read each other all move from the same instant', () => {
  const model = compile(
    modelOf(
      [
        input('unit_rate', '1/year', 1),
        input('start', 'USD', 1, { over: ['sites'] }),
        stock('by_site', 'USD', 'unit_rate * sum(by_both, kinds)', 'start', ['sites']),
        stock('by_both', 'USD', 'unit_rate * by_site', '0', ['sites', 'kinds']),
      ],
      sets,
    ),
  );
  for (const limits of shapes) {
    const frame = new Float64Array(model.meta.frameSize);
    const slot = (id: string): number => model.plan.layout.places.get(id)?.slot ?? -1;
    frame.set([1, 1, 2], 0);
    const keep = new Int32Array(frame.length).fill(-1);
    keep[slot('by_site') + 1] = 0;
    keep[slot('by_both') + 2] = 1;
    const out = new Float64Array(6);
    generated(model, limits)(frame, Int32Array.from([2, 2]), 2, 12, keep, out);
    assert.equal([...out], [2, 2, 6, 0, 2, 4]);
  }
});

test.run();
