import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import { equal, not, ok } from 'uvu/assert';

/** `npm ci` must work on every platform and with any registry. */
const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
const { packages } = JSON.parse(text) as {
  packages: Record<
    string,
    { version: string; optionalDependencies?: Record<string, string>; hasInstallScript?: boolean }
  >;
};

test('no package is tied to the registry of whoever wrote the file', () => {
  not.match(text, '"resolved"');
});

test('the packages for other platforms are named, although they are not installed here', () => {
  const named = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  ok(named.length > 20);
  equal(
    named.filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`))),
    [],
  );
});

test('no dependency runs a script at installation that we have not decided on', () => {
  const { allowScripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    allowScripts: Record<string, boolean>;
  };
  const scripted = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript);
  const names = scripted.map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  equal(
    names.filter((name) => !(name in allowScripts)),
    [],
  );
});

test.run();
