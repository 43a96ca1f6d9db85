import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match, not, ok } from 'uvu/assert';
import { ensemble, scenarios } from '../../src/index.ts';
import { range } from '../../web/charts/units.ts';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench } from '../support/workbench.ts';

/** How sure: bands in the charts and ranges under the headline numbers, while something moves and when it rests. */
const test = suite('bands');

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

const MEMBERS = 1000;
const announced = scenarios.find(({ id }) => id === 'stargate-announced')!;
const rangeOf = (page: Page, figure: string) => page.locator(`[data-figure="${figure}"] dd.range`);
/** Until all draws of the edited scenario have come. */
const drawn = async (page: Page) => {
  await rangeOf(page, 'in_use').filter({ hasText: /\d/u }).waitFor();
  await page.locator('buildout-draws button').waitFor({ state: 'detached' });
};

test('the ranges are those that the library gives for the same seed and members', async () => {
  const bench = await openWorkbench(browser, served.address);
  const { page } = bench;
  await drawn(page);
  const { bands, headlines } = await ensemble(announced, { members: MEMBERS, ids: ['facility_in_use', 'npv'] });
  const { p5, p95 } = bands.facility_in_use!;
  is(await rangeOf(page, 'in_use').innerText(), range(p5[60]!, p95[60]!, 'MW', 'en'));
  is(await rangeOf(page, 'npv').innerText(), range(headlines.npv!.p5!, headlines.npv!.p95!, 'USD', 'en'));
  const chart = page.locator('buildout-chart[data-chart="capacity"]');
  match(await chart.locator('footer').innerText(), /90 % of 1,000 draws/u);
  await chart.getByRole('button', { name: 'Table' }).click();
  const table = chart.locator('table');
  const heads = await table.locator('thead th').allInnerTexts();
  const column = heads.indexOf('In use, 5 % of draws below');
  const cell = await table.locator('tbody tr', { hasText: '2030' }).locator('th, td').nth(column).innerText();
  is(Math.abs(Number(cell) - p5[60]! / 1000) < 0.01, true, `${cell} against ${p5[60]}`);
  bench.clean();
  await bench.close();
});

test('while a slider is held a coarse band follows the hand, and the full one comes when it is let go', async () => {
  const bench = await openWorkbench(browser, served.address);
  const { page } = bench;
  await drawn(page);
  const before = await rangeOf(page, 'in_use').innerText();
  const slider = bench.slider('stargate.total');
  const box = (await slider.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.55, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.3, y, { steps: 4 });
  await page.waitForFunction(
    (old) =>
      document
        .querySelector('buildout-app')
        ?.shadowRoot?.querySelector('buildout-headlines')
        ?.shadowRoot?.querySelector('[data-figure="in_use"] dd.range')
        ?.textContent?.trim() !== old,
    before,
  );
  await page.locator('buildout-draws', { hasText: '128 so far' }).waitFor();
  await page.mouse.up();
  await drawn(page);
  not.equal(await rangeOf(page, 'in_use').innerText(), before);
  bench.clean();
  await bench.close();
});

test('ten thousand draws come in parts and can be stopped; without draws there are no bands; the choice is kept', async () => {
  const bench = await openWorkbench(browser, served.address);
  const { page } = bench;
  await drawn(page);
  const choice = page.locator('buildout-draws select');
  await choice.selectOption({ label: '10,000 draws' });
  const far = page.locator('buildout-draws .far');
  await far.filter({ hasText: /(?:256|512|1,024|2,048|4,096) so far/u }).waitFor();
  await far.getByRole('button', { name: 'Stop' }).click();
  await page.waitForTimeout(500);
  const stopped = await far.innerText();
  ok(Number(/[\d,]+/u.exec(stopped)?.[0].replace(',', '')) < 10_000, stopped);
  await page.waitForTimeout(500);
  is(await far.innerText(), stopped, 'it stays as it was stopped');
  await choice.selectOption({ label: 'No bands' });
  equal(await page.locator('dd.range').count(), 0);
  not.match(await page.locator('buildout-chart[data-chart="capacity"] footer').innerText(), /draws/u);
  await page.waitForTimeout(600);
  await page.reload();
  await page.locator('buildout-draws select').waitFor();
  is(await page.locator('buildout-draws select').inputValue(), '0');
  bench.clean();
  await bench.close();
});

test('several scenarios have a band each, and in the view of differences one of the difference', async () => {
  const bench = await openWorkbench(browser, served.address);
  const { page } = bench;
  await bench.addScenario('stargate-central');
  await drawn(page);
  const chart = page.locator('buildout-chart[data-chart="capacity"]');
  await chart.getByRole('button', { name: 'Table' }).click();
  const heads = chart.locator('thead th');
  await heads.filter({ hasText: 'Stargate as announced: In use, median of draws' }).waitFor();
  await heads.filter({ hasText: 'Central reading: In use, median of draws' }).waitFor();
  await page.locator('buildout-app .segments label', { hasText: 'Difference' }).click();
  await page.waitForFunction(
    () =>
      [
        ...(document
          .querySelector('buildout-app')
          ?.shadowRoot?.querySelector('buildout-charts')
          ?.shadowRoot?.querySelector('[data-chart="capacity"]')
          ?.shadowRoot?.querySelector('buildout-chart-table')
          ?.shadowRoot?.querySelectorAll('thead th') ?? []),
      ].filter(({ textContent }) => textContent?.includes('median of draws')).length === 1,
  );
  const central = scenarios.find(({ id }) => id === 'stargate-central')!;
  const found = await ensemble(central, {
    members: MEMBERS,
    ids: ['facility_in_use'],
    targets: {},
    against: announced,
  });
  const expected = found.bands.facility_in_use!.p50[60]! / 1000;
  const cell = chart.locator('tbody tr', { hasText: '2030' }).locator('td').nth(2);
  const shown = async () => Number((await cell.innerText()).replace('\u2212', '-'));
  // The first draws come before all of them.
  for (let tries = 0; tries < 100 && Math.abs((await shown()) - expected) > 0.01; tries += 1)
    await page.waitForTimeout(200);
  ok(Math.abs((await shown()) - expected) < 0.01, `${await shown()} is not ${expected}`);
  bench.clean();
  await bench.close();
});

test.run();
