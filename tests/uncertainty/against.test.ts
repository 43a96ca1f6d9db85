import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { membersOf } from '../../src/analysis/uncertainty/members.ts';
import { scenarios } from '../../src/index.ts';

const scenario = scenarios.find(({ id }) => id === 'stargate-central')!;
const baseline = scenarios.find(({ id }) => id === 'stargate-announced')!;
const ids = ['facility_in_use', 'npv'];
const options = { ids, members: 20, seed: 5, targets: {} };

test("each member is the difference of the two scenarios' members of the same number", async () => {
  const found = await ensemble(scenario, { ...options, against: baseline });
  const all = Array.from({ length: 20 }, (_, n) => n);
  const [own, other] = [membersOf(scenario, options, all), membersOf(baseline, options, all)];
  const differences = own
    .map(
      (member, n) => member.series.get('facility_in_use')!.at(-1)! - other[n]!.series.get('facility_in_use')!.at(-1)!,
    )
    .sort((a, b) => a - b);
  equal([...found.distribution('facility_in_use')], differences);
});

test('what both share goes out: a scenario against itself differs in nothing, and shared levers narrow the band', async () => {
  const none = await ensemble(scenario, { ...options, against: scenario });
  ok(none.bands.facility_in_use!.p95.every((value) => value === 0));
  const apart = await ensemble(scenario, { ...options, members: 200, against: baseline });
  const alone = await ensemble(scenario, { ...options, members: 200 });
  const width = ({ p5, p95 }: { p5: number | null; p95: number | null }): number => (p95 ?? 0) - (p5 ?? 0);
  ok(width(apart.headlines.npv!) < width(alone.headlines.npv!));
});

test('scenarios of different spans are refused', async () => {
  const shorter = { ...baseline, horizon: '2039-01' };
  const error = await ensemble(scenario, { ...options, against: shorter }).catch((one) => one);
  ok(error instanceof RangeError);
  ok(/covers 2025-01 to 2040-01, step 1 and .* 2025-01 to 2039-01/u.test(error.message), error.message);
});

test.run();
