import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { copiedRuns, hashOf, RUN, runsOf } from './shingles.ts';

interface Shingles {
  readonly words: number;
  readonly documents: Readonly<Record<string, string>>;
}

const top = new URL('../../', import.meta.url);
const shingles = JSON.parse(readFileSync(new URL('shingles.json', import.meta.url), 'utf8')) as Shingles;
const known = new Set(Object.values(shingles.documents).flatMap((hashes) => hashes.split(' ')));

const texts = ['seeds', 'scenarios'].flatMap((folder) =>
  readdirSync(new URL(folder, top))
    .filter((file) => /\.(yaml|csv)$/.test(file))
    .map((file) => `${folder}/${file}`),
);

test('a run of eight words is recognised, wherever it stands, in any case and punctuation', () => {
  const sentence = 'The quick brown fox jumps over the lazy dog';
  const hashes = new Set(runsOf(sentence).map(hashOf));
  assert.is(hashes.size, 2);
  assert.equal(copiedRuns('They say: the QUICK, brown fox jumps\n  over the lazy cat.', hashes), [
    'the quick brown fox jumps over the lazy',
  ]);
  assert.equal(copiedRuns('The quick brown fox jumps over a lazy dog', hashes), []);
});

test('all five documents are held against', () => {
  assert.is(shingles.words, RUN);
  assert.equal(
    Object.keys(shingles.documents).map((file) => file.slice(0, 3)),
    ['000', '001', '002', '003', '004'],
  );
  for (const [file, hashes] of Object.entries(shingles.documents)) {
    const list = hashes.split(' ');
    assert.ok(list.length > 200 && list.every((hash) => /^[0-9a-f]{10}$/.test(hash)), file);
  }
});

test('no run of eight words is copied from a document', () => {
  assert.ok(texts.includes('seeds/claims.yaml') && texts.includes('seeds/observations.csv'));
  for (const file of texts) {
    const text = readFileSync(new URL(file, top), 'utf8');
    assert.ok(runsOf(text).length > 0, `${file} is empty`);
    assert.equal(copiedRuns(text, known), [], file);
  }
});

test.run();
