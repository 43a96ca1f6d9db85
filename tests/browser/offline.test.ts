import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { launch } from '../support/browser.ts';
import { BUILT_PAGE, type Served, serve } from '../support/serve.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** After a first visit the page needs no network; a new build replaces the old one whole. */
const test = suite('offline');

let browser: Browser;
let served: Served;
let bench: Workbench;
/** A copy of the built page, which a test may change. */
let folder: string;

test.before(async () => {
  browser = await launch();
});

test.before.each(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buildout-page-'));
  cpSync(BUILT_PAGE, folder, { recursive: true });
  served = await serve(folder);
});

test.after.each(async () => {
  await bench?.close();
  await served.close();
  rmSync(folder, { recursive: true });
});

test.after(async () => {
  await browser.close();
});

const files = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

/** Waits until the browser keeps the page. */
const kept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));
const caches = (page: Page) => page.evaluate(() => globalThis.caches.keys());
/** Whether a newer build has been loaded and waits for its turn. */
const waits = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);

/** `waitForFunction` does not wait for promises. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 100));
}

/** Neither the browser's network nor the server. */
async function cut({ page }: Workbench): Promise<void> {
  await page.context().setOffline(true);
  await served.close();
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.locator('buildout-levers summary').first().waitFor();
}

const isDrawn = (page: Page) =>
  page.locator('buildout-chart[data-chart="capacity"] canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value) => value !== 0);
  });

const METRIC = `format: buildout/1
title: Away
commitments:
  - { id: small, total: 50 billion USD, start: 2025-01, years: 3 }
metrics:
  per_job: { formula: spent_total / jobs_total, title: Dollars per job }
`;

test('every built file is kept, and nothing else', async () => {
  const [, text = ''] = /^const BUILT=(.*);\n/.exec(readFileSync(join(folder, 'service-worker.js'), 'utf8')) ?? [];
  const built = JSON.parse(text) as { pages: string[]; files: string[] };
  const listed = [...built.pages, ...built.files];
  equal(
    listed.map((name) => (name === './' ? 'index.html' : name)).sort(),
    files().filter((name) => name !== 'service-worker.js'),
  );
});

test('without a network the page loads, draws, moves, reads files and explains', async () => {
  bench = await openWorkbench(browser, served.address);
  const { page } = bench;
  const first = await bench.figure('spent');
  await kept(page);
  await cut(bench);
  await reload(page);
  is(await bench.figure('spent'), first);
  ok(await isDrawn(page), 'the capacity chart is empty');
  await bench.field('stargate.total').fill('900 billion USD');
  await bench.field('stargate.total').press('Enter');
  const moved = await bench.figureAfter('spent', first);
  // Files need what loads last: the reader of YAML, and for formulas mathjs.
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'away.yaml', mimeType: 'text/yaml', buffer: Buffer.from(METRIC) });
  await page.locator('buildout-chips .chip, buildout-messages section').nth(1).waitFor();
  equal(await page.locator('buildout-messages section').allInnerTexts(), []);
  await page.locator('[data-figure="in_use"] dd.value button').click();
  await page.locator('buildout-explain', { hasText: 'Made from' }).waitFor();
  // And again: what was changed without a network is still there.
  await page.waitForTimeout(600);
  await reload(page);
  equal(await page.locator('buildout-chips .label').allInnerTexts(), ['Stargate as announced', 'Away']);
  await page.locator('buildout-chips button.name').first().click();
  is(await bench.figureAfter('spent', first), moved);
  for (const name of files().filter((file) => file.endsWith('.html'))) {
    await page.goto(served.address + name);
    match(await page.title(), /Buildout/, name);
  }
});

/** Makes the folder another build: every script has another name, as all do that depend on one that changed. */
function rebuild(): void {
  const scripts = files().filter((path) => /^assets\/.*\.js$/.test(path));
  for (const file of files().filter((path) => /\.(?:html|js)$/.test(path))) {
    const path = join(folder, file);
    let text = readFileSync(path, 'utf8');
    for (const script of scripts) text = text.replaceAll(basename(script), `newer-${basename(script)}`);
    if (file.endsWith('.html')) text = text.replace('<title>', '<title>Newer ');
    if (file === 'service-worker.js') text = text.replace(/"version":"\w+"/, '"version":"newer"');
    rmSync(path);
    writeFileSync(scripts.includes(file) ? join(folder, 'assets', `newer-${basename(file)}`) : path, text);
  }
}

test('a new build is seen at once, and replaces the old one when no page of that is open any more', async () => {
  bench = await openWorkbench(browser, served.address);
  const { page } = bench;
  await kept(page);
  const before = await caches(page);
  is(before.length, 1);
  const other = await page.context().newPage();
  await other.goto(served.address);
  await other.locator('buildout-levers summary').first().waitFor();
  rebuild();
  await reload(page);
  match(await page.title(), /^Newer/);
  // The browser would look for it by itself, but takes its time.
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await until(() => waits(page));
  is((await caches(page)).length, 2, 'the old one stays while a page may still need it');
  await other.locator('[data-figure="in_use"] dd.value button').click();
  await other.locator('buildout-explain', { hasText: 'Made from' }).waitFor();
  await other.close();

  await reload(page);
  await until(async () => (await caches(page)).length === 1);
  ok((await caches(page))[0] !== before[0]);
  await cut(bench);
  await reload(page);
  match(await page.title(), /^Newer/);
  ok(await isDrawn(page));
});

test('where the browser keeps nothing for the page, nothing is asked of it', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('closed', 'SecurityError');
      },
    });
  });
  const page = await context.newPage();
  await page.goto(served.address);
  await page.locator('buildout-lever').first().waitFor();
  await page.waitForTimeout(1500);
  is(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  await context.close();
});

test.run();
