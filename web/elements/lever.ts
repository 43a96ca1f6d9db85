import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { quantityText, showQuantity } from '../../src/scenario/format.ts';
import type { Reading } from '../../src/scenario/measure.ts';
import { isFault, sentence } from '../../src/scenario/problems.ts';
import { parseQuantity } from '../../src/scenario/quantity.ts';
import type { ShownLever } from '../state/panel.ts';
import { type SliderScale, scaleFor } from '../state/slider.ts';
import { words } from '../words/later.ts';
import { tell } from './events.ts';
import { icons } from './icons.ts';
import { INSET, leverStyles } from './lever-styles.ts';
import { typedQuantity } from './measure-text.ts';
import { shared } from './styles.ts';

/** Arrow keys that follow each other within this time are one gesture: ms. */
const PAUSE = 700;

/**
 * A lever: its title, a slider with a tick where it stood when opened and a band from low to high, a field that takes
 * any quantity ("$750B", "18 months"), reset, lock, and the question where it comes from.
 * Fires `lever-move`, `gesture-end`, `lever-reset`, `lever-lock`; a click on the question fires `why` with the lever.
 */
@customElement('buildout-lever')
export class LeverRow extends LitElement {
  static override styles = [shared, leverStyles];

  @property({ attribute: false }) shown!: ShownLever;
  @property({ attribute: false }) reading!: Reading;
  /** What stands before the title: a region, a chip generation. */
  @property() owner = '';

  @state() private problem = '';
  @query('input[type="range"]') private range!: HTMLInputElement | null;
  @query('input[type="text"]') private field!: HTMLInputElement | null;

