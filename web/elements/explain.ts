import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Explanation, Tag } from '../../src/analysis/types.ts';
import { unitTable } from '../../src/generated/units.ts';
import { showQuantity } from '../../src/scenario/format.ts';
import type { Measure, Reading } from '../../src/scenario/measure.ts';
import { hasForm, numberFormat, quantity } from '../charts/units.ts';
import { unitWords } from '../charts/words.ts';
import { words } from '../words/later.ts';
import { tell } from './events.ts';
import { icons } from './icons.ts';
import { shared } from './styles.ts';

/** What is explained: one number, and how many were walked through to reach it. */
export interface Explained {
  readonly explanation: Explanation;
  readonly scenario: string;
  /** What the items of sets are called. */
  readonly titles: ReadonlyMap<string, string>;
  readonly steps: number;
}

/** Units whose noun a headline or a chart says elsewhere. */
const COUNTED = ['accelerator', 'H100e', 'fab', 'job', 'job*year'] as const;

/** What a cause is chosen from; the rest of its formula only tells the cases apart. */
const LIMITS: Readonly<Record<string, readonly string[]>> = {
  binding: ['facility_energised', 'facility_ready', 'chips_placed'],
  fab_binding: [
    ...['absorption', 'fabs_money_allows', 'plants_can_make', 'power_takes', 'demand_takes'],
    ...['logic_capacity', 'memory_capacity', 'packaging_capacity'],
  ],
};

/**
 * Where a number comes from: its equation, what went into it, and so on down to sources. A panel beside the charts, not in front
 * of them. Fires `explain-open` for each part, `explain-back`, `explain-close`.
 */
