import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { quantities, quantity } from '../charts/units.ts';
import { FIGURES, type Figure, figureOf } from '../state/figures.ts';
import type { Ran } from '../state/types.ts';
import { words } from '../words/en.ts';
import { shared } from './styles.ts';

/** The numbers that sum the edited scenario up, with the difference from the baseline where that is another one. */
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
      .compared .figure {
        min-height: 60px;
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
      }
      dd.none {
        color: var(--ink-faint);
        font-weight: 400;
      }
      dd.difference {
        font-size: var(--size-12);
        line-height: 16px;
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) ran: Ran | undefined;
  @property({ attribute: false }) against: Ran | undefined;
  @property() locale = 'en';

  protected override render(): TemplateResult {
    const { ran, against } = this;
    const label = ran === undefined ? words.headlines.title : words.headlines.of(ran.scenario.title);
    return html`
      <h2 class="visually-hidden">${label}</h2>
      <dl class=${against === undefined ? '' : 'compared'}>${FIGURES.map((figure) => this.figure(figure, ran, against))}</dl>
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
    return html`<div class="figure" data-figure=${figure.id}>
      <dt>${words.figures[figure.id as keyof typeof words.figures](figure.at === undefined ? '' : String(figure.at))}</dt>
      <dd class=${now?.value === null ? 'value none' : 'value'} title=${now?.reason ?? nothing}>${text}</dd>
      ${then === undefined || now === undefined ? nothing : html`<dd class="difference">${this.difference(now.value, then.value, figure)}</dd>`}
    </div>`;
  }

  private say(value: number, { unit }: Figure): string {
    return quantity(value, unit, this.locale);
  }

  /** As an amount, and as a share where the baseline has one. */
  private difference(now: number | null, then: number | null, { unit }: Figure): string {
    if (now === null || then === null) return now === then ? words.headlines.same : '';
    const [a = '', b = ''] = quantities([now, then], unit, this.locale);
    if (a === b) return words.headlines.same;
    const amount = quantity(Math.abs(now - then), unit, this.locale);
    const sign = now > then ? '+' : '\u2212';
    if (then === 0 || unit === '1' || now * then < 0) return `${sign}${amount}`;
    const share = new Intl.NumberFormat(this.locale, {
      style: 'percent',
      maximumFractionDigits: 0,
      signDisplay: 'never',
    });
    return `${sign}${amount} (${sign}${share.format(Math.abs(now / then - 1))})`;
  }
}
