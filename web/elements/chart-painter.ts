import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { draw } from '../charts/draw.ts';
import type { ChartPoint, ChartSpec, DrawnChart } from '../charts/spec.ts';
import { panelHeight } from '../charts/strips.ts';
import { REST } from './turns.ts';

/** How far outside the window charts are drawn ahead. */
const AHEAD = '200px';

interface Painted {
  readonly spec: ChartSpec;
  readonly look: number;
  readonly isPaper: boolean;
}

/** Pixels on paper to one on the page: what prints shows more than a window. */
const PAPER_RATIO = 3;

/** What is drawn, and how. */
export interface Painting {
  /** Whether to draw at all; the canvases get their heights in any case. */
  readonly isSeen: boolean;
  /** Whether also what the window does not show is drawn now. */
  readonly isWhole: boolean;
  readonly isPaper: boolean;
}

/** What the painter tells of the cursor, and of the window. */
export interface PainterListener {
  /** It comes into the window. */
  enter(): void;
  point(point: ChartPoint | undefined): void;
  pick(point: ChartPoint): void;
}

/**
 * Keeps a chart's canvases: their sizes, what stands on them, and that only those in sight are drawn. What the window shows is drawn
 * at once; what lies just outside it follows when nothing moves any more, so that a slider does not wait for it.
 */
export class ChartPainter implements ReactiveController {
  /** Whether the element is in sight, or nearly. */
  inSight = false;
  /** The element and the places of its canvases, those of them that the window shows. */
  private readonly shown = new Set<Element>();
  /** Panels that still show what was before. */
  private readonly behind = new Set<number>();
  private late: ReturnType<typeof setTimeout> | undefined;
  private drawn: DrawnChart[] = [];
  private canvases: readonly HTMLCanvasElement[] = [];
  /** What stands on the canvases. */
  private painted: Painted | undefined;
  /** What should. */
  private spec: ChartSpec | undefined;
  private readonly sight = new IntersectionObserver((entries) => this.see(entries.at(-1)?.isIntersecting ?? false), {
    rootMargin: AHEAD,
  });
  private readonly window = new IntersectionObserver((entries) => this.show(entries));
  /** Widths of the canvases' places, as the browser tells them: reading them would have it lay the page out anew at each change. */
  private widths = new WeakMap<Element, number>();
  private readonly size = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) this.widths.set(target, contentRect.width);
    this.giveHeights(this.canvases);
  });

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly listener: PainterListener,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.sight.observe(this.host);
    this.window.observe(this.host);
  }

  hostDisconnected(): void {
    this.sight.disconnect();
    this.window.disconnect();
    this.size.disconnect();
    // Moved to another place in the page it begins anew.
    this.inSight = false;
    this.shown.clear();
    this.widths = new WeakMap();
    this.clear();
  }

  /** Whether the window shows any of the element. */
  get inWindow(): boolean {
    return this.shown.has(this.host);
  }

  /** How high a panel may be; undefined for what is usual. */
  most: number | undefined;

  /** Someone looks at it now, whether or not the window shows it. */
  see(isSeen: boolean): void {
    if (isSeen === this.inSight) return;
    this.inSight = isSeen;
    this.host.requestUpdate();
  }

  /**
   * Brings the canvases, one a panel, up to date.
   * @param look   a new number means that the page's colours have changed.
   */
  paint(
    spec: ChartSpec,
    canvases: readonly HTMLCanvasElement[],
    look: number,
    { isSeen, isWhole, isPaper }: Painting,
  ): void {
    this.spec = spec;
    this.giveHeights(canvases);
    const isSame =
      canvases.length === this.canvases.length && canvases.every((canvas, n) => canvas === this.canvases[n]);
    if (!isSame || this.painted?.isPaper === !isPaper) this.clear();
    this.canvases = canvases;
    if (!isSeen) return;
    if (this.painted === undefined) {
      this.drawn = canvases.map((canvas, panel) =>
        draw(canvas, spec, panel, {
          onPoint: (point) => this.keepInStep(point),
          onPick: (point) => this.listener.pick(point),
          ratio: isPaper ? PAPER_RATIO : undefined,
        }),
      );
    } else {
      if (this.painted.look !== look) for (const chart of this.drawn) chart.restyle();
      if (this.painted.spec !== spec) for (const panel of this.drawn.keys()) this.behind.add(panel);
      this.catchUp((panel) => isWhole || this.shown.has(canvases[panel]!.parentElement!));
      clearTimeout(this.late);
      if (this.behind.size > 0) this.late = setTimeout(() => this.catchUp(), REST);
    }
    this.painted = { spec, look, isPaper };
  }

  clear(): void {
    clearTimeout(this.late);
    this.behind.clear();
    for (const chart of this.drawn) chart.destroy();
    this.drawn = [];
    this.canvases = [];
    this.painted = undefined;
  }

  /** Draws panels that are behind. */
  private catchUp(isWanted: (panel: number) => boolean = () => true): void {
    for (const panel of [...this.behind].filter(isWanted)) {
      this.behind.delete(panel);
      this.drawn[panel]!.update(this.spec!, panel);
    }
  }

  private show(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.shown.add(target);
      else this.shown.delete(target);
      if (isIntersecting && target === this.host) this.listener.enter();
    }
    this.catchUp((panel) => this.shown.has(this.canvases[panel]!.parentElement!));
  }

  private keepInStep(point: ChartPoint | undefined): void {
    for (const [panel, chart] of this.drawn.entries()) {
      if (panel !== point?.panel) chart.point(point && { panel, index: point.index });
    }
    this.listener.point(point);
  }

  /** Each panel gets the height it wants at its width. */
  private giveHeights(canvases: readonly HTMLCanvasElement[]): void {
    const { spec } = this;
    if (spec === undefined) return;
    for (const [panel, { parentElement }] of canvases.entries()) {
      if (parentElement === null) continue;
      let width = this.widths.get(parentElement);
      if (width === undefined) {
        // Read once, so that it has its height before it is first painted.
        width = parentElement.clientWidth;
        this.widths.set(parentElement, width);
        this.size.observe(parentElement);
        this.window.observe(parentElement);
      }
      const height = `${panelHeight(spec, panel, width, this.most)}px`;
      if (parentElement.style.height !== height) parentElement.style.height = height;
    }
  }
}
