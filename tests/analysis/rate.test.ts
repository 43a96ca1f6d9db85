import fc from 'fast-check';
import { test } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { rateOfReturn } from '../../src/analysis/rate.ts';
import { brent } from '../../src/analysis/roots.ts';

test('a bond at par returns its coupon', () => {
  const flows = Float64Array.from([-100, 7, 7, 7, 107]);
  const { value } = rateOfReturn(flows, 1);
  ok(value !== null && Math.abs(value - 0.07) < 1e-12, String(value));
});

test('steps shorter than a year give a yearly rate', () => {
  const flows = new Float64Array(25);
  flows[0] = -100;
  flows[24] = 121;
  const { value } = rateOfReturn(flows, 1 / 12);
  ok(value !== null && Math.abs(value - 0.1) < 1e-12, String(value));
});

test('the rate found leaves no present value, whatever the investment', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1e12, noNaN: true }),
      fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 2, maxLength: 40 }),
      (paid, back) => {
        const flows = Float64Array.from([-paid, ...back.map((share) => share * paid)]);
        const rate = rateOfReturn(flows, 1).value;
        ok(rate !== null);
        const left = flows.reduce((sum, flow, k) => sum + flow * (1 + rate) ** -k, 0);
        ok(Math.abs(left) < 1e-9 * paid, `${left} of ${paid}`);
      },
    ),
    { numRuns: 200 },
  );
});

test('where there is no rate, the reason is said', () => {
  equal(rateOfReturn(Float64Array.from([-1, -2, -3]), 1), { value: null, reason: 'cash never comes back' });
  equal(rateOfReturn(Float64Array.from([1, 2]), 1), { value: null, reason: 'nothing is ever laid out' });
  const several = rateOfReturn(Float64Array.from([-100, 230, -132]), 1);
  is(several.value, null);
  match('reason' in several ? several.reason : '', /^2 rates fit .*: 10\.0 %, 20\.0 %$/);
});

test('a root is found wherever the function turns within its bracket', () => {
  for (const power of [1, 3, 5, 9]) {
    const root = brent((x) => (x - 0.3) ** power, -2, 5);
    ok(Math.abs(root - 0.3) < 10 ** (-13 / power), `${power}: ${root}`);
  }
  ok(Math.abs(brent(Math.cos, 0, 3) - Math.PI / 2) < 1e-12);
});

test.run();
