import type { DistributionAt, Ensemble } from '../runs.ts';
import { csv } from './csv.ts';
import { fixed, row } from './digits.ts';
import { atMonth, chanceLines, drawnLines, LEVELS } from './ensemble-table.ts';
import { labelOf, quantity, scaleFor } from './scale.ts';
import type { Paper } from './style.ts';
import { table } from './table.ts';
import { safe, wrap } from './text.ts';

/** One number over all members for a reader: how often it is how large, as bars. */
export function distributionLines(
  ensemble: Ensemble,
  found: DistributionAt,
  settings: readonly string[],
  paper: Paper,
): string[] {
  const { output, at, members, none, values, histogram } = found;
  const { edges, shares } = histogram;
  const scale = scaleFor(output, Math.max(0, ...[values[0], values.at(-1)].map((value) => Math.abs(value ?? 0))));
  const ends = row([...edges].map((edge) => edge * scale.factor));
  const most = Math.max(...shares);
  const room = Math.max(10, Math.min(48, paper.width - 32));
  const percents = fixed(
    Array.from(shares, (share) => share * 100),
    1,
  );
  const bars = [...shares].map((share, n) => [
    `  ${ends[n]} to ${ends[n + 1]}`,
    `${percents[n]} %`,
    '█'.repeat(Math.round((share / most) * room)),
  ]);
  const [title, unit] = labelOf(`${output.title} (${output.id})${at === null ? '' : ` in ${at}`}`, scale);
  const levels = LEVELS.flatMap((level) => {
    const value = quantile(ensemble, found, level);
    return value === null ? [] : [`${level.toUpperCase()} ${quantity(value, output)}`];
  });
  const columns = [{ align: 'right' }, { align: 'right' }, { align: 'left' }] as const;
  return [
    paper.bold(`${safe(ensemble.scenario.title)}: ${count(members)} members`),
    ...settings.flatMap((text) => wrap(`Set here: ${safe(text)}`, paper.width, '  ')),
    '',
    ...chanceLines(ensemble, paper),
    ...wrap(`${safe(title)}${unit}`, paper.width).map(paper.bold),
    ...(values.length === 0 ? ['  No member has a value.'] : table(bars, columns, paper.width)),
    '',
    ...wrap(
      [levels.join(', '), ...(none === 0 ? [] : [`${count(none)} members have no value`])].join('. '),
      paper.width,
    ),
    ...drawnLines(ensemble, paper),
  ];
}

function quantile(ensemble: Ensemble, { output, at }: DistributionAt, level: (typeof LEVELS)[number]): number | null {
  const headline = ensemble.headlines[output.id];
  if (headline !== undefined) return headline[level];
  const band = ensemble.bands[output.id];
  return band === undefined || at === null ? null : atMonth(ensemble, band[level], at);
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A line a bin. */
export function distributionCsv({ output, at, members, none, histogram }: DistributionAt): string {
  const { edges, shares } = histogram;
  return csv(
    ['of', 'at', 'unit', 'from', 'to', 'share', 'none', 'members'],
    [...shares].map((share, n) => [output.id, at, output.unit, edges[n], edges[n + 1], share, none, members]),
  );
}
