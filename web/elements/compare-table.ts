import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { chartById } from '../charts/definitions.ts';
import { numberFormat, quantity } from '../charts/units.ts';
import { chartWords, partLabel } from '../charts/words.ts';
import { type ComparedRow, comparedRows } from '../state/comparison.ts';
import type { Ran } from '../state/types.ts';
import { words } from '../words/later.ts';
import { shared } from './styles.ts';

const YEARS = [2027, 2030, 2035, 2040];

/** All scenarios in numbers: headlines and what the chosen charts show at some years, each with its difference from the baseline. */
@customElement('buildout-compare-table')
export class CompareTable extends LitElement {
  static override styles = [
    shared,
    css`
      .scroll {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
        width: 100%;
      }
      caption {
        text-align: start;
        padding-bottom: 8px;
        color: var(--ink-soft);
      }
      th,
      td {
        padding: 6px 12px 6px 0;
        border-bottom: 1px solid var(--rule);
        text-align: end;
        vertical-align: top;
      }
      th {
        font-weight: 400;
      }
      thead th {
        font-weight: 600;
        vertical-align: bottom;
        border-bottom-color: var(--ink);
      }
      tbody th,
      thead th:first-child {
        text-align: start;
        position: sticky;
        left: 0;
        background: var(--paper);
      }
      tr.section th {
        padding-top: 20px;
        font-weight: 600;
      }
      td div {
        font-size: var(--size-12);
        color: var(--ink-soft);
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) runs: readonly Ran[] = [];
  @property({ type: Number }) baseline = 0;
  @property({ attribute: false }) charts: readonly string[] = [];
  @property() locale = words.locale;

  protected override render(): TemplateResult {
    const leads = this.charts.flatMap((id) => {
      const chart = chartById(id);
      return chart === undefined || chart.lead === '' || chart.kind === 'bands'
        ? []
        : [{ id: chart.lead, unit: chart.unit, chart: id }];
    });
    const rows = comparedRows(this.runs, this.baseline, leads, YEARS);
    const isOf = (id: string) => (row: ComparedRow) => row.figure.id.startsWith(`${id}@`);
    const base = this.runs[this.baseline]?.scenario.title ?? '';
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.compare.table}>
      <table>
        <caption>${words.differences.against(base)}</caption>
        <thead>
          <tr>
            <th scope="col">${words.differences.number}</th>
            ${this.runs.map(({ scenario }) => html`<th scope="col">${scenario.title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.section(words.differences.headlines)}
          ${rows.filter(({ figure }) => !figure.id.includes('@')).map((row) => this.row(row, this.titleOf(row)))}
          ${leads.map(({ id, chart }) => [
            this.section(`${chartWords[chart]?.name ?? chart}: ${partLabel(id)}`),
            rows.filter(isOf(id)).map((row) => this.row(row, String(row.figure.at))),
          ])}
        </tbody>
      </table>
    </div>`;
  }

  private titleOf({ figure }: ComparedRow): string {
    return words.figures[figure.id as keyof typeof words.figures](figure.at === undefined ? '' : String(figure.at));
  }

  private section(title: string): TemplateResult {
    return html`<tr class="section">
      <th scope="rowgroup" colspan=${this.runs.length + 1}>${title}</th>
    </tr>`;
  }

  private row({ figure, values, absolute, relative }: ComparedRow, title: string): TemplateResult {
    const share = numberFormat(this.locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
    const signed = (value: number): string => {
      const text = quantity(Math.abs(value), figure.unit, this.locale);
      return value === 0 ? words.headlines.same : `${value > 0 ? '+' : '\u2212'}${text}`;
    };
    return html`<tr>
      <th scope="row">${title}</th>
      ${values.map((value, index) => {
        const [difference, part] = [absolute[index] ?? null, relative[index] ?? null];
        return html`<td>
          ${value === null ? words.headlines.none : quantity(value, figure.unit, this.locale)}
          ${difference === null ? nothing : html`<div>${signed(difference)}${part === null || difference === 0 ? '' : ` (${share.format(part)})`}</div>`}
        </td>`;
      })}
    </tr>`;
  }
}
