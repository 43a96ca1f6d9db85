import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readSeeds, SeedsError, seedsModule, writeSeeds } from '../../src/build/seeds.ts';

const shipped = fileURLToPath(new URL('../../seeds', import.meta.url));

const test = suite<{ folder: string }>('reading seeds', { folder: '' });

test.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'seeds-'));
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true }));

const goodClaims = `- id: total
  kind: commitment
  says: A sum.
  date: "2025-01-21"
  documents:
    - { file: a.txt, language: nl, hedge: flat }
  figure: { value: 500e9, unit: USD }
  speaks_of: [announced_total]
  answer: { of: announced_total, take: last }
`;
const goodSources = `- { id: a, title: T, publisher: P, date: "2025-01-22", file: a.txt, language: nl, kind: secondary, seen: true }
- id: b
  title: T
  publisher: P
  date: "2025"
  url: https://example.org/b
  kind: primary
  seen: true
`;
const header = 'id,date,quantity,series,take,caps,scope,value,low,high,unit,source,input,aside,says\n';
const goodRow = 'seen,2026-04,Power,facility_in_use.here,,,site:here,300,200,300,MW,b,,,"Half, so far."\n';

function write(folder: string, { claims = goodClaims, sources = goodSources, observations = header + goodRow }) {
  writeFileSync(join(folder, 'claims.yaml'), claims);
  writeFileSync(join(folder, 'sources.yaml'), sources);
  writeFileSync(join(folder, 'observations.csv'), observations);
}

function problemsIn(folder: string): string[] {
  try {
    readSeeds(folder);
  } catch (error) {
    if (!(error instanceof SeedsError)) throw error;
    return error.message.split('\n').slice(1);
  }
  return [];
}

test('good files are read as they stand; empty fields are absent', ({ folder }) => {
  write(folder, { observations: `${header}${goodRow}other,2026-04-30,Power,,,,world,1,,,MW,b,,Another.,Words\n` });
  const { claims, sources, observations } = readSeeds(folder);
  assert.is(claims[0]?.figure?.value, 500e9);
  assert.equal(
    sources.map(({ id }) => id),
    ['a', 'b'],
  );
  assert.equal(observations[0], {
    id: 'seen',
    date: '2026-04',
    quantity: 'Power',
    series: 'facility_in_use.here',
    scope: 'site:here',
    value: 300,
    low: 200,
    high: 300,
    unit: 'MW',
    source: 'b',
    says: 'Half, so far.',
  });
  assert.not('series' in (observations[1] ?? { series: '' }));
  assert.not('low' in (observations[1] ?? { low: 0 }));
});

test('every mistake in all three files is told at once, with its line', ({ folder }) => {
  write(folder, {
    claims: goodClaims
      .replace('language: nl', 'language: de')
      .replace('  answer: { of: announced_total, take: last }\n', '')
      .concat(goodClaims.replace('unit: USD', 'unit: dollars').replace('2025-01-21', '2025-02-30')),
    sources: goodSources
      .replace('kind: primary', 'kind: prime')
      .replace('  publisher: P\n  date: "2025"', '  date: "2025"'),
    observations: `${header}${goodRow}${goodRow.replace('seen,', 'two,').replace(',b,', ',c,')}`,
  });
  assert.equal(problemsIn(folder), [
    'claims.yaml:1: total: a figure needs an answer or a reason for none',
    'claims.yaml:9: total: already on line 1',
    'claims.yaml:12: total.date: a date: "2026-04" or "2026-04-27", found "2025-02-30"',
    'claims.yaml:15: total.figure.unit: Invalid option: expected one of "1"|"1/year"|"USD"|"USD/year"|"USD/MWh"|"USD/H100e/hour"|"CNY"|"MW"|"TWh/year"|"gCO2/kWh"|"accelerator"|"accelerator/year"|"die/year"|"H100e"|"wafer/month"|"job"|"year"|"calendar year", found "dollars"',
    'sources.yaml:2: b.publisher: Invalid input: expected string, received undefined, found nothing',
    'sources.yaml:6: b.kind: Invalid option: expected one of "primary"|"secondary"|"judgement", found "prime"',
    'observations.csv:2: seen: no source b',
    'observations.csv:3: two: no source c',
  ]);
});

const brokenClaims: readonly (readonly [string, string, string])[] = [
  ['hedge: flat', 'note: No hedge.', 'claims.yaml:1: total: each document of a figure has a hedge'],
  ['language: nl', 'language: de', 'claims.yaml:6: total: a.txt is in nl, not de'],
  ['file: a.txt', 'file: z.txt', "claims.yaml:6: total: z.txt is no source's file"],
  ['value: 500e9, ', '', 'claims.yaml:7: total.figure: a figure has either a value or bounds'],
  ['value: 500e9', 'least: 3, most: 2', 'claims.yaml:7: total.figure: least is above most'],
  ['take: last', 'take: at', 'claims.yaml:9: total.answer: `at` goes with take: at, and only with it'],
  ['take: last', 'take: last, at: "2029-01"', 'claims.yaml:9: total.answer: `at` goes with take: at, and only with it'],
  ['"2025-01-21"', '"2025"', 'claims.yaml:4: total.date: a date: "2026-04" or "2026-04-27", found "2025"'],
  ['kind: commitment', 'kind: commitment\n  extra: 1', 'claims.yaml:1: total: Unrecognized key: "extra"'],
  ['says: A sum.', 'says: " "', 'claims.yaml:3: total.says: some words, found " "'],
];

