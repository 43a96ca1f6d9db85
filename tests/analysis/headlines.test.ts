import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { headlineUses, headlineValue } from '../../src/analysis/headlines.ts';
import { meta } from '../../src/generated/meta.ts';
import { type Headline, headlines } from '../../src/model/headlines.ts';

const common = { id: 'x', title: 'X', unit: 'year', says: 'Made for this test.', of: 'cash' };

/** A headline over series given outright, one value a half-year. */
function value(headline: Partial<Headline> & Pick<Headline, 'take'>, series: Record<string, readonly number[]>) {
  const source = {
    series: (id: string) => ({ values: Float64Array.from(series[id] ?? []) }),
    step: 6,
    horizon: '2027-01',
  };
  const { value, reason } = headlineValue({ ...common, ...headline }, source);
  return reason ?? value;
}

test('payback is where cash to date passes zero for good, linear between steps', () => {
  is(value({ take: 'payback' }, { cash: [0, -10, -30, -10, 30] }), (3 + 10 / 40) / 2);
  is(value({ take: 'payback' }, { cash: [0, -10, 5, -5, 5] }), 3.5 / 2);
  is(value({ take: 'payback' }, { cash: [0, -10, -30, -10, -1] }), 'cash to date is still negative at 2027-01');
  is(
    value({ take: 'payback' }, { cash: [0, 1, 2] }),
    'cash to date is never negative, so there is nothing to pay back',
  );
});

test('last, most, and what a headline needs', () => {
  const needs = { series: 'use', reason: 'nothing is ever in use' };
  is(value({ take: 'last' }, { cash: [1, 5, 3] }), 3);
  is(value({ take: 'max' }, { cash: [1, 5, 3] }), 5);
  is(value({ take: 'max', needs }, { cash: [1, 5], use: [0, 0] }), 'nothing is ever in use');
  is(value({ take: 'last' }, { cash: [1, Number.NaN] }), 'cash is not a finite number');
});

test('cover is cash over debt service, added up from a year after first use', () => {
  const needs = { series: 'use', reason: 'never' };
  const headline = { take: 'cover', with: 'debt', needs } as const;
  const use = [0, 1, 1, 1, 1, 1];
  is(value(headline, { cash: [0, 9, 9, 2, 1, 9], debt: [0, 5, 5, 1, 3, 0], use }), (2 * 1 + 1 * 3) / 4);
  is(value(headline, { cash: [0, 1, 1, 1, 1, 1], debt: [0, 1, 1, 0, 0, 0], use }), 'there is no debt to serve');
  is(
    value(headline, { cash: [1, 1, 1], debt: [1, 1, 1], use: [0, 0, 1] }),
    'the run ends within 12 months of first use',
  );
});

test('the rate of return takes the final value in at the end', () => {
  const found = value({ take: 'irr', with: 'rest' }, { cash: [-200, 0, 999], rest: [0, 0, 121] });
  ok(typeof found === 'number' && Math.abs(found - 0.21) < 1e-12, String(found));
});

test('every headline is taken from series of the model, in its unit', () => {
  const records = new Map(meta.records.map((record) => [record.id, record]));
  for (const headline of headlines) {
    for (const id of headlineUses(headline)) ok(records.has(id), `${headline.id} uses ${id}`);
    if (headline.take === 'last' || headline.take === 'max') is(records.get(headline.of)?.unit, headline.unit);
  }
  equal(new Set(headlines.map(({ id }) => id)).size, headlines.length);
  for (const { id } of headlines) ok(!records.has(id), `${id} is both a headline and a record`);
});

test.run();
