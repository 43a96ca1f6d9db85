import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { dataModule } from './model.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const entry = fileURLToPath(new URL('../../web/report/check.ts', import.meta.url));

/**
 * The module with the text of the script inside reports: what checks them, and the kernel, in one piece without imports.
 * The kernel's own module must have been written.
 */
export async function reportModule(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    envDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      // Readable, as the rest of a report: it is evidence.
      minify: false,
      lib: { entry, formats: ['iife'], name: 'report' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunks = first !== undefined && 'output' in first ? first.output : [];
  const [chunk] = chunks;
  if (chunk?.type !== 'chunk' || chunks.length !== 1) throw new Error('the script of reports is not one piece');
  const text = chunk.code.trim();
  if (/<\/script|<!--|\r/iu.test(text)) throw new Error('the script of reports has what would end a script element');
  return dataModule('', 'reportScript', 'string', text);
}
