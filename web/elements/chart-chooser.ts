import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { charts } from '../charts/definitions.ts';
import { chartWords } from '../charts/words.ts';
import { words } from '../words/later.ts';
import { tell } from './events.ts';
import { icons } from './icons.ts';
import { onToggle } from './popover.ts';
import { shared } from './styles.ts';

/** Which charts are shown, and in what order. Fires `view-charts`. */
@customElement('buildout-chart-chooser')
export class ChartChooser extends LitElement {
  static override styles = [
    shared,
    css`
      li {
        display: flex;
        align-items: center;
        min-width: 300px;
      }
      label {
        flex: 1;
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 32px;
        cursor: pointer;
      }
      h3 {
        font-size: var(--size-12);
        color: var(--ink-soft);
        padding: 8px 0 4px;
        border-top: 1px solid var(--rule);
      }
    `,
  ];

  /** Ids of the charts shown, in order. */
  @property({ attribute: false }) shown: readonly string[] = [];
  private put: { readonly id: string; readonly by: -1 | 1 } | undefined;

  protected override render(): TemplateResult {
    const others = charts.filter(({ id }) => !this.shown.includes(id)).map(({ id }) => id);
    return html`
      <button popovertarget="charts">${words.charts.choose}</button>
      <div id="charts" popover @toggle=${onToggle}>
        <ul>
          ${repeat(
            this.shown,
            (id) => id,
            (id, at) => html`<li data-row=${id}>
              ${this.choice(id, true)}
              <button class="icon" ?disabled=${at === 0} aria-label=${words.charts.up(nameOf(id))} @click=${() => this.move(at, -1)}>${icons.up}</button>
              <button class="icon" ?disabled=${at === this.shown.length - 1} aria-label=${words.charts.down(nameOf(id))} @click=${() => this.move(at, 1)}>
                ${icons.down}
              </button>
            </li>`,
          )}
        </ul>
        ${others.length === 0 ? '' : html`<h3>${words.charts.others}</h3>`}
        <ul>
          ${repeat(
            others,
            (id) => id,
            (id) => html`<li>${this.choice(id, false)}</li>`,
          )}
        </ul>
      </div>
    `;
  }

  private choice(id: string, isShown: boolean): TemplateResult {
    return html`<label
      ><input type="checkbox" .checked=${isShown} @change=${() => this.toggle(id, isShown)} />${nameOf(id)}</label
    >`;
  }

  private toggle(id: string, isShown: boolean): void {
    const charts = isShown ? this.shown.filter((one) => one !== id) : [...this.shown, id];
    tell(this, 'view-charts', { charts });
  }

  private move(at: number, by: -1 | 1): void {
    const charts = [...this.shown];
    const [moved] = charts.splice(at, 1);
    if (moved === undefined) return;
    charts.splice(at + by, 0, moved);
    this.put = { id: moved, by };
    tell(this, 'view-charts', { charts });
  }

  /** A row that is put into the list anew loses the focus; at an end of the list the other way is the one that is left. */
  protected override updated(): void {
    if (this.put === undefined) return;
    const { id, by } = this.put;
    this.put = undefined;
    const [up, down] = this.renderRoot.querySelectorAll<HTMLButtonElement>(`[data-row="${id}"] button`);
    const [same, other] = by < 0 ? [up, down] : [down, up];
    (same?.disabled ? other : same)?.focus();
  }
}

function nameOf(id: string): string {
  return chartWords[id]?.name ?? id;
}
