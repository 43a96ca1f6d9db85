import type { Plugin } from 'vite';

/**
 * Keeps what a page's script loads at once in one file. Otherwise the build cuts out of it what later parts use too, and the pieces
 * together are larger, compressed, than the whole: 1.9 kB of the first load, which has a budget.
 */
export class Together {
  readonly plugin: Plugin;
  private readonly ids = new Set<string>();

  /** @param entry  the page's script, as the end of its path; it is a file of its own that loads the other. */
  constructor(entry: string) {
    const { ids } = this;
    this.plugin = {
      name: 'together',
      apply: 'build',
      buildEnd() {
        const first = [...this.getModuleIds()].filter((id) => id.endsWith(entry));
        for (const id of first) {
          for (const imported of this.getModuleInfo(id)?.importedIds ?? []) {
            if (ids.has(imported)) continue;
            ids.add(imported);
            first.push(imported);
          }
        }
      },
    };
  }

  /** For the bundler: the modules that go into that file. Styles and the bundler's own helpers serve other pages too. */
  get codeSplitting() {
    const name = (id: string): string | null => (this.ids.has(id) && !/\.css$|@oxc-project/.test(id) ? 'first' : null);
    return { includeDependenciesRecursively: false, groups: [{ name }] };
  }
}
