import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Reproduction } from '../../src/export/reproduce.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { chartById, recordsOf } from '../charts/definitions.ts';
import { chartWords } from '../charts/words.ts';
import { download } from '../storage/files.ts';
import { words } from '../words/later.ts';
import { reproductionWords } from '../words/reproduction.ts';
import type { ReproduceRequest } from '../worker/carrying.ts';
import { icons } from './icons.ts';
import { shared } from './styles.ts';

/** What the dialog is about, and who knows. */
export interface Reproduced {
  /** The baseline first. */
  readonly scenarios: readonly Scenario[];
  /** Ids of the charts on the screen. */
  readonly charts: readonly string[];
  readonly ask: (question: Omit<ReproduceRequest, 'type'>) => Promise<Reproduction | undefined>;
}

/** The command line and the program that give the numbers of what is shown, to be copied. Gone once it is closed; the focus goes back by itself. */
@customElement('buildout-reproduction')
export class ReproductionDialog extends LitElement {
  static override styles = [
    shared,
    css`
      dialog {
        width: min(760px, calc(100vw - 24px));
        max-height: calc(100vh - 24px);
        padding: 20px 24px 24px;
        border: 1px solid var(--rule-strong);
        border-radius: 6px;
        background: var(--raised);
        color: var(--ink);
        overflow: auto;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 35%);
      }
      header,
      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 12px;
      }
      h2 {
        font-size: var(--size-20);
        line-height: 28px;
      }
      h3 {
        font-size: var(--size-14);
      }
      section {
        padding-top: 16px;
      }
      p {
        max-width: 68ch;
        padding-top: 4px;
      }
      label {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 8px;
        padding-top: 12px;
      }
      select {
        max-width: 100%;
        min-height: 32px;
        padding: 4px 8px;
        border: 1px solid var(--rule-strong);
        border-radius: 4px;
        background: var(--paper);
      }
      pre {
        margin: 4px 0 0;
        padding: 8px 12px;
        max-height: 240px;
        overflow: auto;
        border: 1px solid var(--rule);
        border-radius: 4px;
        background: var(--paper);
        font: var(--size-12) / 1.5 ui-monospace, monospace;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) about!: Reproduced;
  @state() private chart = '';
  /** Null where the worker was ended before it could say. */
  @state() private found: Reproduction | null | undefined;
  @state() private said = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    this.dialog.showModal();
    this.look();
  }

  private async look(): Promise<void> {
    const { chart } = this;
    const { scenarios, ask } = this.about;
    this.said = '';
    const series = seriesOf(chart);
    const found = await ask({ scenarios, ...(series === undefined ? {} : { series }) });
    // Of several questions under way the last one counts.
    if (chart === this.chart) this.found = found ?? null;
  }

  protected override render(): TemplateResult {
    const { found, about } = this;
    const all = about.scenarios.length > 1 ? reproductionWords.all.several : reproductionWords.all.one;
    return html`<dialog aria-labelledby="title" @close=${() => this.remove()}>
      <header>
        <h2 id="title">${reproductionWords.title}</h2>
        <button class="icon" aria-label=${words.actions.close} title=${words.actions.close} @click=${() => this.dialog.close()}>${icons.close}</button>
      </header>
      <p class="small">${reproductionWords.says}</p>
      <label
        >${reproductionWords.of}
        <select @change=${this.choose}>
          <option value="">${all}</option>
          ${about.charts.map((id) => html`<option value=${id}>${chartWords[id]?.name ?? id}</option>`)}
        </select></label
      >
      ${found ? this.texts(found) : html`<p>${found === null ? reproductionWords.none : reproductionWords.busy}</p>`}
      <p class="small" role="status">${this.said}</p>
    </dialog>`;
  }

  private texts({ command, typescript, files }: Reproduction): TemplateResult {
    return html`${
      files.length === 0
        ? nothing
        : html`<section>
            <h3>${reproductionWords.files}</h3>
            ${files.map(
              ({ name, text }) =>
                html`<button class="link" @click=${() => download(name, new Blob([text], { type: 'text/yaml' }))}>${reproductionWords.saveFile(name)}</button>`,
            )}
          </section>`
    }
    ${this.text('command', reproductionWords.command, command)}${this.text('typescript', reproductionWords.typescript, typescript)}`;
  }

  private text(id: string, title: string, text: string): TemplateResult {
    return html`<section>
      <div class="head">
        <h3 id=${id}>${title}</h3>
        <button class="link" aria-label=${reproductionWords.copyThe(title)} @click=${() => this.copy(text)}>${reproductionWords.copy}</button>
      </div>
      <pre tabindex="0" role="region" aria-labelledby=${id}><code>${text}</code></pre>
    </section>`;
  }

  private choose(event: Event): void {
    this.chart = (event.currentTarget as HTMLSelectElement).value;
    this.look();
  }

  private async copy(text: string): Promise<void> {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    this.said = copied ? reproductionWords.copied : reproductionWords.notCopied;
  }
}

/** What a chart draws, without what only its sentence reads; undefined for everything. */
function seriesOf(id: string): readonly string[] | undefined {
  const chart = chartById(id);
  return chart && recordsOf({ ...chart, reads: [] });
}
