import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readSeeds } from '../../src/build/seeds.ts';
import { isDate } from '../../src/build/seeds-schema.ts';

const { claims, sources, observations } = readSeeds(fileURLToPath(new URL('../../seeds', import.meta.url)));

const documents: Readonly<Record<string, string>> = {
  '000': '000_ae18e300507a8579.txt',
  '001': '001_bd779073d9e5191f.txt',
  '002': '002_1e86200224e783a0.txt',
  '003': '003_b8f4692a67afb247.txt',
  '004': '004_5e437569caf3535e.txt',
};

/** What the close reading of the documents found, figure by figure: id, value or lower bound, unit, documents. */
const quantified: readonly (readonly [string, number, string, string])[] = [
  ['stargate_total', 500e9, 'USD', '000 001 002 004'],
  ['stargate_years', 4, 'year', '000 001 002 004'],
  ['stargate_upfront', 100e9, 'USD', '000 004'],
  ['stargate_total_cny', 3.6e12, 'CNY', '004'],
  ['stargate_jobs', 200e3, 'job', '000 004'],
  ['fab_ambition_low', 5e12, 'USD', '003'],
  ['fab_ambition_high', 7e12, 'USD', '003'],
  ['nvidia_share', 0.8, '1', '003'],
  ['nvidia_market_cap', 1.72e12, 'USD', '003'],
  ['chip_sales_2024', 595.3e9, 'USD/year', '003'],
  ['chip_sales_growth_2024', 0.131, '1/year', '003'],
  ['openai_revenue', 2e9, 'USD/year', '003'],
  ['microsoft_until', 2030, 'calendar year', '000 001 002'],
];

/** The same for what is said without a number, and where the documents slip. */
const worded: readonly (readonly [string, string])[] = [
  ['equity_funders', '000 001 002 004'],
  ['funder_roles', '004'],
  ['technology_partners', '000 001 002 004'],
  ['builders_operators', '001 002 004'],
  ['first_site_texas', '000 001 002 004'],
  ['more_states', '001 002 004'],
  ['scope', '000 004'],
  ['conditional_on_policy', '000 001 002'],
  ['azure_commitment', '000 001 002 004'],
  ['azure_first_refusal', '000'],
  ['microsoft_revenue_share', '000 001 002'],
  ['fab_partnership', '003'],
  ['chip_shortage', '003'],
  ['government_support', '003 004'],
  ['strategic_benefits', '000 004'],
  ['total_up_to_or_flat', '000 001 002 004'],
  ['day_of_announcement', '000 004'],
  ['machine_translation_slips', '001 002'],
  ['long_and_short_scale', '003'],
  ['ambition_is_no_commitment', '000 003 004'],
];

function claim(id: string) {
  const found = claims.find((one) => one.id === id);
  if (!found) throw new Error(`no claim ${id}`);
  return found;
}

const documentsOf = (id: string) =>
  claim(id)
    .documents.map(({ file }) => file)
    .sort();
const filesOf = (digits: string) => digits.split(' ').map((one) => documents[one]);

test('every claim with a number is there, with its figure, unit and documents', () => {
  for (const [id, number, unit, digits] of quantified) {
    const figure = claim(id).figure;
    assert.is(figure?.value ?? figure?.least, number, id);
    assert.is(figure?.unit, unit, id);
    assert.equal(documentsOf(id), filesOf(digits), id);
  }
});

test('every claim without a number is there, with its documents', () => {
  for (const [id, digits] of worded) {
    assert.is(claim(id).figure, undefined, id);
    assert.equal(documentsOf(id), filesOf(digits), id);
  }
});

test('only one document makes the total a ceiling', () => {
  const ceilings = claim('stargate_total').documents.filter(({ hedge }) => hedge === 'up to');
  assert.equal(
    ceilings.map(({ file }) => file),
    [documents['000']],
  );
});

test('a sum that was only talked about is no commitment', () => {
  for (const { id, kind, figure, documents: said } of claims) {
    if (figure?.unit === 'USD' && said.some(({ file }) => file === documents['003'])) {
      assert.is.not(kind, 'commitment', id);
    }
  }
});

test('the five documents are sources, and no other file is', () => {
  const files = sources.flatMap(({ file }) => file ?? []);
  assert.equal(files.sort(), Object.values(documents));
  const ids = sources.flatMap(({ id, file }) => (file ? id : []));
  assert.equal(
    ids,
    Object.keys(documents).map((digits) => `doc_${digits}`),
  );
});

test('a page is one source', () => {
  const pages = sources.flatMap(({ url }) => url ?? []);
  assert.equal(
    pages.filter((url, i) => pages.indexOf(url) !== i),
    [],
  );
});

test('a claim with a figure is answered, or says why it is not', () => {
  for (const { id, figure, answer, unanswered } of claims) {
    if (figure) assert.ok(answer || unanswered, id);
  }
  for (const id of ['stargate_total', 'stargate_years', 'stargate_upfront', 'stargate_jobs', 'fab_ambition_high']) {
    assert.ok(claim(id).answer, `${id} is what the simulator is for`);
  }
});

test('the observations reach from before the announcement to the middle of 2026', () => {
  assert.ok(observations.length >= 60, `${observations.length} observations`);
  const dates = observations.map(({ date }) => date.slice(0, 7));
  assert.ok(dates.some((date) => date < '2025-01') && dates.some((date) => date >= '2026-04'));
  assert.ok(
    dates.every((date) => date >= '2019-01' && date <= '2026-11'),
    'nothing is seen before it happens',
  );
});

test('what OpenAI has from all its providers is never held against a series of Stargate', () => {
  const compute = observations.filter(({ id }) => id.startsWith('openai_compute_'));
  assert.equal(
    compute.map(({ date, value, unit, scope }) => [date, value, unit, scope]),
    [
      ['2023-12', 200, 'MW', 'openai_all_providers'],
      ['2024-12', 600, 'MW', 'openai_all_providers'],
      ['2025-12', 1900, 'MW', 'openai_all_providers'],
    ],
  );
  for (const { id, scope, series } of observations) {
    if (scope !== 'openai_all_providers' || series === undefined) continue;
    assert.match(
      series,
      /^openai_revenue_/,
      `${id}: its own revenue is the only thing the model says of OpenAI as a whole`,
    );
  }
});

test('Abilene in April 2026 stands against its own series', () => {
  const seen = observations.find(({ series }) => series === 'facility_in_use.abilene');
  assert.equal([seen?.date, seen?.value, seen?.unit, seen?.scope], ['2026-04', 300, 'MW', 'site:abilene']);
});

test('the funders as reported bring 52 of the first 100 billion', () => {
  const sums = observations.filter(({ id }) => /^stargate_\w+_sum$/.test(id));
  assert.is(sums.length, 4);
  assert.is(
    sums.reduce((total, { value }) => total + value, 0),
    52e9,
  );
});

test('a date is a day that exists', () => {
  for (const good of ['2026', '2026-04', '2026-04-27', '2024-02-29']) assert.ok(isDate(good), good);
  for (const bad of [
    '',
    '26',
    '2026-13',
    '2026-00',
    '2026-4',
    '2026-02-30',
    '2025-02-29',
    '2026-04-27T00:00',
    'April 2026',
  ]) {
    assert.not(isDate(bad), bad);
  }
});

test.run();
