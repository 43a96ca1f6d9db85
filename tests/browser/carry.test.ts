import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { quantity } from '../../web/charts/units.ts';
import { seriousFindings } from '../support/axe.ts';
import { launch, watchedPage } from '../support/browser.ts';
import { command } from '../support/command.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** What is carried off from the workbench proves itself elsewhere: the report, the command line, the program. */
const test = suite('carry');

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'buildout-carry-'));
let browser: Browser;
let served: Served;
let bench: Workbench;

test.before(async () => {
  served = await serve();
  browser = await launch();
});

test.before.each(async () => {
  bench = await openWorkbench(browser, served.address);
});

test.after.each(() => bench.close());

test.after(async () => {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true });
});

async function fromMenu(entry: string): Promise<void> {
  await bench.page.getByRole('button', { name: 'Save', exact: true }).click();
  await bench.page.getByRole('button', { name: entry }).click();
}

async function saved(press: Promise<void>): Promise<{ name: string; path: string }> {
  const [file] = await Promise.all([bench.page.waitForEvent('download'), press]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return { name: file.suggestedFilename(), path };
}

async function setTotal(to: string): Promise<void> {
  const before = await bench.figure('spent');
  await bench.field('stargate.total').fill(to);
  await bench.field('stargate.total').press('Enter');
  await bench.figureAfter('spent', before);
}

const cli = (words: readonly string[]) => command(process.execPath, [join(root, 'dist/cli/main.js'), ...words], folder);

/** Without what two versions of V8 may make of the last places: full values, the lines of charts, the fingerprint of the data. */
const alike = (html: string) =>
  html
    .trim()
    .replace(/(id="hash-data">)\w+/u, '$1')
    .replace(/ (?:value|d)="[^"]*"/gu, '');

const valuesOf = (html: string) => [...html.matchAll(/<data value="([^"]*)"/gu)].map(([, value]) => Number(value));

test('the report of what is edited is the command line’s, and recomputes itself from a disk', async () => {
  await setTotal('600 billion USD');
  const { name, path } = await saved(fromMenu('Report that recomputes itself (HTML)'));
  is(name, 'stargate-as-announced-report.html');
  const { out, code } = cli(['report', 'stargate-announced', '--set', 'stargate.total=600 billion USD']);
  is(code, 0);
  const html = readFileSync(path, 'utf8');
  is(alike(html), alike(out));
  const values = valuesOf(out);
  ok(values.length > 100);
  for (const [at, value] of valuesOf(html).entries()) {
    const wanted = values[at] ?? Number.NaN;
    ok(Math.abs(value - wanted) <= 1e-6 * Math.abs(wanted) + 1e-6, `${value}, not ${wanted}`);
  }
  const context = await browser.newContext({ offline: true });
  const { page, problems } = await watchedPage(context);
  await page.goto(pathToFileURL(path).href);
  await page.locator('#verdict.good, #verdict.bad').waitFor();
  match(await page.innerText('#verdict'), /all agree/);
  match(await page.innerText('#scenario'), /600 billion USD/);
  equal(problems, []);
  await context.close();
  bench.clean();
});

const dialog = () => bench.page.locator('buildout-reproduction dialog');

/** Both texts from the page, run as their reader would run them; files saved before. */
async function both(): Promise<unknown[]> {
  const texts = dialog().locator('pre');
  await texts.nth(1).waitFor();
  const [line = '', program = ''] = await texts.allInnerTexts();
  for (const save of await dialog()
    .getByRole('button', { name: /^Save / })
    .all())
    await saved(save.click());
  match(line, /^buildout /);
  const module = join(folder, 'again.mts');
  // The package by its own name, as it is installed; here it is the clone's build.
  writeFileSync(module, program.replaceAll("'ai-buildout'", `'${pathToFileURL(join(root, 'dist/index.js')).href}'`));
  const tsx = import.meta.resolve('tsx');
  const runs = [
    cli(
      line
        .match(/"[^"]*"|'[^']*'|\S+/gu)
        ?.slice(1)
        .map((word) => word.replace(/^(["'])(.*)\1$/u, '$2')) ?? [],
    ),
    command(process.execPath, ['--import', tsx, module], folder),
  ];
  return runs.map(({ out, err, code }) => {
    is(code, 0, err);
    return JSON.parse(out);
  });
}

interface Run {
  readonly times: readonly number[];
  readonly series: Readonly<Record<string, { readonly values: readonly number[] }>>;
  readonly headlines: Readonly<Record<string, { readonly value: number }>>;
}

interface Held {
  readonly headlines: readonly { readonly id: string; readonly values: readonly number[] }[];
  readonly series: readonly { readonly id: string; readonly at: string; readonly values: readonly number[] }[];
}

test('command and program of what is edited give the headline numbers shown', async () => {
  await setTotal('600 billion USD');
  await bench.field('stargate.years').fill('6 years');
  await bench.field('stargate.years').press('Enter');
  await fromMenu('The same numbers elsewhere');
  await dialog().waitFor();
  const [shownSpent, shownPeak] = [await bench.figure('spent'), await bench.figure('peak_jobs')];
  for (const run of (await both()) as Run[]) {
    const year = run.times.findIndex((time) => Math.abs(time - 2030) < 1e-6);
    is(quantity(run.series.spent_total?.values[year] ?? Number.NaN, 'USD', 'en'), shownSpent);
    is(quantity(run.headlines.peak_jobs?.value ?? Number.NaN, 'job', 'en'), shownPeak);
  }
  equal(await seriousFindings(bench.page), []);
  await bench.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  is(await bench.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName), 'BUILDOUT-TOOLBAR');
  bench.clean();
});

test('of a chart with several scenarios they give what its table shows, a scenario of one’s own from its file', async () => {
  const { page } = bench;
  await bench.addScenario('power-late');
  await page.getByRole('button', { name: 'Add a site' }).click();
  await page.locator('buildout-lever[data-lever^="site_"]').first().waitFor({ state: 'attached' });
  await fromMenu('The same numbers elsewhere');
  await dialog().locator('select').selectOption('capacity');
  await dialog()
    .getByRole('button', { name: /^Save .*\.yaml$/ })
    .waitFor();
  await page.waitForFunction(() =>
    document.querySelector('buildout-reproduction')?.shadowRoot?.querySelector('pre')?.innerText.includes('--series'),
  );
  const held = (await both()) as Held[];
  await dialog().getByRole('button', { name: 'Close' }).click();
  await page.locator('buildout-app label', { hasText: 'Table' }).first().click();
  const row = page.locator('buildout-compare-table tbody tr', { hasText: 'In use by 2030' });
  const shown = (await row.locator('td').allInnerTexts()).map((text) => text.split('\n')[0]?.trim());
  for (const { series } of held) {
    const found = series.find(({ id, at }) => id === 'facility_in_use' && at === '2030-01');
    equal(
      found?.values.map((value) => quantity(value, 'MW', 'en')),
      shown,
    );
    ok(series.every(({ id }) => id.startsWith('facility_')));
  }
  bench.clean();
});

test.run();
