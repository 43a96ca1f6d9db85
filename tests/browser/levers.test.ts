import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** Every lever: found, explained, reset, locked; commitments and sites come and go; charts are chosen. */
const test = suite('levers');

let browser: Browser;
let served: Served;
let bench: Workbench;

test.before(async () => {
  served = await serve();
  browser = await launch();
});

test.before.each(async () => {
  bench = await openWorkbench(browser, served.address);
});

test.after.each(async () => {
  await bench.close();
});

test.after(async () => {
  await browser.close();
  await served.close();
});

const search = (text: string) => bench.page.getByRole('searchbox', { name: 'Search levers' }).fill(text);
const type = async (lever: string, text: string): Promise<void> => {
  await bench.field(lever).fill(text);
  await bench.field(lever).press('Enter');
  await bench.field(lever).blur();
};

test('a lever is found by words, and tells what it means, its range and its source', async () => {
  const { page } = bench;
  await search('construct time');
  await bench.lever('construction_time').waitFor();
  await search('grid wait');
  const lever = bench.lever('grid_wait');
  await lever.hover();
  await lever.getByRole('button', { name: /Where Grid wait/ }).click();
  const why = page.locator('buildout-why');
  await why.getByText('Low, central, high').waitFor();
  match(await why.locator('dl').innerText(), /1\.5 years, 4 years, 7 years/);
  match(await why.locator('dl').innerText(), /Source\s+\S+/);
  await search('no such thing');
  await page.getByText('No lever speaks of "no such thing".').waitFor();
  bench.clean();
});

test('what is changed is marked, listed, and goes back with one click', async () => {
  const { page } = bench;
  await search('fit-out');
  await type('fitout_lag', '9 months');
  await search('');
  await page.getByLabel('Only changed').check();
  await bench.lever('fitout_lag').locator('.mark').waitFor();
  is(await bench.lever('fitout_lag').locator('.mark').getAttribute('aria-label'), 'changed');
  await bench.lever('fitout_lag').getByRole('button', { name: 'Reset Fit-out' }).click();
  await bench.lever('fitout_lag').waitFor({ state: 'detached' });
  bench.clean();
});

test('a number typed without a unit takes the one that stood there; with a unit it takes its own', async () => {
  for (const [lever, typed, shown] of [
    ['stargate.total', '750', '750 billion USD'],
    ['stargate.total', '$0.5T', '500 billion USD'],
    ['stargate.share_delivered', '90', '90 %'],
    ['stargate.share_delivered', '100 %', '100 %'],
    ['stargate.years', '5.5', '5.5 years'],
    ['stargate.years', '48 months', '4 years'],
    ['stargate.total', '0', '0 billion USD'],
    ['stargate.total', '500', '500 billion USD'],
    ['stargate.start', '2026', '2026-01'],
    ['stargate.start', 'March 2025', '2025-03'],
  ] as const) {
    await type(lever, typed);
    is(await bench.field(lever).inputValue(), shown, typed);
  }
  bench.clean();
});

test('a locked lever does not move', async () => {
  const { page } = bench;
  const lever = bench.lever('stargate.total');
  await lever.hover();
  await lever.getByRole('button', { name: 'Lock Announced total' }).click();
  ok(await bench.slider('stargate.total').isDisabled());
  ok(await bench.field('stargate.total').evaluate((field) => (field as HTMLInputElement).readOnly));
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction(() => true);
  is(await bench.slider('stargate.total').isDisabled(), false);
});

test('a commitment and a site are added, named, placed, filled in and removed', async () => {
  const { page } = bench;
  const before = await bench.figure('spent');
  await page.getByRole('button', { name: 'Add a commitment' }).click();
  await bench.lever('commitment_2.total').waitFor();
  const more = await bench.figureAfter('spent', before);
  await page.getByLabel('Name of Commitment 2').fill('Second wave');
  await page.getByLabel('Name of Commitment 2').press('Enter');
  await page.locator('buildout-levers summary', { hasText: 'Second wave' }).waitFor();

  await page.getByRole('button', { name: 'Add a site' }).click();
  await bench.lever('site_2.share').waitFor();
  await page.locator('buildout-item select').selectOption({ label: 'Mid-Atlantic and Ohio (PJM)' });
  const rows = page.locator('buildout-chart[data-chart="binding"]');
  await rows.locator('#words', { hasText: 'Site 2' }).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Remove Site 2' }).click();
  await bench.lever('site_2.share').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Remove Second wave' }).click();
  is(await bench.figureAfter('spent', more), before);
  ok(await page.getByRole('button', { name: 'Remove Stargate' }).isDisabled(), 'the last commitment stays');
  bench.clean();
});

