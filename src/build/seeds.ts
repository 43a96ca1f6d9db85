import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Claim, Observation, Seeds, Source } from '../scenario/seeds-types.ts';
import { type RawRow, readCsvRows, readYamlRows } from './seeds-rows.ts';
import { claimSchema, observationSchema, sourceSchema } from './seeds-schema.ts';

/** A mistake in the seeds, with the place to mend it. */
export interface SeedProblem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** Thrown by `readSeeds` with every problem found, in the order of files and lines. */
export class SeedsError extends Error {
  readonly problems: readonly SeedProblem[];
  constructor(problems: readonly SeedProblem[]) {
    const lines = problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    super(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the seeds\n${lines.join('\n')}`);
    this.name = 'SeedsError';
    this.problems = problems;
  }
}

const files = { claims: 'claims.yaml', sources: 'sources.yaml', observations: 'observations.csv' } as const;
const numberColumns = new Set(['value', 'low', 'high']);

/**
 * Reads and checks claims.yaml, sources.yaml and observations.csv of a folder.
 * @throws SeedsError with every mistake in all three, each with file and line.
 */
export function readSeeds(folder: string): Seeds {
  const problems: SeedProblem[] = [];
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const claims = check<Claim>(files.claims, readYamlRows(text(files.claims)), claimSchema, problems);
  const sources = check<Source>(files.sources, readYamlRows(text(files.sources)), sourceSchema, problems);
  const rows = readCsvRows(text(files.observations), numberColumns);
  const observations = check<Observation>(files.observations, rows, observationSchema, problems);
  problems.push(...crossCheck(claims, sources, observations));
  if (problems.length > 0) throw new SeedsError(problems.sort(byPlace));
  const data = <T>(checked: readonly Checked<T>[]) => checked.map((one) => one.data);
  return { claims: data(claims), sources: data(sources), observations: data(observations) };
}

/** The text of src/generated/seeds.ts: the seeds as typed data, `claims`, `sources` and `observations`. @throws SeedsError */
export function seedsModule(folder: string): string {
  const { claims, sources, observations } = readSeeds(folder);
  const list = (name: string, type: string, rows: readonly unknown[]) =>
    `export const ${name}: readonly ${type}[] = [\n${rows.map((row) => `  ${JSON.stringify(row)},\n`).join('')}];\n`;
  return [
    '// Written by the build from seeds/.',
    "import type { Claim, Observation, Source } from '../scenario/seeds-types.ts';\n",
    list('claims', 'Claim', claims),
    list('sources', 'Source', sources),
    list('observations', 'Observation', observations),
  ].join('\n');
}

/** Writes `seedsModule(folder)` to a file, replacing it. @throws SeedsError before anything is written */
export function writeSeeds(folder: string, file: string): void {
  writeFileSync(file, seedsModule(folder));
}

interface Checked<T> {
  readonly data: T;
  readonly row: RawRow;
}

function check<T>(
  file: string,
  raw: { readonly rows: readonly RawRow[]; readonly problems: readonly { line: number; message: string }[] },
  schema: z.ZodType<T>,
  problems: SeedProblem[],
): Checked<T>[] {
  for (const problem of raw.problems) problems.push({ file, ...problem });
  const seen = new Map<string, number>();
  const good: Checked<T>[] = [];
  for (const row of raw.rows) {
    const before = seen.get(row.id);
    if (before !== undefined) problems.push({ file, line: row.line, message: `${row.id}: already on line ${before}` });
    else seen.set(row.id, row.line);
    const result = schema.safeParse(row.data);
    if (result.success) good.push({ data: result.data, row });
    else for (const issue of result.error.issues) problems.push({ file, ...describe(row, issue) });
  }
  return good;
}

function describe(row: RawRow, issue: z.core.$ZodIssue): { line: number; message: string } {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  let found: unknown = row.data;
  for (const part of path) found = (found as Record<string | number, unknown> | undefined)?.[part];
  const shown = found === null || typeof found === 'object' ? '' : `, found ${JSON.stringify(found) ?? 'nothing'}`;
  return { line: row.lineOf(path), message: `${[row.id, ...path].join('.')}: ${issue.message}${shown}` };
}

/** What no single row can tell: that names in one file stand in another. */
function crossCheck(
  claims: readonly Checked<Claim>[],
  sources: readonly Checked<Source>[],
  observations: readonly Checked<Observation>[],
): SeedProblem[] {
  const problems: SeedProblem[] = [];
  const documents = new Map(sources.flatMap(({ data }) => (data.file ? [[data.file, data.language] as const] : [])));
  const known = new Set(sources.map(({ data }) => data.id));
  for (const { data, row } of claims) {
    data.documents.forEach(({ file, language }, i) => {
      const wrong = !documents.has(file)
        ? `${file} is no source's file`
        : documents.get(file) !== language && `${file} is in ${documents.get(file)}, not ${language}`;
      if (wrong) {
        problems.push({ file: files.claims, line: row.lineOf(['documents', i]), message: `${data.id}: ${wrong}` });
      }
    });
  }
  for (const { data, row } of observations) {
    if (known.has(data.source)) continue;
    problems.push({ file: files.observations, line: row.line, message: `${data.id}: no source ${data.source}` });
  }
  return problems;
}

function byPlace(a: SeedProblem, b: SeedProblem): number {
  const order = Object.values<string>(files);
  return order.indexOf(a.file) - order.indexOf(b.file) || a.line - b.line;
}
