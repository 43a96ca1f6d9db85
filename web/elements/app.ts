import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Evidence, NO_EVIDENCE } from '../charts/evidence.ts';
import { FIRST_VIEW } from '../state/reduce.ts';
import { COMPARES, type Compare, type Snapshot } from '../state/types.ts';
import { baseline, edited } from '../state/work.ts';
import { words } from '../words/en.ts';
import { appStyles } from './app-styles.ts';
import './charts.ts';
import './chips.ts';
import { hear } from './events.ts';
import type { Explained } from './explain.ts';
import { Explaining } from './explaining.ts';
import { hands } from './hands.ts';
import './headlines.ts';
import type { Catalogue } from '../worker/protocol.ts';
import { icons } from './icons.ts';
import { LINES } from './lines.ts';
import { listen } from './listen.ts';
import { type ShownRuns, shownRuns, steady } from './runs.ts';
import { Session } from './session.ts';
import type { AskSplit } from './split.ts';
import { shared } from './styles.ts';

/** The page. The one element that knows the session: it hands properties down and has what happens done. */
@customElement('buildout-app')
export class App extends LitElement {
  static override styles = [shared, appStyles];

  @state() private snapshot: Snapshot | undefined;
  /** The levers and the evidence come after the first chart. */
  @state() private panelThere = false;
  @state() private evidence: Evidence = NO_EVIDENCE;
  @state() private look = 0;
  @state() private sheetOut = false;
  @state() private dropping = false;
  @state() private printing = false;
  @state() private explained: Explained | undefined;

  private shown: ShownRuns | undefined;
  /** The runs of which the differences are told. */
  private told: ShownRuns | undefined;
  private readonly session = new Session((now, before) => this.onChange(now, before));

  private readonly explaining = new Explaining(this.session, (explained) => {
    this.explained = explained;
    this.toggleAttribute('explaining', explained !== undefined);
  });

