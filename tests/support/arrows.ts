import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

/** The drawing in tests/arrows.json. */
export interface Drawing {
  /** By room: rooms it may import anything from, and rooms it may import types from. */
  readonly rooms: Readonly<Record<string, { readonly imports: readonly string[]; readonly types?: readonly string[] }>>;
  /** By package: the rooms or files that may import it. "node:*" stands for everything Node brings. */
  readonly packages: Readonly<Record<string, readonly string[]>>;
  /** By package: the files from which no chain of static imports may lead to it. */
  readonly lazy: Readonly<Record<string, readonly string[]>>;
}

/** Text by path from the project's root, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

interface Import {
  readonly from: string;
  /** A path from the root for own files, the package's name for others. */
  readonly to: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
  /** Loaded with its importer, rather than by `import()` or as a worker. */
  readonly static: boolean;
}

/** All TypeScript files of the folders. */
export function readSources(root: string, folders: readonly string[]): Sources {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** The folder below src or web; a file directly in src is a room of its own, those directly in web are one. */
export function roomOf(path: string): string {
  const [top = '', second = '', third] = path.split('/');
  return third === undefined && top === 'web' ? 'web' : `${top}/${second}`;
}

const packageOf = (name: string) =>
  name.startsWith('node:') ? 'node:*' : name.split('/', name[0] === '@' ? 2 : 1).join('/');

/** Everything a file imports: by import, export from, import(), a type's import(), and as a worker. */
export function importsOf(path: string, text: string): Import[] {
  const { module, errors } = parseSync(path, text, { lang: 'ts' });
  if (errors.length) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: { name: string; typeOnly: boolean; static: boolean }[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const typeOnly =
      /^import\s+type\b/.test(text.slice(start)) || (entries.length > 0 && entries.every((entry) => entry.isType));
    found.push({ name: moduleRequest.value, typeOnly, static: true });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ name: moduleRequest.value, typeOnly: isType, static: true });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const name = /^(['"`])(.*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2];
    if (name) found.push({ name, typeOnly: false, static: false });
  }
  for (const [, name = ''] of text.matchAll(/\bnew URL\(\s*['"]([^'"]+\.ts)['"],\s*import\.meta\.url/g)) {
    found.push({ name, typeOnly: false, static: false });
  }
  return found.map(({ name, ...how }) => {
    const own = name.startsWith('.');
    const to = own ? posix.join(posix.dirname(path), name.replace(/\?.*$/, '')) : packageOf(name);
    return { from: path, to, own, ...how };
  });
}

/** Every way in which the sources and the drawing disagree, a sentence each. */
export function disagreements(sources: Sources, drawing: Drawing): string[] {
  const imports = [...sources].flatMap(([path, text]) => importsOf(path, text));
  const rooms = new Set([...sources.keys()].map(roomOf));
  return [
    ...[...rooms].filter((room) => !drawing.rooms[room]).map((room) => `${room} is not drawn`),
    ...Object.keys(drawing.rooms)
      .filter((room) => !rooms.has(room))
      .map((room) => `${room} is drawn, and there is no such room`),
    ...wrongArrows(imports, drawing),
    ...unusedArrows(imports, drawing),
    ...circles(drawing),
    ...wrongPackages(imports, drawing),
    ...hasty(imports, drawing),
  ];
}

function wrongArrows(imports: readonly Import[], { rooms }: Drawing): string[] {
  return imports
    .filter(({ own, from, to }) => own && roomOf(from) !== roomOf(to))
    .filter(({ from, to, typeOnly }) => {
      const drawn = rooms[roomOf(from)];
      return !drawn?.imports.includes(roomOf(to)) && !(typeOnly && drawn?.types?.includes(roomOf(to)));
    })
    .map(
      ({ from, to, typeOnly }) =>
        `${from} imports ${typeOnly ? 'types of ' : ''}${to}: no arrow ${roomOf(from)} -> ${roomOf(to)}`,
    );
}

function unusedArrows(imports: readonly Import[], { rooms }: Drawing): string[] {
  const used = (from: string, to: string) =>
    imports.some((one) => one.own && roomOf(one.from) === from && roomOf(one.to) === to);
  return Object.entries(rooms).flatMap(([from, { imports: values, types = [] }]) =>
    [...values, ...types]
      .filter((to) => !used(from, to))
      .map((to) => `the arrow ${from} -> ${to} is drawn, and nothing uses it`),
  );
}

/** Arrows for anything but types must lead one way. */
function circles({ rooms }: Drawing): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (room: string, path: readonly string[]) => {
    if (path.includes(room)) found.push(`a circle is drawn: ${[...path.slice(path.indexOf(room)), room].join(' -> ')}`);
    else if (!done.has(room)) for (const to of rooms[room]?.imports ?? []) visit(to, [...path, room]);
    done.add(room);
  };
  for (const room of Object.keys(rooms)) visit(room, []);
  return found;
}

function wrongPackages(imports: readonly Import[], { packages }: Drawing): string[] {
  const others = imports.filter(({ own }) => !own);
  const allowed = ({ from, to }: Import) => packages[to]?.some((place) => place === from || place === roomOf(from));
  const wrong = others.filter((one) => !allowed(one)).map(({ from, to }) => `${from} imports ${to}: not drawn`);
  const unused = Object.entries(packages).flatMap(([name, places]) =>
    places
      .filter((place) => !others.some(({ from, to }) => to === name && (place === from || place === roomOf(from))))
      .map((place) => `${name} is drawn for ${place}, and nothing there imports it`),
  );
  return [...wrong, ...unused];
}

/** Chains of static imports from a file to a package that it must load late or never. */
function hasty(imports: readonly Import[], { lazy }: Drawing): string[] {
  const steps = byImporter(imports);
  return Object.entries(lazy).flatMap(([name, starts]) =>
    starts.flatMap((start) => {
      const queue: string[][] = [[start]];
      const seen = new Set([start]);
      for (const path of queue) {
        for (const one of steps.get(path.at(-1) as string) ?? []) {
          if (!one.static || one.typeOnly || seen.has(one.to)) continue;
          if (one.to === name) return [`${name} is loaded at once: ${[...path, name].join(' -> ')}`];
          seen.add(one.to);
          queue.push([...path, one.to]);
        }
      }
      return [];
    }),
  );
}

function byImporter(imports: readonly Import[]): Map<string, Import[]> {
  const groups = new Map<string, Import[]>();
  for (const one of imports) groups.set(one.from, [...(groups.get(one.from) ?? []), one]);
  return groups;
}
