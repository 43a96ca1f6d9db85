import type { RealityRow } from '../index.ts';
import { csv } from './csv.ts';
import { digits } from './digits.ts';
import type { Paper } from './style.ts';
import { type Column, type Row, table } from './table.ts';
import { safe, wrap } from './text.ts';

const LEFT: Column = { align: 'left' };
const RIGHT: Column = { align: 'right' };

/** Published figures with the model's own beside each, and where the two differ, why. Those the model is not asked come last. */
export function realityLines(rows: readonly RealityRow[], paper: Paper): string[] {
  const asked = rows.filter(({ model }) => model !== undefined);
  const silent = rows.filter(({ model }) => model === undefined);
  const cells = asked.flatMap((row): Row[] => [numbers(row), `   ${words(row)}`]);
  const [head = '', ...rest] = table(
    [['Figure', 'published', 'model', 'its range', ''], ...cells],
    [{ align: 'left', gives: 'cut' }, RIGHT, RIGHT, RIGHT, LEFT],
    paper.width,
  );
  const reasons = new Map<string, string[]>();
  for (const { figure } of silent) {
    const reason = figure.silent ?? '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), figure.id]);
  }
  return [
    paper.bold('Published figures, and what the model says'),
    '',
    paper.bold(head),
    ...rest,
    '',
    paper.bold(`Not asked of the model: ${silent.length}`),
    ...[...reasons].flatMap(([reason, ids]) => wrap(`${safe(reason)} ${ids.join(', ')}`, paper.width, '   ', ' ')),
    '',
    ...wrap(summary(asked), paper.width),
    ...wrap(
      "The model's figure is that of a scenario as it ships; its range is what the levers behind it can do, low to high, and no probability.",
      paper.width,
    ).map(paper.dim),
  ];
}

function numbers({ figure, model, verdict, unexplained }: RealityRow): Row {
  const { low, high } = figure.published;
  const published = high === undefined ? `≥${signed(low)}` : span(low, high);
  const own = model === undefined ? ['', ''] : [signed(model.central), span(model.low, model.high)];
  return [figure.id, published, ...own, unexplained ? `${verdict}!` : verdict];
}

/** Unit, time and subject; the reason only where the model's own figure lies elsewhere. */
function words({ figure, verdict, unexplained }: RealityRow): string {
  const { says, published, as_of: date, explains } = figure;
  const unit = published.unit === '1' ? '' : `${published.unit}, `;
  const why = unexplained ? ' Nothing explains this miss.' : verdict === 'inside' || !explains ? '' : ` ${explains}`;
  return safe(`${unit}${date}. ${says}${why}`);
}

function summary(asked: readonly RealityRow[]): string {
  const count = (verdict: RealityRow['verdict']): number => asked.filter((row) => row.verdict === verdict).length;
  const unexplained = asked.filter((row) => row.unexplained).length;
  const misses = count('miss') === 0 ? '' : unexplained === 0 ? ', each explained' : `, ${unexplained} unexplained`;
  return `${asked.length} asked: ${count('inside')} inside what was published, ${count('overlaps')} with a range that meets it, ${count('miss')} missed${misses}.`;
}

const signed = (value: number): string => `${value < 0 ? '-' : ''}${digits(value)}`;
const span = (low: number, high: number): string =>
  signed(low) === signed(high) ? signed(low) : `${signed(low)}–${signed(high)}`;

export function realityCsv(rows: readonly RealityRow[]): string {
  return csv(
    [
      'id',
      'says',
      'as_of',
      'source',
      'unit',
      'published_low',
      'published',
      'published_high',
      'model_low',
      'model',
      'model_high',
      'verdict',
      'scenario',
      'formula',
      'at',
      'why',
    ],
    rows.map(({ figure, model, verdict }) => [
      figure.id,
      figure.says,
      figure.as_of,
      figure.source,
      figure.published.unit,
      figure.published.low,
      figure.published.central,
      figure.published.high,
      model?.low,
      model?.central,
      model?.high,
      verdict,
      figure.asks?.scenario,
      figure.asks?.formula,
      figure.asks?.at,
      figure.silent ?? figure.explains,
    ]),
  );
}
