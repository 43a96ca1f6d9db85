import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type ChartDefinition, chartById, numbersOf } from '../charts/definitions.ts';
import { CAUSES } from '../charts/reading.ts';
import { differenceText, quantities } from '../charts/units.ts';
import { causeWords, chartWords, partLabel } from '../charts/words.ts';
import { type ComparedRow, comparedRows } from '../state/comparison.ts';
import { valueAt } from '../state/figures.ts';
import type { Ran } from '../state/types.ts';
import { words } from '../words/later.ts';
import { cellStyles, keepStop, onCell } from './cells.ts';
import type { Happenings } from './events.ts';
import { shared } from './styles.ts';

const YEARS = [2027, 2030, 2035, 2040];

/** All scenarios in numbers: headlines and what the chosen charts show at some years, each with its difference from the baseline. */
@customElement('buildout-compare-table')
export class CompareTable extends LitElement {
  static override styles = [
    shared,
    cellStyles,
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
  /** Of each run, the key of its scenario on the table. */
  @property({ attribute: false }) keys: readonly string[] = [];
  @property({ type: Number }) baseline = 0;
  @property({ attribute: false }) charts: readonly string[] = [];
  @property() locale = words.locale;

  protected override updated(): void {
    keepStop(this.renderRoot);
  }

  protected override render(): TemplateResult {
    const charts = this.charts.flatMap((id) => chartById(id) ?? []);
    const numbers = new Map(charts.map((chart) => [chart.id, this.numbersOf(chart)]));
    const rows = comparedRows(this.runs, this.baseline, [...numbers.values()].flat(), YEARS);
    const base = this.runs[this.baseline]?.scenario.title ?? '';
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.compare.table}>
      <table role="grid" aria-readonly="true" @click=${onCell} @keydown=${onCell} @focusin=${onCell}>
        <caption>${words.differences.against(base)}<span class="visually-hidden">. ${words.explain.cells}</span></caption>
        <thead>
          <tr>
            <th scope="col">${words.differences.number}</th>
            ${this.runs.map(({ scenario }) => html`<th scope="col">${scenario.title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.section(words.differences.headlines)}
          ${rows.filter(({ figure }) => !figure.id.includes('@')).map((row) => this.row(row, this.titleOf(row)))}
          ${charts.map((chart) => {
            const name = chartWords[chart.id]?.name ?? chart.id;
            if (chart.kind === 'bands') return this.causes(name, chart);
            return numbers
              .get(chart.id)
              ?.map(({ id, title }) => ({ title, found: rowsOf(id, rows) }))
              .filter(({ found }) => found.length > 0)
              .map(({ title, found }) => [
                this.section(`${name}: ${title}`),
                found.map((row) => this.row(row, String(row.figure.at))),
              ]);
          })}
        </tbody>
      </table>
    </div>`;
  }

  /** The series of a chart that has numbers, with what each is called. */
  private numbersOf(
    chart: ChartDefinition,
  ): readonly { readonly id: string; readonly title: string; readonly unit: string }[] {
    const { unit, each } = chart;
    const own = numbersOf(chart).map((id) => ({ id, title: partLabel(id), unit }));
    const items =
      each === undefined
        ? []
        : this.itemsOf(each.set).map(([id, title]) => ({ id: `${each.record}.${id}`, title, unit }));
    return [...own, ...items];
  }

  /** Items of a set that any of the runs has. */
  private itemsOf(set: string): readonly (readonly [id: string, title: string])[] {
    return [
      ...new Map(this.runs.flatMap(({ items }) => (items[set] ?? []).map(({ id, title }) => [id, title] as const))),
    ];
  }

  /** What binds at each site, in words. */
  private causes(name: string, { lead }: ChartDefinition): readonly TemplateResult[] {
    return this.itemsOf('sites').flatMap(([id, title]) => [
      this.section(`${name}: ${title}`),
      ...YEARS.map((at) => {
        const texts = this.runs.map(
          ({ series, times }) => CAUSE_TEXTS[valueAt(series[`${lead}.${id}`], times, at) ?? -1],
        );
        return html`<tr>
          <th scope="row">${at}</th>
          ${texts.map((text, n) => this.cell(text ?? words.headlines.none, n, text === undefined ? undefined : { of: `${lead}.${id}`, time: at }))}
        </tr>`;
      }),
    ]);
  }

  private titleOf({ figure }: ComparedRow): string {
    return words.figures[figure.id as keyof typeof words.figures](figure.at === undefined ? '' : String(figure.at));
  }

  private section(title: string): TemplateResult {
    return html`<tr class="section">
      <th scope="rowgroup" colspan=${this.runs.length + 1}>${title}</th>
    </tr>`;
  }

  private row({ figure: { of, at, unit }, values, relative }: ComparedRow, title: string): TemplateResult {
    const known = values.filter((value) => value !== null);
    const texts = quantities(known, unit, this.locale);
    return html`<tr>
      <th scope="row">${title}</th>
      ${values.map((value, index) => {
        if (value === null) return this.cell(words.headlines.none, index, undefined);
        const text = texts[known.indexOf(value)] ?? '';
        const base = values[this.baseline] ?? null;
        const part = relative[index] ?? null;
        const difference =
          index === this.baseline || base === null ? '' : differenceText(value, base, part, unit, this.locale);
        return this.cell(text, index, { of, ...(at === undefined ? {} : { time: at }) }, difference);
      })}
    </tr>`;
  }

  private cell(
    text: string,
    run: number,
    number: Omit<Happenings['explain-number'], 'key'> | undefined,
    difference = '',
  ): TemplateResult {
    const key = this.keys[run];
    const small = difference === '' ? nothing : html`<div>${difference}</div>`;
    return number === undefined || key === undefined
      ? html`<td>${text}${small}</td>`
      : html`<td tabindex="-1" .number=${{ key, ...number }}>${text}${small}</td>`;
  }
}

/** By code. */
const CAUSE_TEXTS: readonly string[] = [...CAUSES.map((cause) => causeWords[cause]), causeWords.before];

/** Of a series; years in which it is next to nothing in all scenarios are left out. */
function rowsOf(id: string, rows: readonly ComparedRow[]): readonly ComparedRow[] {
  const sizeOf = ({ values }: ComparedRow): number => Math.max(...values.map((value) => Math.abs(value ?? 0)));
  const own = rows.filter(({ figure }) => figure.id.startsWith(`${id}@`));
  const most = Math.max(...own.map(sizeOf));
  return own.filter((row) => sizeOf(row) > 1e-4 * most);
}
