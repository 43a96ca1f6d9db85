import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Evidence, NO_EVIDENCE } from '../charts/evidence.ts';
import type { ChartRun, ChartView } from '../charts/spec.ts';
import { words } from '../words/en.ts';
import './chart-card.ts';
import { shared } from './styles.ts';

/** The chosen charts in their order, each a card. */
@customElement('buildout-charts')
export class Charts extends LitElement {
  static override styles = [
    shared,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(440px, 100%), 1fr));
        gap: 32px 40px;
      }
      .grid.wide {
        grid-template-columns: minmax(0, 1fr);
      }
      @media print {
        .grid:not(.wide) {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: 24px;
        }
        buildout-chart[data-table] {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  /** Ids of the charts shown, in order. */
  @property({ attribute: false }) charts: readonly string[] = [];
  @property({ attribute: false }) runs: readonly ChartRun[] = [];
  @property({ attribute: false }) keys: readonly string[] = [];
  @property() view: ChartView = 'overlay';
  @property({ type: Number }) baseline = 0;
  @property() model = '';
  @property({ type: Number }) draws = 0;
  @property() locale = words.locale;
  @property({ attribute: false }) evidence: Evidence = NO_EVIDENCE;
  @property({ type: Number }) look = 0;
  /** Everything is drawn, in sight or not. */
  @property({ type: Boolean }) printing = false;

  protected override render(): TemplateResult {
    if (this.charts.length === 0) return html`<p>${words.charts.none}</p>`;
    const wide = this.view === 'side' && this.runs.length > 1;
    return html`<div class=${wide ? 'grid wide' : 'grid'}>
      ${repeat(
        this.charts,
        (id) => id,
        (id) => html`<buildout-chart
          data-chart=${id}
          ?wide=${wide}
          .chart=${id}
          .runs=${this.runs}
          .keys=${this.keys}
          .view=${this.view}
          .baseline=${this.baseline}
          .model=${this.model}
          .draws=${this.draws}
          .locale=${this.locale}
          .evidence=${this.evidence}
          .look=${this.look}
          .printing=${this.printing}
        ></buildout-chart>`,
      )}
    </div>`;
  }
}
