import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkProjection, scenarios } from '../../src/index.ts';
import { askExtreme, askedOf, askReference, askResponse, baseOf, extremes, references, responses } from './checks.ts';
import { type Figures, figures, figuresOf, figuresText } from './figures.ts';
import { checkRows, type Looked, page } from './page.ts';
import { sweep } from './sweep.ts';

/**
 * Asks every check of every shipped scenario, runs every lever at its low and at its high end, and writes one page that shows
 * what has moved since the last release. Ends with 1 where a check is broken.
 *
 *   npm run model:check                      reports/model-check.html
 *   npm run model:check -- -o FILE
 *   npm run model:check -- --release         keeps today's figures as those of the release, for later pages
 */
const { values } = parseArgs({
  options: {
    output: { type: 'string', short: 'o', default: 'reports/model-check.html' },
    release: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('../../', import.meta.url));
const kept = fileURLToPath(new URL('../golden/release/figures.json', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const outcomes = [
  ...responses.flatMap((check) => askedOf(check).flatMap((scenario) => askResponse(check, scenario) ?? [])),
  ...extremes.flatMap((check) => askedOf(check).map((scenario) => askExtreme(check, scenario))),
  ...references.map(askReference),
];
const looked: Looked[] = scenarios.map((scenario) => {
  console.log(`${scenario.id} ...`);
  return { scenario, swings: sweep(scenario), broken: checkProjection(baseOf(scenario)) };
});
const now = figures(
  version,
  Object.fromEntries(looked.map(({ scenario, swings }) => [scenario.id ?? '', figuresOf(scenario, swings)])),
);
const before = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Figures) : undefined;
const report = { now, before, looked, outcomes };

const file = resolve(root, values.output);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, page(report));
if (values.release) {
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, figuresText(now));
}
const broken = checkRows(report).filter((check) => check.broken.length > 0);
for (const check of broken) console.error(`${check.id}: ${check.broken[0]}`);
console.log(
  `${broken.length === 0 ? 'All checks hold' : `${broken.length} checks are broken`}; ${relative(process.cwd(), file)}`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
