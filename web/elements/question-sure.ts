import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { acceptedText } from '../../src/scenario/format.ts';
import type { Measure } from '../../src/scenario/measure.ts';
import { isFault, sentence } from '../../src/scenario/problems.ts';
import { parseQuantity } from '../../src/scenario/quantity.ts';
import { amountAxis, chanceText } from '../charts/amounts.ts';
import { histogramOf, likelihood, quantileOf } from '../charts/distribution.ts';
import { type Sheet, withUnit } from '../charts/sheet.ts';
import { isoMonth, monthName, yearOf } from '../charts/times.ts';
import { questionWords as words } from '../words/questions.ts';
import type { DrawsData } from '../worker/inquiry.ts';
import { Asking } from './asking.ts';
import { drawHistogram, type ValueMark } from './draw-histogram.ts';
import { drawLines } from './draw-lines.ts';
import { QuestionPart } from './question-part.ts';
import { questionStyles } from './question-styles.ts';
import { shared } from './styles.ts';
import { Width } from './width.ts';

const MEMBERS = [1000, 10_000];
/** How many draws are shown as lines. */
const LINES = 60;
const QUANTILES = [
  ['p5', 0.05],
  ['p25', 0.25],
  ['p50', 0.5],
  ['p75', 0.75],
  ['p95', 0.95],
] as const;

type Bound = 'least' | 'most';

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
      .answer {
        font-weight: 600;
      }
    `,
  ];

  /** A value whose chance is wanted, as it was typed. */
  @property() wanted = '';
  @state() private bound: Bound = 'least';
  @state() private members = 1000;
  @state() private asTable = false;
  @state() private withLines = false;
  private readonly draws = new Asking(this, 'draws');
  private readonly width = new Width(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('output') && !changed.has('month')) return;
    if (changed.has('output') && changed.get('output')) this.wanted = '';
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
        <label
          >${words.sure.members}
          <select
            @change=${(event: Event) => {
              this.members = MEMBERS[(event.currentTarget as HTMLSelectElement).selectedIndex] ?? this.members;
            }}
          >
            ${MEMBERS.map((count) => html`<option ?selected=${count === this.members}>${this.whole(count)}</option>`)}
          </select></label
        >
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
      ${this.chances(data)} ${this.withLines && data.middle !== undefined ? this.lines(data, data.middle) : nothing}`;
  }

  private toggle(what: 'asTable' | 'withLines'): void {
    this[what] = !this[what];
  }

  private marks({ central, said }: DrawsData): ValueMark[] {
    const { value } = this.amount;
    return [
      ...(central === null ? [] : [mark(words.sure.central, central, 'key')]),
      ...said.map((one) => mark(words.sure.claim, one.value, 'said')),
      ...this.targets().map(({ value: bound }) => mark(words.sure.target, bound, 'said')),
      ...(value === undefined ? [] : [mark(words.sure.wanted, value, 'said')]),
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

  private get measure(): Measure {
    const { unit, show, prefer } = this.output;
    const central = this.draws.found?.answer.central ?? undefined;
    return { unit, show, prefer, type: 'number', example: Number((central ?? 1).toPrecision(2)) };
  }

  /** What was typed, read. */
  private get amount(): { readonly value?: number; readonly problem?: string } {
    if (this.wanted.trim() === '') return {};
    const value = parseQuantity(this.wanted, this.measure, this.reading);
    return isFault(value) ? { problem: sentence(value) } : { value };
  }

  /** The scenario's own targets for this very number. */
  private targets(): { readonly name: string; readonly value: number; readonly bound: Bound }[] {
    const { of, at } = this.question;
    return Object.entries(this.entry.scenario.targets).flatMap(([name, target]) => {
      if (
        target.of !== of ||
        (target.at ?? this.entry.scenario.horizon) !== (at ?? target.at ?? this.entry.scenario.horizon)
      )
        return [];
      return (['least', 'most'] as const).flatMap((bound) => {
        const value = target[bound];
        return value === undefined ? [] : [{ name, value, bound }];
      });
    });
  }

  private chances(data: DrawsData): TemplateResult {
    const { value, problem } = this.amount;
    return html`<section>
      <h4>${words.sure.chanceOf}</h4>
      <div class="row">
        <select
          aria-label=${words.sure.chanceOf}
          @change=${(event: Event) => {
            this.bound = (event.currentTarget as HTMLSelectElement).value as Bound;
          }}
        >
          ${(['least', 'most'] as const).map(
            (bound) =>
              html`<option value=${bound} ?selected=${bound === this.bound}>${words.sure.bound[bound]}</option>`,
          )}
        </select>
        <input
          type="text"
          class="wanted"
          autocomplete="off"
          aria-label=${words.sure.amount}
          aria-invalid=${problem !== undefined}
          aria-describedby="wanted-problem"
          placeholder=${acceptedText(this.measure, this.reading).split('"')[1] ?? ''}
          .value=${this.wanted}
          @change=${(event: Event) => {
            this.wanted = (event.currentTarget as HTMLInputElement).value;
          }}
        />
        <span>${this.when === '' ? nothing : words.in('', this.when).trim()}</span>
      </div>
      <p class=${problem === undefined ? 'answer' : 'trouble'} id="wanted-problem" role="status">
        ${problem ?? (value === undefined ? nothing : this.chanceOf(data, value, this.bound))}
      </p>
      ${data.said.map(
        (one) =>
          html`<p class="soft">${words.sure.claimChance(one.says)} ${this.chanceOf(data, one.value, 'least')}.</p>`,
      )}
      ${this.targets().map(
        ({ name, value: bound, bound: kind }) =>
          html`<p class="soft">${words.sure.targetChance(name)}: ${this.chanceOf(data, bound, kind)}.</p>`,
      )}
    </section>`;
  }

  private chanceOf({ sorted, members }: DrawsData, value: number, bound: Bound): string {
    const { chance, standardError } = likelihood(sorted, members, { [bound]: value });
    return words.sure.chance(
      chanceText(chance, this.locale),
      chanceText(standardError, this.locale),
      words.sure.bound[bound],
      this.say(value, undefined, 2),
      this.when,
    );
  }

  private lines({ lines, times }: DrawsData, middle: Float64Array): TemplateResult {
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
      ${this.asTable ? this.linesTable(lines, middle, times) : html`<div class="drawing">${drawing}</div>`}
      <div class="actions">${this.csvButton(sheet)}</div>
    </section>`;
  }

  private linesTable(lines: readonly Float64Array[], middle: Float64Array, times: Float64Array): TemplateResult {
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

function mark(name: string, value: number, kind: ValueMark['kind']) {
  return { name, value, kind };
}
