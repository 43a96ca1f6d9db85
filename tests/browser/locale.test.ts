import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is } from 'uvu/assert';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench } from '../support/workbench.ts';

/**
 * Numbers and dates are written as the words are, wherever the reader is: "1.500" between English words is one and a half to one reader and
 * fifteen hundred to another. What is shown can be typed.
 */
const test = suite('locale');

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

async function texts(locale: string): Promise<readonly string[]> {
  const bench = await openWorkbench(browser, served.address, { locale });
  const { page } = bench;
  is(await page.evaluate(() => navigator.language), locale);
  // English words, a German reader's own fields.
  is(await page.evaluate(() => (1234.5).toLocaleString()), (1234.5).toLocaleString(locale));
  // Bands come in parts, and one page may be further than the other.
  await page.locator('buildout-draws select').selectOption('0');
  const before = await bench.figure('spent');
  await bench.field('stargate.total').fill('1,234.5 billion USD');
  await bench.field('stargate.total').press('Enter');
  await bench.figureAfter('spent', before);
  const shown = await bench.field('stargate.total').inputValue();
  await bench.field('stargate.total').fill(shown);
  await bench.field('stargate.total').press('Enter');
  is(await bench.field('stargate.total').inputValue(), shown, 'what is shown is read as it is shown');
  await page.locator('buildout-chart[data-chart="capacity"]').getByRole('button', { name: 'Table' }).click();
  const found = [
    shown,
    await page.locator('buildout-headlines').innerText(),
    await bench.sentence('spending'),
    await page.locator('buildout-chart[data-chart="capacity"] table').innerText(),
  ];
  bench.clean();
  await bench.close();
  return found;
}

test('a German and an Indian browser show the numbers and dates that an English one shows', async () => {
  const english = await texts('en-US');
  is(english[0], '1,234.5 billion USD');
  equal(await texts('de-DE'), english);
  equal(await texts('en-IN'), english);
});

test.run();
