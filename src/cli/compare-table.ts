import type { ComparedNumber, Comparison } from '../runs.ts';
import { decimalsFor, fixed } from './digits.ts';
import { labelOf, scaleFor } from './scale.ts';
import type { Paper } from './style.ts';
import { type Column, inBlocks, type Row, table } from './table.ts';
import { safe, wrap } from './text.ts';
import { leverText } from './values.ts';

const LEFT: Column = { align: 'left' };
const RIGHT: Column = { align: 'right' };
const WRAPPED: Column = { align: 'right', gives: 'wrap' };

/**
 * A comparison for a reader: who is who, the inputs that differ, headlines, then series with the difference from the first.
 * @param labels what stands beside a title, where titles alone do not tell the scenarios apart
 */
export function compareTable(comparison: Comparison, labels: readonly string[], paper: Paper): string[] {
  const all = [comparison.baseline, ...comparison.others];
  const letters = all.map((_, place) => String.fromCharCode(65 + place));
  const legend = all.flatMap(({ scenario }, place) => {
    const label = labels[place] ?? '';
    const name = `${safe(scenario.title)}${label === '' ? '' : ` (${safe(label)})`}`;
    return wrap(name, paper.width, '   ', `${letters[place]}  `);
  });
  const footnote = `Differences are from A. Series at the start of the month, a year meaning its January. Model ${comparison.baseline.model}.`;
  return [
    ...legend,
    '',
    ...inputLines(comparison, letters, paper),
    '',
    ...headlineLines(comparison.headlines, letters, paper),
    '',
    ...seriesLines(comparison.series, letters, paper),
    '',
    ...wrap(footnote, paper.width).map(paper.dim),
  ];
}

/** Two scenarios stand in columns; of more, those that agree are named together. */
function inputLines({ inputs, baseline }: Comparison, letters: readonly string[], paper: Paper): string[] {
  if (inputs.length === 0) return [paper.bold('No input differs')];
  const rows = inputs.map(({ title, measure, values }) => ({
    title: safe(title),
    texts: values.map((value) => (value === null ? '–' : leverText(value, measure, baseline.scenario.start))),
  }));
  const head = 'Inputs that differ';
  if (letters.length === 2) {
    const cells = rows.map(({ title, texts }) => [` ${title}`, ...texts]);
    return boldFirst(
      table([[head, ...letters], ...cells], [{ align: 'left', gives: 'wrap' }, WRAPPED, WRAPPED], paper.width),
      paper,
    );
  }
  const lines = rows.flatMap(({ title, texts }) => {
    const kinds = [...new Set(texts)].filter((text) => text !== '–');
    const who = (text: string): string => letters.filter((_, place) => texts[place] === text).join(' ');
    return wrap(`${title}: ${kinds.map((text) => `${text} (${who(text)})`).join(', ')}`, paper.width, '   ', ' ');
  });
  return [paper.bold(head), ...lines];
}

function headlineLines(headlines: readonly ComparedNumber[], letters: readonly string[], paper: Paper): string[] {
  const rows: Row[] = headlines.flatMap((headline) => {
    const { label, texts, changes, shares } = inOneScale(headline, headline.values, letters.length);
    return letters.map((letter, place) => {
      const change = place === 0 ? ['', ''] : [changes[place] ?? '', shares[place] ?? ''];
      return [place === 0 ? ` ${label}` : '', letter, texts[place] ?? '', ...change];
    });
  });
  const columns: Column[] = [{ align: 'left', gives: 'cut' }, LEFT, RIGHT, RIGHT, RIGHT];
  return boldFirst(table([['Headlines', '', '', 'difference', ''], ...rows], columns, paper.width), paper);
}

