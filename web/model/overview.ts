import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { modelWords } from '../words/model.ts';
import { arcsOf } from './arcs.ts';
import type { Chapter } from './book.ts';

/** The sectors in a column, with an arc for what each takes from another. Pointing at one shows its own arcs. */
@customElement('buildout-model-overview')
export class ModelOverview extends LitElement {
  @property({ attribute: false }) chapters: readonly Chapter[] = [];
  @state() private width = 0;
  @state() private chosen = '';

  private readonly watch = new ResizeObserver(([seen]) => {
    this.width = Math.floor(seen?.contentRect.width ?? 0);
  });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.disconnect();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { chapters, chosen } = this;
    if (this.width === 0) return nothing;
    const width = Math.min(this.width, 640);
    const names = Math.min(200, width * 0.46);
    const { height, arcs, rows } = arcsOf(chapters, width, names);
    const shown = chapters.find(({ id }) => id === chosen);
    const touched = (id: string): boolean =>
      arcs.some(({ from, to }) => [from, to].includes(id) && [from, to].includes(chosen));
    const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
    return html`<figure class="overview">
      <svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-label=${modelWords.overview.picture}>
        ${arcs.map(({ from, to, path, tip, thickness }) => {
          const own = from === chosen ? 'out' : to === chosen ? 'in' : shown === undefined ? '' : 'aside';
          return svg`<g class="arc ${own}"><path d=${path} stroke-width=${thickness}></path><path class="tip" d=${tip}></path></g>`;
        })}
        ${rows.map(({ id, y }) => {
          const chapter = byId.get(id) as Chapter;
          const near = shown === undefined || id === chosen || touched(id);
          return svg`<a
            href="#sector-${id}"
            class=${near ? 'sector' : 'sector aside'}
            aria-label=${modelWords.overview.sector(chapter.title, chapter.entries.length)}
            @focus=${() => this.choose(id)}
            @blur=${() => this.choose('')}
            @pointerenter=${() => this.choose(id)}
            @pointerleave=${() => this.choose('')}
          >
            <rect x=${(width - names) / 2} y=${y - 18} width=${names} height="36" rx="2"></rect>
            <text x=${width / 2} y=${y + 5} text-anchor="middle">${chapter.title}</text>
          </a>`;
        })}
      </svg>
      <figcaption>${shown === undefined ? modelWords.overview.explained : flowsOf(shown, chapters)}</figcaption>
    </figure>`;
  }

  private choose(id: string): void {
    this.chosen = id;
  }
}

/** What a sector draws on and what it feeds, in words. */
export function flowsOf(chapter: Chapter, chapters: readonly Chapter[]): TemplateResult {
  const { counted, draws, feeds, nothing: none } = modelWords.overview;
  const say = (links: readonly (readonly [Chapter, number])[]) =>
    links.length === 0
      ? none
      : links.map(
          ([{ id, title }, count], i) =>
            html`${i === 0 ? '' : ', '}<a href="#sector-${id}">${counted(title, count)}</a>`,
        );
  return html`<span class="flows"><b>${draws}</b> ${say(drawnOn(chapter, chapters))}. <b>${feeds}</b> ${say(fedBy(chapter, chapters))}.</span>`;
}

const strongest = (a: readonly [Chapter, number], b: readonly [Chapter, number]): number => b[1] - a[1];

function drawnOn({ draws }: Chapter, chapters: readonly Chapter[]): [Chapter, number][] {
  return chapters
    .flatMap((one): [Chapter, number][] => {
      const count = draws.get(one.id);
      return count === undefined ? [] : [[one, count]];
    })
    .sort(strongest);
}

function fedBy({ id }: Chapter, chapters: readonly Chapter[]): [Chapter, number][] {
  return chapters
    .flatMap((one): [Chapter, number][] => {
      const count = one.draws.get(id);
      return count === undefined ? [] : [[one, count]];
    })
    .sort(strongest);
}
