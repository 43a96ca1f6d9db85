import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { suite } from 'uvu';
import { equal, is, match, not, ok } from 'uvu/assert';
import {
  claimChances,
  distributionAt,
  drawTable,
  ensemble,
  importance,
  loadDocuments,
  scenarios,
  simulate,
} from '../../src/index.ts';
import { buildout, widest } from './buildout.ts';

/** Chances of claims, distributions, members laid open, and clouds of points, as the commands tell them. */
const test = suite('how sure');

const NAME = 'stargate-central';
const scenario = scenarios.find(({ id }) => id === NAME)!;
const folder = mkdtempSync(join(tmpdir(), 'buildout-sure-'));
test.after(() => rmSync(folder, { recursive: true }));

type Line = Record<string, string>;
const lines = (text: string): Line[] => parse(text, { columns: true });

async function good(args: readonly string[]): Promise<string> {
  const { out, err, code } = await buildout(args);
  equal({ code, err }, { code: 0, err: '' }, args.join(' '));
  return out;
}

/** A table for people: no wider than the paper, and nothing in it that is none. */
function readable(out: string): void {
  ok(widest(out) <= 80, `${widest(out)} columns`);
  not.match(out.replaceAll('\n', ''), /undefined|NaN|\[object|\p{Cc}/u);
}

const CHANCES = ['check', NAME, '--chances', '--members', '40', '--seed', '9'];

test('check --chances: how likely each claim is and what would make it hold, as the library finds it', async () => {
  const { claimChanceDocument } = await loadDocuments();
  const found = await claimChances(scenario, { members: 40, seed: 9 });
  const { chances } = JSON.parse(await good([...CHANCES, '--format', 'json']));
  equal(
    chances,
    JSON.parse(JSON.stringify([{ scenario: NAME, members: 40, seed: 9, claims: found.map(claimChanceDocument) }])),
  );
  const jobs = chances[0].claims.find(({ claim }: { claim: string }) => claim === 'stargate_jobs');
  equal(Object.keys(jobs), [
    ...['claim', 'says', 'kind', 'of', 'at', 'take', 'least', 'most', 'unit', 'chance', 'standard_error', 'members'],
    ...['now', 'holds', 'alone'],
  ]);
  const [{ levers, output }] = jobs.alone;
  equal(Object.keys(levers[0]), ['lever', 'unit', 'from', 'to']);
  const { lever, to } = levers[0];
  ok(output >= 200_000, `${output}`);
  is(simulate(scenario, { choose: new Map([[lever, to]]) }).headline('peak_jobs').value, output);
  const out = await good(CHANCES);
  readable(out);
  match(out, /stargate_jobs: at least 200 thousand jobs\n.*\n {3}Holds in [\d.]+ % of the members/);
  match(out.replace(/\s+/g, ' '), new RegExp(`not so\\. Least change: ${lever} from .* to .* of its range\\)`));
  const row = lines(await good([...CHANCES, '--format', 'csv'])).find(({ claim }) => claim === 'stargate_jobs')!;
  equal([row.change, Number(row.chance), Number(row.output)], [`${lever}=${to}`, jobs.chance, output]);
});

const DISTRIBUTION = ['ensemble', NAME, '--members', '60', '--seed', '3', '--of', 'facility_in_use', '--at', '2030'];

test('ensemble --of: the distribution of one number in one month', async () => {
  const found = await ensemble(scenario, { members: 60, seed: 3, ids: ['facility_in_use'] });
  const one = await distributionAt(found, { of: 'facility_in_use', at: '2030-01' });
  const { distribution, bands } = JSON.parse(await good([...DISTRIBUTION, '--format', 'json']));
  equal(Object.keys(distribution), ['of', 'at', 'unit', 'members', 'none', 'histogram', 'values']);
  equal(distribution.values, [...one.values]);
  is(distribution.values.length, 60);
  equal(Object.keys(bands), ['facility_in_use']);
  const out = await good(DISTRIBUTION);
  readable(out);
  const bars = out.split('\n').filter((line) => / to .* %/.test(line));
  is(bars.length, one.histogram.shares.length);
  const rows = lines(await good([...DISTRIBUTION, '--format', 'csv']));
  equal(
    rows.map(({ from, share }) => [Number(from), Number(share)]),
    Array.from(one.histogram.shares, (share, n) => [one.histogram.edges[n], share]),
  );
});

const DRAWS = ['ensemble', NAME, '--members', '70', '--seed', '3', '--rows', 'draws'];
const ASKED = { members: 70, seed: 3, ids: ['facility_in_use', 'irr'], at: ['2030-01', '2035-01'] };
const OF = ['--series', 'facility_in_use,irr', '--at', '2030,2035'];

test('ensemble --rows draws: csv, json and parquet hold the rows of the library', async () => {
  const table = await drawTable(scenario, ASKED);
  const wanted: (number | null)[][] = [];
  const wide = table.columns.length;
  await table.rows((rows) => {
    for (let from = 0; from < rows.length; from += wide)
      wanted.push(Array.from(rows.subarray(from, from + wide), (value) => (Number.isNaN(value) ? null : value)));
  });
  is(wanted.length, 70);
  const json = JSON.parse(await good([...DRAWS, ...OF, '--format', 'json']));
  equal(Object.keys(json), ['format', 'seed', 'method', 'columns', 'rows', 'members']);
  equal([json.format, json.members, json.rows], ['buildout-draws/1', 70, wanted]);
  const csv = parse(await good([...DRAWS, ...OF, '--format', 'csv'])) as string[][];
  equal(csv[0]?.slice(-3), ['facility_in_use@2030-01 [MW]', 'facility_in_use@2035-01 [MW]', 'irr [1]']);
  equal(
    csv.slice(1).map((row) => row.map((field) => (field === '' ? null : Number(field)))),
    wanted,
  );
  const file = join(folder, 'draws.parquet');
  is(await good([...DRAWS, ...OF, '--format', 'parquet', '--output', file]), '');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const read = await connection.runAndReadAll(`select * from '${file}' order by member`);
  equal(read.getRows(), wanted);
});

test('importance --scatter: every run of one lever, as csv, json and picture', async () => {
  const args = ['importance', NAME, '--of', 'npv', '--members', '20', '--seed', '4', '--scatter', 'it_cost'];
  const found = await importance(scenario, { of: 'npv' }, { members: 20, seed: 4 });
  const { inputs, outputs } = found.scatter('it_cost');
  const { rows, scatter } = JSON.parse(await good([...args, '--format', 'json']));
  ok(rows.length > 10);
  equal(Object.keys(scatter), ['lever', 'input_unit', 'of', 'at', 'unit', 'inputs', 'outputs']);
  equal([scatter.inputs, scatter.outputs], [[...inputs], [...outputs]]);
  const csv = parse(await good([...args, '--format', 'csv'])) as string[][];
  equal(csv[0], ['it_cost [USD/accelerator]', 'npv [USD]']);
  equal(
    csv.slice(1).map((row) => row.map(Number)),
    Array.from(inputs, (value, n) => [value, outputs[n]]),
  );
  const out = await good(args);
  readable(out);
  const cloud = out.split('\n').filter((line) => line.includes('│'));
  is(cloud.length, 16);
  ok(cloud.join('').match(/[·░▒▓█]/g)!.length > 15);
});

const MISUSES: readonly (readonly [string[], RegExp])[] = [
  [['check', NAME, '--members', '10'], /--members and --seed are for --chances/],
  [['check', NAME, '--chances', '--members', '1.5'], /whole number from 1/],
  [['ensemble', NAME, '--of', 'facility_in_us'], /did you mean "facility_in_use"/],
  [['ensemble', NAME, '--of', 'npv', '--at', '2030'], /one number of the whole run/],
  [['ensemble', NAME, '--of', 'facility_in_use', '--at', '2030,2031'], /name one month/],
  [['ensemble', NAME, '--rows', 'draws'], /is for files/],
  [['ensemble', NAME, '--rows', 'runs', '-f', 'json'], /csv and parquet/],
  [['ensemble', NAME, '--rows', 'runs', '-f', 'csv', '--series', 'npv'], /"npv" is one number of a whole run/],
  [['ensemble', NAME, '--rows', 'draws', '-f', 'csv', '--target', 'npv>=0'], /does not hold/],
  [['ensemble', NAME, '--rows', 'draws', '-f', 'csv', '--at', '2060'], /outside the run/],
  [['importance', NAME, '--of', 'npv', '--scatter', 'it_cots'], /did you mean "it_cost"/],
  [['importance', NAME, '--of', 'npv', '--scatter', 'stargate.total'], /is sure in this scenario/],
];
for (const [args, words] of MISUSES) {
  test(`${args.join(' ')}: 2, and why`, async () => {
    const { out, err, code } = await buildout(args);
    equal({ out, code }, { out: '', code: 2 });
    match(err, words);
    not.match(err, /mistake in the program|\n\s+at /);
  });
}

test.run();
