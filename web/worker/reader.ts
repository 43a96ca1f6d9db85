import { unitTable } from '../../src/generated/units.ts';
import { headlines } from '../../src/model/headlines.ts';
import { openScenario } from '../../src/scenario/open.ts';
import { type Problem, ScenarioError, sentence } from '../../src/scenario/problems.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { ShownProblem } from '../state/types.ts';
import type { ReadAnswer, ReadRequest } from './protocol.ts';

/** Reads one file, away from the page: what takes too long is ended with this worker, and the page goes on. */
async function read({ text, meta, shipped }: ReadRequest): Promise<ReadAnswer> {
  const byId = new Map(shipped.map((scenario) => [scenario.id ?? '', scenario]));
  const library = { names: [...byId.keys()], shipped: (id: string): Scenario | undefined => byId.get(id) };
  try {
    return { scenario: await openScenario(text, { meta, units: unitTable, headlines, library }) };
  } catch (error) {
    if (error instanceof ScenarioError) return { problems: error.problems.map(shown) };
    throw error;
  }
}

function shown(problem: Problem): ShownProblem {
  const { line, column, path, file } = problem;
  return { line, column, path: file === undefined ? path : `${file}: ${path}`, says: sentence(problem) };
}

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  read(data).then((answer) => postMessage(answer satisfies ReadAnswer));
});
