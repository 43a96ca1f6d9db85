import type { Problem } from '../runs.ts';

/** What a command ends with. */
export const GOOD = 0;
/** An invalid file, an infeasible goal, an unexplained miss. */
export const BAD = 1;
/** A command, option or name that does not exist. */
export const MISUSED = 2;

/** An end that is told in words, without a trace: the lines go to the error stream. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly lines: readonly string[];
  readonly code: typeof BAD | typeof MISUSED;
  /** The mistakes of a scenario, one for each line. */
  readonly problems: readonly Problem[];

  constructor(lines: readonly string[], code: typeof BAD | typeof MISUSED, problems: readonly Problem[] = []) {
    super(lines.join('\n'));
    this.lines = lines;
    this.code = code;
    this.problems = problems;
  }
}

/** Somebody asked for what there is none of. */
export function misuse(message: string): Failure {
  return new Failure([message], MISUSED);
}

/**
 * Does what was asked; a name or month that does not exist (a RangeError with its words) is misuse.
 * @param say may better the words
 */
export function asked<T>(action: () => T, say = (message: string): string => message): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof RangeError ? misuse(say(error.message)) : error;
  }
}

/** The same for what takes its time. */
export async function askedLater<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof RangeError ? misuse(error.message) : error;
  }
}
