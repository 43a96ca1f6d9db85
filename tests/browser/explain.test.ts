import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { is, match, ok } from 'uvu/assert';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** Where numbers come from: which can be asked, and what the panel says of them. */
const test = suite('explain');

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

const panel = () => bench.page.locator('buildout-explain');
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await bench.page.keyboard.press(key);
};
/** The text of what has the focus. */
const focused = () =>
  bench.page.evaluate(() => {
    let active: Element | null = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent?.trim() ?? '';
  });

test("every number of a chart's table says where it comes from, by mouse and as one stop of the Tab key", async () => {
  const { page } = bench;
  const chart = page.locator('buildout-chart[data-chart="capacity"]');
  await chart.getByRole('button', { name: 'Table' }).click();
  const row = chart.locator('tbody tr', { hasText: '2030' });
  is(await chart.locator('td').count(), await chart.locator('td[tabindex]').count());
  is(await chart.locator('td[tabindex="0"]').count(), 1);
  match(await chart.getByRole('grid').locator('caption').innerText(), /Enter tells where one comes from/);

  // By its place: the draws put columns of their own behind it when they are done.
  const inUse = row.locator('td').nth(3);
  await inUse.click();
  await panel().locator('h2', { hasText: 'In use' }).waitFor();
  match(await panel().locator('section').innerText(), /January 2030/);
  await press('Escape');
  await panel().waitFor({ state: 'detached' });
  is(await focused(), await inUse.innerText(), 'the focus is back');
  await press('ArrowDown', 'ArrowLeft', 'Enter');
  await panel().locator('h2', { hasText: 'Energised' }).waitFor();
  match(await panel().locator('section').innerText(), /January 2031/);
  await press('Escape');
  await press('Home', 'ArrowUp');
  is(await focused(), await row.locator('td').first().innerText());
  is(await chart.locator('td[tabindex="0"]').count(), 1);
  bench.clean();
});

test('a panel shows a headline as the headline is shown, with its unit, beside the charts, and names a cause', async () => {
  const { page } = bench;
  for (const [id, noun] of [
    ['spent', ''],
    ['in_use', ''],
    ['accelerators', ' accelerators'],
    ['npv', ''],
    ['irr', ''],
  ] as const) {
    const said = await bench.figure(id);
    await page.locator(`[data-figure="${id}"] dd.value button`).click();
    await panel().locator('.value').waitFor();
    is(await panel().locator('.value').innerText(), said + noun);
    match(await panel().locator('dl').innerText(), /More exactly/);
    await press('Escape');
    await panel().waitFor({ state: 'detached' });
  }
  const chart = page.locator('buildout-chart[data-chart="binding"]');
  await chart.getByRole('button', { name: 'Table' }).click();
  await chart.locator('tbody tr', { hasText: '2028' }).first().locator('td').first().click();
  await panel().locator('.value').waitFor();
  match(await panel().locator('.value').innerText(), /^(Complete|Money|Power|Building|Chips)$/);
  match(await panel().locator('section').innerText(), /The limits\s+Energised/);
  const left = (await panel().boundingBox())?.x ?? 0;
  const box = await page.locator('main').boundingBox();
  ok(box !== null && box.x + box.width <= left, 'the charts stand beside the panel');
  bench.clean();
});

test('a stock tells its years, each of which leads to the month in which it changed fastest', async () => {
  const { page } = bench;
  await page.locator('[data-figure="spent"] dd.value button').click();
  for (const name of ['Spent: Stargate', 'Spent on data centres: Stargate'])
    await panel().locator('.inputs li button', { hasText: name }).first().click();
  await panel().getByRole('heading', { name: 'How it came to this' }).waitFor();
  const year = panel().locator('li button', { hasText: 'In 2027' });
  const [, month = ''] = /before (\S+ \d{4})/u.exec(await year.innerText()) ?? [];
  await year.click();
  await panel().locator('p.small', { hasText: month }).first().waitFor();
  await panel().getByRole('button', { name: 'Back' }).click();
  bench.clean();
});

test('the range of a headline leads to how its draws are spread', async () => {
  const { page } = bench;
  await page.locator('[data-figure="npv"] .range button', { hasText: /\d/u }).click();
  const questions = page.locator('buildout-questions');
  is(await questions.getByRole('combobox', { name: 'Of', exact: true }).inputValue(), 'Net present value');
  ok(await questions.getByRole('radio', { name: 'How sure' }).isChecked());
  bench.clean();
});

test.run();
