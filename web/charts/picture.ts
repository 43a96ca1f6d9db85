import { Drawing } from './draw.ts';
import { fontOf } from './paint.ts';
import { wrap } from './place.ts';
import type { ChartSpec } from './spec.ts';
import { panelHeight } from './strips.ts';
import type { Theme } from './theme.ts';

export interface PictureOptions {
  readonly theme: Theme;
  /** Written below the source, so that a picture that has travelled can be traced back: an address without its fragment. */
  readonly link: string;
  /** px of the page; 720 unless said. */
  readonly width?: number;
  /** Pixels of the picture for each of the page; 2 unless said. */
  readonly scale?: number;
}

const MARGIN = 24;
const GAP = 24;

/** A chart as a PNG: title, panels, source and link, in the page's own look. */
export async function pictureOf(spec: ChartSpec, options: PictureOptions): Promise<Blob> {
  // A weight that the page has not shown yet may still have to load; one that cannot is drawn in the next face.
  for (const weight of [400, 550, 600]) document.fonts.load(fontOf(options.theme, weight)).catch(() => undefined);
  await document.fonts.ready;
  const canvas = paintPicture(spec, options);
  return new Promise((done, refuse) =>
    canvas.toBlob((blob) => (blob ? done(blob) : refuse(new Error('The browser made no picture'))), 'image/png'),
  );
}

function paintPicture(spec: ChartSpec, { theme, link, width = 720, scale = 2 }: PictureOptions): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const inner = width - 2 * MARGIN;
  const columns = spec.panels.length > 1 ? 2 : 1;
  const panelWidth = (inner - (columns - 1) * GAP) / columns;
  const block = (text: string, size: number, weight: number, colour: string) => {
    const font = fontOf(theme, weight, size);
    context.font = font;
    const lines = text ? wrap(text, inner, (part) => context.measureText(part).width, 6) : [];
    return { lines, font, colour, leading: Math.round(size * 1.35) };
  };
  const head = [
    block(spec.title, 20, 600, theme.colour('ink')),
    block(spec.subtitle, 14, 400, theme.colour('ink-soft')),
  ];
  const foot = [spec.source, spec.note, link].map((text) => block(text, 12, 400, theme.colour('ink-soft')));
  const heightOf = (blocks: typeof head) =>
    blocks.reduce((sum, { lines, leading }) => sum + lines.length * leading + 4, 0);
  const heading = spec.panels.some(({ title }) => title !== '') ? 22 : 0;
  const rows = Math.ceil(spec.panels.length / columns);
  const each = Math.max(...spec.panels.map((_, i) => panelHeight(spec, i, panelWidth)));
  const height = Math.ceil(MARGIN + heightOf(head) + 12 + rows * (heading + each + GAP) + heightOf(foot) + MARGIN);

  canvas.width = width * scale;
  canvas.height = height * scale;
  context.scale(scale, scale);
  context.fillStyle = theme.colour('paper');
  context.fillRect(0, 0, width, height);
  context.textBaseline = 'top';
  let y = MARGIN;
  const write = (blocks: typeof head) => {
    for (const { lines, font, colour, leading } of blocks) {
      context.font = font;
      context.fillStyle = colour;
      for (const line of lines) {
        context.fillText(line, MARGIN, y);
        y += leading;
      }
      y += 4;
    }
  };
  write(head);
  y += 12;
  spec.panels.forEach(({ title }, i) => {
    const x = MARGIN + (i % columns) * (panelWidth + GAP);
    const top = y + Math.floor(i / columns) * (heading + each + GAP);
    context.font = fontOf(theme, 600, 14);
    context.fillStyle = theme.colour('ink');
    if (title) context.fillText(wrap(title, panelWidth, (part) => context.measureText(part).width, 1)[0] ?? '', x, top);
    const part = document.createElement('canvas');
    const drawing = new Drawing(part, spec, i, theme, panelWidth, panelHeight(spec, i, panelWidth), scale);
    context.drawImage(part, x, top + heading, panelWidth, panelHeight(spec, i, panelWidth));
    drawing.destroy();
  });
  y += rows * (heading + each + GAP);
  write(foot);
  return canvas;
}
