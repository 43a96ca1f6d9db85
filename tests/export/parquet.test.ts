import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { membersOf } from '../../src/analysis/uncertainty/members.ts';
import { ensembleParquet, inputsParquet, runsParquet } from '../../src/export/parquet.ts';
import { scenarios } from '../../src/index.ts';

const announced = scenarios.find(({ id }) => id === 'stargate-announced')!;
const OPTIONS = { members: 40, ids: ['facility_in_use', 'spending', 'npv', 'payback'], targets: {} };
const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
test.after(() => rmSync(folder, { recursive: true }));

const database = await DuckDBInstance.create(':memory:');
const connection = await database.connect();

/** Asks DuckDB about a file that stands in the query as FILE. */
async function ask(bytes: Uint8Array, query: string): Promise<Record<string, unknown>[]> {
  const file = join(folder, 'table.parquet');
  writeFileSync(file, bytes);
  const found = await connection.runAndReadAll(query.replace('FILE', `'${file}'`));
  return found.getRowObjects();
}

const found = await ensemble(announced, OPTIONS);
const members = membersOf(announced, OPTIONS, [0, 1, 2, 39]);

test('DuckDB reads an ensemble back: every band at every time, to the bit', async () => {
  const bytes = await ensembleParquet(found);
  const rows = await ask(bytes, 'select * from FILE order by id, time');
  is(rows.length, 2 * 181 + 2);
  equal(Object.keys(rows[0] ?? {}), ['id', 'title', 'unit', 'time', 'p5', 'p25', 'p50', 'p75', 'p95']);
  const power = rows.filter(({ id }) => id === 'facility_in_use');
  for (const level of ['p5', 'p50', 'p95'] as const) {
    equal(
      power.map((row) => row[level]),
      [...found.bands.facility_in_use![level]],
    );
  }
  equal(
    power.map(({ time }) => time),
    [...found.times],
  );
  equal([power[0]?.unit, power[0]?.title], ['MW', 'In use']);
  const [npv] = rows.filter(({ id }) => id === 'npv');
  equal([npv?.time, npv?.p50], [null, found.headlines.npv?.p50]);
});

test('DuckDB sums a file up by itself', async () => {
  const [row] = await ask(await ensembleParquet(found), "select max(p95) as most from FILE where id = 'spending'");
  is(row?.most, Math.max(...found.bands.spending!.p95));
});

test('what was drawn, and the series of each member', async () => {
  const inputs = await ask(await inputsParquet(members), 'select * from FILE order by member');
  equal(
    inputs.map(({ member }) => member),
    [0, 1, 2, 39],
  );
  is(inputs[3]?.grid_wait, members[3]!.inputs.get('grid_wait'));
  is(inputs[3]?.npv, members[3]!.headlines.get('npv'));
  is(inputs[3]?.payback ?? null, members[3]!.headlines.get('payback'));
  const runs = await ask(await runsParquet(members, found.times), 'select * from FILE where member = 39 order by time');
  equal(
    runs.map((row) => row.spending),
    [...members[3]!.series.get('spending')!],
  );
  ok(runs.length === 181);
});

test.run();
