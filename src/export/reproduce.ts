import { meta } from '../generated/meta.ts';
import { scenarios as shipped } from '../generated/scenarios.ts';
import { unitTable } from '../generated/units.ts';
import { headlines } from '../model/headlines.ts';
import { quantityText } from '../scenario/format.ts';
import { type Lever, levers } from '../scenario/levers.ts';
import { applySettings } from '../scenario/set.ts';
import type { Scenario } from '../scenario/types.ts';
import { writeScenario } from '../scenario/write.ts';

/** What somebody looks at. */
export interface ReproducedView {
  /** Series ids; every series of one scenario, a handful of several, if absent. */
  readonly series?: readonly string[];
  /** Months at which several scenarios are compared: "2029-01". One scenario is told whole. */
  readonly at?: readonly string[];
}

/** How to get the same numbers elsewhere. */
export interface Reproduction {
  /** A command line for any shell: of one scenario every value, of several their comparison with the first; JSON with every digit. */
  readonly command: string;
  /** A module that prints the same numbers. */
  readonly typescript: string;
  /** Scenario files that both name: to be saved under these names where the command runs. Empty where shipped scenarios and settings say it all. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** More settings than this are read more easily in a file. */
const MOST_SETTINGS = 12;

/**
 * The command line and the program that give the numbers of a view, to the last bit. A scenario that ships, or differs from one in single
 * values of levers only, is named with `--set`; any other, and any changed one that is compared, is a file.
 * @param scenarios  the first is the one that others are held against.
 * @throws RangeError for no scenario
 */
export function reproduce(scenarios: readonly Scenario[], view: ReproducedView = {}): Reproduction {
  if (scenarios.length === 0) throw new RangeError('there is no scenario to reproduce');
  const recipes = recipesFor(scenarios);
  const files = recipes.flatMap(({ file, text }) => (file === undefined ? [] : [{ name: file, text }]));
  return { command: commandLine(recipes, view), typescript: program(recipes, view), files };
}

/** Settings change all that a command compares, so only one scenario, or one and itself as changed, can have some. */
function recipesFor(scenarios: readonly Scenario[]): Recipe[] {
  const found = scenarios.map((scenario) => recipe(scenario));
  const [one, other] = found;
  const settable =
    found.length === 1 || (found.length === 2 && isAsItShips(one) && other?.name === one?.name && !isAsItShips(other));
  const taken = new Set<string>();
  return found.map((each, n): Recipe => {
    if (each.name !== undefined && (settable || isAsItShips(each))) return each;
    return { name: undefined, settings: [], text: each.text, file: fileName(scenarios[n]!, taken) };
  });
}

function isAsItShips(recipe: Recipe | undefined): boolean {
  return recipe?.name !== undefined && recipe.settings.length === 0;
}

function commandLine(recipes: readonly Recipe[], { series, at }: ReproducedView): string {
  const several = recipes.length > 1;
  const names = recipes.map(({ name, file }) => name ?? file ?? '');
  // One name with settings is compared with itself as it is.
  const given = recipes.some(({ settings }) => settings.length > 0) ? names.slice(-1) : names;
  const words = [
    'buildout',
    several ? 'compare' : 'run',
    ...given,
    ...recipes.flatMap(({ settings }) => settings.flatMap((setting) => ['--set', setting])),
    ...(series === undefined ? [] : ['--series', series.join(',')]),
    ...(at === undefined || !several ? [] : ['--at', at.join(',')]),
    '--format',
    'json',
  ];
  return words.map(quoted).join(' ');
}

interface Recipe {
  /** Of a shipped scenario; undefined for a file. */
  readonly name: string | undefined;
  readonly settings: readonly string[];
  /** The scenario as a file, and what that is called where there is one. */
  readonly text: string;
  readonly file?: string;
}

/** The shipped scenario that gives the same numbers with few settings, if there is one: the one it was made from first. */
function recipe(scenario: Scenario): Recipe {
  const wanted = essence(scenario);
  const text = writeScenario({ ...scenario, model: meta.version }, context);
  const likely = shipped
    .filter((one) => one.language === scenario.language && itemsOf(one) === itemsOf(scenario))
    .sort((a, b) => Number(b.id === scenario.id) - Number(a.id === scenario.id));
  for (const one of likely) {
    const settings = settingsBetween(one, scenario);
    if (settings.length <= MOST_SETTINGS && essence(applied(one, settings)) === wanted)
      return { name: one.id, settings, text };
  }
  return { name: undefined, settings: [], text };
}

function itemsOf({ commitments, sites }: Scenario): string {
  return [...commitments, { id: '' }, ...sites].map(({ id }) => id).join(' ');
}

const context = { meta, units: unitTable, headlines };

/** All of a scenario that its numbers follow from, as one text. */
function essence(scenario: Scenario): string {
  const { model: _, ...same } = scenario;
  return writeScenario({ ...same, title: '', description: '', targets: {}, locks: [] }, context);
}

function applied(scenario: Scenario, settings: readonly string[]): Scenario {
  try {
    return applySettings(scenario, settings, context);
  } catch {
    // A setting that the shipped scenario cannot take: the other is no change of it.
    return scenario;
  }
}

/** "lever=value" for every single value that the second scenario states and the first does not. */
function settingsBetween(from: Scenario, to: Scenario): string[] {
  const before = new Map(levers(from, meta).map((lever) => [lever.name, statement(lever)]));
  const span = (['start', 'horizon'] as const).flatMap((name) =>
    from[name] === to[name] ? [] : [`${name}=${to[name]}`],
  );
  const step = from.step === to.step ? [] : [`step=${to.step} months`];
  const reading = { language: to.language, units: unitTable, start: to.start };
  const changed = levers(to, meta).filter((lever) => lever.stated && before.get(lever.name) !== statement(lever));
  return [
    ...span,
    ...step,
    ...changed.map(({ name, measure, value }) => `${name}=${quantityText(value, measure, reading)}`),
  ];
}

function statement({ stated }: Lever): string {
  return JSON.stringify(stated ?? null);
}

/** Letters, digits and hyphens of the title, and no name twice. */
function fileName({ title }: Scenario, taken: Set<string>): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  const base = plain.slice(0, 40).replace(/-$/u, '') || 'scenario';
  let name = `${base}.yaml`;
  for (let n = 2; taken.has(name); n += 1) name = `${base}-${n}.yaml`;
  taken.add(name);
  return name;
}

