import { dirname, resolve } from 'node:path';
import { type Library, shipped } from '../runs.ts';
import { FileError, readText } from './files.ts';

/** Where `extends` looks on a disk: what ships, and files named from the folder of the file that extends them. */
export const fileLibrary: Library = {
  ...shipped,
  open(path, from) {
    const name = resolve(from === undefined ? '.' : dirname(from), path);
    try {
      return { name, text: readText(name) };
    } catch (error) {
      throw error instanceof FileError ? new Error(error.reason) : error;
    }
  },
};
