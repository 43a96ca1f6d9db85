import { type Problem, ScenarioError } from '../../src/scenario/problems.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { context } from './fixture.ts';

/** A file that uses nearly everything there is. */
export const GOOD = `format: buildout/1
model: 1.0.0+3f9c2a1                # written on save
language: en
title: Stargate as announced
description: The announcement taken at its word.
commitments:
  - id: stargate
    title: Stargate
    total: 500 billion USD
    upfront: 100 billion USD
    start: 2025-01
    years: 4
    profile: even
    buys: data centres
    funders: { SoftBank: 19 billion USD, OpenAI: 19 billion USD }
    claims: [stargate_total]
sites:
  - { id: abilene, title: Abilene TX, region: ercot, start: 2025-01, share: 12 %, grid_wait: 0 years }
assumptions:
  grid_wait: { low: 1.5 years, central: 4 years, high: 7 years }
  accelerator_life: 5 years
uncertainty: { seed: 7, correlations: [[building_cost, chip_power, 0.5]] }
targets: { ten_gw: { of: facility_in_use, at: 2029-01, least: 10 GW } }
locks: [stargate.total]
metrics:
  spending_per_job: { formula: spent_total / jobs_total, title: Dollars per job }
`;

/** What is wrong with a text; nothing for a good one. Other errors than the reader's own come through. */
export function problems(text: string, more: object = {}): readonly Problem[] {
  try {
    readScenario(text, { ...context, ...more });
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
  return [];
}

/** The same by their codes. */
export const codes = (text: string, more: object = {}): string[] => problems(text, more).map((problem) => problem.code);
