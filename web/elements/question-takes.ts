import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Change, LeastChange } from '../../src/analysis/uncertainty/change.ts';
import type { Setting, Sought } from '../../src/analysis/uncertainty/seek.ts';
import { isFault, sentence } from '../../src/scenario/problems.ts';
import { questionWords as words } from '../words/questions.ts';
import { Asking } from './asking.ts';
import { icons } from './icons.ts';
import type { Choice } from './picker.ts';
import './picker.ts';
import './question-map.ts';
import type { Move, Way } from './question-moves.ts';
import './question-moves.ts';
import { QuestionPart } from './question-part.ts';
import { questionStyles } from './question-styles.ts';
import { shared } from './styles.ts';

type Bound = 'least' | 'most';

/** What it would take to reach a value: by levers of one's choice, or by whichever takes the least change; and a map of two levers. */
@customElement('buildout-question-takes')
export class QuestionTakes extends QuestionPart {
  static override styles = [
    shared,
    questionStyles,
    css`
      section:first-of-type {
        border: 0;
        padding-top: 8px;
      }
      ul.levers {
        display: contents;
      }
      ul.levers li {
        display: inline-flex;
        align-items: center;
        border-bottom: 1px solid var(--accent);
      }
      .by {
        display: flex;
        flex: 1 1 260px;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
    `,
  ];

