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

/** What is wrong with a metric's formula or its declared unit. `earlier` are the metrics it may build on. */
export type FormulaChecker = (
  metric: Metric,
  scope: Scope,
  earlier: Readonly<Record<string, Metric>>,
) => readonly Fault[];

/** Reads metrics; their formulas are looked into only where a checker is given. */
export function readMetrics(
  raw: Partial<RawScenario>,
  scope: Scope,
  base: Readonly<Record<string, Metric>>,
  reading: Reading,
  check: FormulaChecker | undefined,
  report: Report,
): Record<string, Metric> {
  const metrics: Record<string, Metric> = { ...base };
  for (const [id, metric] of Object.entries(raw.metrics ?? {})) {
    // What is missing has been reported with the shape.
    if (metric === undefined || typeof metric.formula !== 'string' || typeof metric.title !== 'string') continue;
    const { formula, title, unit } = metric;
    const path: Path = ['metrics', id];
    const parsed = unit === undefined ? undefined : parseUnit(unit, reading.units);
    const read: Metric = { formula, title, ...(unit === undefined ? {} : { unit }) };
    if (parsed !== undefined && isMistake(parsed))
      report.add([...path, 'unit'], faults.unknownUnit(parsed.word, 'a unit such as USD/job', parsed.hint));
    const { [id]: _own, ...earlier } = metrics;
    for (const fault of check?.(read, scope, earlier) ?? [])
      report.add([...path, fault.code === 'metric-unit' ? 'unit' : 'formula'], fault);
    metrics[id] = read;
  }
  return metrics;
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
