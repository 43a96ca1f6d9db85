import type { Plugin } from 'vite';

const OWN = '?apart';

/**
 * Gives other pages copies of the code they share with the first. Otherwise the build would cut what both use out of the
 * first page's script, and the pieces together are larger, compressed, than the whole: 0.9 kB of the first load, which
 * has a budget. What the build wrote (large, and loaded late by the first page) stays shared.
 * @param entries  the other pages' scripts, as the ends of their paths
 */
export function apart(...entries: readonly string[]): Plugin {
  return {
    name: 'apart',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (importer === undefined || ![...entries, OWN].some((end) => importer.endsWith(end))) return null;
      if (/\/generated\/|\.css$/.test(source)) return null;
      const found = await this.resolve(source, importer.replace(OWN, ''), { skipSelf: true });
      return found === null || found.external ? found : { ...found, id: found.id + OWN };
    },
  };
}
