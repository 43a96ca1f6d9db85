import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { modelWords } from '../words/model.ts';
import type { Book, Entry } from './book.ts';
import { type Box, beside, layOut, roomForFar } from './layers.ts';
import { neighbourhoodOf } from './neighbourhood.ts';

const KEYS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

/**
 * What drives an entry and what it drives, to walk through: arrow keys move, Enter or a click goes there. Fires
 * `model-walk` with the id to go to. Drawn in the page itself, so that its links are the page's.
 */
@customElement('buildout-model-graph')
export class ModelGraph extends LitElement {
  @property({ attribute: false }) book!: Book;
  @property() entry = '';
  @state() private width = 0;
  /** The one box that Tab reaches; arrow keys hand it on. */
  @state() private reached = '';

  private readonly watch = new ResizeObserver(([seen]) => {
    this.width = Math.floor(seen?.contentRect.width ?? 0);
  });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.width = this.clientWidth;
    this.watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.disconnect();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('entry')) this.reached = `0:${this.entry}`;
  }

  /** Where the middle of the picture is, from the top of the window: what stays in place while somebody walks. */
  get middle(): number {
    return this.querySelector('a[aria-current]')?.getBoundingClientRect().top ?? 0;
  }

  /** Puts the focus on the entry in the middle. */
  focusMiddle(): void {
    this.querySelector<SVGAElement>('a[aria-current]')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { book, entry, width } = this;
    const own = book.entries.get(entry);
    if (own === undefined || width === 0) return nothing;
    const hood = neighbourhoodOf(book, entry, roomForFar(width));
    const drawing = layOut(hood, (id) => book.entries.get(id)?.title ?? id, width);
    const words = modelWords.graph;
    const left = [...hood.left].filter(([step]) => drawing.boxes.some((box) => box.step === step));
    return html`<figure class="graph">
      <svg
        viewBox="-1 -1 ${drawing.width + 2} ${drawing.height + 2}"
        width=${drawing.width + 2}
        height=${drawing.height + 2}
        role="group"
        aria-label=${words.title(own.title)}
        @keydown=${(event: KeyboardEvent) => this.onKey(event, drawing.boxes)}
        @click=${this.onClick}
      >
        ${drawing.curves.map(
          ({ from, to, path }) =>
            svg`<path d=${path} class=${from === this.reached || to === this.reached ? 'arrow near' : 'arrow'}></path>`,
        )}
        ${drawing.boxes.map((box) => this.box(box, book.entries.get(box.id) as Entry))}
      </svg>
      <figcaption>
        ${drawing.down ? words.explainedDown : words.explained} ${words.legend}
        ${
          left.length === 0
            ? nothing
            : words.leftOut(left.map(([step, count]) => `${words.left(count)} ${words.leftSides[step] ?? ''}`))
        }
      </figcaption>
    </figure>`;
  }

  private box({ key, id, step, x, y, width, height, lines }: Box, { title, kind }: Entry): TemplateResult {
    const middle = step === 0;
    const top = y + height / 2 - ((lines.length - 1) * 15) / 2 + 4;
    return svg`<a
      href="#${id}"
      class="box ${kind} ${middle ? 'middle' : ''}"
      data-key=${key}
      data-step=${step}
      aria-label=${title}
      aria-current=${middle ? 'true' : nothing}
      tabindex=${key === this.reached ? 0 : -1}
      @focus=${() => {
        this.reached = key;
      }}
    >
      <rect x=${x} y=${y} width=${width} height=${height} rx=${kind === 'input' ? Math.min(14, height / 2) : 2}></rect>
      <text x=${x + width / 2} y=${top} text-anchor="middle">${lines.map(
        (line, i) =>
          svg`<tspan x=${x + width / 2} dy=${i === 0 ? 0 : 15}>${i === lines.length - 1 ? line : `${line} `}</tspan>`,
      )}</text>
    </a>`;
  }

  private onKey(event: KeyboardEvent, boxes: readonly Box[]): void {
    const way = KEYS[event.key as keyof typeof KEYS];
    if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = beside(boxes, this.reached, way);
    if (next === undefined) return;
    this.querySelector<SVGAElement>(`a[data-key="${next.key}"]`)?.focus({ preventScroll: true });
  }

  private readonly onClick = (event: MouseEvent): void => {
    const link = (event.target as Element).closest('a');
    // A new tab or window is the browser's.
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const id = (link.dataset.key ?? '').split(':')[1] ?? '';
    this.dispatchEvent(new CustomEvent('model-walk', { detail: id, bubbles: true }));
  };
}
