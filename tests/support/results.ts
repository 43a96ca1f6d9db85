import { readFileSync } from 'node:fs';

/** What one test file's process said and did. */
export interface Finished {
  readonly output: string;
  /** Exit code, or null where a signal ended it. */
  readonly code: number | null;
  readonly timedOut: boolean;
}

export interface FileResult {
  readonly passed: number;
  readonly failed: number;
  /** Why the file counts as failed although no single test said so. */
  readonly complaints: readonly string[];
}

/** uvu's closing lines. The last ones count: a test may print the same words itself. */
const SUMMARY = /^ {2}Total: {5}(\d+)\n {2}Passed: {4}(\d+)\n {2}Skipped: {3}(\d+)\n {2}Duration:/gm;

/**
 * Reads a file's tests from uvu's summary. uvu exits 0 when nothing ran, when only some tests ran, and when a `before`
 * hook threw; here each of those is a failure.
 */
export function judge({ output, code, timedOut }: Finished, unrun: readonly string[]): FileResult {
  const summary = [...output.matchAll(SUMMARY)].at(-1);
  const [total, passed, skipped] = summary ? summary.slice(1).map(Number) : [0, 0, 0];
  const complaints: string[] = [];
  if (timedOut) complaints.push('ran out of time');
  else if (!summary) complaints.push(`ended without a summary (exit code ${code}): does it end with test.run()?`);
  else if (!total) complaints.push('ran no test');
  if (skipped) complaints.push(`left out ${skipped} tests: a forgotten .only or .skip`);
  for (const name of unrun) complaints.push(`never calls ${name}.run()`);
  let failed = (total ?? 0) - (passed ?? 0);
  if (code !== 0 && failed === 0 && complaints.length === 0) complaints.push(`ended with exit code ${code}`);
  failed += complaints.length;
  return { passed: passed ?? 0, failed, complaints };
}

/** The suites a test file makes and never runs: uvu says nothing about them. */
export function neverRun(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const names = [...text.matchAll(/\b(?:const|let) (\w+)(?:: [^=\n]+)? = suite\b/g)].map((match) => match[1] as string);
  const imported = /import \{([^}]*)\} from 'uvu'/.exec(text)?.[1] ?? '';
  for (const part of imported.split(',')) {
    const test = /^\s*test(?: as (\w+))?\s*$/.exec(part);
    if (test) names.push(test[1] ?? 'test');
  }
  return names.filter((name) => !new RegExp(`\\b${name}\\.run\\(`).test(text));
}