test('what is no lever is marked too and can be taken back: a name, a region, a removed site, the time of the run', async () => {
  const { page } = bench;
  await page.locator('buildout-levers summary', { hasText: 'Abilene TX' }).click();
  const site = page.locator('buildout-item').nth(1);
  const name = site.getByRole('textbox');
  await name.fill('');
  await name.press('Tab');
  is(await name.inputValue(), 'Abilene TX', 'without a name it keeps its own');
  await site.locator('select').selectOption({ label: 'Midwest (MISO)' });
  await page.locator('buildout-levers summary', { hasText: 'Abilene TX' }).getByText('1 changed').waitFor();
  const to = page.locator('buildout-span').getByLabel('To');
  await to.fill('2024');
  await to.press('Enter');
  await page.locator('buildout-span').getByRole('alert').getByText('The horizon is not after the start').waitFor();
  is(await to.inputValue(), '2040-01');
  await to.fill('March 2035');
  await to.press('Enter');
  await page
    .locator('buildout-chart[data-chart="capacity"] #words', { hasText: '2035' })
    .waitFor({ state: 'attached' });
  await page.getByLabel('Only changed').check();
  await page.locator('buildout-item').getByRole('button', { name: 'Take back' }).click();
  await page.locator('buildout-span').getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('button', { name: 'Take back' }).waitFor({ state: 'detached' });
  await page.getByLabel('Only changed').uncheck();
  await page.getByRole('button', { name: 'Remove Abilene TX' }).click();
  await page.getByRole('button', { name: 'Put Abilene TX back' }).click();
  await page.locator('buildout-levers summary', { hasText: 'Abilene TX' }).waitFor();
  await page.getByRole('button', { name: 'Put Abilene TX back' }).waitFor({ state: 'detached' });
  // The words of what a lever means are searched too.
  await search('first operation');
  await bench.lever('fitout_lag').waitFor();
  bench.clean();
});

test('a share that is slid to all and back within one gesture leaves the others what they had', async () => {
  const { page } = bench;
  await bench.addScenario('stargate-central');
  for (const name of ['Abilene TX', 'Milam County TX'])
    await page.locator('buildout-levers summary', { hasText: name }).click();
  const [slider, other] = [bench.slider('abilene.share'), bench.field('milam.share')];
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const [y, from] = [box.y + box.height / 2, box.x + 8 + (box.width - 16) * 0.12];
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, y, { steps: 5 });
  await page.waitForFunction((field) => (field as HTMLInputElement).value === '0 %', await other.elementHandle());
  await page.mouse.move(from, y, { steps: 5 });
  await page.mouse.up();
  await page.waitForFunction((field) => (field as HTMLInputElement).value === '8 %', await other.elementHandle());
  bench.clean();
});

test('shares of chip plants balance each other', async () => {
  const { page } = bench;
  await search('split of chip-plant');
  await type('logic.plant_split', '80 %');
  await page.waitForFunction(() => true);
  const shares = await Promise.all(
    ['logic', 'memory', 'packaging'].map(async (kind) =>
      Number.parseFloat(await bench.field(`${kind}.plant_split`).inputValue()),
    ),
  );
  ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100) < 0.1, `${shares}`);
});

test('charts are chosen and put in order, and stay so after a reload', async () => {
  const { page } = bench;
  const shown = () =>
    page.locator('buildout-chart').evaluateAll((all) => all.map((one) => one.getAttribute('data-chart')));
  const first = await shown();
  await page.getByRole('button', { name: 'Choose charts' }).click();
  await page.getByRole('checkbox', { name: 'Emissions' }).check();
  await page.getByRole('checkbox', { name: 'What binds, by site' }).uncheck();
  await page.getByRole('button', { name: 'Move Emissions up' }).click();
  const now = [...first.filter((id) => id !== 'binding')];
  now.splice(now.length - 1, 0, 'emissions');
  equal(await shown(), now);
  await page.locator('buildout-chart[data-chart="emissions"] h3', { hasText: 'CO' }).waitFor();
  await page.waitForTimeout(600);
  await page.reload();
  await page.locator('buildout-lever').first().waitFor();
  equal(await shown(), now);
  // By keyboard a chart goes on moving; at the end the other way has the focus.
  await page.getByRole('button', { name: 'Choose charts' }).click();
  await page.getByRole('button', { name: `Move Emissions up` }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  is((await shown()).indexOf('emissions'), now.indexOf('emissions') - 2);
  await page.getByRole('button', { name: `Move Emissions down` }).focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Enter');
  is((await shown()).at(-1), 'emissions');
  ok(await page.getByRole('button', { name: `Move Emissions up` }).evaluate((button) => button.matches(':focus')));
  await page.keyboard.press('Escape');
  // What was moved is drawn where it stands now.
  await page.getByRole('button', { name: 'Choose charts' }).click();
  const [, second] = now;
  await page
    .getByRole('button', { name: /^Move .* up$/ })
    .nth(1)
    .click();
  equal((await shown())[0], second);
  await page.waitForFunction((id) => {
    const charts = document.querySelector('buildout-app')?.shadowRoot?.querySelector('buildout-charts')?.shadowRoot;
    const canvas = charts?.querySelector(`[data-chart="${id}"]`)?.shadowRoot?.querySelector('canvas');
    if (!canvas || canvas.width === 0) return false;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value) => value !== 0);
  }, second);
  bench.clean();
});

test.run();
