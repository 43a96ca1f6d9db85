import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Finished, judge, neverRun } from './support/results.ts';

/**
 * Runs every test file in a process of its own and ends with the line `N passed, N failed`.
 *
 *   npm test                     all files below tests/
 *   npm test -- engine browser   files whose path holds one of the words
 *   npm test -- --root FOLDER --timeout SECONDS --jobs N
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: 'string', default: fileURLToPath(new URL('.', import.meta.url)) },
    timeout: { type: 'string', default: '600' },
    jobs: { type: 'string', default: String(Math.max(1, Math.min(4, availableParallelism()))) },
  },
});
const root = resolve(values.root);
const milliseconds = Number(values.timeout) * 1000;

/** Long ones first, so that the last process to end is a short one. */
const SLOW = /^(browser|package)/;

function findFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('fixtures/'))
    .filter((path) => positionals.length === 0 || positionals.some((word) => `tests/${path}`.includes(word)))
    .sort((a, b) => Number(SLOW.test(b)) - Number(SLOW.test(a)) || (a < b ? -1 : 1));
}

function runFile(path: string): Promise<Finished> {
  const { FORCE_COLOR: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, path)], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...environment, NO_COLOR: '1', NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((done) => {
    let output = '';
    let timedOut = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    // Asked first, so that a browser the test started is closed too.
    const limit = setTimeout(() => {
      timedOut = true;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    }, milliseconds);
    child.on('error', (error) => {
      output += String(error);
    });
    const end = (code: number | null) => done({ output, code, timedOut });
    child.on('close', end);
    child.on('exit', (code) => {
      clearTimeout(limit);
      // A pipe that a grandchild still holds must not keep the suite waiting.
      setTimeout(end, 1000, code).unref();
    });
  });
}

const files = findFiles(root);
const waiting = [...files];
let passed = 0;
let failed = 0;

async function work(): Promise<void> {
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const begin = performance.now();
    const finished = await runFile(path);
    const result = judge(finished, neverRun(join(root, path)));
    passed += result.passed;
    failed += result.failed;
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    const counts = result.failed ? `${result.passed} passed, ${result.failed} FAILED` : `${result.passed} passed`;
    // An indent keeps a file's own words from being read as the closing line.
    const details = result.failed ? `${finished.output.trimEnd().replace(/^/gm, '    | ')}\n` : '';
    const complaints = result.complaints.map((complaint) => `    ${path} ${complaint}\n`).join('');
    process.stdout.write(
      `${result.failed ? 'FAIL' : 'ok  '} ${path}: ${counts} (${seconds} s)\n${details}${complaints}`,
    );
  }
}

await Promise.all(Array.from({ length: Number(values.jobs) }, work));
if (files.length === 0) {
  console.log(
    `No test file below ${relative(process.cwd(), root) || '.'} matches ${positionals.join(' ') || '*.test.ts'}`,
  );
  failed = 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
