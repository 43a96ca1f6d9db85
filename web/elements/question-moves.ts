import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Sheet, withUnit } from '../charts/sheet.ts';
import { questionWords as words } from '../words/questions.ts';
import { type Changes, QuestionPart } from './question-part.ts';
import { questionStyles } from './question-styles.ts';
import { shared } from './styles.ts';

/** A lever with where it is and where it would have to be. */
export interface Move {
  readonly lever: string;
  readonly from: number;
  readonly to: number;
}

/** Levers that move together, and what the output then is. */
export interface Way {
  readonly moves: readonly Move[];
  readonly output: number | null;
}

/** Ways to reach a value, each with a button that applies it. */
@customElement('buildout-question-moves')
export class QuestionMoves extends QuestionPart {
  static override styles = [
    shared,
    questionStyles,
    css`
      table {
        max-width: 720px;
        margin: 4px 0;
      }
      td button {
        color: var(--accent);
        min-height: 24px;
        padding: 0 8px;
      }
    `,
  ];

  @property({ attribute: false }) ways: readonly Way[] = [];
  /** Of the button. */
  @property() label = '';

  protected override render(): TemplateResult {
    const { ways, label } = this;
    return html`<div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.takes.lever}</th>
              <th scope="col">${words.takes.now}</th>
              <th scope="col">${words.takes.would}</th>
              <th scope="col">${this.output.title}</th>
              <th scope="col"><span class="visually-hidden">${words.apply}</span></th>
            </tr>
          </thead>
          ${ways.map(
            ({ moves, output }) => html`<tbody>
              ${moves.map(
                ({ lever, from, to }, n) => html`<tr>
                  <th scope="row"><button class="link" @click=${() => this.goTo(lever)}>${this.leverTitle(lever)}</button></th>
                  <td>${this.leverText(lever, from)}</td>
                  <td>${this.leverText(lever, to)}</td>
                  ${
                    n > 0
                      ? nothing
                      : html`<td rowspan=${moves.length}>${this.say(output, undefined, 1)}</td>
                          <td rowspan=${moves.length}>${this.applyButton(moves, label)}</td>`
                  }
                </tr>`,
              )}
            </tbody>`,
          )}
        </table>
      </div>
      <div class="actions">${this.csvButton(() => this.sheet(ways))}</div>`;
  }

  private applyButton(moves: Changes, label: string): TemplateResult {
    const text = moves
      .map(({ lever, to }) => words.takes.change(this.leverTitle(lever), this.leverText(lever, to)))
      .join(', ');
    return html`<button aria-label=${`${label}: ${text}`} @click=${() => this.apply(moves)}>${label}</button>`;
  }

  private sheet(ways: readonly Way[]): Sheet {
    const { lever, now, would } = words.takes;
    return {
      name: `${words.takes.seek}: ${this.what}`,
      head: [lever, words.takes.name, words.takes.unit, now, would, withUnit(this.output.title, this.output.unit)],
      rows: ways.flatMap(({ moves, output }) =>
        moves.map((move) => [
          move.lever,
          this.leverTitle(move.lever),
          this.levers.get(move.lever)?.measure.unit ?? '',
          move.from,
          move.to,
          output,
        ]),
      ),
    };
  }
}
