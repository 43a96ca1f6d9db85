import { levers, loadDocuments, type Scenario, type Sought, seek as seekFor } from '../runs.ts';
import { readAmount } from '../settings.ts';
import { csv } from './csv.ts';
import { asked, askedLater, BAD, GOOD } from './failure.ts';
import { loadScenario } from './load.ts';
import { quantity } from './scale.ts';
import { paperFor, put } from './shell.ts';
import type { Paper } from './style.ts';
import { table } from './table.ts';
import { safe, wrap } from './text.ts';
import { type QuestionOptions, questionFrom } from './tornado.ts';
import { leverText } from './values.ts';

export interface SeekCommand extends QuestionOptions {
  /** What the output should be: "10 GW". */
  readonly target: string;
  /** The levers that may be moved. */
  readonly by: readonly string[];
}

/** `buildout seek`: what levers would have to be. Ends with 1 where they cannot, and tells what comes closest and why. */
export async function seek(name: string, options: SeekCommand): Promise<number> {
  const { by, format } = options;
  const question = questionFrom(options);
  const scenario = await loadScenario(name, options.set);
  const target = asked(() => readAmount(scenario, question.of, options.target));
  const found = await askedLater(() => seekFor(scenario, { ...question, target, by }));
  if (format === 'json') await put(JSON.stringify((await loadDocuments()).seekDocument(found)), options);
  else if (format === 'csv') await put(seekCsv(found), options);
  else {
    const asking = { ...question, target, name, set: options.set ?? [] };
    await put(seekLines(scenario, asking, found, paperFor(options)).join('\n'), options);
  }
  return found.found ? GOOD : BAD;
}

interface Asking {
  readonly of: string;
  readonly at?: string;
  readonly target: number;
  readonly name: string;
  readonly set: readonly string[];
}

function seekLines(scenario: Scenario, asking: Asking, found: Sought, paper: Paper): string[] {
  const { output } = found;
  const all = new Map(levers(scenario).map((lever) => [lever.name, lever]));
  const setting = found.found ? found.setting : found.closest;
  const rows = setting.levers.map(({ lever, input }) => {
    const known = all.get(lever);
    const text = (value: number): string =>
      known === undefined ? String(value) : leverText(value, known.measure, scenario.start);
    return [`  ${lever}`, text(input), known === undefined ? '' : `now ${text(known.value)}`];
  });
  const when = asking.at === undefined ? '' : ` in ${asking.at}`;
  const wanted = `${safe(output.title)} (${output.id}) of ${quantity(asking.target, output)}${when}`;
  const reached = setting.output === null ? 'no value' : quantity(setting.output, output);
  const again = [
    'buildout run',
    asking.name,
    ...asking.set.map(setOption),
    ...setting.levers.map((one) => setOption(stated(one))),
  ];
  const runnable = setting.levers.every(({ lever }) => all.get(lever)?.measure.type === 'number');
  return [
    paper.bold(safe(scenario.title)),
    ...wrap(found.found ? `${wanted} takes` : `${wanted} is out of reach: ${found.reason}.`, paper.width),
    ...(found.found ? [] : wrap(`What comes closest gives ${reached}:`, paper.width)),
    ...table(rows, [{ align: 'left' }, { align: 'left' }, { align: 'left' }], paper.width),
    ...(runnable ? ['', ...wrap(safe(again.join(' ')), paper.width, '    ', '  $ ')] : []),
  ];
}

const stated = ({ lever, input }: { readonly lever: string; readonly input: number }): string => `${lever}=${input}`;
const setOption = (text: string): string => `--set ${/^[\w.=-]+$/u.test(text) ? text : `'${text}'`}`;

function seekCsv(found: Sought): string {
  const { output } = found;
  const setting = found.found ? found.setting : found.closest;
  return csv(
    ['found', 'lever', 'input', 'input_unit', 'of', 'output', 'unit', 'reason'],
    setting.levers.map(({ lever, input, unit }) => [
      String(found.found),
      lever,
      input,
      unit,
      output.id,
      setting.output,
      output.unit,
      found.found ? null : found.reason,
    ]),
  );
}
