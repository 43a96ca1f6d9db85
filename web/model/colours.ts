import { html, type TemplateResult } from 'lit';
import { THEMES, type Theme } from '../state/types.ts';
import { words } from '../words/later.ts';

/** The choice of a page's colours. */
export function coloursChoice(chosen: Theme, choose: (theme: Theme) => void): TemplateResult {
  return html`<label class="colours"
    >${words.themeTitle}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Theme)}>
      ${THEMES.map((theme) => html`<option value=${theme} .selected=${theme === chosen}>${words.theme[theme]}</option>`)}
    </select></label
  >`;
}
