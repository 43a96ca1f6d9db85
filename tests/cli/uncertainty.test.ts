import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { suite } from 'uvu';
import { equal, is, match, not, ok } from 'uvu/assert';
import { ensemble, importance, loadDocuments, region, scenarios, seek, tornado } from '../../src/index.ts';
import { buildout, widest } from './buildout.ts';

/** The commands that ask how sure, what matters, and what it would take. What they find is the question of tests/uncertainty. */
const test = suite('uncertainty commands');

const NAME = 'stargate-central';
const scenario = scenarios.find(({ id }) => id === NAME)!;
const WHEN = { of: 'facility_in_use', at: '2030-01' };
const OF = ['--of', WHEN.of, '--at', WHEN.at];
const GOAL = 'facility_in_use>=8 GW@2030-01';
const TARGETS = { [GOAL]: { ...WHEN, least: 8000 } };
const documents = await loadDocuments();

/** Each command, asked for little. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  ensemble: [NAME, '--members', '40', '--seed', '7', '--series', 'facility_in_use,npv,irr', '--target', GOAL],
  tornado: [NAME, ...OF],
  importance: [NAME, ...OF, '--members', '2', '--seed', '7'],
  seek: [NAME, ...OF, '--target', '6 GW', '--by', 'slip'],
  region: [NAME, '--x', 'slip', '--y', 'it_cost', '--points', '6', '--target', GOAL],
};

/** What the library gives for the same, as the documents of the commands. */
const EXPECTED: Readonly<Record<string, () => Promise<unknown>>> = {
  ensemble: async () =>
    documents.ensembleDocument(
      await ensemble(scenario, { members: 40, seed: 7, ids: ['facility_in_use', 'npv', 'irr'], targets: TARGETS }),
    ),
  tornado: async () => documents.tornadoDocument(await tornado(scenario, WHEN)),
  importance: async () => documents.importanceDocument(await importance(scenario, WHEN, { members: 2, seed: 7 })),
  seek: async () => documents.seekDocument(await seek(scenario, { ...WHEN, target: 6000, by: ['slip'] })),
  region: async () =>
    documents.regionDocument(await region(scenario, ['slip', 'it_cost'], { points: 6, targets: TARGETS })),
};

const found = new Map<string, Promise<unknown>>();

function expected<T = unknown>(name: string): Promise<T> {
  const known = found.get(name) ?? EXPECTED[name]!();
  found.set(name, known);
  return known as Promise<T>;
}

async function good(args: readonly string[]): Promise<string> {
  const { out, err, code } = await buildout(args);
  equal({ code, err }, { code: 0, err: '' }, args.join(' '));
  return out;
}

type Line = Record<string, string>;
const lines = (text: string): Line[] => parse(text, { columns: true });

test('ensemble --against: bands of the difference, which the library gives too', async () => {
  const args = ['ensemble', NAME, '--members', '20', '--series', 'facility_in_use', '--against', 'stargate-announced'];
  const document = JSON.parse(await good([...args, '-f', 'json']));
  const against = scenarios.find(({ id }) => id === 'stargate-announced')!;
  const same = await ensemble(scenario, { members: 20, ids: ['facility_in_use'], targets: {}, against });
  equal(document, JSON.parse(JSON.stringify(documents.ensembleDocument(same))));
  is(document.against, against.title);
  match(await good(args), /^Central reading less Stargate as announced: 20 members/u);
  const refused = await buildout([...args, '--rows', 'draws', '-f', 'csv']);
  is(refused.code, 2);
  match(refused.err, /--against gives bands of a difference/u);
});

