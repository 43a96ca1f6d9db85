import { test } from 'uvu';
import { equal, is } from 'uvu/assert';
import type { Scenario } from '../../src/scenario/types.ts';
import { Asking, type Inquire } from '../../web/elements/asking.ts';

interface Put {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
  readonly answer: (answer: unknown) => void;
  readonly refuse: (error: Error) => void;
}

/** An element that asks, and whom it asks: questions are written down, and answered when the test says so. */
function stage() {
  const put: Put[] = [];
  let drawn = 0;
  const ask = (_kind: string, _scenario: Scenario, _asks: unknown, means: Pick<Put, 'signal' | 'onProgress'>) =>
    new Promise((answer, refuse) => put.push({ ...means, answer, refuse }));
  const host = {
    addController() {},
    removeController() {},
    requestUpdate: () => drawn++,
    updateComplete: Promise.resolve(true),
    inquire: (async () => ({ ask })) as unknown as Inquire,
  };
  return { asking: new Asking(host, 'tornado'), put, drawn: () => drawn };
}

const scenario = { title: 'A' } as Scenario;
const asks = { question: { of: 'npv' } };
const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

test('an answer stays with what it answers', async () => {
  const { asking, put } = stage();
  const asked = asking.ask(scenario, asks);
  is(asking.isBusy, true);
  await turn();
  put[0]?.onProgress(1, 4);
  is(asking.progress, 0.25);
  put[0]?.answer('answer');
  await asked;
  is(asking.isBusy, false);
  equal(asking.found, { scenario, asks, answer: 'answer', stopped: false } as never);
});

test('of two questions the latest wins: the first is told that it is enough, and its answer is not heard', async () => {
  const { asking, put } = stage();
  const asked = [asking.ask(scenario, asks)];
  await turn();
  asked.push(asking.ask(scenario, asks));
  await turn();
  is(put[0]?.signal.aborted, true);
  put[0]?.onProgress(3, 4);
  is(asking.progress, undefined);
  put[1]?.answer('second');
  put[0]?.answer('first');
  await Promise.all(asked);
  is(asking.found?.answer as unknown, 'second');
});

test('stopped, what has come is the answer, and it is said that it was stopped', async () => {
  const { asking, put } = stage();
  const asked = asking.ask(scenario, asks);
  await turn();
  asking.stop();
  is(put[0]?.signal.aborted, true);
  is(asking.isBusy, true);
  put[0]?.answer('some');
  await asked;
  is(asking.found?.stopped, true);
});

test('a question that is refused says why, and leaves the answer before it', async () => {
  const { asking, put } = stage();
  const first = asking.ask(scenario, asks);
  await turn();
  put[0]?.answer('answer');
  await first;
  const second = asking.ask(scenario, asks);
  await turn();
  put[1]?.refuse(new RangeError('"slip" is locked'));
  await second;
  is(asking.refused, '"slip" is locked');
  is(asking.found?.answer as unknown, 'answer');
});

test('an element that goes, or another question, wants no answer any more', async () => {
  const { asking, put, drawn } = stage();
  const asked = asking.ask(scenario, asks);
  await turn();
  asking.hostDisconnected();
  is(put[0]?.signal.aborted, true);
  const before = drawn();
  put[0]?.answer('late');
  await asked;
  is(asking.found, undefined);
  is(drawn(), before);
  const again = asking.ask(scenario, asks);
  asking.forget();
  await again;
  is(put.length, 1, 'who has left before the workers were there asks nothing');
});

test.run();
