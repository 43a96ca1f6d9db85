import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isFault, sentence } from '../../src/scenario/problems.ts';
import { type Stretch, stretchOf } from '../state/question.ts';
import { questionWords as words } from '../words/questions.ts';
import { typedQuantity } from './measure-text.ts';
import type { Choice } from './picker.ts';
import './picker.ts';
import { QuestionPart } from './question-part.ts';
import { questionStyles } from './question-styles.ts';
import { shared } from './styles.ts';

/** A lever along an axis and how far it goes, or what is wrong with what was typed. */
export interface ChosenAxis {
  readonly lever: string;
  readonly ends: Stretch;
  readonly problem: string;
}

const NOWHERE: Stretch = { from: 0, to: 1 };

/** One axis of the map: which lever, from where to where. Fires `axis` with what was chosen. */
@customElement('buildout-question-axis')
export class QuestionAxis extends QuestionPart {
  static override styles = [
    shared,
    questionStyles,
    css`
      .row input[type='text'] {
        width: 168px;
      }
    `,
  ];

  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property() label = '';
  @state() private lever = '';
  /** Ends as they were typed; else they follow from the lever. */
  @state() private typed: Readonly<Partial<Record<keyof Stretch, string>>> = {};

  /** How far the lever went when it was picked: a map does not change its ends because a point of it was applied. */
  private stretch: Stretch = NOWHERE;

  protected override willUpdate(changed: PropertyValues): void {
    // A lever goes with its site.
    if (!changed.has('entry') || this.lever === '' || this.levers.has(this.lever)) return;
    this.lever = '';
    this.fire({ lever: '', ends: NOWHERE, problem: words.takes.pickTwo });
  }

  private pick(name: string): void {
    const lever = this.levers.get(name);
    if (lever === undefined) return;
    this.lever = name;
    this.stretch = stretchOf(lever);
    this.typed = {};
    this.tell();
  }

  private tell(): void {
    const lever = this.levers.get(this.lever);
    if (lever === undefined) return;
    const ends = { ...this.stretch };
    let problem = '';
    for (const end of ['from', 'to'] as const) {
      const text = this.typed[end];
      if (text === undefined) continue;
      const before = this.leverText(this.lever, this.stretch[end]);
      const value = typedQuantity(text, before, lever.measure, this.reading);
      if (isFault(value)) problem = sentence(value);
      else ends[end] = value;
    }
    this.fire({ lever: this.lever, ends, problem });
  }

  private fire(axis: ChosenAxis): void {
    this.dispatchEvent(new CustomEvent('axis', { detail: axis }));
  }

  protected override render(): TemplateResult {
    const { label, lever } = this;
    const title = lever === '' ? label : this.leverTitle(lever);
    return html`<div class="row">
      <span>${label}</span>
      <buildout-picker
        label=${label}
        hint=${words.takes.addLever}
        .choices=${this.choices}
        .value=${lever}
        @pick=${({ detail }: CustomEvent<string>) => this.pick(detail)}
      ></buildout-picker>
      ${this.end('from', words.takes.from, words.takes.fromOf(title))} ${this.end('to', words.takes.to, words.takes.toOf(title))}
    </div>`;
  }

  private end(end: keyof Stretch, text: string, says: string): TemplateResult {
    const { lever, stretch } = this;
    return html`<label
      >${text}
      <input
        type="text"
        autocomplete="off"
        aria-label=${says}
        .value=${this.typed[end] ?? (lever === '' ? '' : this.leverText(lever, stretch[end]))}
        ?disabled=${lever === ''}
        @change=${(event: Event) => {
          this.typed = { ...this.typed, [end]: (event.currentTarget as HTMLInputElement).value };
          this.tell();
        }}
    /></label>`;
  }
}
