import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import {
  claims,
  hindcast,
  type RealityRow,
  realityCheck,
  type Scenario,
  scenarios,
  simulate,
} from '../../src/index.ts';
import { digits } from '../../web/proof/numbers.ts';
import { proofWords } from '../../web/words/proof.ts';
import { seriousFindings } from '../support/axe.ts';
import { launch, watchedPage } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench } from '../support/workbench.ts';

/** The page that holds the model against reality, as built: what the command line prints, nothing left out. */
const test = suite('proof page');

let browser: Browser;
let served: Served;
let context: BrowserContext;
let page: Page;
let problems: readonly string[];
let foreign: string[];

async function open(options: BrowserContextOptions = {}, hash = ''): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  ({ page, problems } = await watchedPage(context));
  foreign = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(served.address)) foreign.push(request.url());
  });
  await page.goto(`${served.address}proof.html${hash}`);
  await page.locator('[data-claim]').first().waitFor();
}

/** Until the worker has computed the last figure. */
async function computed(): Promise<void> {
  await page.waitForFunction(() => document.querySelector('tr.waiting') === null, null, { timeout: 120_000 });
}

function clean(): void {
  equal(problems, []);
  equal(foreign, []);
}

test.before(async () => {
  served = await serve();
  browser = await launch();
});

test.after.each(() => context.close());

test.after(async () => {
  await browser.close();
  await served.close();
});

test('every published figure has the model’s own beside it, or the reason why not; every miss is explained', async () => {
  await open();
  await computed();
  const rows = realityCheck();
  const asked = rows.filter((row): row is RealityRow & Required<Pick<RealityRow, 'model'>> => row.model !== undefined);
  const shown = await page.locator('[data-figure]').evaluateAll((all) =>
    all.map((row) => ({
      id: (row as HTMLElement).dataset.figure,
      text: (row as HTMLElement).innerText,
      kind: row.className,
      drawn: row.querySelectorAll('svg .band, svg .range, svg .dot').length,
    })),
  );
  equal(
    shown.map(({ id, kind }) => `${id} ${kind}`),
    asked.map(({ figure, verdict }) => `${figure.id} ${verdict}`),
  );
  for (const [at, { figure, model, verdict }] of asked.entries()) {
    const { text = '', drawn = 0 } = shown[at] ?? {};
    for (const value of [model.low, model.central, model.high, figure.published.low])
      ok(text.includes(digits(value)), `${figure.id}: ${digits(value)} in ${text}`);
    if (verdict === 'miss') ok(text.includes(figure.explains ?? 'a reason'), figure.id);
    ok(drawn >= 3, figure.id);
  }
  const silent = rows.filter(({ verdict }) => verdict === 'silent');
  is(await page.locator('#reality .reasons li').count(), silent.length);
  const reasons = await page.locator('#reality .reasons dt').allInnerTexts();
  equal(reasons.sort(), [...new Set(silent.map(({ figure }) => figure.silent ?? ''))].sort());
  const count = (verdict: RealityRow['verdict']) => asked.filter((row) => row.verdict === verdict).length;
  is(
    await page.locator('#reality [role="status"]').innerText(),
    proofWords.reality.of(asked.length, count('inside'), count('overlaps'), count('miss'), 0),
  );
  clean();
});

test('every observation is compared, held as a bound, or left out with its reason', async () => {
  await open();
  const { compared, capping, uncompared } = hindcast();
  const ids = await page
    .locator('[data-observation]')
    .evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.observation));
  equal(ids.sort(), [...compared, ...capping].map(({ observation }) => observation.id).sort());
  is(await page.locator('#hindcast .reasons li').count(), uncompared.length);
  const [first] = compared;
  const text = await page.locator(`[data-observation="${first?.observation.id}"]`).innerText();
  match(text.replace('\u2212', '-'), new RegExp(`${((first?.error ?? 0) * 100).toFixed(1).replace('+', '')}%`));
  clean();
});

test('claims stand beside what a scenario gives, the one from the table first', async () => {
  const bench = await openWorkbench(browser, served.address);
  ({ context, page, problems } = { context: bench.page.context(), page: bench.page, problems: bench.problems });
  foreign = [];
  const before = await bench.figure('spent');
  await bench.field('stargate.total').fill('600 billion USD');
  await bench.field('stargate.total').press('Enter');
  await bench.figureAfter('spent', before);
  await page.locator('buildout-toolbar').getByRole('link', { name: 'Proof' }).click();
  const total = page.locator('[data-claim="stargate_total"]');
  await total.waitFor();
  match(await total.innerText(), /\$600\sbillion/);
  is(await total.getAttribute('class'), 'miss');

  await page.getByLabel('Beside the scenario').selectOption('stargate-central');
  const answers = claims(simulate(scenarios.find(({ id }) => id === 'stargate-central') as Scenario));
  await page.waitForFunction((count) => document.querySelectorAll('[data-claim]').length === count, answers.length);
  const misses = page.locator('[data-claim].miss');
  equal(
    await misses.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.claim)),
    answers.filter(({ holds }) => holds === false).map(({ claim }) => claim.id),
  );
  clean();
});

test('it is reached from the model page and leads back; an address leads to its part; colours stay', async () => {
  await open({}, '#claims');
  await page.waitForFunction(() => document.activeElement?.id === 'claims-title');
  await page.getByLabel('Colours').selectOption('dark');
  await page.getByRole('link', { name: 'The model', exact: true }).click();
  await page.locator('#sources li').first().waitFor({ state: 'attached' });
  is(await page.locator('html').getAttribute('data-theme'), 'dark');
  await page.getByRole('link', { name: 'Against reality' }).click();
  await page.locator('[data-claim]').first().waitFor();
  is(await page.locator('html').getAttribute('data-theme'), 'dark');
  clean();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${colorScheme}`, async () => {
    await open({ colorScheme });
    await computed();
    equal(await seriousFindings(page), []);
    clean();
  });
}

for (const width of [320, 390, 768, 1440]) {
  test(`nothing scrolls sideways at ${width} px`, async () => {
    await open({ viewport: { width, height: 800 } });
    is(await page.evaluate(() => document.documentElement.scrollWidth), width);
    clean();
  });
}

test('on paper the tables stand alone', async () => {
  await open();
  await page.emulateMedia({ media: 'print' });
  ok(!(await page.locator('aside').isVisible()));
  ok(await page.locator('#claims table').isVisible());
  clean();
});

test.run();
