import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { amountAxis } from '../charts/amounts.ts';
import { quantileOf } from '../charts/distribution.ts';
import { type Sheet, withUnit } from '../charts/sheet.ts';
import { isoMonth, monthName, yearOf } from '../charts/times.ts';
import { questionWords as words } from '../words/questions.ts';
import type { DrawsData } from '../worker/inquiry.ts';
import { drawLines } from './draw-lines.ts';
import { QuestionPart } from './question-part.ts';
import { questionStyles } from './question-styles.ts';
import { shared } from './styles.ts';
import { Width } from './width.ts';

/** The draws themselves: some of them as thin lines, and the central run among them. */
@customElement('buildout-question-lines')
export class QuestionLines extends QuestionPart {
  static override styles = [
    shared,
    questionStyles,
    css`
      .draws {
        fill: none;
        stroke: var(--accent);
        stroke-width: 1;
        opacity: 0.3;
      }
      .central {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2;
      }
      .asked {
        stroke: var(--rule-strong);
        stroke-dasharray: 2 3;
      }
    `,
  ];

  @property({ attribute: false }) data!: DrawsData;
  @property({ type: Boolean }) asTable = false;
  private readonly width = new Width(this);

  protected override render(): TemplateResult {
    const { lines, times, middle = new Float64Array() } = this.data;
    const { title } = this.output;
    const sheet = (): Sheet => ({
      name: words.sure.linesTitle(title, lines.length),
      head: [
        words.sure.month,
        withUnit(words.sure.central, this.output.unit),
        ...lines.map((_, n) => words.sure.draw(n + 1)),
      ],
      rows: Array.from(times, (time, step) => [
        isoMonth(time),
        middle[step] ?? null,
        ...lines.map((line) => line[step] ?? null),
      ]),
    });
    const drawing = drawLines({
      width: this.width.px,
      times,
      lines,
      middle,
      at: yearOf(this.month),
      unit: (most, step) => amountAxis(this.output, most, this.locale, step),
      label: words.sure.linesPicture(title, lines.length),
    });
    return html`<section>
      <h3>${words.sure.linesTitle(title, lines.length)}</h3>
      ${this.asTable ? this.table(lines, middle, times) : html`<div class="drawing">${drawing}</div>`}
      <div class="actions">${this.csvButton(sheet)}</div>
    </section>`;
  }

  private table(lines: readonly Float64Array[], middle: Float64Array, times: Float64Array): TemplateResult {
    const { year, least, middle: half, most, central } = words.sure;
    const steps = Array.from(times.keys()).filter((step) => isoMonth(times[step]!).endsWith('-01'));
    const like = Math.max(...lines.flatMap((line) => steps.map((step) => Math.abs(line[step] ?? 0))));
    return html`<div class="scroll tall" tabindex="0" role="region" aria-label=${words.sure.lines}>
      <table>
        <thead>
          <tr>
            ${[year, least, half, most, central].map((title) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${steps.map((step) => {
            const there = Float64Array.from(
              lines.flatMap((line) => (Number.isFinite(line[step]) ? [line[step]!] : [])),
            ).sort();
            const values = [there[0], quantileOf(there, 0.5), there.at(-1), middle[step]];
            return html`<tr>
              <th scope="row">${monthName(times[step]!, this.locale)}</th>
              ${values.map((value) => html`<td>${value === undefined || !Number.isFinite(value) ? words.none : this.say(value, like, 1)}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }
}
