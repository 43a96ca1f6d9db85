import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Tornado, TornadoRow } from '../../src/analysis/uncertainty/tornado.ts';
import { type Sheet, withUnit } from '../charts/sheet.ts';
import { questionWords as words } from '../words/questions.ts';
import { Asking } from './asking.ts';
import { mattersStyles } from './question-matters-styles.ts';
import { QuestionPart } from './question-part.ts';
import './question-shares.ts';
import { questionStyles } from './question-styles.ts';
import { shared } from './styles.ts';

/** Rows shown before somebody asks for all. */
const FIRST = 12;

/** What a number hangs on: each lever moved by itself, and below the shares of the variance. Fires `lever-show`. */
@customElement('buildout-question-matters')
export class QuestionMatters extends QuestionPart {
  static override styles = [shared, questionStyles, mattersStyles];

  @state() private all = false;
  private readonly tornado = new Asking(this, 'tornado');

  /** Quickly answered, so that it follows the scenario and the question by itself, once it was asked. */
  protected override willUpdate(changed: PropertyValues): void {
    if (!this.active) return;
    const { found, isBusy } = this.tornado;
    const { of, at } = this.question;
    const isAnswered = found?.asks.question.of === of && found.asks.question.at === at;
    const isNew = ['entry', 'output', 'month', 'active'].some((name) => changed.has(name));
    if (isNew && !(isAnswered && found.scenario === this.entry.scenario && !isBusy)) {
      if (!isAnswered) this.tornado.forget();
      this.ask();
    }
  }

  private readonly ask = (): void => {
    this.tornado.ask(this.entry.scenario, { question: this.question });
  };

  protected override render(): TemplateResult {
    const { found, refused } = this.tornado;
    return html`<section>
        <h3>${found === undefined ? words.matters.tornado : this.sentence(found.answer)}</h3>
        <p class="soft">${words.matters.tornadoSays}</p>
        ${refused === '' ? nothing : html`<p class="trouble" role="alert">${refused}</p>`}
        <p class="visually-hidden" role="status">${found === undefined ? words.working : this.sentence(found.answer)}</p>
        ${found === undefined ? nothing : this.table(found.answer)}
      </section>
      <buildout-question-shares
        .active=${this.active}
        .entry=${this.entry}
        .catalogue=${this.catalogue}
        .inquire=${this.inquire}
        .output=${this.output}
        .month=${this.month}
        .locale=${this.locale}
      ></buildout-question-shares>`;
  }

  private sentence({ rows, central }: Tornado): string {
    const [first] = rows;
    if (first === undefined || (first.swing ?? 0) === 0 || central === null) return words.matters.nothing(this.what);
    const { low, high } = first;
    const like = Math.max(Math.abs(low.output ?? 0), Math.abs(high.output ?? 0));
    return words.matters.tornadoSentence(
      this.leverTitle(first.lever),
      this.what,
      this.say(low.output, like, 1),
      this.say(high.output, like, 1),
    );
  }

  private table(tornado: Tornado): TemplateResult {
    const moving = tornado.rows.filter(({ swing }) => swing !== 0);
    const shown = this.all ? moving : moving.slice(0, FIRST);
    const { central } = tornado;
    const ends = moving.flatMap(({ low, high }) => [low.output ?? Number.NaN, high.output ?? Number.NaN]);
    const there = [...ends, central ?? Number.NaN].filter((value) => !Number.isNaN(value));
    const [least, most] = [Math.min(...there), Math.max(...there)];
    const like = Math.max(Math.abs(least), Math.abs(most));
    return html`<table>
        <caption class="visually-hidden">${words.matters.tornado}: ${this.what}</caption>
        <thead>
          <tr>
            <th scope="col" class="lever">${words.matters.lever}</th>
            <th scope="col" class="end"><span class="key down"></span>${words.matters.low}</th>
            <th scope="col" class="middle">${central === null ? words.matters.bars : words.matters.central(this.say(central, like, 1))}</th>
            <th scope="col" class="end high"><span class="key up"></span>${words.matters.high}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => this.row(row, { least, most, central: central ?? least, like }))}
        </tbody>
      </table>
      <p class="small">${words.matters.ends(this.whole(2 * tornado.rows.length + 1), this.tornado.found?.scenario.title ?? '')}</p>
      <div class="actions" role="group" aria-label=${words.actions(words.matters.tornado)}>
        ${
          moving.length > FIRST
            ? html`<button aria-pressed=${this.all} @click=${this.toggleAll}>${this.all ? words.matters.fewer : words.matters.all(moving.length)}</button>`
            : nothing
        }
        ${this.csvButton(() => this.sheet(tornado))}
      </div>`;
  }

  private row(
    { lever, low, high }: TornadoRow,
    { least, most, central, like }: { least: number; most: number; central: number; like: number },
  ): TemplateResult {
    const span = most - least || 1;
    const part = (value: number): number => ((value - least) / span) * 100;
    const bar = (output: number | null, kind: string): TemplateResult | typeof nothing => {
      if (output === null) return nothing;
      const [from, to] = [Math.min(part(central), part(output)), Math.max(part(central), part(output))];
      return html`<span class=${kind} .style=${`left: ${from}%; width: ${to - from}%`}></span>`;
    };
    const isSameSide =
      low.output !== null && high.output !== null && (low.output - central) * (high.output - central) > 0;
    const isLowNearer = Math.abs((low.output ?? 0) - central) < Math.abs((high.output ?? 0) - central);
    const over = (isIt: boolean): string => (isSameSide && isIt ? ' over' : '');
    const bars = isLowNearer
      ? [bar(high.output, 'up'), bar(low.output, `down${over(true)}`)]
      : [bar(low.output, 'down'), bar(high.output, `up${over(true)}`)];
    const title = this.leverTitle(lever);
    const end = ({ input, output }: TornadoRow['low']): TemplateResult => html`${this.leverText(lever, input)}
      <span class="small">${this.say(output, like, 1)}</span>`;
    return html`<tr data-lever=${lever} @click=${() => this.goTo(lever)}>
      <th scope="row" class="lever"><button class="link" aria-label=${words.matters.goTo(title)}>${title}</button></th>
      <td class="low">${end(low)}</td>
      <td class="middle" aria-hidden="true">
        <div class="bars">${bars}<span class="centre" .style=${`left: ${part(central)}%`}></span></div>
      </td>
      <td class="high">${end(high)}</td>
    </tr>`;
  }

  private toggleAll(): void {
    this.all = !this.all;
  }

  private sheet({ rows, central }: Tornado): Sheet {
    const { unit } = this.output;
    const { lever, low, high, swing } = words.matters;
    return {
      name: `${words.matters.tornado}: ${this.what}`,
      head: [
        lever,
        words.takes.lever,
        withUnit(low, ''),
        withUnit(`${low}: ${this.output.title}`, unit),
        withUnit(high, ''),
        withUnit(`${high}: ${this.output.title}`, unit),
        withUnit(swing, unit),
        withUnit(words.sure.central, unit),
      ],
      rows: rows.map((row) => [
        row.lever,
        this.leverTitle(row.lever),
        row.low.input,
        row.low.output,
        row.high.input,
        row.high.output,
        row.swing,
        central,
      ]),
    };
  }
}
