import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import { equal } from 'uvu/assert';
import { type Drawing, disagreements, importsOf, readSources } from './support/arrows.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const drawing = JSON.parse(readFileSync(new URL('arrows.json', import.meta.url), 'utf8')) as Drawing;

test('the house is as tests/arrows.json draws it', () => {
  equal(disagreements(readSources(root, ['src', 'web']), drawing), []);
});

/** Styles as attributes, which the page's content policy refuses; `.style=${...}` sets them as properties. */
const styleAttributes = (text: string) => /\sstyle=["'$]|directives\/style-map/.test(text);

test('no element sets a style as an attribute', () => {
  const sources = readSources(root, ['web']);
  equal(
    [...sources].filter(([, text]) => styleAttributes(text)).map(([path]) => path),
    [],
  );
  equal(styleAttributes('html`<p style=${x}>`'), true);
  equal(styleAttributes('html`<p .style=${x}>`'), false);
});

/** A small house that agrees with its drawing; each mistake below changes one thing. */
const SMALL: Drawing = {
  rooms: {
    'src/a': { imports: [] },
    'src/b': { imports: ['src/a'], types: ['src/index.ts'] },
    'src/index.ts': { imports: ['src/a', 'src/b'] },
    web: { imports: ['src/index.ts', 'web/w'] },
    'web/w': { imports: [] },
  },
  packages: { lib: ['src/a/one.ts'], 'node:*': ['src/b'] },
  lazy: { lib: ['web/main.ts'] },
};
const FILES = {
  'src/a/one.ts': "import { f } from 'lib/sub';",
  'src/a/two.ts': 'export const x = 1;',
  'src/b/one.ts': "import 'node:fs'; import { x } from '../a/two.ts'; import type { T } from '../index.ts';",
  'src/index.ts': "export { y } from './b/one.ts'; export const late = () => import('./a/one.ts');",
  'web/main.ts': "import * as door from '../src/index.ts'; new Worker(new URL('./w/run.ts', import.meta.url));",
  'web/w/run.ts': 'postMessage(1);',
};

const look = (files: Record<string, string>, drawn: Partial<Drawing> = {}) =>
  disagreements(new Map(Object.entries({ ...FILES, ...files })), { ...SMALL, ...drawn });

const MISTAKES: [name: string, found: string[], sentences: string[]][] = [
  [
    'a wrong arrow',
    look({ 'src/a/two.ts': "import { y } from '../b/one.ts';" }),
    ['src/a/two.ts imports src/b/one.ts: no arrow src/a -> src/b'],
  ],
  [
    'a wrong arrow by re-export',
    look({ 'src/a/two.ts': "export * from '../b/one.ts';" }),
    ['src/a/two.ts imports src/b/one.ts: no arrow src/a -> src/b'],
  ],
  [
    'a wrong arrow by import()',
    look({ 'src/a/two.ts': "export const f = () => import('../b/one.ts');" }),
    ['src/a/two.ts imports src/b/one.ts: no arrow src/a -> src/b'],
  ],
  [
    'a wrong arrow for types',
    look({ 'src/a/two.ts': "import { type T } from '../b/one.ts';" }),
    ['src/a/two.ts imports types of src/b/one.ts: no arrow src/a -> src/b'],
  ],
  [
    'values over an arrow for types',
    look({ 'src/b/one.ts': "import 'node:fs'; import { x } from '../a/two.ts'; import { T } from '../index.ts';" }),
    ['src/b/one.ts imports src/index.ts: no arrow src/b -> src/index.ts'],
  ],
  [
    'an unused arrow',
    look({ 'web/main.ts': "import * as door from '../src/index.ts';" }),
    ['the arrow web -> web/w is drawn, and nothing uses it'],
  ],
  ['a room that is not drawn', look({ 'src/c/one.ts': 'export {};' }), ['src/c is not drawn']],
  [
    'a room that is not there',
    look({}, { rooms: { ...SMALL.rooms, 'src/c': { imports: [] } } }),
    ['src/c is drawn, and there is no such room'],
  ],
  [
    'a circle',
    look({ 'src/a/two.ts': "import '../b/one.ts';" }, { rooms: { ...SMALL.rooms, 'src/a': { imports: ['src/b'] } } }),
    ['a circle is drawn: src/a -> src/b -> src/a'],
  ],
  [
    'a package in the wrong file',
    look({ 'src/a/two.ts': "import { f } from 'lib';" }),
    [
      'src/a/two.ts imports lib: not drawn',
      'lib is loaded at once: web/main.ts -> src/index.ts -> src/b/one.ts -> src/a/two.ts -> lib',
    ],
  ],
  [
    'Node in the wrong room',
    look({ 'src/a/two.ts': "import 'node:path';" }),
    ['src/a/two.ts imports node:*: not drawn'],
  ],
  [
    'a package that nothing imports',
    look({ 'src/a/one.ts': '' }),
    ['lib is drawn for src/a/one.ts, and nothing there imports it'],
  ],
];

test('the small house agrees', () => equal(look({}), []));
for (const [name, found, sentences] of MISTAKES) test(`${name} is found`, () => equal(found, sentences));

test('what looks like an import and is none', () => {
  equal(importsOf('src/a/x.ts', "// import '../b/one.ts'\nconst text = `import x from '../b/one.ts'`;"), []);
});

test.run();
