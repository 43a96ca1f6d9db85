import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Scenario } from '../../src/scenario/types.ts';
import { type Entry, MOST_ENTRIES, type Work } from '../state/types.ts';
import { words } from '../words/later.ts';
import { tell } from './events.ts';
import { closePopover } from './popover.ts';
import { shared } from './styles.ts';

const menuStyles = css`
  h3 {
    font-size: var(--size-14);
    padding: 4px 8px 8px;
  }
  button.item {
    display: block;
    width: 100%;
    padding: 6px 8px;
  }
`;

/** What can be done with a scenario on the table. Fires `entry-...` events. */
@customElement('buildout-chip-menu')
export class ChipMenu extends LitElement {
  static override styles = [
    shared,
    menuStyles,
    css`
      .about {
        padding: 4px 8px 8px;
        max-width: 380px;
        color: var(--ink-soft);
      }
      form {
        display: flex;
        gap: 4px;
        padding: 4px 8px 8px;
      }
      form input {
        flex: 1;
        min-width: 0;
        height: 32px;
        padding: 0 8px;
        border: 1px solid var(--rule-strong);
        border-radius: 4px;
        background: var(--paper);
      }
    `,
  ];

  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) work!: Work;
  @state() private renaming = false;

  protected override render(): TemplateResult {
    const { key, scenario, shown, origin } = this.entry;
    const { baseline, entries } = this.work;
    const alone = entries.length === 1;
    const isLastShown = shown && entries.every((entry) => !entry.shown || entry.key === key);
    const item = (text: string, act: () => void, disabled = false): TemplateResult =>
      html`<button class="item" ?disabled=${disabled} @click=${() => this.done(act)}>${text}</button>`;
    return html`
      <h3>${scenario.title}</h3>
      ${scenario.description === '' ? nothing : html`<p class="about small">${scenario.description}</p>`}
      ${
        this.renaming
          ? html`<form @submit=${this.rename}>
              <input name="title" maxlength="120" aria-label=${words.scenarios.renamePrompt} .value=${scenario.title} />
              <button class="solid">${words.scenarios.rename}</button>
            </form>`
          : html`<button class="item" @click=${this.startRenaming}>${words.scenarios.rename}</button>`
      }
      ${item(words.scenarios.duplicate, () => tell(this, 'entry-duplicate', { key }), entries.length >= MOST_ENTRIES)}
      ${item(words.scenarios.makeBaseline, () => tell(this, 'entry-baseline', { key }), key === baseline)}
      ${item(shown ? words.scenarios.hide : words.scenarios.show, () => tell(this, 'entry-show', { key, shown: !shown }), isLastShown)}
      ${item(words.scenarios.reset, () => tell(this, 'entry-reset', { key }), scenario === origin)}
      ${item(words.scenarios.remove, () => tell(this, 'entry-remove', { key }), alone)}
    `;
  }

  private done(act: () => void): void {
    this.renaming = false;
    closePopover(this);
    act();
  }

  private startRenaming(): void {
    this.renaming = true;
    this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('form input')?.select());
  }

  private rename(event: Event): void {
    event.preventDefault();
    const title = String(new FormData(event.currentTarget as HTMLFormElement).get('title') ?? '');
    this.done(() => tell(this, 'entry-rename', { key: this.entry.key, title }));
  }
}

/** The scenarios that ship, each to be put beside what is there or in its place. Fires `entry-add`. */
@customElement('buildout-presets')
export class Presets extends LitElement {
  static override styles = [
    shared,
    menuStyles,
    css`
      :host {
        width: 400px;
        max-width: 100%;
      }
      li {
        display: flex;
        align-items: start;
        border-bottom: 1px solid var(--rule);
        padding: 4px 0;
      }
      .small {
        display: block;
      }
      button.item {
        flex: 1;
      }
      .instead {
        flex: none;
        font-size: var(--size-12);
        color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) shipped: readonly Scenario[] = [];

  protected override render(): TemplateResult {
    return html`
      <h3>${words.scenarios.shipped}</h3>
      <ul>
        ${this.shipped.map(
          ({ id = '', title, description }) => html`<li>
            <button class="item" data-scenario=${id} @click=${() => this.add(id, false)}>
              ${title}<span class="small">${firstSentence(description)}</span>
            </button>
            <button class="instead" aria-label=${words.scenarios.insteadOf(title)} @click=${() => this.add(id, true)}>
              ${words.scenarios.instead}
            </button>
          </li>`,
        )}
      </ul>
    `;
  }

  private add(id: string, instead: boolean): void {
    closePopover(this);
    tell(this, 'entry-add', { id, instead });
  }
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text;
}
