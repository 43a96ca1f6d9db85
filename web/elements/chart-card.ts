import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';
import { buildChart } from '../charts/build.ts';
import { chartById } from '../charts/definitions.ts';
import { draw } from '../charts/draw.ts';
import { type Evidence, NO_EVIDENCE } from '../charts/evidence.ts';
import type { ChartPoint, ChartRun, ChartSpec, ChartView, DrawnChart } from '../charts/spec.ts';
import { panelHeight } from '../charts/strips.ts';
import { altText, pointText, tableOf } from '../charts/table.ts';
import { words } from '../words/en.ts';
import { chartStyles } from './chart-styles.ts';
import { tell } from './events.ts';
import { shared } from './styles.ts';

/** ms */
const LATER = 200;

type Deed = 'csv' | 'png' | 'copy' | 'full screen';

/**
 * A chart with its sentence above and its source below; as a table too. Only what is in sight is drawn, and all of it is
 * told in words. Fires `explain-number` for a point, `say` for what a deed came to.
 */
@customElement('buildout-chart')
export class ChartCard extends LitElement {
  static override styles = [shared, chartStyles];

  @property() chart = '';
  @property({ attribute: false }) runs: readonly ChartRun[] = [];
  /** Of each run, the key of its scenario on the table. */
  @property({ attribute: false }) keys: readonly string[] = [];
  @property() view: ChartView = 'overlay';
  @property({ type: Number }) baseline = 0;
  @property() model = '';
  @property() locale = 'en';
  @property({ attribute: false }) evidence: Evidence = NO_EVIDENCE;
  /** A new number means that the page's colours have changed. */
  @property({ type: Number }) look = 0;
  /** Drawn in sight or not. */
  @property({ type: Boolean }) printing = false;
  @state() private chosenPart = '';
  @state() private asTable = false;
  /** What the cursor stands on, for screen readers. */
  @state() private spoken = '';
  @state() private inSight = false;
  @query('figure') private figure!: HTMLElement;
  @queryAll('canvas') private canvases!: NodeListOf<HTMLCanvasElement>;

