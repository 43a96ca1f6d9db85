import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Preset } from '../../src/engine/types.ts';
import type { ScenarioItem } from '../../src/scenario/types.ts';
import { words } from '../words/later.ts';
import { tell } from './events.ts';
import { shared } from './styles.ts';

/** A commitment's or a site's name, a site's region, and the way to remove it. Fires `item-change` and `item-remove`. */
@customElement('buildout-item')
export class ItemEditor extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 4px 8px;
        align-items: center;
        padding: 0 0 8px;
      }
      input,
      select {
        width: 100%;
        min-width: 0;
        height: 28px;
        padding: 0 6px;
        border: 1px solid var(--rule);
        border-radius: 2px;
        background: var(--raised);
      }
      p {
        grid-column: 1 / -1;
      }
      p button {
        padding-inline: 0;
      }
      label {
        grid-column: 1 / -1;
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px;
        align-items: center;
      }
    `,
  ];

  @property({ attribute: false }) item!: ScenarioItem;
  /** As it was opened, where that is another name or another region. */
  @property({ attribute: false }) opened: ScenarioItem | undefined;
  /** Regions a site may be in; none for commitments. */
  @property({ attribute: false }) regions: readonly Preset[] = [];
  @property({ type: Boolean }) removable = true;

  protected override render(): TemplateResult {
    const { id, title, region } = this.item;
    return html`
      <input
        maxlength="80"
        aria-label=${words.items.title(title)}
        .value=${title}
        @change=${this.onName}
      />
      <button ?disabled=${!this.removable} aria-label=${words.items.removeThis(title)} @click=${() => tell(this, 'item-remove', { id })}>
        ${words.items.remove}
      </button>
      ${
        this.regions.length === 0
          ? nothing
          : html`<label
              >${words.items.region}
              <select @change=${(event: Event) => tell(this, 'item-change', { id, region: (event.currentTarget as HTMLSelectElement).value })}>
                <option value="" ?selected=${region === undefined}>${words.items.noRegion}</option>
                ${this.regions.map((one) => html`<option value=${one.id} ?selected=${one.id === region}>${one.title}</option>`)}
              </select></label
            >`
      }
      ${this.opened === undefined ? nothing : this.wayBack(this.opened)}
    `;
  }

  private wayBack({ id, title, region = '' }: ScenarioItem): TemplateResult {
    const where = this.regions.find((one) => one.id === region)?.title ?? words.items.noRegion;
    const was = this.regions.length === 0 ? title : words.items.inRegion(title, where);
    return html`<p class="small">
      ${words.items.was(was)}
      <button class="link" @click=${() => tell(this, 'item-change', { id, title, region })}>${words.items.takeBack}</button>
    </p>`;
  }

  /** Without a name it keeps the one it had. */
  private onName(event: Event): void {
    const field = event.currentTarget as HTMLInputElement;
    const { id, title } = this.item;
    if (field.value.trim() === '') field.value = title;
    else tell(this, 'item-change', { id, title: field.value });
  }
}
