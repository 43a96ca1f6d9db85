import { parse } from 'csv-parse/sync';
import { test } from 'uvu';
import { equal, is, throws } from 'uvu/assert';
import { prepareMetrics, readScenario, scenarios, simulate, toCsv } from '../../src/index.ts';

const scenario = scenarios.find(({ id }) => id === 'stargate-announced') ?? readScenario('');
const projection = simulate(scenario);

test('tidy: a line for each value, every digit kept', () => {
  const rows: Record<string, string>[] = parse(toCsv(projection, { ids: ['spending', 'binding.abilene'] }), {
    columns: true,
  });
  is(rows.length, 2 * 181);
  equal(Object.keys(rows[0] ?? {}), ['id', 'title', 'unit', 'time', 'value']);
  const { values } = projection.series('spending');
  equal(
    rows.slice(0, 181).map(({ value }) => Number(value)),
    Array.from(values),
  );
  equal(
    rows.slice(0, 181).map(({ time }) => Number(time)),
    Array.from(projection.times),
  );
  equal([rows[181]?.title, rows[181]?.unit], ['What binds: Abilene TX', '1']);
});

test('without ids it holds every series', () => {
  const lines = toCsv(projection).trimEnd().split('\n');
  is(lines.length, 1 + projection.ids.length * 181);
});

test('wide: a column for each series', () => {
  const rows: string[][] = parse(toCsv(projection, { shape: 'wide', ids: ['spending', 'facility_in_use'] }));
  equal(rows[0], ['time', 'spending [USD/year]', 'facility_in_use [MW]']);
  is(rows.length, 182);
  equal(
    rows.slice(1).map((row) => Number(row[2])),
    Array.from(projection.series('facility_in_use').values),
  );
});

test('titles of strangers cannot break a line nor become a formula; undefined values are empty', async () => {
  const metrics = {
    a: { formula: 'spent_total / facility_in_use', title: '=HYPERLINK("x"), or\nworse' },
  };
  const run = simulate(await prepareMetrics({ ...scenario, metrics }));
  const rows: Record<string, string>[] = parse(toCsv(run, { ids: ['a'] }), { columns: true });
  is(rows.length, 181);
  is(rows[0]?.title, '\'=HYPERLINK("x"), or\nworse');
  is(rows[0]?.value, '');
  is(Number(rows[180]?.value), run.series('a').values[180]);
});

test('an unknown series is refused with the nearest', () => {
  throws(() => toCsv(projection, { ids: ['spendings'] }), /did you mean "spending"/);
});

test.run();