@customElement('buildout-explain')
export class ExplainPanel extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: fixed;
        z-index: 8;
        inset: 0 0 0 auto;
        width: min(440px, 100vw);
        overflow: auto;
        overscroll-behavior: contain;
        padding: 16px 24px 32px;
        background: var(--raised);
        border-left: 1px solid var(--rule-strong);
      }
      .bar {
        display: flex;
        justify-content: space-between;
        align-items: center;
        min-height: 28px;
        color: var(--ink-soft);
        font-size: var(--size-12);
      }
      h2 {
        font-size: var(--size-20);
        line-height: 28px;
        padding-top: 8px;
      }
      .value {
        font-size: var(--size-28);
        line-height: 40px;
        font-weight: 600;
        letter-spacing: -0.02em;
      }
      h3 {
        font-size: var(--size-12);
        font-weight: 600;
        color: var(--ink-soft);
        padding: 20px 0 4px;
        border-bottom: 1px solid var(--rule);
      }
      .equations {
        overflow-x: auto;
        padding: 12px 0 4px;
        line-height: 2;
      }
      /* Single letters would be taken from a font for mathematics, which not every machine has. */
      mi {
        text-transform: none;
      }
      .cases {
        padding-inline-start: 16px;
        border-inline-start: 1px solid var(--rule-strong);
      }
      code {
        display: block;
        overflow-wrap: anywhere;
        padding-top: 4px;
        font-size: var(--size-12);
        color: var(--ink-soft);
      }
      li {
        border-bottom: 1px solid var(--rule);
      }
      li button {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 12px;
        width: 100%;
        padding: 8px 0;
        border-radius: 0;
      }
      li .number {
        font-weight: 600;
        text-align: end;
      }
      li .small {
        grid-column: 1 / -1;
      }
      a {
        color: var(--accent);
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
        padding-top: 8px;
      }
      dt {
        color: var(--ink-soft);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) explained!: Explained;
  @property() locale = words.locale;
  /** By record, as the build has set them. */
  @state() private equations: Readonly<Record<string, string>> = {};

  override connectedCallback(): void {
    super.connectedCallback();
    import('../../src/generated/mathml.ts').then(({ mathml }) => {
      this.equations = mathml;
    });
    // Whoever opened it by keyboard goes on here.
    this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus());
    this.addEventListener('keydown', this.onKey);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('explained')?.explanation;
    const { id, item, at } = this.explained.explanation;
    // Another number, not the same one anew: what had the focus is gone, so that reading begins at the top.
    const isOther = before !== undefined && (before.id !== id || before.item !== item || before.at !== at);
    if (isOther) this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') tell(this, 'explain-close');
  };

  protected override render(): TemplateResult {
    const { explanation, scenario, steps } = this.explained;
    const { title, item, says, at, formula, inputs } = explanation;
    const names = LIMITS[explanation.id] ?? [];
    const limits = inputs.filter(({ id }) => names.includes(id));
    const others = inputs.filter(({ id }) => !names.includes(id));
    // Where items are added up the sum is the equation, and the record's own is each item's.
    const equation = formula?.startsWith('sum(') ? undefined : this.equations[explanation.id];
    return html`
      <div class="bar">
        ${
          steps > 0
            ? html`<button class="link" @click=${() => tell(this, 'explain-back')}>${words.explain.back}</button>`
            : html`<span>${words.explain.title}</span>`
        }
        <button class="icon" aria-label=${words.actions.close} title=${words.actions.close} @click=${() => tell(this, 'explain-close')}>
          ${icons.close}
        </button>
      </div>
      <section aria-live="polite">
        <h2 tabindex="-1">${title}${this.itemWords(item)}</h2>
        <p class="small">${scenario}, ${this.month(at)}</p>
        <p class="value">${this.say(explanation)}</p>
        <p>${says}</p>
        ${this.origin(explanation)}
        ${equation === undefined && formula === undefined ? nothing : html`<h3>${words.explain.formula}</h3>`}
        ${equation === undefined ? nothing : html`<div class="equations" tabindex="0" role="group" aria-label=${words.explain.formula} @click=${this.onName}>${unsafeHTML(equation)}</div>`}
        ${formula === undefined ? nothing : html`<code>${formula}</code>`}
        ${this.history(explanation)}
        ${this.inputs(words.explain.limits, limits)}
        ${this.inputs(words.explain.inputs, others)}
      </section>
    `;
  }

  private inputs(title: string, inputs: readonly Explanation[]): TemplateResult | typeof nothing {
    if (inputs.length === 0) return nothing;
    return html`<h3>${title}</h3><ul class="inputs">${inputs.map((input) => this.input(input))}</ul>`;
  }

  /** A name within the equation leads to the same place as its line in the list; the list is what the keyboard uses. */
  private onName(event: Event): void {
    const id = (event.target as Element).closest('[data-id]')?.getAttribute('data-id');
    const part = this.explained.explanation.inputs.find((input) => input.id === id);
    if (part !== undefined) tell(this, 'explain-open', { part });
  }

  private input(input: Explanation): TemplateResult {
    const { item, title, at, tag } = input;
    const when = at === this.explained.explanation.at ? '' : `, ${this.month(at)}`;
    return html`<li>
      <button @click=${() => tell(this, 'explain-open', { part: input })}>
        <span>${title}${this.itemWords(item)}</span>
        <span class="number">${this.say(input, 1)}</span>
        <span class="small">${this.tag(tag)}${input.changed === true ? `, ${words.explain.changed}` : ''}${when}</span>
      </button>
    </li>`;
  }

  /** Of two sets the items stand with a dot between them. */
  private itemWords(item: string | undefined): string {
    if (item === undefined) return '';
    return `: ${item
      .split('.')
      .map((id) => this.explained.titles.get(id) ?? id)
      .join(', ')}`;
  }

  private tag(tag: Tag): string {
    return words.explain.tags[tag];
  }

  private origin(explanation: Explanation): TemplateResult {
    const { tag, source, why, confidence, range, changed, unit, show, value, means } = explanation;
    const say = (value: number): string => this.quantity(value, unit, show);
    const row = (name: string, content: unknown): TemplateResult => html`<dt>${name}</dt><dd>${content}</dd>`;
    return html`<dl>
      ${row(words.explain.kind, `${this.tag(tag)}${changed === true ? `, ${words.explain.changed}` : ''}`)}
      ${means !== undefined || !Number.isFinite(value) ? nothing : row(words.explain.exact, this.exact(value, unit))}
      ${
        source === undefined
          ? nothing
          : row(
              words.why.source,
              html`${source.url === undefined ? (source.title ?? source.id) : html`<a href=${source.url} rel="noreferrer" target="_blank">${source.title ?? source.id}</a>`}${
                source.publisher === undefined ? '' : `, ${source.publisher}`
              }${source.date === undefined ? '' : `, ${source.date}`}`,
            )
      }
      ${why === undefined ? nothing : row(words.why.because, why)}
      ${range === undefined || range.low === range.high ? nothing : row(words.why.range, `${say(range.low)}, ${say(range.central)}, ${say(range.high)}`)}
      ${confidence === undefined ? nothing : row(words.why.confidence, words.why.sure[confidence as keyof typeof words.why.sure] ?? confidence)}
    </dl>`;
  }

  /** `more` digits where one number is made from others. */
  private say({ value, means, unit, show }: Explanation, more = 0): string {
    return means ?? this.quantity(value, unit, show, more);
  }

  /** Of a stock: each year leads to the month in which it changed fastest. */
  private history(explanation: Explanation): TemplateResult | typeof nothing {
    const { history, unit, show } = explanation;
    if (history === undefined) return nothing;
    const { start, years } = history;
    const row = (title: string, value: number, at: string, sign: string): TemplateResult => html`<li>
      <button @click=${() => tell(this, 'explain-open', { part: { ...explanation, at, more: true } })}>
        <span>${title}</span>
        <span class="number">${sign}${this.quantity(value, unit, show, 1)}</span>
      </button>
    </li>`;
    return html`<h3>${words.explain.history}</h3>
      <ul>
        ${row(words.explain.atStart(this.month(start.at)), start.value, start.at, '')}
        ${years
          .filter(({ change }) => change !== 0)
          .map(({ year, change, most }) =>
            row(words.explain.inYear(year, this.month(most)), change, most, change > 0 ? '+' : ''),
          )}
      </ul>`;
  }

  private exact(value: number, unit: string): string {
    const text = numberFormat(this.locale, { maximumSignificantDigits: 10 }).format(value);
    return unit === '1' ? text : `${text} ${unit}`;
  }

  private quantity(value: number, unit: string, show: '%' | undefined, more = 0): string {
    if (!Number.isFinite(value)) return words.headlines.none;
    // As the headlines and charts say it, from which most people come.
    if (unit === '1' ? show === '%' : hasForm(unit)) {
      const noun = COUNTED.find((one) => one === unit);
      return `${quantity(value, unit, this.locale, Math.abs(value), more)}${noun === undefined ? '' : ` ${unitWords.nouns[noun]}`}`;
    }
    const measure: Measure = { unit, show, type: 'number' };
    const reading: Reading = { language: 'en', start: this.explained.explanation.at, units: unitTable };
    const text = showQuantity(value, measure, reading, 4);
    // The digits in the reader's language; the words of size and the unit are the model's.
    return text.replace(/^-?[\d.,]+/u, (digits) =>
      numberFormat(this.locale, { maximumSignificantDigits: 4 }).format(Number(digits.replaceAll(',', ''))),
    );
  }

  private month(at: string): string {
    const [year = '2025', month = '1'] = at.split('-');
    const format = new Intl.DateTimeFormat(this.locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
    return format.format(Date.UTC(Number(year), Number(month) - 1, 1));
  }
}
