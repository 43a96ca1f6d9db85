import { explain as open } from '../index.ts';
import { nearestName, simulate } from '../runs.ts';
import { explanationCsv, explanationLines } from './explain-table.ts';
import { asked, GOOD } from './failure.ts';
import { loadScenario } from './load.ts';
import { readMonths } from './months.ts';
import { type CommonOptions, paperFor, put } from './shell.ts';

export interface ExplainOptions extends CommonOptions {
  readonly at?: string;
  readonly depth: number;
}

/** `buildout explain`: one number, its formula, its inputs, and so on down to sources. */
export async function explain(name: string, id: string, options: ExplainOptions): Promise<number> {
  const { at, depth, format, set } = options;
  const [month] = at === undefined ? [] : readMonths([at]);
  const scenario = await loadScenario(name, set);
  const projection = asked(() => simulate(scenario));
  const known = [...projection.headlines.map((headline) => headline.id), ...projection.ids];
  const opened = asked(
    () => open(projection, id, { depth, ...(month === undefined ? {} : { at: month }) }),
    (message) => {
      const near =
        message.includes('did you mean') || !message.includes(`"${id}"`) ? undefined : nearestName(id, known);
      return near === undefined ? message : `${message} (did you mean "${near}"?)`;
    },
  );
  const text =
    format === 'json'
      ? JSON.stringify({
          format: 'buildout-explanation/1',
          model: projection.model,
          scenario: scenario.title,
          ...opened,
        })
      : format === 'csv'
        ? explanationCsv(opened)
        : explanationLines(opened, scenario.title, paperFor(options)).join('\n');
  await put(text, options);
  return GOOD;
}
