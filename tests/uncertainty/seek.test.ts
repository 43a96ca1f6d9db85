import { test } from 'uvu';
import { equal, is, ok, throws } from 'uvu/assert';
import type { Way } from '../../src/analysis/uncertainty/bounds.ts';
import { type SeekRequest, seek } from '../../src/analysis/uncertainty/seek.ts';
import { seekTogether } from '../../src/analysis/uncertainty/seek-many.ts';
import { seekAlong } from '../../src/analysis/uncertainty/seek-one.ts';
import { tornado } from '../../src/analysis/uncertainty/tornado.ts';
import { scenarios, setLever, simulate } from '../../src/index.ts';

const central = scenarios.find(({ id }) => id === 'stargate-central')!;
const TEN_GW = { of: 'facility_in_use', at: '2030-01' };

/** What a run gives with levers at these values. */
function run(
  levers: readonly { lever: string; input: number }[],
  { of, at }: { of: string; at?: string },
): number | null {
  const choose = new Map(levers.map(({ lever, input }) => [lever, input]));
  const projection = simulate(central, { choose });
  return at === undefined ? projection.headline(of).value : projection.at(of, at);
}

const way = (value: number, from: number, to: number, whole = false): Way => ({
  lever: 'x',
  title: 'x',
  unit: '1',
  value,
  from,
  to,
  scale: (to - from) / 4,
  whole,
});

test('along a curve: the nearest argument, on either side, past a bend', () => {
  const close = (a: number, b: number): void => ok(Math.abs(a - b) < 1e-8, `${a}, not ${b}`);
  const cube = seekAlong((x) => x ** 3, way(0.5, -10, 10), 27);
  ok(cube.found);
  close(cube.input, 3);
  const square = seekAlong((x) => x * x, way(1, -10, 10), 9);
  close(square.input, 3);
  close(seekAlong((x) => x * x, way(-1, -10, 10), 9).input, -3);
  const start = seekAlong((x) => 2 * x, way(4, 0, 10), 8);
  equal([start.found, start.input], [true, 4]);
  const hump = seekAlong((x) => Math.exp(-((x - 7.3) ** 2)), way(0, 0, 10), 0.5);
  ok(hump.found);
  close(hump.output, 0.5);
});

test('along a curve: what cannot be says what comes closest and why', () => {
  const bound = seekAlong((x) => x, way(1, 0, 5), 9);
  equal(bound, { found: false, input: 5, output: 5, why: 'bound' });
  const level = seekAlong((x) => Math.min(x, 3), way(1, 0, 10), 9);
  equal([level.found, level.output, level.why], [false, 3, 'level']);
  ok(level.input >= 3 && level.input < 5, `levels off by ${level.input}`);
  const turns = seekAlong((x) => 4 - (x - 2) ** 2, way(0, 0, 10), 5);
  equal([turns.found, turns.why], [false, 'turns']);
  ok(Math.abs(turns.input - 2) < 1e-4 && Math.abs(turns.output - 4) < 1e-8);
  const jump = seekAlong((x) => (x < 2 ? 0 : 10), way(0, 0, 5), 5);
  equal([jump.found, jump.why], [false, 'jumps']);
  equal(seekAlong(() => 3, way(1, 0, 5), 9).why, 'nothing');
  equal(seekAlong(() => Number.NaN, way(1, 0, 5), 9).why, 'nothing');
  const whole = seekAlong((x) => x * x, way(0, 0, 10, true), 11);
  equal(whole, { found: true, input: 3, output: 9 });
});

test('several together: the smallest change there is', () => {
  // On the line x + y = 4 the point nearest to (0, 0), in units of both scales, is (2, 2).
  const both = [way(0, 0, 4), way(0, 0, 4)];
  const line = seekTogether((at: ArrayLike<number>) => at[0]! + at[1]!, both, 4);
  ok(line.found);
  ok(Math.abs(line.output - 4) < 1e-8);
  ok(Math.hypot(...line.inputs) < 1.02 * Math.hypot(2, 2), `${line.inputs}`);
  // x does four times as much: (16, 4) / 17.
  const steep = seekTogether((at: ArrayLike<number>) => 4 * at[0]! + at[1]!, both, 4);
  ok(Math.hypot(...steep.inputs) < 1.02 * Math.hypot(16 / 17, 4 / 17), `${steep.inputs}`);
  const never = seekTogether((at: ArrayLike<number>) => at[0]! - at[1]!, both, 9);
  equal([never.found, [...never.inputs], never.output], [false, [4, 0], 4]);
});

test('what is found by one lever is what a run with it gives', () => {
  for (const [lever, target, question] of [
    ['stargate.total', 6000, TEN_GW],
    ['grid_wait', 6000, TEN_GW],
    ['it_cost', 7000, TEN_GW],
    ['h100_hour_price', 0, { of: 'npv' }],
    ['contract_price', 0, { of: 'npv' }],
  ] as const) {
    const found = seek(central, { ...question, target, by: [lever] });
    if (!found.found) {
      // What does not matter in this scenario says so.
      ok(/does not change/.test(found.reason), `${lever}: ${found.reason}`);
      continue;
    }
    const output = run(found.setting.levers, question)!;
    is(output, found.setting.output);
    ok(Math.abs(output - target) <= 1e-6 * Math.max(Math.abs(target), 1e9), `${lever}: ${output}, not ${target}`);
    ok(found.runs < 200, `${found.runs} runs`);
  }
  ok(seek(central, { ...TEN_GW, target: 6000, by: ['stargate.total'] }).found);
});

