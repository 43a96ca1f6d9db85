import { quantity } from '../../src/cli/scale.ts';
import { leverText } from '../../src/cli/values.ts';
import type { Scenario } from '../../src/index.ts';
import { baseOf, extremes, laws, type Outcome, references, responses } from './checks.ts';
import { type Figures, MONTHS, moved, type ScenarioFigures, swungOtherwise } from './figures.ts';
import { SCRIPT, STYLE } from './page-parts.ts';
import { lines, swing } from './svg.ts';
import { OUTCOMES, type Swing } from './sweep.ts';

/** A scenario with all that was run of it. */
export interface Looked {
  readonly scenario: Scenario;
  readonly swings: readonly Swing[];
  /** Laws broken as it ships, in words. */
  readonly broken: readonly { readonly law: string; readonly message: string }[];
}

export interface Report {
  readonly now: Figures;
  /** The last release's; absent before there is one. */
  readonly before: Figures | undefined;
  readonly looked: readonly Looked[];
  readonly outcomes: readonly Outcome[];
}

/** One self-contained HTML page: what holds, what has moved since the last release, and what each lever does. */
export function page(report: Report): string {
  const { now, before } = report;
  const checks = checkRows(report);
  const wrong = checks.filter(({ broken }) => broken.length > 0).length;
  const series = report.looked.flatMap((one) => seriesRows(one, report));
  const numbers = report.looked.flatMap((one) => headlineRows(one, report));
  const levers = report.looked.flatMap((one) => leverRows(one, report));
  const runs = report.looked.reduce((sum, { swings }) => sum + 2 * swings.length + 1, 0);
  const than =
    before === undefined ? 'no release to compare with' : `release ${before.release} (model ${before.model})`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Model check: ${wrong === 0 ? 'all checks hold' : `${wrong} checks broken`}</title>
<style>${STYLE}</style>
<h1>Model check</h1>
<p>Model ${marked(now.model)} against ${marked(than)}. ${checks.length} checks, <strong class="${wrong === 0 ? 'good' : 'bad'}">${wrong === 0 ? 'all hold' : `${wrong} broken`}</strong>; ${runs} runs of ${report.looked.length} scenarios, every lever alone at its low and at its high end.</p>
<p class="legend">Grey is the last release, blue is now. Click a column's head to sort. <label>Show only rows with <input type="search" placeholder="a word"></label></p>
<h2>What has moved: series</h2>
${summary(series)}
${table(['Change', 'Scenario', 'Series', 'Release, now', 'January 2030 before', 'now'], series)}
<h2>What has moved: headlines</h2>
${summary(numbers)}
${table(['Change', 'Scenario', 'Headline', 'before', 'now'], numbers)}
<h2>What levers do</h2>
<p class="legend">Each lever alone at its low end (orange) and at its high end (blue); a tick is where the bar ended in the release. The bar is of “${marked(OUTCOMES[0]?.title ?? '')}”, on the scale of the scenario's largest swing.</p>
${summary(levers)}
${table(['Change', 'Scenario', 'Lever', 'Low to high', ...OUTCOMES.map(({ title }) => title), 'Swing'], levers)}
<h2>Checks</h2>
${table(
  ['Broken', 'Kind', 'Check', 'What must hold', 'Asked', 'What is wrong'],
  checks.map(({ id, kind, says, asked, broken }) => ({
    size: broken.length,
    cells: [
      cell(broken.length === 0 ? '–' : String(broken.length), broken.length),
      cell(kind),
      cell(id),
      cell(says),
      cell(String(asked), asked),
      cell(broken.slice(0, 5).join('; ') + (broken.length > 5 ? ` … and ${broken.length - 5} more` : '')),
    ],
  })),
)}
<script>${SCRIPT}</script>
</html>
`;
}

interface Cell {
  readonly html: string;
  /** What the column sorts by: a number, or the text. */
  readonly by: number | string;
}
interface Row {
  /** Size of the change: rows come with the largest first. */
  readonly size: number;
  readonly cells: readonly Cell[];
}

const cell = (text: string, by: number | string = text): Cell => ({ html: marked(text), by });
const chart = (svg: string): Cell => ({ html: svg, by: '' });

/** Every check with how often it was asked and what was broken. Laws are asked of every run. */
export function checkRows({ looked, outcomes }: Report) {
  const runs = looked.reduce((sum, { swings }) => sum + 2 * swings.length + 1, 0);
  const finite = { id: 'finite', kind: 'law', says: 'Every value of every series is a number.' };
  const lawRows = [finite, ...laws.map(({ id, kind, says }) => ({ id, kind, says }))].map((law) => ({
    ...law,
    asked: runs,
    broken: looked.flatMap(({ scenario, broken, swings }) => [
      ...broken.filter((one) => one.law === law.id).map(({ message }) => `${scenario.id}: ${message}`),
      ...swings.flatMap(({ lever, ...ends }) =>
        [ends.low, ends.high].flatMap(({ setting, problems }) =>
          problems
            .filter((one) => one.law === law.id)
            .map(({ message }) => `${scenario.id} with ${lever.name} at ${setting}: ${message}`),
        ),
      ),
    ]),
  }));
  const others = [...responses, ...extremes, ...references].map(({ id, kind, says }) => {
    const asked = outcomes.filter(({ check }) => check === id);
    return {
      id,
      kind,
      says,
      asked: asked.length,
      broken: asked.flatMap(({ scenario, broken }) => (broken === null ? [] : [`${scenario}: ${broken}`])),
    };
  });
  return [...lawRows, ...others].sort((a, b) => b.broken.length - a.broken.length);
}

function seriesRows({ scenario }: Looked, report: Report): Row[] {
  const [now, before] = sides(scenario, report);
  const year = MONTHS.indexOf('2030-01');
  return Object.entries(now?.series ?? {}).map(([id, values]) => {
    const old = before?.series[id];
    const size = report.before === undefined ? 0 : moved(old, values);
    const { title, unit, show } = baseOf(scenario).series(id);
    const shown = (value: number | null | undefined): Cell =>
      cell(value === null || value === undefined ? '–' : quantity(value, { unit, show }), value ?? -Number.MAX_VALUE);
    return {
      size,
      cells: [
        change(size),
        cell(scenario.id ?? ''),
        cell(title),
        chart(lines(old, values)),
        shown(old?.[year]),
        shown(values[year]),
      ],
    };
  });
}

function headlineRows({ scenario }: Looked, report: Report): Row[] {
  const [now, before] = sides(scenario, report);
  return baseOf(scenario).headlines.map(({ id, title, unit, show, prefer }) => {
    const [value = null, old = null] = [now?.headlines[id], before?.headlines[id]];
    const size = report.before === undefined ? 0 : moved(before === undefined ? undefined : [old], [value]);
    const shown = (one: number | null): Cell =>
      cell(one === null ? 'none' : quantity(one, { unit, show, prefer }), one ?? -Number.MAX_VALUE);
    return { size, cells: [change(size), cell(scenario.id ?? ''), cell(title), shown(old), shown(value)] };
  });
}

/** One row a lever: both its ends. */
function leverRows({ scenario, swings }: Looked, report: Report): Row[] {
  const [now, before] = sides(scenario, report);
  const base = OUTCOMES.map(({ of }) => of(baseOf(scenario)));
  const [middle = 0] = base;
  const far = swings.flatMap(({ low, high }) =>
    [low, high].map(({ values: [first = middle] }) => Math.abs(first - middle)),
  );
  const reach = Math.max(0, ...far);
  return swings.map(({ lever, low, high }) => {
    const [was, is] = [before?.swings[lever.name], now?.swings[lever.name]];
    const size =
      report.before === undefined ? 0 : Math.max(...[0, 1].map((n) => swungOtherwise(was?.[n], is?.[n] ?? [])));
    const ends = [low, high].map(({ setting }) => leverText(setting, lever.measure, scenario.start)).join(' to ');
    const [left = middle, right = middle] = [low.values[0], high.values[0]];
    return {
      size,
      cells: [
        change(size),
        cell(scenario.id ?? ''),
        cell(lever.name),
        cell(ends),
        ...OUTCOMES.map(({ unit }, n) => {
          const [a = Number.NaN, b = Number.NaN] = [low.values[n], high.values[n]];
          return cell(`${quantity(a, { unit })} to ${quantity(b, { unit })}`, Math.abs(b - a) || 0);
        }),
        {
          html: swing(middle, left, right, [was?.[0][0] ?? null, was?.[1][0] ?? null], reach),
          by: Math.abs(right - left) / (Math.abs(middle) || 1),
        },
      ],
    };
  });
}

function sides(
  { id = '' }: Scenario,
  { now, before }: Report,
): [ScenarioFigures | undefined, ScenarioFigures | undefined] {
  return [now.scenarios[id], before?.scenarios[id]];
}

function change(size: number): Cell {
  if (size === 0) return cell('–', 0);
  if (!Number.isFinite(size)) return cell('new', Number.MAX_VALUE);
  return cell(`${(size * 100).toPrecision(3)} %`, size);
}

function summary(rows: readonly Row[]): string {
  const count = rows.filter(({ size }) => size > 0).length;
  return `<p>${count === 0 ? `None of ${rows.length} has moved.` : `${count} of ${rows.length} have moved.`}</p>`;
}

/** Rows with the largest change first; the script sorts them otherwise. */
function table(head: readonly string[], rows: readonly Row[]): string {
  const sorted = [...rows].sort((a, b) => b.size - a.size);
  const isNumber = (n: number): boolean => typeof rows[0]?.cells[n]?.by === 'number';
  const heads = head
    .map(
      (title, n) =>
        `<th scope="col"${isNumber(n) ? ' class="number"' : ''}><button type="button">${marked(title)}</button></th>`,
    )
    .join('');
  const body = sorted.map(
    ({ cells }) =>
      `<tr>${cells.map(({ html, by }) => `<td${typeof by === 'number' ? ` class="number" data-by="${by}"` : ''}>${html}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${heads}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

function marked(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
