import { openToWrite, writeText } from '../node/files.ts';
import { hasColours, widthOfScreen, write } from '../node/terminal.ts';
import { coloured, type Paper, PLAIN } from './style.ts';

/** Options that every command takes. */
export interface CommonOptions {
  /** "lever=value" texts. */
  readonly set?: readonly string[];
  readonly format: Format;
  /** Where the output goes instead of the standard output. */
  readonly output?: string;
}

export type Format = 'table' | 'csv' | 'json';

/** What a table is written on: the terminal it will be shown on, or plain 80 columns. */
export function paperFor({ output }: Pick<CommonOptions, 'output'>): Paper {
  const screen = process.stdout;
  if (output !== undefined) return PLAIN;
  const width = widthOfScreen(screen);
  return hasColours(screen, process.env) ? coloured(width) : { ...PLAIN, width };
}

/** Puts a command's output where it belongs, with a line end behind it. */
export async function put(text: string, { output }: Pick<CommonOptions, 'output'>): Promise<void> {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (output === undefined) await write(process.stdout, whole);
  else writeText(output, whole);
}

/** Where a command's output goes that comes in pieces, since it may be larger than a text can be. */
export interface Outlet {
  add(piece: string | Uint8Array): Promise<void>;
  close(): void;
}

/** @throws FileError for a file that cannot be written */
export function outlet({ output }: Pick<CommonOptions, 'output'>): Outlet {
  if (output === undefined) return { add: (piece) => write(process.stdout, piece), close() {} };
  const file = openToWrite(output);
  return {
    async add(piece) {
      file.add(piece);
    },
    close: file.close,
  };
}