  private spec: ChartSpec | undefined;
  private late: ReturnType<typeof setTimeout> | undefined;
  private isDue = false;
  private drawn: DrawnChart[] = [];
  private readonly drawnOn = new WeakSet<HTMLCanvasElement>();
  /** What stands on the canvases. */
  private painted: ChartSpec | undefined;
  private readonly sight = new IntersectionObserver(
    ([entry]) => {
      this.inSight = entry?.isIntersecting ?? false;
    },
    { rootMargin: '200px' },
  );
  /** Widths of the canvases' places, as the browser tells them: reading them would have it lay the page out anew at each change. */
  private readonly widths = new WeakMap<Element, number>();
  private readonly size = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) this.widths.set(target, contentRect.width);
    this.giveHeights();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sight.disconnect();
    clearTimeout(this.late);
    this.size.disconnect();
    this.clear();
  }

  /** A chart out of sight follows a moment later, when nothing moves any more. */
  protected override willUpdate(): void {
    clearTimeout(this.late);
    if (this.spec !== undefined && !this.isSeen && !this.isDue) {
      this.late = setTimeout(() => {
        this.isDue = true;
        this.requestUpdate();
      }, LATER);
      return;
    }
    this.isDue = false;
    const definition = chartById(this.chart);
    const { runs, view, baseline, model, locale, chosenPart: part, evidence } = this;
    this.spec =
      definition === undefined || runs.length === 0
        ? undefined
        : buildChart(definition, runs, { view, baseline, model, locale, ...(part === '' ? {} : { part }) }, evidence);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { spec } = this;
    if (spec === undefined || this.asTable) {
      this.clear();
      return;
    }
    this.giveHeights();
    const canvases = [...this.canvases];
    if (this.drawn.length !== canvases.length || canvases.some((canvas) => !this.drawnOn.has(canvas))) {
      this.clear();
      if (this.isSeen) this.begin(spec, canvases);
      return;
    }
    if (!this.isSeen) return;
    if (changed.has('look')) for (const chart of this.drawn) chart.restyle();
    if (this.painted !== spec) for (const [panel, chart] of this.drawn.entries()) chart.update(spec, panel);
    this.painted = spec;
  }

  private onFocus(): void {
    this.inSight = true;
  }

  private get isSeen(): boolean {
    return this.inSight || this.printing;
  }

  private begin(spec: ChartSpec, canvases: readonly HTMLCanvasElement[]): void {
    this.drawn = canvases.map((canvas, panel) => {
      this.drawnOn.add(canvas);
      return draw(canvas, spec, panel, {
        onPoint: (point) => this.onPoint(point),
        onPick: (point) => this.onPick(point),
      });
    });
    this.painted = spec;
  }

  private clear(): void {
    for (const chart of this.drawn) chart.destroy();
    for (const canvas of this.canvases ?? []) this.drawnOn.delete(canvas);
    this.drawn = [];
    this.painted = undefined;
  }

  /** Each panel gets the height it wants at its width. */
  private giveHeights(): void {
    const { spec } = this;
    if (spec === undefined) return;
    for (const [panel, { parentElement }] of [...this.canvases].entries()) {
      if (parentElement === null) continue;
      let width = this.widths.get(parentElement);
      if (width === undefined) {
        // Read once, so that it has its height before it is first painted.
        width = parentElement.clientWidth;
        this.widths.set(parentElement, width);
        this.size.observe(parentElement);
      }
      const height = `${panelHeight(spec, panel, width)}px`;
      if (parentElement.style.height !== height) parentElement.style.height = height;
    }
  }

  protected override render(): TemplateResult {
    const { spec } = this;
    if (spec === undefined) return html`<figure></figure>`;
    return html`<figure>
      <div class="head">
        <h3>${spec.title}</h3>
        <div class="subtitle">
          <span>${spec.subtitle}</span>
          ${spec.parts.length === 0 ? nothing : this.parts(spec)}
        </div>
      </div>
      ${this.asTable ? this.table(spec) : this.panels(spec)}
      <footer>
        <p>${spec.source}.</p>
        ${spec.note === '' ? nothing : html`<p>${spec.note}</p>`}
        <div class="actions" role="group" aria-label=${words.charts.actions(spec.name)}>
          <button aria-pressed=${this.asTable} @click=${this.toggleTable}>${words.charts.table}</button>
          <button @click=${() => this.do('csv')}>${words.charts.csv}</button>
          <button @click=${() => this.do('png')}>${words.charts.png}</button>
          <button @click=${() => this.do('copy')}>${words.charts.copy}</button>
          <button @click=${() => this.do('full screen')}>${words.charts.fullScreen}</button>
        </div>
      </footer>
      <p class="visually-hidden" id="words">${altText(spec)}</p>
      <p class="visually-hidden" role="status">${this.spoken}</p>
    </figure>`;
  }

  private panels({ panels, title }: ChartSpec): TemplateResult {
    return html`<div class="panels">
      ${panels.map(
        (panel) => html`<div class="panel">
          ${panel.title === '' ? nothing : html`<h4>${panel.title}</h4>`}
          <div class="canvas"><canvas role="img" tabindex="0" @focus=${this.onFocus} aria-describedby="words" aria-label=${words.charts.picture(panel.title || title)}></canvas></div>
        </div>`,
      )}
    </div>`;
  }

  private table(spec: ChartSpec): TemplateResult {
    const { columns, rows } = tableOf(spec);
    return html`<div class="table" tabindex="0" role="region" aria-label=${words.charts.tableOf(spec.name)}>
      <table>
        <caption class="visually-hidden">${spec.title}. ${spec.subtitle}</caption>
        <thead>
          <tr>
            <th scope="col">${words.charts.year}</th>
            ${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ when, cells }) => html`<tr>
              <th scope="row">${when}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
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

  private toggleTable(): void {
    this.asTable = !this.asTable;
  }

  private async do(deed: Deed): Promise<void> {
    const { spec } = this;
    if (spec === undefined) return;
    if (deed === 'full screen') {
      await (document.fullscreenElement === null ? this.figure.requestFullscreen() : document.exitFullscreen());
      return;
    }
    const deeds = await import('./chart-deeds.ts');
    if (deed === 'csv') deeds.saveCsv(spec);
    if (deed === 'png') await deeds.savePicture(spec, this);
    if (deed === 'copy') tell(this, 'say', { text: await deeds.copyPicture(spec, this) });
  }

  /** Panels of one chart keep in step. */
  private onPoint(point: ChartPoint | undefined): void {
    for (const [panel, chart] of this.drawn.entries()) {
      if (panel !== point?.panel) chart.point(point && { panel, index: point.index });
    }
    if (point !== undefined && this.spec !== undefined) this.spoken = pointText(this.spec, point);
  }

  private onPick({ panel, series, index }: ChartPoint): void {
    const { spec } = this;
    const shown = spec?.panels[panel];
    const picked = [...(shown?.series ?? []), ...(shown?.rows ?? [])].find(({ id }) => id === series);
    const key = this.keys[picked?.run ?? -1];
    const time = spec?.times[index];
    if (picked !== undefined && key !== undefined && time !== undefined)
      tell(this, 'explain-number', { key, of: picked.of, time });
  }
}
