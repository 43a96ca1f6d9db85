import type { ClaimAnswer } from '../../analysis/claims.ts';
import { publicGroups } from '../../analysis/groups.ts';
import type { Projected } from '../../analysis/project.ts';
import { addMonths, monthsBetween } from '../../scenario/dates.ts';
import { decimalsFor } from './digits.ts';
import { type Figures, isCalendarYear, type Measured } from './figures.ts';
import { type Markup, markup } from './markup.ts';

/** The headlines, each with what it means, or with the reason why there is none. */
export function headlineSection(projection: Projected, figures: Figures): Markup {
  const cards = projection.headlines.map(
    (headline) => markup`
<div><dt>${headline.title}</dt><dd>${figures.quantity(headline.id, '', headline)}</dd><dd class="says">${
      headline.reason === undefined ? headline.says : `There is none: ${headline.reason}.`
    }</dd></div>`,
  );
  return markup`<section aria-label="Headlines"><dl class="headlines">${cards}
</dl></section>`;
}

/** The public series at yearly dates, a table for each subject; capacity in use site by site, and the scenario's own metrics. */
export function seriesSection(projection: Projected, figures: Figures): Markup {
  const { scenario } = projection;
  const months = yearlyMonths(scenario.start, scenario.horizon);
  const sites = (projection.inputs.items.sites ?? []).map(({ id }) => `facility_in_use.${id}`);
  const groups = [
    ...publicGroups,
    ...(sites.length > 1 ? [{ title: 'In use, site by site', ids: sites }] : []),
    ...(projection.metrics.size > 0
      ? [{ title: 'Metrics of this scenario', ids: [...projection.metrics.keys()] }]
      : []),
  ];
  const tables = groups.map(({ title, ids }) => seriesTable(title, ids, months, projection, figures));
  return markup`<section><h2>Series</h2><p>At the start of each month named. Dollars are nominal; MW is power of whole facilities unless it says IT.</p>${tables}</section>`;
}

/** The first month, every January, and the last month. */
function yearlyMonths(start: string, horizon: string): string[] {
  const months = Array.from({ length: monthsBetween(start, horizon) + 1 }, (_, n) => addMonths(start, n));
  return months.filter((month) => month === start || month === horizon || month.endsWith('-01'));
}

function seriesTable(
  title: string,
  ids: readonly string[],
  months: readonly string[],
  projection: Projected,
  figures: Figures,
): Markup {
  const columns = ids.map((id) => {
    const series = projection.series(id);
    const size = Math.max(0, ...months.map((month) => Math.abs(projection.at(id, month)) || 0));
    const { factor, words } = figures.scale(size, series);
    return {
      id,
      title: series.title.replace(/^[^:]*: /u, ''),
      words,
      writing: { factor, decimals: decimalsFor(size * factor) },
    };
  });
  const head = columns.map(
    (column) => markup`<th scope="col">${column.title} <span class="unit">${column.words.trim()}</span></th>`,
  );
  const rows = months.map(
    (month) => markup`
<tr><th scope="row">${month}</th>${columns.map(({ id, writing }) => markup`<td>${figures.figure(id, month, writing)}</td>`)}</tr>`,
  );
  return markup`
<h3>${title}</h3><div class="wide" tabindex="0" role="region" aria-label="${title}"><table class="series"><thead><tr><th scope="col">Month</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

const HOLDS = new Map<boolean | null, string>([
  [true, 'holds'],
  [false, 'does not hold'],
  [null, '–'],
]);
const KINDS: Readonly<Record<ClaimAnswer['kind'], string>> = {
  computed: 'computed',
  stated: 'taken in',
  quoted: 'quoted',
};

/** What the seed documents say with a figure, beside the simulator's own. */
export function claimSection(answers: readonly ClaimAnswer[], projection: Projected, figures: Figures): Markup {
  const rows = answers.map((answer) => {
    const { claim, holds, kind, reason } = answer;
    return markup`
<tr><td>${claim.says} <span class="unit">${claim.date}, ${claim.documents.map(({ file }) => file).join(', ')}</span></td><td>${said(answer, projection, figures)}</td><td>${
      answer.value === null && reason !== undefined && !projection.isHeadline(answer.id)
        ? `none: ${reason}`
        : markup`${figures.quantity(answer.id, whenOf(answer, projection), measured(answer, projection))}`
    } <span class="unit">${answer.title}${answer.at === undefined ? '' : `, ${answer.at}`}</span></td><td>${KINDS[kind]}</td><td>${HOLDS.get(holds)}</td></tr>`;
  });
  return markup`<section><h2>Claims beside answers</h2><p>What the documents about the announcements say with a figure, and the figure of this run. What was said is quoted, not computed.</p><div class="wide" tabindex="0" role="region" aria-label="Claims"><table class="claims"><thead><tr><th scope="col">Said</th><th scope="col">Their figure</th><th scope="col">This run</th><th scope="col">Which is</th><th scope="col">The claim</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function whenOf({ claim, id, at }: ClaimAnswer, projection: Projected): string {
  if (projection.isHeadline(id)) return '';
  return claim.answer?.take === 'max' ? 'max' : (at ?? projection.scenario.start);
}

/** Shares are shown in per cent where the series is. */
function measured({ id, unit }: ClaimAnswer, projection: Projected): Measured {
  const show = projection.isHeadline(id) || !projection.has(id) ? undefined : projection.series(id).show;
  return { unit, show };
}

/** The claim's own figure in words: one value, or its bounds. */
function said(answer: ClaimAnswer, projection: Projected, figures: Figures): string {
  const { figure } = answer.claim;
  const { unit, show } = measured(answer, projection);
  const text = (value: number): string => {
    if (isCalendarYear(value, figure?.unit ?? unit)) return String(value);
    const { factor, words } = figures.scale(value, { unit: figure?.unit ?? unit, show });
    return `${Number((value * factor).toPrecision(6)).toLocaleString('en')}${words}`;
  };
  const { value, least, most } = figure ?? {};
  if (value !== undefined) return text(value);
  if (least !== undefined && most !== undefined) return `${text(least)} to ${text(most)}`;
  return least !== undefined ? `at least ${text(least)}` : most !== undefined ? `at most ${text(most)}` : '';
}
