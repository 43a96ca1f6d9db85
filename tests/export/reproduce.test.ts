import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import { equal, is, match, ok, throws } from 'uvu/assert';
import {
  applySettings,
  compare,
  openScenario,
  type ReproducedView,
  reproduce,
  type Scenario,
  scenarios,
  setLever,
  simulate,
  toDocument,
} from '../../src/index.ts';

/** The command line and the program that a view names are run as a reader would run them, and give its numbers. */
const test = suite('reproduce');

const central = scenarios.find(({ id }) => id === 'stargate-central') as Scenario;
const announced = scenarios.find(({ id }) => id === 'stargate-announced') as Scenario;
const changed = applySettings(central, [
  'grid_wait=3.1 years',
  'stargate.profile=even',
  'ercot.electricity_price=61 USD/MWh',
]);
const own = await openScenario(`
format: buildout/1
title: L’été, "$HOME" and \`more\`
start: 2025-07
horizon: 2033-01
commitments: [{ id: one, total: 30 billion USD, start: 2025-09, years: 3 }]
metrics: { dear: { formula: spent_total / jobs_total, title: Dear } }
`);

const root = new URL('../../', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'buildout-again-'));
const tsx = import.meta.resolve('tsx');
// A shell finds the command by its name, as it does where the package is installed.
const bin = join(folder, 'bin');
mkdirSync(bin);
const main = fileURLToPath(new URL('src/cli/main.ts', root));
writeFileSync(join(bin, 'buildout'), `#!/bin/sh\nexec "${process.execPath}" --import "${tsx}" "${main}" "$@"\n`);
chmodSync(join(bin, 'buildout'), 0o755);
test.after(() => rmSync(folder, { recursive: true }));

/** What a command line prints, in the folder where the files are. */
function printed(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
    const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece) => {
      out += piece;
    });
    child.stderr.on('data', (piece) => {
      err += piece;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${command} ended with ${code}: ${err}`)),
    );
  });
}

async function both(list: readonly Scenario[], view: ReproducedView) {
  const { command, typescript, files } = reproduce(list, view);
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  const program = join(folder, 'program.mts');
  // The package's name stands for its sources, so that nothing has to be built first; tests/package.test.ts imports it by name.
  writeFileSync(program, typescript.replace("'ai-buildout'", `'${new URL('src/index.ts', root).href}'`));
  const texts = await Promise.all([
    printed('/bin/sh', ['-c', command]),
    printed(process.execPath, ['--import', tsx, program]),
  ]);
  return texts.map((text) => JSON.parse(text));
}

const ids = ['facility_in_use', 'spent.stargate', 'binding.abilene'];

test('a changed scenario that ships: its name and its settings', async () => {
  const { command, files } = reproduce([changed], { series: ids });
  equal(files, []);
  match(command, 'buildout run stargate-central --set ');
  match(command, ' --set stargate.profile=even ');
  match(command, ' --set "grid_wait=3.1 years" ');
  const wanted = toDocument(simulate(changed), ids);
  for (const { times, series, headlines } of await both([changed], { series: ids })) {
    equal({ times, series, headlines }, { times: wanted.times, series: wanted.series, headlines: wanted.headlines });
  }
});

test('a scenario of one’s own: a file, whatever its title', () => {
  const { command, files } = reproduce([own]);
  equal(
    files.map(({ name }) => name),
    ['l-e-te-home-and-more.yaml'],
  );
  is(command, 'buildout run l-e-te-home-and-more.yaml --format json');
});

test('several: names and files, held against the first', async () => {
  const list = [announced, own, changed];
  const view = { series: ['facility_in_use', 'jobs_total'], at: ['2028-07', '2031-01'] };
  const { command } = reproduce(list, view);
  is(
    command,
    'buildout compare stargate-announced l-e-te-home-and-more.yaml central-reading.yaml --series facility_in_use,jobs_total --at 2028-07,2031-01 --format json',
  );
  const wanted = compare(
    list.map((scenario) => simulate(scenario)),
    { ids: view.series, at: view.at },
  );
  for (const { headlines, series } of await both(list, view))
    equal({ headlines, series }, { headlines: wanted.headlines, series: wanted.series });
});

test('a scenario beside itself as changed: one name with settings', () => {
  const later = setLever(central, 'grid_wait', 1);
  const { command, files } = reproduce([central, later], { at: ['2030-01'] });
  is(command, 'buildout compare stargate-central --set "grid_wait=1 year" --at 2030-01 --format json');
  equal(files, []);
});

test('what settings cannot say becomes a file', () => {
  const ranged = setLever(central, 'grid_wait', { low: 1, central: 2, high: 4 });
  const without = setLever(central, 'stargate.share_delivered');
  const fewer = { ...central, sites: central.sites.slice(1) };
  for (const scenario of [ranged, without, fewer]) {
    const { command, files } = reproduce([scenario]);
    is(command, 'buildout run central-reading.yaml --format json');
    is(files.length, 1);
  }
  const { files } = reproduce([ranged, without]);
  equal(
    files.map(({ name }) => name),
    ['central-reading.yaml', 'central-reading-2.yaml'],
  );
});

test('words that change no number do not matter: title, locks, targets', () => {
  const same = { ...changed, title: 'Mine', description: '', locks: ['grid_wait'] };
  is(reproduce([same]).command, reproduce([changed]).command);
});

test('a scenario that ships is its name, every one of them', () => {
  for (const scenario of scenarios) is(reproduce([scenario]).command, `buildout run ${scenario.id} --format json`);
});

test('a span is a setting too', () => {
  const { command } = reproduce([applySettings(announced, ['horizon=2035-01', 'step=0.5 months'])]);
  is(command, 'buildout run stargate-announced --set horizon=2035-01 --set "step=0.5 months" --format json');
  throws(() => reproduce([]), 'there is no scenario to reproduce');
});

test('every word of a command line survives the shell', async () => {
  // Titles reach the command as plain names; only quantities are quoted.
  const tricky = { ...own, title: `'; echo "$(id)" #` };
  const { command, files } = reproduce([tricky]);
  is(command, 'buildout run echo-id.yaml --format json');
  ok(files[0]?.text.includes('$(id)'));
});

test.run();
