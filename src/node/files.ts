import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';

/** A file that cannot be read or written. The message is for people: the path, then the reason. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path === '-' ? 'the standard input' : path}: ${reason}`);
    this.reason = reason;
  }
}

/** Far more than a scenario may have, so that the reader of scenarios says that it is too large. */
const MOST_BYTES = 4_000_000;

/**
 * The text of a file; "-" is what comes in from outside. At most the first four million bytes.
 * @throws FileError
 */
export function readText(path: string): string {
  const bytes = path === '-' ? readAll(0, path) : readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What is too large is said by its reader; a character cut in two at the end is no reason to say anything else.
    if (bytes.length >= MOST_BYTES) return new TextDecoder().decode(bytes);
    throw new FileError(path, 'this is not text in UTF-8');
  }
}

function readFile(path: string): Uint8Array {
  const stat = attempt(path, () => statSync(path));
  if (stat.isDirectory()) throw new FileError(path, 'this is a folder');
  if (stat.isFile() && stat.size <= MOST_BYTES) return attempt(path, () => readFileSync(path));
  const file = attempt(path, () => openSync(path, 'r'));
  try {
    return readAll(file, path);
  } finally {
    closeSync(file);
  }
}

/** Reads until the end or the limit, whichever comes first. */
function readAll(file: number, name: string): Uint8Array {
  const bytes = Buffer.alloc(MOST_BYTES);
  let length = 0;
  while (length < bytes.length) {
    const read = attempt(name, () => readSome(file, bytes, length));
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

/** A pipe that has nothing yet says so by an error, on systems where it does not block. */
function readSome(file: number, bytes: Buffer, from: number): number {
  for (;;) {
    try {
      return readSync(file, bytes, from, bytes.length - from, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** Writes a whole text. @throws FileError */
export function writeText(path: string, text: string): void {
  attempt(path, () => writeFileSync(path, text));
}

/** A file that is written piece by piece. @throws FileError, as each of its pieces does */
export function openToWrite(path: string): { add(piece: string | Uint8Array): void; close(): void } {
  const file = attempt(path, () => openSync(path, 'w'));
  return {
    add: (piece) => attempt(path, () => writeFileSync(file, piece)),
    close: () => attempt(path, () => closeSync(file)),
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this may not be opened',
  EPERM: 'this may not be opened',
  EISDIR: 'this is a folder',
  ENOTDIR: 'there is no such folder',
  ENOSPC: 'there is no room left',
  EROFS: 'this place cannot be written to',
};

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof FileError) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new FileError(path, REASONS[code] ?? message);
  }
}
