import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import { equal, is, throws } from 'uvu/assert';
import { readReality } from '../../src/build/reality.ts';
import { SeedsError } from '../../src/build/seeds.ts';
import { meta } from '../../src/generated/meta.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { sources } from '../../src/generated/seeds.ts';
import { unitTable } from '../../src/generated/units.ts';
import { headlines } from '../../src/model/headlines.ts';
import { loadFormulas } from '../../src/scenario/formulas.ts';

const build = { meta, units: unitTable, headlines, formulas: await loadFormulas(meta), claims: new Set<string>() };

const GOOD = `- id: a_figure
  says: Something.
  as_of: "2025-08"
  source: gw_cost_investing
  published: { low: 50, central: 55, high: 60, unit: billion USD/GW }
  asks: { scenario: stargate-announced, formula: cost_per_mw_paid, at: "2030-01", levers: [it_cost] }
`;

function read(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'reality-'));
  try {
    writeFileSync(join(folder, 'reality.yaml'), text);
    return readReality(folder, build, scenarios, sources);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a figure is read with its formula, and its unit turned into the formula`s', () => {
  const [figure] = read(GOOD);
  equal(figure?.asks?.expression, { kind: 'reference', id: 'cost_per_mw_paid' });
  is(figure?.asks?.factor, 1e6);
});

const MISTAKES: [string, string, string][] = [
  ['source: gw_cost_investing', 'source: hearsay', 'reality.yaml:4: a_figure.source: no source hearsay'],
  ['stargate-announced', 'stargate', 'reality.yaml:6: a_figure.asks.scenario: no scenario stargate'],
  ['at: "2030-01"', 'at: "2041-01"', 'reality.yaml:6: a_figure.asks.at: 2041-01 is outside the run'],
  ['[it_cost]', '[it_price]', 'reality.yaml:6: a_figure.asks.levers: stargate-announced has no lever it_price'],
  ['low: 50', 'low: 58', 'reality.yaml:5: a_figure.published: low, central, high out of order'],
  ['  asks:', '  silent: No.\n  asks:', 'reality.yaml:1: a_figure: either asks or silent'],
];

for (const [before, after, words] of MISTAKES) {
  test(`${after.trim()}: told with its line`, () => {
    throws(
      () => read(GOOD.replace(before, after)),
      (error: unknown) => error instanceof SeedsError && error.message.split('\n').includes(words),
    );
  });
}

test('a formula of another dimension, or with an unknown name, is refused', () => {
  const refused = (formula: string, part: string) =>
    throws(
      () => read(GOOD.replace('cost_per_mw_paid', formula)),
      (error: unknown) => error instanceof SeedsError && error.message.includes(part),
    );
  refused('facility_in_use', 'gives MW, which is no billion USD/GW');
  refused('cost_per_mw', 'cost_per_mw');
});

test.run();
