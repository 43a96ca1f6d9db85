import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lawsModule, readChecks } from '../../src/build/checks.ts';

const folder = mkdtempSync(join(tmpdir(), 'checks-'));
test.after(() => rmSync(folder, { recursive: true }));

function problemsIn(text: string): string[] {
  const file = join(folder, 'checks.yaml');
  writeFileSync(file, text);
  try {
    readChecks(file);
  } catch (error) {
    if (error instanceof Error) return error.message.split('\n').slice(1);
  }
  return [];
}

const balance = '- { id: sum, kind: balance, whole: all, parts: [one, two], says: It adds up. }\n';
const response =
  '- { id: up, kind: response, lever: cost, of: built, take: at, at: "2029-01", never: up, says: Dearer is less. }\n';

test('good checks are read as they stand, and only laws are built in', () => {
  assert.equal(problemsIn(balance + response), []);
  const file = join(folder, 'checks.yaml');
  assert.equal(readChecks(file)[0], {
    id: 'sum',
    kind: 'balance',
    whole: 'all',
    parts: ['one', 'two'],
    says: 'It adds up.',
  });
  const text = lawsModule(file);
  assert.match(text, /"sum"/);
  assert.not.match(text, /"up"/);
});

test('every mistake is told with its line', () => {
  const found = problemsIn(
    [
      balance,
      balance,
      response.replace('id: up', 'id: when').replace(', at: "2029-01"', ''),
      response.replace('id: up', 'id: way').replace('never: up', 'never: sideways'),
      '- { id: kind, kind: guess, says: It is. }\n',
      '- { id: free, kind: reference, scenario: a, of: b, take: last, source: c, says: It is. }\n',
      '- { id: wide, kind: range, of: [], least: 0, most: 1, says: It is. }\n',
      '- { id: More, kind: growing, of: [b], says: It is. }\n',
    ].join(''),
  );
  const starts = [
    'checks.yaml:2: sum: stands here twice',
    'checks.yaml:3: when: `at` goes with take: at, and only with it',
    'checks.yaml:4: way.never: ',
    'checks.yaml:5: kind.kind: ',
    'checks.yaml:6: free: least or most',
    'checks.yaml:7: wide.of: ',
    'checks.yaml:8: More.id: lower-case words joined by underscores',
  ];
  assert.is(found.length, starts.length, found.join('\n'));
  for (const [n, start] of starts.entries())
    assert.ok(found[n]?.startsWith(start), `${found[n]}\ndoes not begin: ${start}`);
});

test.run();
