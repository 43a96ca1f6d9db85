import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { suite } from 'uvu';
import { equal, match, ok } from 'uvu/assert';
import { command } from './support/command.ts';

/** The package as somebody else gets it: packed, installed in a folder elsewhere, used as command and as library. */
const test = suite('package');

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'buildout-package-'));
const installed = join(folder, 'node_modules', 'ai-buildout');
const shipped = readdirSync(join(root, 'scenarios')).map((name) => name.replace(/\.yaml$/, ''));

function must(program: string, args: readonly string[], where: string): string {
  const { out, err, code } = command(program, args, where);
  equal(code, 0, `${program} ${args.join(' ')}: ${err}${out}`);
  return out;
}

test.before(() => {
  ok(existsSync(join(root, 'dist/cli/main.js')), 'nothing is built: npm run build');
  must('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) as string;
  writeFileSync(join(folder, 'package.json'), '{ "name": "elsewhere", "private": true, "type": "module" }\n');
  must('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`], folder);
});

test.after(() => rmSync(folder, { recursive: true }));

test('it holds what a user needs, and nothing of the workshop', () => {
  for (const path of [
    'dist/index.js',
    'dist/index.d.ts',
    'dist/web/index.html',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
  ]) {
    ok(existsSync(join(installed, path)), path);
  }
  const top = readdirSync(installed).sort();
  equal(top, ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json', 'scenarios', 'seeds']);
  ok(!existsSync(join(installed, 'dist', 'build')), 'the build is not part of the package');
  for (const name of shipped) ok(existsSync(join(installed, 'scenarios', `${name}.yaml`)), name);
});

test('what only the page and the workshop need is not installed with it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) ok(existsSync(join(folder, 'node_modules', name)), name);
  for (const name of ['lit', 'chart.js', 'vite', 'typescript', '@fontsource-variable']) {
    ok(!existsSync(join(folder, 'node_modules', name)), name);
  }
});

test('the command lists every shipped scenario', () => {
  const out = must('npx', ['--no-install', 'buildout', 'list'], folder);
  for (const name of shipped) match(out, name);
});

test('the command runs a scenario by name', () => {
  const out = must('npx', ['--no-install', 'buildout', 'run', 'stargate-announced', '--format', 'json'], folder);
  const { format, series } = JSON.parse(out) as { format: string; series: Record<string, { values: number[] }> };
  equal(format, 'buildout-projection/1');
  ok((series.spending?.values.length ?? 0) > 100);
});

test('the command writes members as a Parquet file that DuckDB reads', async () => {
  const args = [
    'ensemble',
    'stargate-central',
    '--members',
    '64',
    '--rows',
    'draws',
    '-f',
    'parquet',
    '-o',
    'all.parquet',
  ];
  must('npx', ['--no-install', 'buildout', ...args], folder);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const file = join(folder, 'all.parquet');
  const read = await connection.runAndReadAll(
    `select count(*)::INT as rows, count(distinct slip)::INT as slips from '${file}'`,
  );
  equal(read.getRowObjects(), [{ rows: 64, slips: 64 }]);
});

test('the library reads a file and runs it', () => {
  const script = `
    import { readFileSync } from 'node:fs';
    import { readScenario, simulate } from 'ai-buildout';
    const scenario = readScenario(readFileSync('node_modules/ai-buildout/scenarios/stargate-announced.yaml', 'utf8'));
    const { values } = simulate(scenario).series('announced_total');
    console.log(JSON.stringify({ last: values.at(-1), plain: values instanceof Float64Array }));
  `;
  writeFileSync(join(folder, 'use.js'), script);
  const { last, plain } = JSON.parse(must('node', ['use.js'], folder)) as { last: number; plain: boolean };
  equal(last, 500e9);
  equal(plain, true);
});

test('its types stand by themselves', () => {
  mkdirSync(join(folder, 'typed'));
  const script = `
    import { readScenario, simulate } from 'ai-buildout';
    const values: Float64Array = simulate(readScenario('')).series('spending').values;
    // @ts-expect-error: a scenario is no number
    simulate(1);
    export { values };
  `;
  writeFileSync(join(folder, 'typed', 'use.ts'), script);
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', '', 'typed/use.ts'];
  must('node', [compiler, ...options], folder);
});

test('the JSON Schema is there, under its public name', () => {
  const script = `import { createRequire } from 'node:module';
    console.log(JSON.stringify(createRequire(import.meta.url)('ai-buildout/schema')));`;
  writeFileSync(join(folder, 'schema.js'), script);
  const schema = JSON.parse(must('node', ['schema.js'], folder)) as Record<string, unknown>;
  match(String(schema.$schema), 'json-schema.org');
  ok(Object.keys(schema.properties as object).includes('commitments'));
});

test('npx finds the command in the clone too', () => {
  const out = must('npx', ['--no-install', 'buildout', 'list'], root);
  for (const name of shipped) match(out, name);
});

test.run();
