import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import type { Scenario } from '../../src/scenario/types.ts';
import { type AnalystLike, Inquirer } from '../../web/worker/inquirer.ts';
import type { FromAnalyst, ToAnalyst, ToMember } from '../../web/worker/inquiry.ts';

/** A worker that writes down what it is told and answers when the test says so. */
class Silent implements AnalystLike {
  onmessage: ((event: MessageEvent<FromAnalyst>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly told: (ToAnalyst | ToMember)[] = [];
  ended = false;

  constructor(readonly name: string) {}

  postMessage(message: ToAnalyst | ToMember): void {
    this.told.push(message);
  }

  terminate(): void {
    this.ended = true;
  }

  say(data: FromAnalyst): void {
    this.onmessage?.({ data } as MessageEvent<FromAnalyst>);
  }
}

const scenario = { title: 'A' } as Scenario;
const asks = { question: { of: 'npv' } };

function stage(members = 2) {
  const workers: Silent[] = [];
  let ended = 0;
  const inquirer = new Inquirer({
    spawn: (name) => {
      workers.push(new Silent(name));
      return workers.at(-1)!;
    },
    members,
    limit: 50,
    onEnded: () => ended++,
  });
  return {
    inquirer,
    workers,
    analyst: () => workers.filter(({ name }) => name === 'analyst').at(-1)!,
    ended: () => ended,
  };
}

test('workers start with the first question and serve the next', async () => {
  const { inquirer, workers, analyst } = stage();
  is(workers.length, 0);
  const first = inquirer.ask('tornado', scenario, asks);
  const second = inquirer.ask('tornado', scenario, asks);
  equal(
    workers.map(({ name }) => name),
    ['analyst', 'member', 'member'],
  );
  equal(
    analyst().told.map(({ type }) => type),
    ['crew', 'inquiry', 'inquiry'],
  );
  for (const { told } of workers.slice(1))
    equal(
      told.map(({ type }) => type),
      ['member'],
    );
  const answer = (name: string) => ({ output: { id: name } }) as never;
  analyst().say({ type: 'found', id: 2, answer: answer('b') });
  analyst().say({ type: 'found', id: 1, answer: answer('a') });
  equal(await Promise.all([first, second]), [answer('a'), answer('b')]);
  for (const { told } of workers)
    for (const message of told) {
      if (message.type === 'crew') for (const port of message.ports) port.close();
      if (message.type === 'member') message.port.close();
    }
});

test('progress and parts come before the answer; enough is told once it is aborted', async () => {
  const { inquirer, analyst } = stage(0);
  const abort = new AbortController();
  const heard: unknown[] = [];
  const ensemble = { ids: ['npv'], members: 1000 };
  const found = inquirer.ask('ensemble', scenario, ensemble, {
    signal: abort.signal,
    onProgress: (done, of) => heard.push([done, of]),
    onPart: (part) => heard.push(part),
  });
  analyst().say({ type: 'progress', id: 1, done: 64, of: 1000 });
  analyst().say({ type: 'part', id: 1, answer: 'a part' as never });
  equal(heard, [[64, 1000], 'a part']);
  abort.abort();
  equal(analyst().told.at(-1), { type: 'enough', id: 1 });
  analyst().say({ type: 'found', id: 1, answer: 'what has come' as never });
  is(await found, 'what has come');
});

test('workers that do not stop when it is enough are ended, and the next question starts others', async () => {
  const { inquirer, workers, analyst } = stage(0);
  const abort = new AbortController();
  const found = inquirer.ask('ensemble', scenario, { ids: ['npv'], members: 1000 }, { signal: abort.signal });
  abort.abort();
  is(await found, undefined);
  ok(workers.every((worker) => worker.ended));
  const next = inquirer.ask('tornado', scenario, asks);
  analyst().say({ type: 'found', id: 2, answer: 'new' as never });
  is(await next, 'new');
});

test('a question without an answer says why', async () => {
  const { inquirer, analyst } = stage(0);
  const found = inquirer.ask('tornado', scenario, asks).catch((error: unknown) => error);
  analyst().say({ type: 'refused', id: 1, why: 'there is no series "npw"' });
  const error = await found;
  ok(error instanceof RangeError);
  is(error.message, 'there is no series "npw"');
});

test('a worker that breaks ends all; the next question starts new ones', async () => {
  const { inquirer, workers, analyst, ended } = stage(0);
  const found = inquirer.ask('tornado', scenario, asks);
  analyst().onerror?.({} as ErrorEvent);
  is(await found, undefined);
  is(ended(), 1);
  ok(workers.every((worker) => worker.ended));
  const next = inquirer.ask('tornado', scenario, asks);
  analyst().say({ type: 'found', id: 2, answer: 'new' as never });
  is(await next, 'new');
});

test.run();
