import type { ModelMeta } from '../../src/engine/meta.ts';
import { itemKinds, namesOf, parseLever } from '../../src/scenario/names.ts';
import type { Quantity, Scenario, ScenarioItem } from '../../src/scenario/types.ts';

/**
 * A remembered scenario in line with today's model: levers that are no more are dropped, and their names told. The same object where
 * nothing has to go.
 */
export function fitted(scenario: Scenario, meta: ModelMeta, drop: (name: string) => void): Scenario {
  const names = namesOf(meta);
  const items = itemKinds(scenario);
  const keep = (fields: Readonly<Record<string, Quantity>>, nameOf: (field: string) => string): typeof fields => {
    const known = Object.entries(fields).filter(([field]) => {
      const isKnown = parseLever(nameOf(field), names, items) !== undefined;
      if (!isKnown) drop(nameOf(field));
      return isKnown;
    });
    return known.length === Object.keys(fields).length ? fields : Object.fromEntries(known);
  };
  const item = (one: ScenarioItem): ScenarioItem => {
    const fields = keep(one.fields, (field) => `${one.id}.${field}`);
    return fields === one.fields ? one : { ...one, fields };
  };
  const assumptions = keep(scenario.assumptions, (name) => name);
  const commitments = scenario.commitments.map(item);
  const sites = scenario.sites.map(item);
  const same =
    assumptions === scenario.assumptions &&
    commitments.every((one, index) => one === scenario.commitments[index]) &&
    sites.every((one, index) => one === scenario.sites[index]);
  return same ? scenario : { ...scenario, assumptions, commitments, sites };
}
