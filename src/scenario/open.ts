import { loadFormulas } from './formulas.ts';
import { type ReadContext, readScenario } from './read.ts';
import type { Scenario } from './types.ts';

/**
 * Reads a scenario file with everything in it, also the formulas of its metrics, which then can run. What reads formulas is
 * large and is loaded only for a text that could have some: one that has none is read at once.
 * @throws ScenarioError with every problem in it, in the order of the file
 */
export async function openScenario(text: string, context: ReadContext): Promise<Scenario> {
  // A text that extends another gets its metrics too, and one that only mentions the word costs some time and nothing else.
  const mayHaveMetrics = /\b(?:metrics|extends)\b/u.test(text);
  return readScenario(text, mayHaveMetrics ? { ...context, formulas: await loadFormulas(context.meta) } : context);
}
