import type { Theme } from '../state/types.ts';
import { localMemory, MEMORY_KEY } from '../storage/place.ts';

/** The colours chosen on this page; without a choice those of the simulator hold. */
const KEY = 'buildout/model-theme';

const isTheme = (text: unknown): text is Theme => text === 'auto' || text === 'light' || text === 'dark';

/** The colours to begin with: chosen here, else those the simulator remembers, else the system's. */
export function rememberedTheme(memory: Pick<Storage, 'getItem'> | undefined = localMemory()): Theme {
  try {
    const own = memory?.getItem(KEY);
    if (isTheme(own)) return own;
    const work = memory?.getItem(MEMORY_KEY) ?? '';
    const { view } = JSON.parse(work.slice(work.indexOf('\n') + 1)) as { view?: { theme?: unknown } };
    return isTheme(view?.theme) ? view.theme : 'auto';
  } catch {
    // Nothing remembered, or the memory is closed to the page.
    return 'auto';
  }
}

/** Dresses the page, and remembers it where the browser lets it. */
export function chooseTheme(theme: Theme): void {
  dress(theme);
  try {
    localMemory()?.setItem(KEY, theme);
  } catch {
    // A full or closed memory costs no more than the choice.
  }
}

export function dress(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
