import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { questionWords as words } from '../words/questions.ts';
import { shared } from './styles.ts';

/** What can be picked. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  /** What tells it from others of the same title. */
  readonly note: string;
  /** Why it cannot be picked. */
  readonly refused?: string;
}

/** A longer list is searched rather than read. */
const MOST = 80;

/**
 * One of many by its name: a field that is searched as it is typed into, after the pattern of a combobox with a list.
 * Fires `pick` with the id.
 */
@customElement('buildout-picker')
export class Picker extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        min-width: 0;
      }
      input {
        width: 100%;
        min-height: 28px;
        padding: 0 20px 0 0;
        border: 0;
        border-bottom: 1px solid var(--rule-strong);
        border-radius: 0;
        background: none;
        text-overflow: ellipsis;
      }
      .mark {
        position: absolute;
        right: 2px;
        top: 10px;
        pointer-events: none;
        color: var(--ink-soft);
      }
      ul {
        position: absolute;
        z-index: 4;
        top: 100%;
        left: 0;
        width: max(100%, min(360px, calc(100vw - 48px)));
        max-height: 320px;
        overflow-y: auto;
        border: 1px solid var(--rule-strong);
        background: var(--raised);
      }
      li {
        display: flex;
        gap: 12px;
        justify-content: space-between;
        padding: 4px 8px;
        cursor: pointer;
      }
      li.active {
        background: var(--accent-wash);
      }
      li[aria-selected='true'] {
        font-weight: 600;
      }
      li[aria-disabled='true'] {
        color: var(--ink-faint);
        cursor: default;
      }
      li .small {
        text-align: end;
        font-weight: 400;
      }
      li.end {
        cursor: default;
      }
    `,
  ];

  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property() value = '';
  @property() label = '';
  /** What stands in the field when nothing is picked. */
  @property() hint = '';
  @state() private open = false;
  /** What was typed since it was opened. */
  @state() private typed: string | undefined;
  @state() private active = 0;
  @query('input') private field!: HTMLInputElement;

  private matching: readonly Choice[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.open) return;
    if (changed.has('choices') || changed.has('typed' as keyof this) || changed.has('open' as keyof this))
      this.matching = matches(this.choices, this.typed ?? '');
  }

  protected override updated(): void {
    if (!this.open) this.field.value = this.picked?.title ?? '';
    else this.renderRoot.querySelector('li.active')?.scrollIntoView({ block: 'nearest' });
  }

  private get picked(): Choice | undefined {
    return this.choices.find(({ id }) => id === this.value);
  }

  protected override render(): TemplateResult {
    const { open, active } = this;
    return html`<input
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.label}
        aria-autocomplete="list"
        aria-expanded=${open}
        aria-controls="list"
        aria-activedescendant=${open && this.matching.length > 0 ? `choice-${active}` : nothing}
        placeholder=${this.hint}
        @focus=${() => this.field.select()}
        @click=${() => this.show()}
        @input=${this.onInput}
        @keydown=${this.onKey}
        @blur=${() => this.hide()}
      />
      <svg class="mark" viewBox="0 0 16 16" width="12" height="12" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true"><path d="M4 6l4 4 4-4"></path></svg>
      <ul id="list" role="listbox" aria-label=${this.label} ?hidden=${!open} @mousedown=${(event: Event) => event.preventDefault()}>
        ${open ? this.list() : nothing}
      </ul>`;
  }

  private list(): TemplateResult {
    const { matching } = this;
    if (matching.length === 0)
      return html`<li class="end small" role="option" aria-disabled="true" aria-selected="false">${words.nothingFound(this.typed ?? '')}</li>`;
    const rest = matching.length - MOST;
    return html`${matching.slice(0, MOST).map(
      ({ id, title, note, refused }, at) => html`<li
        id=${`choice-${at}`}
        role="option"
        class=${at === this.active ? 'active' : ''}
        aria-selected=${id === this.value}
        aria-disabled=${refused !== undefined}
        @click=${() => this.pick(at)}
      >
        <span>${title}</span><span class="small">${refused ?? note}</span>
      </li>`,
    )}
    ${rest > 0 ? html`<li class="end small" role="option" aria-disabled="true" aria-selected="false">${words.moreFound(rest)}</li>` : nothing}`;
  }

  private show(): void {
    if (this.open) return;
    this.typed = undefined;
    this.matching = matches(this.choices, '');
    this.active = Math.max(
      0,
      this.matching.slice(0, MOST).findIndex(({ id }) => id === this.value),
    );
    this.open = true;
  }

  private hide(): void {
    this.open = false;
  }

  private onInput(): void {
    this.show();
    this.typed = this.field.value;
    this.active = 0;
  }

  private onKey(event: KeyboardEvent): void {
    const last = Math.min(MOST, this.matching.length) - 1;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!this.open) this.show();
      else this.active = Math.min(last, Math.max(0, this.active + (key === 'ArrowDown' ? 1 : -1)));
    }
    if (key === 'Enter' && this.open) {
      event.preventDefault();
      this.pick(this.active);
    }
    if (key === 'Escape' && this.open) {
      event.stopPropagation();
      this.hide();
    }
  }

  private pick(at: number): void {
    const choice = this.matching[at];
    if (choice === undefined || choice.refused !== undefined) return;
    this.hide();
    this.dispatchEvent(new CustomEvent('pick', { detail: choice.id }));
  }
}

/** Every word has to be somewhere; those whose title begins with the text come first. */
function matches(choices: readonly Choice[], text: string): readonly Choice[] {
  const plain = text.trim().toLowerCase();
  if (plain === '') return choices;
  const wanted = plain.split(/\s+/u);
  const found = choices.filter(({ id, title, note }) => {
    const all = `${title} ${note} ${id}`.toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
  const begins = ({ title, id }: Choice): boolean => title.toLowerCase().startsWith(plain) || id === plain;
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}
