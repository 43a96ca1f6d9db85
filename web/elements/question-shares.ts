import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ImportanceRow } from '../../src/analysis/uncertainty/importance.ts';
import { amountAxis, chanceText } from '../charts/amounts.ts';
import { type Sheet, withUnit } from '../charts/sheet.ts';
import { numberFormat } from '../charts/units.ts';
import { questionWords as words } from '../words/questions.ts';
import type { ImportanceData } from '../worker/inquiry.ts';
import { Asking } from './asking.ts';
import { drawScatter } from './draw-scatter.ts';
import { QuestionPart } from './question-part.ts';
import { questionStyles } from './question-styles.ts';
import { shared } from './styles.ts';
import { Width } from './width.ts';

const MEMBERS = [200, 500, 2000];
const FIRST = 10;

/** How the variance of a number is shared out over the levers, and one lever's points. Fires `lever-show`. */
@customElement('buildout-question-shares')
export class QuestionShares extends QuestionPart {
  static override styles = [
    shared,
    questionStyles,
    css`
      td .bar {
        display: block;
        position: relative;
        height: 4px;
        margin-top: 2px;
        min-width: 72px;
        background: var(--rule);
      }
      td .bar span {
        position: absolute;
        inset: 0 auto 0 0;
        background: var(--accent);
      }
      td .bar .error {
        top: 1px;
        bottom: 1px;
        background: var(--ink);
        opacity: 0.5;
      }
      .points {
        fill: none;
        stroke: var(--accent);
        stroke-width: 4;
        stroke-linecap: round;
        opacity: 0.4;
      }
      td button {
        min-height: 24px;
        padding: 0 4px;
      }
      td button[aria-pressed='true'] {
        color: var(--accent);
        font-weight: 600;
      }
    `,
  ];

