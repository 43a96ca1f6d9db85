import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readText } from '../node/files.ts';
import { fileLibrary } from '../node/library.ts';
import {
  nearestName,
  openScenario,
  type Problem,
  prepareMetrics,
  type Scenario,
  ScenarioError,
  scenarios,
  sentence,
} from '../runs.ts';
import { BAD, Failure, MISUSED, misuse } from './failure.ts';

/**
 * The scenario of a name or file ("-": the standard input), with settings applied and its metrics read.
 * @throws Failure with every mistake, each at file:line:column; FileError
 */
export async function loadScenario(name: string, settings: readonly string[] = []): Promise<Scenario> {
  const plain = isFile(name) ? await readFile(name) : ships(name);
  return prepared(name, settings.length === 0 ? plain : await withSettings(plain, settings));
}

/** A path, or a name that does not ship and is a file's. */
function isFile(name: string): boolean {
  if (name === '-' || /[/\\]|\.(?:ya?ml|json)$/iu.test(name)) return true;
  return !scenarios.some(({ id }) => id === name) && existsSync(name);
}

function ships(name: string): Scenario {
  const found = scenarios.find(({ id }) => id === name);
  if (found !== undefined) return found;
  const near = nearestName(
    name,
    scenarios.map(({ id }) => id ?? ''),
  );
  throw misuse(
    `there is no scenario "${name}"${near === undefined ? '; "buildout list" shows what ships' : ` (did you mean "${near}"?)`}`,
  );
}

async function readFile(path: string): Promise<Scenario> {
  const text = readText(path);
  try {
    return await openScenario(text, { library: fileLibrary, ...(path === '-' ? {} : { name: resolve(path) }) });
  } catch (error) {
    if (error instanceof ScenarioError) throw new Failure(problemLines(path, error.problems), BAD, error.problems);
    throw error;
  }
}

/** Every mistake as "file:line:column: where in it: what is wrong". */
function problemLines(path: string, problems: readonly Problem[]): string[] {
  const own = path === '-' ? 'stdin' : path;
  return problems.map((problem) => {
    const { file = own, line, column } = problem;
    return `${file}:${line}:${column}: ${problem.path === '' ? '' : `${problem.path}: `}${sentence(problem)}`;
  });
}

async function withSettings(scenario: Scenario, settings: readonly string[]): Promise<Scenario> {
  const { applySettings } = await import('../settings.ts');
  try {
    return applySettings(scenario, settings);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new Failure(
      error.problems.map((problem) => `--set ${problem.message}`),
      MISUSED,
    );
  }
}

async function prepared(name: string, scenario: Scenario): Promise<Scenario> {
  try {
    return await prepareMetrics(scenario);
  } catch (error) {
    if (error instanceof RangeError) throw new Failure([`${name === '-' ? 'stdin' : name}: ${error.message}`], BAD);
    throw error;
  }
}
