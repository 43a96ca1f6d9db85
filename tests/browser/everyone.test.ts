import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
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

/** Serious and critical findings of axe, a line each. */
async function findings({ page }: Workbench): Promise<string[]> {
  // As an argument of evaluate it is not inline script, which the page's policy would refuse.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await runner.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.flat().join(' ')} ${failureSummary}`),
      );
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in any view, ${colorScheme}`, async () => {
    bench = await openWorkbench(browser, served.address, { colorScheme });
    const { page } = bench;
    const found: Record<string, string[]> = { first: await findings(bench) };
    await page.locator('buildout-levers details').nth(3).locator('summary').click();
    await bench.addScenario('stargate-central');
    for (const view of ['Side by side', 'Difference', 'Table']) {
      await page.locator('buildout-app label', { hasText: view }).first().click();
      await page.waitForTimeout(200);
      found[view] = await findings(bench);
    }
    await page.locator('[data-figure="in_use"] button').click();
    await page.locator('buildout-explain li').first().waitFor();
    found.explain = await findings(bench);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add a scenario' }).click();
    found.presets = await findings(bench);
    await page.keyboard.press('Escape');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'x.yaml', mimeType: 'text/yaml', buffer: Buffer.from('x: 1') });
    await page.locator('buildout-messages section').waitFor();
    found.message = await findings(bench);
    for (const [view, lines] of Object.entries(found)) equal(lines, [], view);
  });
}

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

test('paper shows every chart and no controls', async () => {
  bench = await openWorkbench(browser, served.address, { colorScheme: 'dark' });
  const { page } = bench;
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const canvases = page.locator('buildout-chart canvas');
  const drawn = await canvases.evaluateAll(
    (all) => all.filter((canvas) => (canvas as HTMLCanvasElement).width > 300).length,
  );
  is(drawn, await canvases.count());
  is(await page.locator('aside').isVisible(), false);
  is(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(253, 252, 250)');
});

test.run();
