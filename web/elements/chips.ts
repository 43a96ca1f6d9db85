import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
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
      @media (forced-colors: active) {
        /* A transparent edge gets the colour of text. */
        li.chip:not(.edited) {
          border-bottom-color: Canvas;
        }
      }
      @media print {
        button.icon,
        button.add,
        li.away {
          display: none;
        }
        li.chip.edited {
          border-bottom-color: transparent;
        }
      }
    `,
  ];

  @property({ attribute: false }) work!: Work;
  @property({ attribute: false }) shipped: readonly Scenario[] = [];
  /** By slot: the colour's custom property and the dash of a scenario's line. */
  @property({ attribute: false }) lines: readonly { readonly colour: string; readonly dash: readonly number[] }[] = [];

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
          <div id="presets" class="presets" popover @toggle=${onToggle}><buildout-presets .shipped=${this.shipped}></buildout-presets></div>
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
      <div id=${`menu-${key}`} popover @toggle=${onToggle}><buildout-chip-menu .entry=${entry} .work=${this.work}></buildout-chip-menu></div>
    </li>`;
  }
}
