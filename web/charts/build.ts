import { xAxis, yAxis } from './axes.ts';
import { type Compared, compareSentence, differenceSentence, waitingSentence } from './compare-sentences.ts';
import type { ChartDefinition } from './definitions.ts';
import { dotsFor, type Evidence, marksFor, NO_EVIDENCE } from './evidence.ts';
import { CAUSES, Reading } from './reading.ts';
import { sentences } from './sentences.ts';
import { type NamedPart, partsOf, SeriesMaker } from './series.ts';
import type { ChartCode, ChartOptions, ChartPanel, ChartRun, ChartSpec, ChartView } from './spec.ts';
import { commonTimes } from './times.ts';
import { numberFormat } from './units.ts';
import { causeWords, chartWords, frameWords, partLabel } from './words.ts';

/** Of a stack's difference: every part at once. */
const ALL = 'all';

const CODES: readonly ChartCode[] = [
  ...CAUSES.map((cause) => ({ label: causeWords[cause], colour: `cause-${cause}` })),
  { label: causeWords.before, colour: 'paper' },
];

/**
 * The chart of these runs, ready to be drawn, tabled, exported and spoken. Pure; a few microseconds a series where all runs
 * have the same times. A run that lacks a series is drawn without it.
 */
export function buildChart(
  chart: ChartDefinition,
  runs: readonly ChartRun[],
  options: ChartOptions = {},
  evidence: Evidence = NO_EVIDENCE,
): ChartSpec {
  const locale = options.locale ?? 'en';
  const view = viewOf(chart, runs, options.view ?? 'overlay');
  const baseline = Math.min(Math.max(0, options.baseline ?? 0), Math.max(0, runs.length - 1));
  const times = commonTimes(runs.flatMap(({ source, ghost }) => (ghost ? [source, ghost] : [source])));
  const { parts, dropped } = partsOf(chart, runs);
  const choice = choicesOf(chart, parts, runs, view);
  const part = choice.find(({ id }) => id === options.part)?.id ?? choice[0]?.id ?? chart.lead;
  const ends = [times[0] ?? 0, times[times.length - 1] ?? 1] as const;
  const panels = panelsOf({ chart, runs, view, baseline, parts, part, times, ends, evidence, locale });
  const y = yAxis(chart, panels, locale);
  const words = chartWords[chart.id] ?? { name: chart.id, of: '' };
  const chosen =
    runs.length > 1 && choice.length > 0 && view !== 'side' && part !== ALL
      ? choice.find(({ id }) => id === part)?.label
      : undefined;
  return {
    id: chart.id,
    name: words.name,
    title: titleOf(chart, runs, view, baseline, part, parts, locale),
    unit: chart.unit,
    subtitle: subtitleOf(
      [y.words, words.of].filter(Boolean).join(' '),
      chosen,
      view === 'difference' ? runs[baseline]?.source.title : undefined,
    ),
    times,
    x: xAxis(ends),
    y: y.axis,
    panels,
    codes: chart.kind === 'bands' ? CODES : [],
    parts: choice,
    part: choice.length ? part : '',
    view,
    locale,
    source: sourceLine(runs, panels, options.model),
    note: [words.note ?? '', dropped > 0 ? frameWords.dropped(dropped) : '', bandNote(chart, options)]
      .filter(Boolean)
      .join(' '),
  };
}

/** One run has nothing to be compared with, and strips lie one below the other rather than over each other. */
function viewOf(chart: ChartDefinition, runs: readonly ChartRun[], wanted: ChartView): ChartView {
  if (runs.length < 2) return 'overlay';
  return chart.kind === 'bands' ? 'side' : wanted;
}

