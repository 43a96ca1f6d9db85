import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * npm runs this after an installation: the clone is built. Some versions of npm run it again at every `npx buildout` in the
 * clone, where a build would only make people wait, and pull the files from under whatever else is running.
 */
const called = process.env.npm_command === 'exec' && existsSync(new URL('../../dist/cli/main.js', import.meta.url));
if (!called) {
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exitCode = status ?? 1;
}