test('what is found by several is what a run with them gives, within the ends that are given', () => {
  const by = ['stargate.total', 'cost_overrun', 'construction_time'];
  const within = { 'stargate.total': { from: 300e9, to: 500e9 } };
  const found = seek(central, { ...TEN_GW, target: 6000, by, within });
  ok(found.found);
  const { levers, output } = found.setting;
  is(run(levers, TEN_GW), output);
  ok(Math.abs(output! / 6000 - 1) < 1e-6, `${output}`);
  ok(levers[0]!.input >= 300e9 && levers[0]!.input <= 500e9);
  const alone = seek(central, { ...TEN_GW, target: 6000, by: ['stargate.total'] });
  ok(alone.found && Math.abs(levers[0]!.input - 500e9) < Math.abs(alone.setting.levers[0]!.input - 500e9));
});

test('what cannot be says what comes closest and which bound stopped it', () => {
  const within = { 'stargate.total': { to: 510e9 } };
  const request: SeekRequest = { ...TEN_GW, target: 50_000, by: ['stargate.total'], within };
  const short = seek(central, request);
  ok(!short.found);
  equal(short.bounds, [{ lever: 'stargate.total', value: 510e9, side: 'most' }]);
  is(short.reason, 'stargate.total can be no more than 510000000000 USD');
  is(run(short.closest.levers, TEN_GW), short.closest.output);
  const several = seek(central, { ...request, by: ['stargate.total', 'it_cost'] });
  ok(!several.found && several.closest.output! > short.closest.output!);
  ok(
    several.bounds.some(({ lever, side }) => lever === 'it_cost' && side === 'least'),
    JSON.stringify(several),
  );
  const useless = seek(central, { ...TEN_GW, target: 9000, by: ['discount_rate'] });
  ok(!useless.found && /discount_rate does not change facility_in_use/.test(useless.reason));
});

test('a date is found to the month', () => {
  const later = seek(central, { of: 'spent_total', at: '2028-01', target: 100e9, by: ['stargate.start'] });
  ok(later.found);
  const { input } = later.setting.levers[0]!;
  ok(Number.isInteger(input));
  const at = (start: number) =>
    Math.abs(run([{ lever: 'stargate.start', input: start }], { of: 'spent_total', at: '2028-01' })! - 100e9);
  ok(at(input) <= at(input - 1) && at(input) <= at(input + 1));
});

test('locked levers, unknown ones, and requests that ask nothing are refused', () => {
  const locked = { ...central, locks: ['stargate.total'] };
  const request = { ...TEN_GW, target: 6000 };
  throws(() => seek(locked, { ...request, by: ['stargate.total'] }), /"stargate.total" is locked/);
  throws(() => seek(locked, { ...request, by: ['grid_wait', 'stargate.total'] }), /is locked/);
  throws(() => seek(central, { ...request, by: ['grid_wai'] }), /did you mean "grid_wait"/);
  throws(() => seek(central, { ...request, by: [] }), /name one lever/);
  throws(() => seek(central, { ...request, by: ['pue', 'pue'] }), /several different/);
  throws(() => seek(central, { ...request, by: ['pue'], within: { pue: { from: 2, to: 1 } } }), /leaves "pue" nothing/);
  throws(() => seek(central, { ...request, target: Number.NaN, by: ['pue'] }), /not a number/);
});

test('a tornado moves each lever alone to its ends, the largest swing first', () => {
  const { central: middle, rows, output, at } = tornado(central, TEN_GW);
  is(middle, simulate(central).at('facility_in_use', '2030-01'));
  equal([output.unit, at], ['MW', '2030-01']);
  ok(rows.length > 100);
  for (const { lever, low, high, swing } of rows.filter((_, n) => n % 12 === 0)) {
    is(low.output, run([{ lever, input: low.input }], TEN_GW), lever);
    is(high.output, run([{ lever, input: high.input }], TEN_GW), lever);
    is(swing, Math.abs(high.output! - low.output!));
  }
  for (let n = 1; n < rows.length; n += 1) ok(rows[n - 1]!.swing! >= rows[n]!.swing!);
  is(
    rows.find(({ lever }) => lever === 'perimeter'),
    undefined,
  );
});

test('a tornado of a headline, and of one that does not always exist', () => {
  const npv = tornado(central, { of: 'npv' });
  equal([npv.at, npv.output.kind, npv.central], [null, 'headline', simulate(central).headline('npv').value]);
  const poor = setLever(central, 'contract_price', { central: 0, low: 0, high: 10e6 });
  const irr = tornado(poor, { of: 'irr' });
  const row = irr.rows.find(({ lever }) => lever === 'contract_price')!;
  equal([irr.central, row.low.output, row.swing], [null, null, null]);
  ok(row.high.output !== null);
  throws(() => tornado(central, { of: 'npv', at: '2030-01' }), /one number of the whole run/);
});

test.run();
