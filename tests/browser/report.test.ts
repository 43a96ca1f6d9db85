import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { type Scenario, scenarios, toReport } from '../../src/index.ts';
import { launch, watchedPage } from '../support/browser.ts';

/** A report as its reader opens it: a file on a disk, no network, no server. */
const test = suite('report');

const folder = mkdtempSync(join(tmpdir(), 'buildout-report-'));
let browser: Browser;
let html: string;
let written = 0;

test.before(async () => {
  html = await toReport(scenarios.find(({ id }) => id === 'sites-reported') as Scenario);
  browser = await launch();
});

test.after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Opens a report and waits for what it says of itself. */
async function opened(text: string, options: BrowserContextOptions = {}) {
  written += 1;
  const file = join(folder, `${written}.html`);
  writeFileSync(file, text);
  const context = await browser.newContext({ offline: true, ...options });
  const { page, problems } = await watchedPage(context);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const address = pathToFileURL(file).href;
  await page.goto(address);
  // It says how it stands, or the browser has refused its script.
  const verdict = page.locator('#verdict');
  for (let n = 0; n < 800 && problems.length === 0 && !(await verdict.getAttribute('class')); n += 1) {
    await page.waitForTimeout(25);
  }
  return { page, problems, asked, address, verdict: (await verdict.textContent()) ?? '' };
}

/** The same text with one thing changed; a change that finds nothing to change would prove nothing. */
function changed(from: string | RegExp, to: string): string {
  const text = html.replace(from, to);
  ok(text !== html, `nothing is like ${from}`);
  return text;
}

test('all it shows is recomputed where it is opened: nothing is asked for, nothing refused', async () => {
  const { page, problems, asked, address, verdict } = await opened(html);
  const number = await page.locator('data').count();
  match(verdict, `${number} figures and 8 charts recomputed in this page just now: all agree, so do the fingerprints.`);
  is(await page.locator('#verdict').getAttribute('class'), 'good');
  is(await page.locator('.wrong').count(), 0);
  equal(problems, []);
  equal(asked, [address]);
});

const FIGURE = /(<data value="[^"]+" data-of="facility_in_use" data-at="2030-01"[^>]*>)([\d.]+)/;
const FAULTS: readonly [name: string, text: () => string, says: RegExp, marked: string][] = [
  [
    'a figure’s digits',
    () => changed(FIGURE, '$19.99'),
    /^1 figure of \d+ figures and 8 charts disagree/,
    'data.wrong + .recomputed',
  ],
  [
    'a figure’s full value',
    () => changed(/(<data value=")[^"]+(" data-of="npv")/, '$11e12$2'),
    /^1 figure of/,
    'data.wrong + .recomputed',
  ],
  [
    'what a figure is of',
    () => changed('data-of="facility_in_use" data-at="2030-01"', 'data-of="no_such" data-at="2030-01"'),
    /^1 figure of/,
    'data.wrong + .recomputed',
  ],
  [
    'a line of a chart',
    () => changed(/(<path class="line main" d="M40 )[\d.]+/, '$112'),
    /^1 chart of/,
    'figure.wrong',
  ],
  ['a word at an axis', () => changed(/(<text class="y"[^>]*>)10</, '$1100<'), /^1 chart of/, 'figure.wrong'],
  [
    'the scenario’s text',
    () => changed('total: 500 billion USD', 'total: 600 billion USD'),
    /^1 fingerprint of/,
    '#hash-scenario.wrong',
  ],
  [
    'a figure taken in',
    () => changed('"inputs":[', '"inputs":[1,'),
    /disagree with what this page computes/,
    'data.wrong',
  ],
  [
    'a figure left out',
    () => changed(FIGURE, ''),
    /^The page should hold \d+ figures and holds \d+\.$/,
    '#verdict.bad',
  ],
];

for (const [name, text, says, marked] of FAULTS) {
  test(`${name}: changed by somebody, it is marked`, async () => {
    const { page, verdict } = await opened(text());
    match(verdict.replaceAll(',', ''), says);
    is(await page.locator('#verdict').getAttribute('class'), 'bad');
    ok((await page.locator(marked).count()) > 0, marked);
    await page.context().close();
  });
}

test('the right figure stands behind a wrong one', async () => {
  const right = FIGURE.exec(html)?.[2] ?? '';
  const { page } = await opened(changed(FIGURE, '$199'));
  is(await page.textContent('data.wrong + .recomputed'), `recomputed: ${right}`);
});

test('a changed script does not run', async () => {
  const { problems, verdict } = await opened(changed('(function() {', '(function() { document.title = "mine";'));
  match(verdict, 'have not been recomputed');
  ok(
    problems.some((problem) => problem.includes('Content Security Policy')),
    problems.join(),
  );
});

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test(`it fits and reads well, ${width} wide, ${colorScheme}`, async () => {
    const { page } = await opened(html, { colorScheme, viewport: { width, height: 900 } });
    // One of each kind: all of them together keep axe busy for a minute.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('h2 + p + details')) details.setAttribute('open', '');
    });
    is(await page.evaluate(() => document.documentElement.scrollWidth), width);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe: runner } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await runner.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    equal(found, []);
  });
}

test('on paper everything is open, and no table is wider than the paper', async () => {
  const { page } = await opened(html, { viewport: { width: 740, height: 1050 } });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  is(await page.locator('details:not([open])').count(), 0);
  is(await page.evaluate(() => document.documentElement.scrollWidth), 740);
});

test.run();
