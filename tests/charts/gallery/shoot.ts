import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launch, watchedPage } from '../../support/browser.ts';
import { inPlaceOfEach } from '../../support/pages.ts';
import { serve } from '../../support/serve.ts';

/**
 * Pictures of every chart, to be looked at by a person.
 *
 *   npx tsx tests/charts/gallery/shoot.ts FOLDER [view=single ...] [widths=1440,768,390] [themes=light,dark]
 */
const [folder = 'gallery', ...given] = process.argv.slice(2);
const options = new URLSearchParams(given.join('&'));
const list = (name: string, all: string) => (options.get(name) ?? all).split(',');
const root = fileURLToPath(new URL('../../../', import.meta.url));
const gallery = fileURLToPath(new URL('./index.html', import.meta.url));
const built = mkdtempSync(join(tmpdir(), 'buildout-charts-'));
await build({
  root: fileURLToPath(new URL('.', import.meta.url)),
  configFile: join(root, 'vite.config.ts'),
  base: './',
  // The settings name the real pages; here the gallery stands in the place of each.
  build: { outDir: built, rolldownOptions: { input: inPlaceOfEach(gallery) } },
  logLevel: 'error',
});
const served = await serve(built);
const browser = await launch();
mkdirSync(folder, { recursive: true });
for (const view of list('views', 'single,ghost,overlay,side,difference')) {
  for (const width of list('widths', '1440,768,390')) {
    for (const theme of list('themes', 'light,dark')) {
      const context = await browser.newContext({
        viewport: { width: Number(width), height: 900 },
        colorScheme: theme as 'light' | 'dark',
        deviceScaleFactor: Number(options.get('scale') ?? 1),
      });
      const { page, problems } = await watchedPage(context);
      const hash = new URLSearchParams(options);
      hash.set('view', view);
      await page.goto(`${served.address}#${hash}`);
      await page.waitForSelector('[data-ready]', { state: 'attached' });
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(folder, `${view}-${width}-${theme}.png`), fullPage: true });
      for (const problem of problems) console.error(view, width, theme, problem);
      await context.close();
    }
  }
}
await browser.close();
await served.close();
rmSync(built, { recursive: true });
