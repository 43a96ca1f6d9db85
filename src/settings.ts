/**
 * The part of the public door that reads quantities as people write them. The command line loads it when there is one to read.
 */
import { meta } from './generated/meta.ts';
import { unitTable } from './generated/units.ts';
import { headlines } from './model/headlines.ts';
import { readAmount as amount, readWanted as wanted } from './scenario/amount.ts';
import { applySettings as apply, setLever as set } from './scenario/set.ts';
import type { Quantity, Scenario, Target } from './scenario/types.ts';

/**
 * A quantity of a series, headline or metric as people write it, "10 GW", in its own unit.
 * @throws RangeError for a name that this scenario does not have, or a text that is no such quantity
 */
export function readAmount(scenario: Scenario, of: string, text: string): number {
  return amount(scenario, of, text, { meta, units: unitTable, headlines });
}

/**
 * A target in one line: "facility_in_use>=10 GW@2030-01", "npv>=0".
 * @throws RangeError for a line that is none
 */
export function readTarget(scenario: Scenario, text: string): Target {
  return wanted(scenario, text, { meta, units: unitTable, headlines });
}

/**
 * The same scenario with one lever at another value, in the lever's own unit; without a value, as if the file did not state it.
 * @throws RangeError for a name that is no lever of this scenario, with the nearest that is.
 */
export function setLever(scenario: Scenario, name: string, value?: number | Quantity): Scenario {
  return set(scenario, name, typeof value === 'number' ? { central: value } : value, meta);
}

/**
 * Applies "lever=value" texts, quantities as in files: "grid_wait=2 years".
 * @throws ScenarioError with every text that cannot be applied.
 */
export function applySettings(scenario: Scenario, settings: readonly string[]): Scenario {
  return apply(scenario, settings, { meta, units: unitTable, headlines });
}
