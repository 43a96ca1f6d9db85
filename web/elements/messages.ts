import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { quantities } from '../charts/units.ts';
import type { Message, MovedFigure } from '../state/types.ts';
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
      }
      /* One list that scrolls, however much is said. */
      [role='log'] {
        max-height: min(70vh, calc(100vh - 32px));
        overflow: auto;
        overscroll-behavior: contain;
      }
      section {
        display: flex;
        gap: 8px;
        align-items: start;
        margin-top: 8px;
        padding: 12px;
        border: 1px solid var(--rule-strong);
        border-left: 4px solid var(--accent);
        border-radius: 4px;
        background: var(--raised);
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
      table {
        width: 100%;
        margin-top: 8px;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 4px 0 4px 12px;
        border-top: 1px solid var(--rule);
        font-weight: 400;
        text-align: end;
        vertical-align: top;
      }
      td {
        white-space: nowrap;
      }
      th:first-child {
        padding-left: 0;
        text-align: start;
      }
      thead th {
        border-top: 0;
        color: var(--ink-soft);
        font-size: var(--size-12);
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

  private message({ id, kind, text, problems = [], offers = [], link, moved = [] }: Message): TemplateResult {
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
        ${moved.length === 0 ? nothing : thenAndNow(moved)}
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

/** Scenarios are named where there are several. */
function thenAndNow(moved: readonly MovedFigure[]): TemplateResult {
  const several = new Set(moved.map(({ title }) => title)).size > 1;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.messages.figure}</th>
        <th scope="col">${words.messages.before}</th>
        <th scope="col">${words.messages.now}</th>
      </tr>
    </thead>
    <tbody>
      ${moved.map(({ title, figure: { id, at, unit }, was, is }) => {
        const told = quantities([was ?? 0, is ?? 0], unit, words.locale);
        const name = words.figures[id as keyof typeof words.figures](at === undefined ? '' : String(at));
        return html`<tr>
          <th scope="row">${name}${several ? html`<br /><span class="place">${title}</span>` : nothing}</th>
          <td>${was === null ? words.headlines.none : told[0]}</td>
          <td>${is === null ? words.headlines.none : told[1]}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function selectAll(event: Event): void {
  (event.currentTarget as HTMLInputElement).select();
}
