import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Scenario } from '../../src/scenario/types.ts';
import { isoMonth } from '../charts/times.ts';
import { quantity } from '../charts/units.ts';
import { FIGURES, type Figure } from '../state/figures.ts';
import { words } from '../words/later.ts';
import type { SplitData, SplitLacking, SplitRequest } from '../worker/protocol.ts';
import { list } from './list.ts';
import { shared } from './styles.ts';

/** Asks the worker; given by the page. */
export type AskSplit = (question: Omit<SplitRequest, 'type' | 'id'>) => Promise<SplitData | SplitLacking | undefined>;

/** What makes the gap between the baseline and another scenario in a headline: a bar for each lever that differs. */
@customElement('buildout-split')
export class Split extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        padding-top: 40px;
      }
      h2 {
        font-size: var(--size-16);
        padding: 8px 0;
        border-top: 1px solid var(--ink);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
        padding: 4px 0 12px;
      }
      select {
        min-height: 28px;
        max-width: 100%;
        border: 0;
        border-bottom: 1px solid var(--rule-strong);
        background: var(--paper);
      }
      ul {
        display: grid;
        grid-template-columns: minmax(96px, 240px) minmax(60px, 1fr) max-content;
        column-gap: 16px;
        max-width: 880px;
      }
      /* All rows in the columns of one grid, so that their bars have one axis. */
      li {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
        align-items: center;
        padding: 4px 0;
        border-bottom: 1px solid var(--rule);
      }
      li.whole {
        font-weight: 600;
      }
      .bar {
        position: relative;
        height: 12px;
      }
      .bar span {
        position: absolute;
        top: 0;
        bottom: 0;
        background: var(--accent);
      }
      .bar .less {
        background: var(--trouble);
      }
      .bar::before {
        content: '';
        position: absolute;
        inset: -4px auto -4px 50%;
        border-left: 1px solid var(--rule-strong);
      }
      /* On paper: what was asked, where there is an answer. */
      @media print {
        button,
        h2:not(:has(~ ul)),
        form:not(:has(~ ul)) {
          display: none;
        }
        select {
          appearance: none;
          border: 0;
        }
      }
      .number {
        text-align: end;
      }
    `,
  ];

  @property({ attribute: false }) baseline!: Scenario;
  @property(list) others: readonly Scenario[] = [];
  @property({ attribute: false }) ask!: AskSplit;
  @property() locale = words.locale;
  @state() private figure: Figure = FIGURES[1] as Figure;
  @state() private other = 0;
  /** What was found, and for which question; null where nothing could be. */
  @state() private found: SplitData | SplitLacking | null | undefined;
  @state() private busy = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was shared out was another gap.
    if (changed.has('baseline') || changed.has('others')) this.found = undefined;
  }

  protected override render(): TemplateResult {
    const { figure, others } = this;
    return html`
      <h2>${words.split.title}</h2>
      <form @submit=${this.onAsk}>
        <label
          >${words.split.of}
          <select @change=${(event: Event) => this.choose(event)}>
            ${FIGURES.map((one) => html`<option value=${one.id} ?selected=${one === figure}>${titleOf(one)}</option>`)}
          </select></label
        >
        ${
          others.length < 2
            ? nothing
            : html`<label
                >${words.split.scenario}
                <select
                  @change=${(event: Event) => {
                    this.other = (event.currentTarget as HTMLSelectElement).selectedIndex;
                    this.found = undefined;
                  }}
                >
                  ${others.map(({ title }, index) => html`<option ?selected=${index === this.other}>${title}</option>`)}
                </select></label
              >`
        }
        <button class="solid" ?disabled=${this.busy}>${this.busy ? words.split.busy : words.split.ask}</button>
      </form>
      <div role="status">${this.trouble()}</div>
      ${this.found && 'parts' in this.found ? this.result(this.found) : nothing}
    `;
  }

  private trouble(): TemplateResult | typeof nothing {
    const { found, figure } = this;
    if (found === null) return html`<p>${words.split.none(titleOf(figure))}</p>`;
    return found && 'lacking' in found ? html`<p>${words.split.lacking(titleOf(figure), found.lacking)}</p>` : nothing;
  }

  private result({ from, to, parts, orders, exact }: SplitData): TemplateResult {
    const { factor = 1 } = this.figure;
    const most = Math.max(Math.abs(to - from), ...parts.map(({ value }) => Math.abs(value)));
    const bar = (value: number): TemplateResult => {
      const width = most > 0 ? (Math.abs(value) / most) * 50 : 0;
      return html`<span class=${value < 0 ? 'less' : ''} .style=${`left: ${value < 0 ? 50 - width : 50}%; width: ${width}%`}></span>`;
    };
    const row = (title: string, value: number, error: number, kind: string): TemplateResult => html`<li class=${kind}>
      <span>${title}</span>
      <span class="bar" aria-hidden="true">${bar(value)}</span>
      <span class="number"
        >${this.signed(value * factor, most * factor)}${error * 50 > most ? html` <span class="small">\u00b1${this.say(error * factor, most * factor)}</span>` : nothing}</span
      >
    </li>`;
    return html`<ul>
        ${row(words.split.whole(this.baseline.title, this.others[this.other]?.title ?? ''), to - from, 0, 'whole')}
        ${
          // Of no gap only what cancels out says something.
          parts
            .filter(({ value }) => value !== 0 || from !== to)
            .map(({ title, value, error }) => row(title, value, error, ''))
        }
      </ul>
      <p class="small">${exact ? words.split.exact : words.split.drawn(orders)}</p>`;
  }

  /** In the prefix of the largest, so that they can be compared by eye. */
  private say(value: number, most: number): string {
    return quantity(value, this.figure.unit, this.locale, most, 1);
  }

  private signed(value: number, most: number): string {
    if (value === 0) return words.headlines.none;
    const [size, nothing] = [this.say(Math.abs(value), most), this.say(0, most)];
    return size === nothing ? size : `${value > 0 ? '+' : '\u2212'}${size}`;
  }

  private choose(event: Event): void {
    this.figure = FIGURES[(event.currentTarget as HTMLSelectElement).selectedIndex] ?? this.figure;
    this.found = undefined;
  }

  private async onAsk(event: Event): Promise<void> {
    event.preventDefault();
    const { baseline, figure } = this;
    const to = this.others[this.other] ?? this.others[0];
    if (to === undefined) return;
    this.busy = true;
    const { of, at } = figure;
    const question = {
      from: baseline,
      to,
      of,
      ...(at === undefined ? {} : { at: isoMonth(at) }),
      words: words.split.parts,
    };
    const found = await this.ask(question);
    this.busy = false;
    // The scenarios may have changed meanwhile; then this is the answer to an old question.
    if (baseline === this.baseline && figure === this.figure && this.others.includes(to)) this.found = found ?? null;
  }
}

function titleOf({ id, at }: Figure): string {
  return words.figures[id as keyof typeof words.figures](at === undefined ? '' : String(at));
}
