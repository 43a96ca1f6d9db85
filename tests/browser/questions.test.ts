import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { simulate } from '../../src/analysis/project.ts';
import { leastChange } from '../../src/analysis/uncertainty/change.ts';
import { claimChances } from '../../src/analysis/uncertainty/claim-chances.ts';
import { ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { importance } from '../../src/analysis/uncertainty/importance.ts';
import { tornado } from '../../src/analysis/uncertainty/tornado.ts';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { unitTable } from '../../src/generated/units.ts';
import { showQuantity } from '../../src/scenario/format.ts';
import { levers } from '../../src/scenario/levers.ts';
import { amount, chanceText } from '../../web/charts/amounts.ts';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** The questions below the charts, asked as a person asks them; what they say is held against the library. */
const test = suite('questions');

const scenario = scenarios.find(({ id }) => id === 'stargate-announced')!;
const question = { of: 'facility_in_use', at: '2030-01' };
const SLOW = { timeout: 120_000 };

let browser: Browser;
let served: Served;
let bench: Workbench;
let questions: Locator;

test.before(async () => {
  served = await serve();
  browser = await launch();
});

test.before.each(async () => {
  bench = await openWorkbench(browser, served.address);
  questions = bench.page.locator('buildout-questions');
  await questions.scrollIntoViewIfNeeded();
});

test.after.each(() => bench.close());

test.after(async () => {
  await browser.close();
  await served.close();
});

const button = (name: string | RegExp): Locator => questions.getByRole('button', { name, exact: true });

async function open(part: string): Promise<void> {
  await questions.locator('label.tab', { hasText: part }).click();
}

async function pick(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.fill(text);
  await field.press('Enter');
}

async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Tab');
}

/** What stands in a file that a button gives. */
async function download(from: Locator): Promise<string[]> {
  const [file] = await Promise.all([bench.page.waitForEvent('download'), from.click()]);
  return readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
}

/** The label of the element that has the focus, and the lever it belongs to. */
const focused = (): Promise<string> =>
  bench.page.evaluate(() => {
    let active: Element | null = document.activeElement;
    let lever = '';
    while (active?.shadowRoot?.activeElement) {
      active = active.shadowRoot.activeElement;
      lever = active.getAttribute('data-lever') ?? lever;
    }
    return `${lever} ${active?.getAttribute('type') ?? active?.tagName}`;
  });

