import type { ComparedNumber, Comparison } from '../runs.ts';
import { csv, type Field } from './csv.ts';

/** A line for each number of each scenario; "at" is empty for what is one number for a whole run. */
export function comparisonCsv({ inputs, headlines, series }: Comparison, names: readonly string[]): string {
  const rows: Field[][] = [];
  for (const { lever, title, unit, values } of inputs) {
    for (const [place, value] of values.entries())
      rows.push(['input', lever, title, unit, '', names[place], value, null, null]);
  }
  const add = (kind: string, number: ComparedNumber, at: string): void => {
    const { id, title, unit, values, absolute, relative } = number;
    for (const [place, value] of values.entries())
      rows.push([kind, id, title, unit, at, names[place], value, absolute[place], relative[place]]);
  };
  for (const headline of headlines) add('headline', headline, '');
  for (const point of series) add('series', point, point.at);
  return csv(['kind', 'id', 'title', 'unit', 'at', 'scenario', 'value', 'absolute', 'relative'], rows);
}

/** The same as one object, with the scenarios in full. */
export function comparisonJson(
  { baseline, others, inputs, headlines, series }: Comparison,
  names: readonly string[],
): string {
  return JSON.stringify({
    format: 'buildout-comparison/1',
    model: baseline.model,
    scenarios: [baseline, ...others].map(({ scenario }, place) => ({ name: names[place], title: scenario.title })),
    inputs: inputs.map(({ lever, title, unit, values }) => ({ lever, title, unit, values })),
    headlines,
    series,
  });
}
