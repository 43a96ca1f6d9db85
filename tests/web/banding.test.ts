import { test } from 'uvu';
import { equal, is } from 'uvu/assert';
import { scenarios } from '../../src/generated/scenarios.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { Banding } from '../../web/elements/banding.ts';
import type { Action } from '../../web/state/actions.ts';
import { firstSnapshot, reduce } from '../../web/state/reduce.ts';
import type { Snapshot } from '../../web/state/types.ts';
import { edited, workOf } from '../../web/state/work.ts';
import type { InquiryOptions } from '../../web/worker/inquirer.ts';
import type { EnsembleAsk, EnsembleData } from '../../web/worker/inquiry.ts';

interface Asked {
  readonly scenario: Scenario;
  readonly ask: EnsembleAsk;
  readonly options: InquiryOptions<'ensemble'>;
  readonly answer: (data: EnsembleData | RangeError) => Promise<void>;
}

const [first, second] = scenarios as [Scenario, Scenario];
const given = (members: number, asked = members): EnsembleData => ({
  members,
  asked,
  quantiles: 'exact',
  times: new Float64Array(),
  bands: {},
  headlines: {},
  chances: {},
});
/** Until all that waits for something known has gone on. */
const settle = () => new Promise((done) => setImmediate(done));

async function stage(there: Parameters<typeof workOf>[0] = [first]) {
  const asked: Asked[] = [];
  const bands: string[] = [];
  const none: string[] = [];
  const ask = (_kind: string, scenario: Scenario, wanted: unknown, options: unknown): Promise<unknown> =>
    new Promise((done, failed) => {
      asked.push({
        scenario,
        ask: wanted as EnsembleAsk,
        options: options as InquiryOptions<'ensemble'>,
        async answer(data) {
          if (data instanceof RangeError) failed(data);
          else done(data);
          await settle();
        },
      });
    });
  const banding = new Banding({
    inquirer: async () => ({ ask }) as never,
    onBands: (_key, { scenario, against, data }) => {
      bands.push(`${scenario.title}${against === undefined ? '' : ` less ${against}`} ${data.members}`);
    },
    onNone: (_key, isDifference, why) => {
      none.push(isDifference ? `difference: ${why}` : (why ?? 'stopped'));
    },
  });
  let snapshot: Snapshot = firstSnapshot(workOf(there), { charts: ['capacity', 'sites'] });
  const act = async (action?: Action): Promise<void> => {
    if (action !== undefined) snapshot = reduce(snapshot, action);
    banding.follow(snapshot);
    await settle();
  };
  const key = () => edited(snapshot.history.present).key;
  const titled = (title: string): Action => ({ type: 'change', key: key(), scenario: { ...first, title } });
  await act();
  return { asked, bands, none, banding, act, key, titled };
}

test('the edited scenario comes first, the others after it, and nothing twice', async () => {
  const { asked, bands, act } = await stage([first, second]);
  is(asked.length, 1);
  is(asked[0]?.scenario, first);
  is(asked[0]?.ask.members, 1000);
  for (const id of ['facility_in_use', 'facility_in_use.*', 'npv']) is(asked[0]?.ask.ids.includes(id), true, id);
  asked[0]?.options.onPart?.(given(256, 1000));
  await asked[0]?.answer(given(1000));
  is(asked[1]?.scenario, second);
  await asked[1]?.answer(given(1000));
  equal(bands, [`${first.title} 256`, `${first.title} 1000`, `${second.title} 1000`]);
  await act({ type: 'theme', theme: 'dark' });
  is(asked.length, 2);
});

test('while a slider is held a coarse band is finished before the next is begun; the full one follows when it is let go', async () => {
  const { asked, bands, act, titled } = await stage();
  await act({ type: 'gesture start' });
  await act(titled('a'));
  is(asked[0]?.options.signal?.aborted, true, 'the full one of before is cut short');
  await asked[0]?.answer(given(64, 1000));
  is(asked[1]?.ask.members, 128);
  await act(titled('b'));
  await act(titled('c'));
  is(asked[1]?.options.signal?.aborted, false);
  await asked[1]?.answer(given(128));
  is(asked[2]?.scenario.title, 'c', 'the latest wins');
  await asked[2]?.answer(given(128));
  is(asked.length, 3);
  await act({ type: 'gesture end' });
  is(asked[3]?.ask.members, 1000);
  await asked[3]?.answer(given(1000));
  equal(bands, ['a 128', 'c 128', 'c 1000']);
});

test('what has come is enough when somebody says so, until the scenario changes', async () => {
  const { asked, bands, banding, act, titled } = await stage();
  await act({ type: 'draws', draws: 10_000 });
  await asked[0]?.answer(given(512, 1000));
  is(asked[1]?.ask.members, 10_000);
  banding.stop();
  is(asked[1]?.options.signal?.aborted, true);
  await asked[1]?.answer(given(2048, 10_000));
  equal(bands.at(-1), `${first.title} 2048`);
  await act();
  is(asked.length, 2);
  await act(titled('a'));
  is(asked[2]?.ask.members, 10_000);
});

test('draws that are stopped before any has come leave none, not those of the scenario before', async () => {
  const { asked, none, banding, act, titled } = await stage();
  await asked[0]?.answer(given(1000));
  await act(titled('a'));
  banding.stop();
  await asked[1]?.answer(given(0, 1000));
  equal(none, ['stopped']);
  is(asked.length, 2);
});

test('in the view of differences the draws are of those; a baseline that moves moves them all', async () => {
  const { asked, bands, act, titled } = await stage([first, second]);
  await act({ type: 'compare', compare: 'difference' });
  await asked[0]?.answer(given(1000));
  is(asked[1]?.ask.against, first);
  await asked[1]?.answer(given(1000));
  equal(bands.at(-1), `${second.title} less s1 1000`);
  is(asked.length, 2);
  await act({ type: 'gesture start' });
  await act(titled('a'));
  await asked[2]?.answer(given(128));
  is(asked[3]?.ask.against?.title, 'a');
  is(asked[3]?.ask.members, 128);
  await asked[3]?.answer(new RangeError('they cover different times'));
});

test('no bands are drawn when none are wanted; a scenario that has none says why, once', async () => {
  const { asked, none, act } = await stage();
  await act({ type: 'draws', draws: 0 });
  await asked[0]?.answer(given(64, 1000));
  is(asked.length, 1);
  await act({ type: 'draws', draws: 1000 });
  await asked[1]?.answer(new RangeError('correlations contradict each other'));
  await act({ type: 'theme', theme: 'dark' });
  equal([asked.length, none], [2, ['correlations contradict each other']]);
});

test.run();
