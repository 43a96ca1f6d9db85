import type { Path } from './document.ts';
import { quantityText } from './format.ts';
import type { Measure, Reading } from './measure.ts';
import { faults } from './problems.ts';
import { parseQuantity } from './quantity.ts';
import type { Report } from './report.ts';
import type { Distribution, Quantity } from './types.ts';

/** A quantity as a file may state it: one value, or a group with its uncertainty. */
export interface RawGroup {
  readonly central: unknown;
  readonly low?: unknown;
  readonly high?: unknown;
  readonly distribution?: Distribution;
  readonly source?: string;
  readonly confidence?: 'high' | 'medium' | 'low';
}

/** Reads one number; undefined with the reason reported. */
export function readNumber(
  raw: unknown,
  measure: Measure,
  reading: Reading,
  path: Path,
  report: Report,
): number | undefined {
  const value = parseQuantity(raw, measure, reading, report.source(path));
  if (typeof value === 'number') return value;
  report.add(path, value);
  return undefined;
}

/** Reads a quantity with as much of its uncertainty as is stated; undefined with every reason reported. */
export function readQuantity(
  raw: unknown,
  measure: Measure,
  reading: Reading,
  path: Path,
  report: Report,
): Quantity | undefined {
  if (typeof raw !== 'object' || raw === null) {
    const central = readNumber(raw, measure, reading, path, report);
    return central === undefined ? undefined : { central };
  }
  const group = raw as RawGroup;
  if (group.central === undefined) return undefined;
  const part = (name: 'low' | 'central' | 'high'): number | undefined =>
    group[name] === undefined ? undefined : readNumber(group[name], measure, reading, [...path, name], report);
  const low = part('low');
  const central = part('central');
  const high = part('high');
  const before = report.problems.length;
  checkRange({ low, central, high, group }, measure, reading, path, report);
  if (central === undefined || report.problems.length > before) return undefined;
  const { distribution, source, confidence } = group;
  return {
    central,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(distribution === undefined ? {} : { distribution }),
    ...(source === undefined ? {} : { source }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

interface Ends {
  readonly low: number | undefined;
  readonly central: number | undefined;
  readonly high: number | undefined;
  readonly group: RawGroup;
}

function checkRange(
  { low, central, high, group }: Ends,
  measure: Measure,
  reading: Reading,
  path: Path,
  report: Report,
): void {
  const stated = Number(group.low !== undefined) + Number(group.high !== undefined);
  const { distribution } = group;
  if (stated === 1 && report.isClean(path)) report.add(path, faults.halfRange());
  if (stated > 0 && measure.type === 'choice') report.add(path, faults.choiceRange());
  if (stated > 0 && distribution === 'fixed') report.add([...path, 'distribution'], faults.rangeFixed());
  if (stated === 0 && distribution !== undefined && distribution !== 'fixed')
    report.add([...path, 'distribution'], faults.rangeNeeded(distribution));
  if (low === undefined || central === undefined || high === undefined) return;
  const say = (value: number): string => quantityText(value, measure, reading);
  if (low > central || central > high) report.add(path, faults.rangeOrder(say(low), say(central), say(high)));
  if (distribution === 'lognormal' && low <= 0) report.add([...path, 'low'], faults.lognormal(say(low)));
}
