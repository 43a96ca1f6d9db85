import type { Fault } from './fault.ts';
import { fileFaults } from './faults-file.ts';
import { nameFaults } from './faults-names.ts';
import { valueFaults } from './faults-values.ts';

export { type Fault, isFault } from './fault.ts';

/** Every mistake a scenario can have, in words: all there is, and said alike on the page and on the command line. */
export const faults = { ...fileFaults, ...valueFaults, ...nameFaults } as const;

/** A mistake and its place: lines and columns count from 1. */
export interface Problem extends Fault {
  readonly line: number;
  readonly column: number;
  /** Where in the file, in its own words: "commitments.stargate.total". Empty for the file as a whole. */
  readonly path: string;
  /** The file the mistake is in, when it is one that the file extends. */
  readonly file?: string;
  /** Everything in one line, for people. */
  readonly message: string;
}

/** Thrown by every reader of scenarios; holds all mistakes at once, in the order of the file. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.problems = problems;
  }
}

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly file?: string | undefined;
}

/** Puts a mistake at its place, and says both in one line. */
export function problemAt(fault: Fault, place: Place): Problem {
  const { file, line, column, path } = place;
  const where = `${file === undefined ? '' : `${file}, `}line ${line}, column ${column}${path === '' ? '' : `, ${path}`}`;
  return {
    ...fault,
    line,
    column,
    path,
    ...(file === undefined ? {} : { file }),
    message: `${where}: ${sentence(fault)}`,
  };
}

/** A mistake in words, without its place: for the command line's --set and for a field on the page. */
export function sentence({ says, found, accepted, hint }: Fault): string {
  const parts = [found === undefined ? `${says}.` : `${says}: found ${found}.`];
  if (accepted !== undefined) parts.push(`Accepted: ${accepted}.`);
  if (hint !== undefined) parts.push(`Did you mean ${hint}?`);
  return parts.join(' ');
}
