import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unitTable } from '../../src/generated/units.ts';
import { ScenarioError } from '../../src/scenario/problems.ts';
import { applySettings } from '../../src/scenario/set.ts';
import { isoMonthOf } from '../state/question.ts';
import type { Entry } from '../state/types.ts';
import { words } from '../words/later.ts';
import type { Catalogue } from '../worker/protocol.ts';
import { tell } from './events.ts';
import { shared } from './styles.ts';

const ENDS = ['start', 'horizon'] as const;
type End = (typeof ENDS)[number];

/** The first and the last month of a scenario's run. Fires `scenario-change`. */
@customElement('buildout-span')
export class SpanEditor extends LitElement {
  static override styles = [
    shared,
    css`
      .ends {
        display: flex;
        gap: 24px;
        padding: 4px 0;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      input {
        width: 80px;
        height: 28px;
        padding: 0 6px;
        border: 1px solid transparent;
        border-bottom-color: var(--rule-strong);
        border-radius: 2px;
        background: transparent;
        text-align: end;
      }
      input:hover,
      input:focus {
        border-color: var(--rule-strong);
        background: var(--raised);
      }
      .problem {
        color: var(--trouble);
        font-size: var(--size-12);
      }
    `,
  ];

  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) catalogue!: Catalogue;
  @state() private problem = '';

  protected override render(): TemplateResult {
    const { scenario, origin } = this.entry;
    const isOther = ENDS.some((end) => scenario[end] !== origin[end]);
    return html`<div class="ends">
        ${ENDS.map(
          (end) => html`<label
            >${words.span[end]}
            <input
              type="text"
              autocomplete="off"
              aria-describedby="problem"
              .value=${scenario[end]}
              @change=${(event: Event) => this.onTyped(end, event.currentTarget as HTMLInputElement)}
          /></label>`,
        )}
      </div>
      <p class="problem" id="problem" role="alert" ?hidden=${this.problem === ''}>${this.problem}</p>
      ${
        isOther
          ? html`<p class="small">
              ${words.items.was(words.span.fromTo(origin.start, origin.horizon))}
              <button class="link" @click=${() => this.set(ENDS.map((end) => `${end}=${origin[end]}`))}>${words.items.takeBack}</button>
            </p>`
          : nothing
      }`;
  }

  private onTyped(end: End, field: HTMLInputElement): void {
    const month = isoMonthOf(field.value, words.locale) ?? field.value;
    this.set([`${end}=${month}`]);
    // What was refused does not stay as if it were taken, and "2030" becomes the month that it was taken for.
    field.value = this.problem === '' ? month : this.entry.scenario[end];
  }

  private set(settings: readonly string[]): void {
    const { entry, catalogue } = this;
    this.problem = '';
    try {
      const scenario = applySettings(entry.scenario, settings, { meta: catalogue.meta, units: unitTable });
      tell(this, 'scenario-change', { key: entry.key, scenario, held: false });
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      this.problem = error.problems.map(({ message }) => message).join(' ');
    }
  }
}