  constructor() {
    super();
    listen(this, this.session, this.explaining);
    hear(this, 'lever-show', () => {
      this.sheetOut = true;
    });
    for (const wish of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
      matchMedia(wish).addEventListener('change', () => this.look++);
    addEventListener('beforeprint', () => this.onPrint(true));
    addEventListener('afterprint', () => this.onPrint(false));
    hands(this, this.session, (over) => {
      this.dropping = over;
    });
  }

  private onChange(now: Snapshot, before: Snapshot | undefined): void {
    this.snapshot = now;
    this.shown = steady(shownRuns(now), this.shown);
    if (now.runs !== before?.runs && this.explained !== undefined) this.explaining.again();
    if (now.view.theme !== before?.view.theme) this.dress(now);
    if (!this.panelThere && Object.keys(now.runs).length > 0) this.loadRest();
  }

  private dress({ view }: Snapshot): void {
    if (view.theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = view.theme;
    this.look++;
  }

  /** Paper is light, and shows every chart. */
  private onPrint(printing: boolean): void {
    if (printing) document.documentElement.dataset.theme = 'light';
    else if (this.snapshot !== undefined) this.dress(this.snapshot);
    this.printing = printing;
    this.look++;
    this.performUpdate();
  }

  /** After the first chart has been painted. */
  private loadRest(): void {
    requestAnimationFrame(() =>
      setTimeout(async () => {
        await import('./rest.ts');
        this.panelThere = true;
        await this.session.keepWork();
        await this.session.band();
        this.evidence = await import('../../src/generated/seeds.ts');
        await import('./questions.ts');
      }),
    );
  }

  protected override render(): TemplateResult {
    const { snapshot } = this;
    const work = snapshot?.history.present;
    return html`
      <a class="skip" href="#charts" @click=${this.skip}>${words.skip}</a>
      <header>
        <div class="name">
          <h1>${words.product}</h1>
          <span class="purpose">${words.purpose}</span>
        </div>
        <buildout-toolbar
          .canUndo=${(snapshot?.history.past.length ?? 0) > 0 || snapshot?.gesture !== undefined}
          .canRedo=${(snapshot?.history.future.length ?? 0) > 0}
          .theme=${snapshot?.view.theme ?? 'auto'}
          .saving=${snapshot?.saving ?? 'saved'}
        ></buildout-toolbar>
        ${work === undefined ? html`<buildout-chips .work=${NO_WORK}></buildout-chips>` : html`<buildout-chips .work=${work} .shipped=${this.session.catalogue?.scenarios ?? []} .lines=${LINES}></buildout-chips>`}
      </header>
      <button class=${this.sheetOut ? 'levers-button solid up' : 'levers-button solid'} aria-expanded=${this.sheetOut} aria-controls="levers" @click=${this.toggleSheet}>
        ${icons.levers}${this.sheetOut ? words.levers.hide : words.levers.title}
      </button>
      <div class=${this.dropping ? 'body dropping' : 'body'} data-drop=${words.drop}>
        <aside id="levers" tabindex="-1" class=${this.sheetOut ? 'out' : ''} aria-label=${words.levers.title} @keydown=${this.onSheetKey}>${this.levers()}</aside>
        <main id="charts" tabindex="-1">${this.main()}</main>
      </div>
      ${this.explanation()}
      <buildout-messages .messages=${snapshot?.messages ?? []}></buildout-messages>
    `;
  }

  private explanation(): TemplateResult | typeof nothing {
    const { explained } = this;
    if (explained === undefined) return nothing;
    return html`<buildout-explain .explained=${explained}></buildout-explain>`;
  }

  private readonly inquire = () => this.session.inquirer();
  private readonly askSplit: AskSplit = (question) => this.session.runner.split(question);

  private levers(): TemplateResult {
    const { snapshot, session } = this;
    if (snapshot === undefined || !this.panelThere || session.catalogue === undefined)
      return html`<h2>${words.levers.title}</h2>`;
    const entry = edited(snapshot.history.present);
    return html`<h2>${words.levers.of(entry.scenario.title)}</h2>
      <buildout-levers
        .entry=${entry}
        .catalogue=${session.catalogue}
        .open=${snapshot.view.open}
        .onlyChanged=${snapshot.view.onlyChanged}
      ></buildout-levers>`;
  }

  private main(): TemplateResult {
    const { snapshot, shown } = this;
    const work = snapshot?.history.present;
    const ran = work && snapshot?.runs[edited(work).key];
    const against = work && baseline(work).key !== edited(work).key ? snapshot?.runs[baseline(work).key] : undefined;
    const { compare, draws } = snapshot?.view ?? FIRST_VIEW;
    const sure = draws === 0 || work === undefined ? undefined : snapshot?.sure[work.edited];
    return html`
      <buildout-headlines
        .key=${work?.edited ?? ''}
        .ran=${ran}
        .against=${against}
        .draws=${draws}
        .sure=${sure?.data}
      ></buildout-headlines>
      <div class="views">
        ${this.views(compare, shown?.runs.length ?? 0)}
        <buildout-draws .draws=${draws} .come=${sure?.data.members ?? 0}></buildout-draws>
        <buildout-chart-chooser .shown=${snapshot?.view.charts ?? []}></buildout-chart-chooser>
      </div>
      ${(shown?.failures ?? []).map(({ title, why }) => html`<p role="alert">${words.charts.failed(title, why)}</p>`)}
      ${(shown?.runs.length ?? 0) === 0 ? nothing : this.chartsOf(compare)}
      ${this.questions()}
    `;
  }

  /** They follow a slider only when it is let go. */
  private questions(): TemplateResult | typeof nothing {
    const { snapshot, session } = this;
    if (snapshot === undefined || !this.panelThere) return nothing;
    return html`<buildout-questions
      .entry=${edited(snapshot.gesture?.before ?? snapshot.history.present)}
      .catalogue=${session.catalogue}
      .inquire=${this.inquire}
    ></buildout-questions>`;
  }

  private chartsOf(compare: Compare): TemplateResult {
    const { snapshot, shown } = this;
    const { catalogue } = this.session;
    if (shown === undefined || snapshot === undefined || catalogue === undefined) return html``;
    if (compare === 'table' && shown.runs.length > 1 && this.panelThere)
      return html`<buildout-compare-table
          .runs=${shown.rans}
          .keys=${shown.keys}
          .baseline=${shown.baseline}
          .charts=${snapshot.view.charts}
        ></buildout-compare-table>
        ${this.differences(shown, catalogue)}`;
    return html`<buildout-charts
        .charts=${snapshot.view.charts}
        .runs=${shown.runs}
        .keys=${shown.keys}
        .baseline=${shown.baseline}
        .view=${compare === 'table' ? 'overlay' : compare}
        .model=${catalogue.meta.version}
        .draws=${snapshot.view.draws}
        .evidence=${this.evidence}
        .look=${this.look}
        .printing=${this.printing}
      ></buildout-charts>
      ${this.differences(shown, catalogue)}`;
  }

  /** Follows a slider only when it is let go: the list is read, not watched. */
  private differences(shown: ShownRuns, catalogue: Catalogue): TemplateResult | typeof nothing {
    if (this.snapshot?.gesture === undefined || this.told === undefined) this.told = shown;
    const { rans, baseline: base } = this.told;
    if (rans.length < 2 || !this.panelThere) return nothing;
    const scenarios = rans.map(({ scenario }) => scenario);
    return html`<buildout-differences .scenarios=${scenarios} .baseline=${base} .catalogue=${catalogue}></buildout-differences>
      <buildout-split
        .baseline=${scenarios[base]}
        .others=${scenarios.toSpliced(base, 1)}
        .ask=${this.askSplit}
      ></buildout-split>`;
  }

  private views(compare: Compare, count: number): TemplateResult {
    return html`<fieldset class="segments">
      <legend class="visually-hidden">${words.compare.title}</legend>
      ${COMPARES.map(
        (view) => html`<label
          ><input
            type="radio"
            name="compare"
            .checked=${view === compare}
            ?disabled=${count < 2}
            @change=${() => this.session.dispatch({ type: 'compare', compare: view })}
          />${words.compare[view]}</label
        >`,
      )}
    </fieldset>`;
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector('main')?.focus();
  }

  /** Whoever works with keys goes on where the sheet is, and comes back to its button. */
  private async toggleSheet(): Promise<void> {
    this.sheetOut = !this.sheetOut;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(this.sheetOut ? 'aside' : '.levers-button')?.focus();
  }

  /** Escape closes the sheet; in a field it takes back what is typed. */
  private onSheetKey(event: KeyboardEvent): void {
    const [on] = event.composedPath() as HTMLElement[];
    if (event.key === 'Escape' && this.sheetOut && !on?.matches('[type="text"], [type="search"]')) this.toggleSheet();
  }
}

const NO_WORK = { entries: [], edited: '', baseline: '' };
