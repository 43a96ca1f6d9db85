import type { Page } from 'playwright-core';

/** How smooth the page was while many draws came. */
export interface Smoothness {
  readonly seconds: number;
  readonly frames: number;
  /** Of the frames, those that came no later than half a frame after their time. */
  readonly onTime: number;
  /** ms of the longest task of the page's own thread; tasks below 50 ms are not told by the browser and count as nothing. */
  readonly longest: number;
  /** ms until the first band was there. */
  readonly first: number;
}

/** Has ten thousand draws made, and watches frames and tasks until all of them are drawn as bands. */
export async function stream(page: Page): Promise<Smoothness> {
  const choice = page.locator('buildout-draws select');
  await choice.selectOption('0');
  await page.waitForTimeout(500);
  // What compiles this file names functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (of) => of');
  return page.evaluate(async () => {
    const app = document.querySelector('buildout-app')?.shadowRoot;
    const control = app?.querySelector('buildout-draws');
    const select = control?.shadowRoot?.querySelector('select');
    const come = (): number => (control as unknown as { come: number }).come;
    if (!select) throw new Error('the choice of draws is not there');
    let longest = 0;
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    tasks.observe({ type: 'longtask' });
    const times: number[] = [];
    let first = 0;
    select.value = '10000';
    const begin = performance.now();
    select.dispatchEvent(new Event('change'));
    await new Promise<void>((done, failed) => {
      const frame = (now: number) => {
        times.push(now);
        if (first === 0 && come() > 0 && come() < 10_000) first = performance.now() - begin;
        if (first > 0 && come() === 10_000) return done();
        if (now - begin > 120_000) return failed(new Error('the draws did not all come in two minutes'));
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    const seconds = (performance.now() - begin) / 1000;
    await new Promise((done) => setTimeout(done, 200));
    tasks.disconnect();
    const gaps = times.slice(1).map((time, n) => time - times[n]!);
    const onTime = gaps.filter((gap) => gap <= 25).length / gaps.length;
    return { seconds, frames: gaps.length, onTime, longest, first };
  });
}
