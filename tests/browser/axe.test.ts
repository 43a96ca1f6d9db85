import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal } from 'uvu/assert';
import { seriousFindings } from '../support/axe.ts';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench } from '../support/workbench.ts';
import { VIEWS } from './views.ts';

/** Barriers to people who use a keyboard or a screen reader: none that is serious, in every view that the gallery knows. */
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

for (const { name, reach } of VIEWS.filter((view) => !view.paper && !view.huge)) {
  test(`nothing serious in ${name}, light and dark`, async () => {
    const bench = await openWorkbench(browser, served.address);
    try {
      await reach(bench);
      for (const colorScheme of ['light', 'dark'] as const) {
        await bench.page.emulateMedia({ colorScheme });
        equal(await seriousFindings(bench.page), [], colorScheme);
      }
    } finally {
      await bench.close();
    }
  });
}

test.run();
