import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { equal } from 'uvu/assert';
import { watchedPage } from './browser.ts';

/** The built page in a browser, in the words of who uses it. Every request and every mistake is remembered. */
export interface Workbench {
  readonly page: Page;
  /** Addresses asked for that are not the page's own server. */
  readonly foreign: readonly string[];
  readonly problems: readonly string[];
  lever(name: string): Locator;
  /** The slider of a lever. */
  slider(name: string): Locator;
  /** The typed field of a lever. */
  field(name: string): Locator;
  /** The text of a headline number. */
  figure(id: string): Promise<string>;
  /** Waits until a headline number is another one. @returns what it is then */
  figureAfter(id: string, before: string): Promise<string>;
  /** The sentence above a chart. */
  sentence(chart: string): Promise<string>;
  addScenario(id: string): Promise<void>;
  /** Nothing went wrong and nothing was asked of anybody else. */
  clean(): void;
  close(): Promise<void>;
}

/** Opens the page and waits until charts and levers are there. */
export async function openWorkbench(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Workbench> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const { page, problems } = await watchedPage(context);
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(new URL(address).origin) && !/^(?:blob|data):/u.test(url)) foreign.push(url);
  });
  await page.goto(address);
  await page.locator('buildout-lever').first().waitFor({ state: 'attached' });
  const lever = (name: string): Locator => page.locator(`buildout-lever[data-lever="${name}"]`);
  const figureOf = (id: string): Locator => page.locator(`[data-figure="${id}"] .value`);
  return {
    page,
    problems,
    foreign,
    lever,
    slider: (name) => lever(name).locator('input[type="range"]'),
    field: (name) => lever(name).locator('input[type="text"]'),
    figure: (id) => figureOf(id).innerText(),
    async figureAfter(id, before) {
      await page.waitForFunction(
        ([figure, old]) => {
          const strip = document
            .querySelector('buildout-app')
            ?.shadowRoot?.querySelector('buildout-headlines')?.shadowRoot;
          return strip?.querySelector(`[data-figure="${figure}"] .value`)?.textContent?.trim() !== old;
        },
        [id, before] as const,
      );
      return figureOf(id).innerText();
    },
    sentence: (chart) => page.locator(`buildout-chart[data-chart="${chart}"] h3`).innerText(),
    async addScenario(id) {
      const chips = page.locator('buildout-chips .chip');
      const before = await chips.count();
      await page.getByRole('button', { name: 'Add a scenario' }).click();
      await page.locator(`[data-scenario="${id}"]`).click();
      await chips.nth(before).waitFor();
    },
    clean() {
      equal(problems, []);
      equal(foreign, []);
    },
    close: () => context.close(),
  };
}
