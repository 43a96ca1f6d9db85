import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import checks from '../../.size-limit.ts';
import type { Row } from './timing.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Parts of the page smaller than this are told together. */
const SMALL = 1000;

/** What somebody installs, and what somebody's browser loads. */
export function bench(): Row[] {
  return [installed(), dependencies(), firstLoad(), ...parts()];
}

/** The package itself. */
function installed(): Row {
  const out = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ size = 0, unpackedSize = 0, entryCount = 0 } = {}] = JSON.parse(out) as {
    size: number;
    unpackedSize: number;
    entryCount: number;
  }[];
  return {
    what: 'the package',
    figures: { packed: kilobytes(size), unpacked: kilobytes(unpackedSize), files: entryCount },
  };
}

/** What the package needs, and what that needs in turn, as npm installs it. */
function dependencies(): Row {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }>;
  };
  const needed = Object.entries(packages)
    .filter(([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional)
    .map(([path]) => ({ name: path.replace(/^.*node_modules\//u, ''), bytes: folderSize(join(root, path)) }))
    .sort((a, b) => b.bytes - a.bytes);
  const total = needed.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    what: 'packages that it needs, unpacked',
    figures: {
      packages: needed.length,
      together: kilobytes(total),
      ...Object.fromEntries(needed.map(({ name, bytes }) => [name, kilobytes(bytes)])),
    },
  };
}

/** Bytes of the files in a folder, other packages within it left out. */
function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.name === 'node_modules') return sum;
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? folderSize(path) : statSync(path).size);
  }, 0);
}

/** Against what `npm run size` allows. */
function firstLoad(): Row {
  const [{ path = [], limit = '' } = {}] = checks;
  const most = Number.parseFloat(limit) * 1000;
  const bytes = path.reduce((sum, file) => sum + packed(join(root, file)), 0);
  return {
    what: 'script on first load against its limit, gzip',
    ratio: bytes / most,
    most: 1,
    figures: { ours: kilobytes(bytes), limit: kilobytes(most), files: path.length },
  };
}

/** Script and style of the page, each part with what it is called, the largest first. */
function parts(): Row[] {
  const folder = join(root, 'dist/web/assets');
  const files = readdirSync(folder).map((file) => ({ file, bytes: packed(join(folder, file)) }));
  return ['js', 'css'].map((ending) => {
    const some = files.filter(({ file }) => file.endsWith(`.${ending}`)).sort((a, b) => b.bytes - a.bytes);
    const large = some.filter(({ bytes }) => bytes >= SMALL);
    const small = some.filter(({ bytes }) => bytes < SMALL);
    const sum = (list: typeof some): number => list.reduce((total, { bytes }) => total + bytes, 0);
    // Two parts may be called alike.
    const named = large.map(({ file, bytes }, n): [string, string] => {
      const name = file.replace(/-[^-]{8}\.\w+$/u, '');
      const same = large.slice(0, n).filter((other) => other.file.startsWith(`${name}-`)).length;
      return [same === 0 ? name : `${name} (${same + 1})`, kilobytes(bytes)];
    });
    return {
      what: `the page's ${ending === 'js' ? 'script' : 'style'}, all of it, gzip`,
      figures: {
        together: kilobytes(sum(some)),
        files: some.length,
        ...Object.fromEntries(named),
        ...(small.length === 0 ? {} : { [`${small.length} smaller ones`]: kilobytes(sum(small)) }),
      },
    };
  });
}

function packed(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

function kilobytes(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
}
