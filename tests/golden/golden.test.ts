import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { scenarios } from '../../src/index.ts';
import { type Golden, goldenOf, MONTHS, SERIES } from './figures.ts';

const folder = new URL('.', import.meta.url);
const APART = 1e-9;

test('every shipped scenario has a golden file, and every golden file a scenario', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  assert.equal(files.sort(), scenarios.map(({ id }) => id ?? '').sort());
});

for (const scenario of scenarios) {
  test(`${scenario.id} gives the figures it gave (npx tsx tests/golden/write.ts writes them anew)`, () => {
    const wanted = JSON.parse(readFileSync(new URL(`${scenario.id}.json`, folder), 'utf8')) as Golden;
    const found = goldenOf(scenario);
    assert.equal(Object.keys(wanted.series).sort(), [...SERIES].sort());
    const moved: string[] = [];
    const compare = (what: string, before: number | null | undefined, after: number | null | undefined) => {
      if (before === null && after === null) return;
      const same = typeof before === 'number' && typeof after === 'number' && Number.isFinite(after) && Math.abs(after - before) <= APART * Math.max(1, Math.abs(before));
      if (!same) moved.push(`${what}: ${before} became ${after}`);
    };
    let points = 0;
    for (const id of SERIES)
      for (const [index, month] of MONTHS.entries()) {
        compare(`${id} at ${month}`, wanted.series[id]?.[index], found.series[id]?.[index]);
        points += 1;
      }
    for (const id of Object.keys({ ...wanted.headlines, ...found.headlines })) {
      compare(id, wanted.headlines[id], found.headlines[id]);
      points += 1;
    }
    assert.ok(points > SERIES.length * MONTHS.length, 'every point is looked at');
    assert.equal(moved, []);
  });
}

test.run();