/** A word of a command line that sh, PowerShell and cmd read alike where they can; sh alone where only it has a way. */
function quoted(word: string): string {
  if (/^[\w@+=:,./-]+$/u.test(word)) return word;
  return /["$`\\!]/u.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

function program(recipes: readonly Recipe[], { series, at }: ReproducedView): string {
  const files = recipes.some(({ file }) => file !== undefined);
  const changed = recipes.some(({ settings }) => settings.length > 0);
  const named = recipes.some(({ file }) => file === undefined);
  const several = recipes.length > 1;
  const imports = [
    ...(changed ? ['applySettings'] : []),
    ...(several ? ['compare'] : []),
    ...(files ? ['openScenario'] : []),
    ...(named ? ['scenarios'] : []),
    'simulate',
    ...(several ? [] : ['toJson']),
  ];
  const lines = [
    ...(files ? ["import { readFileSync } from 'node:fs';"] : []),
    `import { ${imports.join(', ')} } from 'ai-buildout';`,
    '',
  ];
  const names = recipes.map(({ name, file, settings }, n) => {
    const variable = several ? `scenario${n + 1}` : 'scenario';
    const opened =
      file === undefined
        ? `scenarios.find(({ id }) => id === ${text(name ?? '')})!`
        : `await openScenario(readFileSync(${text(file)}, 'utf8'))`;
    const set = settings.map((setting) => `\n  ${text(setting)},`).join('');
    lines.push(`const ${variable} = ${settings.length === 0 ? opened : `applySettings(${opened}, [${set}\n])`};`);
    return variable;
  });
  const list = (items: readonly string[]): string => `[${items.map(text).join(', ')}]`;
  if (several) {
    const options = [
      ...(series === undefined ? [] : [`ids: ${list(series)}`]),
      ...(at === undefined ? [] : [`at: ${list(at)}`]),
    ];
    lines.push(
      `const { headlines, series } = compare([${names.map((name) => `simulate(${name})`).join(', ')}]${options.length === 0 ? '' : `, { ${options.join(', ')} }`});`,
      'console.log(JSON.stringify({ headlines, series }));',
    );
  } else lines.push(`console.log(toJson(simulate(scenario)${series === undefined ? '' : `, ${list(series)}`}));`);
  return `${lines.join('\n')}\n`;
}

/** A string of a program. */
function text(value: string): string {
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
