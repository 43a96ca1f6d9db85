import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { simulate } from '../../src/analysis/project.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** Several scenarios beside each other, charts in other forms, and where a number comes from. */
const test = suite('compare');

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

const choose = (view: string) => bench.page.locator('buildout-app label', { hasText: view }).first().click();
const download = async (chart: string, action: string) => {
  const [file] = await Promise.all([
    bench.page.waitForEvent('download'),
    bench.page.locator(`buildout-chart[data-chart="${chart}"]`).getByRole('button', { name: action }).click(),
  ]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
};

test('six scenarios find room, and a seventh is refused', async () => {
  for (const id of ['power-late', 'stargate-central', 'stargate-stressed', 'money-limited', 'chip-limited'])
    await bench.addScenario(id);
  is(await bench.page.locator('buildout-chips .chip').count(), 6);
  ok(await bench.page.getByRole('button', { name: 'Add a scenario' }).isDisabled());
  match(await bench.sentence('capacity'), /GW/);
  bench.clean();
});

test('the table has each scenario with its differences from the baseline, and the list of inputs says why', async () => {
  const { page } = bench;
  await bench.addScenario('power-late');
  await page.locator('[data-figure="in_use"] .difference').waitFor();
  await choose('Table');
  const row = page.locator('buildout-compare-table tbody tr', { hasText: 'In use by 2030' });
  const cells = await row.locator('td').allInnerTexts();
  is(cells.length, 2);
  match(cells[1] ?? '', /\u2212[\d.]+ GW \(\u2212\d+%\)/);
  // Stacks have their parts, sites what binds there.
  const sections = await page.locator('buildout-compare-table tr.section').allInnerTexts();
  for (const name of ['Spending by what it buys: IT', 'What binds, by site: Abilene TX', 'Jobs by kind: Construction'])
    ok(sections.includes(name), `${name} in ${sections.join('; ')}`);
  // Each number says where it comes from, by keyboard too.
  await row.locator('td').nth(1).click();
  await page.locator('buildout-explain h2', { hasText: 'In use' }).waitFor();
  await page.keyboard.press('Escape');
  const table = page.locator('buildout-compare-table table');
  is(await table.locator('td[tabindex="0"]').count(), 1);
  const inputs = await page.locator('buildout-differences tbody tr').allInnerTexts();
  ok(
    inputs.some((text) => /Grid wait/.test(text)),
    inputs.join('; '),
  );
  await page
    .locator('buildout-chips .chip')
    .nth(1)
    .getByRole('button', { name: /What to do/ })
    .click();
  await page.getByRole('button', { name: 'Make it the baseline' }).click();
  match((await row.locator('td').first().innerText()) ?? '', /\+[\d.]+ GW/);
  bench.clean();
});

test('a difference is drawn from the baseline, also of a stacked chart', async () => {
  await bench.addScenario('stargate-stressed');
  await choose('Difference');
  const spending = bench.page.locator('buildout-chart[data-chart="spending"]');
  await spending.locator('.subtitle', { hasText: 'Difference from Stargate as announced' }).waitFor();
  await spending.locator('h3', { hasText: 'less' }).waitFor();
  await spending.locator('select').selectOption({ label: 'IT' });
  match(await spending.locator('.subtitle span').innerText(), /IT/);
  bench.clean();
});

test("a chart's table and CSV hold what the model says", async () => {
  const projection = simulate(scenarios.find(({ id }) => id === 'stargate-announced')!);
  const chart = bench.page.locator('buildout-chart[data-chart="capacity"]');
  await chart.getByRole('button', { name: 'Table' }).click();
  const heads = await chart.locator('thead th').allInnerTexts();
  ok(heads.includes('In use'), heads.join());
  const cells = await chart.locator('tbody tr', { hasText: '2030' }).locator('td').allInnerTexts();
  const shown = Number(cells[heads.indexOf('In use') - 1]);
  ok(Math.abs(shown - projection.at('facility_in_use', '2030-01') / 1000) < 0.006, `${shown}`);

  const { name, content } = await download('capacity', 'CSV');
  is(name, 'capacity-by-stage.csv');
  const lines = content.toString().trim().split('\r\n');
  is(lines.length, projection.times.length + 1);
  const column = (lines[0] ?? '').split(',').findIndex((head) => head.startsWith('In use'));
  const { values } = projection.series('facility_in_use');
  for (const [index, line] of lines.slice(1).entries()) {
    const [expected = 0, found] = [values[index], Number(line.split(',')[column])];
    // Two versions of V8 differ in the last bit of exp and log.
    ok(Math.abs(found - expected) <= 1e-9 * Math.abs(expected), `line ${index + 2}: ${found}, not ${expected}`);
  }
  bench.clean();
});

test('a chart is saved as a picture', async () => {
  const { name, content } = await download('jobs', 'PNG');
  is(name, 'jobs-by-kind.png');
  equal([...content.subarray(1, 4)], [...Buffer.from('PNG')]);
  ok(content.readUInt32BE(16) >= 1200, 'wide enough to print');
  bench.clean();
});

test('on a full screen a chart has the height of the screen, and a way back', async () => {
  const { page } = bench;
  const chart = page.locator('buildout-chart[data-chart="capacity"]');
  const height = async () => (await chart.locator('canvas').boundingBox())?.height ?? 0;
  const before = await height();
  await chart.getByRole('button', { name: 'Full screen' }).click();
  const back = chart.getByRole('button', { name: 'Leave full screen' });
  await back.waitFor();
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.waitForTimeout(300);
  const { room, within } = await chart.locator('figure').evaluate((figure) => ({
    room: figure.clientHeight,
    within: figure.scrollHeight <= figure.clientHeight,
  }));
  ok((await height()) > 0.55 * room, `${await height()} of ${room}`);
  ok(within, 'nothing has to be scrolled');
  await back.click();
  await chart.getByRole('button', { name: 'Full screen' }).waitFor();
  await page.waitForTimeout(300);
  is(await height(), before);
  bench.clean();
});

test('a picture of a chart, opened, brings back the scenarios and the view; a picture from elsewhere says that it has none', async () => {
  const { page } = bench;
  await bench.addScenario('power-late');
  await choose('Difference');
  await page.locator('buildout-chart[data-chart="jobs"] .subtitle', { hasText: 'Difference from' }).waitFor();
  const spent = await bench.figure('spent');
  const titles = await page.locator('buildout-chips .chip').allInnerTexts();
  const { name, content } = await download('jobs', 'PNG');
  const other = await openWorkbench(browser, served.address);
  const open = (file: string, buffer: Buffer) =>
    other.page.locator('input[type="file"]').setInputFiles({ name: file, mimeType: 'image/png', buffer });
  await open(name, content);
  await other.page
    .locator('buildout-chips .chip')
    .nth(titles.length - 1)
    .waitFor();
  equal(await other.page.locator('buildout-chips .chip').allInnerTexts(), titles);
  is(await other.figure('spent'), spent);
  await other.page.locator('buildout-chart[data-chart="jobs"] .subtitle', { hasText: 'Difference from' }).waitFor();
  // The chunk is sound: the browser still shows the picture.
  const width = await other.page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      return image.width;
    },
    [...content],
  );
  is(width, content.readUInt32BE(16));
  const plain = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  );
  await open('holiday.png', plain);
  await other.page.getByText('holiday.png is a picture with no scenarios in it').waitFor();
  other.clean();
  await other.close();
});

