import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import { equal, is, match, not, ok } from 'uvu/assert';
import { launch } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** The whole of a visit without a mouse: where the focus goes, what the keys do, and that Escape always leads back. */
const test = suite('keyboard');

let browser: Browser;
let served: Served;
let bench: Workbench;

test.before(async () => {
  served = await serve();
  browser = await launch();
});

test.before.each(async () => {
  bench = await openWorkbench(browser, served.address, { serviceWorkers: 'block' });
});

test.after.each(async () => {
  bench.clean();
  await bench.close();
});

test.after(async () => {
  await browser.close();
  await served.close();
});

/** Of what has the focus: its name, and whether a person sees it. */
const focused = () =>
  bench.page.evaluate(() => {
    let active: Element | null = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active === null) return { name: '', seen: false };
    const { width, height, left, top } = active.getBoundingClientRect();
    // Some radio buttons are drawn by the label around them.
    const ringed = [active, active.closest('label')].some(
      (one) => one && getComputedStyle(one).outlineStyle !== 'none',
    );
    const name =
      active.getAttribute('aria-label') ?? (active.textContent?.trim() || active.closest('label')?.textContent);
    return {
      name: name?.trim().replace(/\s+/gu, ' ') ?? '',
      seen: width > 0 && height > 0 && left + width > 0 && top + height > 0 && ringed,
    };
  });

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await bench.page.keyboard.press(key);
}

/** Tabs on until something of that name has the focus. Whatever has it on the way is seen. */
async function tabTo(name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 200; step++) {
    await press(key);
    const now = await focused();
    if (now.name !== '' && !now.seen) throw new Error(`the focus on "${now.name}" is not seen`);
    if (name.test(now.name)) return;
    passed.push(now.name);
  }
  throw new Error(`no way by ${key} to ${name}: ${passed.join(' | ')}`);
}

/** The focus comes back a moment after a menu or a panel is gone. */
async function comesBackTo(name: RegExp): Promise<void> {
  for (let look = 0; look < 20 && !name.test((await focused()).name); look++) await bench.page.waitForTimeout(50);
  match((await focused()).name, name);
}

