import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match, not, ok } from 'uvu/assert';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** The built page in Chromium: what a first visitor does. */
const test = suite('page');

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

test('loads the announcement, draws its charts, and asks nobody else for anything', async () => {
  const { page } = bench;
  match(await page.title(), /Buildout/);
  match(await bench.figure('spent'), /^\$\d+\sbillion$/);
  match(await bench.sentence('capacity'), /GW/);
  ok((await page.locator('buildout-chart canvas').count()) >= 6);
  const painted = await page.locator('buildout-chart[data-chart="capacity"] canvas').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    return data.some((value) => value !== 0);
  });
  ok(painted, 'the capacity chart is empty');
  bench.clean();
});

test('a slider moved by keyboard changes the capacity, the headline and the sentence, and is one step of undo', async () => {
  const { page } = bench;
  const before = await bench.figure('in_use');
  const sentence = await bench.sentence('capacity');
  await bench.slider('stargate.total').focus();
  for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowLeft');
  const after = await bench.figureAfter('in_use', before);
  not.equal(after, before);
  not.equal(await bench.sentence('capacity'), sentence);
  await bench.slider('stargate.total').blur();
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  is(await bench.figureAfter('in_use', after), before);
  ok(await undo.isDisabled(), 'six key presses were one step');
  bench.clean();
});

test('a slider dragged by pointer is one step of undo', async () => {
  const { page } = bench;
  const before = await bench.figure('spent');
  const slider = bench.slider('stargate.share_delivered');
  const place = (await slider.boundingBox())!;
  await page.mouse.move(place.x + place.width - 8, place.y + place.height / 2);
  await page.mouse.down();
  for (let x = 0.9; x > 0.5; x -= 0.05) await page.mouse.move(place.x + place.width * x, place.y + place.height / 2);
  await page.mouse.up();
  const after = await bench.figureAfter('spent', before);
  await page.keyboard.press('Control+z');
  is(await bench.figureAfter('spent', after), before);
  ok(await page.getByRole('button', { name: 'Undo' }).isDisabled());
});

test('what the window shows follows a slider first; strips and charts just outside it follow at rest, or when they come in', async () => {
  const { page } = bench;
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.locator('buildout-draws select').selectOption('0');
  for (const id of ['power-late', 'stargate-central', 'stargate-stressed']) await bench.addScenario(id);
  await page.waitForTimeout(500);
  // The canvases as they are cleared to be drawn anew: whether the window shows each, or it lies near enough to be kept up to date.
  await page.evaluate(() => {
    const drawn: string[] = [];
    const { clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (...given) {
      const { top, bottom } = this.canvas.getBoundingClientRect();
      drawn.push(top < innerHeight && bottom > 0 ? 'shown' : 'near');
      return clearRect.apply(this, given);
    };
    Object.assign(globalThis, { drawn });
  });
  const drawn = () => page.evaluate(() => (globalThis as unknown as { drawn: string[] }).drawn.splice(0));
  const waitFor = (what: string) =>
    page.waitForFunction((each) => (globalThis as unknown as { drawn: string[] }).drawn.includes(each), what);
  const move = () => bench.slider('stargate.total').press('ArrowLeft');
  await move();
  await waitFor('near');
  const order = await drawn();
  ok(order.lastIndexOf('shown') < order.indexOf('near'), order.join(' '));
  ok(order.filter((each) => each === 'near').length >= 2, order.join(' '));
  await move();
  await waitFor('shown');
  await page.evaluate(() => {
    const strips = document
      .querySelector('buildout-app')
      ?.shadowRoot?.querySelector('buildout-charts')
      ?.shadowRoot?.querySelector('[data-chart="binding"]');
    strips?.scrollIntoView();
  });
  await page.waitForTimeout(500);
  const scrolled = await drawn();
  ok(scrolled.filter((each) => each === 'shown').length >= 6, scrolled.join(' '));
  // Let go, the state before goes; after that nothing is drawn that is there already.
  await bench.slider('stargate.total').blur();
  let moments = 0;
  do await page.waitForTimeout(500);
  while ((await drawn()).length > 0 && ++moments < 10);
  ok(moments < 10, 'drawing goes on and on');
  bench.clean();
});

test('a typed quantity is taken with its unit, and a wrong one says what would be accepted', async () => {
  const { page } = bench;
  const before = await bench.figure('spent');
  const field = bench.field('stargate.total');
  await field.fill('$750B');
  await field.press('Enter');
  not.equal(await bench.figureAfter('spent', before), before);
  await field.blur();
  is(await field.inputValue(), '750 billion USD');

  const lag = bench.field('stargate.upfront_months');
  await lag.fill('1.5 years');
  await lag.press('Enter');
  await lag.blur();
  is(await lag.inputValue(), '18 months');

  await field.fill('750 bananas');
  await field.press('Enter');
  match(await bench.lever('stargate.total').getByRole('alert').innerText(), /bananas.*Accepted/s);
  is(await field.getAttribute('aria-invalid'), 'true');
  await field.press('Escape');
  await field.blur();
  is(await field.inputValue(), '750 billion USD');
  is(await page.locator('buildout-lever [role="alert"]').count(), 0);
  bench.clean();
});

const GOOD = `format: buildout/1
title: One gigawatt
commitments:
  - { id: small, total: 50 billion USD, start: 2025-01, years: 3 }
sites:
  - { id: here, title: Here, start: 2025-01, share: 100 % }
`;
const BROKEN = `format: buildout/1
title: Wrong
commitments:
  - { id: small, total: 50 billion apples, start: 2025-01, years: 3, colour: green }
`;
const file = (name: string, text: string) => ({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) });

