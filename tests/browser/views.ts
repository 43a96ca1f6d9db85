import type { Locator, Page } from 'playwright-core';
import { scenarios, writeScenario } from '../../src/index.ts';
import { pack, type Shared } from '../../web/storage/link.ts';
import type { Workbench } from '../support/workbench.ts';

/** A state of the page that a person can meet. The gallery photographs all of them, and axe looks at all of them. */
export interface View {
  readonly name: string;
  /** From a first visit to it. */
  readonly reach: (bench: Workbench) => Promise<void>;
  /** As long as the page; others are what the window shows. */
  readonly long?: true;
  readonly paper?: true;
  /** Hundreds of entries, of which axe would take minutes. */
  readonly huge?: true;
}

const button = ({ page }: Workbench, name: string) => page.getByRole('button', { name, exact: true });

async function compare({ page }: Workbench, view: string): Promise<void> {
  await page.locator('buildout-app .segments label', { hasText: view }).click();
}

/** On a narrow window the levers are a sheet. */
async function showLevers(bench: Workbench): Promise<void> {
  const sheet = button(bench, 'Levers');
  if (await sheet.isVisible()) await sheet.click();
}

async function add(bench: Workbench, ...ids: string[]): Promise<void> {
  for (const id of ids) await bench.addScenario(id);
  await bench.page.locator('[data-figure="in_use"] .difference').waitFor();
}

/** Many runs take a while on a small machine. */
const LONG = { timeout: 120_000 };

async function openQuestion({ page }: Workbench, part: string): Promise<Locator> {
  const questions = page.locator('buildout-questions');
  await questions.scrollIntoViewIfNeeded();
  await questions.locator('label.tab', { hasText: part }).click();
  return questions;
}

async function openText({ page }: Workbench, name: string, text: string): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) });
}

/** Another page of the product, once it has what is waited for. */
async function openPage(page: Page, name: string, has: string): Promise<void> {
  await page.goto(new URL(name, page.url()).href);
  await page.locator(has).first().waitFor(LONG);
}

const MISTAKES = 'format: buildout/1\ntitel: x\ncommitments:\n  - { id: a, total: 5 apples, years: four }\n';

const OLD: Shared = {
  format: 1,
  model: '0.9.0+old',
  scenarios: scenarios.filter(({ id }) => id === 'stargate-central').map((one) => writeScenario(one)),
  edited: 0,
  baseline: 0,
  compare: 'overlay',
  charts: [],
  seen: [{ spent: 300e9, in_use: 1000 }],
};