function choicesOf(chart: ChartDefinition, parts: readonly NamedPart[], runs: readonly ChartRun[], view: ChartView) {
  if (chart.kind === 'bands') return parts.map(({ id, label }) => ({ id, label }));
  if (runs.length < 2 || view === 'side' || parts.length + Number(chart.each !== undefined) < 2) return [];
  const isSum = !parts.some(({ id }) => id === chart.lead);
  const lead = chart.lead === '' ? [] : [{ id: chart.lead, label: partLabel(chart.lead) }];
  const all = view === 'difference' ? [{ id: ALL, label: frameWords.allParts }] : [];
  const others = parts.filter(({ id }) => id !== chart.lead).map(({ id, label }) => ({ id, label }));
  // Of a stack the parts' differences say more than that of the sum; of stages the last one is what counts.
  return isSum && chart.kind === 'areas' ? [...all, ...lead, ...others] : [...lead, ...others, ...all];
}

interface Plan {
  readonly chart: ChartDefinition;
  readonly runs: readonly ChartRun[];
  readonly view: ChartView;
  readonly baseline: number;
  readonly parts: readonly NamedPart[];
  readonly part: string;
  readonly times: Float64Array;
  readonly ends: readonly [number, number];
  readonly evidence: Evidence;
  readonly locale: string;
}

function panelsOf(plan: Plan): ChartPanel[] {
  const { chart, runs, view, baseline, parts, part, times } = plan;
  const maker = new SeriesMaker(runs, times);
  const indices = runs.map((_, i) => i);
  const title = (run: number) => (runs.length > 1 ? runs[run]!.source.title : '');
  const panel = (id: string, name: string, more: Partial<ChartPanel>): ChartPanel => ({
    id,
    title: name,
    kind: chart.kind,
    series: [],
    bands: [],
    rows: [],
    marks: [],
    dots: [],
    ...more,
  });
  if (chart.kind === 'bands') {
    return indices.map((run) => panel(`${runs[run]!.place}`, title(run), { rows: maker.rows(part, run) }));
  }
  const lead: NamedPart = parts.find(({ id }) => id === part) ?? {
    id: part,
    label: partLabel(part),
    colour: 'ink',
    width: 2.5,
  };
  if (view === 'difference') {
    const others = indices.filter((run) => run !== baseline);
    const apart = (each: NamedPart, run: number, byPlace: boolean, look: 'outer' | 'filled') =>
      runs[run]!.apart === undefined ? [] : maker.band(each, run, byPlace, look, runs[run]!.apart);
    if (part !== ALL) {
      return [
        panel('difference', '', {
          kind: 'lines',
          series: others.flatMap((run) => maker.difference(lead, run, baseline, true)),
          bands: others.flatMap((run) => apart(lead, run, true, others.length > 1 ? 'outer' : 'filled')),
        }),
      ];
    }
    const sum =
      parts.some(({ id }) => id === chart.lead) || chart.lead === ''
        ? []
        : [{ ...lead, id: chart.lead, label: partLabel(chart.lead) }];
    // What no scenario has at all is no difference to tell.
    const present = parts.filter(({ id }) =>
      runs.some(({ source }) => source.series(id)?.some((value) => value !== 0)),
    );
    return others.map((run) =>
      panel(`${runs[run]!.place}`, title(run), {
        kind: 'lines',
        series: [...present, ...sum].flatMap((each) => maker.difference(each, run, baseline, false)),
        bands: sum.flatMap((each) => apart(each, run, false, 'filled')),
      }),
    );
  }
  if (view === 'side' || runs.length < 2) {
    const shown = view === 'side' ? indices : indices.slice(0, 1);
    return shown.map((run) => panel(`${runs[run]!.place}`, title(run), whole(plan, maker, run)));
  }
  const ghosts = indices.flatMap((run) => maker.ghost(lead, run, true));
  const series = indices.flatMap((run) => maker.part(lead, run, true, false));
  const bands = indices.flatMap((run) => maker.band(lead, run, true, 'outer'));
  return [
    panel('overlay', '', { kind: 'lines', series: [...ghosts, ...series], bands, ...evidenceOf(plan, [part], runs) }),
  ];
}

