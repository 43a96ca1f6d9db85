import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Hindcast } from '../../src/analysis/hindcast.ts';
import type { RealityRow } from '../../src/analysis/reality.ts';
import { coloursChoice } from '../model/colours.ts';
import { chooseTheme, dress, rememberedTheme } from '../model/theme.ts';
import type { Theme } from '../state/types.ts';
import { words } from '../words/later.ts';
import { proofWords } from '../words/proof.ts';
import type { ClaimsRequest, Evidence, FromProof } from '../worker/proof.ts';
import { claimsSection } from './claims.ts';
import { hindcastSection } from './hindcast.ts';
import { realitySection } from './reality.ts';
import { rememberedTable } from './table.ts';

/** The scenario whose claims are shown where nothing lies on the table. */
const FIRST = 'stargate-announced';
const NO_CLAIMS: Extract<FromProof, { type: 'claims' }> = { type: 'claims', question: 0, answers: [] };

/** The page that holds the model against reality. Its worker computes; what it has said stands here. */
@customElement('buildout-proof')
export class ProofPage extends LitElement {
  @state() private evidence: Evidence | undefined;
  @state() private hindcast: Hindcast | undefined;
  @state() private rows: ReadonlyMap<string, RealityRow> = new Map();
  @state() private claims = NO_CLAIMS;
  @state() private theme: Theme = rememberedTheme();
  private readonly table = rememberedTable();
  /** "s1" of the table, or the id of one that ships. */
  @state() private chosen = this.table.edited || FIRST;
  private question = 0;
  private readonly worker = new Worker(new URL('../worker/proof.ts', import.meta.url), { type: 'module' });

  /** In the page itself: addresses lead to places in it, and the browser's own search finds its words. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    dress(this.theme);
    this.worker.onmessage = ({ data }: MessageEvent<FromProof>) => this.hear(data);
    addEventListener('hashchange', () => this.goThere());
    this.ask();
  }

  private hear(message: FromProof): void {
    if (message.type === 'evidence') this.evidence = message;
    else if (message.type === 'hindcast') {
      this.hindcast = message.hindcast;
      this.updateComplete.then(() => this.goThere());
    } else if (message.type === 'row') this.rows = new Map(this.rows).set(message.row.figure.id, message.row);
    // Of several questions under way the last one counts.
    else if (message.question === this.question) this.claims = message;
  }

  private ask(): void {
    const own = this.table.entries.find(({ key }) => key === this.chosen)?.scenario;
    this.question += 1;
    this.worker.postMessage({ question: this.question, of: own ?? this.chosen } satisfies ClaimsRequest);
  }

  protected override render(): TemplateResult {
    const { evidence, hindcast } = this;
    return html`<a class="skip" href="#proof" @click=${this.skip}>${proofWords.skip}</a>
      <header>
        <p class="home"><a href="./">${words.product}</a></p>
        <h1>${proofWords.title}</h1>
        <p class="version">${evidence === undefined ? '' : proofWords.version(evidence.model)}</p>
        <p><a href="./model.html">${proofWords.model}</a></p>
        ${coloursChoice(this.theme, this.onTheme)}
      </header>
      <div class="body">
        <aside>
          <nav aria-label=${proofWords.contents}>
            <ul>
              ${(['reality', 'hindcast', 'claims'] as const).map((id) => html`<li><a href="#${id}">${proofWords[id].title}</a></li>`)}
            </ul>
          </nav>
        </aside>
        <main id="proof" tabindex="-1">
          <p class="lede">${proofWords.lede}</p>
          <p class="reading">${proofWords.reading}</p>
          ${
            evidence === undefined || hindcast === undefined
              ? html`<p class="none">${proofWords.loading}</p>`
              : html`${realitySection(evidence.figures, evidence.sources, this.rows)} ${hindcastSection(hindcast, evidence.sources)}
                ${claimsSection(this.choice(evidence), this.claims.answers, this.claims.failure, evidence.unanswered)}`
          }
        </main>
      </div>`;
  }

  /** What lies on the table comes first: that is what a person asks about. */
  private choice({ shipped }: Evidence): TemplateResult {
    const word = proofWords.claims;
    const option = (value: string, title: string): TemplateResult =>
      html`<option value=${value} .selected=${value === this.chosen}>${title}</option>`;
    const { entries } = this.table;
    return html`<label class="choice"
      >${word.scenario}
      <select @change=${this.onScenario}>
        ${entries.length === 0 ? nothing : html`<optgroup label=${word.mine}>${entries.map(({ key, scenario }) => option(key, scenario.title))}</optgroup>`}
        <optgroup label=${word.shipped}>${shipped.map(({ id, title }) => option(id, title))}</optgroup>
      </select></label
    >`;
  }

  private goThere(): void {
    const place = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
    place?.scrollIntoView({ block: 'start' });
    place?.querySelector<HTMLElement>(':scope > h2')?.focus({ preventScroll: true });
  }

  private readonly onScenario = (event: Event): void => {
    this.chosen = (event.target as HTMLSelectElement).value;
    this.ask();
  };

  private readonly onTheme = (theme: Theme): void => {
    this.theme = theme;
    chooseTheme(theme);
  };

  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector('main')?.focus();
  };
}
