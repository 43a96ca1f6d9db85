/*
 * Prints one table of ratios, each measured in turns in this run after its results were seen to agree, and writes it as JSON.
 * `npm run bench`, or `npm run bench -- kernel` for the benches whose name holds a word. Ends with 1 if a ratio misses its bound
 * or results disagree.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { figure, type Row } from './timing.ts';

/** Files beside this one that export `bench`, in the order in which they run: the page last, since a browser leaves little room. */
const BENCHES: readonly { readonly name: string; readonly title: string }[] = [
  { name: 'kernel', title: 'One run of the frozen bench model: 60 steps, four sites' },
  { name: 'ensemble', title: 'Ten thousand runs of it' },
  { name: 'threads', title: 'Ensembles of a shipped scenario' },
  { name: 'scenarios', title: 'One run of shipped scenarios' },
  { name: 'growth', title: 'How cost grows' },
  { name: 'start', title: 'Cold start of the command line, beside what Node and the YAML parser need' },
  { name: 'size', title: 'Size of the whole' },
  { name: 'page', title: 'The page, beside Chart.js alone' },
];

const words = process.argv.slice(2);
const chosen = BENCHES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(`no bench has ${words.map((word) => `"${word}"`).join(' or ')} in its name`);
  process.exit(2);
}

const table: { subject: string; rows: readonly Row[]; failed?: string }[] = [];
console.log('  ratio  bound   what is held against what; below it what was measured');
for (const { name, title } of chosen) {
  console.log(`\n${title}`);
  try {
    const { bench } = (await import(new URL(`${name}.ts`, import.meta.url).href)) as {
      bench: () => Row[] | Promise<Row[]>;
    };
    const rows = await bench();
    table.push({ subject: name, rows });
    for (const row of rows) console.log(lines(row).join('\n'));
  } catch (error) {
    // The others are still worth knowing.
    const failed = error instanceof Error ? error.message : String(error);
    table.push({ subject: name, rows: [], failed });
    console.log(`  FAILED: ${failed}`);
  }
}

function lines(row: Row): string[] {
  const { ratio, most, least, what, figures } = row;
  const bound = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : '';
  const shown = ratio === undefined ? '' : ratio < 0.01 ? ratio.toPrecision(2) : ratio.toFixed(2);
  const head = `${shown.padStart(7)}  ${bound.padEnd(6)}  ${what}${missed(row) ? '  MISSED' : ''}`;
  const facts = Object.entries(figures).map(
    ([key, value]) => `${key} ${typeof value === 'number' ? figure(value) : value}`,
  );
  return facts.length === 0 ? [head] : [head, `${' '.repeat(17)}${facts.join(' · ')}`];
}

function missed({ ratio, most, least }: Row): boolean {
  return (
    (most !== undefined && !(ratio !== undefined && ratio <= most)) ||
    (least !== undefined && !(ratio !== undefined && ratio >= least))
  );
}

const results = new URL('../../bench/', import.meta.url);
mkdirSync(results, { recursive: true });
const machine = {
  node: process.version,
  cores: availableParallelism(),
  platform: process.platform,
  arch: process.arch,
};
writeFileSync(new URL('results.json', results), `${JSON.stringify({ ...machine, table }, null, 2)}\n`);
const rows = table.flatMap((subject) => subject.rows);
const misses = rows.filter(missed).length;
const failures = table.filter(({ failed }) => failed !== undefined).length;
console.log(
  `\n${rows.length} rows, ${misses} missed, ${failures} failed. Node ${process.versions.node}, ${machine.cores} cores. Written to bench/results.json`,
);
process.exit(misses + failures > 0 ? 1 : 0);
