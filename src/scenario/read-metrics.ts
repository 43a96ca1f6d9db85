import { nearestName } from '../engine/nearest.ts';
import type { Path } from './document.ts';
import type { Reading } from './measure.ts';
import { type Fault, faults } from './problems.ts';
import { readNumber } from './read-quantity.ts';
import type { Report } from './report.ts';
import type { RawScenario } from './schema.ts';
import { type Scope, seriesNames, seriesOf } from './series.ts';
import type { Metric, Scenario, Target } from './types.ts';
import { isMistake, parseUnit } from './unit.ts';

/**
 * Reads the formula of a metric into a tree and the unit it comes out in, or says what is wrong with it.
 * @param earlier metrics that stand before it, which it may build on
 */
export type FormulaReader = (
  metric: Metric,
  scope: Scope,
  earlier: Readonly<Record<string, Metric>>,
) => readonly Fault[] | NonNullable<Metric['parsed']>;

/** Reads metrics, over those of what the file extends. Their formulas are looked into only where a reader for them is given. */
export function readMetrics(
  raw: Partial<RawScenario>,
  scope: Scope,
  base: Readonly<Record<string, Metric>>,
  reading: Reading,
  read: FormulaReader | undefined,
  report: Report,
): Record<string, Metric> {
  const metrics: Record<string, Metric> = { ...base };
  for (const [id, metric] of Object.entries(raw.metrics ?? {})) {
    // What is missing has been reported with the shape.
    if (metric === undefined || typeof metric.formula !== 'string' || typeof metric.title !== 'string') continue;
    const { formula, title, unit } = metric;
    const path: Path = ['metrics', id];
    const stated: Metric = { formula, title, ...(unit === undefined ? {} : { unit }) };
    metrics[id] = stated;
    const known = unit === undefined ? undefined : parseUnit(unit, reading.units);
    if (known !== undefined && isMistake(known)) {
      report.add([...path, 'unit'], faults.unknownUnit(known.word, 'a unit such as USD/job', known.hint));
      continue;
    }
    const found = read?.(stated, scope, before(id, metrics)) ?? [];
    if ('expression' in found) metrics[id] = { ...stated, parsed: found };
    else for (const fault of found) report.add([...path, fault.code === 'metric-unit' ? 'unit' : 'formula'], fault);
  }
  return metrics;
}

/** The metrics that stand before one of them: only on these can it build, so that none can go in a circle. */
function before(id: string, metrics: Readonly<Record<string, Metric>>): Record<string, Metric> {
  const entries = Object.entries(metrics);
  return Object.fromEntries(
    entries.slice(
      0,
      entries.findIndex(([name]) => name === id),
    ),
  );
}

export function readTargets(
  raw: Partial<RawScenario>,
  scope: Scope,
  metrics: Readonly<Record<string, Metric>>,
  span: Pick<Scenario, 'start' | 'horizon'>,
  reading: Reading,
  report: Report,
): Record<string, Target> {
  const targets: Record<string, Target> = {};
  for (const [id, target] of Object.entries(raw.targets ?? {})) {
    const path: Path = ['targets', id];
    // What is missing has been reported with the shape.
    if (target === undefined || typeof target.of !== 'string') continue;
    const { of, at } = target;
    const series = seriesOf(of, scope, metrics);
    if (series === undefined) {
      report.add(
        [...path, 'of'],
        faults.unknownName(of, 'series, headline or metric', nearestName(of, seriesNames(scope, metrics))),
      );
      continue;
    }
    const { kind, measure } = series;
    if (kind === 'headline' && at !== undefined) report.add([...path, 'at'], faults.targetAtHeadline(of));
    if (kind !== 'headline' && at === undefined && !report.has([...path, 'at']))
      report.add(path, faults.targetAt(of), 'key');
    if (at !== undefined && (at < span.start || at > span.horizon))
      report.add([...path, 'at'], faults.targetWhen(at, span.start, span.horizon));
    const end = (name: 'least' | 'most'): number | undefined => {
      const value = target[name];
      if (value === undefined) return undefined;
      if (measure !== undefined) return readNumber(value, measure, reading, [...path, name], report);
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      report.add([...path, name], faults.targetUnit(of));
      return undefined;
    };
    const least = end('least');
    const most = end('most');
    if (
      target.least === undefined &&
      target.most === undefined &&
      !report.has([...path, 'least']) &&
      !report.has([...path, 'most'])
    )
      report.add(path, faults.targetEmpty(), 'key');
    if (least !== undefined && most !== undefined && least > most) report.add(path, faults.targetOrder(), 'key');
    targets[id] = {
      of,
      ...(at === undefined ? {} : { at }),
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
    };
  }
  return targets;
}
