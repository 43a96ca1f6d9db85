import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { simulate } from '../../src/analysis/project.ts';
import { ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { FIGURE_SERIES, FIGURES, type Figure, figureOf, rangeOf } from '../../web/state/figures.ts';
import type { Ran } from '../../web/state/types.ts';
import { words } from '../../web/words/en.ts';

const announced = scenarios.find(({ id }) => id === 'stargate-announced')!;
const projection = simulate(announced);
const ran: Ran = {
  scenario: announced,
  times: projection.times,
  items: {},
  series: Object.fromEntries(FIGURE_SERIES.map((id) => [id, projection.series(id).values])),
  headlines: projection.headlines,
};
const figure = (id: string): Figure => FIGURES.find((one) => one.id === id)!;

test('every figure has a title and a value or a reason in every shipped scenario', () => {
  for (const { id, at } of FIGURES)
    ok(words.figures[id as keyof typeof words.figures](String(at ?? '')).length > 3, id);
  for (const scenario of scenarios) {
    const one = simulate(scenario);
    const series = Object.fromEntries(FIGURE_SERIES.map((id) => [id, one.series(id).values]));
    const run: Ran = { scenario, times: one.times, items: {}, series, headlines: one.headlines };
    for (const each of FIGURES) {
      const { value, reason } = figureOf(each, run);
      ok(value === null ? reason !== undefined : Number.isFinite(value), `${scenario.id} ${each.id}`);
    }
  }
});

test('a figure at a month is what the projection says, a headline what the model says', () => {
  is(figureOf(figure('in_use'), ran).value, projection.at('facility_in_use', '2030-01'));
  is(figureOf(figure('npv'), ran).value, projection.headline('npv').value);
  const cost = projection.headline('cost_per_gw').value ?? 0;
  is(figureOf(figure('cost_per_gw'), ran).value, cost * 1000);
});

test("the range of a figure is what the draws give, in the figure's unit, or nothing", async () => {
  const sure = await ensemble(announced, { members: 40, ids: ['facility_in_use', 'cost_per_gw'] });
  const { p5, p95 } = sure.bands.facility_in_use!;
  equal(rangeOf(figure('in_use'), sure), [p5[60], p95[60]]);
  const cost = sure.headlines.cost_per_gw!;
  equal(rangeOf(figure('cost_per_gw'), sure), [(cost.p5 ?? 0) * 1000, (cost.p95 ?? 0) * 1000]);
  is(rangeOf(figure('npv'), sure), undefined);
});

test('a month outside the run has no value, and between two steps it lies between', () => {
  const times = Float64Array.from([2030, 2031]);
  const small: Ran = { ...ran, times, series: { spending: Float64Array.from([10, 20]) }, headlines: [] };
  const at = (year: number) => figureOf({ id: 'x', of: 'spending', at: year, unit: 'USD/year' }, small).value;
  equal([at(2029.9), at(2030), at(2030.5), at(2031), at(2031.1)], [null, 10, 15, 20, null]);
});

test.run();
