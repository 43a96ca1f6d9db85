import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { leastChange } from '../../src/analysis/uncertainty/change.ts';
import { claimChances } from '../../src/analysis/uncertainty/claim-chances.ts';
import { membersOf } from '../../src/analysis/uncertainty/members.ts';
import { region } from '../../src/analysis/uncertainty/region.ts';
import { scenarios, simulate } from '../../src/index.ts';
import { workerThreads } from '../../src/node/worker-threads.ts';

const central = scenarios.find(({ id }) => id === 'stargate-central')!;
const TARGETS = {
  much: { of: 'facility_in_use', at: '2030-01', least: 7000 },
  cheap: { of: 'cost_per_gw', most: 45e6 },
};
const within = { grid_wait: { from: 1, to: 9 }, it_cost: { from: 50_000, to: 110_000 } };

test('a map: at each point what a run gives, and where all targets hold', async () => {
  const map = await region(central, ['it_cost', 'grid_wait'], { targets: TARGETS, within, points: 5 });
  equal([map.x.lever, map.y.lever, map.x.unit, map.y.unit], ['it_cost', 'grid_wait', 'USD/accelerator', 'year']);
  equal([...map.y.values], [1, 3, 5, 7, 9]);
  equal([map.x.value, map.y.value], [75_000, 4]);
  let holding = 0;
  for (const [row, wait] of map.y.values.entries()) {
    for (const [column, cost] of map.x.values.entries()) {
      const run = simulate(central, {
        choose: new Map([
          ['it_cost', cost],
          ['grid_wait', wait],
        ]),
      });
      const [power, price] = [run.at('facility_in_use', '2030-01'), run.headline('cost_per_gw').value!];
      const at = row * 5 + column;
      is(map.targets.much!.values[at], power);
      is(map.targets.cheap!.values[at], price);
      const holds = power >= 7000 && price <= 45e6;
      is(map.holds[at], holds ? 1 : 0);
      holding += holds ? 1 : 0;
    }
  }
  ok(holding > 0 && holding < 25, `${holding} of 25 hold, which tells little`);
  is(map.share, holding / 25);
});

test('the same map from threads, and part of it when cancelled', async () => {
  const options = { targets: TARGETS, within, points: 7 };
  const here = await region(central, ['it_cost', 'grid_wait'], options);
  const runner = workerThreads(2);
  const there = await region(central, ['it_cost', 'grid_wait'], { ...options, runner });
  await runner.close();
  equal(there, here);
  const cancel = { aborted: false };
  const stop = (done: number) => {
    cancel.aborted = done >= 14;
  };
  const part = await region(central, ['it_cost', 'grid_wait'], { ...options, cancel, onProgress: stop });
  ok(part.points >= 14 && part.points < 49 && part.points % 7 === 0);
  ok(Number.isNaN(part.targets.much!.values[48]!));
});

test('what a map cannot be made of is refused', async () => {
  const refused = async (ask: Promise<unknown>, words: RegExp): Promise<void> => {
    const message = await ask.then(
      () => 'not refused',
      (error: Error) => error.message,
    );
    ok(words.test(message), message);
  };
  await refused(region(central, ['it_cost', 'grid_wait'], { targets: {} }), /no target/);
  await refused(region(central, ['pue', 'pue'], { targets: TARGETS }), /both axes/);
  await refused(region({ ...central, locks: ['pue'] }, ['pue', 'slip'], { targets: TARGETS }), /locked/);
  await refused(region(central, ['pue', 'slip'], { targets: TARGETS, points: 1 }), /2 to 1000/);
});

test('the least change that makes a target hold is one that does, and smaller ones do not', () => {
  const target = { of: 'facility_in_use', at: '2030-01', least: 9000 };
  const change = leastChange(central, target);
  equal([change.holds, change.now], [false, simulate(central).at('facility_in_use', '2030-01')]);
  ok(change.alone.length > 1);
  for (const { levers, output, size } of change.alone) {
    const [{ lever, from, to }] = levers as [(typeof levers)[number]];
    const at = (value: number) =>
      simulate(central, { choose: new Map([[lever, value]]) }).at('facility_in_use', '2030-01');
    is(at(to), output, lever);
    ok(output >= 9000, `${lever}: ${output} does not meet the target`);
    ok(Math.abs(output / 9000 - 1) < 1e-6, `${lever}: ${output}`);
    ok(at(from + 0.9 * (to - from)) < 9000, lever);
    ok(size > 0 && size <= 1.0001, `${lever}: ${size}`);
  }
  for (let n = 1; n < change.alone.length; n += 1) ok(change.alone[n - 1]!.size <= change.alone[n]!.size);
});

test('a target that is met needs no change; one out of reach of each says what a few do together, or the utmost of all', () => {
  const met = leastChange(central, { of: 'facility_in_use', at: '2030-01', least: 5000 });
  equal([met.holds, met.alone], [true, []]);
  const most = leastChange(central, { of: 'jobs_total', take: 'max', least: 200_000 });
  is(most.holds, false);
  if (most.alone.length === 0) ok(most.together !== undefined || most.utmost! < 200_000);
  const far = leastChange(central, { of: 'facility_in_use', at: '2030-01', least: 11_500 });
  equal(far.alone, []);
  ok(far.utmost! > far.now!);
  if (far.together !== undefined) {
    const choose = new Map(far.together.levers.map(({ lever, to }) => [lever, to]));
    is(simulate(central, { choose }).at('facility_in_use', '2030-01'), far.together.output);
    ok(Math.abs(far.together.output / 11_500 - 1) < 1e-6);
  }
  const never = leastChange(central, { of: 'facility_in_use', at: '2030-01', least: 1e6 });
  equal([never.alone, never.together], [[], undefined]);
  ok(never.utmost! < 1e6);
  const down = leastChange(central, { of: 'facility_in_use', at: '2030-01', most: 7000 });
  ok(down.alone.length > 0 && down.alone.every(({ output }) => Math.abs(output / 7000 - 1) < 1e-6));
});

test('locked levers stay where they are', () => {
  const target = { of: 'facility_in_use', at: '2030-01', least: 9000 };
  const [first] = leastChange(central, target).alone;
  const lever = first!.levers[0]!.lever;
  const locked = leastChange({ ...central, locks: [lever] }, target);
  ok(locked.alone.every(({ levers }) => levers[0]!.lever !== lever));
});

test('claims: the chance that each holds, and the least change that makes it hold', async () => {
  const found = await claimChances(central, { members: 100 });
  const of = (id: string) => found.find(({ claim }) => claim.id === id)!;
  equal([of('stargate_total').chance.chance, of('stargate_total').change?.holds], [1, true]);
  const jobs = of('stargate_jobs');
  equal(jobs.target, { of: 'jobs_total', take: 'max', least: 200_000 });
  is(jobs.change?.holds, false);
  is(jobs.change?.now, simulate(central).headline('peak_jobs').value);
  const peaks = membersOf(central, { members: 100, ids: ['peak_jobs'] }, [...Array(100).keys()]);
  is(jobs.chance.met, peaks.filter(({ headlines }) => headlines.get('peak_jobs')! >= 200_000).length);
  is(
    found.some(({ claim }) => claim.id === 'nvidia_share'),
    false,
    'what is only quoted is no matter of chance',
  );
});

test.run();
