import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, queryAll, state } from 'lit/decorators.js';
import { buildChart } from '../charts/build.ts';
import { chartById } from '../charts/definitions.ts';
import { draw } from '../charts/draw.ts';
import { type Evidence, NO_EVIDENCE } from '../charts/evidence.ts';
import type { ChartRun, ChartSpec, ChartView, DrawnChart } from '../charts/spec.ts';
import { words } from '../words/en.ts';
import { shared } from './styles.ts';

/** A chart with its sentence above and its source below. The pictures are canvases; the words are what a screen reader reads. */
@customElement('buildout-chart')
export class ChartCard extends LitElement {
  static override styles = [
    shared,
    css`
      figure {
        display: flex;
        flex-direction: column;
        height: 100%;
        border-top: 1px solid var(--ink);
        padding-top: 8px;
      }
      .head {
        /* Room for three lines: a sentence that grows by a word while a slider moves must not push the chart. */
        min-height: 88px;
        padding-bottom: 4px;
      }
      :host([wide]) .head {
        min-height: 68px;
      }
      h3 {
        font-size: var(--size-16);
        line-height: 20px;
        font-weight: 600;
        text-wrap: pretty;
      }
      .subtitle {
        display: flex;
        gap: 8px;
        align-items: baseline;
        justify-content: space-between;
        min-height: 28px;
        color: var(--ink-soft);
      }
      .panels {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
        gap: 16px 24px;
      }
      .panel h4 {
        margin: 0;
        font-size: var(--size-14);
        line-height: 20px;
        font-weight: 600;
      }
      .canvas {
        position: relative;
        height: 260px;
      }
      .bands .canvas {
        height: auto;
        min-height: 120px;
      }
      footer {
        padding-top: 8px;
        font-size: var(--size-12);
        line-height: 16px;
        color: var(--ink-soft);
      }
    `,
  ];

  @property() chart = '';
  @property({ attribute: false }) runs: readonly ChartRun[] = [];
  @property({ attribute: false }) keys: readonly string[] = [];
  @property() view: ChartView = 'overlay';
  @property({ type: Number }) baseline = 0;
  @property() model = '';
  @property() locale = 'en';
  @property({ attribute: false }) evidence: Evidence = NO_EVIDENCE;
  /** A new number means that the page's colours have changed. */
  @property({ type: Number }) look = 0;
  @state() private chosenPart = '';
  @queryAll('canvas') private canvases!: NodeListOf<HTMLCanvasElement>;

  private spec: ChartSpec | undefined;
  private drawn: DrawnChart[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.clear();
  }

  protected override willUpdate(): void {
    const definition = chartById(this.chart);
    const { runs, view, baseline, model, locale, chosenPart: part, evidence } = this;
    this.spec =
      definition === undefined || runs.length === 0
        ? undefined
        : buildChart(definition, runs, { view, baseline, model, locale, ...(part === '' ? {} : { part }) }, evidence);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { spec } = this;
    if (spec === undefined) {
      this.clear();
      return;
    }
    if (changed.has('look')) for (const chart of this.drawn) chart.restyle();
    if (this.drawn.length !== spec.panels.length || [...this.canvases].some((canvas) => !this.known.has(canvas))) {
      this.clear();
      this.drawn = [...this.canvases].map((canvas, panel) => {
        this.known.add(canvas);
        return draw(canvas, spec, panel, {});
      });
    } else for (const [panel, chart] of this.drawn.entries()) chart.update(spec, panel);
  }

  private readonly known = new WeakSet<HTMLCanvasElement>();

  private clear(): void {
    for (const chart of this.drawn) chart.destroy();
    for (const canvas of this.canvases ?? []) this.known.delete(canvas);
    this.drawn = [];
  }

  protected override render(): TemplateResult {
    const { spec } = this;
    const kind = spec?.panels[0]?.kind ?? 'lines';
    return html`<figure>
      <div class="head">
        <h3>${spec?.title ?? ''}</h3>
        <div class="subtitle">
          <span>${spec?.subtitle ?? ''}</span>
          ${spec === undefined || spec.parts.length === 0 ? nothing : this.parts(spec)}
        </div>
      </div>
      <div class=${`panels ${kind}`}>
        ${
          spec === undefined
            ? html`<div class="panel"><div class="canvas"></div></div>`
            : spec.panels.map(
                ({ title }) => html`<div class="panel">
                  ${title === '' ? nothing : html`<h4>${title}</h4>`}
                  <div class="canvas"><canvas></canvas></div>
                </div>`,
              )
        }
      </div>
      <footer>${spec === undefined ? nothing : html`<p>${spec.source}.</p>${spec.note === '' ? nothing : html`<p>${spec.note}</p>`}`}</footer>
    </figure>`;
  }

  private parts({ parts, part }: ChartSpec): TemplateResult {
    return html`<select
      aria-label=${words.charts.part}
      @change=${(event: Event) => {
        this.chosenPart = (event.currentTarget as HTMLSelectElement).value;
      }}
    >
      ${parts.map(({ id, label }) => html`<option value=${id} ?selected=${id === part}>${label}</option>`)}
    </select>`;
  }
}