for (const [name, args] of Object.entries(COMMANDS)) {
  test(`${name}: help and table are no wider than 80, without anything undefined`, async () => {
    for (const out of [await good([name, '--help']), await good([name, ...args])]) {
      ok(out.length > 100);
      ok(widest(out) <= 80, `${widest(out)} columns`);
      ok(!/undefined|NaN|\[object|\p{Cc}/u.test(out.replaceAll('\n', '')), out);
    }
  });

  test(`${name}: json is what the library gives`, async () => {
    const out = await good([name, ...args, '--format', 'json']);
    is(out, `${JSON.stringify(await expected(name))}\n`);
  });
}

test('ensemble as csv: a line for each month of a series, each headline and each target, as in json', async () => {
  const [text, again] = [
    await good(['ensemble', ...COMMANDS.ensemble!, '--format', 'csv']),
    await expected<ReturnType<typeof documents.ensembleDocument>>('ensemble'),
  ];
  const { bands, headlines, chances, times } = again;
  const all = lines(text);
  const series = all.filter(({ kind }) => kind === 'series');
  is(series.length, times.length);
  equal(
    series.map((line) => [Number(line.time), Number(line.p5), Number(line.p95)]),
    times.map((time, k) => [time, bands.facility_in_use?.p5[k], bands.facility_in_use?.p95[k]]),
  );
  const npv = all.find(({ id }) => id === 'npv')!;
  equal([Number(npv.p50), Number(npv.none)], [headlines?.npv?.p50, headlines?.npv?.none]);
  is(Number(all.find(({ kind }) => kind === 'target')?.chance), chances?.[GOAL]?.chance);
});

test('ensemble: another seed draws others, and --set is heard', async () => {
  const args = ['ensemble', NAME, '--members', '20', '--series', 'npv', '--format', 'json'];
  const npv = async (more: readonly string[]): Promise<number> =>
    JSON.parse(await good([...args, ...more])).headlines.npv.p50;
  const first = await npv(['--seed', '1']);
  is(await npv(['--seed', '1']), first);
  is.not(await npv(['--seed', '2']), first);
  is.not(await npv(['--seed', '1', '--set', 'it_cost=60000']), first);
});

test('tornado: bars in the order of their swing, csv with every lever', async () => {
  const out = await good(['tornado', ...COMMANDS.tornado!, '--most', '3']);
  match(out, /^slip +0 to 24 months +[\d.]+ GW [ ░█]*│[ ░█]* [\d.]+ GW$/m);
  is(out.split('\n').filter((line) => line.includes('│')).length, 3);
  const rows = lines(await good(['tornado', ...COMMANDS.tornado!, '--format', 'csv']));
  const { rows: all } = await expected<ReturnType<typeof documents.tornadoDocument>>('tornado');
  equal(
    rows.map(({ lever, low_output, high_output }) => [lever, Number(low_output), Number(high_output)]),
    all.map(({ lever, low, high }) => [lever, low.output, high.output]),
  );
  is(rows[0]?.input_unit, 'month');
});

test('importance as csv: a line a lever, with both errors', async () => {
  const rows = lines(await good(['importance', ...COMMANDS.importance!, '--format', 'csv']));
  const { rows: all } = await expected<ReturnType<typeof documents.importanceDocument>>('importance');
  equal(
    rows.map((row) => [row.lever, Number(row.total), Math.max(Number(row.first_order_error), Number(row.total_error))]),
    all.map(({ lever, total, standard_error }) => [lever, total, standard_error]),
  );
});

test('seek: a run with what it found gives what was wanted', async () => {
  const out = await good(['seek', ...COMMANDS.seek!]);
  const setting = /^ {2}\$ buildout run stargate-central --set (slip=[\d.]+)$/m.exec(out)?.[1];
  const csv = await good(['export', NAME, '--set', setting!, '--series', 'facility_in_use']);
  const then = lines(csv).find(({ time }) => time === '2030')!;
  ok(Math.abs(Number(then.value) - 6000) < 1e-3, then.value);
  const [row] = lines(await good(['seek', ...COMMANDS.seek!, '--format', 'csv']));
  equal([row?.found, `${row?.lever}=${row?.input}`, row?.unit], ['true', setting, 'MW']);
});

test('seek out of reach: what comes closest, why, and exit code 1', async () => {
  const args = ['seek', NAME, ...OF, '--target', '60 GW', '--by', 'grid_wait'];
  const json = await buildout([...args, '--format', 'json']);
  equal({ code: json.code, err: json.err }, { code: 1, err: '' });
  const { found, closest, reason } = JSON.parse(json.out);
  is(found, false);
  equal(Object.keys(closest), ['lever', 'input', 'output', 'unit']);
  ok(closest.output > 5000 && closest.output < 60000);
  match(reason, /grid_wait/);
  const table = await buildout(args);
  is(table.code, 1);
  match(table.out, /is out of\s+reach:\s[^:]*grid_wait/);
  const csv = await buildout([...args, '--format', 'csv']);
  is(csv.code, 1);
  is(lines(csv.out)[0]?.reason, reason);
});

test('region: the map shows the points of the csv', async () => {
  const rows = lines(await good(['region', ...COMMANDS.region!, '--format', 'csv']));
  is(rows.length, 36);
  const output = `${GOAL} [MW]`;
  ok(rows.some(({ holds }) => holds === 'true') && rows.some(({ holds }) => holds === 'false'));
  for (const row of rows) is(row.holds, String(Number(row[output]) >= 8000));
  const map = (await good(['region', ...COMMANDS.region!])).split('\n').filter((line) => line.includes('│'));
  const holds = (column: number, row: number): boolean => rows[row * 6 + column]?.holds === 'true';
  const drawn = [2, 1, 0].map((pair) =>
    Array.from({ length: 6 }, (_, column) => {
      const [high, low] = [holds(column, 2 * pair + 1), holds(column, 2 * pair)];
      return high ? (low ? '█' : '▀') : low ? '▄' : '·';
    }).join(''),
  );
  const shown = map.map((line) => line.slice(line.indexOf('│') + 1));
  // The mark of where the levers are now stands for one of the others.
  const now = shown.join('').indexOf('◆');
  ok(now >= 0);
  is(shown.join('').replace('◆', drawn.join('')[now]!), drawn.join(''));
});

const MISUSES: readonly (readonly [string[], RegExp])[] = [
  [['ensemble', NAME, '--members', '0'], /Expected a whole number from 1/],
  [['ensemble', NAME, '--method', 'dice'], /Allowed choices are latin-hypercube, random, sobol/],
  [['ensemble', NAME, '--series', 'facility_in_us'], /did you mean "facility_in_use"/i],
  [['ensemble', NAME, '--at', '2060'], /--at 2060-01 is outside the run/],
  [['ensemble', NAME, '--target', 'npv'], /expected a target such as/],
  [['ensemble', NAME, '--target', 'facility_in_use>=8 jobs@2030'], /facility_in_use: .*8 jobs/],
  [['tornado', NAME], /required option '--of <id>'/],
  [['tornado', NAME, '--of', 'facility_in_use', '--at', '2060-01'], /2060-01/],
  [['importance', NAME, '--of', 'npv', '--at', '2030-01'], /"npv" is one number of the whole run/],
  [['importance', NAME, '--of', 'npv', '--members', '1'], /Expected a whole number from 2/],
  [['seek', NAME, '--of', 'npv', '--target', '0', '--by', 'it_cots'], /no lever "it_cots".*it_cost/],
  [['seek', NAME, '--of', 'npv', '--target', 'much', '--by', 'it_cost'], /npv: .*much/],
  [['region', NAME, '--x', 'slip', '--y', 'slip', '--target', GOAL], /"slip" cannot be both axes/],
  [['region', NAME, '--x', 'slip', '--y', 'it_cost', '--points', '100', '--target', GOAL], /the map has room for/],
];
for (const [args, words] of MISUSES) {
  test(`${args.join(' ')}: 2, and why`, async () => {
    const { out, err, code } = await buildout(args);
    equal({ out, code }, { out: '', code: 2 });
    match(err, words);
    not.match(err, /mistake in the program|\n\s+at /);
  });
}

/** What a real process leaves behind that is interrupted after a while. Its code is null where it had not even started. */
async function interrupted(after: number): Promise<{ code: number | null; out: string; err: string }> {
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
  const args = ['ensemble', NAME, '--members', '500000', '--series', 'npv', '--format', 'json'];
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args]);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const stop = setTimeout(() => child.kill('SIGINT'), after);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearTimeout(stop);
  return { code, out, err };
}

test('Ctrl-C leaves what is done, says so, and ends well; the terminal alone is told of progress', async () => {
  // A busy machine may need longer to start the program.
  let { code, out, err } = await interrupted(6000);
  for (const after of [15_000, 40_000]) if (code === null) ({ code, out, err } = await interrupted(after));
  if (code === 130) {
    // A machine too busy to do any member by then.
    equal([out, err], ['', 'Stopped before any of 500,000 members was done: there is nothing to tell.\n']);
    return;
  }
  is(code, 0);
  const { members, asked, headlines } = JSON.parse(out);
  is(asked, 500000);
  ok(members > 0 && members < asked);
  ok(Number.isFinite(headlines.npv.p50));
  is(err, `Stopped: this is what ${members.toLocaleString('en-US')} of 500,000 members say.\n`);
});

test.run();
