import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Scenario } from '../../src/scenario/types.ts';
import { type Entry, MOST_ENTRIES, type Work } from '../state/types.ts';
import { words } from '../words/en.ts';
import { tell } from './events.ts';
import { icons, lineSample } from './icons.ts';
import { onToggle } from './popover.ts';
import { shared } from './styles.ts';

/** The scenarios on the table, a chip each with its line, and the menu of what ships. Fires `entry-...` events. */
@customElement('buildout-chips')
export class ScenarioChips extends LitElement {
  static override styles = [
    shared,
    css`
      ul.chips {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        align-items: center;
      }
      li.chip {
        display: flex;
        align-items: center;
        border-bottom: 2px solid transparent;
        max-width: 100%;
      }
      li.chip.edited {
        border-bottom-color: var(--accent);
      }
      li.chip.edited .name {
        font-weight: 600;
      }
      li.chip.away .name {
        color: var(--ink-faint);
        text-decoration: line-through;
      }
      button.name {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
      }
      .label {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        max-width: 240px;
      }
      .add {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        color: var(--accent);
      }
      .presets {
        width: 400px;
      }
      .presets li {
        display: flex;
        align-items: start;
        border-bottom: 1px solid var(--rule);
        padding: 4px 0;
      }
      .presets .small {
        display: block;
      }
      .presets .item {
        flex: 1;
      }
      .presets .instead {
        flex: none;
        font-size: var(--size-12);
        color: var(--accent);
      }
      h3 {
        font-size: var(--size-14);
        padding: 4px 8px 8px;
      }
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

  @property({ attribute: false }) work!: Work;
  @property({ attribute: false }) shipped: readonly Scenario[] = [];
  /** By slot: the colour's custom property and the dash of a scenario's line. */
  @property({ attribute: false }) lines: readonly { readonly colour: string; readonly dash: readonly number[] }[] = [];
  @state() private renaming = '';

  protected override render(): TemplateResult {
    const { entries } = this.work;
    return html`
      <ul class="chips" aria-label=${words.scenarios.title}>
        ${repeat(
          entries,
          ({ key }) => key,
          (entry) => this.chip(entry),
        )}
        <li>
          <button class="add" popovertarget="presets" ?disabled=${entries.length >= MOST_ENTRIES} title=${entries.length >= MOST_ENTRIES ? words.scenarios.full : ''}>
            ${icons.add}${words.scenarios.add}
          </button>
          <div id="presets" class="presets" popover @toggle=${onToggle}>${this.presets()}</div>
        </li>
      </ul>
    `;
  }

  private chip(entry: Entry): TemplateResult {
    const { key, scenario, slot, shown } = entry;
    const { title } = scenario;
    const { edited, baseline, entries } = this.work;
    const line = this.lines[slot];
    const isEdited = key === edited;
    return html`<li class=${`chip${isEdited ? ' edited' : ''}${shown ? '' : ' away'}`}>
      <button
        class="name"
        aria-pressed=${isEdited}
        title=${isEdited ? `${title} (${words.scenarios.edited})` : words.scenarios.editThis(title)}
        @click=${() => tell(this, 'entry-edit', { key })}
      >
        ${line === undefined ? nothing : lineSample(line.colour, line.dash)}
        <span class="label">${title}</span>
        ${key === baseline && entries.length > 1 ? html`<span class="small">${words.scenarios.baseline}</span>` : nothing}
      </button>
      <button class="icon" popovertarget=${`menu-${key}`} aria-label=${words.scenarios.menu(title)} title=${words.scenarios.menu(title)}>
        ${icons.more}
      </button>
      <div id=${`menu-${key}`} popover @toggle=${(event: Event) => this.onMenu(entry, event)}>${this.menu(entry)}</div>
    </li>`;
  }

  private menu(entry: Entry): TemplateResult {
    const { key, scenario, shown } = entry;
    const { baseline, entries } = this.work;
    const alone = entries.length === 1;
    const item = (text: string, act: () => void, disabled = false): TemplateResult =>
      html`<button class="item" ?disabled=${disabled} @click=${(event: Event) => this.done(event, act)}>${text}</button>`;
    return html`
      <h3>${scenario.title}</h3>
      ${scenario.description === '' ? nothing : html`<p class="about small">${scenario.description}</p>`}
      ${
        this.renaming === key
          ? html`<form @submit=${(event: Event) => this.rename(event, key)}>
              <input name="title" maxlength="120" aria-label=${words.scenarios.renamePrompt} .value=${scenario.title} />
              <button class="solid">${words.scenarios.rename}</button>
            </form>`
          : html`<button class="item" @click=${() => this.startRenaming(key)}>${words.scenarios.rename}</button>`
      }
      ${item(words.scenarios.duplicate, () => tell(this, 'entry-duplicate', { key }), entries.length >= MOST_ENTRIES)}
      ${item(words.scenarios.makeBaseline, () => tell(this, 'entry-baseline', { key }), key === baseline)}
      ${item(shown ? words.scenarios.hide : words.scenarios.show, () => tell(this, 'entry-show', { key, shown: !shown }), alone && shown)}
      ${item(words.scenarios.reset, () => tell(this, 'entry-reset', { key }), scenario === entry.origin)}
      ${item(words.scenarios.remove, () => tell(this, 'entry-remove', { key }), alone)}
    `;
  }

  private presets(): TemplateResult {
    return html`
      <h3>${words.scenarios.shipped}</h3>
      <ul>
        ${this.shipped.map(
          ({ id = '', title, description }) => html`<li>
            <button class="item" data-scenario=${id} @click=${(event: Event) => this.done(event, () => tell(this, 'entry-add', { id, instead: false }))}>
              ${title}<span class="small">${firstSentence(description)}</span>
            </button>
            <button
              class="instead"
              aria-label=${words.scenarios.insteadOf(title)}
              @click=${(event: Event) => this.done(event, () => tell(this, 'entry-add', { id, instead: true }))}
            >
              ${words.scenarios.instead}
            </button>
          </li>`,
        )}
      </ul>
    `;
  }

  private done(event: Event, act: () => void): void {
    (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
    act();
  }

  private onMenu(entry: Entry, event: Event): void {
    onToggle(event);
    if ((event as ToggleEvent).newState === 'closed' && this.renaming === entry.key) this.renaming = '';
  }

  private startRenaming(key: string): void {
    this.renaming = key;
    this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('form input')?.select());
  }

  private rename(event: Event, key: string): void {
    event.preventDefault();
    const title = String(new FormData(event.currentTarget as HTMLFormElement).get('title') ?? '');
    this.done(event, () => tell(this, 'entry-rename', { key, title }));
  }
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text;
}
