import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { differenceText, quantity, range } from '../charts/units.ts';
import { relativeTo } from '../state/comparison.ts';
import { FIGURES, type Figure, figureOf, rangeOf } from '../state/figures.ts';
import type { Ran } from '../state/types.ts';
import { words } from '../words/en.ts';
import type { EnsembleData } from '../worker/inquiry.ts';
import { tell } from './events.ts';
import { shared } from './styles.ts';

/** Classes by how many lines stand below each number. */
const LINES = ['', 'more', 'more most'];

/** The numbers that sum the edited scenario up, with the difference from the baseline where that is another one. Fires `explain-number`. */
@customElement('buildout-headlines')
export class Headlines extends LitElement {
  static override styles = [
    shared,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(132px, 1fr));
        gap: 12px 24px;
      }
      .figure {
        min-height: 44px;
      }
      .more .figure {
        min-height: 60px;
      }
      .more.most .figure {
        min-height: 76px;
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-12);
        line-height: 16px;
        min-height: 16px;
      }
      dd.value {
        font-size: var(--size-20);
        line-height: 28px;
        font-weight: 600;
        letter-spacing: -0.01em;
        /* A number that grows while a slider moves must not push what is below. */
        white-space: nowrap;
      }
      dd button {
        padding: 0;
        min-height: 0;
        font-weight: inherit;
        border-radius: 2px;
      }
      dd button:hover {
        text-decoration: underline dotted;
        text-underline-offset: 4px;
        text-decoration-thickness: 1px;
      }
      dd.none {
        color: var(--ink-faint);
        font-weight: 400;
      }
      dd.range,
      dd.difference {
        font-size: var(--size-12);
        line-height: 16px;
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) ran: Ran | undefined;
  @property({ attribute: false }) against: Ran | undefined;
  /** How many draws the ranges are made of, and what they gave so far. */
  @property({ type: Number }) draws = 0;
  @property({ attribute: false }) sure: EnsembleData | undefined;
  /** Of the scenario on the table. */
  @property() key = '';
  @property() locale = words.locale;

  protected override render(): TemplateResult {
    const { ran, against } = this;
    const label = ran === undefined ? words.headlines.title : words.headlines.of(ran.scenario.title);
    return html`
      <h2 class="visually-hidden">${label}</h2>
      <dl class=${LINES[Number(against !== undefined) + Number(this.draws > 0)] ?? ''}>${FIGURES.map((figure) => this.figure(figure, ran, against))}</dl>
      ${
        against === undefined
          ? nothing
          : html`<p class="small">${words.differences.against(against.scenario.title)}</p>`
      }
    `;
  }

  private figure(figure: Figure, ran: Ran | undefined, against: Ran | undefined): TemplateResult {
    const now = ran === undefined ? undefined : figureOf(figure, ran);
    const then = against === undefined ? undefined : figureOf(figure, against);
    const text = now === undefined ? ' ' : now.value === null ? words.headlines.none : this.say(now.value, figure);
    const title = words.figures[figure.id as keyof typeof words.figures](
      figure.at === undefined ? '' : String(figure.at),
    );
    return html`<div class="figure" data-figure=${figure.id}>
      <dt>${title}</dt>
      <dd class=${now?.value === null ? 'value none' : 'value'} title=${now?.reason ?? nothing}>
        ${now === undefined || now.value === null ? text : html`<button title=${words.explain.number(title)} @click=${() => this.explain(figure)}>${text}</button>`}
      </dd>
      ${now === undefined || this.sure === undefined ? nothing : html`<dd class="range"><button title=${words.headlines.range} @click=${() => this.ask(figure)}>${this.range(figure, this.sure)}</button></dd>`}
      ${then === undefined || now === undefined ? nothing : html`<dd class="difference">${this.difference(now.value, then.value, figure)}</dd>`}
    </div>`;
  }

  private explain({ of, at }: Figure): void {
    tell(this, 'explain-number', { key: this.key, of, ...(at === undefined ? {} : { time: at }) });
  }

  /** How it is spread over the draws, below the charts. */
  private ask({ of, at }: Figure): void {
    tell(this, 'question-ask', { of, ...(at === undefined ? {} : { time: at }) });
  }

  private range(figure: Figure, sure: EnsembleData): string {
    const ends = rangeOf(figure, sure);
    return ends === undefined || ends[0] === ends[1] ? '' : range(...ends, figure.unit, this.locale);
  }

  private say(value: number, { unit }: Figure): string {
    return quantity(value, unit, this.locale);
  }

  /** As an amount, and as a share where the baseline has one. */
  private difference(now: number | null, then: number | null, { unit }: Figure): string {
    if (now === null || then === null) return now === then ? words.headlines.same : '';
    return differenceText(now, then, relativeTo(now, then), unit, this.locale);
  }
}
