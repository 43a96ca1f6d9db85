/** Where text goes, and how it may be dressed. */
export interface Paper {
  /** Columns a line may have. */
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

const plain = (text: string): string => text;

/** Paper for a file or a pipe: 80 columns, no colours. */
export const PLAIN: Paper = { width: 80, bold: plain, dim: plain };

/** Paper for a terminal that takes colours. */
export function coloured(width: number): Paper {
  return { width, bold: (text) => `\u001b[1m${text}\u001b[22m`, dim: (text) => `\u001b[2m${text}\u001b[22m` };
}
