import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { drawTable, type MemberTable, runTable } from '../../src/analysis/uncertainty/member-table.ts';
import { membersOf } from '../../src/analysis/uncertainty/members.ts';
import { ensembleParquet, parquetTable } from '../../src/export/parquet.ts';
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

/** A table as the file it becomes, and how many pieces that came in. */
async function fileOf(table: MemberTable, group?: number): Promise<{ bytes: Uint8Array; pieces: number }> {
  const file = parquetTable(table.columns, group);
  const pieces: Uint8Array[] = [];
  await table.rows((rows) => {
    pieces.push(file.add(rows));
  });
  pieces.push(file.end());
  return { bytes: Buffer.concat(pieces), pieces: pieces.filter(({ length }) => length > 0).length };
}

test('DuckDB reads an ensemble back: every band at every time, to the bit', async () => {
  const bytes = ensembleParquet(found);
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
  const [row] = await ask(ensembleParquet(found), "select max(p95) as most from FILE where id = 'spending'");
  is(row?.most, Math.max(...found.bands.spending!.p95));
});

test('draws: a row a member, with what was drawn, its headlines, and series in the months that were asked for', async () => {
  const table = drawTable(announced, { ...OPTIONS, at: ['2027-01', '2030-06'] });
  const { bytes } = await fileOf(table);
  const rows = await ask(bytes, 'select * from FILE order by member');
  is(rows.length, 40);
  equal(
    Object.keys(rows[0] ?? {}),
    table.columns.map(({ name }) => name),
  );
  for (const { member, inputs, headlines, series } of members) {
    const row = rows[member]!;
    is(row.member, member);
    for (const [lever, value] of inputs) is(row[lever], value, lever);
    for (const [id, value] of headlines) is(row[id], value, id);
    is(row['spending@2027-01'], series.get('spending')![24]);
    is(row['facility_in_use@2030-06'], series.get('facility_in_use')![65]);
  }
});

test('runs: a row a member and time, written in pieces that are one file', async () => {
  const options = { members: 150, ids: ['spending', 'facility_in_use', 'jobs_total'] };
  const { bytes, pieces } = await fileOf(runTable(announced, options), 20_000);
  ok(pieces > 3, `${pieces} pieces`);
  const [count] = await ask(
    bytes,
    'select count(*)::INT as rows, max(member) as last, count(distinct member)::INT as all from FILE',
  );
  equal(count, { rows: 150 * 181, last: 149, all: 150 });
  const [{ member, series } = members[0]!] = membersOf(announced, options, [134]);
  const rows = await ask(bytes, `select * from FILE where member = ${member} order by time`);
  equal(
    rows.map(({ time }) => time),
    [...found.times],
  );
  for (const id of options.ids)
    equal(
      rows.map((row) => row[id]),
      [...series.get(id)!],
      id,
    );
});

test('the file of no members is a file', async () => {
  const cancel = { aborted: true };
  const { bytes } = await fileOf(runTable(announced, { members: 10, ids: ['spending'], cancel }));
  equal(await ask(bytes, 'select count(*)::INT as rows from FILE'), [{ rows: 0 }]);
});

test.run();
