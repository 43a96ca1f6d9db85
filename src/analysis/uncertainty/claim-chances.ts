import type { Claim } from '../../scenario/seeds-types.ts';
import type { Scenario } from '../../scenario/types.ts';
import { claimBounds, claims, seriesOf } from '../claims.ts';
import { simulate } from '../project.ts';
import type { Wanted } from './ask.ts';
import type { Chance } from './chances.ts';
import { type LeastChange, leastChange } from './change.ts';
import { type EnsembleOptions, ensemble } from './ensemble.ts';

/** A claim of the seed documents under uncertainty. */
export interface ClaimChance {
  readonly claim: Claim;
  /** What has to hold, as a target. */
  readonly target: Wanted;
  readonly chance: Chance;
  /** Whether it holds with everything at its central value, and the least change that makes it hold. */
  readonly change: LeastChange;
}

/**
 * Claims that a run can bear out or not, as targets by claim id: those with a figure that concern this scenario and that the model
 * answers. What is only quoted, so that it can be seen beside others, is left out.
 */
export function claimTargets(scenario: Scenario): Map<string, { readonly claim: Claim; readonly target: Wanted }> {
  const found = new Map<string, { claim: Claim; target: Wanted }>();
  for (const { claim, kind, value } of claims(simulate(scenario))) {
    const bounds = claimBounds(claim);
    if (kind === 'quoted' || value === null || bounds === undefined || claim.answer === undefined) continue;
    const { take, at } = claim.answer;
    const how = take === 'max' ? { take } : take === 'at' && at !== undefined ? { at } : {};
    found.set(claim.id, { claim, target: { of: seriesOf(claim.answer.of, scenario), ...how, ...bounds } });
  }
  return found;
}

/**
 * For each claim that concerns a scenario: how likely it is to hold, and the least change that makes it hold.
 * @param options  as for an ensemble; series and targets are those of the claims.
 */
export async function claimChances(
  scenario: Scenario,
  options: Omit<EnsembleOptions, 'ids' | 'targets'> = {},
): Promise<ClaimChance[]> {
  const asked = claimTargets(scenario);
  const targets = Object.fromEntries([...asked].map(([id, { target }]) => [id, target]));
  const { chances } = await ensemble(scenario, { ...options, ids: [], targets });
  return [...asked].flatMap(([id, { claim, target }]) => {
    const chance = chances[id];
    return chance === undefined ? [] : [{ claim, target, chance, change: leastChange(scenario, target) }];
  });
}
