import { valuesAt } from './cursor.ts';
import type { Frame } from './layout.ts';
import type { ChartPoint, ChartSpec } from './spec.ts';
import { readingsAt } from './spoken.ts';
import type { Theme } from './theme.ts';
import { monthName } from './times.ts';

/**
 * The cursor's line, its dots, and the list of all values at that time, as elements above the canvas: moving the cursor
 * draws nothing on the canvas itself. Hidden from screen readers, who hear `pointText` from the page.
 */
export class Readout {
  private readonly root = element('div');
  private readonly line = element('div');
  private readonly dots = element('div');
  private readonly box = element('div');

  constructor(canvas: HTMLCanvasElement) {
    this.root.setAttribute('aria-hidden', 'true');
    Object.assign(this.root.style, { position: 'absolute', inset: '0', pointerEvents: 'none', display: 'none' });
    Object.assign(this.line.style, { position: 'absolute', width: '1px' });
    Object.assign(this.box.style, {
      position: 'absolute',
      zIndex: '2',
      padding: '6px 8px',
      borderStyle: 'solid',
      borderWidth: '1px',
      boxSizing: 'border-box',
      width: 'max-content',
      fontVariantNumeric: 'tabular-nums',
      lineHeight: '1.35',
    });
    this.root.append(this.line, this.dots, this.box);
    canvas.after(this.root);
  }

  hide(): void {
    this.root.style.display = 'none';
  }

  /** @param width of the canvas in px */
  show(spec: ChartSpec, point: ChartPoint, frame: Frame, width: number, theme: Theme): void {
    const panel = spec.panels[point.panel]!;
    const x = frame.x(spec.times[point.index] ?? spec.x.min);
    this.root.style.display = 'block';
    Object.assign(this.line.style, {
      transform: `translate(${Math.round(x)}px, ${frame.top}px)`,
      height: `${frame.bottom - frame.top}px`,
      background: theme.colour('rule-strong'),
    });
    this.dots.replaceChildren(
      ...valuesAt(panel, frame, point.index).map(({ id, y, colour }) => {
        const dot = element('div');
        const size = id === point.series ? 9 : 7;
        Object.assign(dot.style, {
          position: 'absolute',
          width: `${size}px`,
          height: `${size}px`,
          borderRadius: '50%',
          boxSizing: 'border-box',
          border: `1.5px solid ${theme.colour('paper')}`,
          background: theme.colour(colour),
          transform: `translate(${x - size / 2 + 0.5}px, ${y - size / 2}px)`,
        });
        return dot;
      }),
    );
    this.list(spec, point, theme);
    // On the side with more room, and never wider than that.
    const right = x < width / 2;
    Object.assign(this.box.style, {
      left: right ? `${x + 12}px` : 'auto',
      right: right ? 'auto' : `${width - x + 12}px`,
      maxWidth: `${(right ? width - x : x) - 12}px`,
      top: `${frame.top}px`,
      background: theme.colour('paper'),
      borderColor: theme.colour('rule-strong'),
      color: theme.colour('ink'),
      font: `400 ${theme.size}px ${theme.family}`,
    });
  }

  private list(spec: ChartSpec, point: ChartPoint, theme: Theme): void {
    const head = element('div');
    head.textContent = monthName(spec.times[point.index] ?? 0, spec.locale);
    Object.assign(head.style, { fontWeight: '600' });
    const panel = spec.panels[point.panel]!;
    const grid = element('div');
    Object.assign(grid.style, {
      display: 'grid',
      gridTemplateColumns: 'auto 1fr auto',
      columnGap: '8px',
      alignItems: 'baseline',
    });
    // Strips are read one at a time: a list of all would lie upon most of them.
    const only = panel.kind === 'bands' ? point.series : undefined;
    for (const { id, label, text } of readingsAt(spec, point.panel, point.index)) {
      if (only !== undefined && id !== only) continue;
      const series = panel.series.find((candidate) => candidate.id === id);
      const row = panel.rows.find((candidate) => candidate.id === id);
      const code = row && spec.codes[row.values[point.index]!];
      const swatch = element('span');
      const colour = theme.colour(series?.colour ?? code?.colour ?? 'paper');
      const stroke = (series?.dash.length ?? 0) > 0 ? 'dashed' : 'solid';
      Object.assign(swatch.style, { width: '14px', alignSelf: 'center', borderTop: `3px ${stroke} ${colour}` });
      const name = element('span');
      name.textContent = label;
      const value = element('span');
      value.textContent = text;
      Object.assign(value.style, { textAlign: 'right' });
      if (id === point.series) for (const cell of [name, value]) cell.style.fontWeight = '600';
      grid.append(swatch, name, value);
    }
    this.box.replaceChildren(head, grid);
  }

  remove(): void {
    this.root.remove();
  }
}

function element(tag: 'div' | 'span'): HTMLElement {
  return document.createElement(tag);
}
