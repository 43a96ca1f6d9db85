import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is } from 'uvu/assert';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench } from '../support/workbench.ts';
import { VIEWS } from './views.ts';

/** Every view on the narrowest windows: nothing is cut off, and nothing scrolls sideways. */
const test = suite('narrow');

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

/** 1280 px at 400 % are 320, and 256 px high. */
const NARROW = [
  { width: 320, height: 800 },
  { width: 320, height: 256 },
];
for (const viewport of NARROW) {
  test(`usable at ${viewport.width} by ${viewport.height} px: every view within the window`, async () => {
    for (const { name, reach, paper } of VIEWS) {
      if (paper === true) continue;
      const bench = await openWorkbench(browser, served.address, { viewport, serviceWorkers: 'block' });
      const { page } = bench;
      await reach(bench);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      is(wide, viewport.width, `${name} scrolls sideways`);
      // Menus and panels lie above the page; what is in them can be reached by scrolling them.
      const outside = await page
        .locator('[popover]:popover-open, buildout-explain, buildout-messages [role="log"]')
        .evaluateAll((all) =>
          all.flatMap((one) => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            const fits = left >= 0 && right <= innerWidth + 0.5 && top >= 0 && bottom <= innerHeight + 0.5;
            return fits ? [] : [`${one.localName}#${one.id} ${[left, top, right, bottom].map(Math.round)}`];
          }),
        );
      equal(outside, [], name);
      await bench.close();
    }
  });
}

test('with the levers out, what hides them covers nothing of the page that a person sees', async () => {
  for (const viewport of NARROW) {
    const bench = await openWorkbench(browser, served.address, { viewport, serviceWorkers: 'block' });
    const { page } = bench;
    await page.getByRole('button', { name: 'Levers', exact: true }).click();
    const hide = page.getByRole('button', { name: 'Hide the levers' });
    const { y, height } = (await hide.boundingBox())!;
    const sheet = (await page.locator('aside').boundingBox())!;
    const toolbar = (await page.locator('buildout-toolbar').boundingBox())!;
    const isClear = toolbar.y + toolbar.height <= y || sheet.y <= toolbar.y;
    is(isClear && y + height <= viewport.height, true, JSON.stringify({ viewport, y, sheet, toolbar }));
    await bench.close();
  }
});

test.run();
