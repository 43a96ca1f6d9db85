import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { suite } from 'uvu';
import { equal, is, match, not, ok } from 'uvu/assert';
import type { ProjectionDocument } from '../../src/index.ts';
import { buildout, spawned, spawnedCutShort, widest } from './buildout.ts';

/** Command lines: most are run in this process, and those that concern the process itself in one of their own. */
const test = suite('command');

const folder = mkdtempSync(join(tmpdir(), 'buildout-command-'));
test.after(() => rmSync(folder, { recursive: true }));

/** What a command prints when all is well. */
async function good(args: readonly string[]): Promise<string> {
  const { out, err, code } = await buildout(args);
  equal({ code, err }, { code: 0, err: '' }, args.join(' '));
  return out;
}

const PAGES = [
  ['--help'],
  ['run', '--help'],
  ['compare', '--help'],
  ['explain', '--help'],
  ['check', '--help'],
  ['export', '--help'],
  ['list', '--help'],
  ['list'],
  ['list', 'series'],
  ['list', 'levers'],
  ['list', 'levers', 'stargate-central'],
  ['run', 'stargate-central', '--series', 'all'],
  ['run', 'stargate-and-fabs'],
  ['compare', 'stargate-announced', 'stargate-central', 'fabs-7-trillion'],
  ['explain', 'stargate-central', 'electricity_cost', '--at', '2029-12', '--depth', '6'],
  ['check'],
  ['check', 'stargate-announced', 'stargate-and-fabs', '--claims'],
];
for (const args of PAGES) {
  test(`${args.join(' ')}: no line is wider than 80`, async () => {
    const out = await good(args);
    ok(out.length > 200);
    ok(widest(out) <= 80, `${widest(out)} columns`);
    ok(!/undefined|NaN|\[object|\p{Cc}/u.test(out.replaceAll('\n', '')));
  });
}

test('run tells the story, the headlines, series over time, and what binds', async () => {
  const out = await good(['run', 'stargate-announced', '--at', '2027,2029-06']);
  match(out, /^Stargate as announced\n/);
  match(out, /^Cost per gigawatt +\$[\d.]+ billion\/GW$/m);
  match(out, /^Money +2027 2029-06$/m);
  match(out, /^ Announced money, \$bn +500 +500 █+$/m);
  match(out, /^ Abilene TX: .*until 20\d\d-\d\d/m);
  match(out, /^Nothing at any time: .*chip plants running/m);
});

test('csv and json hold the same numbers, and run prints what export prints', async () => {
  const ids = 'spending,facility_in_use,facility_in_use.abilene,jobs_total,binding.abilene';
  const json = await good(['run', 'stargate-central', '--series', ids, '--format', 'json']);
  is(await good(['export', 'stargate-central', '--series', ids, '--format', 'json']), json);
  const { format, scenario, times, series, headlines } = JSON.parse(json) as ProjectionDocument;
  is(format, 'buildout-projection/1');
  is(scenario.id, 'stargate-central');
  equal(Object.keys(series), ids.split(','));
  ok(['npv', 'irr', 'payback', 'required_revenue', 'peak_jobs', 'cost_per_gw'].every((id) => id in headlines));

  const rows: Record<string, string>[] = parse(await good(['export', 'stargate-central', '--series', ids]), {
    columns: true,
  });
  is(rows.length, times.length * 5);
  for (const [id, { unit, values }] of Object.entries(series)) {
    const own = rows.filter((row) => row.id === id);
    equal(
      own.map(({ time }) => Number(time)),
      times,
    );
    equal(
      own.map(({ value }) => Number(value)),
      values,
    );
    ok(own.every((row) => row.unit === unit));
  }
  const wide: string[][] = parse(await good(['export', 'stargate-central', '--series', ids, '--wide']));
  equal(
    wide.slice(1).map((row) => Number(row[1])),
    series.spending?.values,
  );
});

test('--set changes a lever, by its name and in any unit', async () => {
  const args = ['--format', 'json', '--series', 'facility_in_use'];
  const read = (out: string) => (JSON.parse(out) as ProjectionDocument).series.facility_in_use?.values ?? [];
  const plain = read(await good(['export', 'stargate-announced', ...args]));
  const late = read(
    await good([
      'export',
      'stargate-announced',
      ...args,
      '--set',
      'grid_wait=72 months',
      '--set',
      'turbine_lead_time=5 years',
    ]),
  );
  const years = read(
    await good([
      'export',
      'stargate-announced',
      ...args,
      '--set',
      'grid_wait=6 years',
      '--set',
      'turbine_lead_time=60 months',
    ]),
  );
  equal(late, years);
  ok((late[48] ?? 0) < (plain[48] ?? 0));
});

const FILE = `format: buildout/1
extends: stargate-announced
title: 日本語の題名 and a title so long that it takes more than the eighty columns that a line may have in a pipe
metrics:
  dollars_per_job: { formula: spent_total / jobs_total, title: Dollars per job }
`;

test('a scenario comes from a file or from the standard input, and goes to a file', async () => {
  const path = join(folder, 'mine.yaml');
  const report = join(folder, 'report.txt');
  writeFileSync(path, FILE);
  const { out, err, code } = spawned(['run', '-'], FILE);
  equal({ err, code }, { err: '', code: 0 });
  match(out, /^日本語の題名 and a title/);
  match(out, /^Metrics of this scenario/m);
  match(out, /^ Dollars per job, /m);
  is(await good(['run', path, '-o', report]), '');
  is(readFileSync(report, 'utf8'), out);
});

test('compare shows inputs that differ, headlines and series, and one scenario against itself as changed', async () => {
  const out = await good([
    'compare',
    'stargate-announced',
    '--set',
    'grid_wait=4 years',
    '--series',
    'facility_energised',
    '--at',
    '2029',
  ]);
  match(out, /^A {2}Stargate as announced \(as it is\)\nB {2}Stargate as announced \(grid_wait=4 years\)$/m);
  match(out, /^ Grid wait +0 years +4 years$/m);
  match(out, /^ Peak jobs, thousand +A +[\d.]+$/m);
  match(out, /^ {3}B - A +-[\d.]+$/m);
  const rows: Record<string, string>[] = parse(
    await good([
      'compare',
      'funding-late',
      'power-late',
      '--format',
      'csv',
      '--series',
      'facility_in_use',
      '--at',
      '2029',
    ]),
    { columns: true },
  );
  const [first, second] = rows.filter(({ kind }) => kind === 'series');
  is(first?.scenario, 'funding-late');
  is(Number(second?.absolute), Number(second?.value) - Number(first?.value));
  const { series, inputs } = JSON.parse(
    await good([
      'compare',
      'funding-late',
      'power-late',
      '--format',
      'json',
      '--series',
      'facility_in_use',
      '--at',
      '2029',
    ]),
  ) as { series: { values: number[] }[]; inputs: { lever: string }[] };
  equal(series[0]?.values, [Number(first?.value), Number(second?.value)]);
  ok(inputs.some(({ lever }) => lever === 'grid_wait'));
});

test('list names what ships, levers with their sources, and series', async () => {
  match(await good(['list']), /^stargate-announced +Stargate as announced$/m);
  const levers: Record<string, string>[] = parse(await good(['list', 'levers', '--format', 'csv']), { columns: true });
  const wait = levers.find(({ name }) => name === 'grid_wait');
  ok(Number(wait?.low) < Number(wait?.central) && Number(wait?.central) < Number(wait?.high));
  match(wait?.citation ?? '', /^".+", .+, \d{4}/);
  const changed = JSON.parse(
    await good(['list', 'levers', 'stargate-announced', '--set', 'grid_wait=3 years', '--format', 'json']),
  ) as {
    name: string;
    value: number;
    stated: boolean;
  }[];
  equal(
    changed.filter(({ name }) => name === 'grid_wait').map(({ value, stated }) => ({ value, stated })),
    [{ value: 3, stated: true }],
  );
});

test('it ends as a process with the same words and codes', async () => {
  const lists = spawned(['list']);
  equal(lists, await buildout(['list']));
  equal(lists.code, 0);
  const misused = spawned(['run', 'stargate-anounced']);
  equal(misused, await buildout(['run', 'stargate-anounced']));
  equal(misused.code, 2);
});

test('--version tells that of the package and of the model', async () => {
  match(await good(['--version']), /^buildout \d+\.\d+\.\d+, model \d+\.\d+\.\d+\+[\da-f]+\n$/);
});

const BROKEN =
  'format: buildout/1\ntitle: Broken\ncommitmens: []\ncommitments:\n  - { id: a, title: A, total: 5 EUR }\n';

test('check tells every mistake of a file at its line and column, and that the others are good', async () => {
  const path = join(folder, 'broken.yaml');
  writeFileSync(path, BROKEN);
  const { out, code } = await buildout(['check', path, 'stargate-announced', '--format', 'csv']);
  is(code, 1);
  const rows: Record<string, string>[] = parse(out, { columns: true });
  equal(
    rows.map(({ line, column, where }) => [line, column, where]),
    [
      ['3', '1', 'commitmens'],
      ['5', '31', 'commitments.a.total'],
    ],
  );
  match(rows[0]?.message ?? '', `${path}:3:1: commitmens: `);
  match(rows[0]?.message ?? '', 'Did you mean commitments?');
  const table = (await buildout(['check', path, 'stargate-announced'])).out;
  match(table, /2 mistakes\n/);
  match(table, /^stargate-announced +good$/m);
  match(table, /^1 good, 1 bad$/m);
  ok(widest(table) <= 80);

  const run = spawned(['run', path]);
  is(run.code, 1);
  is(run.out, '');
  is(run.err.trim().split('\n').length, 2);
});

test('check holds what was claimed beside what the model gives', async () => {
  const out = await good(['check', 'stargate-announced', 'stargate-first-100', '--claims']);
  match(out, /^stargate_years: 4 years\n.*four years\.\n {3}4 years +as said \(stated\) +every scenario$/m);
  match(out, /^stargate_jobs: at least 200 thousand jobs$/m);
  const rows: Record<string, string>[] = parse(
    await good(['check', 'stargate-announced', '--claims', '--format', 'csv', '--set', 'stargate.years=6']),
    { columns: true },
  );
  const years = rows.find(({ claim }) => claim === 'stargate_years');
  equal([years?.said, years?.value, years?.holds], ['4', '6', 'false']);
});

const MISUSES: [args: string[], says: RegExp][] = [
  [[], /Usage: buildout/],
  [['rum', 'stargate-announced'], /unknown command 'rum'\n\(Did you mean run\?\)/],
  [['run'], /missing required argument/],
  [['run', 'stargate-anounced'], /no scenario "stargate-anounced" \(did you mean "stargate-announced"\?\)/],
  [['run', join(folder, 'none.yaml')], /none\.yaml: there is no such file/],
  [['run', 'stargate-announced', '--formt', 'csv'], /unknown option '--formt'\n\(Did you mean --format\?\)/],
  [['run', 'stargate-announced', '--format', 'xml'], /Allowed choices are table, csv, json/],
  [['run', 'stargate-announced', '--series', 'spendin'], /no series "spendin" \(did you mean "spending"\?\)/],
  [['run', 'stargate-announced', '--at', '2050'], /2050-01 is outside the run, which goes from 2025-01 to 2040-01/],
  [['run', 'stargate-announced', '--at', '2029', '--format', 'csv'], /--at chooses the columns of the table/],
  [['run', 'stargate-announced', '-o', join(folder, 'none', 'x')], /there is no such file or folder/],
  [
    ['run', 'stargate-announced', '--set', 'grid_wai=3', '--set', 'grid_wait=soon'],
    /--set grid_wai=3: .*Did you mean grid_wait\?\n--set grid_wait=soon: .*"4 years"/,
  ],
  [['compare', 'stargate-announced'], /one scenario alone is compared with itself as changed/],
  [['explain', 'stargate-announced', 'npw'], /"npw" \(did you mean "npv"\?\)/],
  [['export', 'stargate-announced', '--format', 'table'], /Allowed choices are csv, json/],
  [['list', 'lever'], /did you mean "levers"\?/],
];
for (const [args, says] of MISUSES) {
  test(`buildout ${args.join(' ').replaceAll(folder, '')}: misuse is told, with the nearest name`, async () => {
    const { out, err, code } = await buildout(args);
    is(code, 2);
    is(out, '');
    match(err, says);
    not.match(err, /\n\s+at /);
  });
}

test('a reader who goes away is no mistake', async () => {
  const { out, err, code } = await spawnedCutShort(['export', 'stargate-central']);
  equal({ err, code }, { err: '', code: 0 });
  match(out, /^id,title,unit,time,value\n/);
  for (const args of [['--help'], ['help', 'run'], ['run', '--help'], ['list']]) {
    equal(await spawnedCutShort(args, 'nothing'), { out: '', err: '', code: 0 }, args.join(' '));
  }
});

test.run();
