import { chmodSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Puts this package's own command where npm puts those of other packages, so that `npx buildout` works in the clone:
 * npm links the commands of dependencies only, never the package's own.
 */
const root = new URL('../../', import.meta.url);
const bin = new URL('node_modules/.bin/', root);
const command = fileURLToPath(new URL('dist/cli/main.js', root));
mkdirSync(bin, { recursive: true });
chmodSync(command, 0o755);
if (process.platform === 'win32') {
  writeFileSync(new URL('buildout.cmd', bin), `@node "${command}" %*\r\n`);
} else {
  const link = fileURLToPath(new URL('buildout', bin));
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  symlinkSync('../../dist/cli/main.js', link);
}