export const VIEWS: readonly View[] = [
  { name: 'first', long: true, reach: async () => {} },
  { name: 'overlay', long: true, reach: (bench) => add(bench, 'stargate-central') },
  {
    name: 'side-by-side',
    long: true,
    async reach(bench) {
      await add(bench, 'stargate-central');
      await compare(bench, 'Side by side');
    },
  },
  {
    name: 'difference',
    long: true,
    async reach(bench) {
      await add(bench, 'stargate-central', 'stargate-stressed');
      await compare(bench, 'Difference');
    },
  },
  {
    name: 'table',
    long: true,
    async reach(bench) {
      await add(bench, 'stargate-central');
      await compare(bench, 'Table');
      await button(bench, 'Share the gap out').click();
      await bench.page.locator('buildout-split li.whole').waitFor();
    },
  },
  {
    name: 'six',
    long: true,
    reach: (bench) =>
      add(bench, 'power-late', 'stargate-central', 'stargate-stressed', 'money-limited', 'fabs-5-trillion'),
  },
  {
    name: 'levers',
    async reach(bench) {
      await showLevers(bench);
      for (const group of ['Abilene TX', 'Cost'])
        await bench.page.locator('buildout-levers summary', { hasText: group }).first().click();
      await bench.slider('stargate.total').focus();
      for (let press = 0; press < 5; press++) await bench.page.keyboard.press('ArrowRight');
    },
  },
  {
    name: 'levers-searched',
    async reach(bench) {
      await showLevers(bench);
      await bench.page.getByRole('searchbox').fill('price');
      await bench.lever('stargate.total').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'lever-refused',
    async reach(bench) {
      await showLevers(bench);
      await bench.field('stargate.total').fill('750 bananas');
      await bench.field('stargate.total').press('Enter');
      await bench.lever('stargate.total').getByRole('alert').waitFor();
    },
  },
  {
    name: 'levers-changed',
    async reach(bench) {
      await showLevers(bench);
      for (const name of ['stargate.total', 'stargate.years']) {
        await bench.slider(name).focus();
        await bench.page.keyboard.press('ArrowRight');
      }
      await bench.lever('stargate.total').hover();
      await bench.lever('stargate.total').getByRole('button', { name: /Lock/ }).click();
      await bench.page.getByLabel(/Only changed/).check();
      await bench.lever('stargate.share_delivered').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'item-added',
    async reach(bench) {
      await showLevers(bench);
      await button(bench, 'Add a site').click();
      await bench.lever('site_2.share').waitFor();
    },
  },
  {
    name: 'why',
    async reach(bench) {
      await showLevers(bench);
      const lever = bench.lever('stargate.share_delivered');
      await lever.hover();
      await lever.getByRole('button', { name: /Where/ }).click();
      await bench.page.locator('buildout-why dl').waitFor();
    },
  },
  {
    name: 'explain',
    async reach({ page }) {
      const first = page.locator('buildout-explain li button').first();
      await page.locator('[data-figure="cost_per_gw"] dd.value button').click();
      await first.click();
      await page.locator('buildout-explain').getByRole('button', { name: 'Back' }).waitFor();
      await first.click();
    },
  },
  {
    name: 'question-sure',
    long: true,
    async reach(bench) {
      const questions = await openQuestion(bench, 'How sure');
      await questions.getByRole('button', { name: 'Draw', exact: true }).click();
      const wanted = questions.locator('buildout-question-sure input.wanted');
      await wanted.waitFor(LONG);
      await wanted.fill('10 GW');
      await wanted.press('Tab');
      await questions.getByRole('button', { name: 'Draws as lines' }).click();
    },
  },
  {
    name: 'question-matters',
    long: true,
    async reach(bench) {
      const questions = await openQuestion(bench, 'What matters');
      await questions.locator('buildout-question-shares select').selectOption('200');
      await questions.getByRole('button', { name: 'Work the shares out' }).click();
      const points = questions.getByRole('button', { name: /^Points of/ }).first();
      await points.waitFor(LONG);
      await points.click();
    },
  },
  {
    name: 'question-takes',
    long: true,
    async reach(bench) {
      const questions = await openQuestion(bench, 'What it would take');
      const wanted = questions.locator('buildout-question-takes input.wanted');
      await wanted.fill('12 GW');
      await wanted.press('Enter');
      const map = questions.locator('buildout-question-map');
      for (const [field, text] of [
        ['Across', 'IT cost per'],
        ['Up', 'Funding slip'],
      ] as const) {
        await map.getByRole('combobox', { name: field }).fill(text);
        await map.getByRole('combobox', { name: field }).press('Enter');
      }
      await map.getByRole('button', { name: 'Draw the map' }).click();
      const picture = map.locator('svg[role="application"]');
      await picture.waitFor(LONG);
      await picture.press('ArrowLeft');
      await questions.locator('buildout-question-takes tbody tr').first().waitFor(LONG);
    },
  },
  {
    name: 'question-picker',
    async reach(bench) {
      const questions = await openQuestion(bench, 'What it would take');
      const field = questions.getByRole('combobox', { name: 'Of', exact: true });
      await field.fill('jobs');
      await questions.locator('li[role="option"]').first().waitFor();
    },
  },
  {
    name: 'question-claims',
    long: true,
    async reach(bench) {
      const questions = await openQuestion(bench, 'The documents');
      await questions.getByRole('button', { name: /^Hold the claims/ }).click();
      await questions.locator('buildout-question-claims tbody tr').first().waitFor(LONG);
    },
  },
  { name: 'presets', reach: (bench) => button(bench, 'Add a scenario').click() },
  {
    name: 'scenario-menu',
    async reach(bench) {
      await add(bench, 'stargate-central');
      await bench.page
        .getByRole('button', { name: /What to do with/ })
        .last()
        .click();
      await button(bench, 'Rename').click();
    },
  },
  {
    name: 'scenario-hidden',
    async reach(bench) {
      await add(bench, 'stargate-central');
      await bench.page
        .getByRole('button', { name: /What to do with/ })
        .last()
        .click();
      await button(bench, 'Hide from the charts').click();
      await bench.page.locator('buildout-chips li.away').waitFor();
    },
  },
  {
    name: 'dropping',
    async reach({ page }) {
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['x'], 'x.yaml'));
        document.querySelector('buildout-app')?.dispatchEvent(new DragEvent('dragover', { dataTransfer }));
      });
      await page.locator('buildout-app .dropping').waitFor();
    },
  },
  {
    name: 'link-of-another-model',
    async reach({ page }) {
      await page.goto(`${page.url()}${pack(OLD)}`);
      await page.reload();
      await page.locator('buildout-messages section', { hasText: '0.9.0+old' }).waitFor();
    },
  },
  { name: 'open-menu', reach: (bench) => button(bench, 'Open').click() },
  { name: 'save-menu', reach: (bench) => button(bench, 'Save').click() },
  {
    name: 'reproduction',
    async reach(bench) {
      await button(bench, 'Save').click();
      await button(bench, 'The same numbers elsewhere ...').click();
      await bench.page.locator('buildout-reproduction pre').first().waitFor();
    },
  },
  { name: 'colours-menu', reach: (bench) => button(bench, 'Colours').click() },
  {
    name: 'shared',
    async reach(bench) {
      await button(bench, 'Share').click();
      await bench.page.getByLabel('Address of the link').waitFor();
    },
  },
  {
    name: 'chart-table',
    async reach({ page }) {
      const chart = page.locator('buildout-chart[data-chart="capacity"]');
      await chart.getByRole('button', { name: 'Table' }).click();
      await chart.locator('table').waitFor();
    },
  },
  {
    name: 'chart-read',
    async reach({ page }) {
      await page.locator('buildout-chart[data-chart="capacity"] canvas').focus();
      for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    },
  },
  {
    name: 'chart-full',
    async reach({ page }) {
      await page.locator('buildout-chart[data-chart="jobs"]').getByRole('button', { name: 'Full screen' }).click();
      await page.getByRole('button', { name: 'Leave full screen' }).waitFor();
    },
  },
  {
    name: 'charts-none',
    async reach({ page }) {
      await page.getByRole('button', { name: 'Choose charts' }).click();
      const chosen = page.locator('buildout-chart-chooser input:checked');
      while ((await chosen.count()) > 0) await chosen.first().click();
      await page.keyboard.press('Escape');
    },
  },
  { name: 'chart-chooser', reach: (bench) => button(bench, 'Choose charts').click() },
  {
    name: 'mistakes',
    async reach(bench) {
      await openText(bench, 'mine.yaml', MISTAKES);
      await bench.page.locator('buildout-messages section').waitFor();
    },
  },
  {
    name: 'paper',
    long: true,
    paper: true,
    async reach(bench) {
      await add(bench, 'stargate-central');
      await bench.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    },
  },
  { name: 'model', huge: true, reach: ({ page }) => openPage(page, 'model.html', 'article') },
  {
    name: 'model-searched',
    async reach({ page }) {
      await openPage(page, 'model.html', 'article');
      await page.getByLabel('Sector', { exact: true }).selectOption('power');
      await page.getByRole('searchbox').fill('grid wait');
      await page.getByRole('searchbox').press('Enter');
      await page.locator('buildout-model-graph a[aria-current]').first().waitFor();
    },
  },
  { name: 'proof', long: true, reach: ({ page }) => openPage(page, 'proof.html', 'tbody tr') },
];

/** Charts out of sight are not drawn; for a picture of the whole page they are. */
export async function drawAll(page: Page): Promise<void> {
  await page.locator('buildout-charts').evaluateAll((all) => all.map((one) => Object.assign(one, { printing: true })));
}
