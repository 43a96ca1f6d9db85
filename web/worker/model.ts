import { simulate } from '../../src/analysis/project.ts';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { ToAnalyst, ToMember } from './inquiry.ts';
import type { Answer, FromWorker, Question, RunData, ToWorker } from './protocol.ts';
import { seriesIds } from './series.ts';
import { chosen } from './wanted.ts';

/**
 * The model's worker: it holds the model, says at once what that is, and runs it when asked. The same script serves those who run
 * the members of ensembles and the one who sums up what they give, so that the model is loaded once.
 */
let count = 0;

function run(key: string, scenario: Scenario, wanted: readonly string[]): RunData {
  count += 1;
  try {
    const { items } = resolve(scenario, meta);
    const ids = chosen(wanted, seriesIds(scenario));
    const projection = simulate(scenario, { keep: ids });
    // Copies: what the projection gives are views on one array of the whole run, which cannot change hands in parts.
    const series = Object.fromEntries(ids.map((id) => [id, projection.series(id).values.slice()]));
    return { key, times: projection.times, items, series, headlines: projection.headlines };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { key, times: new Float64Array(), items: {}, series: {}, headlines: [], failure };
  }
}

/** What answers questions is large, and is loaded when one is first asked. */
async function answered(question: Question): Promise<Answer | undefined> {
  if (question.type === 'split') return (await import('./split.ts')).split(question);
  const { explain } = await import('../../src/analysis/explain.ts');
  try {
    return explain(question.scenario, question.of, { at: question.at, depth: 1 });
  } catch (error) {
    // A number that this scenario does not have: a site that went, a month outside the run.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

addEventListener('message', async ({ data }: MessageEvent<ToWorker | ToAnalyst | ToMember>) => {
  if (data.type === 'member') {
    (await import('./member.ts')).serve(data.port);
    return;
  }
  if (data.type === 'crew' || data.type === 'inquiry' || data.type === 'enough') {
    (await import('./analyst.ts')).hear(data, (answer) => postMessage(answer));
    return;
  }
  if (data.type !== 'run') {
    postMessage({ type: 'answer', id: data.id, answer: await answered(data) } satisfies FromWorker);
    return;
  }
  const runs = data.runs.map(({ key, scenario }) => run(key, scenario, data.series));
  const transfer = runs.flatMap(({ times, series }) => [times, ...Object.values(series)].map(({ buffer }) => buffer));
  postMessage({ type: 'ran', id: data.id, runs, count } satisfies FromWorker, { transfer });
});
// Workers with a name do another part of the work, and nobody there waits for the model.
if (self.name === '') postMessage({ type: 'catalogue', catalogue: { meta, scenarios } } satisfies FromWorker);