  private scale!: SliderScale;
  /** Between the first move of a gesture and its end; the scale then stays, or the thumb would run from the hand. */
  private held = false;
  private typing = false;
  private byPointer = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.letGo();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { lever } = this.shown;
    if (changed.has('shown') && !this.held) {
      const before = changed.get('shown');
      if (before === undefined || before.lever.name !== lever.name || !this.fits(lever.value))
        this.scale = scaleFor(lever);
    }
  }

  /** The scale is kept while the value is on it, so that it does not change after each use. */
  private fits(value: number): boolean {
    const { steps, valueAt } = this.scale;
    return value >= valueAt(0) && value <= valueAt(steps);
  }

  protected override updated(): void {
    const { lever } = this.shown;
    const { range, field, scale } = this;
    if (range !== null && !this.held) {
      // In this order: a range input clamps its value to the ends it has at that moment.
      range.min = '0';
      range.max = String(scale.steps);
      range.step = '1';
      range.value = String(Math.round(scale.positionOf(lever.value)));
    }
    if (field !== null && !this.typing) field.value = this.text(lever.value);
  }

  /** Its slider, or what stands in its place. */
  override focus(): void {
    const slider = this.range?.disabled === false ? this.range : null;
    (slider ?? this.renderRoot.querySelector<HTMLElement>('#value'))?.focus();
  }

  private text(value: number): string {
    return showQuantity(value, this.shown.lever.measure, this.reading, 4);
  }

  /** What stands in the field to be typed over: as shown where that is exact, so that it has the same unit. */
  private get typable(): string {
    const { value, measure } = this.shown.lever;
    const shown = this.text(value);
    return parseQuantity(shown, measure, this.reading) === value ? shown : quantityText(value, measure, this.reading);
  }

  protected override render(): TemplateResult {
    const { lever, changed, own } = this.shown;
    const title = this.owner === '' ? lever.title : `${this.owner}: ${lever.title}`;
    const mark = changed ? words.levers.changed : own ? words.levers.ownOfScenario : '';
    return html`
      <div class="head">
        <label class="title" for="value"
          >${title}${mark === '' ? nothing : html`<span role="img" class=${changed ? 'mark changed' : 'mark'} title=${mark} aria-label=${mark}></span>`}</label
        >
        ${lever.measure.type === 'choice' ? this.choice(title) : this.input(title)}
      </div>
      ${this.problem === '' ? nothing : html`<p class="problem" id="problem" role="alert">${this.problem}</p>`}
      <div class="foot">${lever.measure.type === 'choice' ? nothing : this.slider(title)}${this.tools(title)}</div>
    `;
  }

  private tools(title: string): TemplateResult {
    const { lever, returns, locked } = this.shown;
    return html`<span class="tools">
          <button class="icon quiet" title=${words.levers.why(title)} aria-label=${words.levers.why(title)} @click=${this.why}>
            ${icons.why}
          </button>
          <button
            class=${locked ? 'icon' : 'icon quiet'}
            aria-pressed=${locked}
            title=${locked ? words.levers.unlock(title) : words.levers.lock(title)}
            aria-label=${words.levers.lock(title)}
            @click=${() => tell(this, 'lever-lock', { name: lever.name, locked: !locked })}
          >
            ${locked ? icons.locked : icons.unlocked}
          </button>
          ${
            returns
              ? html`<button
                  class="icon"
                  title=${words.levers.reset(title)}
                  aria-label=${words.levers.reset(title)}
                  ?disabled=${locked}
                  @click=${() => tell(this, 'lever-reset', { name: lever.name, how: 'opened' })}
                >
                  ${icons.reset}
                </button>`
              : nothing
          }
        </span>`;
  }

  private choice(title: string): TemplateResult {
    const { lever, locked } = this.shown;
    return html`<select id="value" aria-label=${title} ?disabled=${locked} @change=${this.onChoice}>
      ${(lever.measure.choices ?? []).map(
        (choice, index) => html`<option value=${index} ?selected=${index === lever.value}>${choice.title}</option>`,
      )}
    </select>`;
  }

  private input(title: string): TemplateResult {
    return html`<input
      type="text"
      id="value"
      inputmode="text"
      autocomplete="off"
      spellcheck="false"
      aria-label=${words.levers.field(title)}
      aria-invalid=${this.problem !== ''}
      aria-describedby=${this.problem === '' ? nothing : 'problem'}
      ?readonly=${this.shown.locked}
      @focus=${this.onFocus}
      @keydown=${this.onKey}
      @change=${this.onTyped}
      @blur=${this.onBlur}
    />`;
  }

  private slider(title: string): TemplateResult {
    const { lever, reference, locked } = this.shown;
    const at = (value: number): string => {
      const part = this.scale.positionOf(value) / this.scale.steps;
      return `calc(${INSET}px + ${part} * (100% - ${2 * INSET}px))`;
    };
    const { low, high } = lever.usual;
    return html`<div class="track">
      <span class="line"></span>
      ${low < high ? html`<span class="band" .style=${`left: ${at(low)}; right: calc(100% - ${at(high)})`}></span>` : nothing}
      <span class="tick" .style=${`left: ${at(reference)}`}></span>
      <input
        type="range"
        aria-label=${title}
        aria-valuetext=${this.text(lever.value)}
        ?disabled=${locked}
        @pointerdown=${() => this.handle(true)}
        @keydown=${() => this.handle(false)}
        @input=${this.onSlide}
        @change=${this.onSlid}
        @blur=${this.letGo}
      />
    </div>`;
  }

  private why(event: Event): void {
    this.dispatchEvent(
      new CustomEvent('why', {
        detail: { shown: this.shown, anchor: event.currentTarget },
        bubbles: true,
        composed: true,
      }),
    );
  }

  private handle(byPointer: boolean): void {
    this.byPointer = byPointer;
  }

  private readonly onSlide = (event: Event): void => {
    const position = Number((event.currentTarget as HTMLInputElement).value);
    clearTimeout(this.timer);
    this.held = true;
    this.problem = '';
    tell(this, 'lever-move', { name: this.shown.lever.name, value: this.scale.valueAt(position), held: true });
  };

  /** A pointer's release ends the gesture at once; after a key another one may follow. */
  private readonly onSlid = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.letGo, this.byPointer ? 0 : PAUSE);
  };

  private readonly letGo = (): void => {
    clearTimeout(this.timer);
    if (!this.held) return;
    this.held = false;
    tell(this, 'gesture-end');
    this.requestUpdate();
  };

  private onChoice(event: Event): void {
    const value = Number((event.currentTarget as HTMLSelectElement).value);
    tell(this, 'lever-move', { name: this.shown.lever.name, value, held: false });
  }

  private onFocus(): void {
    this.typing = true;
    if (this.field === null || this.shown.locked) return;
    this.field.value = this.typable;
    this.field.select();
  }

  private onBlur(): void {
    this.typing = false;
    this.problem = '';
    this.requestUpdate();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.field !== null) {
      this.problem = '';
      this.field.value = this.typable;
    }
    // A wrong text that is sent again has not changed, so that no change event comes.
    if (event.key === 'Enter' && this.problem !== '') this.onTyped();
  }

  private onTyped(): void {
    const { lever } = this.shown;
    const before = this.typable;
    const text = this.field?.value ?? '';
    if (text === before) return;
    const value = typedQuantity(text, before, lever.measure, this.reading);
    if (isFault(value)) {
      this.problem = sentence(value);
      return;
    }
    this.problem = '';
    tell(this, 'lever-move', { name: lever.name, value, held: false });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'buildout-lever': LeverRow;
  }
}
