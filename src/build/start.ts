import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * `npm start`: builds if a source is newer than the built page, then serves the page, to this machine only, on port 4173
 * or the next free one. `--port N` begins at another port, `--as-built` serves what is there without looking at the sources.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));

const SOURCES = ['src', 'web', 'scenarios', 'seeds', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
/** Written by the build, so never a reason to build. */
const MADE = join(root, 'src', 'generated');
const BUILT = ['dist/web/index.html', 'dist/index.js'];

/** When the file, or the newest file below the folder, was changed; milliseconds, 0 if there is none. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || path === MADE) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4173' }, 'as-built': { type: 'boolean', default: false } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`--port ${values.port}: expected a whole number from 1 to 65535`);
  process.exit(2);
}

const built = Math.min(...BUILT.map((path) => newest(join(root, path))));
if (!values['as-built'] && built < Math.max(...SOURCES.map((path) => newest(join(root, path))))) {
  const { status } = spawnSync('npm', ['run', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const { preview } = await import('vite');
const server = await preview({ root: join(root, 'web'), configFile: join(root, 'vite.config.ts'), preview: { port } });
const address = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`;
console.log(`Buildout is at ${address} (Ctrl+C stops it)`);
