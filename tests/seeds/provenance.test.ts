import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ModelRecord, Range } from '../../src/engine/types.ts';
import { reality } from '../../src/generated/reality.ts';
import { claims, observations, sources } from '../../src/generated/seeds.ts';
import { claims as answered, type Quantity, scenarios, simulate } from '../../src/index.ts';
import { model } from '../../src/model/index.ts';
import { references } from '../model-check/checks.ts';

/** The gate that no figure passes without telling where it comes from, and no source without a figure. */

const records = model.sectors.flatMap((sector) => sector.records);
const known = new Set(sources.map(({ id }) => id));
const MARKS: readonly string[] = ['our assumption', 'definition'];
const CONFIDENCES: readonly string[] = ['high', 'medium', 'low'];

/** What an assumption lacks, in words; nothing for one that is whole. */
function lacks(record: ModelRecord): string[] {
  if (record.kind !== 'input') return [];
  const ranges: readonly Range[] = [
    ...('values' in record ? Object.values(record.values) : [record]),
    ...Object.values(record.presets ?? {}),
  ];
  const cites = known.has(record.source);
  const dated = cites || /USD|CNY/u.test(record.unit);
  const wants: readonly (readonly [boolean, string])[] = [
    [cites || MARKS.includes(record.source), `source: "${record.source}" is neither a source nor a mark`],
    [ranges.length > 0 && ranges.every(inOrder), 'low, central, high'],
    [record.unit.trim() !== '', 'unit'],
    [!dated || record.year !== undefined, 'year'],
    [CONFIDENCES.includes(record.confidence), 'confidence'],
    [record.source !== 'our assumption' || (record.why ?? '').length > 10, 'why, for what is our assumption'],
    [(record.grounds ?? []).every((id) => known.has(id)), 'grounds that are sources'],
    [
      new Set([record.source, ...(record.grounds ?? [])]).size === 1 + (record.grounds ?? []).length,
      'each source once',
    ],
  ];
  return wants.flatMap(([whole, part]) => (whole ? [] : [`${record.id} lacks ${part}`]));
}

const inOrder = ({ low, central, high }: Range): boolean =>
  [low, central, high].every(Number.isFinite) && low <= central && central <= high;

test('every assumption has a source or a mark, low, central and high, a unit, a year where it has one, and a confidence', () => {
  assert.ok(records.filter(({ kind }) => kind === 'input').length > 100);
  assert.equal(records.flatMap(lacks), []);
});

test('the gate finds what an assumption lacks', () => {
  const found = records.find(({ id }) => id === 'building_cost');
  if (found?.kind !== 'input' || 'values' in found) throw new Error('building_cost is no single input');
  const { year: _, ...undated } = found;
  const spoilt: readonly (readonly [ModelRecord, RegExp])[] = [
    [{ ...found, source: 'nobody' }, /source: "nobody" is neither/],
    [{ ...found, high: 1 }, /lacks low, central, high/],
    [{ ...found, central: Number.NaN }, /lacks low, central, high/],
    [{ ...found, presets: { ercot: { low: 3, central: 2, high: 4 } } }, /lacks low, central, high/],
    [{ ...found, unit: '' }, /lacks unit/],
    [undated, /lacks year/],
    [{ ...undated, source: 'our assumption' }, /lacks year/],
    [{ ...found, source: 'our assumption', why: '' }, /lacks why/],
    [{ ...found, confidence: 'sure' as 'high' }, /lacks confidence/],
    [{ ...found, grounds: ['nobody'] }, /lacks grounds/],
    [{ ...found, grounds: [found.source] }, /lacks each source once/],
  ];
  assert.equal(lacks(found), []);
  for (const [record, message] of spoilt) assert.match(lacks(record).join('; '), message);
  const { year, ...plain } = { ...found, unit: 'month', source: 'our assumption', year: 2025 };
  assert.equal([lacks(plain), year], [[], 2025], 'a duration of our own needs no year');
});

test('what is computed or constant has a source or a mark too', () => {
  const wrong = records.filter(({ source }) => !known.has(source) && !MARKS.includes(source));
  assert.equal(
    wrong.map(({ id, source }) => `${id}: ${source}`),
    [],
  );
});

/** The ids that a scenario's quantities give as their sources. */
function sourcesIn(quantities: readonly Quantity[]): string[] {
  return quantities.flatMap(({ source }) => source ?? []);
}

test('every source is used, and every one that is used is there', () => {
  const files = new Map(sources.flatMap(({ id, file }) => (file === undefined ? [] : [[file, id] as const])));
  const used = new Set([
    ...records.flatMap((record) => [record.source, ...(record.kind === 'input' ? (record.grounds ?? []) : [])]),
    ...claims.flatMap(({ documents }) => documents.map(({ file }) => files.get(file) ?? file)),
    ...observations.map(({ source }) => source),
    ...reality.map(({ source }) => source),
    ...references.map(({ source }) => source),
    ...scenarios.flatMap(({ assumptions, commitments, sites }) =>
      sourcesIn([assumptions, ...[...commitments, ...sites].map(({ fields }) => fields)].flatMap(Object.values)),
    ),
  ]);
  assert.equal(
    sources.map(({ id }) => id).filter((id) => !used.has(id)),
    [],
    'unused sources',
  );
  assert.equal(
    [...used].filter((id) => !known.has(id) && !MARKS.includes(id)),
    [],
    'sources there are none of',
  );
});

test('every claim with a figure has an answer in the model, with a value in some scenario that ships', () => {
  const answers = scenarios.flatMap((scenario) => answered(simulate(scenario)));
  const unanswered = claims.filter(
    ({ id, figure }) =>
      figure !== undefined &&
      !answers.some(({ claim, value }) => claim.id === id && Number.isFinite(value ?? Number.NaN)),
  );
  assert.equal(
    unanswered.map(({ id }) => id),
    [],
  );
});

test.run();
