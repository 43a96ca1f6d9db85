import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Scenario, scenarios } from '../../src/index.ts';
import { askReference, references } from './checks.ts';
import { type Figures, figures, figuresOf, figuresText, moved } from './figures.ts';
import { checkRows, page } from './page.ts';
import { lines, swing } from './svg.ts';
import { sweep } from './sweep.ts';

const scenario = scenarios.find(({ id }) => id === 'stargate-announced') as Scenario;
const swings = sweep(scenario, ['it_cost', 'grid_wait']);
const looked = [{ scenario, swings, broken: [] }];
const now = figures('9.9.9', { 'stargate-announced': figuresOf(scenario, swings) });
const outcomes = references.slice(0, 1).map(askReference);
const write = (before: Figures | undefined): string => page({ now, before, looked, outcomes });

/** The first row under a heading. */
function firstRow(html: string, heading: string): string {
  const after = html.slice(html.indexOf(`<h2>${heading}`));
  return /<tbody>\n<tr>(.*?)<\/tr>/su.exec(after)?.[1] ?? '';
}

/** The release's figures with one changed. */
function changed(
  change: (figures: {
    series: Record<string, (number | null)[]>;
    headlines: Record<string, number | null>;
    swings: Record<string, (number | null)[][]>;
  }) => void,
): Figures {
  const copy = JSON.parse(figuresText(now));
  change(copy.scenarios['stargate-announced']);
  return copy;
}

test('the kept figures read back to the same', () => {
  assert.equal(JSON.parse(figuresText(now)), now);
  assert.is(now.scenarios['stargate-announced']?.series.spent_total?.length, 16);
});

test('against the same figures nothing has moved', () => {
  const html = write(now);
  assert.is(html.match(/None of \d+ has moved\./g)?.length, 3);
  assert.match(html, /against release 9\.9\.9/);
  assert.match(html, /all hold/);
});

test('what has moved comes first, with its size', () => {
  const series = write(
    changed((one) => {
      const values = one.series.water ?? [];
      values[5] = (values[5] ?? 0) * 1.25;
    }),
  );
  assert.match(series, /1 of 32 have moved/);
  assert.match(firstRow(series, 'What has moved: series'), /data-by="0\.\d+">[\d.]+ %<.*<td>Water<.*class="before"/s);
  const headline = write(changed((one) => (one.headlines.npv = (one.headlines.npv ?? 0) / 2)));
  assert.match(firstRow(headline, 'What has moved: headlines'), /100 %.*Net present value/s);
  const lever = write(
    changed((one) => {
      const [low] = one.swings.grid_wait ?? [];
      if (low) low[0] = (low[0] ?? 0) * 2;
    }),
  );
  assert.match(firstRow(lever, 'What levers do'), /50\.0 %.*grid_wait/s);
  const added = write(changed((one) => delete one.series.water));
  assert.match(firstRow(added, 'What has moved: series'), /new.*Water/s);
});

test('the page needs nothing from elsewhere', () => {
  const html = write(undefined);
  assert.not.match(html, /<link|<img|@import|url\(|src=|https?:/);
  assert.match(html, /no release to compare with/);
  assert.is(html.match(/<svg /g)?.length, 32 + 2);
  assert.not.match(html.replace(/<script>.*<\/script>/su, ''), /NaN|undefined|Infinity/);
});

test('a broken check is told first, with where and what', () => {
  const [reference] = references;
  if (reference === undefined) throw new Error('no reference');
  const broken = [{ ...askReference({ ...reference, most: 1 }), check: reference.id }];
  const rows = checkRows({ now, before: now, looked, outcomes: broken });
  assert.is(rows[0]?.id, reference.id);
  assert.match(rows[0]?.broken[0] ?? '', /^stargate-central: cost_per_gw is \d+/);
  const [first] = swings;
  if (first === undefined) throw new Error('no swing');
  const problems = [{ law: 'shares', id: 'lit_share', at: '2030-01', message: 'lit_share is 2 in 2030-01' }];
  const spoilt = [{ scenario, broken: [], swings: [{ ...first, low: { ...first.low, problems } }] }];
  const [law] = checkRows({ now, before: now, looked: spoilt, outcomes: [] });
  assert.equal([law?.id, law?.broken.length], ['shares', 1]);
  assert.match(page({ now, before: now, looked, outcomes: broken }), /1 broken/);
});

test('a move is a share of what was; rounding is none, and something from nothing is new', () => {
  assert.is(moved([100, 200], [100, 210]), 0.05);
  assert.is(moved([100, 200], [100, 200.0005]), 0);
  assert.is(moved([0, 0], [0, 1]), Number.POSITIVE_INFINITY);
  assert.is(moved([0, 0], [0, 0]), 0);
  assert.is(moved(undefined, [1]), Number.POSITIVE_INFINITY);
  assert.is(moved([null, 1], [1, 1]), Number.POSITIVE_INFINITY);
});

test('small charts are drawn within their frame, gaps left open', () => {
  const drawn = lines([0, 1, 2], [0, null, 4]);
  assert.match(drawn, /class="before" d="M2 32L75 24\.5L148 17"/);
  assert.match(drawn, /class="now" d="M2 32M148 2"/);
  assert.match(lines(undefined, [0, 0]), /class="now" d="M2 32L148 32"/);
  assert.match(
    swing(10, 5, 20, [6, null], 10),
    /class="low" x="38\.5" .*width="36\.5".*class="high" x="75" .*width="73".*class="tick" d="M45\.8 5v11"/,
  );
});

test.run();
