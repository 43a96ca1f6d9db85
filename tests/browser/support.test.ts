import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal, match, ok } from 'uvu/assert';
import { build } from 'vite';
import { launch, watchedPage } from '../support/browser.ts';
import { inPlaceOfEach } from '../support/pages.ts';
import { type Served, serve } from '../support/serve.ts';

/** The ground the page stands on: the build settings, the content policy and the browser, tried on a small page. */
const test = suite('browser support');

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'buildout-page-'));
const small = join(root, 'tests/fixtures/page/index.html');
let browser: Browser;
let served: Served;

test.before(async () => {
  await build({
    root: join(root, 'tests/fixtures/page'),
    configFile: join(root, 'vite.config.ts'),
    // The settings name the real pages; here one small page stands in the place of each.
    build: { outDir: folder, rolldownOptions: { input: inPlaceOfEach(small) } },
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'plain.txt'), 'plain');
  served = await serve(folder);
  browser = await launch();
});

test.after(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true });
});

test('decorated elements, styles, fonts, a worker and a lazy chunk work under the content policy', async () => {
  const { page, problems } = await watchedPage(browser);
  await page.goto(served.address);
  const output = page.locator('x-counter output');
  await page.waitForFunction(() => document.querySelector('x-counter')?.shadowRoot?.textContent?.includes('later'));
  await page.waitForFunction(() => document.querySelector('x-counter')?.shadowRoot?.textContent?.includes('40'));
  equal((await output.textContent())?.trim(), '20 40 later');
  equal(await output.evaluate((element) => getComputedStyle(element).color), 'rgb(1, 2, 3)');
  equal(await output.evaluate((element) => getComputedStyle(element).width), '12px');
  await page.getByRole('button', { name: 'one more' }).click();
  match((await output.textContent()) ?? '', '21 40 later');
  const font = await page.evaluate(async () => (await document.fonts.load('16px "Inter Variable"')).length);
  ok(font > 0, 'the font loads');
  equal(problems, []);
  await page.close();
});

test('the policy refuses evaluated code and other origins', async () => {
  const { page, problems } = await watchedPage(browser);
  await page.goto(served.address);
  const evaluated = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    return 'injected' in window;
  });
  equal(evaluated, false);
  equal(
    await page.evaluate(() => fetch('http://127.0.0.1:9/').then(String, (error: Error) => error.name)),
    'TypeError',
  );
  match(problems.join('\n'), /script-src/);
  match(problems.join('\n'), /connect-src/);
  await page.close();
});

test('text is drawn: a font is there even where the page names none', async () => {
  const { page } = await watchedPage(browser);
  await page.setContent('<span style="font-size: 40px">Words</span>');
  const width = await page.locator('span').evaluate((element) => element.getBoundingClientRect().width);
  ok(width > 60 && width < 200, `${width}`);
  await page.close();
});

test('the server stays in its folder', async () => {
  const get = (path: string) => fetch(new URL(path, served.address));
  equal(await (await get('plain.txt')).text(), 'plain');
  equal((await get('no-such-file')).status, 404);
  equal((await get('..%2f..%2f..%2fetc%2fhostname')).status, 404);
});

test.run();