const exactly = (name: string) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}$`, 'u');

const spoken = () =>
  bench.page.locator('buildout-chart[data-chart="capacity"] [role="status"]').evaluate((status) => status.textContent);

test('a lever is moved by arrows, typed into, and both are undone', async () => {
  const first = await bench.figure('spent');
  await tabTo(/^Announced total$/);
  await press('ArrowRight', 'ArrowRight');
  const second = await bench.figureAfter('spent', first);
  await tabTo(/^Announced total, typed$/, 'Shift+Tab');
  await press('Control+a');
  await bench.page.keyboard.type('$250B');
  await press('Enter');
  const third = await bench.figureAfter('spent', second);
  not.equal(third, first);
  await tabTo(/^Announced total$/);
  await press('Control+z');
  is(await bench.figureAfter('spent', third), second, 'what was typed');
  await press('Control+z');
  is(await bench.figureAfter('spent', second), first, 'both presses of the arrow were one gesture');
  await press('Control+Shift+z');
  is(await bench.figureAfter('spent', first), second);
});

test('Escape in a field takes back what was typed, and leaves nothing wrong behind', async () => {
  await tabTo(/^Announced total, typed$/);
  await press('Control+a');
  await bench.page.keyboard.type('many apples');
  await press('Enter');
  await bench.lever('stargate.total').getByRole('alert').waitFor();
  await press('Escape');
  await bench.lever('stargate.total').getByRole('alert').waitFor({ state: 'detached' });
  match((await focused()).name, /^Announced total, typed$/);
});

test('groups of levers unfold, and what a lever means is told and closed again', async () => {
  await tabTo(/^Search levers$/);
  await bench.page.keyboard.type('cost');
  await tabTo(/^Cost\b/);
  await tabTo(/^Where .* comes from$/);
  const { name } = await focused();
  await press('Enter');
  await bench.page.locator('buildout-why').waitFor();
  await press('Escape');
  await bench.page.locator('buildout-why').waitFor({ state: 'detached' });
  await comesBackTo(exactly(name));
});

test('every menu opens by Enter, is left by Escape, and gives the focus back', async () => {
  for (const name of [
    'Open',
    'Save',
    'Colours',
    'What to do with Stargate as announced',
    'Add a scenario',
    'Choose charts',
  ]) {
    await tabTo(exactly(name));
    await press('Enter');
    const open = bench.page.locator('[popover]:popover-open');
    is(await open.count(), 1, name);
    await press('Tab');
    ok((await focused()).seen, name);
    await press('Escape');
    is(await open.count(), 0, name);
    await comesBackTo(exactly(name));
  }
});

test('a scenario is added and renamed, the views are walked by arrows, and everything is told', async () => {
  const { page } = bench;
  await tabTo(/^Add a scenario$/);
  await press('Enter');
  await tabTo(/^Central reading/);
  await press('Enter');
  await page.locator('[data-figure="spent"] .difference').waitFor();
  await comesBackTo(/^Add a scenario$/);
  await tabTo(/^What to do with Central reading$/, 'Shift+Tab');
  await press('Enter');
  await tabTo(/^Rename$/);
  await press('Enter');
  await page.getByLabel('Name of the scenario').waitFor();
  await page.keyboard.type('Mine');
  await press('Enter');
  await page.getByRole('button', { name: 'Mine', exact: true }).waitFor();
  equal(await page.locator('buildout-chips .label').allInnerTexts(), ['Stargate as announced', 'Mine']);

  await tabTo(/^Overlay$/);
  for (const view of ['Side by side', 'Difference', 'Table']) {
    await press('ArrowRight');
    ok(await page.getByRole('radio', { name: view }).isChecked(), view);
    ok((await focused()).seen, view);
  }
  await page.locator('buildout-compare-table table').waitFor();
  await tabTo(/^Table$/);
});

test('a chart is reached, read point by point, explained, and shown as a table', async () => {
  const { page } = bench;
  await press('Tab');
  match((await focused()).name, /^Skip to the charts/);
  await press('Enter');
  await tabTo(/: chart\. Arrow keys/);
  await press('ArrowRight');
  const first = await spoken();
  match(first ?? '', /2025/);
  await press('End');
  match((await spoken()) ?? '', /2040/);
  await press('Home', 'ArrowDown', 'Shift+ArrowRight');
  match((await spoken()) ?? '', /2026/);
  await press('Enter');
  await page.locator('buildout-explain', { hasText: 'Made from' }).waitFor();
  ok(await page.locator('buildout-explain').evaluate((panel) => panel.matches(':focus-within')), 'the focus is in it');
  await press('Escape');
  await page.locator('buildout-explain').waitFor({ state: 'detached' });
  await comesBackTo(/: chart\. Arrow keys/);
  await tabTo(/^Table$/);
  await press('Enter');
  await page.locator('buildout-chart[data-chart="capacity"] table').waitFor();
  await press('Enter');
  await page.locator('buildout-chart[data-chart="capacity"] table').waitFor({ state: 'detached' });
});

test('a headline is explained and walked down to a source, and back', async () => {
  const { page } = bench;
  const panel = page.locator('buildout-explain');
  await tabTo(/^\$\d+\sbillion$/);
  const { name } = await focused();
  await press('Enter');
  await panel.getByText('Made from').waitFor();
  const top = await panel.locator('h2').innerText();
  for (let depth = 0; depth < 12 && (await panel.getByText('Made from').isVisible()); depth++) {
    const title = await panel.locator('h2').innerText();
    await panel.locator('li button').last().focus();
    await press('Enter');
    await page.waitForFunction((before) => {
      const app = document.querySelector('buildout-app')?.shadowRoot;
      return app?.querySelector('buildout-explain')?.shadowRoot?.querySelector('h2')?.textContent?.trim() !== before;
    }, title);
  }
  not.equal(await panel.locator('h2').innerText(), top);
  await panel
    .getByText(/disclosed|assumed|definition/)
    .first()
    .waitFor();
  await press('Escape');
  await panel.waitFor({ state: 'detached' });
  await comesBackTo(exactly(name));
});

test.run();
