import type { ReportData } from '../../src/export/report/report.ts';

/** A figure as a report's page states it. */
export interface PageFigure {
  readonly value: number;
  readonly of: string;
  readonly at: string;
  readonly start: string | undefined;
  readonly factor: number;
  readonly decimals: number;
  readonly text: string;
}

const FIGURE =
  /<data value="([^"]*)" data-of="([^"]*)" data-at="([^"]*)" (?:data-start="([^"]*)"|data-factor="([^"]*)" data-decimals="([^"]*)")>([^<]*)<\/data>/g;

/** Every figure of a page, in its order. */
export function figuresOf(html: string): PageFigure[] {
  return [...html.matchAll(FIGURE)].map(([, value, of = '', at = '', start, factor, decimals, text = '']) => ({
    value: Number(value),
    of,
    at,
    start,
    factor: Number(factor),
    decimals: Number(decimals),
    text,
  }));
}

/** The text of the one element with an id, as a reader's browser gives it. */
export function textOf(html: string, id: string): string {
  const [, element, inside = ''] = new RegExp(`<(\\w+)[^>]* id="${id}"[^>]*>(.*?)</\\1>`, 's').exec(html) ?? [];
  if (element === 'script') return inside;
  return inside
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#13;/g, '\r')
    .replace(/&amp;/g, '&');
}

export function dataOf(html: string): ReportData {
  return JSON.parse(textOf(html, 'data')) as ReportData;
}

/** The charts of a page by their ids. */
export function chartsOf(html: string): Map<string, string> {
  const found = html.matchAll(/<figure data-chart="([^"]+)">.*?(<svg viewBox.*?<\/svg>)/gs);
  return new Map([...found].map(([, id = '', svg = '']) => [id, svg]));
}
