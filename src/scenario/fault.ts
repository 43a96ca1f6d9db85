/** A mistake, apart from where it stands. */
export interface Fault {
  /** Stable short name of the kind of mistake. */
  readonly code: string;
  /** What is wrong, as a sentence without its full stop. */
  readonly says: string;
  readonly found?: string;
  readonly accepted?: string;
  /** The nearest known name, or how to write what was probably meant. */
  readonly hint?: string;
}

/** A value as it stood in the file, short enough for a message and without characters that could upset a terminal. */
export function quote(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  const text = String(value).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\u00b7');
  const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return typeof value === 'string' ? `"${short}"` : short;
}

/** Names, for a message. */
export const list = (names: readonly string[]): string => names.join(', ');
export const withHint = (hint: string | undefined): { hint?: string } => (hint === undefined ? {} : { hint });

/** Tells a fault from the value it stands in place of. */
export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'code' in value && 'says' in value;
}
