import type { Path, PlainDocument } from './document.ts';
import { type Fault, type Problem, problemAt } from './problems.ts';

/** Collects the mistakes of one file, each at its place; begins with those of the text itself. */
export interface Report {
  readonly problems: Problem[];
  /** @param part whether a field's name is wrong, or what stands in it */
  add(path: Path, fault: Fault, part?: 'key' | 'value'): void;
  /** Whether the file states something at a path, right or wrong. */
  has(path: Path): boolean;
  /** Whether nothing at a path or inside it has been found wrong so far. */
  isClean(path: Path): boolean;
  /** How a number was written, for numbers that could be read in two ways. */
  source(path: Path): string | undefined;
}

export function reportFor(document: PlainDocument, file: string | undefined): Report {
  const problems: Problem[] = document.faults.map(({ fault, spot, path }) =>
    problemAt(fault, { ...spot, path: pathText(path, document.value), file }),
  );
  return {
    problems,
    add(path, fault, part = 'value') {
      problems.push(problemAt(fault, { ...document.spotOf(path, part), path: pathText(path, document.value), file }));
    },
    isClean(path) {
      const text = pathText(path, document.value);
      return !problems.some((problem) => problem.path === text || problem.path.startsWith(`${text}.`));
    },
    has: (path) => document.has(path),
    source: (path) => document.sourceOf(path),
  };
}

/** A path as people say it: items by their id where they have one, "commitments.stargate.total". */
export function pathText(path: Path, root: unknown): string {
  let here: unknown = root;
  const steps = path.map((step) => {
    here =
      typeof here === 'object' && here !== null && Object.hasOwn(here, step)
        ? (here as Record<string | number, unknown>)[step]
        : undefined;
    if (typeof step === 'string') return step;
    const id =
      typeof here === 'object' && here !== null && Object.hasOwn(here, 'id') ? (here as { id: unknown }).id : undefined;
    return typeof id === 'string' && /^[a-z][a-z0-9_]{0,39}$/u.test(id) ? id : String(step + 1);
  });
  return steps
    .map((step) => (step.length > 60 ? `${step.slice(0, 57)}...` : step))
    .join('.')
    .replace(/[\p{Cc}\p{Cf}]/gu, '\u00b7');
}

/** In the order of the file; mistakes in an extended file come where it is extended. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const unique = [...new Map(problems.map((problem) => [problem.message, problem])).values()];
  return unique.sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : 0));
}
