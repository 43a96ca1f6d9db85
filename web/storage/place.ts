/** Where the browser's memory holds the work. */
export const MEMORY_KEY = 'buildout/work';
/** What was there and could not be read. */
export const ASIDE_KEY = 'buildout/work/unread';

/** The browser's memory, or undefined where it is closed to the page: some throw at the mere mention. */
export function localMemory(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** Whether there is anything to remember. */
export function mayRemember(): boolean {
  try {
    return localMemory()?.getItem(MEMORY_KEY) != null;
  } catch {
    return false;
  }
}
