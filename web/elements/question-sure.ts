import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { amountAxis, chanceText } from '../charts/amounts.ts';
import { histogramOf, likelihood, quantileOf } from '../charts/distribution.ts';
import { type Sheet, withUnit } from '../charts/sheet.ts';
import { questionWords as words } from '../words/questions.ts';
import type { DrawsData } from '../worker/inquiry.ts';
import { Asking } from './asking.ts';
import { drawHistogram, type ValueMark } from './draw-histogram.ts';
import { type Typed, targetsOf } from './question-chance.ts';
import './question-lines.ts';
import { QuestionPart } from './question-part.ts';
import { questionStyles } from './question-styles.ts';
import { shared } from './styles.ts';
import { Width } from './width.ts';

const MEMBERS = [1000, 10_000];
/** How many draws are shown as lines. */
const LINES = 60;
const NOTHING: Typed = { text: '' };
const QUANTILES = [
  ['p5', 0.05],
  ['p25', 0.25],
  ['p50', 0.5],
  ['p75', 0.75],
  ['p95', 0.95],
] as const;

/** How sure a number is: its distribution over many draws, the chance of reaching a value, the draws themselves. */
@customElement('buildout-question-sure')
export class QuestionSure extends QuestionPart {
  static override styles = [
    shared,
    questionStyles,
    css`
      .bar {
        fill: var(--band);
      }
      .bar.most {
        fill: color-mix(in oklab, var(--accent) 35%, var(--band));
      }
      .bar.half {
        fill: color-mix(in oklab, var(--accent) 75%, var(--band));
      }
      .quantile {
        stroke: var(--ink-soft);
        stroke-dasharray: 1 3;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 24px;
        padding: 4px 0 8px;
      }
      dt {
        font-size: var(--size-12);
        color: var(--ink-soft);
      }
    `,
  ];

