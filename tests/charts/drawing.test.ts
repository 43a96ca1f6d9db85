import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import { equal, match, ok } from 'uvu/assert';
import { build } from 'vite';
import { launch, watchedPage } from '../support/browser.ts';
import { inPlaceOfEach } from '../support/pages.ts';
import { type Served, serve } from '../support/serve.ts';
import type { Gallery } from './gallery/main.ts';

declare global {
  interface Window {
    gallery: Gallery;
  }
}

/** The charts as they come out on a canvas, on the gallery's page. */
const test = suite('drawing');
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'buildout-charts-'));
const gallery = join(root, 'tests/charts/gallery/index.html');
let browser: Browser;
let served: Served;

test.before(async () => {
  await build({
    root: join(root, 'tests/charts/gallery'),
    configFile: join(root, 'vite.config.ts'),
    // The settings name the real pages; here the gallery stands in the place of each.
    build: { outDir: folder, rolldownOptions: { input: inPlaceOfEach(gallery) } },
    logLevel: 'error',
  });
  served = await serve(folder);
  browser = await launch();
});

test.after(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true });
});

async function open(hash: string): Promise<{ page: Page; problems: readonly string[] }> {
  const watched = await watchedPage(browser);
  await watched.page.goto(`${served.address}#${hash}`);
  await watched.page.waitForSelector('[data-ready]', { state: 'attached' });
  return watched;
}

test('every chart in every view leaves its marks on every canvas, and no trouble in the console', async () => {
  for (const view of ['single', 'ghost', 'overlay', 'side', 'difference']) {
    const { page, problems } = await open(`view=${view}`);
    const inked = await page.evaluate(() =>
      [...document.querySelectorAll('canvas')].map((canvas) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        let count = 0;
        for (let i = 3; i < data.length; i += 4) if (data[i]! > 128) count++;
        return count;
      }),
    );
    ok(inked.length >= 18, `${view}: ${inked.length} canvases`);
    ok(
      inked.every((count) => count > 200),
      `${view}: ${inked.join(' ')}`,
    );
    equal(problems, []);
    await page.close();
  }
});

test('numbers put into a chart that is there give the same picture as a chart drawn anew', async () => {
  const { page } = await open('only=none');
  const all = await page.evaluate(() => window.gallery.ids);
  ok(all.length >= 10);
  for (const id of all) {
    const [before, updated, anew] = await page.evaluate((chart) => {
      const { spec, fresh } = window.gallery;
      const one = fresh(spec(chart, 0), 440);
      const before = one.canvas.toDataURL();
      // Far, so that words move and the plot has another size; then near, so that only numbers are new.
      for (const late of [0.8, 1.45, 1.5]) one.chart.update(spec(chart, late));
      return [before, one.canvas.toDataURL(), fresh(spec(chart, 1.5), 440).canvas.toDataURL()];
    }, id);
    ok(before !== updated, `${id} changes`);
    ok(updated === anew, `${id} is the same as drawn anew`);
  }
  await page.close();
});

test('a chart follows the size of its place', async () => {
  const { page } = await open('only=none');
  const [narrow, wide, same] = await page.evaluate(async () => {
    const { spec, fresh } = window.gallery;
    const one = fresh(spec('capacity', 0), 600);
    const wide = one.canvas.clientWidth;
    one.place.style.width = '320px';
    one.place.style.height = '220px';
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const other = fresh(spec('capacity', 0), 320);
    return [one.canvas.clientWidth, wide, one.canvas.toDataURL() === other.canvas.toDataURL()];
  });
  equal([wide, narrow, same], [600, 320, true]);
  await page.close();
});

test('the arrow keys move a readout along time, Enter picks, Escape takes it away', async () => {
  const { page } = await open('only=capacity');
  const canvas = page.locator('canvas').first();
  const readout = page.locator('.canvas > [aria-hidden]').first();
  await canvas.focus();
  ok(!(await readout.isVisible()));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowDown');
  match((await readout.textContent()) ?? '', /^Jan 2026.*In use\d+ MW/);
  await page.keyboard.press('Enter');
  const told = await page.evaluate(() => window.gallery.told);
  equal(told.at(-1), ['pick', { panel: 0, index: 12, series: 'facility_in_use' }]);
  equal(told[0], ['point', { panel: 0, index: 0 }]);
  await page.keyboard.press('Escape');
  ok(!(await readout.isVisible()));
  equal((await page.evaluate(() => window.gallery.told)).at(-1)?.[0], 'point');
  await page.close();
});

test('the pointer reads off and picks the nearest line', async () => {
  const { page } = await open('only=sites');
  const box = (await page.locator('canvas').first().boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.6, box.y + 25);
  const readout = page.locator('.canvas > [aria-hidden]').first();
  match((await readout.textContent()) ?? '', /Elsewhere[\d.]+ GW/);
  await page.mouse.click(box.x + box.width * 0.6, box.y + 25);
  const [, picked] = (await page.evaluate(() => window.gallery.told)).at(-1)!;
  equal(picked?.series, 'facility_in_use.elsewhere');
  await page.mouse.move(5, 5);
  ok(!(await readout.isVisible()));
  await page.close();
});

test('a finger reads with its first tap and picks with its second', async () => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${served.address}#only=capacity`);
  await page.waitForSelector('[data-ready]', { state: 'attached' });
  const box = (await page.locator('canvas').first().boundingBox())!;
  const picks = () => page.evaluate(() => window.gallery.told.filter(([what]) => what === 'pick').length);
  const tap = () => page.touchscreen.tap(box.x + 120, box.y + 80);
  await tap();
  equal(await picks(), 0);
  const readout = page.locator('.canvas > [aria-hidden] > div').last();
  const shown = (await readout.boundingBox())!;
  ok(shown.x >= 0 && shown.x + shown.width <= 390, 'the readout stays on the screen');
  await tap();
  equal(await picks(), 1);
  await context.close();
});

test('a picture to take away is a PNG of twice the size, and holds title and link', async () => {
  const { page } = await open('only=none');
  const [one, other] = await Promise.all(
    ['https://example.org/a', 'https://example.org/another/address'].map((link) =>
      page.evaluate(async (to) => {
        const { type, image, bytes } = await window.gallery.picture('spending', to);
        return { type, width: image.width, start: bytes.slice(1, 4), size: bytes.length, text: bytes.join() };
      }, link),
    ),
  );
  ok(one && other);
  equal([one.type, one.width, String.fromCharCode(...one.start)], ['image/png', 1440, 'PNG']);
  ok(one.size > 20_000, `${one.size}`);
  ok(one.text !== other.text, 'the link is drawn');
  await page.close();
});

test.run();