  @state() private wanted = '';
  @state() private bound: Bound = 'least';
  @state() private by: readonly string[] = [];
  @state() private problem = '';
  private readonly seek = new Asking(this, 'seek');
  private readonly least = new Asking(this, 'least');

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('output') && !changed.has('month')) return;
    this.forget();
    if (changed.has('output') && changed.get('output')) this.wanted = '';
  }

  private forget(): void {
    this.seek.forget();
    this.least.forget();
  }

  private get value(): number | undefined {
    const read = this.read(this.wanted, this.example());
    return typeof read === 'number' ? read : undefined;
  }

  private readonly ask = (): void => {
    const read = this.read(this.wanted, this.example());
    this.problem = isFault(read) ? sentence(read) : '';
    if (isFault(read)) return;
    this.forget();
    const { scenario } = this.entry;
    const { question, by, bound } = this;
    if (by.length === 0) this.least.ask(scenario, { target: { ...question, [bound]: read } });
    else this.seek.ask(scenario, { ...question, target: read, by });
  };

  /** Levers that can be moved by degrees: choices cannot. */
  private get choices(): readonly Choice[] {
    const { locks } = this.entry.scenario;
    const sectors = new Map(this.catalogue.meta.sectors.map(({ id, title }) => [id, title]));
    return [...this.levers.values()].flatMap((lever): Choice[] => {
      if (lever.measure.type === 'choice') return [];
      const title = this.leverTitle(lever.name);
      const refused = locks.includes(lever.name) ? { refused: words.takes.locked } : {};
      return [{ id: lever.name, title, note: sectors.get(lever.sector) ?? lever.sector, ...refused }];
    });
  }

  protected override render(): TemplateResult {
    const { choices, by } = this;
    const asking = by.length === 0 ? this.least : this.seek;
    return html`<section>
        <h3>${words.takes.seek}</h3>
        <p class="soft">${words.takes.within}</p>
        <div class="row">
          <label
            >${words.takes.wanted}
            <select
              aria-label=${words.takes.wanted}
              @change=${(event: Event) => {
                this.bound = (event.currentTarget as HTMLSelectElement).value as Bound;
                this.forget();
              }}
            >
              ${(['least', 'most'] as const).map(
                (bound) =>
                  html`<option value=${bound} ?selected=${bound === this.bound}>${words.sure.bound[bound]}</option>`,
              )}
            </select></label
          >
          <input
            type="text"
            class="wanted"
            autocomplete="off"
            aria-label=${words.sure.amount}
            aria-invalid=${this.problem !== ''}
            aria-describedby="problem"
            placeholder=${this.example()}
            .value=${this.wanted}
            @change=${this.onWanted}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key !== 'Enter') return;
              this.onWanted(event);
              this.ask();
            }}
          />
          <div class="by">
            <span>${words.takes.by}</span>
            ${by.length === 0 ? nothing : this.chosen()}
            <buildout-picker
              label=${words.takes.addLever}
              hint=${by.length === 0 ? words.takes.byHint : words.takes.addLever}
              .choices=${choices.filter(({ id }) => !by.includes(id))}
              @pick=${({ detail }: CustomEvent<string>) => this.choose([...by, detail])}
            ></buildout-picker>
          </div>
        </div>
        ${this.askButton(asking, words.takes.ask, this.ask)}
        <p class="trouble" id="problem" role="alert" ?hidden=${this.problem === ''}>${this.problem}</p>
        ${this.remark(asking)}
        <div role="status">${this.result()}</div>
      </section>
      <buildout-question-map
        .active=${this.active}
        .entry=${this.entry}
        .catalogue=${this.catalogue}
        .inquire=${this.inquire}
        .output=${this.output}
        .month=${this.month}
        .locale=${this.locale}
        .choices=${choices}
        .wanted=${this.value}
        .bound=${this.bound}
      ></buildout-question-map>`;
  }

  private chosen(): TemplateResult {
    const { by } = this;
    return html`<ul class="levers">
      ${by.map((name) => {
        const title = this.leverTitle(name);
        return html`<li>
          ${title}<button class="icon" aria-label=${words.takes.drop(title)} @click=${() => this.choose(by.filter((one) => one !== name))}>${icons.close}</button>
        </li>`;
      })}
    </ul>`;
  }

  private choose(by: readonly string[]): void {
    this.by = by;
    this.forget();
  }

  private onWanted(event: Event): void {
    const { value } = event.currentTarget as HTMLInputElement;
    if (value === this.wanted) return;
    this.wanted = value;
    this.problem = '';
    this.forget();
  }

  private result(): TemplateResult | typeof nothing {
    if (this.seek.found !== undefined) return this.sought(this.seek.found.answer);
    return this.least.found === undefined ? nothing : this.leastChange(this.least.found.answer);
  }

  private movesOf({ levers }: Setting): Move[] {
    return levers.map(({ lever, input }) => ({ lever, from: this.levers.get(lever)?.value ?? Number.NaN, to: input }));
  }

  private sought(sought: Sought): TemplateResult {
    const { found } = this.seek;
    const { title } = found?.scenario ?? { title: '' };
    const wanted = found?.asks.target ?? 0;
    const runs = html`<p class="small">${words.takes.runs(this.whole(sought.runs), title)}</p>`;
    if (sought.found) {
      const moves = this.movesOf(sought.setting);
      return html`<h3>${words.takes.found(this.what, this.say(wanted, undefined, 1))}</h3>
        ${this.moves([{ moves, output: sought.setting.output }])} ${runs}`;
    }
    const { closest } = sought;
    const moves = this.movesOf(closest);
    return html`<h3>${words.takes.outOfReach(this.what, this.say(wanted, undefined, 1), this.say(closest.output, undefined, 1))}</h3>
      <ul>
        ${this.reasons(sought).map((reason) => html`<li>${reason}</li>`)}
      </ul>
      ${this.moves([{ moves, output: closest.output }], words.takes.applyClosest)} ${runs}`;
  }

  private reasons({ bounds, why, closest }: Sought & { readonly found: false }): string[] {
    if (bounds.length > 0)
      return bounds.map(({ lever, value, side }) =>
        words.takes.bound[side](this.leverTitle(lever), this.leverText(lever, value)),
      );
    const [only] = closest.levers;
    if (closest.levers.length > 1 || only === undefined) return [words.takes.why.several];
    return [words.takes.why[why](this.leverTitle(only.lever), this.leverText(only.lever, only.input))];
  }

  private leastChange({ now, holds, alone, together, utmost }: LeastChange): TemplateResult {
    const { target } = this.least.found?.asks ?? { target: { of: '' } };
    const wanted = this.say(target.least ?? target.most ?? 0, undefined, 1);
    const movesOf = ({ levers, output }: Change) => ({ moves: levers, output });
    if (holds) return html`<h3>${words.takes.already(this.what, this.say(now, undefined, 1))}</h3>`;
    if (now === null) return html`<h3>${words.takes.noValue(this.what)}</h3>`;
    if (alone.length > 0)
      return html`<h3>${words.takes.one(alone.length)}</h3>
        <p class="soft">${words.takes.oneSays}</p>
        ${this.moves(alone.map(movesOf))}`;
    if (together !== undefined) return html`<h3>${words.takes.together}</h3>${this.moves([movesOf(together)])}`;
    return html`<h3>${words.takes.utmost(this.what, wanted, this.say(utmost ?? null, undefined, 1))}</h3>`;
  }

  private moves(ways: readonly Way[], label = words.apply): TemplateResult {
    return html`<buildout-question-moves
      .ways=${ways}
      .label=${label}
      .entry=${this.entry}
      .catalogue=${this.catalogue}
      .output=${this.output}
      .month=${this.month}
      .locale=${this.locale}
    ></buildout-question-moves>`;
  }
}