function seriesLines(series: Comparison['series'], letters: readonly string[], paper: Paper): string[] {
  const ids = [...new Set(series.map(({ id }) => id))];
  const pointsOf = (id: string): Comparison['series'] => series.filter((point) => point.id === id);
  const isNothing = (id: string): boolean => pointsOf(id).every(({ values }) => values.every((value) => value === 0));
  const months = [...new Set(series.map(({ at }) => at))];
  const lines = inBlocks(months, (chosen) => {
    const rows: Row[] = ids
      .filter((id) => !isNothing(id))
      .flatMap((id): Row[] => {
        const points = pointsOf(id).filter(({ at }) => chosen.includes(at));
        const [first] = points;
        if (first === undefined) return [];
        const values = points.flatMap((point) => point.values);
        return seriesRows(inOneScale(first, values, letters.length), letters);
      });
    const heads = chosen.map((month) => month.replace(/-01$/u, ''));
    const columns = [{ align: 'left' } as const, ...heads.map((): Column => ({ align: 'right', gap: 1 }))];
    return boldFirst(table([['Series', ...heads], ...rows], columns, paper.width), paper);
  });
  const nothing = ids.filter(isNothing).map((id) => pointsOf(id)[0]?.title ?? id);
  if (nothing.length === 0) return lines;
  const words = nothing.map((title) => safe(title.charAt(0).toLowerCase() + title.slice(1))).join(', ');
  return [...lines, ...wrap(`Nothing in any: ${words}.`, paper.width, '', ' ')];
}

/** A series' title, then each scenario, and what it differs by if it does. */
function seriesRows({ label, texts, changes, shares }: Texts, letters: readonly string[]): Row[] {
  const of = (list: readonly string[], place: number): string[] =>
    list.filter((_, index) => index % letters.length === place);
  return [
    ` ${label}`,
    ...letters.flatMap((letter, place): Row[] => {
      if (place === 0) return [[`   ${letter}`, ...of(texts, 0)]];
      if (of(changes, place).every((text) => text === '0')) return [[`   ${letter} = A`]];
      const percents = of(shares, place);
      return [
        [`   ${letter}`, ...of(texts, place)],
        [`   ${letter} - A`, ...of(changes, place)],
        ...(percents.every((text) => text === '') ? [] : [['', ...percents]]),
      ];
    }),
  ];
}

interface Texts {
  readonly label: string;
  /** Scenario after scenario, month after month, as the values were given. */
  readonly texts: readonly string[];
  readonly changes: readonly string[];
  readonly shares: readonly string[];
}

/**
 * Numbers of one kind and their differences from the first scenario's, all in one unit with as many decimals.
 * @param values scenario after scenario, month after month
 * @param count how many scenarios there are
 */
function inOneScale(
  { title, unit, show, prefer }: ComparedNumber,
  values: readonly (number | null)[],
  count: number,
): Texts {
  const given = values.map((value) => value ?? Number.NaN);
  const largest = Math.max(0, ...given.filter(Number.isFinite).map(Math.abs));
  // What a delay leaves behind is nothing to anybody.
  const plain = given.map((value) => (Math.abs(value) < largest * 1e-6 ? 0 : value));
  const sizes = plain.map(Math.abs).filter((size) => size > largest * 1e-3);
  const middle = sizes.length === 0 ? 0 : Math.sqrt(Math.min(...sizes) * largest);
  const scale = scaleFor({ unit, show, prefer }, middle, 1e3);
  const decimals = Math.min(2, decimalsFor(middle * scale.factor));
  const base = plain.map((_, place) => plain[place - (place % count)] ?? Number.NaN);
  const differences = plain.map((value, place) => value - (base[place] ?? Number.NaN));
  const shown = (list: readonly number[]): string[] =>
    fixed(
      list.map((value) => value * scale.factor),
      decimals,
    );
  return {
    label: labelOf(safe(title), scale).join(''),
    texts: shown(plain),
    changes: shown(differences).map((text, place) =>
      (differences[place] ?? 0) > 0 && /[1-9]/u.test(text) ? `+${text}` : text,
    ),
    shares: differences.map((difference, place) => percent(difference, base[place] ?? 0)),
  };
}

/** "+12%", "-3.1%", "25x"; nothing where there is no base or the change is beyond all measure. */
function percent(difference: number, base: number): string {
  const share = difference / Math.abs(base);
  if (!Number.isFinite(share) || Math.abs(share) >= 100) return '';
  if (Math.abs(share) >= 10) return base > 0 && share > 0 ? `${(1 + share).toFixed(0)}x` : '';
  const text = (share * 100).toFixed(Math.abs(share) >= 0.1 || share === 0 ? 0 : 1);
  return `${share > 0 ? '+' : ''}${text}%`;
}

function boldFirst([first = '', ...rest]: readonly string[], paper: Paper): string[] {
  return [paper.bold(first), ...rest];
}
