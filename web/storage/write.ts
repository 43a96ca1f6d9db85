import { unitTable } from '../../src/generated/units.ts';
import { headlines } from '../../src/model/headlines.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import type { Catalogue } from '../worker/protocol.ts';

/** A scenario as a file, with the model it was made with. JSON is the same file: YAML reads both. */
export async function scenarioFile(scenario: Scenario, as: 'yaml' | 'json', { meta }: Catalogue): Promise<string> {
  const text = writeScenario({ ...scenario, model: meta.version }, { meta, units: unitTable, headlines });
  if (as === 'yaml') return text;
  const { parse } = await import('yaml');
  return `${JSON.stringify(parse(text), undefined, 2)}\n`;
}
