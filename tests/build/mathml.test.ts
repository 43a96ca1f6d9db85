import { test } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { equationsOf } from '../../src/build/mathml.ts';
import type { FormulaPart, RecordDocs } from '../../src/engine/meta.ts';
import { parseFormula } from '../../src/engine/parse.ts';
import { docs } from '../../src/generated/docs.ts';
import { mathml } from '../../src/generated/mathml.ts';
import { meta } from '../../src/generated/meta.ts';

function docsOf(formulas: Partial<Record<FormulaPart, string>>): RecordDocs {
  const parsed = Object.fromEntries(Object.entries(formulas).map(([part, text]) => [part, parseFormula(text ?? '')]));
  return { says: '', source: 'definition', text: formulas, parsed, uses: [] };
}

const words = (markup: string): string =>
  markup
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
const equations = (id: string, formulas: Partial<Record<FormulaPart, string>>): string =>
  words(equationsOf(id, docsOf(formulas)).replaceAll('&#x2061;', ''));

test('a formula, a stock, a delay, a record with an equation for each item', () => {
  is(equations('total', { formula: 'a_b + c' }), 'total = a b + c');
  is(equations('stock', { net: 'inflow - outflow', initial: '0' }), 'd stock d t = inflow − outflow stock 0 = 0');
  is(
    equations('late', {
      formula: 'late_3 * late_rate + late_to_3 * (1 - late_kept)',
      input: 'inflow',
      time: 'wait',
      initial: 'before',
    }),
    'late = delay 3 ( inflow , wait ) late under way at the start = before',
  );
  is(equations('by_kind', { 'formula:one': 'a', 'formula:other_one': 'b' }), 'by kind one = a by kind other one = b');
});

test('a conditional is a list of cases, one within another below its condition', () => {
  const markup = equationsOf('x', docsOf({ formula: 'a > 0 ? (b > 0 ? c : d) : e' }));
  equal(
    [...markup.matchAll(/class="(\w+)"/gu)].map(([, name]) => name).join(' '),
    'equation cases case cases case case case',
  );
  is(words(markup), 'x = if a > 0 c if b > 0 d otherwise e otherwise'.replaceAll('>', '&gt;'));
});

test('every computed record of the model has its equations, and no other', () => {
  const readers = meta.records.filter((record) => record.stageOf === undefined);
  const computed = readers.filter((record) => !['input', 'constant'].includes(record.kind)).map((record) => record.id);
  equal(Object.keys(mathml).sort(), computed.sort());
  for (const id of computed) match(mathml[id] as string, /^<div class="equation"><math /u);
});

test('equations name what the record uses', () => {
  const stages = new Map(meta.records.map((record) => [record.id, record.stageOf]));
  for (const [id, text] of Object.entries(mathml)) {
    const named = new Set([...text.matchAll(/data-id="([^"]*)"/gu)].map(([, used]) => used));
    for (const used of docs[id]?.uses ?? []) {
      // The stages of a delay are what "delay" stands for.
      ok(named.has(used) || stages.get(used) === id, `${id} uses ${used}`);
    }
  }
});

test.run();
