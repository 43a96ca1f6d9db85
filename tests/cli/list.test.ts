import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import { equal } from 'uvu/assert';
import { buildout } from './buildout.ts';

const test = suite('list');

test('scenarios stand in the order of the README, the announcement first', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const cells = [...readme.matchAll(/^\| (`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*) +\|/gmu)].map(([, cell = '']) => cell);
  const told = cells.flatMap((cell) => cell.replaceAll('`', '').split(', '));
  const { out } = await buildout(['list', '--format', 'json']);
  const listed = (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
  equal(listed, told);
  equal(listed[0], 'stargate-announced');
});

test.run();
