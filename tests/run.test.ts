import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import { equal, match, not, ok } from 'uvu/assert';

/** The test runner on files that do wrong what a test file can do wrong. */
const runner = fileURLToPath(new URL('run.ts', import.meta.url));
const fixtures = fileURLToPath(new URL('fixtures/runner', import.meta.url));

function run(...words: string[]): { output: string; lines: string[]; code: number | null } {
  const args = ['--import', 'tsx', runner, '--root', fixtures, '--timeout', '15', ...words];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { output: stdout, lines: stdout.trimEnd().split('\n'), code: status };
}

/** What the runner must say of each file: passed, failed, and a reason where no test failed by itself. */
const CASES: Record<string, [passed: number, failed: number, reason?: RegExp]> = {
  passes: [2, 0],
  fails: [1, 1],
  lies: [0, 1],
  'before-throws': [0, 1],
  'forgets-run': [0, 2, /ended without a summary \(exit code 0\)/],
  'forgets-one-run': [1, 1, /never calls forgotten\.run\(\)/],
  only: [1, 1, /left out 1 tests: a forgotten \.only or \.skip/],
  skip: [1, 1, /left out 1 tests: a forgotten \.only or \.skip/],
  empty: [0, 1, /ran no test/],
  'crashes-at-import': [0, 1, /ended without a summary \(exit code 1\)/],
  'crashes-in-a-test': [0, 1, /ended without a summary/],
  'crashes-afterwards': [1, 1, /ended with exit code/],
  'never-ends': [0, 1, /ran out of time/],
};

const all = run();

for (const [name, [passed, failed, reason]] of Object.entries(CASES)) {
  test(`${name}: ${failed ? 'refused' : 'passes'}`, () => {
    const head = failed
      ? `FAIL ${name}.test.ts: ${passed} passed, ${failed} FAILED (`
      : `ok   ${name}.test.ts: ${passed} passed (`;
    equal(all.lines.filter((line) => line.startsWith(head)).length, 1, all.output);
    const complaints = all.lines.filter((line) => line.startsWith(`    ${name}.test.ts `)).join('\n');
    if (reason) match(complaints, reason);
    else equal(complaints, '');
  });
}

test('the closing line is the sum, and the exit code says so', () => {
  const sum = (place: 0 | 1) => Object.values(CASES).reduce((total, counts) => total + counts[place], 0);
  equal(all.lines.at(-1), `${sum(0)} passed, ${sum(1)} failed`);
  equal(all.code, 1);
  equal(readdirSync(fixtures).length, Object.keys(CASES).length);
});

test('when all is well, exit code 0', () => {
  const { lines, output, code } = run('/passes.');
  equal(code, 0, output);
  equal(lines.at(-1), '2 passed, 0 failed');
});

test('a failing file is shown whole, indented so that none of its lines is the closing line', () => {
  const { output, lines } = all;
  match(output, 'does not hold');
  match(output, 'one and one');
  match(output, '    | 7 passed, 0 failed');
  equal(lines.filter((line) => /^\d+ passed, \d+ failed$/.test(line)).length, 1);
});

test('a pattern that matches nothing is a failure', () => {
  const { lines, output, code } = run('no-such-file');
  equal(code, 1);
  equal(lines.at(-1), '0 passed, 1 failed');
  match(output, 'no-such-file');
});

test('fixtures are no tests of the suite', () => {
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', runner, 'fixtures'], { encoding: 'utf8' });
  match(stdout, /No test file/);
  not.match(stdout, 'passes');
  ok(stdout.endsWith('0 passed, 1 failed\n'));
});

test.run();
