import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { ChartCard } from '../../web/elements/chart-card.ts';
import { launch } from '../support/browser.ts';
import { serve } from '../support/serve.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { BareCanvas } from './page/bare.ts';
import { type Smoothness, stream } from './page/stream.ts';
import { duration, type Row } from './timing.ts';

const FRAME = 1000 / 60;
const ROUNDS = 6;
const TICKS = 20;

/**
 * From a slider's input until every canvas that the window shows is drawn anew, with four scenarios overlaid, against what Chart.js alone
 * needs to redraw as many canvases of the same sizes with the same numbers, both in turns, in one browser; then how smooth the page is
 * while ten thousand draws come. What lies outside the window waits until the slider rests, and is counted on neither side.
 */
export async function bench(): Promise<Row[]> {
  const built = mkdtempSync(join(tmpdir(), 'buildout-bench-'));
  await build({
    root: fileURLToPath(new URL('page/', import.meta.url)),
    configFile: false,
    base: './',
    build: { outDir: built, target: 'es2022' },
    logLevel: 'error',
  });
  const [served, bare, browser] = await Promise.all([serve(), serve(built), launch()]);
  try {
    const workbench = await openWorkbench(browser, served.address, { viewport: { width: 1440, height: 1000 } });
    for (const id of ['power-late', 'stargate-central', 'stargate-stressed']) await workbench.addScenario(id);
    // Bands follow the lines when they can; what is measured first is the lines.
    await workbench.page.locator('buildout-draws select').selectOption('0');
    await workbench.page.waitForTimeout(1000);
    const alone = await workbench.page.context().newPage();
    await alone.goto(bare.address);
    const canvases = await inSight(workbench.page);
    if (canvases.length === 0) throw new Error('no chart is in sight');
    await alone.evaluate((all) => window.bare(all), canvases);
    await watchDrawing(workbench.page);

    const [slider, chartJs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      await workbench.page.bringToFront();
      slider.push(...(await drag(workbench.page)));
      await alone.bringToFront();
      chartJs.push(...(await redraw(alone)));
    }
    await workbench.page.bringToFront();
    const smooth = smoothness(await stream(workbench.page));
    const drawn = rows(slider, chartJs, {
      canvases: canvases.length,
      series: canvases.reduce((sum, canvas) => sum + canvas.lines.length, 0),
      points: canvases[0]?.times.length ?? 0,
      scenarios: 4,
    });
    return [...drawn, ...smooth];
  } finally {
    await browser.close();
    await Promise.all([served.close(), bare.close()]);
    rmSync(built, { recursive: true });
  }
}

function rows(slider: readonly number[], chartJs: readonly number[], what: Row['figures']): Row[] {
  const [ours, theirs] = [at(slider, 0.95), at(chartJs, 0.95)];
  return [
    {
      what: 'frames of 60 Hz from slider to charts beyond what Chart.js needs, 95th percentile',
      ratio: (ours - theirs) / FRAME,
      most: 1,
      figures: { ours: duration(ours), theirs: duration(theirs), ...what },
    },
    {
      what: 'slider to charts against Chart.js redrawing the same canvases, medians',
      ratio: at(slider, 0.5) / at(chartJs, 0.5),
      figures: { ours: duration(at(slider, 0.5)), theirs: duration(at(chartJs, 0.5)), inputs: slider.length },
    },
  ];
}

function smoothness({ seconds, frames, onTime, longest, first }: Smoothness): Row[] {
  return [
    {
      what: 'frames on time while 10,000 draws come, of all',
      ratio: onTime,
      least: 0.95,
      figures: { frames, draws: duration(1000 * seconds), 'first bands': duration(first) },
    },
    {
      what: "the page's longest task meanwhile against 50 ms",
      ratio: longest / 50,
      most: 1,
      figures: { longest: longest === 0 ? 'below 50 ms' : duration(longest) },
    },
  ];
}

function at(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** What stands on the canvases that a person sees. Strips have no series: there Chart.js redraws an empty plot. */
function inSight(page: Page): Promise<BareCanvas[]> {
  return page.evaluate(() => {
    const charts = document.querySelector('buildout-app')?.shadowRoot?.querySelector('buildout-charts')?.shadowRoot;
    const found: BareCanvas[] = [];
    for (const card of charts?.querySelectorAll<ChartCard>('buildout-chart') ?? []) {
      // Private to TypeScript alone.
      const { spec } = card as unknown as { spec: import('../../web/charts/spec.ts').ChartSpec };
      for (const [panel, canvas] of [...(card.shadowRoot?.querySelectorAll('canvas') ?? [])].entries()) {
        const { top, bottom } = canvas.getBoundingClientRect();
        if (bottom < 0 || top > innerHeight) continue;
        const { series = [] } = spec.panels[panel] ?? {};
        const lines = series.map(({ values, role }) => ({ values: [...values], filled: role === 'stack' }));
        found.push({ width: canvas.clientWidth, height: canvas.clientHeight, times: [...spec.times], lines });
      }
    }
    return found;
  });
}

/** Remembers when anything was last drawn on a canvas. */
function watchDrawing(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen = globalThis as unknown as { drawnAt: number };
    seen.drawnAt = 0;
    const canvas = CanvasRenderingContext2D.prototype;
    for (const name of ['stroke', 'fill', 'fillText'] as const) {
      const own = canvas[name] as (...given: unknown[]) => void;
      Object.assign(canvas, {
        [name](this: CanvasRenderingContext2D, ...given: unknown[]) {
          own.apply(this, given);
          seen.drawnAt = performance.now();
        },
      });
    }
  });
}

/** Moves the slider of the announced sum, and waits each time until nothing is drawn any more. @returns ms from input to the last stroke */
function drag(page: Page): Promise<number[]> {
  return page.evaluate(async (ticks) => {
    const seen = globalThis as unknown as { drawnAt: number };
    const levers = document.querySelector('buildout-app')?.shadowRoot?.querySelector('buildout-levers')?.shadowRoot;
    const lever = levers?.querySelector('buildout-lever[data-lever="stargate.total"]')?.shadowRoot;
    const input = lever?.querySelector<HTMLInputElement>('input[type="range"]');
    if (!input) throw new Error('the slider is not there');
    const times: number[] = [];
    for (let tick = 0; tick < ticks; tick++) {
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      input.value = String(Math.round(Number(input.max) / 2) + ((Number(input.value) + 1) % 15));
      const begin = performance.now();
      input.dispatchEvent(new Event('input', { bubbles: true }));
      do {
        await new Promise((done) => setTimeout(done, 10));
        if (performance.now() - begin > 5000) throw new Error('the slider moved and nothing was drawn');
      } while (seen.drawnAt < begin || performance.now() - seen.drawnAt < 100);
      times.push(seen.drawnAt - begin);
    }
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return times;
  }, TICKS);
}

function redraw(page: Page): Promise<number[]> {
  return page.evaluate(async (ticks) => {
    const times: number[] = [];
    for (let tick = 0; tick < ticks; tick++) {
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(window.redraw());
    }
    return times;
  }, TICKS);
}
