import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { charts } from '../charts/definitions.ts';
import { isoMonth } from '../charts/times.ts';
import { FIGURES } from '../state/figures.ts';
import { monthWithin, typedMonth } from '../state/question.ts';
import type { Entry } from '../state/types.ts';
import { recallAsked, rememberAsked } from '../storage/asked.ts';
import { questionWords as words } from '../words/questions.ts';
import { type Askable, askables } from '../worker/outputs.ts';
import type { Catalogue } from '../worker/protocol.ts';
import type { Inquire } from './asking.ts';
import type { Happenings } from './events.ts';
import type { Choice } from './picker.ts';
import './picker.ts';
import './question-claims.ts';
import './question-matters.ts';
import { questionStyles } from './question-styles.ts';
import './question-sure.ts';
import './question-takes.ts';
import { shared } from './styles.ts';

type Part = keyof typeof words.parts;

const ORDER = Object.keys(words.parts) as readonly Part[];

/** What is asked of first. */
const OUTPUT = 'facility_in_use';
const MONTH = '2030-01';

/**
 * Questions about the edited scenario that take many runs: how sure a number is, what it hangs on, what it would take, and what becomes
 * of the documents' claims. Each part asks by itself; which number, and when, is chosen here for all of them.
 */
@customElement('buildout-questions')
export class Questions extends LitElement {
  static override styles = [
    shared,
    questionStyles,
    css`
      :host {
        padding-top: 40px;
      }
      h2 {
        font-size: var(--size-16);
        padding: 8px 0 4px;
        border-top: 1px solid var(--ink);
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin: 4px 0 8px -8px;
        padding: 0;
        border: 0;
      }
      .tab {
        min-height: 28px;
        padding: 0 8px;
        cursor: pointer;
        border-bottom: 2px solid transparent;
      }
      .tab input {
        position: absolute;
        opacity: 0;
        pointer-events: none;
      }
      .tab:has(:checked) {
        border-bottom-color: var(--accent);
        font-weight: 600;
      }
      .tab:has(:focus-visible) {
        outline: 2px solid var(--accent);
      }
      .question {
        padding-bottom: 8px;
      }
      .question label {
        flex: 0 1 auto;
        min-width: 0;
      }
      .question .of {
        display: flex;
        align-items: center;
        gap: 8px;
        flex: 1 1 260px;
        max-width: 400px;
      }
      .row input.month {
        width: 80px;
      }
      .part {
        min-height: 120px;
      }
      @media (forced-colors: active) {
        /* A transparent edge gets the colour of text. */
        .tab:not(:has(:checked)) {
          border-bottom-color: Canvas;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) inquire!: Inquire;
  @property() locale = words.locale;
  @state() private chosen: Part = 'sure';
  @state() private of = OUTPUT;
  @state() private month = MONTH;
  @state() private problem = '';
  /** Parts that were opened. */
  private readonly opened = new Set<Part>();

  /** The page around it. */
  private page: EventTarget | undefined;
  private outputs: ReadonlyMap<string, Askable> = new Map();
  private choices: readonly Choice[] = [];

  constructor() {
    super();
    const asked = recallAsked();
    if (asked === undefined) return;
    this.chosen = ORDER.find((part) => part === asked.part) ?? this.chosen;
    this.of = asked.of;
    this.month = asked.month;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode();
    this.page = root instanceof ShadowRoot ? root.host : root;
    this.page.addEventListener('question-ask', this.onAsk);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.page?.removeEventListener('question-ask', this.onAsk);
  }

  /** Somebody asks, elsewhere on the page, how sure a number is. */
  private readonly onAsk = async (event: Event): Promise<void> => {
    const { of, time } = (event as CustomEvent<Happenings['question-ask']>).detail;
    this.chosen = 'sure';
    if (this.outputs.has(of)) this.of = of;
    if (time !== undefined) this.month = monthWithin(isoMonth(time), this.entry.scenario);
    await this.updateComplete;
    this.scrollIntoView();
    this.renderRoot.querySelector<HTMLElement>('input[type="radio"]:checked')?.focus();
  };

  protected override updated(): void {
    const { chosen: part, of, month } = this;
    rememberAsked({ part, of, month });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.opened.add(this.chosen);
    if (!changed.has('entry') && !changed.has('catalogue')) return;
    const { scenario } = this.entry;
    const before = changed.get('entry')?.scenario;
    this.month = monthWithin(this.month, scenario);
    // Only other items or metrics make other numbers.
    if (
      before === undefined ||
      before.commitments !== scenario.commitments ||
      before.sites !== scenario.sites ||
      before.metrics !== scenario.metrics
    )
      this.list();
  }

  /** The usual numbers first: those of the strip and of the charts. */
  private list(): void {
    const all = askables(this.entry.scenario, this.catalogue.meta, words);
    const usual = [...FIGURES.map(({ of }) => of), ...charts.map(({ lead }) => lead)];
    const rank = new Map([...new Set(usual)].map((id, n) => [id, n]));
    const rankOf = ({ id }: Askable): number => rank.get(id) ?? rank.size;
    const ordered = [...all].sort((a, b) => rankOf(a) - rankOf(b));
    this.outputs = new Map(ordered.map((one) => [one.id, one]));
    this.choices = ordered.map(({ id, title, group }) => ({ id, title, note: group }));
    if (!this.outputs.has(this.of)) this.of = ordered[0]?.id ?? OUTPUT;
  }

  protected override render(): TemplateResult {
    return html`
      <h2>${words.title}</h2>
      <p class="soft">${words.lede(this.entry.scenario.title)}</p>
      <fieldset>
        <legend class="visually-hidden">${words.partsTitle}</legend>
        ${ORDER.map(
          (part) => html`<label class="tab"
            ><input type="radio" name="part" value=${part} .checked=${part === this.chosen} @change=${() => {
              this.chosen = part;
            }} />${words.parts[part]}</label
          >`,
        )}
      </fieldset>
      ${this.chosen === 'claims' ? nothing : this.questionRow()}
      <div class="part">${ORDER.filter((part) => this.opened.has(part)).map((part) => this.partElement(part))}</div>
    `;
  }

  private questionRow(): TemplateResult {
    const output = this.outputs.get(this.of);
    return html`<div class="row question">
        <span class="of"
          ><span>${words.of}</span>
          <buildout-picker
            label=${words.of}
            .choices=${this.choices}
            .value=${this.of}
            @pick=${({ detail }: CustomEvent<string>) => {
              this.of = detail;
            }}
          ></buildout-picker
        ></span>
        ${
          output?.kind === 'headline'
            ? html`<span class="soft">${words.wholeRun}</span>`
            : html`<label
                >${words.at}
                <input
                  type="text"
                  class="month"
                  autocomplete="off"
                  aria-label=${words.atTyped}
                  aria-invalid=${this.problem !== ''}
                  aria-describedby="month-problem"
                  placeholder=${words.atHint}
                  .value=${this.month}
                  @change=${this.onMonth}
              /></label>`
        }
      </div>
      <p class="trouble" id="month-problem" role="alert" ?hidden=${this.problem === ''}>${this.problem}</p>`;
  }

  private onMonth(event: Event): void {
    const field = event.currentTarget as HTMLInputElement;
    const { scenario } = this.entry;
    const month = typedMonth(field.value, scenario, words.locale);
    this.problem = month === undefined ? words.noMonth(scenario.start, scenario.horizon) : '';
    if (month === undefined) return;
    this.month = month;
    // "2030" becomes the month that it was taken for, also when that was chosen already.
    field.value = month;
  }

  /** What was opened stays, so that its answer is still there when somebody comes back. */
  private partElement(part: Part): TemplateResult {
    const { entry, catalogue, inquire, month, locale } = this;
    const output = this.outputs.get(this.of);
    const active = part === this.chosen;
    if (output === undefined) return html``;
    if (part === 'sure')
      return html`<buildout-question-sure ?hidden=${!active} .active=${active} .entry=${entry} .catalogue=${catalogue} .inquire=${inquire} .output=${output} .month=${month} .locale=${locale}></buildout-question-sure>`;
    if (part === 'matters')
      return html`<buildout-question-matters ?hidden=${!active} .active=${active} .entry=${entry} .catalogue=${catalogue} .inquire=${inquire} .output=${output} .month=${month} .locale=${locale}></buildout-question-matters>`;
    if (part === 'takes')
      return html`<buildout-question-takes ?hidden=${!active} .active=${active} .entry=${entry} .catalogue=${catalogue} .inquire=${inquire} .output=${output} .month=${month} .locale=${locale}></buildout-question-takes>`;
    return html`<buildout-question-claims ?hidden=${!active} .active=${active} .entry=${entry} .catalogue=${catalogue} .inquire=${inquire} .output=${output} .month=${month} .locale=${locale}></buildout-question-claims>`;
  }
}
