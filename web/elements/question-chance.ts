import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isFault, sentence } from '../../src/scenario/problems.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { chanceText } from '../charts/amounts.ts';
import { likelihood } from '../charts/distribution.ts';
import { questionWords as words } from '../words/questions.ts';
import type { DrawsData } from '../worker/inquiry.ts';
import { QuestionPart } from './question-part.ts';
import { questionStyles } from './question-styles.ts';
import { shared } from './styles.ts';

type Bound = 'least' | 'most';

/** What was typed, and what it was read as. */
export interface Typed {
  readonly text: string;
  readonly value?: number;
}

/** How likely a value is: one that is typed, and those of claims and of the scenario's targets. Fires `wanted` with what was typed. */
@customElement('buildout-question-chance')
export class QuestionChance extends QuestionPart {
  static override styles = [
    shared,
    questionStyles,
    css`
      .answer {
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) data!: DrawsData;
  /** As it was typed. */
  @property() wanted = '';
  @state() private bound: Bound = 'least';

  /** What was typed, read. */
  private get amount(): { readonly value?: number; readonly problem?: string } {
    if (this.wanted.trim() === '') return {};
    const value = this.read(this.wanted, this.example(this.data.central));
    return isFault(value) ? { problem: sentence(value) } : { value };
  }

  protected override render(): TemplateResult {
    const { data } = this;
    const { value, problem } = this.amount;
    return html`<section>
      <h4>${words.sure.chanceOf}</h4>
      <div class="row">
        <select
          aria-label=${words.sure.chanceOf}
          @change=${(event: Event) => {
            this.bound = (event.currentTarget as HTMLSelectElement).value as Bound;
          }}
        >
          ${(['least', 'most'] as const).map(
            (bound) =>
              html`<option value=${bound} ?selected=${bound === this.bound}>${words.sure.bound[bound]}</option>`,
          )}
        </select>
        <input
          type="text"
          class="wanted"
          autocomplete="off"
          aria-label=${words.sure.amount}
          aria-invalid=${problem !== undefined}
          aria-describedby="wanted-problem"
          placeholder=${this.example(this.data.central)}
          .value=${this.wanted}
          @change=${(event: Event) => {
            this.wanted = (event.currentTarget as HTMLInputElement).value;
            this.dispatchEvent(
              new CustomEvent('wanted', { detail: { text: this.wanted, ...this.amount } satisfies Typed }),
            );
          }}
        />
        <span>${this.when === '' ? nothing : words.in('', this.when).trim()}</span>
      </div>
      <p class=${problem === undefined ? 'answer' : 'trouble'} id="wanted-problem" role="status">
        ${problem ?? (value === undefined ? nothing : this.chanceOf(data, value, this.bound))}
      </p>
      ${data.said.map(
        (one) =>
          html`<p class="soft">${words.sure.claimChance(one.says)} ${this.chanceOf(data, one.value, 'least')}.</p>`,
      )}
      ${targetsOf(this.entry.scenario, this.question).map(
        ({ name, value: bound, bound: kind }) =>
          html`<p class="soft">${words.sure.targetChance(name)}: ${this.chanceOf(data, bound, kind)}.</p>`,
      )}
    </section>`;
  }

  private chanceOf({ sorted, members }: DrawsData, value: number, bound: Bound): string {
    const { chance, standardError } = likelihood(sorted, members, { [bound]: value });
    return words.sure.chance(
      chanceText(chance, this.locale),
      chanceText(standardError, this.locale),
      words.sure.bound[bound],
      this.say(value, undefined, 2),
      this.when,
    );
  }
}

/** The scenario's own targets for this very number. */
export function targetsOf(
  scenario: Scenario,
  { of, at }: { readonly of: string; readonly at?: string },
): { readonly name: string; readonly value: number; readonly bound: Bound }[] {
  return Object.entries(scenario.targets).flatMap(([name, target]) => {
    if (target.of !== of || (target.at ?? scenario.horizon) !== (at ?? target.at ?? scenario.horizon)) return [];
    return (['least', 'most'] as const).flatMap((bound) => {
      const value = target[bound];
      return value === undefined ? [] : [{ name, value, bound }];
    });
  });
}
