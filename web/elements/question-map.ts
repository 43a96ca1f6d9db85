import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Region } from '../../src/analysis/uncertainty/region.ts';
import { chanceText } from '../charts/amounts.ts';
import { type Sheet, withUnit } from '../charts/sheet.ts';
import { questionWords as words } from '../words/questions.ts';
import { Asking } from './asking.ts';
import { drawMap, MAP_LEFT, MAP_TOP, mapHeight, mapPlot } from './draw-map.ts';
import type { Choice } from './picker.ts';
import type { ChosenAxis } from './question-axis.ts';
import './question-axis.ts';
import { mapStyles } from './question-map-styles.ts';
import { QuestionPart } from './question-part.ts';
import { questionStyles } from './question-styles.ts';
import { shared } from './styles.ts';
import { Width } from './width.ts';

const POINTS = 41;
/** The name of the person's own target; a scenario's have names of their own. */
const OWN = ':wanted';

type Direction = 'x' | 'y';

/** Where two levers may be so that a target holds: a map with the point where they are, and any other to be applied. */
@customElement('buildout-question-map')
export class QuestionMap extends QuestionPart {
  static override styles = [shared, questionStyles, mapStyles];

  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property({ attribute: false }) wanted: number | undefined;
  @property() bound: 'least' | 'most' = 'least';
  @state() private axes: Readonly<Partial<Record<Direction, ChosenAxis>>> = {};
  @state() private withOwn = false;
  @state() private problem = '';
  @state() private chosen: readonly [column: number, row: number] | undefined;
  @state() private asTable = false;
  private readonly region = new Asking(this, 'region');
  private readonly width = new Width(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('output') || changed.has('month') || changed.has('wanted') || changed.has('bound')) this.forget();
    const { found } = this.region;
    // Quickly answered, so that the map follows the scenario by itself.
    const isNew = changed.has('entry') || changed.has('active');
    if (isNew && this.active && found !== undefined && found.scenario !== this.entry.scenario) this.ask();
  }

  private forget(): void {
    this.region.forget();
    this.chosen = undefined;
  }

  private readonly ask = (): void => {
    const { wanted } = this;
    const { x, y } = this.axes;
    const missing = x === undefined || y === undefined || x.lever === '' || y.lever === '';
    this.problem = missing
      ? words.takes.pickTwo
      : wanted === undefined
        ? words.takes.wantedFirst
        : x.problem || y.problem;
    if (this.problem !== '' || missing) return;
    const own = { ...this.question, [this.bound]: wanted };
    const { scenario } = this.entry;
    const targets = this.withOwn ? { [OWN]: own, ...scenario.targets } : { [OWN]: own };
    const within = { [x.lever]: x.ends, [y.lever]: y.ends };
    this.region.ask(scenario, { axes: [x.lever, y.lever], targets, within, points: POINTS });
  };

  protected override render(): TemplateResult {
    const { found } = this.region;
    const hasTargets = Object.keys(this.entry.scenario.targets).length > 0;
    return html`<section>
      <h3>${found === undefined ? words.takes.map : this.sentence(found.answer)}</h3>
      ${this.axis('x', words.takes.across)} ${this.axis('y', words.takes.up)}
      ${
        hasTargets
          ? html`<label
              ><input
                type="checkbox"
                .checked=${this.withOwn}
                @change=${(event: Event) => {
                  this.withOwn = (event.currentTarget as HTMLInputElement).checked;
                  this.forget();
                }}
              />${words.takes.own}</label
            >`
          : nothing
      }
      ${this.askButton(this.region, words.takes.mapAsk, this.ask)}
      <p class="trouble" role="alert" ?hidden=${this.problem === ''}>${this.problem}</p>
      ${this.remark(this.region)}
      ${found === undefined ? nothing : this.result(found.answer)}
    </section>`;
  }

  private axis(direction: Direction, label: string): TemplateResult {
    const other = this.axes[direction === 'x' ? 'y' : 'x']?.lever;
    return html`<buildout-question-axis
      .label=${label}
      .choices=${this.choices.filter(({ id }) => id !== other)}
      .entry=${this.entry}
      .catalogue=${this.catalogue}
      .output=${this.output}
      .month=${this.month}
      .locale=${this.locale}
      @axis=${({ detail }: CustomEvent<ChosenAxis>) => this.choose(direction, detail)}
    ></buildout-question-axis>`;
  }

  private choose(direction: Direction, axis: ChosenAxis): void {
    this.axes = { ...this.axes, [direction]: axis };
    this.problem = '';
    this.forget();
  }

  private get goal(): string {
    return `${this.what} ${words.sure.bound[this.bound]} ${this.say(this.wanted ?? null, undefined, 1)}`;
  }

  private sentence({ share }: Region): string {
    return words.takes.mapSentence(chanceText(share, this.locale), this.goal);
  }

  private result(region: Region): TemplateResult {
    const { x, y, points } = region;
    const [width, title] = [this.width.px, this.region.found?.scenario.title ?? ''];
    const height = mapHeight(width);
    const names = [this.leverTitle(x.lever), this.leverTitle(y.lever)] as const;
    const drawing = drawMap({
      width,
      region,
      target: OWN,
      edge: this.wanted ?? 0,
      side: this.bound === 'least' ? 'above' : 'below',
      outputText: (value) => this.say(value, undefined, 1),
      xText: (value) => this.leverText(x.lever, value),
      yText: (value) => this.leverText(y.lever, value),
      xTitle: names[0],
      yTitle: names[1],
      chosen: this.chosen,
      now: words.takes.here,
    });
    return html`${
      this.asTable
        ? this.table(region)
        : html`<div class="drawing">
            <svg
              role="application"
              tabindex="0"
              aria-label=${words.takes.mapPicture(this.goal, ...names)}
              width=${width}
              height=${height}
              viewBox="0 0 ${width} ${height}"
              @click=${(event: MouseEvent) => this.onClick(event, region)}
              @dblclick=${() => this.applyChosen(region)}
              @keydown=${(event: KeyboardEvent) => this.onKey(event, region)}
            >
              ${drawing}
            </svg>
          </div>`
    }
      <div class="row point">
        <span role="status">${this.chosen === undefined ? nothing : this.pointText(region, this.chosen)}</span>
        ${this.chosen === undefined ? nothing : html`<button class="solid" @click=${() => this.applyChosen(region)}>${words.takes.applyPoint}</button>`}
      </div>
      <p class="small">${words.takes.grid(this.whole(points), title)}</p>
      <div class="actions" role="group" aria-label=${words.actions(words.takes.map)}>
        <button aria-pressed=${this.asTable} @click=${this.toggleTable}>${words.table}</button>
        ${this.csvButton(() => this.sheet(region))}
      </div>`;
  }

  private toggleTable(): void {
    this.asTable = !this.asTable;
  }

  private pointText({ x, y, targets, holds }: Region, [column, row]: readonly [number, number]): string {
    const at = row * x.values.length + column;
    const value = targets[OWN]?.values[at] ?? Number.NaN;
    const place = (lever: string, input: number): string =>
      words.takes.change(this.leverTitle(lever), this.leverText(lever, input));
    return words.takes.point(
      place(x.lever, x.values[column] ?? 0),
      place(y.lever, y.values[row] ?? 0),
      this.say(Number.isNaN(value) ? null : value, undefined, 2),
      holds[at] === 1,
    );
  }

  private onClick(event: MouseEvent, { x, y }: Region): void {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    const { wide, high } = mapPlot(this.width.px);
    const within = (part: number, count: number): number => Math.round(Math.min(1, Math.max(0, part)) * (count - 1));
    this.chosen = [
      within((event.clientX - box.left - MAP_LEFT) / wide, x.values.length),
      within(1 - (event.clientY - box.top - MAP_TOP) / high, y.values.length),
    ];
  }

  private onKey(event: KeyboardEvent, region: Region): void {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const move = moves[event.key];
    if (event.key === 'Enter' && this.chosen !== undefined) {
      event.preventDefault();
      this.applyChosen(region);
    }
    if (move === undefined) return;
    event.preventDefault();
    const { x, y } = region;
    const [column, row] = this.chosen ?? [nearest(x.values, x.value), nearest(y.values, y.value)];
    const by = event.shiftKey ? 5 : 1;
    const clamp = (at: number, count: number): number => Math.min(count - 1, Math.max(0, at));
    this.chosen = [clamp(column + by * move[0], x.values.length), clamp(row + by * move[1], y.values.length)];
  }

  private applyChosen({ x, y }: Region): void {
    if (this.chosen === undefined) return;
    const [column, row] = this.chosen;
    this.apply([
      { lever: x.lever, to: x.values[column] ?? x.value },
      { lever: y.lever, to: y.values[row] ?? y.value },
    ]);
  }

  private sheet({ x, y, targets, holds }: Region): Sheet {
    const unitOf = (lever: string): string => this.levers.get(lever)?.measure.unit ?? '1';
    const values = targets[OWN]?.values ?? new Float64Array();
    return {
      name: `${words.takes.map}: ${this.what}`,
      head: [
        withUnit(this.leverTitle(x.lever), unitOf(x.lever)),
        withUnit(this.leverTitle(y.lever), unitOf(y.lever)),
        withUnit(this.output.title, this.output.unit),
        words.takes.holds,
      ],
      rows: Array.from(holds, (one, at) => [
        x.values[at % x.values.length] ?? null,
        y.values[Math.floor(at / x.values.length)] ?? null,
        values[at] ?? null,
        one,
      ]),
    };
  }

  /** Every fifth point: enough to be read. */
  private table({ x, y, targets, holds }: Region): TemplateResult {
    const every = (values: Float64Array): number[] => [...values.keys()].filter((n) => n % 5 === 0);
    const values = targets[OWN]?.values ?? new Float64Array();
    return html`<div class="scroll tall" tabindex="0" role="region" aria-label=${words.takes.map}>
      <table>
        <caption class="visually-hidden">${words.takes.map}: ${this.goal}</caption>
        <thead>
          <tr>
            <th scope="col">${this.leverTitle(y.lever)}</th>
            ${every(x.values).map((column) => html`<th scope="col">${this.leverText(x.lever, x.values[column] ?? 0)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${every(y.values)
            .reverse()
            .map(
              (row) => html`<tr>
                <th scope="row">${this.leverText(y.lever, y.values[row] ?? 0)}</th>
                ${every(x.values).map((column) => {
                  const at = row * x.values.length + column;
                  const value = values[at] ?? Number.NaN;
                  const text = this.say(Number.isNaN(value) ? null : value, undefined, 1);
                  return html`<td>${text}${holds[at] === 1 ? html`<span class="small">${words.takes.holds}</span>` : nothing}</td>`;
                })}
              </tr>`,
            )}
        </tbody>
      </table>
    </div>`;
  }
}

function nearest(values: Float64Array, value: number): number {
  let best = 0;
  for (const [n, one] of values.entries()) if (Math.abs(one - value) < Math.abs((values[best] ?? 0) - value)) best = n;
  return best;
}
