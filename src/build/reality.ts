import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { monthsBetween } from '../scenario/dates.ts';
import { levers } from '../scenario/levers.ts';
import { itemKinds, namesOf } from '../scenario/names.ts';
import { isFault, sentence } from '../scenario/problems.ts';
import { parseQuantity } from '../scenario/quantity.ts';
import type { RealityFigure, RealityQuestion, Source } from '../scenario/seeds-types.ts';
import type { Metric, Scenario } from '../scenario/types.ts';
import { dataModule } from './model.ts';
import type { ScenarioBuild } from './scenarios.ts';
import { type SeedProblem, SeedsError } from './seeds.ts';
import { readYamlRows } from './seeds-rows.ts';

const FILE = 'reality.yaml';

const words = z.string().trim().min(1);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, 'a year and month such as "2026-04"');
const schema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9_]*$/u, 'lower-case words joined by underscores'),
    says: words,
    as_of: z.string().regex(/^\d{4}(-\d\d){0,2}$/u, 'a date: "2026", "2026-04" or "2026-04-27"'),
    source: words,
    published: z
      .strictObject({
        low: z.number(),
        central: z.number().exactOptional(),
        high: z.number().exactOptional(),
        unit: words,
      })
      .refine(
        ({ low, central = low, high = central }) => low <= central && central <= high,
        'low, central, high out of order',
      ),
    asks: z
      .strictObject({
        scenario: words,
        formula: words,
        at: month.exactOptional(),
        take: z.literal('peak').exactOptional(),
        levers: z.array(words).exactOptional(),
      })
      .refine(({ at, take }) => at === undefined || take === undefined, 'either `at` or `take`')
      .exactOptional(),
    note: words.exactOptional(),
    explains: words.exactOptional(),
    silent: words.exactOptional(),
  })
  .refine(({ asks, silent }) => (asks === undefined) !== (silent === undefined), 'either asks or silent');

type Stated = z.infer<typeof schema>;
/** More levers would take more than 64 runs for one row. */
const MOST_LEVERS = 6;

/**
 * Reads and checks reality.yaml: sources, scenarios, months, levers and formulas exist, and a formula comes out in the dimension of the
 * published unit.
 * @throws SeedsError with every mistake, each with its line
 */
export function readReality(
  folder: string,
  build: ScenarioBuild,
  scenarios: readonly Scenario[],
  sources: readonly Source[],
): RealityFigure[] {
  const raw = readYamlRows(readFileSync(join(folder, FILE), 'utf8'));
  const problems: SeedProblem[] = raw.problems.map((problem) => ({ file: FILE, ...problem }));
  const seen = new Set<string>();
  const figures = raw.rows.flatMap((row): RealityFigure[] => {
    const say = (message: string, path: readonly (string | number)[] = []): void => {
      problems.push({ file: FILE, line: row.lineOf(path), message: `${[row.id, ...path].join('.')}: ${message}` });
    };
    if (seen.has(row.id)) say('stands here twice');
    seen.add(row.id);
    const checked = schema.safeParse(row.data);
    if (!checked.success) {
      for (const issue of checked.error.issues)
        say(
          issue.message,
          issue.path.filter((part) => typeof part !== 'symbol'),
        );
      return [];
    }
    const { asks, ...rest } = checked.data;
    if (!sources.some(({ id }) => id === rest.source)) say(`no source ${rest.source}`, ['source']);
    if (asks === undefined) return [rest];
    const question = readQuestion(asks, rest.published.unit, build, scenarios, (words, part) =>
      say(words, ['asks', part]),
    );
    return question === undefined ? [] : [{ ...rest, asks: question }];
  });
  if (problems.length > 0) throw new SeedsError(problems);
  return figures;
}

function readQuestion(
  asks: NonNullable<Stated['asks']>,
  unit: string,
  { meta, units, headlines, formulas }: ScenarioBuild,
  scenarios: readonly Scenario[],
  say: (words: string, part: string) => void,
): RealityQuestion | undefined {
  const scenario = scenarios.find(({ id }) => id === asks.scenario);
  if (scenario === undefined) {
    say(`no scenario ${asks.scenario}`, 'scenario');
    return undefined;
  }
  const { at = scenario.horizon } = asks;
  if (monthsBetween(scenario.start, at) < 0 || monthsBetween(at, scenario.horizon) < 0)
    say(`${at} is outside the run`, 'at');
  const known = new Set(levers(scenario, meta).map(({ name }) => name));
  for (const name of asks.levers ?? []) if (!known.has(name)) say(`${asks.scenario} has no lever ${name}`, 'levers');
  if ((asks.levers ?? []).length > MOST_LEVERS) say(`more than ${MOST_LEVERS}`, 'levers');
  // Headlines are known to a formula as metrics that stand before it.
  const before: Record<string, Metric> = Object.fromEntries(
    headlines.map((headline) => [headline.id, { formula: '', title: headline.id, unit: headline.unit }]),
  );
  const scope = { names: namesOf(meta), items: itemKinds(scenario), headlines };
  const read = formulas({ formula: asks.formula, title: '' }, scope, before);
  if (!('expression' in read)) {
    for (const fault of read) say(sentence(fault), 'formula');
    return undefined;
  }
  const reading = { language: 'en', units, start: scenario.start } as const;
  const factor = parseQuantity(`1 ${unit === '1' ? '' : unit}`.trim(), { unit: read.unit, type: 'number' }, reading);
  if (typeof factor === 'number') return { ...asks, expression: read.expression, factor };
  say(`gives ${read.unit}, which is no ${unit}: ${isFault(factor) ? sentence(factor) : ''}`, 'formula');
  return undefined;
}

/** The text of src/generated/reality.ts. @throws SeedsError with every mistake, each with its line */
export function realityModule(...from: Parameters<typeof readReality>): string {
  return dataModule(
    "import type { RealityFigure } from '../scenario/seeds-types.ts';",
    'reality',
    'readonly RealityFigure[]',
    readReality(...from),
  );
}
