import { hint } from '../../engine/nearest.ts';
import { meta } from '../../generated/meta.ts';
import { type Lever, levers } from '../../scenario/levers.ts';
import type { Scenario } from '../../scenario/types.ts';

/** A lever that is looked along, and how far. */
export interface Way {
  readonly lever: string;
  readonly title: string;
  readonly unit: string;
  /** Where it is now. */
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** What counts as a change of one: the width of the model's own range, or a share of what it is. */
  readonly scale: number;
  readonly whole: boolean;
}

export interface Ends {
  readonly from?: number;
  readonly to?: number;
}

/**
 * How far a lever may be moved: to the ends that are given, else to the limits that the equations have (`limits`) or within the range
 * that the evidence has (`range`).
 * @throws RangeError for a lever that the scenario does not have, one that is locked, and ends that leave nothing
 */
export function wayOf(scenario: Scenario, name: string, within: 'limits' | 'range', ends: Ends = {}): Way {
  const all = levers(scenario, meta);
  const lever = all.find((one) => one.name === name);
  if (lever === undefined) {
    const known = all.map((one) => one.name);
    throw new RangeError(`this scenario has no lever "${name}"${hint(name, known)}`);
  }
  if (scenario.locks.includes(name)) throw new RangeError(`"${name}" is locked`);
  return wayAlong(lever, within, ends);
}

/** The same for a lever that is at hand. */
export function wayAlong(lever: Lever, within: 'limits' | 'range', ends: Ends = {}): Way {
  const { name, title, value, measure, range, usual } = lever;
  const width = Math.max(usual.high - usual.low, range.high - range.low);
  const scale = width > 0 ? width : Math.abs(value) > 0 ? Math.abs(value) : 1;
  const low = Math.min(value, usual.low, range.low);
  const high = Math.max(value, usual.high, range.high);
  const wide = within === 'limits' || low === high;
  const from = ends.from ?? (wide ? (measure.least ?? value - 100 * scale) : low);
  const to = ends.to ?? (wide ? (measure.most ?? value + 100 * scale) : high);
  if (!(from < to)) throw new RangeError(`from ${from} to ${to} leaves "${name}" nothing to be`);
  return { lever: name, title, unit: measure.unit, value, from, to, scale, whole: measure.type !== 'number' };
}
