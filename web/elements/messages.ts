import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Message } from '../state/types.ts';
import { words } from '../words/later.ts';
import { tell } from './events.ts';
import { icons } from './icons.ts';
import { shared } from './styles.ts';

/** What is said to the person: notes, troubles, and every mistake of a file with its place. Fires `message-...` events. */
@customElement('buildout-messages')
export class Messages extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: fixed;
        z-index: 10;
        right: 16px;
        bottom: 16px;
        width: min(480px, calc(100vw - 32px));
        pointer-events: none;
      }
      section {
        pointer-events: auto;
        display: flex;
        gap: 8px;
        align-items: start;
        margin-top: 8px;
        padding: 12px;
        border: 1px solid var(--rule-strong);
        border-left: 4px solid var(--accent);
        border-radius: 4px;
        background: var(--raised);
        max-height: 60vh;
        overflow: auto;
      }
      section.trouble {
        border-left-color: var(--trouble);
      }
      .text {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .address {
        width: 100%;
        margin-top: 8px;
      }
      ol {
        padding-top: 8px;
      }
      li {
        padding: 4px 0;
        border-top: 1px solid var(--rule);
      }
      .place {
        font-size: var(--size-12);
        color: var(--ink-soft);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) messages: readonly Message[] = [];

  protected override render(): TemplateResult {
    return html`<div role="log" aria-live="polite" aria-label=${words.messages.title}>
      ${repeat(
        this.messages,
        ({ id }) => id,
        (message) => this.message(message),
      )}
    </div>`;
  }

  private message({ id, kind, text, problems = [], offers = [], link }: Message): TemplateResult {
    return html`<section class=${kind}>
      <div class="text">
        <p>${text}</p>
        ${link === undefined ? nothing : html`<input class="address" readonly aria-label=${words.messages.linkAddress} .value=${link} @focus=${selectAll} />`}
        ${
          problems.length === 0
            ? nothing
            : html`<ol>
                ${problems.map(
                  ({ line, column, path, says }) => html`<li>
                    <span class="place">${words.messages.line(line, column)}${path === '' ? '' : `, ${path}`}</span><br />${says}
                  </li>`,
                )}
              </ol>`
        }
        ${offers.map(
          (offer) =>
            html`<button class="link" @click=${() => tell(this, 'message-offer', { id, offer })}>${words.messages.offers[offer]}</button>`,
        )}
      </div>
      <button class="icon" aria-label=${words.actions.dismiss} title=${words.actions.dismiss} @click=${() => tell(this, 'message-dismiss', { id })}>
        ${icons.close}
      </button>
    </section>`;
  }
}

function selectAll(event: Event): void {
  (event.currentTarget as HTMLInputElement).select();
}
