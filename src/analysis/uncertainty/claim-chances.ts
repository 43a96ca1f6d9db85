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
  /** "computed" by each run, or "stated" by the scenario or the defaults. */
  readonly kind: 'computed' | 'stated';
  /** What has to hold, as a target. */
  readonly target: Wanted;
  readonly chance: Chance;
  /** Whether it holds with everything at its central value, and the least change that makes it hold; absent if cancelled before. */
  readonly change?: LeastChange;
}

/**
 * Claims that a run can bear out or not, as targets by claim id: those with a figure that concern this scenario and that the model
 * answers. What is only quoted, so that it can be seen beside others, is left out.
 */
export function claimTargets(scenario: Scenario): Map<string, Pick<ClaimChance, 'claim' | 'kind' | 'target'>> {
  const found = new Map<string, Pick<ClaimChance, 'claim' | 'kind' | 'target'>>();
  for (const { claim, kind, value } of claims(simulate(scenario))) {
    const bounds = claimBounds(claim);
    if (kind === 'quoted' || value === null || bounds === undefined || claim.answer === undefined) continue;
    const { take, at } = claim.answer;
    const how = take === 'max' ? { take } : take === 'at' && at !== undefined ? { at } : {};
    found.set(claim.id, { claim, kind, target: { of: seriesOf(claim.answer.of, scenario), ...how, ...bounds } });
  }
  return found;
}

export interface ClaimChanceOptions extends Omit<EnsembleOptions, 'ids' | 'targets' | 'onBands'> {
  /** Waits before each claim's least change is looked for: a caller in the same thread lets other things happen here. */
  readonly pause?: () => Promise<void>;
}

/**
 * For each claim that concerns a scenario: how likely it is to hold, and the least change that makes it hold. When it is cancelled, the
 * chances are those of the members that were run, and least changes that were not looked for by then are left out.
 * @param options  as for an ensemble; series and targets are those of the claims.
 */
export async function claimChances(scenario: Scenario, options: ClaimChanceOptions = {}): Promise<ClaimChance[]> {
  const { pause = () => Promise.resolve(), ...sampling } = options;
  const asked = claimTargets(scenario);
  const targets = Object.fromEntries([...asked].map(([id, { target }]) => [id, target]));
  const { chances } = await ensemble(scenario, { ...sampling, ids: [], targets });
  const found: ClaimChance[] = [];
  for (const [id, one] of asked) {
    await pause();
    const chance = chances[id];
    const change = options.cancel?.aborted ? {} : { change: leastChange(scenario, one.target) };
    if (chance !== undefined) found.push({ ...one, chance, ...change });
  }
  return found;
}
