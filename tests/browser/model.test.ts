import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match, not, ok } from 'uvu/assert';
import { meta } from '../../src/generated/meta.ts';
import { headlines } from '../../src/model/headlines.ts';
import { seriousFindings } from '../support/axe.ts';
import { launch, watchedPage } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';

/** The model page as built: every quantity, found, reached and walked. */
const test = suite('model page');

let browser: Browser;
let served: Served;
let context: BrowserContext;
let page: Page;
let problems: readonly string[];
let foreign: string[];

async function open(hash = '', options: BrowserContextOptions = {}): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  ({ page, problems } = await watchedPage(context));
  foreign = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(served.address)) foreign.push(request.url());
  });
  await page.goto(`${served.address}model.html${hash}`);
  await page.locator('#sources li').first().waitFor({ state: 'attached' });
}

const shown = () => page.locator('article:not([hidden])');
const middle = () => page.locator('buildout-model-graph a[aria-current]');
const hash = () => new URL(page.url()).hash;
/** Where an element stands from the top of the window. */
const top = (selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

function clean(): void {
  equal(problems, []);
  equal(foreign, []);
}

test.before(async () => {
  served = await serve();
  browser = await launch();
});

test.after.each(() => context.close());

test.after(async () => {
  await browser.close();
  await served.close();
});

test('every quantity is there with its equation as mathematics, and nobody else is asked for anything', async () => {
  await open();
  const readers = meta.records.filter((record) => record.stageOf === undefined);
  is(await shown().count(), readers.length + headlines.length);
  const computed = readers.filter(({ kind }) => kind !== 'input' && kind !== 'constant');
  const set = await page
    .locator('article')
    .evaluateAll((articles) => articles.filter((one) => one.querySelector('math mi') !== null).map(({ id }) => id));
  equal(set.sort(), computed.map(({ id }) => id).sort());
  is(
    await page
      .locator('math')
      .first()
      .evaluate((one) => one.namespaceURI),
    'http://www.w3.org/1998/Math/MathML',
  );
  is(await page.locator('#grid_wait table tbody tr').count(), 3);
  const outside = page.locator('a[href^="http"]');
  ok((await outside.count()) > 20);
  ok(await outside.evaluateAll((links) => links.every((link) => link.getAttribute('rel') === 'noreferrer')));
  clean();
});

test('search finds, Enter goes to the best hit, and a sector and a kind narrow it', async () => {
  await open();
  const field = page.getByRole('searchbox');
  await field.fill('grid wait');
  ok(await page.locator('#grid_wait').isVisible());
  ok(!(await page.locator('#npv').isVisible()));
  const found = await shown().count();
  match((await page.getByRole('status').textContent()) ?? '', new RegExp(`^${found} of `));
  await field.press('Enter');
  is(hash(), '#grid_wait');
  await middle().waitFor();

  await field.fill('');
  await page.getByLabel('Sector', { exact: true }).selectOption('power');
  await page.getByLabel('Kind', { exact: true }).selectOption('constant');
  is(
    await shown().count(),
    meta.records.filter(({ sector, kind }) => sector === 'power' && kind === 'constant').length,
  );

  await field.fill('zebra crossing');
  is(await shown().count(), 0);
  ok(await page.getByText('Nothing in the model has all these words.').isVisible());
  await page.getByRole('button', { name: 'Show all' }).click();
  ok((await shown().count()) > 400);
  is(await page.getByLabel('Kind', { exact: true }).inputValue(), '');
  clean();
});

test('an address leads to its quantity, also to the delay of a stage, and a link shows what the search hid', async () => {
  await open('#facility_in_use');
  await middle().waitFor();
  match(await page.title(), /^In use/);
  ok(Math.abs(await top('#facility_in_use')) < 40, 'at the top');
  is(await page.evaluate(() => document.activeElement?.id), 'facility_in_use');

  await page.evaluate(() => {
    location.hash = 'debt_repaid_1';
  });
  await page.locator('#debt_repaid buildout-model-graph').waitFor();
  is(await page.locator('buildout-model-graph').count(), 1);

  await page.getByRole('searchbox').fill('debt leaving');
  ok(!(await page.locator('#spending').isVisible()));
  await page.locator('#debt_repaid .links a[href="#spending"]').click();
  await page.locator('#spending buildout-model-graph').waitFor();
  ok(await page.locator('#spending').isVisible());
  clean();
});

test('a name in an equation leads to what it names', async () => {
  await open('#starts');
  await page.locator('#starts [data-id="site_open"]').first().click();
  await page.locator('#site_open buildout-model-graph').waitFor();
  is(hash(), '#site_open');
  clean();
});

test('the picture is walked by keyboard and stays in its place; back goes back', async () => {
  await open('#starts');
  await middle().waitFor();
  // Tab reaches one place of the picture.
  is(await page.locator('buildout-model-graph a[tabindex="0"]').count(), 1);
  await middle().focus();
  const before = await middle().evaluate((element) => element.getBoundingClientRect().top);
  await page.keyboard.press('ArrowLeft');
  const next = await page.evaluate(() => (document.activeElement as SVGElement).dataset.key);
  match(next ?? '', /^-1:/);
  await page.keyboard.press('Enter');
  const id = (next ?? '').slice(3);
  await page.locator(`#${id} buildout-model-graph`).waitFor();
  is(hash(), `#${id}`);
  is(await page.evaluate(() => (document.activeElement as SVGElement).dataset.key), `0:${id}`);
  ok(Math.abs((await middle().evaluate((element) => element.getBoundingClientRect().top)) - before) < 2);
  await page.keyboard.press('ArrowRight');
  not.equal(await page.evaluate(() => (document.activeElement as SVGElement).dataset.key), `0:${id}`);
  await page.goBack();
  await page.locator('#starts buildout-model-graph').waitFor();
  clean();
});

test('pointing at a sector says what it draws on and feeds', async () => {
  await open();
  await page.locator('.overview a[href="#sector-power"]').focus();
  match((await page.locator('.overview figcaption').textContent()) ?? '', /Draws on.*Cost.*Feeds/s);
  ok((await page.locator('.overview .arc.in').count()) > 0);
  await page.keyboard.press('Enter');
  is(hash(), '#sector-power');
  clean();
});

test('the colours chosen stay after a reload', async () => {
  await open();
  await page.getByLabel('Colours').selectOption('dark');
  await page.reload();
  is(await page.locator('html').getAttribute('data-theme'), 'dark');
  is(await page.getByLabel('Colours').inputValue(), 'dark');
  clean();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${colorScheme}`, async () => {
    await open('', { colorScheme });
    // One sector, with a record in view; the whole book would take axe minutes.
    await page.getByLabel('Sector', { exact: true }).selectOption('power');
    await page.locator('#grid_wait h3 a').click();
    await middle().waitFor();
    ok(await page.locator('#grid_stages_passed').isVisible());
    equal(await seriousFindings(page, 'article[hidden]'), []);
    // On a narrow page equations scroll, also those that a search has brought back.
    await page.setViewportSize({ width: 320, height: 700 });
    await page.getByLabel('Sector', { exact: true }).selectOption('');
    await page.getByRole('searchbox').fill('money_for_site');
    await page.locator('#money_for_site .equations[tabindex="0"]').waitFor();
    equal(await seriousFindings(page, 'article[hidden]'), []);
    clean();
  });
}

test('no equation that scrolls is out of reach of the keyboard, wherever it stands', async () => {
  await open('', { viewport: { width: 1280, height: 900 } });
  // Out of sight they are measured a few at a time.
  await page.locator('#first_chips .equations[tabindex="0"]').waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  equal(await seriousFindings(page), []);
  clean();
});

test('at 320 pixels nothing but a wide equation scrolls sideways, and that can be reached by keyboard', async () => {
  await open('#money_for_site', { viewport: { width: 320, height: 700 } });
  await middle().waitFor();
  is(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  const wide = page.locator('#money_for_site .equations');
  ok(await wide.evaluate((element) => element.scrollWidth > element.clientWidth));
  is(await wide.getAttribute('tabindex'), '0');
  clean();
});

test('on paper the book stands alone', async () => {
  await open();
  await page.emulateMedia({ media: 'print' });
  ok(!(await page.locator('aside').isVisible()));
  ok(await page.locator('#starts').isVisible());
  clean();
});

test.run();
