import type { Browser, Locator } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, not, ok } from 'uvu/assert';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** The page for everyone: without a mouse, without sight, on small screens, in the dark, on paper. */
const test = suite('everyone');

let browser: Browser;
let served: Served;
let bench: Workbench;

test.before(async () => {
  served = await serve();
  browser = await launch();
});

test.after.each(async () => {
  await bench.close();
});

test.after(async () => {
  await browser.close();
  await served.close();
});

const isFocused = (locator: Locator): Promise<boolean> => locator.evaluate((element) => element.matches(':focus'));
const wide = (canvas: Element): number => (canvas as HTMLCanvasElement).width;

for (const width of [320, 390, 768]) {
  test(`nothing is cut off or scrolls sideways at ${width} px`, async () => {
    bench = await openWorkbench(browser, served.address, { viewport: { width, height: 800 } });
    const { page } = bench;
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    is(await wide(), width);
    await page.getByRole('button', { name: 'Levers', exact: true }).click();
    const slider = bench.slider('stargate.total');
    await slider.scrollIntoViewIfNeeded();
    ok(await slider.isVisible());
    const before = await bench.figure('spent');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await bench.figureAfter('spent', before);
    is(await wide(), width);
    bench.clean();
  });
}

test('a journey by keyboard alone: add a scenario, move a lever, read a chart, undo', async () => {
  bench = await openWorkbench(browser, served.address);
  const { page } = bench;
  const focused = () =>
    page.evaluate(() => {
      let active: Element | null = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? '';
    });
  const tabTo = async (name: RegExp) => {
    for (let press = 0; press < 160; press++) {
      await page.keyboard.press('Tab');
      if (name.test(await focused())) return;
    }
    throw new Error(`no way by Tab to ${name}`);
  };
  await tabTo(/^Skip to the charts/);
  await tabTo(/^Add a scenario/);
  await page.keyboard.press('Enter');
  await tabTo(/^Central reading/);
  await page.keyboard.press('Enter');
  await page.locator('buildout-chips .chip').nth(1).waitFor();
  await page.locator('[data-figure="spent"] .difference').waitFor();
  const before = await bench.figure('spent');
  await tabTo(/^Announced total$/);
  await page.keyboard.press('ArrowRight');
  const after = await bench.figureAfter('spent', before);
  await page.keyboard.press('Control+z');
  is(await bench.figureAfter('spent', after), before);
  await tabTo(/chart\. Arrow keys/);
  await page.keyboard.press('ArrowRight');
  await page
    .locator('buildout-chart [role="status"]', { hasText: /20\d\d/ })
    .first()
    .waitFor({ state: 'attached' });
  bench.clean();
});

test('nothing moves by itself after the first paint', async () => {
  bench = await openWorkbench(browser, served.address);
  const { page } = bench;
  await page.waitForTimeout(500);
  const shifts = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 200);
      }),
  );
  ok(shifts < 0.001, `layout shift ${shifts}`);
});

test('on a narrow window the sheet of levers is reached, worked and left by keyboard', async () => {
  bench = await openWorkbench(browser, served.address, { viewport: { width: 390, height: 844 } });
  const { page } = bench;
  const levers = page.getByRole('button', { name: 'Levers', exact: true });
  await levers.focus();
  await page.keyboard.press('Enter');
  await page.locator('aside.out').waitFor();
  const search = page.getByRole('searchbox');
  for (let press = 0; press < 3 && !(await isFocused(search)); press++) await page.keyboard.press('Tab');
  ok(await isFocused(search), 'the first of the sheet comes next');
  await page.keyboard.type('price');
  await page.keyboard.press('Escape');
  ok(await page.locator('aside.out').isVisible(), 'Escape in a field is for the field');
  await bench.slider('stargate.total').focus();
  await page.keyboard.press('Escape');
  await page.locator('aside.out').waitFor({ state: 'detached' });
  ok(await isFocused(levers));
  bench.clean();
});

test('with colours of the reader alone, text has them and the lines keep those that tell them apart', async () => {
  bench = await openWorkbench(browser, served.address, { forcedColors: 'active' });
  const { page } = bench;
  await bench.addScenario('stargate-central');
  const canvas = page.locator('buildout-chart[data-chart="capacity"] canvas').first();
  await canvas.scrollIntoViewIfNeeded();
  const hues = (): Promise<number> =>
    canvas.evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
      const seen = new Set<number>();
      for (let i = 0; i < data.length; i += 4) {
        const [r = 0, g = 0, b = 0, a = 0] = data.subarray(i, i + 4);
        if (a > 200 && Math.max(r, g, b) - Math.min(r, g, b) > 60) seen.add((r >> 5) * 64 + (g >> 5) * 8 + (b >> 5));
      }
      return seen.size;
    });
  ok((await hues()) >= 2);
  const tab = page.locator('buildout-app .segments label');
  const edge = (n: number) => tab.nth(n).evaluate((element) => getComputedStyle(element).borderBottomColor);
  not.equal(await edge(0), await edge(1), 'the view chosen is marked');
  bench.clean();
});

test('paper shows every chart and its whole table, and no controls', async () => {
  bench = await openWorkbench(browser, served.address, { colorScheme: 'dark', viewport: { width: 1440, height: 900 } });
  const { page } = bench;
  await bench.addScenario('stargate-central');
  await page.locator('buildout-split button').waitFor();
  const table = page.locator('buildout-chart[data-chart="jobs"]');
  await table.getByRole('button', { name: 'Table' }).click();
  await table.locator('table').waitFor();
  const inSight = await page.locator('buildout-chart[data-chart="capacity"] canvas').evaluate(wide);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  is(await page.locator('buildout-chart[data-chart="capacity"] canvas').evaluate(wide), 3 * inSight, 'drawn finer');
  await page.emulateMedia({ media: 'print' });
  // As wide as A4 leaves between its margins.
  await page.setViewportSize({ width: 718, height: 1000 });
  const canvases = page.locator('buildout-chart canvas');
  const widths = await canvases.evaluateAll((all) => all.map((one) => (one as HTMLCanvasElement).width));
  ok(widths.every((width) => width > 300));
  is(await page.evaluate(() => document.documentElement.scrollWidth), 718, 'nothing is cut off');
  const [first, second] = await page
    .locator('buildout-chart')
    .evaluateAll((all) => all.slice(0, 2).map((one) => one.getBoundingClientRect().top));
  is(first, second, 'two charts beside each other');
  is(
    await table.locator('.table').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
    0,
    'no row is hidden',
  );
  equal(await page.locator('buildout-app select:visible, buildout-app input:visible').count(), 0);
  // Names and numbers that are buttons stay, as words.
  const buttons = await page.locator('buildout-app button:visible').allInnerTexts();
  equal(
    buttons.filter((text) => !/\d|^Stargate as announced|^Central reading/u.test(text)),
    [],
  );
  is(await page.locator('aside').isVisible(), false);
  is(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(253, 252, 250)');
});

test.run();
