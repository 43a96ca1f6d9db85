/** The one file that imports Chart.js: it draws the lines and areas, and everything else is placed and painted by our own. */
import {
  Chart,
  type ChartDataset,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  type Scale,
} from 'chart.js';
import { layersOf } from './areas.ts';
import { type Layout, layoutOf } from './layout.ts';
import { fontOf, paintEdges, paintOver, paintStrips, paintUnder } from './paint.ts';
import type { Pointing } from './pointing.ts';
import type { ChartPanel, ChartSeries, ChartSpec, DrawnChart, DrawOptions } from './spec.ts';
import { type StripLayout, stripLayout } from './strips.ts';
import { readTheme, type Theme } from './theme.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler);

interface Point {
  x: number;
  y: number;
}

type Dataset = ChartDataset<'line', Point[]>;

/** A series as Chart.js gets it. */
interface Stroke {
  readonly series: ChartSeries;
  /** Everything but the numbers. */
  readonly key: string;
  readonly heights: Float64Array;
  readonly fill: false | 'origin' | '-1';
  readonly seam: boolean;
}

/** A canvas with one panel on it, of a given size. No listeners, no observers: `draw` adds those. */
export class Drawing {
  spec: ChartSpec;
  index: number;
  theme: Theme;
  layout: Layout | StripLayout;
  readonly canvas: HTMLCanvasElement;
  private readonly chart: Chart<'line', Point[]>;
  private width: number;
  private height: number;
  private shape = '';
  /** Of words, in px: asked anew after a change of font. */
  private readonly widths = new Map<string, number>();

  constructor(
    canvas: HTMLCanvasElement,
    spec: ChartSpec,
    index: number,
    theme: Theme,
    width: number,
    height: number,
    private readonly ratio?: number,
  ) {
    this.canvas = canvas;
    this.spec = spec;
    this.index = index;
    this.theme = theme;
    this.width = width;
    this.height = height;
    this.layout = this.placed();
    const paint: Plugin<'line'> = {
      id: 'paper',
      beforeDatasetsDraw: ({ ctx }) => {
        if ('strips' in this.layout) paintStrips(ctx, this.spec, this.layout, this.theme);
        else paintUnder(ctx, this.spec, this.panel, this.layout, this.theme);
      },
      afterDatasetsDraw: ({ ctx }) => {
        if ('strips' in this.layout) return;
        paintEdges(ctx, this.spec, this.panel, this.layout, this.theme);
        paintOver(ctx, this.panel, this.layout, this.theme);
      },
    };
    canvas.width = width;
    canvas.height = height;
    this.chart = new Chart<'line', Point[]>(canvas, {
      type: 'line',
      data: { datasets: [] },
      plugins: [paint],
      options: {
        animation: false,
        devicePixelRatio: ratio ?? window.devicePixelRatio,
        events: [],
        responsive: false,
        maintainAspectRatio: false,
        parsing: false,
        normalized: true,
        spanGaps: false,
        layout: { autoPadding: false },
        elements: {
          point: { radius: 0, hitRadius: 0, hoverRadius: 0 },
          line: { tension: 0, borderJoinStyle: 'round' },
        },
        plugins: { filler: { drawTime: 'beforeDatasetDraw' } },
        // Both axes are placed by layout.ts; hidden, they take no room and build no ticks of their own.
        scales: {
          x: { type: 'linear', display: false, ticks: { maxTicksLimit: 2 } },
          y: { type: 'linear', display: false, ticks: { maxTicksLimit: 2 } },
        },
      },
    });
    this.refresh();
  }

  get panel(): ChartPanel {
    return this.spec.panels[this.index]!;
  }

  update(spec: ChartSpec, index: number): void {
    this.spec = spec;
    this.index = index;
    this.refresh();
  }

