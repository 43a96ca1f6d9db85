import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { numberFormat } from '../charts/units.ts';
import { DRAWS } from '../state/types.ts';
import { words } from '../words/later.ts';
import { tell } from './events.ts';
import { shared } from './styles.ts';

/** How many draws the bands are made of, and how far they are. Fires `view-draws`, `draws-stop`. */
@customElement('buildout-draws')
export class DrawsControl extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
      }
      select {
        min-height: 28px;
        border: 0;
        border-bottom: 1px solid var(--rule-strong);
        background: var(--paper);
      }
      .far {
        display: inline-flex;
        gap: 8px;
        align-items: center;
        min-width: 12ch;
      }
    `,
  ];

  @property({ type: Number }) draws = 0;
  /** Of the edited scenario: draws that have come. */
  @property({ type: Number }) come = 0;
  @property() locale = words.locale;

  protected override render(): TemplateResult {
    const number = numberFormat(this.locale, {});
    const isUnderWay = this.draws > 0 && this.come < this.draws;
    return html`<label
        >${words.draws.title}
        <select @change=${this.onChange}>
          ${DRAWS.map((count) => html`<option value=${count} ?selected=${count === this.draws}>${count === 0 ? words.draws.none : words.draws.of(number.format(count))}</option>`)}
        </select></label
      >
      <span class="far small"
        >${
          isUnderWay
            ? html`${words.draws.come(number.format(this.come))}
                <button @click=${() => tell(this, 'draws-stop')}>${words.draws.stop}</button>`
            : nothing
        }</span
      >`;
  }

  private onChange(event: Event): void {
    tell(this, 'view-draws', { draws: Number((event.currentTarget as HTMLSelectElement).value) });
  }
}
