import { html, nothing, type TemplateResult } from 'lit';
import type { Source } from '../../src/scenario/seeds-types.ts';
import { proofWords } from '../words/proof.ts';
import { byReason } from './numbers.ts';

/** Cells keep their roles: on a narrow window the rows of a table are laid out as blocks, which would take them away. */
export function tableOf(heads: readonly (TemplateResult | string)[], rows: unknown, label: string): TemplateResult {
  return html`<table role="table" aria-label=${label}>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>`;
}

/** A cell that says by itself, where there is no head above it, what it is. */
export function cell(head: string, content: unknown, kind = ''): TemplateResult {
  return html`<td role="cell" class=${kind} data-head=${head}>${content}</td>`;
}

/** The way to where a figure was read. */
export function sourceOf(source: Source | undefined): TemplateResult | typeof nothing {
  if (source === undefined) return nothing;
  const { url, title, publisher } = source;
  return url === undefined
    ? html`<span title=${title}>${publisher}</span>`
    : html`<a href=${url} title=${title} rel="noreferrer" target="_blank" aria-label="${proofWords.source}: ${publisher}, ${title}">${publisher}</a>`;
}

/** What was left out, by reason. */
export function reasonsOf<T>(
  title: string,
  list: readonly T[],
  reasonOf: (one: T) => string,
  say: (one: T) => TemplateResult | string,
): TemplateResult {
  return html`<h3>${title}</h3>
    <dl class="reasons">
      ${byReason(list, reasonOf).map(
        ([reason, those]) => html`<div>
          <dt>${reason}</dt>
          <dd>
            <ul>
              ${those.map((one) => html`<li>${say(one)}</li>`)}
            </ul>
          </dd>
        </div>`,
      )}
    </dl>`;
}