  restyle(theme: Theme): void {
    this.theme = theme;
    this.widths.clear();
    this.shape = '';
    this.refresh();
  }

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.layout = this.placed();
    this.place();
    this.chart.options.devicePixelRatio = this.ratio ?? window.devicePixelRatio;
    this.chart.resize(width, height);
  }

  destroy(): void {
    this.chart.destroy();
  }

  private placed(): Layout | StripLayout {
    const canvas = this.canvas.getContext('2d')!;
    canvas.save();
    // A little heavier than most of the text, so that what is measured is never less than what is written.
    canvas.font = fontOf(this.theme, 550);
    const measure = (text: string) => {
      let known = this.widths.get(text);
      if (known === undefined) {
        known = canvas.measureText(text).width;
        this.widths.set(text, known);
      }
      return known;
    };
    const sizes = { width: this.width, height: this.height, font: this.theme.size };
    const layout =
      this.panel.kind === 'bands'
        ? stripLayout(this.spec, this.panel, sizes, measure)
        : layoutOf(this.spec, this.panel, sizes, measure);
    canvas.restore();
    return layout;
  }

  /** Tells Chart.js where the plot is and what its axes hold. */
  private place(): void {
    const { left, top, right, bottom } = this.layout.frame;
    const { options } = this.chart;
    options.layout = {
      autoPadding: false,
      padding: { left, top, right: this.width - right, bottom: this.height - bottom },
    };
    const { x, y } = this.spec;
    const scales = options.scales!;
    Object.assign(scales.x!, { min: x.min, max: x.max });
    Object.assign(scales.y!, { min: y.min, max: y.max });
  }

  private refresh(): void {
    this.layout = this.placed();
    const strokes = this.strokes();
    const { left, top, right, bottom } = this.layout.frame;
    // What mostly stays the same while a slider moves.
    const shape = JSON.stringify([[left, top, right, bottom], this.spec.times.length, strokes.map(({ key }) => key)]);
    if (shape === this.shape) {
      this.renumber(strokes);
      return;
    }
    this.shape = shape;
    this.place();
    this.chart.data.datasets = strokes.map((stroke, k) => this.dataset(stroke, strokes.length - k));
    this.chart.update('none');
  }

  /** Only numbers are new: they go into the axes and points that are there, without all that `update` resolves anew. */
  private renumber(strokes: readonly Stroke[]): void {
    const { times, x, y } = this.spec;
    const scales = this.chart.scales as { readonly x: Scale; readonly y: Scale };
    for (const [scale, { min, max }] of [
      [scales.x, x],
      [scales.y, y],
    ] as const) {
      scale.min = min;
      scale.max = max;
      scale.configure();
    }
    for (const [k, { heights }] of strokes.entries()) {
      const points = this.chart.data.datasets[k]!.data;
      for (let i = 0; i < points.length; i++) {
        const point = points[i]!;
        point.x = times[i]!;
        point.y = heights[i]!;
      }
      const { controller, dataset, data } = this.chart.getDatasetMeta(k);
      // Setting them has the line forget the path that it had.
      (dataset as LineElement).points = data as PointElement[];
      controller.updateElements(data, 0, data.length, 'none');
    }
    this.chart.draw();
  }

  /** What Chart.js is to draw, from below to above: each series' values, or the upper edge of its layer. */
  private strokes(): Stroke[] {
    const layers = new Map(layersOf(this.panel).map(({ id, upper }) => [id, upper]));
    let below = false;
    return this.panel.series.flatMap((series): Stroke[] => {
      const { id, colour, dash, role, width, values } = series;
      const heights = layers.get(id) ?? values;
      const key = JSON.stringify([id, colour, dash, role, width]);
      const fill: Stroke['fill'] = role === 'stack' && (below ? '-1' : 'origin');
      below = role === 'stack';
      const stroke = { series, key, heights, fill, seam: false };
      // A line across areas gets a seam of paper, or it would be lost where an area has its colour.
      const across = layers.size > 0 && role !== 'stack';
      return across ? [{ ...stroke, key: `${key}|`, seam: true }, stroke] : [stroke];
    });
  }

  private dataset({ series, heights, fill, seam }: Stroke, order: number): Dataset {
    const { theme } = this;
    const pale = series.role === 'ghost' && this.panel.kind !== 'areas';
    const colour = pale ? theme.pale(series.colour) : theme.colour(series.colour);
    const stack = series.role === 'stack';
    return {
      data: Array.from(heights, (y, i) => ({ x: this.spec.times[i]!, y })),
      borderColor: stack || seam ? theme.colour('paper') : colour,
      backgroundColor: colour,
      borderWidth: stack ? 1 : seam ? series.width + 2 : series.width,
      borderDash: seam ? [] : [...series.dash],
      // Chart.js draws the first on top; a spec's later ones stand over its earlier ones.
      order,
      fill,
    };
  }
}

/**
 * Draws a panel on a canvas and keeps it: it follows the size of the canvas's parent, which must be positioned and have a
 * height of its own (`panelHeight` says which), the pixel ratio, and the pointer and keys unless it is to be still.
 */
export function draw(canvas: HTMLCanvasElement, spec: ChartSpec, panel: number, options: DrawOptions = {}): DrawnChart {
  const parent = canvas.parentElement!;
  Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0' });
  const { clientWidth, clientHeight } = parent;
  const drawing = new Drawing(canvas, spec, panel, readTheme(canvas), clientWidth, clientHeight, options.ratio);
  const listening = new AbortController();
  let pointing: Pointing | undefined;
  if (!options.still) {
    import('./pointing.ts').then((there) => {
      if (!listening.signal.aborted) pointing = new there.Pointing(drawing, options, listening.signal);
    });
  }
  const resized = new ResizeObserver(() => {
    drawing.resize(parent.clientWidth, parent.clientHeight);
    pointing?.show();
  });
  resized.observe(parent);
  // The widths of words change when the font arrives.
  document.fonts?.addEventListener('loadingdone', () => drawing.restyle(drawing.theme), {
    signal: listening.signal,
  });

  return {
    update(next, index = drawing.index) {
      drawing.update(next, index);
      pointing?.show();
    },
    restyle() {
      drawing.restyle(readTheme(canvas));
      pointing?.show();
    },
    point(next) {
      pointing?.point(next);
    },
    destroy() {
      listening.abort();
      resized.disconnect();
      drawing.destroy();
    },
  };
}
