import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../support/browser.ts';
import { serve } from '../support/serve.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/**
 * `npm run gallery`: pictures of every view, at three widths, in light and dark, into the ignored folder gallery/, to be looked at by a
 * person. `npm run gallery -- FOLDER [WIDTH,...] [light,dark] [VIEW,...]`.
 */
const [folder = 'gallery', widths = '1440,768,390', themes = 'light,dark', wanted] = process.argv.slice(2);

const compare = async ({ page }: Workbench, view: string): Promise<void> => {
  await page.locator('buildout-app label', { hasText: view }).first().click();
};
const withLevers = async ({ page }: Workbench): Promise<void> => {
  const button = page.getByRole('button', { name: 'Levers', exact: true });
  if (await button.isVisible()) await button.click();
};
const two = async (bench: Workbench): Promise<void> => bench.addScenario('stargate-central');

/** How each view is reached from a first visit. */
const VIEWS: Readonly<Record<string, (bench: Workbench) => Promise<void>>> = {
  first: async () => {},
  overlay: two,
  'side-by-side': async (bench) => {
    await two(bench);
    await compare(bench, 'Side by side');
  },
  difference: async (bench) => {
    await two(bench);
    await bench.addScenario('stargate-stressed');
    await compare(bench, 'Difference');
  },
  table: async (bench) => {
    await two(bench);
    await compare(bench, 'Table');
    await bench.page.getByRole('button', { name: 'Share the gap out' }).click();
    await bench.page.locator('buildout-split li.whole').waitFor();
  },
  six: async (bench) => {
    for (const id of ['power-late', 'stargate-central', 'stargate-stressed', 'money-limited', 'fabs-5-trillion'])
      await bench.addScenario(id);
  },
  levers: async (bench) => {
    await withLevers(bench);
    for (const group of ['Abilene TX', 'Cost'])
      await bench.page.locator('buildout-levers summary', { hasText: group }).first().click();
    await bench.slider('stargate.total').focus();
    for (let press = 0; press < 5; press++) await bench.page.keyboard.press('ArrowRight');
  },
  why: async (bench) => {
    await withLevers(bench);
    await bench.lever('stargate.share_delivered').hover();
    await bench.lever('stargate.share_delivered').getByRole('button', { name: /Where/ }).click();
    await bench.page.locator('buildout-why dl').waitFor();
  },
  explain: async (bench) => {
    await bench.page.locator('[data-figure="cost_per_gw"] button').click();
    await bench.page.locator('buildout-explain li button').first().click();
    await bench.page.waitForTimeout(300);
    await bench.page.locator('buildout-explain li button').first().click();
  },
  presets: async ({ page }) => {
    await page.getByRole('button', { name: 'Add a scenario' }).click();
  },
  'chart-table': async ({ page }) => {
    await page.locator('buildout-chart[data-chart="capacity"]').getByRole('button', { name: 'Table' }).click();
  },
  'chart-chooser': async ({ page }) => {
    await page.getByRole('button', { name: 'Choose charts' }).click();
  },
  mistakes: async ({ page }) => {
    const buffer = Buffer.from(
      'format: buildout/1\ntitel: x\ncommitments:\n  - { id: a, total: 5 apples, years: four }\n',
    );
    await page.locator('input[type="file"]').setInputFiles({ name: 'mine.yaml', mimeType: 'text/yaml', buffer });
    await page.locator('buildout-messages section').waitFor();
  },
};

/** Views that are as long as the page; others are what the window shows. */
const LONG = new Set(['first', 'overlay', 'side-by-side', 'difference', 'table', 'six']);

const [served, browser] = await Promise.all([serve(), launch()]);
mkdirSync(folder, { recursive: true });
try {
  for (const [name, reach] of Object.entries(VIEWS)) {
    if (wanted !== undefined && !wanted.split(',').includes(name)) continue;
    for (const width of widths.split(',').map(Number)) {
      for (const colorScheme of themes.split(',') as ('light' | 'dark')[]) {
        const viewport = { width, height: width < 800 ? 844 : 900 };
        const bench = await openWorkbench(browser, served.address, { viewport, colorScheme });
        await reach(bench);
        // Charts out of sight are not drawn; for the picture of the whole page they are.
        if (LONG.has(name))
          await bench.page
            .locator('buildout-charts')
            .evaluateAll((all) => all.map((one) => Object.assign(one, { printing: true })));
        await bench.page.waitForTimeout(400);
        await bench.page.screenshot({
          path: join(folder, `${name}-${width}-${colorScheme}.png`),
          fullPage: LONG.has(name),
        });
        for (const problem of bench.problems) console.error(`${name} ${width} ${colorScheme}: ${problem}`);
        await bench.close();
      }
    }
  }
} finally {
  await browser.close();
  await served.close();
}