test('how sure: the distribution and the chance of a typed value are those of the library', async () => {
  const sure = questions.locator('buildout-question-sure');
  await button('Draw').click();
  const quantiles = sure.locator('dl div');
  await quantiles.first().waitFor(SLOW);
  const known = await ensemble(scenario, { ids: [question.of], targets: { ten: { ...question, least: 10_000 } } });
  const band = known.bands[question.of]!;
  const like = band.p95[60]!;
  const shown = await quantiles.allInnerTexts();
  equal(
    shown.slice(0, 5).map((text) => text.split('\n')[1]),
    (['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((name) => amount(band[name][60]!, { unit: 'MW' }, 'en', like, 1)),
  );
  match(await sure.locator('section').first().innerText(), /1,000 draws, seed 2025, of Stargate as announced/);

  await type(sure.locator('input.wanted'), '10 GW');
  const { chance, standardError } = known.chances.ten!;
  is(
    await sure.locator('.answer').innerText(),
    `${chanceText(chance, 'en')} for at least 10 GW by Jan 2030 (standard error ${chanceText(standardError, 'en')})`,
  );
  await sure.locator('select').nth(1).selectOption('most');
  match(await sure.locator('.answer').innerText(), new RegExp(`^${chanceText(1 - chance, 'en')} for at most 10 GW`));
  // Without a unit it is what the field shows as an example.
  await type(sure.locator('input.wanted'), '10');
  match(await sure.locator('.answer').innerText(), /at most 10 GW/);
  await type(sure.locator('input.wanted'), '10 bananas');
  match(await sure.locator('.trouble').innerText(), /bananas/);

  const lines = await download(sure.locator('section').first().getByRole('button', { name: 'CSV' }));
  is(
    lines.slice(1).reduce((sum, line) => sum + Number(line.split(',')[2]), 0),
    1000,
  );
  await button('Draws as lines').click();
  const path = await sure.locator('path.draws').getAttribute('d');
  is((path ?? '').split('M').length - 1, 60);
  await button('Table').click();
  is(await sure.locator('table').count(), 2);
  bench.clean();
});

test('how sure: another number in another month follows, and a headline has no month', async () => {
  const sure = questions.locator('buildout-question-sure');
  await button('Draw').click();
  await sure.locator('h3', { hasText: 'In use in Jan 2030' }).first().waitFor(SLOW);
  await type(questions.locator('input.month'), '2028');
  is(await questions.locator('input.month').inputValue(), '2028-01');
  await sure.locator('h3', { hasText: 'In use in Jan 2028' }).first().waitFor(SLOW);
  await type(questions.locator('input.month'), '2050');
  match(await questions.locator('#month-problem').innerText(), /from 2025-01 to 2040-01/);
  await pick(questions.getByRole('combobox', { name: 'Of', exact: true }), 'peak jobs');
  await sure.locator('h3', { hasText: '"Peak jobs"' }).waitFor(SLOW);
  is(await questions.locator('input.month').count(), 0);
  match(await sure.locator('.soft').first().innerText(), /^Claim: .+ for at least 200,000/);
  is(await sure.locator('text.said').count(), 1);
  bench.clean();
});

test('how sure: stopping shows what has come by then', async () => {
  const sure = questions.locator('buildout-question-sure');
  await sure.locator('select').first().selectOption('10,000');
  await button('Draw').click();
  await sure.locator('progress').waitFor();
  await bench.page.waitForFunction(() => {
    const parts = document.querySelector('buildout-app')?.shadowRoot?.querySelector('buildout-questions')?.shadowRoot;
    const bar = parts?.querySelector('buildout-question-sure')?.shadowRoot?.querySelector('progress');
    return (bar?.value ?? 0) > 0;
  });
  await button('Stop').click();
  await sure.locator('h3').first().waitFor(SLOW);
  match(await sure.locator('.old').innerText(), /Stopped early/);
  match(await sure.locator('section').first().innerText(), /of 10,000 draws, seed 2025/);
  await button('Ask again').waitFor();
  bench.clean();
});

test('an answer for the scenario before a change is marked as such', async () => {
  const sure = questions.locator('buildout-question-sure');
  await button('Draw').click();
  await sure.locator('h3').first().waitFor(SLOW);
  is(await sure.locator('.old').count(), 0);
  await bench.slider('stargate.total').focus();
  await bench.page.keyboard.press('ArrowLeft');
  await bench.page.keyboard.press('Tab');
  await sure.locator('.old', { hasText: 'before it was changed' }).waitFor();
  await button('Ask again').click();
  await sure.locator('.old').waitFor({ ...SLOW, state: 'detached' });
  bench.clean();
});

test('what matters: the tornado is that of the library, and a bar leads to its lever', async () => {
  await open('What matters');
  const rows = questions.locator('buildout-question-matters tbody tr');
  await rows.first().waitFor(SLOW);
  const known = tornado(scenario, question).rows.filter(({ swing }) => swing !== 0);
  equal(
    await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-lever'))),
    known.slice(0, 12).map(({ lever }) => lever),
  );
  const first = await rows.first().innerText();
  match(first, new RegExp(amount(known[0]!.low.output!, { unit: 'MW' }, 'en', 14_000, 1).replace('.', '\\.')));
  const lines = await download(questions.locator('buildout-question-matters').getByRole('button', { name: 'CSV' }));
  is(lines.length, tornado(scenario, question).rows.length + 1);
  const [, , third] = known;
  await rows.nth(2).locator('.bars').click();
  await bench.slider(third!.lever).waitFor();
  await bench.page.waitForFunction(
    () => document.activeElement?.shadowRoot?.activeElement?.tagName === 'BUILDOUT-LEVERS',
  );
  is(await focused(), `${third!.lever} range`);
  bench.clean();
});

test('what matters: shares of the variance with their errors, and the points of one lever', async () => {
  await open('What matters');
  const shares = questions.locator('buildout-question-shares');
  await shares.locator('select').selectOption('200');
  await button('Work the shares out').click();
  await shares.locator('tbody tr').first().waitFor(SLOW);
  const known = await importance(scenario, question, { members: 200 });
  const [first] = known.rows;
  const cells = await shares.locator('tbody tr').first().locator('td').allInnerTexts();
  const share = (value: number, error: number): string =>
    `${chanceText(value, 'en')} \u00b1 ${chanceText(error, 'en')}`;
  equal(
    cells.slice(0, 2).map((text) => text.trim()),
    [share(first!.total, first!.totalError), share(first!.firstOrder, first!.firstOrderError)],
  );
  match(await shares.locator('.soft').innerText(), /Levers are taken as independent/);
  await shares
    .getByRole('button', { name: /^Points of/ })
    .first()
    .click();
  const path = await shares.locator('path.points').getAttribute('d');
  is((path ?? '').split('M').length - 1, 2 * known.members);
  bench.clean();
});

test('what it would take: the least change, applied as one step and undone', async () => {
  const central = simulate(scenario).at(question.of, question.at);
  const wanted = Math.ceil((central * 1.05) / 100) * 100;
  const said = `${wanted / 1000} GW`;
  const known = leastChange(scenario, { ...question, least: wanted }).alone;
  const [first] = known;
  ok(first !== undefined, `no lever alone gives ${said}`);
  await open('What it would take');
  const takes = questions.locator('buildout-question-takes');
  await takes.locator('input.wanted').fill(said);
  await takes.locator('input.wanted').press('Enter');
  const rows = takes.locator('section').first().locator('tbody tr');
  await rows.first().waitFor(SLOW);
  is(await rows.count(), known.length);
  const { lever, from, to } = first.levers[0]!;
  const { title, measure } = levers(scenario, meta).find(({ name }) => name === lever)!;
  const text = (value: number): string =>
    showQuantity(value, measure, { language: 'en', start: scenario.start, units: unitTable }, 4);
  equal(
    (await rows.first().locator('th, td').allInnerTexts()).slice(0, 4).map((cell) => cell.trim()),
    [title, text(from), text(to), amount(wanted, { unit: 'MW' }, 'en', wanted, 1)],
  );
  const before = await bench.figure('in_use');
  await rows
    .first()
    .getByRole('button', { name: /^Apply/ })
    .click();
  const after = await bench.figureAfter('in_use', before);
  is(after, amount(wanted, { unit: 'MW' }, 'en'));
  await takes.locator('.old', { hasText: 'before it was changed' }).waitFor();
  await bench.page.getByRole('button', { name: 'Undo' }).click();
  is(await bench.figureAfter('in_use', after), before);
  is(await bench.page.getByRole('button', { name: 'Undo' }).isDisabled(), true);
  bench.clean();
});

test('what it would take: by one lever out of reach says which bound stopped it; a locked lever is refused', async () => {
  const { page } = bench;
  await page.locator('buildout-levers summary', { hasText: 'Cost' }).click();
  await bench.lever('it_cost').hover();
  await bench.lever('it_cost').getByRole('button', { name: /^Lock/ }).click();
  await open('What it would take');
  const takes = questions.locator('buildout-question-takes');
  const by = takes.getByRole('combobox', { name: 'Add a lever' });
  await by.click();
  await by.fill('it cost per accel');
  const option = takes.locator('li[role="option"]').first();
  match(await option.innerText(), /locked/);
  is(await option.getAttribute('aria-disabled'), 'true');
  await by.press('Enter');
  is(await takes.locator('ul.levers li').count(), 0);
  await by.press('Escape');
  await pick(by, 'share of the money that comes');
  await type(takes.locator('input.wanted'), '30 GW');
  await button('Look for it').click();
  await takes.locator('h3', { hasText: 'does not reach 30 GW' }).waitFor(SLOW);
  match(await takes.locator('section').first().innerText(), /Share of the money that comes can be no more than 100 %/);
  await button(/^Apply the closest/).waitFor();
  bench.clean();
});

test('what it would take: a map of two levers; a point of it is applied by keyboard', async () => {
  const { page } = bench;
  await open('What it would take');
  const map = questions.locator('buildout-question-map');
  await button('Draw the map').click();
  match(await map.locator('.trouble').innerText(), /Pick a lever/);
  await type(questions.locator('buildout-question-takes input.wanted'), '12 GW');
  await pick(map.getByRole('combobox', { name: 'Across' }), 'it cost per');
  await pick(map.getByRole('combobox', { name: 'Up' }), 'funding slip');
  await button('Draw the map').click();
  const picture = map.locator('svg[role="application"]');
  await picture.waitFor(SLOW);
  match(await map.locator('h3').innerText(), /holds in [\d.]+% of this map/);
  await picture.focus();
  for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowLeft');
  const says = await map.locator('[role="status"]').innerText();
  match(says, /IT cost per accelerator .+, Funding slip 0 months: [\d.]+ GW/);
  const before = await bench.figure('in_use');
  await page.keyboard.press('Enter');
  await bench.figureAfter('in_use', before);
  // The map is drawn anew for the scenario as it is now.
  await map.locator('.old').waitFor({ ...SLOW, state: 'detached' });
  const box = (await picture.boundingBox())!;
  await picture.click({ position: { x: box.width - 20, y: 60 } });
  match(await map.locator('[role="status"]').innerText(), /Funding slip 2\d[\d.]* months: [\d.]+ GW, it does not hold/);
  const lines = await download(map.getByRole('button', { name: 'CSV' }));
  is(lines.length, 41 * 41 + 1);
  bench.clean();
});

test("the documents' claims: each with its chance and the least change that makes it hold", async () => {
  await open('The documents');
  await button('Hold the claims against the draws').click();
  const rows = questions.locator('buildout-question-claims tbody tr');
  await rows.first().waitFor(SLOW);
  const known = await claimChances(scenario, { members: 1000 });
  equal(
    await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-claim'))),
    known.map(({ claim }) => claim.id),
  );
  const jobs = questions.locator('[data-claim="stargate_jobs"]');
  const { chance } = known.find(({ claim }) => claim.id === 'stargate_jobs')!;
  const text = await jobs.innerText();
  ok(text.includes(chanceText(chance.chance, 'en')), text);
  ok(known.find(({ claim }) => claim.id === 'stargate_jobs')?.change?.alone.length, 'no lever alone');
  const before = await bench.figure('peak_jobs');
  await jobs.getByRole('button').click();
  match(await bench.figureAfter('peak_jobs', before), /^200,/);
  bench.clean();
});

test('all of it by keyboard: choose a part, a number, ask, and come to a lever', async () => {
  const { page } = bench;
  await questions.locator('input[type="radio"]').first().focus();
  await page.keyboard.press('ArrowRight');
  const rows = questions.locator('buildout-question-matters tbody tr');
  await rows.first().waitFor(SLOW);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('cost per gigawatt');
  await page.keyboard.press('Enter');
  await questions.locator('buildout-question-matters h3', { hasText: 'Cost per gigawatt' }).first().waitFor(SLOW);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.tagName === 'BUILDOUT-LEVERS');
  match(await focused(), /^\w+ range$/);
  bench.clean();
});

test('on a phone nothing scrolls sideways, and a bar brings the levers out', async () => {
  const { page } = bench;
  await page.setViewportSize({ width: 390, height: 844 });
  await open('What matters');
  const rows = questions.locator('buildout-question-matters tbody tr');
  await rows.first().waitFor(SLOW);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    is(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }
  await rows.nth(2).locator('button').click();
  await page.locator('aside.out').waitFor();
  await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.tagName === 'BUILDOUT-LEVERS');
  is(await focused(), `${await rows.nth(2).getAttribute('data-lever')} range`);
  bench.clean();
});

test('the question that was asked is there after a reload', async () => {
  const of = questions.getByRole('combobox', { name: 'Of', exact: true });
  await open('What matters');
  await pick(of, 'under way');
  const picked = await of.inputValue();
  await type(questions.getByLabel('Year and month'), '2028/7');
  await bench.page.reload();
  await questions.scrollIntoViewIfNeeded();
  await questions.locator('buildout-question-matters').waitFor();
  ok(await questions.getByRole('radio', { name: 'What matters' }).isChecked());
  is(await of.inputValue(), picked);
  is(await questions.getByLabel('Year and month').inputValue(), '2028-07');
});

test.run();
