import { html, nothing, type TemplateResult } from 'lit';
import type { ClaimAnswer } from '../../src/analysis/claims.ts';
import type { Claim } from '../../src/scenario/seeds-types.ts';
import { proofWords } from '../words/proof.ts';
import { amount, dateText } from './numbers.ts';
import { cell, reasonsOf, tableOf } from './parts.ts';

const word = proofWords.claims;

/** The claims that concern a scenario, each with what the scenario gives. */
export function claimsSection(
  choice: TemplateResult,
  answers: readonly ClaimAnswer[],
  failure: string | undefined,
  unanswered: readonly Claim[],
): TemplateResult {
  const count = (holds: boolean): number => answers.filter((one) => one.holds === holds).length;
  return html`<section id="claims" aria-labelledby="claims-title">
    <h2 id="claims-title" tabindex="-1">${word.title}</h2>
    ${choice}
    <p class="says" role="status">
      ${failure === undefined ? word.of(answers.length, count(true), count(false)) : word.failed(failure)}
    </p>
    <p class="soft note">${word.explained}</p>
    ${
      answers.length === 0
        ? nothing
        : tableOf([word.claim, word.said, word.gives, word.verdict], answers.map(claimRow), word.title)
    }
    ${reasonsOf(
      word.unanswered(unanswered.length),
      unanswered,
      ({ unanswered: reason = '' }) => reason,
      (claim) =>
        html`${claim.says} <span class="soft">${dateText(claim.date)}, ${word.documents(claim.documents.length)}</span>`,
    )}
  </section>`;
}

function claimRow({ claim, title, value, unit, reason, at, kind, holds }: ClaimAnswer): TemplateResult {
  const verdict = holds === null ? word.none : holds ? word.holds : word.not;
  return html`<tr role="row" data-claim=${claim.id} class=${holds === false ? 'miss' : ''}>
    <th role="rowheader" scope="row">
      ${claim.says}
      <p class="soft">${dateText(claim.date)}, ${word.documents(claim.documents.length)}</p>
    </th>
    ${cell(word.said, saidText(claim), 'number')}
    ${cell(
      word.gives,
      html`${value === null ? (reason ?? word.none) : amount(value, claim.figure?.unit === 'calendar year' ? 'calendar year' : unit)}<br /><span class="soft">${title}${at === undefined ? '' : `, ${dateText(at)}`}</span>`,
      'number',
    )}
    ${cell(word.verdict, `${verdict}${word.kinds[kind]}`, 'verdict')}
  </tr>`;
}

/** How all documents speak, where they speak alike and it is part of the figure. */
const SAID_BEFORE: ReadonlySet<string> = new Set(['up to', 'about', 'nearly', 'at least', 'expected']);

function saidText({ figure, documents }: Claim): string {
  if (figure === undefined) return word.none;
  const { value, least, most, unit } = figure;
  if (value === undefined) {
    const bounds = [
      ...(least === undefined ? [] : [word.atLeast(amount(least, unit))]),
      ...(most === undefined ? [] : [word.atMost(amount(most, unit))]),
    ];
    return bounds.join(', ');
  }
  const [only, ...others] = new Set(documents.map(({ hedge }) => hedge ?? 'flat'));
  const said = amount(value, unit);
  return only !== undefined && others.length === 0 && SAID_BEFORE.has(only) ? word.hedged(only, said) : said;
}
