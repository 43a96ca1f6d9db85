import { described } from '../generated/described.ts';
import { docs } from '../generated/docs.ts';
import { meta } from '../generated/meta.ts';
import { sources } from '../generated/seeds.ts';
import { resolve } from '../scenario/resolve.ts';
import type { Scenario } from '../scenario/types.ts';
import { type EquationSystem, equationsOf } from './equations.ts';

/** The model with the values of a scenario, every lever at its central value. */
export function systemOf(scenario: Scenario): EquationSystem {
  const { title, description } = scenario;
  const about = `${description} Months count from ${scenario.start}. Model ${meta.id} ${meta.version}.`;
  return equationsOf({
    title,
    description: about,
    meta: { ...meta, ...described },
    docs,
    inputs: resolve(scenario, meta),
    cite,
  });
}

const published = new Map(sources.map((source) => [source.id, source]));

function cite(id: string): string {
  const source = published.get(id);
  if (source === undefined) return id;
  return [source.publisher, source.title, source.date, source.url].filter((part) => part !== undefined).join(', ');
}
