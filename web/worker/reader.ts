import { unitTable } from '../../src/generated/units.ts';
import { headlines } from '../../src/model/headlines.ts';
import { openScenario } from '../../src/scenario/open.ts';
import { type Problem, ScenarioError, sentence } from '../../src/scenario/problems.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { ShownProblem } from '../state/types.ts';
import type { ReadAnswer, ReadRequest } from './protocol.ts';

/** Reads one file, away from the page: what takes too long is ended with this worker, and the page goes on. */
async function read({ text, meta, shipped, isOld }: ReadRequest): Promise<ReadAnswer> {
  const byId = new Map(shipped.map((scenario) => [scenario.id ?? '', scenario]));
  const library = { names: [...byId.keys()], shipped: (id: string): Scenario | undefined => byId.get(id) };
  const open = async (file: string): Promise<Scenario | readonly Problem[]> => {
    try {
      return await openScenario(file, { meta, units: unitTable, headlines, library });
    } catch (error) {
      if (error instanceof ScenarioError) return error.problems;
      throw error;
    }
  };
  const first = await open(text);
  if (!isProblems(first)) return { scenario: first };
  const fitting = isOld ? (await import('./fitting.ts')).withoutGone(text, first) : undefined;
  const fitted = fitting && (await open(fitting.text));
  if (fitting === undefined || fitted === undefined || isProblems(fitted)) return { problems: first.map(shown) };
  return { scenario: fitted, gone: fitting.gone };
}

function isProblems(answer: Scenario | readonly Problem[]): answer is readonly Problem[] {
  return Array.isArray(answer);
}

function shown(problem: Problem): ShownProblem {
  const { line, column, path, file } = problem;
  return { line, column, path: file === undefined ? path : `${file}: ${path}`, says: sentence(problem) };
}

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  read(data).then((answer) => postMessage(answer satisfies ReadAnswer));
});
