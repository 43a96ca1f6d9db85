import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import type { Explanation } from '../../src/analysis/types.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { Ran } from '../../web/state/types.ts';
import type { Catalogue, FromWorker, Question, RunRequest, ToWorker } from '../../web/worker/protocol.ts';
import { Runner, type WorkerLike } from '../../web/worker/runner.ts';
import { chosen } from '../../web/worker/wanted.ts';

/** A worker that answers only when told to, and counts the runs it is asked for. */
class SlowWorker implements WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly asked: RunRequest[] = [];
  readonly questions: Question[] = [];
  ended = false;
  private count = 0;

  postMessage(message: ToWorker): void {
    if (message.type === 'run') this.asked.push(message);
    else if (message.type === 'explain') this.questions.push(message);
  }

  terminate(): void {
    this.ended = true;
  }

  ready(): void {
    this.say({ type: 'catalogue', catalogue: {} as Catalogue });
  }

  answer(): void {
    const request = this.asked.at(-1);
    if (request === undefined) throw new Error('nothing was asked');
    this.count += request.runs.length;
    const runs = request.runs.map(({ key }) => ({
      key,
      times: new Float64Array(),
      items: {},
      series: {},
      headlines: [],
    }));
    this.say({ type: 'ran', id: request.id, runs, count: this.count });
  }

  say(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
}

function stage(limit?: number) {
  const workers: SlowWorker[] = [];
  const ran: Readonly<Record<string, Ran>>[] = [];
  const ended: (readonly string[])[] = [];
  const runner = new Runner({
    spawn: () => {
      workers.push(new SlowWorker());
      return workers.at(-1)!;
    },
    onCatalogue: () => undefined,
    onRan: (runs) => ran.push(runs),
    onEnded: (titles) => ended.push(titles),
    ...(limit === undefined ? {} : { limit }),
  });
  return { runner, workers, ran, ended, worker: () => workers.at(-1)! };
}

const base = scenarios[0]!;
const version = (title: string): Scenario => ({ ...base, title });
const table = (...titles: Scenario[]): Map<string, Scenario> => new Map(titles.map((one, n) => [`s${n + 1}`, one]));
const SERIES = ['spending'];

test('nothing is asked before the worker is there; then what is on the table', () => {
  const { runner, worker, ran } = stage();
  runner.want(table(version('a'), version('b')), SERIES);
  is(worker().asked.length, 0);
  worker().ready();
  equal(
    worker().asked[0]?.runs.map(({ key }) => key),
    ['s1', 's2'],
  );
  worker().answer();
  equal(Object.keys(ran[0] ?? {}), ['s1', 's2']);
  runner.end();
});

test('one change causes one run', () => {
  const { runner, worker } = stage();
  const [a, b] = [version('a'), version('b')];
  worker().ready();
  runner.want(table(a, b), SERIES);
  worker().answer();
  is(runner.count, 2);
  const changed = version('a, changed');
  runner.want(table(changed, b), SERIES);
  runner.want(table(changed, b), SERIES);
  worker().answer();
  runner.want(table(changed, b), SERIES);
  is(runner.count, 3);
  is(worker().asked.length, 2);
  runner.end();
});

test('the latest wins: of a hundred wishes while the worker is busy only the last is run', () => {
  const { runner, worker, ran } = stage();
  worker().ready();
  runner.want(table(version('0')), SERIES);
  for (let n = 1; n <= 100; n++) runner.want(table(version(String(n))), SERIES);
  is(worker().asked.length, 1);
  worker().answer();
  equal(
    worker().asked[1]?.runs.map(({ scenario }) => scenario.title),
    ['100'],
  );
  worker().answer();
  is(worker().asked.length, 2);
  equal(
    ran.map((runs) => runs.s1?.scenario.title),
    ['0', '100'],
  );
  runner.end();
});

test('series that are there already are not run for again; new ones are', () => {
  const { runner, worker } = stage();
  const scenarios = table(version('a'));
  worker().ready();
  runner.want(scenarios, ['spending', 'binding.*']);
  worker().answer();
  runner.want(scenarios, ['spending']);
  is(worker().asked.length, 1);
  runner.want(scenarios, ['spending', 'jobs_total']);
  is(worker().asked.length, 2);
  runner.end();
});

test('a worker that hangs is ended and started again, said so, and not given the same run', async () => {
  const { runner, workers, worker, ended } = stage(5);
  const [a, b] = [version('a'), version('b')];
  worker().ready();
  runner.want(table(a), SERIES);
  await new Promise((done) => setTimeout(done, 30));
  is(workers.length, 2);
  ok(workers[0]?.ended);
  equal(ended, [['a']]);
  worker().ready();
  is(worker().asked.length, 0);
  runner.want(table(a, b), SERIES);
  equal(
    worker().asked[0]?.runs.map(({ key }) => key),
    ['s2'],
  );
  worker().answer();
  runner.want(table(version('a, changed'), b), SERIES);
  equal(
    worker().asked[1]?.runs.map(({ key }) => key),
    ['s1'],
  );
  runner.end();
});

test('answers of a request that was given up are not taken', () => {
  const { runner, worker, ran } = stage();
  worker().ready();
  runner.want(table(version('a')), SERIES);
  worker().say({ type: 'ran', id: 99, runs: [], count: 1 });
  equal(ran, []);
  runner.end();
});

test('a question is answered by its number, and with nothing where the worker was ended', async () => {
  const { runner, worker, workers } = stage();
  worker().ready();
  const first = runner.explain(base, 'spending', '2029-01');
  const second = runner.explain(base, 'npv', '2040-01');
  const [a, b] = worker().questions;
  equal(
    [a, b].map((question) => question?.type === 'explain' && question.of),
    ['spending', 'npv'],
  );
  const explanation = { id: 'npv' } as Explanation;
  worker().say({ type: 'answer', id: b?.id ?? 0, answer: explanation });
  is(await second, explanation);
  worker().onerror?.({} as ErrorEvent);
  is(await first, undefined);
  is(workers.length, 2);
  runner.end();
});

test('a wish with a star means every item, and what a run lacks is left out', () => {
  const there = ['spending', 'binding.abilene', 'binding.elsewhere', 'bindings', 'jobs_total'];
  equal(chosen(['binding.*', 'spending', 'no_such', 'spending'], there), [
    'binding.abilene',
    'binding.elsewhere',
    'spending',
  ]);
});

test.run();
