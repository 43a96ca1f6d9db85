import { pointAfterKey, pointAt } from './cursor.ts';
import type { Layout } from './layout.ts';
import type { ChartPoint, ChartSpec, DrawOptions } from './spec.ts';
import type { StripLayout } from './strips.ts';

/** What is drawn now, as it is at the time of each event. */
interface Listened {
  readonly canvas: HTMLCanvasElement;
  readonly spec: ChartSpec;
  readonly index: number;
  readonly layout: Layout | StripLayout;
}

/** Steps in time that two taps may lie apart and still mean the same. */
const SAME_TAP = 4;

/** Pointer, finger and keys on a panel's canvas, until the signal: each moves the cursor or picks what is below it. */
export function listen(
  drawing: Listened,
  current: () => ChartPoint | undefined,
  move: (point: ChartPoint | undefined) => void,
  options: DrawOptions,
  signal: AbortSignal,
): void {
  const { canvas } = drawing;
  canvas.tabIndex = 0;
  const below = ({ offsetX, offsetY }: MouseEvent): ChartPoint => {
    const { layout } = drawing;
    const rowAt =
      'strips' in layout
        ? (y: number) => layout.strips.findLastIndex(({ top, height }) => y >= top - height)
        : undefined;
    return pointAt(drawing.spec, drawing.index, layout.frame, offsetX, offsetY, rowAt);
  };
  const on = <K extends keyof HTMLElementEventMap>(type: K, heard: (event: HTMLElementEventMap[K]) => void) =>
    canvas.addEventListener(type, heard, { signal });
  // A finger has no way to hover: its first tap reads, a second one at the same time picks.
  canvas.style.touchAction = 'pan-y';
  let touched = false;
  let read: number | undefined;
  on('pointerdown', (event) => {
    touched = event.pointerType === 'touch';
    read = touched ? current()?.index : undefined;
    if (touched) move(below(event));
  });
  on('pointermove', (event) => move(below(event)));
  on('pointerleave', (event) => event.pointerType !== 'touch' && move(undefined));
  on('blur', () => move(undefined));
  on('click', (event) => {
    const point = below(event);
    if (touched && !(Math.abs(point.index - (read ?? Number.NaN)) <= SAME_TAP)) return;
    options.onPick?.(point);
  });
  on('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && current()) return move(undefined);
    const next = pointAfterKey(drawing.spec, drawing.index, current(), event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    move(next);
    if (event.key === 'Enter' || event.key === ' ') options.onPick?.(next);
  });
}
