import { type HeadlineValue, model, type Projection, publicGroups } from '../runs.ts';
import { bindingLines } from './binding.ts';
import { quantity } from './scale.ts';
import { type ShownSeries, seriesTable } from './series-table.ts';
import type { Paper } from './style.ts';
import { table } from './table.ts';
import { safe, wrap } from './text.ts';

export interface RunTableOptions {
  /** Months of the columns. */
  readonly months: readonly string[];
  /** Series to show, by sector; those with public ids if absent, without the ones that are nothing at any time. */
  readonly ids: readonly string[] | undefined;
  /** What was set on the command line. */
  readonly settings: readonly string[];
}

/**
 * A projection for a reader: its story, headlines, series over time, and what held each site back.
 * @throws RangeError for a month outside the run
 */
export function runTable(projection: Projection, { months, ids, settings }: RunTableOptions, paper: Paper): string[] {
  const { scenario } = projection;
  const groups = ids === undefined ? groupsOf(projection) : sectorGroups(projection, ids);
  const shown = groups
    .map(({ title, ids: members }) => ({ title, series: members.map((id) => shownSeries(projection, id, months)) }))
    .map(({ title, series }) => ({ title, series: ids === undefined ? series.filter(isSomething) : series }))
    .filter(({ series }) => series.length > 0);
  const nothing = groups
    .flatMap(({ ids: members }) => members)
    .map((id) => projection.series(id))
    .filter((series) => ids === undefined && !isSomething(series));
  return [
    paper.bold(safe(scenario.title)),
    ...(scenario.description === '' ? [] : wrap(safe(scenario.description), paper.width)),
    ...settings.flatMap((text) => wrap(`Set here: ${safe(text)}`, paper.width, '  ')),
    '',
    ...headlineLines(projection.headlines, paper),
    ...wrap(whoseMoney(projection), paper.width),
    '',
    ...seriesTable(shown, months, paper),
    ...(nothing.length === 0 ? [] : ['', ...wrap(nothingWords(nothing.map(({ title }) => title)), paper.width)]),
    ...(ids === undefined ? ['', paper.bold('What binds'), ...bindingLines(projection, paper)] : []),
    '',
    ...wrap(footnote(projection), paper.width).map(paper.dim),
  ];
}

/** Title and value, line after line; where there is no value, why. */
function headlineLines(headlines: readonly HeadlineValue[], paper: Paper): string[] {
  const rows = headlines.map((headline) => {
    const { title, value, reason = '' } = headline;
    return [title, value === null ? `none: ${reason}` : quantity(value, headline)];
  });
  return table(rows, [{ align: 'left' }, { align: 'left', gives: 'wrap' }], paper.width);
}

/** Two choices decide whether money comes back, so they stand beside what does. */
function whoseMoney(projection: Projection): string {
  const chosen = (id: string): string => {
    const choices = model.records.find((record) => record.id === id)?.input?.choices;
    return choices?.[projection.series(id).values[0] ?? -1]?.title ?? 'unknown';
  };
  return `(Money back is that of the ${chosen('perimeter')}, by ${chosen('revenue_basis')}.)`;
}

function groupsOf({ scenario }: Projection): { title: string; ids: readonly string[] }[] {
  const metrics = Object.keys(scenario.metrics);
  return [...publicGroups, ...(metrics.length === 0 ? [] : [{ title: 'Metrics of this scenario', ids: metrics }])];
}

function sectorGroups({ scenario }: Projection, ids: readonly string[]): { title: string; ids: string[] }[] {
  const sectorOf = new Map(model.records.map((record) => [record.id, record.sector]));
  const sector = (id: string): string | undefined =>
    Object.hasOwn(scenario.metrics, id) ? undefined : sectorOf.get(id.split('.')[0] ?? '');
  return [...model.sectors, { id: undefined, title: 'Metrics of this scenario' }].map((group) => ({
    title: group.title,
    ids: ids.filter((id) => sector(id) === group.id),
  }));
}

function shownSeries(projection: Projection, id: string, months: readonly string[]): ShownSeries {
  return { ...projection.series(id), at: months.map((month) => projection.at(id, month)) };
}

function isSomething({ values }: Pick<ShownSeries, 'values'>): boolean {
  for (let place = 0; place < values.length; place += 1) if (values[place] !== 0) return true;
  return false;
}

function nothingWords(titles: readonly string[]): string {
  return `Nothing at any time: ${titles.map((title) => title.charAt(0).toLowerCase() + title.slice(1)).join(', ')}.`;
}

function footnote({ model: version, scenario }: Projection): string {
  const sparks = `${scenario.start} to ${scenario.horizon}`;
  return `Values at the start of the month, a year meaning its January; the blocks run from ${sparks}. Dollars are nominal. Model ${version}.`;
}
