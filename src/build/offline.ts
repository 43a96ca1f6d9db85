import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { minifySync, type Plugin, transformWithOxc } from 'vite';

const NAME = 'service-worker.js';

/**
 * Puts the service worker beside the built page, with the list of everything that was built: the page is kept whole or not at all.
 * @param source path of the service worker's TypeScript, which imports nothing
 */
export function offline(source: string): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const digest = createHash('sha256');
        const pages: string[] = [];
        const files: string[] = [];
        for (const [name, output] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
          if (name.endsWith('.map')) continue;
          digest.update(`${name}\n`).update(output.type === 'chunk' ? output.code : output.source);
          if (name.endsWith('.html')) pages.push(name === 'index.html' ? './' : name);
          else files.push(name);
        }
        const text = readFileSync(source, 'utf8');
        digest.update(text);
        const built = { version: digest.digest('hex').slice(0, 16), pages, files };
        const { code } = await transformWithOxc(text, source);
        const script = minifySync(NAME, code.replace(/^export\s*\{\s*\};?\s*$/m, ''));
        if (script.errors.length > 0) this.error(script.errors[0]?.message ?? NAME);
        this.emitFile({
          type: 'asset',
          fileName: NAME,
          source: `const BUILT=${JSON.stringify(built)};\n${script.code}`,
        });
      },
    },
  };
}
