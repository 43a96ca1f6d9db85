import { parse } from 'csv-parse/sync';
import { test } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { observations } from '../../src/generated/seeds.ts';
import { buildout, widest } from './buildout.ts';

async function good(args: readonly string[]): Promise<string> {
  const { out, err, code } = await buildout(args);
  equal({ code, err }, { code: 0, err: '' }, args.join(' '));
  return out;
}

test('check --hindcast prints error by series and date, bounds, and why the rest is not compared', async () => {
  const out = await good(['check', '--hindcast']);
  ok(widest(out) <= 80, `${widest(out)} columns`);
  ok(!/undefined|NaN|\[object/u.test(out));
  match(out, /^In use: Abilene TX\n {2}Facility power in use +2026-04 +300 MW +2\d\d MW +-[\d.]+ %$/m);
  match(out, /^OpenAI's revenue now \(mean error [+-][\d.]+ %\)$/m);
  match(out, /^All \d+: on average the model is [\d.]+ % too (low|high); /m);
  match(out, /Another firm\. google_h100e_2026$/m);
  match(out, new RegExp(`all ${observations.length} observations`));
});

test('as csv there is one line for every observation, as json the whole report', async () => {
  const rows: Record<string, string>[] = parse(await good(['check', '--hindcast', '--format', 'csv']), {
    columns: true,
  });
  equal(rows.map(({ observation }) => observation).sort(), observations.map(({ id }) => id).sort());
  ok(rows.every(({ model, reason }) => (model === '') !== (reason === '')));
  const { hindcast } = JSON.parse(await good(['check', 'sites-reported', '--hindcast', '--format', 'json']));
  is(hindcast.length, 1);
  is(hindcast[0].scenario, 'The named sites as reported');
  is(hindcast[0].compared.length + hindcast[0].capping.length + hindcast[0].uncompared.length, observations.length);
});

test('a scenario of one’s own, or a changed one, is held against what was observed too', async () => {
  const out = await good([
    'check',
    'sites-reported',
    '--hindcast',
    '--set',
    'abilene.energised_at_start=0 MW',
    '--set',
    'abilene.grid_wait=9 years',
  ]);
  match(out, /^ {2}Facility power in use +2026-04 +300 MW +\d+ MW +-[\d.]+ %$/m);
  const other = await good(['check', 'fabs-7-trillion', '--hindcast']);
  match(other, /^ This scenario has no site_jobs\.abilene\. abilene_workers_peak,$/m);
});

test.run();
