import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench } from '../support/workbench.ts';
import { drawAll } from './views.ts';

/** What the page asks of the world, whether it keeps to its own policy, and whether anything moves by itself. */
const test = suite('requests');

let browser: Browser;
let served: Served;

test.before(async () => {
  served = await serve();
  browser = await launch();
});

test.after(async () => {
  await browser.close();
  await served.close();
});

test("a whole visit asks only the page's own server, breaks no policy, and stores nothing but its work", async () => {
  // Of the whole context: also what workers, the service worker and the model page ask.
  const context = await browser.newContext({ acceptDownloads: true });
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await context.addInitScript(() => {
    Object.assign(window, { refused: [] });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { refused: string[] }).refused.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/iu.test(message.text())) refused.push(message.text());
  });
  const visit = async (path: string) => {
    await page.goto(served.address + path);
  };
  await visit('');
  await page.locator('buildout-lever').first().waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await drawAll(page);
  await page.getByRole('button', { name: 'Add a scenario' }).click();
  await page.locator('[data-scenario="fabs-7-trillion"]').click();
  await page.locator('[data-figure="spent"] .difference').waitFor();
  for (const view of ['Side by side', 'Difference', 'Table', 'Overlay'])
    await page.locator('buildout-app .segments label', { hasText: view }).click();
  await page.getByRole('searchbox').fill('grid wait');
  await page.getByRole('searchbox').fill('');
  await page.locator('[data-figure="in_use"] dd.value button').click();
  await page.locator('buildout-explain', { hasText: 'Made from' }).waitFor();
  await page.keyboard.press('Escape');
  for (const name of ['CSV', 'PNG']) {
    const download = page.waitForEvent('download');
    await page.locator('buildout-chart[data-chart="capacity"]').getByRole('button', { name }).click();
    await download;
  }
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByLabel('Address of the link').inputValue();
  await page.locator('input[type="file"]').setInputFiles({
    name: 'one.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(
      'format: buildout/1\ntitle: One\ncommitments:\n  - { id: a, total: 5 billion USD, start: 2025-01, years: 4 }\nmetrics:\n  per_job: { formula: spent_total / jobs_total, title: Dollars per job }\n',
    ),
  });
  await page.locator('buildout-chips .chip').nth(2).waitFor();
  await visit(new URL(link).hash);
  await page.locator('buildout-chips .chip').nth(1).waitFor();
  is(new URL(page.url()).origin, new URL(served.address).origin);
  const seen = await page.evaluate(() => (window as unknown as { refused: string[] }).refused);
  await visit('model.html');
  await page.locator('article').first().waitFor();
  seen.push(...(await page.evaluate(() => (window as unknown as { refused: string[] }).refused)));

  ok(asked.length > 30, `${asked.length} requests were counted`);
  equal(
    asked.filter((url) => !url.startsWith(served.address) && !/^(?:blob|data):/u.test(url)),
    [],
  );
  equal([...seen, ...refused], []);
  equal(await context.cookies(), []);
  equal(await page.evaluate(() => Object.keys(localStorage)), ['buildout/work']);
  await context.close();
});

/** What has moved by itself since the first paint, and what it was. */
const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        interface Shift extends PerformanceEntry {
          readonly value: number;
          readonly sources: readonly { readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
        }
        const found: string[] = [];
        new PerformanceObserver((list) => {
          for (const { value, sources, startTime } of list.getEntries() as Shift[]) {
            const place = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ');
            const what = sources.map((one) => `${place(one.previousRect)} to ${place(one.currentRect)}`);
            found.push(`${value} at ${Math.round(startTime)} ms: ${what.join(', ')}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(found), 100);
      }),
  );

for (const width of [1440, 768, 390]) {
  for (const visit of ['first', 'later'] as const) {
    test(`nothing moves by itself after the first paint: ${visit} visit at ${width} px`, async () => {
      const viewport = { width, height: 900 };
      const bench = await openWorkbench(browser, served.address, { viewport, serviceWorkers: 'block' });
      const { page } = bench;
      if (visit === 'later') {
        await bench.addScenario('stargate-stressed');
        await page.waitForTimeout(600);
        await page.reload();
        await page.locator('buildout-lever').first().waitFor({ state: 'attached' });
      }
      await page.waitForTimeout(1000);
      equal(await shifts(page), []);
      await bench.close();
    });
  }
}

test.run();
