import { meta } from '../../generated/meta.ts';
import type { Scenario } from '../../scenario/types.ts';
import { type Axis, axesOf } from './axes.ts';

/** A lever that an ensemble draws. */
export type UncertainLever = Omit<Axis, 'quantiles' | 'dimension'>;

/** The levers that an ensemble of a scenario draws, in the model's order; those that balance name their group. */
export function uncertainLevers(scenario: Scenario): UncertainLever[] {
  return axesOf(scenario, meta).map(({ quantiles: _, dimension: __, ...lever }) => lever);
}
