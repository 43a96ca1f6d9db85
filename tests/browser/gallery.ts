import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../support/browser.ts';
import { serve } from '../support/serve.ts';
import { openWorkbench } from '../support/workbench.ts';
import { drawAll, VIEWS } from './views.ts';

/**
 * `npm run gallery`: pictures of every view, at three widths, in light and dark, into the ignored folder gallery/, to be looked at by a
 * person. `npm run gallery -- FOLDER [WIDTH,...] [light,dark] [VIEW,...]`.
 */
const [folder = 'gallery', widths = '1440,768,390', themes = 'light,dark', wanted] = process.argv.slice(2);
const views = VIEWS.filter(({ name }) => wanted === undefined || wanted.split(',').includes(name));

/** As browsers leave it unless told otherwise. */
const MARGIN = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };

const [served, browser] = await Promise.all([serve(), launch()]);
mkdirSync(folder, { recursive: true });
try {
  for (const view of views) {
    for (const width of widths.split(',').map(Number)) {
      for (const colorScheme of view.paper ? (['light'] as const) : (themes.split(',') as ('light' | 'dark')[])) {
        // Nothing that a person would meet only once, such as the page being kept for later, disturbs the picture.
        const viewport = { width, height: width < 800 ? 844 : 900 };
        const bench = await openWorkbench(browser, served.address, { viewport, colorScheme, serviceWorkers: 'block' });
        const name = `${view.name}-${width}-${colorScheme}`;
        await view.reach(bench);
        if (view.long) await drawAll(bench.page);
        await bench.page.waitForTimeout(400);
        if (view.paper) await bench.page.pdf({ path: join(folder, `${name}.pdf`), format: 'A4', margin: MARGIN });
        else await bench.page.screenshot({ path: join(folder, `${name}.png`), fullPage: view.long ?? false });
        for (const problem of bench.problems) console.error(`${name}: ${problem}`);
        await bench.close();
      }
    }
  }
} finally {
  await browser.close();
  await served.close();
}
