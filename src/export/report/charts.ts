import type { Projected } from '../../analysis/project.ts';
import { CAUSES, type ChartSpan, drawChart, type ReportChart } from './chart.ts';
import type { Figures } from './figures.ts';
import { type Markup, markup } from './markup.ts';

interface Drawing {
  readonly id: string;
  readonly title: string;
  readonly kind: ReportChart['kind'];
  /** Series with their styles: a colour's name, and how the line is dashed. */
  readonly parts: readonly (readonly [id: string, style: string])[];
}

/** The charts of a report, over series with public ids. */
const DRAWINGS: readonly Drawing[] = [
  {
    id: 'capacity',
    title: 'Capacity',
    kind: 'lines',
    parts: [
      ['facility_under_construction', 'building dotted'],
      ['facility_energised', 'power dashed'],
      ['facility_in_use', 'main'],
    ],
  },
  {
    id: 'money',
    title: 'Announced, committed, spent',
    kind: 'lines',
    parts: [
      ['announced_total', 'other dotted'],
      ['committed_total', 'money dashed'],
      ['spent_total', 'main'],
    ],
  },
  {
    id: 'spending',
    title: 'Spending, by what it buys',
    kind: 'areas',
    parts: [
      ['spending_it', 'chips'],
      ['spending_building', 'building'],
      ['spending_power', 'power'],
      ['spending_fabs', 'plants'],
    ],
  },
  { id: 'compute', title: 'Accelerators in use, as H100', kind: 'lines', parts: [['h100e_in_use', 'main']] },
  { id: 'electricity', title: 'Electricity', kind: 'lines', parts: [['electricity', 'main']] },
  { id: 'fabs', title: 'Chip plants running', kind: 'lines', parts: [['fabs_running', 'main']] },
  {
    id: 'jobs',
    title: 'Jobs, gross',
    kind: 'areas',
    parts: [
      ['jobs_construction', 'building'],
      ['jobs_operations', 'chips'],
      ['jobs_fabs', 'plants'],
      ['jobs_indirect', 'other'],
      ['jobs_induced', 'money'],
    ],
  },
  {
    id: 'returns',
    title: 'Money back',
    kind: 'lines',
    parts: [
      ['revenue', 'plants'],
      ['operating_cost', 'money dashed'],
      ['free_cash_flow', 'main'],
    ],
  },
];

/** The charts of this run, without those in which nothing ever happens. */
export function reportCharts(projection: Projected, figures: Figures): ReportChart[] {
  const drawn = DRAWINGS.flatMap(({ parts, ...drawing }): ReportChart[] => {
    const series = parts.map(([id]) => projection.series(id));
    const size = Math.max(...series.map(({ values }) => largest(values)));
    if (size === 0) return [];
    const { factor, words } = figures.scale(size, series[0]!);
    const shown = parts.map(([id, style], n) => ({ id, label: series[n]!.title, style, values: series[n]!.values }));
    // A layer that is nothing throughout is none.
    const layers = drawing.kind === 'areas' ? shown.filter(({ values }) => largest(values) > 0) : shown;
    return [{ ...drawing, factor, words, parts: layers.map(({ values: _, ...part }) => part) }];
  });
  const sites = projection.inputs.items.sites ?? [];
  const parts = sites
    .map(({ id, title }) => ({ id: `binding.${id}`, label: title, style: '', since: `facility_started.${id}` }))
    .filter(({ since }) => largest(projection.series(since).values) > 0);
  const bands = {
    id: 'binding',
    title: 'What holds each site back',
    kind: 'bands',
    factor: 1,
    words: '',
    parts,
  } as const;
  return parts.length === 0 ? drawn : [...drawn.slice(0, 3), bands, ...drawn.slice(3)];
}

function largest(values: Float64Array): number {
  return values.reduce((most, one) => Math.max(most, Math.abs(one) || 0), 0);
}

/** Every chart with its key. */
export function chartSection(charts: readonly ReportChart[], projection: Projected, figures: Figures): Markup {
  const { times } = projection;
  const span: ChartSpan = { first: times[0] ?? 0, last: times.at(-1) ?? 0 };
  const drawn = charts.map((chart) => {
    for (const { id, since } of chart.parts) for (const used of [id, since ?? id]) figures.shown.add(used);
    const key =
      chart.kind === 'bands'
        ? CAUSES.map((cause) => entry('areas', cause, cause))
        : chart.parts.map(({ label, style }) => entry(chart.kind, style, label));
    const unit = chart.words === '' ? '' : markup`, <span class="unit">${chart.words.trim()}</span>`;
    return markup`
<figure data-chart="${chart.id}"><figcaption>${chart.title}${unit}</figcaption>${drawChart(chart, (id) => projection.series(id).values, span)}<ul class="key">${key}</ul></figure>`;
  });
  return markup`<section class="charts" aria-label="Charts">${drawn}
</section>`;
}

function entry(kind: ReportChart['kind'], style: string, label: string): Markup {
  const sign =
    kind === 'lines'
      ? markup`<path class="line ${style}" d="M0 6H22"/>`
      : markup`<path class="area ${style}" d="M5 1H17V11H5Z"/>`;
  return markup`<li><svg viewBox="0 0 22 12" aria-hidden="true">${sign}</svg>${label}</li>`;
}
