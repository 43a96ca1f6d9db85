import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Serious and critical findings of axe on a page as it stands, a line each.
 * @param exclude  a selector of what is not looked at: parts that are hidden, where there are very many
 */
export async function seriousFindings(page: Page, exclude?: string): Promise<string[]> {
  // As an argument of evaluate it is not inline script, which the page's policy would refuse.
  await page.evaluate(axe.source);
  return page.evaluate(async (hidden) => {
    const { axe: runner } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await runner.run(hidden === undefined ? document : { exclude: [hidden] }, {
      resultTypes: ['violations'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.flat().join(' ')} ${failureSummary}`),
      );
  }, exclude);
}
