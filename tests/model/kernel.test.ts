import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closureKernel } from '../../src/engine/closures.ts';
import { compileModel } from '../../src/engine/compile.ts';
import { defaultFrame } from '../../src/engine/simulate.ts';
import { kernel } from '../../src/generated/kernel.ts';
import { meta } from '../../src/generated/meta.ts';
import { model } from '../../src/model/index.ts';

const { compiled, problems } = compileModel(model);

test('the shipped model has no mistake', () => assert.equal(problems, []));

test('what the build wrote is what the records say', () => {
  assert.is(compiled?.meta.frameSize, meta.frameSize);
  assert.equal(compiled?.meta.records, meta.records, 'src/generated is older than src/model: npm run generate');
});

test('the built kernel and the closures agree over random runs of the shipped model', () => {
  if (compiled === null) throw new Error('the model does not compile');
  const closures = closureKernel(compiled.plan);
  const inputs = meta.records.filter((record) => record.input !== undefined);
  const keep = Int32Array.from({ length: meta.frameSize }, (_, place) => place);
  let compared = 0;
  const run = fc.record({
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
    items: fc.integer({ min: 1, max: 4 }),
    steps: fc.integer({ min: 1, max: 30 }),
    step: fc.constantFrom(1, 0.5, 3),
  });
  fc.assert(
    fc.property(run, ({ shares, items, steps, step }) => {
      const frame = defaultFrame(meta);
      for (const [n, { slot, size, input }] of inputs.entries()) {
        for (let place = 0; place < size; place += 1) {
          const range = input?.ranges[place] ?? input?.ranges[0];
          if (range === undefined || input?.type === 'choice') continue;
          frame[slot + place] = range.low + (shares[(n + 7 * place) % shares.length] ?? 0) * (range.high - range.low);
        }
      }
      const sizes = Int32Array.from(meta.sets.map((set) => set.items?.length ?? items));
      const [built, wanted] = [kernel, closures].map((one) => {
        const out = new Float64Array(meta.frameSize * (steps + 1));
        one(frame.slice(), sizes, steps, step, keep, out);
        return out;
      });
      for (const record of meta.records) {
        for (let n = record.slot * (steps + 1); n < (record.slot + record.size) * (steps + 1); n += 1) {
          compared += 1;
          if (!Object.is(built?.[n], wanted?.[n])) assert.unreachable(`${record.id}: ${built?.[n]} and ${wanted?.[n]}`);
        }
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
  assert.ok(compared > 100_000, `${compared} values compared`);
});

test.run();
