import { parse } from 'csv-parse/sync';
import { test } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { realityLines } from '../../src/cli/reality.ts';
import { PLAIN } from '../../src/cli/style.ts';
import { realityCheck } from '../../src/index.ts';
import { buildout, widest } from './buildout.ts';

const rows = realityCheck();

test('check --reality prints every published figure with the model beside it, or why there is none', async () => {
  const { out, err, code } = await buildout(['check', 'stargate-announced', '--reality']);
  equal({ err, code }, { err: '', code: 0 });
  ok(widest(out) <= 80);
  for (const { figure } of rows) match(out, figure.id);
  match(out, /^cost_1gw_altman +40–50 +[\d.]+ +[\d.]+–[\d.]+ +(inside|overlaps|miss)$/m);
  match(out, /^oracle_100k_jobs +≥22\.2 /m);
  match(out, new RegExp(`^${rows.filter(({ model }) => model).length} asked: `, 'm'));
});

test('the list has every digit', async () => {
  const { out } = await buildout(['check', 'stargate-announced', '--reality', '--format', 'csv']);
  const read: Record<string, string>[] = parse(out, { columns: true });
  equal(
    read.map(({ id, model, verdict }) => [id, model, verdict]),
    rows.map(({ figure, model, verdict }) => [figure.id, model === undefined ? '' : String(model.central), verdict]),
  );
});

test('a miss that nothing explains stands out', () => {
  const missed = rows.find(({ verdict }) => verdict === 'miss');
  ok(missed);
  const { explains: _, ...figure } = missed.figure;
  const text = realityLines([{ ...missed, figure, unexplained: true }], PLAIN)
    .join(' ')
    .replace(/\s+/g, ' ');
  match(text, ' miss! ');
  match(text, 'Nothing explains this miss.');
  match(text, '1 missed, 1 unexplained.');
  const told = realityLines([missed], PLAIN).join(' ').replace(/\s+/g, ' ');
  is(told.includes('Nothing explains'), false);
  match(told, '1 missed, each explained.');
});

test('csv holds one list at a time', async () => {
  const { err, code } = await buildout(['check', 'stargate-announced', '--reality', '--claims', '--format', 'csv']);
  is(code, 2);
  match(err, 'csv holds one list');
});

test.run();
