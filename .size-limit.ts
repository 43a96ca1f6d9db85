import { existsSync, readFileSync } from 'node:fs';

const page = new URL('dist/web/', import.meta.url);

/** The scripts a first visit loads: those the page names, and the workers those start. What `import()` loads later is not among them. */
function firstLoad(): string[] {
  const html = readFileSync(new URL('index.html', page), 'utf8');
  const found = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1] as string);
  for (const script of found) {
    const text = readFileSync(new URL(script, page), 'utf8');
    const names = [
      ...text.matchAll(
        /new Worker\(\s*new URL\([^)]*?["'`]([^"'`]+\.js)["'`]|\b(?:from|import) ?["'](\.\/[^"']+\.js)["']/g,
      ),
    ];
    for (const [, worker, imported] of names) {
      const url = new URL((worker ?? imported) as string, new URL(script, page));
      const path = url.href.slice(page.href.length);
      if (existsSync(url) && !found.includes(path)) found.push(path);
    }
  }
  return found;
}

export default [
  {
    name: 'script on first load',
    path: firstLoad().map((script) => `dist/web/${script}`),
    limit: '130 kB',
    gzip: true,
  },
];
