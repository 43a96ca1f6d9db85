import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));

const COMMANDS = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

interface Executable {
  readonly path: string;
  readonly env: Record<string, string>;
}

/** A Chrome or Chromium of this machine: the one named by `CHROME_PATH`, else one in the usual places. */
function installed(): Executable | undefined {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is ${named}, and there is no such file`);
    return { path: named, env: {} };
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = [...folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command))), ...PLACES];
  const path = paths.find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile());
  return path === undefined ? undefined : { path, env: {} };
}

/**
 * The Chromium inside the npm package, with the system libraries and fonts it ships (Linux on x64 only). Unpacked once
 * below node_modules/.cache, into a folder of this process that then gets its final name in one step, so that two test
 * files can do it at the same time.
 */
async function packaged(): Promise<Executable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium found: install one, or name one in CHROME_PATH');
  }
  const home = join(root, 'node_modules', '@sparticuz', 'chromium');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(root, 'node_modules', '.cache', `chromium-${version}`);
  if (!existsSync(folder)) {
    const own = `${folder}.${process.pid}`;
    mkdirSync(own, { recursive: true });
    await unpack(home, own);
    writeFileSync(join(own, 'fonts.conf'), fontsOf(folder));
    try {
      renameSync(own, folder);
    } catch (error) {
      rmSync(own, { recursive: true });
      if (!existsSync(folder)) throw error;
    }
  }
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  return { path: join(folder, 'chromium'), env };
}

/** The package's own font settings look in fixed folders, where nothing is; without a font no text is drawn at all. */
function fontsOf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/** The package's own `inflate` writes to the temporary folder, whose name it asks for before it first waits. */
async function unpack(home: string, target: string): Promise<void> {
  const { inflate } = (await import(pathToFileURL(join(home, 'build', 'esm', 'lambdafs.js')).href)) as {
    inflate(path: string): Promise<string>;
  };
  const before = process.env.TMPDIR;
  process.env.TMPDIR = target;
  try {
    const names = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'];
    const unpacked = names.map((name) => inflate(join(home, 'bin', name)));
    restore(before);
    await Promise.all(unpacked);
  } finally {
    restore(before);
  }
}

function restore(temporary: string | undefined): void {
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
}

/** Starts a headless browser. Close it in an `after` hook, or the test file does not end. */
export async function launch(): Promise<Browser> {
  const { path, env } = installed() ?? (await packaged());
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  // The sandbox needs another user than root.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath: path, args, env: { ...definedEnvironment(), ...env } });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] != null));
}

/** A page that remembers whatever went wrong in it: script errors, console errors, refusals of the content policy. */
export interface WatchedPage {
  readonly page: Page;
  readonly problems: readonly string[];
}

/** Opens a new page of the browser (or of one of its contexts) and watches it from before its first script. */
export async function watchedPage(where: Browser | BrowserContext): Promise<WatchedPage> {
  const page = await where.newPage();
  // A busy machine is slow, not wrong.
  page.setDefaultTimeout(90_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // Leaving a page breaks off what it was loading.
    if (why !== 'net::ERR_ABORTED') problems.push(`${request.url()}: ${why}`);
  });
  return { page, problems };
}
