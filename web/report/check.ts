/**
 * The one script inside a report (src/export/report): it runs the model again over the inputs the file carries and holds every figure,
 * chart and fingerprint of the page against that. The build turns it, kernel and all, into one text.
 */
import { timesOf } from '../../src/analysis/dates.ts';
import { drawChart } from '../../src/export/report/chart.ts';
import { sha256 } from '../../src/export/report/digest.ts';
import { agree, digitsOf, type Writing } from '../../src/export/report/digits.ts';
import { type Recomputed, recompute } from '../../src/export/report/recompute.ts';
import type { ReportData } from '../../src/export/report/report.ts';
import { kernel } from '../../src/generated/kernel.ts';

const own = document.currentScript?.textContent ?? '';
const textOf = (id: string) => document.getElementById(id)?.textContent ?? '';

/** How a figure says that it is written. */
function writingOf({ start, factor, decimals }: DOMStringMap): Writing {
  return start === undefined ? { factor: Number(factor), decimals: Number(decimals) } : { start };
}

/** Whether a figure is what its series gives; one that is not is marked, with the right one behind it. */
function holds(figure: HTMLDataElement, run: Recomputed): boolean {
  const { of = '', at = '' } = figure.dataset;
  const writing = writingOf(figure.dataset);
  const stated = figure.value === '' ? Number.NaN : Number(figure.value);
  let actual = Number.NaN;
  let size = 0;
  try {
    actual = run.figure(of, at);
    size = run.size(of);
  } catch {
    mark(figure, 'cannot be recomputed');
    return false;
  }
  const right = agree(stated, actual, size) && figure.textContent === digitsOf(stated, writing);
  if (!right) mark(figure, `recomputed: ${digitsOf(actual, writing)}`);
  return right;
}

function mark(element: Element, words: string): void {
  element.classList.add('wrong');
  const note = document.createElement('span');
  note.className = 'recomputed';
  note.textContent = words;
  element.after(note);
}

/** Whether a chart is what would be drawn now. Its points may be a tenth of a unit apart: engines round alike but for the last place. */
function isSame(drawn: Element | null, now: string): boolean {
  const template = document.createElement('template');
  template.innerHTML = now;
  const fresh = template.content.firstElementChild;
  if (drawn === null || fresh === null || drawn.textContent !== fresh.textContent) return false;
  const [a, b] = [drawn.outerHTML, fresh.outerHTML].map((text) => text.split(/(-?\d+(?:\.\d+)?)/u));
  return (
    a!.length === b!.length &&
    a!.every((part, n) => part === b![n] || (n % 2 === 1 && Math.abs(Number(part) - Number(b![n])) < 0.11))
  );
}

function wrongCharts(data: ReportData, run: Recomputed): number {
  const times = timesOf(data, data.steps);
  const span = { first: times[0] ?? 0, last: times.at(-1) ?? 0 };
  return data.charts.filter((chart) => {
    const figure = document.querySelector(`figure[data-chart="${chart.id}"]`);
    if (isSame(figure?.querySelector(':scope > svg') ?? null, drawChart(chart, run.series, span).text)) return false;
    if (figure) mark(figure.firstElementChild ?? figure, 'not what the model draws');
    figure?.classList.add('wrong');
    return true;
  }).length;
}

/** The fingerprints that are not those of what the page carries; undefined where they cannot be taken. */
async function wrongHashes(): Promise<number | undefined> {
  const carried = { 'hash-scenario': textOf('scenario'), 'hash-model': own, 'hash-data': textOf('data') };
  let wrong = 0;
  for (const [id, text] of Object.entries(carried)) {
    let hex: string;
    try {
      ({ hex } = await sha256(text));
    } catch {
      return undefined;
    }
    if (textOf(id) === hex) continue;
    mark(document.getElementById(id) ?? document.body, `computed: ${hex}`);
    wrong += 1;
  }
  return wrong;
}

const count = (number: number, one: string) => `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`;

async function check(): Promise<{ good: boolean; words: string }> {
  const data = JSON.parse(textOf('data')) as ReportData;
  const run = recompute(data, kernel);
  const figures = [...document.querySelectorAll<HTMLDataElement>('data[data-of]')];
  const wrong = figures.filter((figure) => !holds(figure, run)).length;
  const missing = data.figures - figures.length;
  const charts = wrongCharts(data, run);
  const hashes = await wrongHashes();
  const all = `${count(figures.length, 'figure')} and ${count(data.charts.length, 'chart')}`;
  if (wrong + charts + Math.abs(missing) + (hashes ?? 0) === 0) {
    const sealed = hashes === undefined ? 'the fingerprints could not be taken here' : 'so do the fingerprints';
    return { good: true, words: `${all} recomputed in this page just now: all agree, ${sealed}.` };
  }
  const faults = [
    ...(wrong > 0 ? [`${count(wrong, 'figure')}`] : []),
    ...(charts > 0 ? [`${count(charts, 'chart')}`] : []),
    ...(hashes ? [`${count(hashes, 'fingerprint')}`] : []),
  ];
  const marked =
    faults.length > 0 ? `${faults.join(', ')} of ${all} disagree with what this page computes, and are marked. ` : '';
  const lost =
    missing === 0 ? '' : `The page should hold ${count(data.figures, 'figure')}, and holds ${figures.length}.`;
  return { good: false, words: `${marked}${lost}`.trim() };
}

const verdict = document.getElementById('verdict');
check()
  .catch((error: unknown) => ({ good: false, words: `The figures cannot be recomputed: ${String(error)}` }))
  .then(({ good, words }) => {
    verdict?.classList.add(good ? 'good' : 'bad');
    if (verdict) verdict.textContent = words;
  });

// What is folded away would not be printed.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
