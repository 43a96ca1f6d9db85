import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closureKernel } from '../../src/engine/closures.ts';
import type { Compiled } from '../../src/engine/compile.ts';
import type { Kernel } from '../../src/engine/meta.ts';
import { defaultFrame, type Run, runKernel } from '../../src/engine/simulate.ts';
import { auxiliary, compile, delay, generated, input, modelOf, stock } from './models.ts';

/** A source that decays, its outflow through a delay, and what arrives. */
const decay = compile(
  modelOf([
    input('decay_rate', '1/year', 0.5),
    input('amount', 'USD', 100),
    input('wait', 'year', 1.5),
    input('under_way', 'USD', 0),
    auxiliary('leaving', 'USD/year', 'decay_rate * source'),
    stock('source', 'USD', '-leaving', 'amount'),
    delay('arriving', 'USD/year', 'leaving', 'wait', 'under_way'),
    stock('arrived', 'USD', 'arriving', '0'),
  ]),
);
/** An even inflow into a delay. */
const steady = compile(
  modelOf([input('inflow', 'USD/year', 10), input('wait', 'year', 1.5), delay('out', 'USD/year', 'inflow', 'wait')]),
);
const kernels: [string, Kernel][] = [
  ['generated', generated(decay)],
  ['closures', closureKernel(decay.plan)],
];

function run(kernel: Kernel, values: Record<string, number>, steps: number, step: number): Run {
  const frame = fill(decay, values);
  return runKernel(kernel, decay.meta, { frame, sizes: new Int32Array(0), steps, step, keep: 'all' });
}

function fill({ meta }: Compiled, values: Record<string, number>): Float64Array {
  const frame = defaultFrame(meta);
  for (const [id, value] of Object.entries(values)) {
    const slot = meta.records.find((record) => record.id === id)?.slot;
    if (slot === undefined) throw new Error(id);
    frame[slot] = value;
  }
  return frame;
}

/** What leaves an Erlang-3 of mean `wait` at time t when 100 × 0.5 × exp(-0.5 t) flows in. */
function closedForm(t: number, wait: number): number {
  const rate = 3 / wait;
  const a = rate - 0.5;
  return (
    50 * rate ** 3 * Math.exp(-0.5 * t) * (1 / a ** 3 - Math.exp(-a * t) * (t ** 2 / (2 * a) + t / a ** 2 + 1 / a ** 3))
  );
}