  @state() private members = 500;
  @state() private lever = '';
  @state() private all = false;
  private readonly shares = new Asking(this, 'importance');
  private readonly width = new Width(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('output') || changed.has('month')) this.shares.forget();
  }

  private readonly ask = (): void => {
    this.shares.ask(this.entry.scenario, { question: this.question, members: this.members });
  };

  protected override render(): TemplateResult {
    const { found } = this.shares;
    return html`<section>
      <h3>${found === undefined ? words.matters.shares : this.sentence(found.answer)}</h3>
      <p class="soft">${words.matters.sharesSays}</p>
      <div class="row">
        ${this.choice(words.matters.base, MEMBERS, this.members, (members) => {
          this.members = members;
        })}
        ${this.askButton(this.shares, words.matters.sharesAsk, this.ask)}
      </div>
      ${this.remark(this.shares)}
      <p class="visually-hidden" role="status">${found === undefined || this.shares.isBusy ? '' : this.sentence(found.answer)}</p>
      ${found === undefined ? nothing : this.result(found.answer)}
    </section>`;
  }

  private titleOf({ lever, levers, title }: ImportanceRow): string {
    return levers.length > 1 ? `${title} (${words.matters.group(levers.length)})` : this.leverTitle(lever);
  }

  private sentence({ rows }: ImportanceData): string {
    const [first] = rows;
    if (first === undefined || first.inert) return words.matters.nothing(this.what);
    return words.matters.sharesSentence(this.titleOf(first), chanceText(first.total, this.locale), this.what);
  }

  private result(data: ImportanceData): TemplateResult {
    const { rows, members, runs, seed } = data;
    const moving = rows.filter(({ inert }) => !inert);
    const shown = this.all ? moving : moving.slice(0, FIRST);
    const inert = rows.length - moving.length;
    const title = this.shares.found?.scenario.title ?? '';
    const { lever, total, first, rank, scatter } = words.matters;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.matters.shares}>
        <table>
          <caption class="visually-hidden">${words.matters.shares}: ${this.what}</caption>
          <thead>
            <tr>
              ${[lever, total, first, rank].map((head) => html`<th scope="col">${head}</th>`)}
              <th scope="col"><span class="visually-hidden">${scatter}</span></th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((row) => this.row(row))}
          </tbody>
        </table>
      </div>
      ${inert > 0 ? html`<p class="small">${words.matters.inert(inert)}</p>` : nothing}
      <p class="small">${words.matters.runs(this.whole(members), this.whole(runs), seed, title)}</p>
      <div class="actions" role="group" aria-label=${words.actions(words.matters.shares)}>
        ${
          moving.length > FIRST
            ? html`<button aria-pressed=${this.all} @click=${this.toggleAll}>${this.all ? words.matters.fewer : words.matters.all(moving.length)}</button>`
            : nothing
        }
        ${this.csvButton(() => this.sheet(data))}
      </div>
      ${this.scatter(data)}`;
  }

  private row(row: ImportanceRow): TemplateResult {
    const { levers, total, totalError, firstOrder, firstOrderError, rankCorrelation } = row;
    const [first = ''] = levers;
    const title = this.titleOf(row);
    const share = (value: number, error: number): TemplateResult => {
      const most = (part: number): number => Math.min(100, Math.max(0, part * 100));
      const [from, to] = [most(value - error), most(value + error)];
      return html`${words.matters.plusMinus(chanceText(value, this.locale), chanceText(error, this.locale))}
        <span class="bar" aria-hidden="true"
          ><span .style=${`width: ${most(value)}%`}></span><span class="error" .style=${`left: ${from}%; width: ${to - from}%`}></span
        ></span>`;
    };
    return html`<tr data-lever=${first}>
      <th scope="row"><button class="link" aria-label=${words.matters.goTo(title)} @click=${() => this.goTo(first)}>${title}</button></th>
      <td>${share(total, totalError)}</td>
      <td>${share(firstOrder, firstOrderError)}</td>
      <td>${this.rank(rankCorrelation)}</td>
      <td>
        <button aria-pressed=${this.lever === first} aria-label=${words.matters.scatterOf(title)} @click=${() => this.choose(first)}>${words.matters.scatter}</button>
      </td>
    </tr>`;
  }

  private rank(value: number): string {
    return numberFormat(this.locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' })
      .format(value)
      .replace('-', '\u2212');
  }

  private choose(lever: string): void {
    this.lever = this.lever === lever ? '' : lever;
  }

  private toggleAll(): void {
    this.all = !this.all;
  }

  private scatter({ inputs, outputs, rows }: ImportanceData): TemplateResult | typeof nothing {
    const cloud = inputs[this.lever];
    const row = rows.find(({ levers }) => levers.includes(this.lever));
    if (cloud === undefined || row === undefined) return nothing;
    const title = this.leverTitle(this.lever);
    const drawing = drawScatter({
      width: this.width.px,
      inputs: cloud,
      outputs,
      inputText: (value) => this.leverText(this.lever, value),
      unit: (most, step) => amountAxis(this.output, most, this.locale, step),
      label: words.matters.scatterPicture(title, this.what, this.rank(row.rankCorrelation)),
    });
    const sheet = (): Sheet => ({
      name: words.matters.scatterOf(title),
      head: [
        withUnit(title, this.levers.get(this.lever)?.measure.unit ?? '1'),
        withUnit(this.output.title, this.output.unit),
      ],
      rows: Array.from(cloud, (input, n) => [input, outputs[n] ?? null]),
    });
    return html`<h4>${words.matters.scatterPicture(title, this.what, this.rank(row.rankCorrelation))}</h4>
      <div class="drawing">${drawing}</div>
      <div class="actions">${this.csvButton(sheet)}</div>`;
  }

  private sheet({ rows }: ImportanceData): Sheet {
    const { lever, total, first, error, rank } = words.matters;
    return {
      name: `${words.matters.shares}: ${this.what}`,
      head: [lever, words.takes.lever, total, `${total}: ${error}`, first, `${first}: ${error}`, rank],
      rows: rows.map((row) => [
        row.lever,
        this.titleOf(row),
        row.total,
        row.totalError,
        row.firstOrder,
        row.firstOrderError,
        row.rankCorrelation,
      ]),
    };
  }
}
