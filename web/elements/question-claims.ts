import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Change } from '../../src/analysis/uncertainty/change.ts';
import type { ClaimChance } from '../../src/analysis/uncertainty/claim-chances.ts';
import { amount, chanceText } from '../charts/amounts.ts';
import type { Sheet } from '../charts/sheet.ts';
import { monthName, yearOf } from '../charts/times.ts';
import { questionWords as words } from '../words/questions.ts';
import type { Inquiries } from '../worker/inquiry.ts';
import { Asking } from './asking.ts';
import { QuestionPart } from './question-part.ts';
import { questionStyles } from './question-styles.ts';
import { shared } from './styles.ts';

type Claims = Inquiries['claims']['gives'];

const MEMBERS = [1000, 10_000];

/** What becomes of each claim of the documents in this scenario: the model's figure, how likely it is, and the least that makes it hold. */
@customElement('buildout-question-claims')
export class QuestionClaims extends QuestionPart {
  static override styles = [
    shared,
    questionStyles,
    css`
      td,
      th {
        padding: 8px 16px 8px 0;
      }
      tbody th {
        max-width: 360px;
        min-width: 200px;
      }
      td {
        min-width: 88px;
      }
      th .small {
        display: block;
      }
      td.change,
      thead th.change {
        text-align: start;
        white-space: normal;
        min-width: 180px;
      }
      td button {
        min-height: 24px;
        margin-left: -8px;
        color: var(--accent);
      }
      @media (max-width: 640px) {
        table,
        tbody,
        tr,
        tbody th,
        td {
          display: block;
          max-width: none;
        }
        thead {
          display: none;
        }
        tr {
          padding: 8px 0;
          border-bottom: 1px solid var(--rule);
        }
        tbody th,
        td,
        td.change {
          padding: 2px 0;
          border: 0;
          text-align: start;
        }
        td::before {
          content: attr(data-head) ': ';
          color: var(--ink-soft);
        }
      }
      .bar {
        display: block;
        height: 4px;
        margin-top: 4px;
        width: 100%;
        min-width: 80px;
        background: var(--rule);
      }
      .bar span {
        display: block;
        height: 100%;
        background: var(--accent);
      }
    `,
  ];

  @state() private members = 1000;
  private readonly claims = new Asking(this, 'claims');

  private readonly ask = (): void => {
    this.claims.ask(this.entry.scenario, { members: this.members });
  };

  protected override render(): TemplateResult {
    const { found } = this.claims;
    return html`<div class="row">
        ${this.choice(words.sure.members, MEMBERS, this.members, (members) => {
          this.members = members;
        })}
        ${this.askButton(this.claims, words.claims.ask, this.ask)}
      </div>
      ${this.remark(this.claims)}
      <p class="visually-hidden" role="status">${found === undefined || this.claims.isBusy ? '' : this.sentence(found.answer)}</p>
      ${found === undefined ? nothing : this.result(found.answer)}`;
  }

  private sentence(claims: Claims): string {
    if (claims.length === 0) return words.claims.nothing;
    return words.claims.sentence(claims.filter(({ change }) => change?.holds).length, claims.length);
  }

  private result(claims: Claims): TemplateResult {
    const { says, figure, model, chance, change } = words.claims;
    const { scenario } = this.claims.found ?? { scenario: this.entry.scenario };
    const members = claims[0]?.chance.members ?? 0;
    return html`<section>
      <h3>${this.sentence(claims)}</h3>
      ${
        claims.length === 0
          ? nothing
          : html`<div class="scroll" tabindex="0" role="region" aria-label=${words.parts.claims}>
              <table>
                <thead>
                  <tr>
                    ${[says, figure, model, chance].map((title) => html`<th scope="col">${title}</th>`)}
                    <th scope="col" class="change">${change}</th>
                  </tr>
                </thead>
                <tbody>
                  ${claims.map((one) => this.row(one))}
                </tbody>
              </table>
            </div>`
      }
      <p class="small">${words.seed(this.whole(members), scenario.uncertainty.seed, scenario.title)}</p>
      <div class="actions" role="group" aria-label=${words.actions(words.parts.claims)}>${this.csvButton(() => this.sheet(claims))}</div>
    </section>`;
  }