for (const [name, kernel] of kernels) {
  test(`exponential decay through a delay, ${name}: the Erlang-3 closed form, ever closer as the step shrinks`, () => {
    // Of first order only because the source itself decays by Euler steps.
    let before = Number.NaN;
    for (const step of [0.5, 0.25, 0.125, 0.0625]) {
      const steps = 96 / step;
      const arriving = run(kernel, {}, steps, step).values('arriving');
      let worst = 0;
      for (let k = 0; k <= steps; k += 1) {
        worst = Math.max(worst, Math.abs((arriving[k] ?? Number.NaN) - closedForm((k * step) / 12, 1.5)));
      }
      if (!Number.isNaN(before)) assert.ok(before / worst > 1.9 && before / worst < 2.1, `${before} to ${worst}`);
      before = worst;
    }
    assert.ok(before < 0.1, String(before));
  });

  test(`conservation, ${name}: what enters is what left and what is under way`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 0.05, 0.25, 1, 4.3),
        fc.double({ min: 0, max: 1e12, noNaN: true }),
        fc.constantFrom(0.25, 1, 3, 6),
        fc.integer({ min: 0, max: 80 }),
        (wait, start, step, steps) => {
          const result = run(kernel, { wait, under_way: start }, steps, step);
          const inside = [1, 2, 3].map((stage) => result.values(`arriving_${stage}`)[steps] ?? Number.NaN);
          const held = inside.reduce((sum, value) => sum + value, 0);
          const total =
            (result.values('source')[steps] ?? Number.NaN) + (result.values('arrived')[steps] ?? Number.NaN) + held;
          assert.ok(Math.abs(total - 100 - start) <= 1e-12 * (100 + start), `${total} instead of ${100 + start}`);
          assert.ok(
            inside.every((value) => value >= -1e-12 * (100 + start)),
            String(inside),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  test(`a steady inflow, ${name}: the first stage exactly as its solution says, the others to the second order of the step`, () => {
    const rate = 3 / 1.5;
    const before = [0, 0];
    for (const step of [1, 0.5, 0.25]) {
      const steps = 48 / step;
      const frame = fill(steady, {});
      const request = { frame, sizes: new Int32Array(0), steps, step, keep: 'all' as const };
      const result = runKernel(
        name === 'closures' ? closureKernel(steady.plan) : generated(steady),
        steady.meta,
        request,
      );
      const worst = [0, 0, 0];
      for (let k = 0; k <= steps; k += 1) {
        const x = (rate * k * step) / 12;
        const within = [1, 1 + x, 1 + x + x ** 2 / 2].map((terms) => (10 / rate) * (1 - Math.exp(-x) * terms));
        within.forEach((content, stage) => {
          const held = result.values(`out_${stage + 1}`)[k] ?? Number.NaN;
          worst[stage] = Math.max(worst[stage] ?? 0, Math.abs(held - content));
        });
      }
      const [first = Number.NaN, ...others] = worst;
      assert.ok(first < 1e-12, String(first));
      others.forEach((error, n) => {
        const last = before[n] ?? 0;
        if (last > 0) assert.ok(last / error > 3.9 && last / error < 4.1, `stage ${n + 2}: ${last} to ${error}`);
        before[n] = error;
      });
    }
    assert.ok(
      before.every((error) => error > 0 && error < 1e-3),
      String(before),
    );
  });

  test(`a time of zero, ${name}: passes straight through, and lets out what is under way within the first step`, () => {
    const result = run(kernel, { wait: 0, under_way: 30 }, 12, 1);
    const held = [0, 1, 2, 12].map((k) =>
      [1, 2, 3].reduce((sum, n) => sum + (result.values(`arriving_${n}`)[k] ?? Number.NaN), 0),
    );
    assert.equal(
      held.map((value) => Math.round(value * 1e9) / 1e9),
      [30, 0, 0, 0],
    );
    for (const k of [1, 2, 12]) {
      assert.ok(
        Math.abs((result.values('arriving')[k] ?? Number.NaN) - (result.values('leaving')[k] ?? Number.NaN)) < 1e-9,
      );
    }
    const empty = run(kernel, { wait: 0 }, 12, 1);
    assert.equal([...empty.values('arriving')], [...empty.values('leaving')]);
  });

  test(`a short time, ${name}: lasts three months at any step`, () => {
    // What stays of a stage after a step, from the shares that the records name.
    const time = (wait: number, step: number): number => {
      const result = run(kernel, { wait }, 0, step);
      const [rate = Number.NaN] = result.values('arriving_rate');
      const [kept = Number.NaN] = result.values('arriving_kept');
      return (3 * kept) / rate;
    };
    for (const step of [0.25, 1, 2, 6]) {
      assert.ok(Math.abs(time(0.01, step) - 0.25) < 1e-12, `${time(0.01, step)} years in steps of ${step} months`);
      assert.ok(Math.abs(time(1.5, step) - 1.5) < 1e-12);
    }
  });
}

test('the mean time through a delay is its time, at any step; the spread is an Erlang-3 to the second order of the step', () => {
  for (const wait of [0.25, 0.5, 2]) {
    for (const step of [0.1, 1, 3]) {
      const result = run(generated(decay), { wait, decay_rate: 12 / step }, Math.ceil((60 * wait * 12) / step), step);
      const [mass, moment, square] = [0, 1, 2].map((power) =>
        result
          .values('arriving')
          .reduce((sum, value, k) => sum + ((value * step) / 12) * ((k * step) / 12) ** power, 0),
      ) as [number, number, number];
      assert.ok(Math.abs(mass - 100) < 1e-9, String(mass));
      assert.ok(Math.abs(moment / mass - wait) < 1e-9, String(moment / mass));
      const variance = square / mass - (moment / mass) ** 2;
      assert.ok(Math.abs(variance - wait ** 2 / 3) <= (step / 12) ** 2, `${variance} for ${wait} in steps of ${step}`);
    }
  }
});

test('a delay over a set has a time for each item', () => {
  const model = compile(
    modelOf(
      [
        input('flow_in', 'USD/year', 12),
        input('wait', 'year', 0, { over: ['sites'] }),
        delay('out', 'USD/year', 'flow_in', 'wait', undefined, ['sites']),
      ],
      [{ id: 'sites', title: 'Sites', says: '', most: 3 }],
    ),
  );
  const frame = fill(model, {});
  const slot = model.meta.records.find((record) => record.id === 'wait')?.slot ?? -1;
  frame.set([0, 1], slot);
  const result = runKernel(generated(model), model.meta, {
    frame,
    sizes: Int32Array.from([2]),
    steps: 60,
    step: 1,
    keep: ['out'],
  });
  assert.is(result.values('out', 0)[0], 12);
  assert.ok((result.values('out', 1)[0] ?? Number.NaN) < 0.1);
  assert.ok(Math.abs((result.values('out', 1)[60] ?? Number.NaN) - 12) < 0.01);
});

test('stages are known to a reader by their delay, title, unit and equation', () => {
  const stage = decay.meta.records.find((record) => record.id === 'arriving_2');
  assert.is(stage?.stageOf, 'arriving');
  assert.is(stage?.unit, 'USD');
  assert.is(decay.docs.arriving_2?.text.net, 'arriving_to_2 * arriving_kept - arriving_2 * arriving_rate');
  assert.is(decay.docs.arriving?.text.formula, 'arriving_3 * arriving_rate + arriving_to_3 * (1 - arriving_kept)');
  assert.is(decay.docs.arriving?.text.input, 'leaving');
  assert.equal(decay.docs.arriving?.uses, [
    'arriving_3',
    'arriving_kept',
    'arriving_rate',
    'arriving_to_3',
    'leaving',
    'under_way',
    'wait',
  ]);
});

test.run();
