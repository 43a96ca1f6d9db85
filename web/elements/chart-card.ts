import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';
import { buildChart } from '../charts/build.ts';
import { type ChartDefinition, chartById, recordsOf } from '../charts/definitions.ts';
import { type Evidence, NO_EVIDENCE } from '../charts/evidence.ts';
import type { ChartPoint, ChartRun, ChartSource, ChartSpec, ChartView } from '../charts/spec.ts';
import { altText, pointText } from '../charts/spoken.ts';

import { words } from '../words/en.ts';
import { ChartPainter } from './chart-painter.ts';
import { chartStyles } from './chart-styles.ts';
import { tell } from './events.ts';
import { shared } from './styles.ts';
import { nextTurn, REST } from './turns.ts';

/** Properties that are new when bands are. */
const WITH_BANDS: ReadonlySet<PropertyKey | undefined> = new Set(['runs', 'keys', 'draws']);

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
  /** Draws that bands are wanted from. */
  @property({ type: Number }) draws = 0;
  @property() locale = words.locale;
  @property({ attribute: false }) evidence: Evidence = NO_EVIDENCE;
  /** A new number means that the page's colours have changed. */
  @property({ type: Number }) look = 0;
  /** Drawn in sight or not. */
  @property({ type: Boolean }) printing = false;
  @state() private chosenPart = '';
  @state() private asTable = false;
  @state() private isFull = false;
  /** What the cursor stands on, for screen readers. */
  @state() private spoken = '';
  @query('figure') private figure!: HTMLElement;
  @queryAll('canvas') private canvases!: NodeListOf<HTMLCanvasElement>;

  private spec: ChartSpec | undefined;
  /** The runs of the last update. */
  private drawn: readonly ChartRun[] | undefined;
  /** Something else is new than what comes with bands. */
  private isUrgent = false;
  /** Ends the waiting for a frame of its own. */
  private hurry: (() => void) | undefined;
  private words = '';
  private late: ReturnType<typeof setTimeout> | undefined;
  private isDue = false;
  /** Waits for rest before it follows. */
  private isBehind = false;
  private readonly painter = new ChartPainter(this, {
    enter: () => {
      if (this.isBehind) this.requestUpdate();
    },
    point: (point) => this.onPoint(point),
    pick: (point) => this.onPick(point),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.late);
  }

  /**
   * Where only bands are new, charts are drawn one a frame: nobody waits for them, and all at once would make the page halt. Anything
   * else that comes meanwhile is drawn without waiting.
   */
  protected override async scheduleUpdate(): Promise<unknown> {
    if (!this.isUrgent && this.hasSameLines) {
      const hurried = new Promise<void>((done) => {
        this.hurry = done;
      });
      await Promise.race([nextTurn(), hurried]);
      this.hurry = undefined;
    }
    return super.scheduleUpdate();
  }

  override requestUpdate(...given: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(...given);
    const [name, before] = given;
    // Lit also asks for what is set to what it was.
    const isNew = name === undefined || this[name as keyof this] !== before;
    if (isNew && !WITH_BANDS.has(name)) this.isUrgent = true;
    if (this.isUrgent || !this.hasSameLines) this.hurry?.();
  }

  /** Whether the runs are those that are drawn, but for how sure they are. */
  private get hasSameLines(): boolean {
    const { drawn, runs } = this;
    if (drawn?.length !== runs.length) return false;
    return runs.every(({ source, place, ghost }, n) => {
      const old = drawn[n];
      return old?.source.times === source.times && old.place === place && old.ghost === ghost;
    });
  }

  /** A chart that the window does not show follows a moment later, when nothing moves any more. */
  protected override willUpdate(): void {
    clearTimeout(this.late);
    this.drawn = this.runs;
    this.isUrgent = false;
    this.isBehind = this.spec !== undefined && !this.painter.inWindow && !this.printing && !this.isDue;
    if (this.isBehind) {
      this.late = setTimeout(() => {
        this.isDue = true;
        this.requestUpdate();
      }, REST);
      return;
    }
    this.isDue = false;
    const definition = chartById(this.chart);
    const { runs, view, baseline, model, locale, draws, chosenPart: part, evidence } = this;
    // A chart that was just chosen has to wait for its series.
    this.spec =
      definition === undefined || !runs.some(({ source }) => hasSeries(definition, source))
        ? undefined
        : buildChart(
            definition,
            runs,
            { view, baseline, model, locale, draws, ...(part === '' ? {} : { part }) },
            evidence,
          );
  }

  protected override updated(): void {
    if (this.spec === undefined || this.asTable) this.painter.clear();
    else {
      const { printing, painter } = this;
      const isSeen = painter.inSight || printing;
      painter.most = this.isFull ? this.room(this.spec.panels.length) : undefined;
      const isWhole = printing || !painter.inWindow;
      painter.paint(this.spec, [...this.canvases], this.look, { isSeen, isWhole, isPaper: printing });
    }
  }

  /** On a full screen: what its words leave to each row of panels, px. */
  private room(panels: number): number {
    const { clientWidth, clientHeight, children } = this.figure;
    const columns = Math.max(1, Math.min(panels, Math.floor(clientWidth / 340)));
    let left = clientHeight - 56;
    for (const child of children) if (!child.matches('.panels')) left -= (child as HTMLElement).offsetHeight;
    return left / Math.ceil(panels / columns);
  }

  protected override render(): TemplateResult {
    const { spec } = this;
    if (spec === undefined) return html`<figure></figure>`;
    return html`<figure @fullscreenchange=${this.onFullScreen}>
      <div class="head">
        <h3>${spec.title}</h3>
        <div class="subtitle">
          <span>${spec.subtitle}</span>
          ${spec.parts.length === 0 ? nothing : this.parts(spec)}
        </div>
      </div>
      ${this.asTable ? html`<buildout-chart-table .spec=${spec} .keys=${this.keys}></buildout-chart-table>` : this.panels(spec)}
      <footer>
        <p>${spec.source}.</p>
        ${spec.note === '' ? nothing : html`<p>${spec.note}</p>`}
        <div class="actions" role="group" aria-label=${words.charts.actions(spec.name)}>
          <button aria-pressed=${this.asTable} @click=${this.toggleTable}>${words.charts.table}</button>
          <button @click=${() => this.do('csv')}>${words.charts.csv}</button>
          <button @click=${() => this.do('png')}>${words.charts.png}</button>
          <button @click=${() => this.do('copy')}>${words.charts.copy}</button>
          <button @click=${() => this.do('full screen')}>${this.isFull ? words.charts.smaller : words.charts.fullScreen}</button>
        </div>
      </footer>
      <p class="visually-hidden" id="words">${this.inWords(spec)}</p>
      <p class="visually-hidden" role="status">${this.spoken}</p>
    </figure>`;
  }

  /** While a slider is held nobody listens to a whole chart; the words follow when it is let go. */
  private inWords(spec: ChartSpec): string {
    if (this.words === '' || !this.runs.some(({ ghost }) => ghost !== undefined)) this.words = altText(spec);
    return this.words;
  }

  private panels({ panels, title }: ChartSpec): TemplateResult {
    return html`<div class="panels">
      ${panels.map(
        (panel) => html`<div class="panel">
          ${panel.title === '' ? nothing : html`<h4>${panel.title}</h4>`}
          <div class="canvas"><canvas role="img" tabindex="0" @focus=${() => this.painter.see(true)} aria-describedby="words" aria-label=${words.charts.picture(panel.title || title)}></canvas></div>
        </div>`,
      )}
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

  private onFullScreen(): void {
    this.isFull = document.fullscreenElement !== null;
  }

  private toggleTable(): void {
    this.asTable = !this.asTable;
    // On paper a table takes the whole width.
    this.toggleAttribute('data-table', this.asTable);
  }

  private async do(deed: Deed): Promise<void> {
    const { spec } = this;
    if (spec === undefined) return;
    if (deed === 'full screen') {
      await (this.isFull ? document.exitFullscreen() : this.figure.requestFullscreen());
      return;
    }
    if (deed === 'png') {
      tell(this, 'picture-save', { spec, from: this });
      return;
    }
    const deeds = await import('./chart-deeds.ts');
    if (deed === 'csv') deeds.saveCsv(spec);
    if (deed === 'copy') tell(this, 'say', { text: await deeds.copyPicture(spec, this) });
  }

  private onPoint(point: ChartPoint | undefined): void {
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

/** Whether a run has anything of a chart: its first series, or the first one of the items it runs over. */
function hasSeries(chart: ChartDefinition, source: ChartSource): boolean {
  const [first = ''] = recordsOf(chart);
  if (!first.endsWith('.*')) return source.series(first) !== undefined;
  const [item] = source.items('sites');
  return item === undefined || source.series(`${first.slice(0, -1)}${item.id}`) !== undefined;
}
