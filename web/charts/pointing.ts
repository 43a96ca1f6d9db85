import type { Drawing } from './draw.ts';
import { listen } from './listen.ts';
import { Readout } from './readout.ts';
import type { ChartPoint, DrawOptions } from './spec.ts';

/** The cursor of a drawn panel: where it stands, what it reads out, and who hears of it. Loaded once a chart is drawn. */
export class Pointing {
  private readonly readout: Readout;
  private at: ChartPoint | undefined;

  constructor(
    private readonly drawing: Drawing,
    options: DrawOptions,
    signal: AbortSignal,
  ) {
    this.readout = new Readout(drawing.canvas);
    const move = (next: ChartPoint | undefined) => {
      this.point(next);
      options.onPoint?.(next);
    };
    listen(drawing, () => this.at, move, options, signal);
    signal.addEventListener('abort', () => this.readout.remove());
  }

  /** Puts the cursor there, in this panel, or takes it away. */
  point(next: ChartPoint | undefined): void {
    this.at = next && { ...next, panel: this.drawing.index };
    this.show();
  }

  /** Reads out what is there now: after a change of the drawing. */
  show(): void {
    const { drawing, at } = this;
    const { spec, canvas, layout, theme } = drawing;
    if (at !== undefined && at.panel === drawing.index && at.index < spec.times.length) {
      this.readout.show(spec, at, layout.frame, canvas.parentElement?.clientWidth ?? 0, theme);
    } else this.readout.hide();
  }
}
