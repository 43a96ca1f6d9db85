import { createHash } from 'node:crypto';

/** A run of this many words that also stands in a document counts as copied. */
export const RUN = 8;

/** The words of a text in order, lower-case, without punctuation. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every run of `RUN` words of a text, as it stands. */
export function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' '));
}

/** A short hash of a run: enough to recognise it, too little to restore it. */
export function hashOf(run: string): string {
  return createHash('sha256').update(run).digest('hex').slice(0, 10);
}

/** The runs of a text whose hashes are among `known`. */
export function copiedRuns(text: string, known: ReadonlySet<string>): string[] {
  return runsOf(text).filter((run) => known.has(hashOf(run)));
}
