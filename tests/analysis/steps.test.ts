import { test } from 'uvu';
import { ok } from 'uvu/assert';
import { type Projection, scenarios, simulate } from '../../src/index.ts';

/** How far a headline may move when the step is halved, and in what: a share of itself unless said. */
const OTHER: Readonly<Record<string, { readonly limit: number; readonly of?: (run: Projection) => number }>> = {
  npv: { limit: 0.01, of: (run) => run.series('present_spending').values.at(-1) ?? 0 },
  irr: { limit: 0.001, of: () => 1 },
  payback: { limit: 1 / 12, of: () => 1 },
};

for (const scenario of scenarios) {
  test(`${scenario.id}: halving the step hardly moves a headline`, () => {
    const whole = simulate(scenario);
    const half = simulate({ ...scenario, step: scenario.step / 2 });
    for (const { id, value } of whole.headlines) {
      const other = half.headline(id).value;
      ok((value === null) === (other === null), `${id}: ${value} and ${other}`);
      if (value === null || other === null) continue;
      const { limit, of } = OTHER[id] ?? { limit: 0.01 };
      const most = limit * (of?.(whole) ?? Math.abs(value));
      ok(Math.abs(other - value) <= most, `${id}: ${value}, with half the step ${other}`);
    }
  });
}

test('the change shrinks with the step, as Euler steps must: each halving leaves about half of it', () => {
  // Capacity in use and debt are stocks at the beginning of a step, so that cover is of first order in it.
  for (const scenario of scenarios) {
    const [one, two, three] = [1, 1 / 2, 1 / 4].map(
      (step) => simulate({ ...scenario, step }).headline('average_debt_cover').value ?? 0,
    );
    const [first, second] = [Math.abs((two ?? 0) - (one ?? 0)), Math.abs((three ?? 0) - (two ?? 0))];
    ok(second <= 0.75 * first + 1e-4 * (one ?? 0), `${scenario.id}: ${one}, ${two}, ${three}`);
  }
});

test.run();