test('a headline number is walked down to a source, and back', async () => {
  const { page } = bench;
  await page.locator('[data-figure="in_use"] dd.value button').click();
  const panel = page.locator('buildout-explain');
  await panel.getByText('January 2030').waitFor();
  await panel.locator('h2').waitFor();
  const title = panel.locator('h2');
  is(await title.innerText(), 'In use');
  await panel.locator('li button', { hasText: 'Abilene' }).click();
  await panel.getByText('In use: Abilene TX').waitFor();
  const titles = ['In use: Abilene TX'];
  const parts = panel.locator('.inputs li button');
  while ((await parts.count()) > 0 && titles.length < 20) {
    const leaves = parts.filter({ hasNotText: /computed|definition/ });
    const next = (await leaves.count()) > 0 ? leaves.first() : parts.last();
    const name = await next.locator('span').first().innerText();
    await next.click();
    await panel.locator('h2', { hasText: name }).waitFor();
    titles.push(name);
  }
  match(await panel.locator('dl').innerText(), /What it is\s+(disclosed|assumed|definition)/, titles.join(' > '));
  for (const before of titles.slice(0, -1).reverse()) {
    await panel.getByRole('button', { name: 'Back' }).click();
    await panel.locator('h2', { hasText: before }).waitFor();
  }
  await page.keyboard.press('Escape');
  is(await panel.count(), 0);
  bench.clean();
});

test('a point of a chart is explained by keyboard', async () => {
  const { page } = bench;
  const canvas = page.locator('buildout-chart[data-chart="compute"] canvas');
  await canvas.scrollIntoViewIfNeeded();
  await canvas.locator('xpath=following-sibling::div').waitFor({ state: 'attached' });
  await canvas.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page
    .locator('buildout-chart[data-chart="compute"] [role="status"]', { hasText: /20\d\d/ })
    .waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.locator('buildout-explain h2', { hasText: 'H100' }).waitFor();
  bench.clean();
});

test('the gap in a headline is shared out over the levers, and the parts sum to it', async () => {
  const { page } = bench;
  await bench.addScenario('power-late');
  const split = page.locator('buildout-split');
  await split.locator('select').first().selectOption({ label: 'Accelerators by 2030' });
  await split.getByRole('button', { name: 'Share the gap out' }).click();
  await split.locator('li.whole').waitFor();
  const number = (text: string): number => {
    const [, sign, digits = '', word] = /([+\u2212])([\d,.]+)\s*(million)?/u.exec(text) ?? [];
    return (sign === '+' ? 1 : -1) * Number(digits.replaceAll(',', '')) * (word === undefined ? 1 : 1e6);
  };
  const values = (await split.locator('li .number').allInnerTexts()).map((text) =>
    /\d/.test(text) ? number(text) : 0,
  );
  const [whole = 0, ...parts] = values;
  ok(whole < 0 && parts.length >= 1, values.join());
  const sum = parts.reduce((total, part) => total + part, 0);
  ok(Math.abs(sum - whole) <= 0.02 * Math.abs(whole), `${parts} sum to ${sum}, not ${whole}`);
  match(await split.locator('li').nth(1).innerText(), /[Gg]rid wait/);
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const axes = await split.locator('.bar').evaluateAll((bars) =>
      bars.map((bar) => {
        const { left, width } = bar.getBoundingClientRect();
        return `${left} ${width}`;
      }),
    );
    is(new Set(axes).size, 1, axes.join('; '));
  }
  bench.clean();
});

test('a gap in a number that a scenario does not have is told as such', async () => {
  const { page } = bench;
  await bench.addScenario('fabs-5-trillion');
  const split = page.locator('buildout-split');
  const ask = async (figure: string): Promise<void> => {
    await split.locator('select').first().selectOption({ label: figure });
    await split.getByRole('button', { name: 'Share the gap out' }).click();
  };
  await ask('Cost of a gigawatt');
  await split.getByText('There is no gap in "Cost of a gigawatt"').waitFor();
  await ask('Net present value');
  await split.locator('li.whole').waitFor();
  bench.clean();
});

test.run();
