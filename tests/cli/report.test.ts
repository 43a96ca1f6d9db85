import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import { equal, is, match } from 'uvu/assert';
import { applySettings, type Scenario, scenarios, toReport } from '../../src/index.ts';
import { buildout } from './buildout.ts';

const test = suite('report');
const folder = mkdtempSync(join(tmpdir(), 'buildout-report-'));
test.after(() => rmSync(folder, { recursive: true }));

const central = scenarios.find(({ id }) => id === 'stargate-central') as Scenario;

test('it writes the report of the scenario as it was set', async () => {
  const file = join(folder, 'late.html');
  equal(await buildout(['report', 'stargate-central', '--set', 'grid_wait=5 years', '-o', file]), {
    out: '',
    err: '',
    code: 0,
  });
  is(readFileSync(file, 'utf8'), await toReport(applySettings(central, ['grid_wait=5 years'])));
});

test('into a pipe it is written as well; it comes in one form only', async () => {
  const { out, code } = await buildout(['report', 'stargate-central']);
  is(code, 0);
  match(out, /^<!doctype html>/);
  const { err, code: wrong } = await buildout(['report', 'stargate-central', '--format', 'csv']);
  is(wrong, 2);
  match(err, '--format');
});

test('a screen is spared', async () => {
  const { isTTY } = process.stdout;
  process.stdout.isTTY = true;
  try {
    const { report } = await import('../../src/cli/report.ts');
    const message = await report('stargate-central', {}).catch((error: Error) => error.message);
    is(message, 'report writes a file: name it with -o FILE.html');
  } finally {
    process.stdout.isTTY = isTTY;
  }
});

test.run();