for (const [good, bad, message] of brokenClaims) {
  test(`a claim with ${bad.replaceAll('\n', ' ') || `no ${good}`}`, ({ folder }) => {
    write(folder, { claims: goodClaims.replace(good, bad) });
    assert.equal(problemsIn(folder), [message]);
  });
}

const elsewhere = 'seen: a series is of Stargate, of the site that the scope names, or of the same part of the world';

const brokenRows: readonly (readonly [string, string, string])[] = [
  [',300,', ',about 300,', 'seen.value: Invalid input: expected number, received string, found "about 300"'],
  [',300,', ',,', 'seen.value: Invalid input: expected number, received undefined, found nothing'],
  [',300,', ',0x1F,', 'seen.value: Invalid input: expected number, received string, found "0x1F"'],
  ['300,200,300', '300,310,320', 'seen: low, value, high out of order'],
  ['300,200,300', '300,,299', 'seen: low, value, high out of order'],
  ['site:here', 'world', elsewhere],
  ['site:here', 'site:there', elsewhere],
  ['.here,,,site:here', '.here,,,stargate', elsewhere],
  ['facility_in_use.here,,,site:here', 'facility_in_use,,,openai_all_providers', elsewhere],
  ['facility_in_use.here,,,site:here', 'openai_revenue_now,,,world', elsewhere],
  ['facility_in_use.here,,,site:here', 'openai_revenue_now,,,stargate', elsewhere],
  ['facility_in_use.here,,,', ',,,', 'seen: one of series, caps and aside'],
  ['facility_in_use.here,,,', 'facility_in_use.here,,facility_in_use,', 'seen: one of series, caps and aside'],
  [',b,,,', ',b,,Not known.,', 'seen: one of series, caps and aside'],
  ['facility_in_use.here,,,', ',,facility_in_use,', 'seen: what caps a series is larger than Stargate'],
  [
    'facility_in_use.here,,,',
    'facility_in_use.here,month,,',
    'seen.take: Invalid option: expected one of "year"|"peak"|"value", found "month"',
  ],
  [
    'site:here',
    'mars',
    'seen.scope: stargate, openai_all_providers, us, world, ercot, or site: and its id, found "mars"',
  ],
];

for (const [good, bad, message] of brokenRows) {
  test(`an observation with ${bad}`, ({ folder }) => {
    write(folder, { observations: header + goodRow.replace(good, bad) });
    assert.ok(
      problemsIn(folder).includes(`observations.csv:2: ${message}`),
      `${problemsIn(folder).join('\n')}\ndoes not hold: ${message}`,
    );
  });
}

test('lines are right behind a field that holds line ends', ({ folder }) => {
  const long = goodRow.replace('Half, so far.', 'Half,\nso\nfar.');
  write(folder, { observations: `${header}${long}${goodRow.replace('seen,', 'two,').replace(',b,', ',c,')}` });
  assert.equal(problemsIn(folder), ['observations.csv:5: two: no source c']);
  write(folder, { observations: `${header}${long.replace(',b,', ',c,')}` });
  assert.equal(problemsIn(folder), ['observations.csv:2: seen: no source c']);
});

test('a file that is not even YAML or CSV is told with its line', ({ folder }) => {
  write(folder, { claims: 'claims: none\n', sources: '- id: a\n  title: "T\n', observations: `${header}one,two\n` });
  const problems = problemsIn(folder);
  assert.is(problems[0], 'claims.yaml:1: expected a list of rows');
  assert.match(problems[1] ?? '', /^sources\.yaml:[23]: Missing closing "quote/);
  assert.match(problems[2] ?? '', /^observations\.csv:2: Invalid Record Length: columns length is 15, got 2/);
  assert.is(problems.length, 3);
});

test('the module holds exactly what was read', async ({ folder }) => {
  const file = join(folder, 'module.ts');
  writeSeeds(shipped, file);
  assert.is(readFileSync(file, 'utf8'), seedsModule(shipped));
  const { claims, sources, observations } = (await import(file)) as ReturnType<typeof readSeeds>;
  assert.equal({ claims, sources, observations }, readSeeds(shipped));
});

test('nothing is written from seeds with a mistake', ({ folder }) => {
  cpSync(shipped, folder, { recursive: true });
  writeFileSync(join(folder, 'claims.yaml'), '- id: Bad Id\n');
  const file = join(folder, 'module.ts');
  assert.throws(
    () => writeSeeds(folder, file),
    (error: unknown) => error instanceof SeedsError,
  );
  assert.not(existsSync(file));
});

test.run();