test('a file is opened beside what is there', async () => {
  const { page } = bench;
  await page.locator('input[type="file"]').setInputFiles(file('one.yaml', GOOD));
  await page.getByRole('button', { name: 'One gigawatt', exact: false }).first().waitFor();
  match(await page.locator('aside h2').innerText(), /One gigawatt/);
  await page.locator('buildout-chart[data-chart="capacity"] h3', { hasText: 'against' }).waitFor();
  bench.clean();
});

test('a file with mistakes shows them all, with their lines, and leaves the work as it was', async () => {
  const { page } = bench;
  const before = await bench.figure('spent');
  await page.locator('input[type="file"]').setInputFiles(file('wrong.yaml', BROKEN));
  const message = page.locator('buildout-messages section.trouble');
  await message.waitFor();
  const text = await message.innerText();
  match(text, /wrong\.yaml has 2 mistakes/);
  match(text, /line 4.*apples.*Accepted/s);
  match(text, /colour/);
  is(await bench.figure('spent'), before);
  is(await page.locator('buildout-chips li.chip').count(), 1);
  await message.getByRole('button', { name: 'Dismiss' }).click();
  is(await message.count(), 0);
  bench.clean();
});

test('words of a file never become markup', async () => {
  const { page } = bench;
  const hostile = '<img src=x onerror="document.title=`taken`"><script>document.title="taken"</script>';
  const text = JSON.stringify({
    format: 'buildout/1',
    title: hostile,
    description: hostile,
    commitments: [{ id: 'a', title: hostile, total: '50 billion USD' }],
    sites: [{ id: 'b', title: hostile, share: '100 %' }],
  });
  await page.locator('input[type="file"]').setInputFiles(file('hostile.json', text));
  await page.locator('buildout-chips .label', { hasText: '<img src=x' }).waitFor();
  await page.locator('buildout-chart footer', { hasText: '<img src=x' }).first().waitFor();
  is(await page.locator('img').count(), 0);
  match(await page.title(), /Buildout/);
  bench.clean();
});

test('a dropped file and a pasted text are opened too', async () => {
  const { page } = bench;
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.yaml'));
    return transfer;
  }, GOOD);
  await page.locator('buildout-app').dispatchEvent('drop', { dataTransfer: data });
  await page.locator('buildout-chips li.chip').nth(1).waitFor();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByLabel('Paste a scenario file').fill(GOOD.replace('One', 'Another'));
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.locator('buildout-chips li.chip').nth(2).waitFor();
  equal(await page.locator('buildout-chips .label').allInnerTexts(), [
    'Stargate as announced',
    'One gigawatt',
    'Another gigawatt',
  ]);
  bench.clean();
});

test('several files dropped at once, and a scenario pasted onto the page, are opened; other texts are left alone', async () => {
  const { page } = bench;
  const files = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    for (const name of ['One', 'Two']) transfer.items.add(new File([text.replace('One', name)], `${name}.yaml`));
    return transfer;
  }, GOOD);
  await page.locator('buildout-app').dispatchEvent('drop', { dataTransfer: files });
  await page.locator('buildout-chips li.chip').nth(2).waitFor();
  const paste = (where: string, text: string) =>
    page.locator(where).evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const init = { clipboardData, bubbles: true, cancelable: true, composed: true };
      return !element.dispatchEvent(new ClipboardEvent('paste', init));
    }, text);
  is(await paste('buildout-app', 'What is the format of this?'), false);
  is(await paste('buildout-levers input[type="search"]', GOOD), false);
  is(await paste('buildout-app', GOOD.replace('One', 'Pasted')), true);
  await page.locator('buildout-chips li.chip').nth(3).waitFor();
  equal((await page.locator('buildout-chips .label').allInnerTexts()).slice(1), [
    'One gigawatt',
    'Two gigawatt',
    'Pasted gigawatt',
  ]);
  bench.clean();
});

test('a second scenario is overlaid on the same axes, or stands in a second column on the same axes', async () => {
  const { page } = bench;
  await bench.addScenario('power-late');
  await page.locator('buildout-headlines .difference').first().waitFor();
  await page.locator('buildout-chart[data-chart="capacity"] h3', { hasText: 'against' }).waitFor();
  const capacity = page.locator('buildout-chart[data-chart="capacity"]');
  is(await capacity.locator('canvas').count(), 1);
  await page.getByText('Side by side', { exact: true }).click();
  await capacity.locator('canvas').nth(1).waitFor();
  equal(await capacity.locator('h4').allInnerTexts(), ['Stargate as announced', 'Money comes, power is late']);
  const widths = await capacity
    .locator('.canvas')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  is(widths[0], widths[1], 'beside each other');
  bench.clean();
});

test.run();