  /** In the unit of the claim, which knows a year from a number of years. */
  private tell(value: number, { claim, change }: ClaimChance, more = 0): string {
    const unit = claim.figure?.unit ?? '1';
    return amount(value, { unit, show: change?.output.show }, this.locale, Math.abs(value), more);
  }

  /** The claim's figure: a value, with what is near enough to it, or what it is a bound of. */
  private figure(one: ClaimChance): TemplateResult | string {
    const { value, least, most } = one.claim.figure ?? {};
    const say = (given: number | undefined): string => (given === undefined ? '' : this.tell(given, one));
    if (value === undefined)
      return [
        least === undefined ? '' : words.claims.least(say(least)),
        most === undefined ? '' : words.claims.most(say(most)),
      ]
        .filter(Boolean)
        .join(', ');
    const { least: low, most: high } = one.target;
    if (low === undefined || high === undefined) return say(value);
    const near = [this.tell(low, one, 1), this.tell(high, one, 1)] as const;
    return html`${say(value)}<span class="small">${words.claims.counts(...near)}</span>`;
  }

  private row(one: ClaimChance): TemplateResult {
    const { claim, kind, target, chance, change } = one;
    const moment = target.at === undefined ? '' : monthName(yearOf(target.at), this.locale);
    const when = target.take === 'max' ? words.claims.atPeak : kind === 'stated' ? words.claims.stated : moment;
    const value = change?.now ?? null;
    const now = value === null ? words.claims.noValue : this.tell(value, one);
    return html`<tr data-claim=${claim.id}>
      <th scope="row">
        ${claim.says}
        <span class="small">${words.claims.said(claim.date, claim.documents.length)}</span>
      </th>
      <td data-head=${words.claims.figure}>${this.figure(one)}</td>
      <td data-head=${words.claims.model}>${now} ${when === '' ? nothing : html`<span class="small">${when}</span>`}</td>
      <td data-head=${words.claims.chance}>
        ${chanceText(chance.chance, this.locale)}
        ${chance.standardError === 0 ? nothing : html`<span class="small">${words.claims.plusMinus(chanceText(chance.standardError, this.locale))}</span>`}
        <span class="bar" aria-hidden="true"><span .style=${`width: ${chance.chance * 100}%`}></span></span>
      </td>
      <td class="change" data-head=${words.claims.change}>${this.change(one)}</td>
    </tr>`;
  }

  private change({ change }: ClaimChance): TemplateResult | string {
    if (change === undefined) return words.claims.notLooked;
    const { holds, now, alone, together } = change;
    if (holds) return words.claims.holds;
    const least = alone[0] ?? together;
    if (now === null || least === undefined) return words.claims.none;
    const text = this.changeText(least);
    return html`${text}
      <button aria-label=${words.takes.applyThis(text)} @click=${() => this.apply(least.levers)}>${words.apply}</button>`;
  }

  private changeText({ levers }: Change): string {
    return levers
      .map(({ lever, from, to }) =>
        words.claims.from(this.leverTitle(lever), this.leverText(lever, from), this.leverText(lever, to)),
      )
      .join(', ');
  }

  private sheet(claims: Claims): Sheet {
    const { says, model, chance, change } = words.claims;
    return {
      name: words.parts.claims,
      head: [
        words.claims.claim,
        says,
        words.takes.unit,
        words.sure.bound.least,
        words.sure.bound.most,
        model,
        chance,
        words.matters.error,
        change,
      ],
      rows: claims.map(({ claim, target, chance: found, change: sought }) => {
        const least = sought?.alone[0] ?? sought?.together;
        return [
          claim.id,
          claim.says,
          claim.figure?.unit ?? '',
          target.least ?? null,
          target.most ?? null,
          sought?.now ?? null,
          found.chance,
          found.standardError,
          least === undefined ? null : this.changeText(least),
        ];
      }),
    };
  }
}
