/*
 * Prints one table of ratios, each measured in turns in this run after its results were seen to agree, and writes it as JSON.
 * `npm run bench`, or `npm run bench -- kernel` for the benches whose name holds a word. Ends with 1 if a ratio misses its bound.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import type { Row } from './timing.ts';

const folder = new URL('.', import.meta.url);
/** Files that benches stand on; every other file here is a bench and exports `bench`. */
const NOT_BENCHES = new Set(['run.ts', 'timing.ts', 'model.ts', 'hand.ts']);

const words = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !NOT_BENCHES.has(name))
  .map((name) => name.slice(0, -3))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort();
if (names.length === 0) {
  console.error(`no bench has ${words.map((word) => `"${word}"`).join(' or ')} in its name`);
  process.exit(2);
}

const rows: Row[] = [];
for (const name of names) {
  const { bench } = (await import(new URL(`${name}.ts`, folder).href)) as { bench: () => Row[] | Promise<Row[]> };
  for (const row of await bench()) {
    rows.push(row);
    const bound =
      row.most !== undefined ? ` (at most ${row.most})` : row.least !== undefined ? ` (at least ${row.least})` : '';
    const verdict = missed(row) ? '  MISSED' : '';
    console.log(
      `${row.ratio === undefined ? '     ' : row.ratio.toFixed(2).padStart(5)}  ${row.what}${bound}${verdict}`,
    );
    console.log(
      `       ${Object.entries(row.figures)
        .map(([key, value]) => `${key} ${value}`)
        .join(' · ')}`,
    );
  }
}

function missed({ ratio, most, least }: Row): boolean {
  return (
    (most !== undefined && !(ratio !== undefined && ratio <= most)) ||
    (least !== undefined && !(ratio !== undefined && ratio >= least))
  );
}

const results = new URL('../../bench/', folder);
mkdirSync(results, { recursive: true });
writeFileSync(new URL('results.json', results), `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
const misses = rows.filter(missed).length;
console.log(`\n${rows.length} rows, ${misses} missed; bench/results.json`);
process.exitCode = misses > 0 ? 1 : 0;
