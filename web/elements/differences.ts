import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unitTable } from '../../src/generated/units.ts';
import { type Difference, diffScenarios } from '../../src/scenario/diff.ts';
import type { Reading } from '../../src/scenario/measure.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { words } from '../words/later.ts';
import type { Catalogue } from '../worker/protocol.ts';
import { list } from './list.ts';
import { measureText } from './measure-text.ts';
import { shared } from './styles.ts';

/** Every input in which the scenarios on the table differ. Loaded when there are two. */
@customElement('buildout-differences')
export class Differences extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        padding-top: 40px;
      }
      h2 {
        font-size: var(--size-16);
        padding: 8px 0;
        border-top: 1px solid var(--ink);
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
        min-width: min(100%, 560px);
      }
      th,
      td {
        padding: 4px 24px 4px 0;
        border-bottom: 1px solid var(--rule);
        text-align: end;
        vertical-align: top;
        font-weight: 400;
      }
      th:first-child {
        text-align: start;
        min-width: 200px;
      }
      thead th {
        font-weight: 600;
        vertical-align: bottom;
      }
      td.other {
        font-weight: 600;
      }
      td.absent {
        color: var(--ink-faint);
      }
    `,
  ];

  @property(list) scenarios: readonly Scenario[] = [];
  @property({ type: Number }) baseline = 0;
  @property({ attribute: false }) catalogue!: Catalogue;

  protected override render(): TemplateResult {
    const { scenarios, catalogue } = this;
    const found = diffScenarios(scenarios, catalogue.meta);
    const reading: Reading = { language: 'en', units: unitTable, start: scenarios[0]?.start ?? '2025-01' };
    return html`<h2>${words.differences.title}</h2>
      ${
        found.length === 0
          ? html`<p>${words.differences.none}</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label=${words.differences.title}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${words.differences.lever}</th>
                    ${scenarios.map(({ title }) => html`<th scope="col">${title}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${found.map((difference) => this.row(difference, reading))}
                </tbody>
              </table>
            </div>`
      }`;
  }

  private row({ title, measure, values }: Difference, reading: Reading): TemplateResult {
    const texts = textsOf(values, (value) => measureText(value, measure, reading));
    const base = texts[this.baseline];
    return html`<tr>
      <th scope="row">${title}</th>
      ${texts.map((text) =>
        text === undefined
          ? html`<td class="absent">${words.differences.absent}</td>`
          : html`<td class=${base !== undefined && text !== base ? 'other' : ''}>${text}</td>`,
      )}
    </tr>`;
  }
}

/** Undefined where a scenario has no such lever. Where the values read alike, it is the ranges that differ, and they are told. */
function textsOf(values: Difference['values'], say: (value: number) => string): readonly (string | undefined)[] {
  const texts = values.map((value) => (value === null ? undefined : say(value.central)));
  if (new Set(texts).size > 1) return texts;
  return values.map((value, n) => {
    const { low, high, distribution } = value ?? {};
    if (low === undefined || high === undefined || low === high) return words.differences.fixed(texts[n] ?? '');
    return [words.differences.ranged(texts[n] ?? '', say(low), say(high)), distribution].filter(Boolean).join(', ');
  });
}