  /** A value whose chance is wanted, to be seen in the picture. */
  @state() private wanted: Typed = NOTHING;
  @state() private members = 1000;
  @state() private asTable = false;
  @state() private withLines = false;
  private readonly draws = new Asking(this, 'draws');
  private readonly width = new Width(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('output') && !changed.has('month')) return;
    if (changed.has('output')) this.wanted = NOTHING;
    const { found } = this.draws;
    if (found === undefined && !this.draws.isBusy) return;
    // What was a few seconds' work is not done again unasked.
    const isCheap = this.members === MEMBERS[0];
    this.draws.forget();
    if (isCheap) this.ask();
  }

  private readonly ask = (): void => {
    const { question, members } = this;
    this.draws.ask(this.entry.scenario, { question, members, lines: LINES });
  };

  protected override render(): TemplateResult {
    const { found } = this.draws;
    return html`<div class="row">
        ${this.choice(words.sure.members, MEMBERS, this.members, (members) => {
          this.members = members;
        })}
        ${this.askButton(this.draws, words.sure.ask, this.ask)}
      </div>
      ${this.remark(this.draws)}
      <p class="visually-hidden" role="status">${found === undefined || this.draws.isBusy ? '' : this.sentence(found.answer)}</p>
      ${found === undefined ? nothing : this.result(found.answer)}`;
  }

  private sentence({ sorted }: DrawsData): string {
    if (sorted.length === 0) return words.sure.nothing(this.what);
    const [low, high] = [quantileOf(sorted, 0.25), quantileOf(sorted, 0.75)];
    const like = Math.abs(high);
    if (sorted[0] === sorted.at(-1)) return words.sure.same(this.what, this.say(low));
    return words.sure.sentence(this.what, this.say(low, like, 1), this.say(high, like, 1));
  }

  private result(data: DrawsData): TemplateResult {
    const { sorted, members } = data;
    const { found } = this.draws;
    const { seed } = found?.scenario.uncertainty ?? { seed: 0 };
    const title = found?.scenario.title ?? '';
    const asked = found?.asks.members ?? members;
    const lost = members - sorted.length;
    return html`<section>
        <h3>${this.sentence(data)}</h3>
        ${sorted.length === 0 ? nothing : html`${this.asTable ? this.table(data) : this.picture(data)} ${this.quantiles(data)}`}
        ${lost > 0 ? html`<p class="small">${words.sure.without(this.whole(lost))}</p>` : nothing}
        <p class="small">
          ${members === asked ? words.seed(this.whole(members), seed, title) : words.seedShort(this.whole(members), this.whole(asked), seed, title)}
        </p>
        <div class="actions" role="group" aria-label=${words.actions(words.sure.spread)}>
          <button aria-pressed=${this.asTable} @click=${() => this.toggle('asTable')}>${words.table}</button>
          ${this.csvButton(() => this.sheet(data))}
          ${
            data.lines.length === 0
              ? nothing
              : html`<button aria-pressed=${this.withLines} @click=${() => this.toggle('withLines')}>${words.sure.lines}</button>`
          }
        </div>
      </section>
      <buildout-question-chance
        .data=${data}
        .wanted=${this.wanted.text}
        .entry=${this.entry}
        .output=${this.output}
        .month=${this.month}
        .locale=${this.locale}
        @wanted=${({ detail }: CustomEvent<Typed>) => {
          this.wanted = detail;
        }}
      ></buildout-question-chance>
      ${
        this.withLines && data.middle !== undefined
          ? html`<buildout-question-lines
              .data=${data}
              .entry=${this.entry}
              .output=${this.output}
              .month=${this.month}
              .locale=${this.locale}
              .asTable=${this.asTable}
            ></buildout-question-lines>`
          : nothing
      }`;
  }

  private toggle(what: 'asTable' | 'withLines'): void {
    this[what] = !this[what];
  }

  private marks({ central, said }: DrawsData): ValueMark[] {
    const { value: wanted } = this.wanted;
    return [
      ...(central === null ? [] : [mark(words.sure.central, central, 'key')]),
      ...said.map((one) => mark(words.sure.claim, one.value, 'said')),
      ...targetsOf(this.entry.scenario, this.question).map(({ value }) => mark(words.sure.target, value, 'said')),
      ...(wanted === undefined ? [] : [mark(words.sure.wanted, wanted, 'said')]),
    ].map(({ name, value: at, kind }) => ({ value: at, kind, label: `${name} ${this.say(at, undefined, 1)}` }));
  }

  private picture(data: DrawsData): TemplateResult {
    const { sorted } = data;
    const marks = this.marks(data);
    const histogram = histogramOf(
      sorted,
      marks.map(({ value }) => value),
    );
    const { below, above, from, to } = histogram;
    const most = Math.max(Math.abs(from), Math.abs(to));
    const drawing = drawHistogram({
      width: this.width.px,
      histogram,
      marks,
      quantiles: QUANTILES.map(([id, chance]) => ({
        chance,
        label: words.sure.marks[id],
        value: quantileOf(sorted, chance),
      })),
      unit: (step) => amountAxis(this.output, most, this.locale, step),
      label: `${words.sure.picture(this.what)}. ${this.sentence(data)}`,
    });
    return html`<div class="drawing">${drawing}</div>
      ${below + above > 0 ? html`<p class="small">${words.sure.beyond(this.whole(below + above))}</p>` : nothing}`;
  }

  private quantiles({ sorted, central }: DrawsData): TemplateResult {
    const values = QUANTILES.map(([id, chance]) => [words.sure.quantiles[id], quantileOf(sorted, chance)] as const);
    const all = central === null ? values : [...values, [words.sure.central, central] as const];
    const like = Math.max(...all.map(([, value]) => Math.abs(value)));
    return html`<dl>
      ${all.map(([name, value]) => html`<div><dt>${name}</dt><dd>${this.say(value, like, 1)}</dd></div>`)}
    </dl>`;
  }

  /** Of each bin its ends, how many draws it holds, their share, and the chance of reaching it. */
  private bins({ sorted, members }: DrawsData): (readonly [number, number, number, number, number])[] {
    return histogramOf(sorted).bins.map(({ from, to, count }) => {
      const { chance } = likelihood(sorted, members, { least: from });
      return [from, to, count, count / members, chance];
    });
  }

  private sheet(data: DrawsData): Sheet {
    const { unit } = this.output;
    const { from, to, count, share, reached } = words.sure;
    const head = [withUnit(from, unit), withUnit(to, unit), count, share, reached];
    return { name: words.sure.picture(this.what), head, rows: this.bins(data) };
  }

  private table(data: DrawsData): TemplateResult {
    const { from, to, count, share, reached } = words.sure;
    const like = Math.max(Math.abs(data.sorted[0] ?? 0), Math.abs(data.sorted.at(-1) ?? 0));
    return html`<div class="scroll tall" tabindex="0" role="region" aria-label=${words.sure.picture(this.what)}>
      <table>
        <thead>
          <tr>
            ${[from, to, count, share, reached].map((title) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.bins(data).map(
            ([a, b, n, part, above]) => html`<tr>
              <th scope="row">${this.say(a, like, 1)}</th>
              <td>${this.say(b, like, 1)}</td>
              <td>${this.whole(n)}</td>
              <td>${chanceText(part, this.locale)}</td>
              <td>${chanceText(above, this.locale)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

function mark(name: string, value: number, kind: ValueMark['kind']) {
  return { name, value, kind };
}
