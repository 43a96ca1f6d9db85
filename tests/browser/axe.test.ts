import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is } from 'uvu/assert';
import { seriousFindings } from '../support/axe.ts';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench } from '../support/workbench.ts';
import { VIEWS } from './views.ts';

/** Axe finds nothing serious or critical in any view of the workbench, in light and in dark, on a desk and on a phone. */
const test = suite('axe');

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

/** Where levers are a sheet over the charts, and menus are as wide as the window. */
const ON_A_PHONE = new Set(['first', 'levers', 'why', 'explain', 'presets', 'table', 'mistakes']);

const CASES = [
  ...VIEWS.map((view) => ({ ...view, width: 1280 })),
  ...VIEWS.filter(({ name }) => ON_A_PHONE.has(name)).map((view) => ({ ...view, width: 390 })),
];

test('every view named for a phone is there', () => {
  is(CASES.length, VIEWS.length + ON_A_PHONE.size);
});

for (const { name, reach, paper, width } of CASES) {
  test(`${name} at ${width} px`, async () => {
    const viewport = { width, height: 900 };
    const bench = await openWorkbench(browser, served.address, { viewport, serviceWorkers: 'block' });
    const { page } = bench;
    await reach(bench);
    equal(await seriousFindings(page), [], 'light');
    if (paper !== true) {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForTimeout(100);
      equal(await seriousFindings(page), [], 'dark');
    }
    equal(bench.problems, []);
    await bench.close();
  });
}

test.run();
