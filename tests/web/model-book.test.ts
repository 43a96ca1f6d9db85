import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { described } from '../../src/generated/described.ts';
import { docs } from '../../src/generated/docs.ts';
import { meta } from '../../src/generated/meta.ts';
import { sources } from '../../src/generated/seeds.ts';
import { headlines } from '../../src/model/headlines.ts';
import { bookOf } from '../../web/model/book.ts';
import { best, found, indexOf, NO_FILTER } from '../../web/model/search.ts';
import { boundsOf, rowsOf, unitText, valueText, withoutUnit } from '../../web/model/values.ts';
import { modelWords } from '../../web/words/model.ts';

const test = suite('model-book');
const book = bookOf({ meta: { ...meta, ...described }, docs, headlines, sources, summary: modelWords.headlines });
const entry = (id: string) => book.entries.get(id)!;

test('every record meant for readers and every headline is in the book, each in its chapter, once', () => {
  const ids = [...headlines, ...meta.records.filter((record) => record.stageOf === undefined)].map(({ id }) => id);
  equal([...book.entries.keys()], ids);
  equal(book.chapters.flatMap(({ entries }) => entries.map(({ id }) => id)).sort(), [...ids].sort());
  equal(
    book.chapters.map(({ id }) => id).slice(1),
    meta.sectors.map(({ id }) => id),
  );
});

test('used by is the other end of made from', () => {
  let links = 0;
  for (const { id, uses, usedBy } of book.entries.values()) {
    ok(!uses.includes(id), `${id} of itself`);
    for (const one of uses) {
      links += 1;
      ok(entry(one).usedBy.includes(id), `${one} -> ${id}`);
    }
    for (const one of usedBy) ok(entry(one).uses.includes(id), `${id} -> ${one}`);
  }
  ok(links > 800, `${links} links`);
});

test('the stages of a delay are the delay; clocks are no records', () => {
  is(book.entryOf('debt_repaid_1')?.id, 'debt_repaid');
  is(book.entryOf('starts')?.id, 'starts');
  is(book.entryOf('time'), undefined);
  ok(entry('debt_service').uses.includes('debt_repaid'));
  ok(entry('announced').clocks.includes('time'));
});

test('every source named is known, and the list at the end holds what stands on it', () => {
  for (const { id, source } of book.entries.values()) {
    ok(source === 'definition' || source === 'our assumption' || book.sources.has(source), `${id}: ${source}`);
  }
  const cited = new Set(book.cited.map(({ source }) => source.id));
  for (const { source } of book.entries.values()) if (book.sources.has(source)) ok(cited.has(source));
});

test('a chapter draws on others by its references, not on itself', () => {
  const funding = book.chapters.find(({ id }) => id === 'funding')!;
  ok(!funding.draws.has('funding'));
  const counted = funding.entries.flatMap(({ uses }) => uses).filter((id) => entry(id).chapter === 'time').length;
  is(funding.draws.get('time'), counted);
});

const index = indexOf(book);
const search = (query: string, more = {}) => found(book, index, { ...NO_FILTER, query, ...more });

test('search finds by id, title, meaning and source, without case and accents, all words needed', () => {
  ok(search('facility_in_use').has('facility_in_use'));
  ok(search('FACILITY in use').has('facility_in_use'));
  is(search('').size, book.entries.size);
  const cited = book.cited[0]!;
  const bySource = search(cited.source.title);
  for (const one of cited.entries) ok(bySource.has(one.id), one.id);
  const both = search('grid wait');
  for (const id of both) ok(search('grid').has(id) && search('wait').has(id), id);
  is(search('zebra crossing').size, 0);
  equal([...search('GRÍD WÁIT')], [...both]);
});

test('chapter and kind narrow it', () => {
  const power = search('', { chapter: 'power' });
  ok(power.size > 0);
  for (const id of power) is(entry(id).chapter, 'power');
  const stocks = search('', { kind: 'stock' });
  for (const id of stocks) is(entry(id).kind, 'stock');
  equal(
    [...search('', { chapter: 'power', kind: 'stock' })],
    [...power].filter((id) => stocks.has(id)),
  );
});

test('the best hit is the one of that name', () => {
  const hit = (query: string) => best(book, search(query), query);
  is(hit('starts'), 'starts');
  is(hit('facility in use'), 'facility_in_use');
  is(hit('grid wait'), 'grid_wait');
  is(hit('zebra crossing'), undefined);
});

test('figures have their units, dates and choices their names, regions their rows', () => {
  const rows = rowsOf(entry('grid_wait'), book);
  is(rows[0]?.label, modelWords.entry.elsewhere);
  ok(rows.length > 1);
  match(rows[0]?.central ?? '', /years?$/);
  is(withoutUnit(rows).unit, 'years');
  match(rowsOf(entry('commitment_start'), book)[0]?.central ?? '', /^\d{4}-\d\d$/);
  const profile = entry('spending_profile');
  is(valueText(profile, 0), profile.record?.input?.choices?.[0]?.title);
  is(boundsOf(profile), '');
  match(boundsOf(entry('share_delivered')), /^from 0 ?%, up to /);
  for (const one of book.entries.values()) {
    const shown = rowsOf(one, book);
    is(shown.length > 0, ['input', 'constant'].includes(one.kind), one.id);
    for (const { low, central, high } of shown) ok([low, central, high].every((text) => text !== '' && text !== 'NaN'));
  }
});

test('a unit is said once only where all values share it', () => {
  equal(withoutUnit([{ low: '1 year', central: '2 years', high: '3.5 years' }]), {
    unit: 'years',
    rows: [{ low: '1', central: '2', high: '3.5' }],
  });
  const mixed = [{ low: '500 MW', central: '2 GW', high: '3 GW' }];
  equal(withoutUnit(mixed), { unit: '', rows: mixed });
  const words = [{ central: 'even' }];
  equal(withoutUnit(words), { unit: '', rows: words });
});

test('units read well', () => {
  is(unitText({ unit: 'job*year/USD' }), 'job·year/USD');
  is(unitText({ unit: 'MtCO2/year' }), 'Mt CO₂/year');
  is(unitText({ unit: '1', show: '%' }), '%');
  is(unitText({ unit: '1' }), modelWords.entry.number);
});

test.run();
