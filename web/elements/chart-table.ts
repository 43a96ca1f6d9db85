import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChartSpec } from '../charts/spec.ts';
import { type ChartTable as Table, tableOf } from '../charts/table.ts';
import { frameWords } from '../charts/words.ts';
import { words } from '../words/later.ts';
import { cellStyles, keepStop, onCell } from './cells.ts';
import type { Happenings } from './events.ts';
import { shared } from './styles.ts';

/** A chart as a table. Its numbers fire `explain-number`. */
@customElement('buildout-chart-table')
export class ChartTable extends LitElement {
  static override styles = [
    shared,
    cellStyles,
    css`
      .table {
        overflow: auto;
        max-height: 360px;
        /* What the keyboard reaches is not below the heads. */
        scroll-padding: 48px 0 0 64px;
      }
      table {
        border-collapse: collapse;
        width: 100%;
        font-size: var(--size-12);
      }
      th,
      td {
        padding: 4px 8px;
        text-align: end;
        border-bottom: 1px solid var(--rule);
        white-space: nowrap;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--paper);
        white-space: normal;
        vertical-align: bottom;
        font-weight: 600;
      }
      th:first-child {
        text-align: start;
        position: sticky;
        left: 0;
        background: var(--paper);
        font-weight: 400;
      }
      @media print {
        .table {
          max-height: none;
          overflow: visible;
        }
      }
    `,
  ];

  @property({ attribute: false }) spec!: ChartSpec;
  /** Of each run, the key of its scenario on the table. */
  @property({ attribute: false }) keys: readonly string[] = [];

  protected override updated(): void {
    keepStop(this.renderRoot);
  }

  protected override render(): TemplateResult {
    const { spec } = this;
    const table = tableOf(spec);
    return html`<div class="table" tabindex="0" role="region" aria-label=${words.charts.tableOf(spec.name)}>
      <table role="grid" aria-readonly="true" @click=${onCell} @keydown=${onCell} @focusin=${onCell}>
        <caption class="visually-hidden">${spec.title}. ${spec.subtitle}. ${words.explain.cells}</caption>
        <thead>
          <tr>
            <th scope="col">${words.charts.year}</th>
            ${table.columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${table.rows.map((row) => this.row(row, table))}
        </tbody>
      </table>
    </div>`;
  }

  private row({ index, when, cells }: Table['rows'][number], { columns }: Table): TemplateResult {
    return html`<tr>
      <th scope="row">${when}</th>
      ${cells.map((cell, place) => {
        const number = this.numberOf(columns[place], index);
        return number === undefined || cell === frameWords.noValue
          ? html`<td>${cell}</td>`
          : html`<td tabindex="-1" .number=${number}>${cell}</td>`;
      })}
    </tr>`;
  }

  private numberOf(
    column: Table['columns'][number] | undefined,
    index: number,
  ): Happenings['explain-number'] | undefined {
    const key = this.keys[column?.run ?? -1];
    const time = this.spec.times[index];
    return column === undefined || key === undefined || time === undefined ? undefined : { key, of: column.of, time };
  }
}