/** All parts of one run; a single part is drawn in the run's own colour where there are several runs. */
function whole(plan: Plan, maker: SeriesMaker, run: number): Partial<ChartPanel> {
  const { chart, runs, parts } = plan;
  const stacked = chart.kind === 'areas';
  const byPlace = runs.length > 1 && parts.length === 1;
  const sum: NamedPart = { id: chart.lead, label: '', colour: 'ink', dash: [7, 4] };
  const ghosts = (stacked ? [sum] : parts).flatMap((part) => maker.ghost(part, run, byPlace));
  const series = parts.flatMap((part) => maker.part(part, run, byPlace, stacked));
  const shown = [chart.lead, ...parts.map(({ id }) => id)];
  // Layers first, then the state before, then lines: each is drawn over those before it.
  const layers = series.filter(({ role }) => role === 'stack');
  const lines = series
    .filter(({ role }) => role !== 'stack')
    .map((line) => (byPlace ? { ...line, label: parts[0]!.label } : line));
  // Of stages the last one is what counts; of a stack the sum; of items each.
  const sure = stacked ? [sum] : chart.each ? parts : parts.filter(({ id }) => id === chart.lead);
  const look = stacked ? 'edges' : sure.length > 1 ? 'outer' : 'filled';
  const bands = sure.flatMap((part) => maker.band(part, run, byPlace, look));
  return { series: [...layers, ...ghosts, ...lines], bands, ...evidenceOf(plan, shown, [runs[run]!]) };
}

function evidenceOf({ chart, ends, evidence, locale }: Plan, series: readonly string[], runs: readonly ChartRun[]) {
  const named = runs.flatMap(({ source }) => source.claims ?? []);
  return {
    marks: marksFor(series, chart.unit, named, evidence, locale),
    dots: dotsFor(series, chart.unit, ends, evidence),
  };
}

function titleOf(
  chart: ChartDefinition,
  runs: readonly ChartRun[],
  view: ChartView,
  baseline: number,
  part: string,
  parts: readonly NamedPart[],
  locale: string,
): string {
  const readings = runs.map(({ source }) => new Reading(source));
  const own = (run: Reading) => sentences[chart.id]?.({ run, locale, part }) ?? chart.id;
  if (readings.length === 0) return '';
  if (readings.length === 1) return own(readings[0]!);
  if (chart.kind === 'bands') return waitingSentence(readings, part);
  const of = view === 'side' || part === ALL ? chart.lead || (parts[0]?.id ?? '') : part;
  const item = chart.each && parts.find(({ id }) => id === of)?.label;
  const titles = runs.map(({ source }) => source.title);
  const compared: Compared = {
    of,
    unit: chart.unit,
    take: chart.take,
    runs: readings,
    titles,
    locale,
    ...(item ? { item } : {}),
  };
  return view === 'difference' ? differenceSentence(compared, baseline) : compareSentence(compared);
}

/** Said whether or not the draws are there yet, so that nothing moves when they come. */
function bandNote({ kind }: ChartDefinition, { draws = 0, locale = 'en' }: ChartOptions): string {
  return draws === 0 || kind === 'bands' ? '' : frameWords.bands(numberFormat(locale, {}).format(draws));
}

function subtitleOf(words: string, part: string | undefined, baseline: string | undefined): string {
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return [[capital, part].filter(Boolean).join(': '), baseline === undefined ? '' : frameWords.difference(baseline)]
    .filter(Boolean)
    .join('. ');
}

function sourceLine(runs: readonly ChartRun[], panels: readonly ChartPanel[], model: string | undefined): string {
  const unique = (texts: readonly string[]) => [...new Set(texts)];
  const claims = unique(panels.flatMap(({ marks }) => marks.map(({ source }) => source)).filter(Boolean));
  const seen = unique(panels.flatMap(({ dots }) => dots.map(({ source }) => source)));
  const parts = [
    model === undefined ? '' : frameWords.model(model),
    frameWords.scenarios(runs.map(({ source }) => source.title)),
    claims.length ? frameWords.claims(claims) : '',
    seen.length ? frameWords.observations(seen) : '',
  ];
  return parts.filter(Boolean).join('. ');
}
