import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match } from 'uvu/assert';
import { scenarios, writeScenario } from '../../src/index.ts';
import { pack, type Shared } from '../../web/storage/link.ts';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** What was saved with another model says so, and shows in figures what has moved since. */
const test = suite('old model');

let browser: Browser;
let served: Served;
let bench: Workbench;

test.before(async () => {
  served = await serve();
  browser = await launch();
});

test.after.each(async () => {
  bench.clean();
  await bench.close();
});

test.after(async () => {
  await browser.close();
  await served.close();
});

const text = (id: string): string => {
  const found = scenarios.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(id);
  return writeScenario(found);
};
const SHARED: Shared = {
  format: 1,
  model: '0.9.0+old',
  scenarios: [text('stargate-announced'), text('power-late')],
  edited: 0,
  baseline: 0,
  compare: 'overlay',
  charts: [],
};

/** The message about the model, line by line. */
async function told(): Promise<string[]> {
  const message = bench.page.locator('buildout-messages section', { hasText: 'model' });
  await message.waitFor();
  const rows = await message.locator('tbody tr').allInnerTexts();
  return [await message.locator('p').innerText(), ...rows.map((row) => row.replaceAll(/\s+/gu, ' '))];
}

test('a link shows then and now for the figures that differ, of each scenario', async () => {
  const seen = [{ spent: 300e9, peak_in_use: null }, { in_use: 1000 }];
  bench = await openWorkbench(browser, `${served.address}${pack({ ...SHARED, seen })}`);
  const [says = '', ...rows] = await told();
  match(says, /saved with model 0\.9\.0\+old; this page runs model .*have moved:/);
  is(rows.length, 3);
  match(rows[0] ?? '', /^Spent by 2030 Stargate as announced \$300 billion \$499 billion$/);
  match(rows[1] ?? '', /^Most in use Stargate as announced none [\d.]+ GW$/);
  match(rows[2] ?? '', /^In use by 2030 .+ 1 GW [\d.]+ GW$/);
});

test('a link from before figures were kept still opens, and says that they may differ', async () => {
  bench = await openWorkbench(browser, `${served.address}${pack(SHARED)}`);
  const [says = '', ...rows] = await told();
  match(says, /so figures may differ\.$/);
  equal(rows, []);
});

test('a link made here opens elsewhere without a word, and with another model says that nothing has moved', async () => {
  bench = await openWorkbench(browser, served.address);
  await bench.page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await bench.page.getByLabel('Address of the link').inputValue();
  bench.clean();
  await bench.close();
  bench = await openWorkbench(browser, link);
  await bench.figureAfter('spent', '');
  is(await bench.page.locator('buildout-messages section').count(), 0);
});

test('kept work shows what another model has moved', async () => {
  bench = await openWorkbench(browser, served.address);
  const { page } = bench;
  const before = await bench.figure('spent');
  await bench.field('stargate.total').fill('400 billion USD');
  await bench.field('stargate.total').press('Enter');
  const after = await bench.figureAfter('spent', before);
  await page.waitForFunction(() => localStorage.getItem('buildout/work')?.includes('"seen":{"s1":{"spent":'));
  // As an older page would have kept it, put there before the page's first script.
  await page.addInitScript(() => {
    const kept = localStorage.getItem('buildout/work') ?? '';
    const old = kept
      .replace(/"model":"[^"]+"/u, '"model":"0.9.0+old"')
      .replace(/"spent":[\d.e+]+/u, '"spent":100000000000');
    localStorage.setItem('buildout/work', old);
  });
  await page.reload();
  const [says = '', ...rows] = await told();
  match(says, /saved with model 0\.9\.0\+old/);
  equal(rows, [`Spent by 2030 $100 billion ${after.replace('\u00a0', ' ')}`]);
  is(await bench.figureAfter('spent', ''), after);
});

test('a file says with which model it was saved', async () => {
  bench = await openWorkbench(browser, served.address);
  const file = text('stargate-announced').replace('format: buildout/1', 'format: buildout/1\nmodel: 0.9.0+old');
  await bench.page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'mine.yaml', mimeType: 'text/yaml', buffer: Buffer.from(file) });
  match((await told())[0] ?? '', /^Stargate as announced was saved with model 0\.9\.0\+old;/);
});

test('a link of an older model opens without levers that are no more, and names them', async () => {
  const old = text('power-late').replace('assumptions:', 'assumptions:\n  gone_lever: 3');
  const shared = { ...SHARED, scenarios: [text('stargate-announced'), old], hidden: [0], edited: 1 };
  bench = await openWorkbench(browser, `${served.address}${pack(shared)}`);
  const { page } = bench;
  await page.locator('buildout-messages section', { hasText: 'these levers are no more: gone_lever' }).waitFor();
  is(await page.locator('buildout-chips .chip').count(), 2);
  is(await page.locator('buildout-chips .chip.away').count(), 1, 'what was hidden is hidden');
});

test.run();
