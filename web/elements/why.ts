import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RecordDocs } from '../../src/engine/meta.ts';
import { quantityText } from '../../src/scenario/format.ts';
import type { Reading } from '../../src/scenario/measure.ts';
import type { Source } from '../../src/scenario/seeds-types.ts';
import type { ShownLever } from '../state/panel.ts';
import { words } from '../words/later.ts';
import { tell } from './events.ts';
import { measureText } from './measure-text.ts';
import { shared } from './styles.ts';

/** What a lever means and where its figures come from. Loads the words when it is first opened. Fires `lever-reset`. */
@customElement('buildout-why')
export class LeverWhy extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        width: 360px;
        max-width: calc(100vw - 40px);
      }
      h3 {
        font-size: var(--size-16);
        line-height: 1.3;
        padding-bottom: 4px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
        padding-top: 8px;
      }
      dt {
        color: var(--ink-soft);
      }
      dd.wide,
      p {
        padding-top: 4px;
      }
      a {
        color: var(--accent);
      }
      code {
        font-size: var(--size-12);
      }
    `,
  ];

  @property({ attribute: false }) shown!: ShownLever;
  @property({ attribute: false }) reading!: Reading;
  @state() private docs: RecordDocs | undefined;
  @state() private sources: readonly Source[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    import('../../src/generated/seeds.ts').then(({ sources }) => {
      this.sources = sources;
    });
  }

  protected override willUpdate(): void {
    const { record } = this.shown.lever;
    import('../../src/generated/docs.ts').then(({ docs }) => {
      if (this.shown.lever.record === record) this.docs = docs[record];
    });
  }

  protected override render(): TemplateResult {
    const { lever, reference } = this.shown;
    const { docs } = this;
    const say = (value: number): string => measureText(value, lever.measure, this.reading);
    const { low, central, high } = lever.usual;
    return html`
      <h3>${lever.item === undefined ? lever.title : `${lever.item.title}: ${lever.title}`}</h3>
      <p>${docs?.says ?? ''}</p>
      ${docs?.why === undefined ? nothing : html`<p class="small">${docs.why}</p>`}
      <dl>
        ${
          low < high && lever.measure.type === 'number'
            ? html`<dt>${words.why.range}</dt>
                <dd>${say(low)}, ${say(central)}, ${say(high)}</dd>`
            : nothing
        }
        <dt>${words.why.asOpened}</dt>
        <dd>${say(reference)}</dd>
        ${
          lever.default === lever.value
            ? nothing
            : html`<dt>${words.why.default}</dt>
                <dd>
                  ${say(lever.default)}
                  <button class="link" @click=${() => tell(this, 'lever-reset', { name: lever.name, how: 'default' })}>
                    ${words.why.useDefault}
                  </button>
                </dd>`
        }
        <dt>${words.why.source}</dt>
        <dd>${this.source(lever.stated?.source ?? docs?.source ?? '')}</dd>
        <dt>${words.why.decided}</dt>
        <dd>${words.why.by[lever.decided ?? 'nobody']}</dd>
        <dt>${words.why.confidence}</dt>
        <dd>${words.why.sure[lever.confidence]}</dd>
        <dt>${words.why.name}</dt>
        <dd><code>${lever.name}: ${quantityText(lever.value, lever.measure, this.reading)}</code></dd>
      </dl>
    `;
  }

  /** A known source by its title, with the way to it; any other text as it stands. */
  private source(id: string): TemplateResult | string {
    if (id === 'our assumption') return words.why.ours;
    if (id === 'definition') return words.why.definition;
    const known = this.sources.find((source) => source.id === id);
    if (known === undefined) return id;
    const { title, publisher, date, url } = known;
    const about = `, ${publisher}, ${date}`;
    return url === undefined
      ? `${title}${about}`
      : html`<a href=${url} rel="noreferrer" target="_blank">${title}</a>${about}`;
  }
}
