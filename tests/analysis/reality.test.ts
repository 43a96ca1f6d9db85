import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { reality } from '../../src/generated/reality.ts';
import { realityCheck, scenarios, simulate } from '../../src/index.ts';

const rows = realityCheck();
const row = (id: string) => rows.find(({ figure }) => figure.id === id);

test('every figure is asked of the model, or says why it is not', () => {
  equal(
    rows.map(({ figure }) => figure.id),
    reality.map(({ id }) => id),
  );
  for (const { figure, model, verdict } of rows) {
    is(model === undefined, figure.silent !== undefined, figure.id);
    is(verdict === 'silent', figure.silent !== undefined, figure.id);
  }
  ok(rows.filter(({ model }) => model).length >= 25);
});

test('the model gives a number with its ends around it, and every miss is explained', () => {
  for (const { figure, model } of rows) {
    if (!model) continue;
    ok(Number.isFinite(model.low) && Number.isFinite(model.high), figure.id);
    ok(model.low <= model.central && model.central <= model.high, figure.id);
  }
  equal(
    rows.filter(({ unexplained }) => unexplained).map(({ figure }) => figure.id),
    [],
  );
});

test('figures are in the published unit', () => {
  const announced = scenarios.find(({ id }) => id === 'stargate-announced');
  ok(announced);
  const run = simulate(announced);
  is(row('stargate_target')?.model?.central, run.at('facility_in_use', '2029-01') / 1000);
  is(row('whitehouse_100k_jobs')?.model?.central, run.at('jobs_total', '2026-01'));
});

test('the verdict follows from the figures', () => {
  for (const { figure, model, verdict } of rows) {
    if (!model) continue;
    const { low, high = Number.POSITIVE_INFINITY } = figure.published;
    const [least, most] = [low * 0.99, high * 1.01];
    const inside = model.central >= least && model.central <= most;
    const apart = model.high < least || model.low > most;
    is(verdict, inside ? 'inside' : apart ? 'miss' : 'overlaps', figure.id);
  }
});

test('what the announcement promised is near what the model makes of it', () => {
  const gigawatts = row('stargate_target')?.model?.central ?? 0;
  ok(gigawatts >= 7 && gigawatts <= 12, `${gigawatts} GW by 2029`);
  is(row('abilene_operating_apr2026')?.verdict, 'inside');
});

test.run();
