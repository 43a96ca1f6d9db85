import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { type Saving, THEMES, type Theme } from '../state/types.ts';
import { words } from '../words/later.ts';
import { tell } from './events.ts';
import { icons } from './icons.ts';
import { onToggle } from './popover.ts';
import { shared } from './styles.ts';

/** Undo, redo, open, save, share and the colours. Fires `work-...`, `files-open`, `text-open` and `view-theme`. */
@customElement('buildout-toolbar')
export class Toolbar extends LitElement {
  static override styles = [
    shared,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        align-items: center;
      }
      .gap {
        width: 8px;
      }
      .unkept {
        color: var(--trouble);
        font-weight: 600;
      }
      @media (max-width: 420px) {
        .bar {
          column-gap: 0;
        }
        .gap {
          display: none;
        }
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: 28px;
        padding: 4px 8px;
        border-radius: 4px;
        color: inherit;
        text-decoration: none;
      }
      a:hover {
        background: var(--accent-wash);
      }
      textarea {
        display: block;
        width: min(400px, calc(100vw - 40px));
        height: 200px;
        padding: 8px;
        border: 1px solid var(--rule-strong);
        border-radius: 4px;
        background: var(--paper);
        font: var(--size-12) / 1.4 ui-monospace, monospace;
      }
      form {
        display: grid;
        gap: 8px;
        justify-items: start;
      }
      .choices label {
        display: flex;
        gap: 8px;
        align-items: center;
        padding: 6px 8px;
        cursor: pointer;
      }
    `,
  ];

  @property({ type: Boolean }) canUndo = false;
  @property({ type: Boolean }) canRedo = false;
  @property() theme: Theme = 'auto';
  @property() saving: Saving = 'saved';
  @query('input[type="file"]') private file!: HTMLInputElement;

  protected override render(): TemplateResult {
    return html`<div class="bar" role="toolbar" aria-label=${words.actions.toolbar}>
      <button class="icon" ?disabled=${!this.canUndo} aria-label=${words.actions.undo} title=${words.actions.undo} @click=${() => tell(this, 'work-undo')}>
        ${icons.undo}
      </button>
      <button class="icon" ?disabled=${!this.canRedo} aria-label=${words.actions.redo} title=${words.actions.redo} @click=${() => tell(this, 'work-redo')}>
        ${icons.redo}
      </button>
      <span class="gap"></span>
      <button popovertarget="open">${words.actions.open}</button>
      <div id="open" popover @toggle=${onToggle}>
        <button class="item" @click=${() => this.file.click()}>${words.actions.openFiles}</button>
        <form @submit=${this.onPaste}>
          <textarea name="text" aria-label=${words.actions.pasteHere} placeholder=${words.actions.pasteHere}></textarea>
          <button class="solid">${words.actions.read}</button>
        </form>
      </div>
      <input type="file" class="visually-hidden" tabindex="-1" aria-hidden="true" multiple accept=".yaml,.yml,.json,.png" @change=${this.onFiles} />
      <button popovertarget="save">${words.actions.save}</button>
      ${this.saving === 'impossible' || this.saving === 'newer elsewhere' ? html`<span class="unkept small" title=${words.actions.whyUnkept[this.saving]}>${words.actions.unkept}</span>` : nothing}
      <div id="save" popover @toggle=${onToggle}>
        ${(['yaml', 'json'] as const).map(
          (as) =>
            html`<button class="item" @click=${() => this.save(as)}>${as === 'yaml' ? words.actions.saveYaml : words.actions.saveJson}</button>`,
        )}
        ${(['csv', 'json', 'report'] as const).map(
          (as) => html`<button class="item" @click=${() => this.export(as)}>${words.actions.exportAs[as]}</button>`,
        )}
        <button class="item" @click=${this.reproduce}>${words.actions.reproduce}</button>
      </div>
      <button @click=${() => tell(this, 'work-share')}>${words.actions.share}</button>
      <a href="./model.html">${words.actions.model}</a>
      <a href="./proof.html">${words.actions.proof}</a>
      <button class="icon" popovertarget="theme" aria-label=${words.themeTitle} title=${words.themeTitle}>${icons.theme}</button>
      <div id="theme" popover class="choices" role="radiogroup" aria-label=${words.themeTitle} @toggle=${onToggle}>
        ${THEMES.map(
          (theme) => html`<label
            ><input type="radio" name="theme" .checked=${theme === this.theme} @change=${() => tell(this, 'view-theme', { theme })} />${words.theme[theme]}</label
          >`,
        )}
      </div>
    </div>`;
  }

  private onFiles(): void {
    const files = [...(this.file.files ?? [])];
    // The same file can be chosen again after it was mended.
    this.file.value = '';
    this.close('open');
    if (files.length > 0) tell(this, 'files-open', { files });
  }

  private onPaste(event: Event): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const text = String(new FormData(form).get('text') ?? '');
    if (text.trim() === '') return;
    form.reset();
    this.close('open');
    tell(this, 'text-open', { text });
  }

  private save(as: 'yaml' | 'json'): void {
    this.close('save');
    tell(this, 'work-save', { as });
  }

  private reproduce(): void {
    this.close('save');
    tell(this, 'work-reproduce');
  }

  private export(as: 'csv' | 'json' | 'report'): void {
    this.close('save');
    tell(this, 'work-export', { as });
  }

  private close(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.hidePopover();
  }
}
