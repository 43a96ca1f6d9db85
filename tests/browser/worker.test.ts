import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { is, match, ok } from 'uvu/assert';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench } from '../support/workbench.ts';

/** Arithmetic away from the page: how often it runs, and what happens when it hangs. */
const test = suite('worker');

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

/** What the model's worker is sent, in the order it is sent. */
const SPY = () => {
  const sent: unknown[] = [];
  Object.assign(window, { sent });
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
    sent.push(given[0]);
    return (postMessage as (...all: unknown[]) => void).apply(this, given);
  };
};

test('one change causes one run, of the changed scenario alone', async () => {
  const context = await browser.newContext();
  await context.addInitScript(SPY);
  const page = await context.newPage();
  await page.goto(served.address);
  await page.locator('buildout-lever').first().waitFor();
  await page.getByRole('button', { name: 'Add a scenario' }).click();
  await page.locator('[data-scenario="power-late"]').click();
  await page.locator('[data-figure="in_use"] .difference').waitFor();
  const runs = () =>
    page.evaluate(() =>
      (window as unknown as { sent: { type: string; runs?: { key: string }[] }[] }).sent
        .filter(({ type }) => type === 'run')
        .map((request) => request.runs?.map(({ key }) => key).join()),
    );
  const before = await runs();
  const field = page.locator('buildout-lever[data-lever="stargate.total"] input[type="text"]');
  const figure = page.locator('[data-figure="spent"] .value');
  const spent = await figure.innerText();
  await field.fill('400 billion USD');
  await field.press('Enter');
  while ((await figure.innerText()) === spent) await page.waitForTimeout(20);
  await page.waitForTimeout(300);
  const after = await runs();
  is(after.length, before.length + 1, after.join(' | '));
  is(after.at(-1), 's2');
  await context.close();
});

test('a worker that hangs is ended, started again, and it is said so', async () => {
  // What keeps the page offline asks for the same file.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  // The first worker hangs on its second run; the next one is whole. Those that run many members have names.
  let fetched = 0;
  await context.route(/\/model-[^/]*\.js$/u, async (route) => {
    fetched += 1;
    if (fetched > 1) return route.continue();
    const response = await route.fetch();
    const hang = `let heard = 0; addEventListener('message', ({ data }) => { if (data.type === 'run' && ++heard > 1) for (;;) ; });\n`;
    await route.fulfill({ response, body: hang + (await response.text()) });
  });
  // As text: what compiles the tests would name the function by a helper that the page does not have.
  await context.addInitScript({
    content: `
      window.started = 0;
      window.Worker = new Proxy(Worker, {
        construct(plain, [url, options]) {
          if (options?.name === undefined && String(url).includes('/model-')) window.started += 1;
          return new plain(url, options);
        },
      });`,
  });
  const page = await context.newPage();
  await page.goto(served.address);
  await page.locator('buildout-lever').first().waitFor();
  const figure = page.locator('[data-figure="spent"] .value');
  const spent = await figure.innerText();
  const field = page.locator('buildout-lever[data-lever="stargate.total"] input[type="text"]');
  await field.fill('400 billion USD');
  await field.press('Enter');
  const message = page.locator('buildout-messages section.trouble');
  await message.waitFor({ timeout: 20_000 });
  match(await message.innerText(), /Stargate as announced took too long and was ended/);
  is(await figure.innerText(), spent, 'what was there stays');
  await field.fill('300 billion USD');
  await field.press('Enter');
  while ((await figure.innerText()) === spent) await page.waitForTimeout(20);
  is(await page.evaluate(() => (window as unknown as { started: number }).started), 2);
  await context.close();
});

test('a file that takes for ever to read is given up, and the work stays', async () => {
  // What keeps the page offline would ask for the script itself, past this test.
  const bench = await openWorkbench(browser, served.address, { serviceWorkers: 'block' });
  const { page } = bench;
  // The clock is moved by hand from here on: what else waits for it has to be done.
  await page.locator('dd.range').first().waitFor();
  await page.route(/\/reader-[^/]*\.js$/u, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'for (;;) ;' }),
  );
  await page.clock.install();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'slow.yaml', mimeType: 'text/yaml', buffer: Buffer.from('title: x') });
  await page.waitForEvent('worker', { predicate: (worker) => worker.url().includes('/reader-') });
  await page.clock.fastForward(11_000);
  const message = page.locator('buildout-messages section.trouble');
  await message.waitFor();
  match(await message.innerText(), /slow\.yaml took too long/);
  ok((await page.locator('buildout-chips .chip').count()) === 1);
  await bench.close();
});

test.run();
