import type { Explanation } from '../../src/analysis/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { Ran } from '../state/types.ts';
import type {
  Answer,
  Catalogue,
  FromWorker,
  Question,
  RunRequest,
  SplitData,
  SplitLacking,
  SplitRequest,
  ToWorker,
} from './protocol.ts';

/** As much of a `Worker` as the runner uses. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface RunnerOptions {
  /** Starts a worker. */
  readonly spawn: () => WorkerLike;
  readonly onCatalogue: (catalogue: Catalogue) => void;
  readonly onRan: (runs: Readonly<Record<string, Ran>>) => void;
  /** The worker was ended: it did not answer in time, or it broke. */
  readonly onEnded: (titles: readonly string[]) => void;
  /** ms until a worker that does not answer is ended; 5000 unless said. */
  readonly limit?: number;
}

interface Wish {
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly series: readonly string[];
}

const NOTHING: Wish = { scenarios: new Map(), series: [] };

/**
 * Runs scenarios in a worker; the latest wins. The page says what it wants to see, as often as it likes; while the worker is
 * busy only the last wish counts, and what is there already is not run again. A worker that hangs is ended and
 * started anew; scenarios it hung on are left alone until they change.
 */
export class Runner {
  /** Runs the worker has counted since it began. */
  count = 0;
  private worker: WorkerLike;
  private wish = NOTHING;
  /** What the page has, by key. */
  private have = new Map<string, { scenario: Scenario; series: readonly string[] }>();
  private sent: RunRequest | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ready = false;
  private id = 0;
  private readonly asked = new Map<number, (answer: Answer | undefined) => void>();

  constructor(private readonly options: RunnerOptions) {
    this.worker = this.start();
  }

  /** What is to be seen: scenarios by key, and series of each. */
  want(scenarios: ReadonlyMap<string, Scenario>, series: readonly string[]): void {
    this.wish = { scenarios, series };
    this.next();
  }

  /** Where a number comes from; undefined where the scenario has none of that name then, or the worker was ended. */
  explain(scenario: Scenario, of: string, at: string): Promise<Explanation | undefined> {
    return this.ask({ type: 'explain', id: ++this.id, scenario, of, at });
  }

  /** How a gap is shared out; undefined where it cannot be, or another gap was asked for meanwhile. */
  split(question: Omit<SplitRequest, 'type' | 'id'>): Promise<SplitData | SplitLacking | undefined> {
    return this.ask({ type: 'split', id: ++this.id, ...question });
  }

  private ask<Kind extends Answer>(request: Question): Promise<Kind | undefined> {
    return new Promise((done) => {
      this.asked.set(request.id, done as (answer: Answer | undefined) => void);
      this.worker.postMessage(request);
    });
  }

  private answer(id: number, answer: Answer | undefined): void {
    this.asked.get(id)?.(answer);
    this.asked.delete(id);
  }

  end(): void {
    clearTimeout(this.timer);
    this.worker.terminate();
  }

  private start(): WorkerLike {
    const worker = this.options.spawn();
    worker.onmessage = ({ data }) => this.receive(data);
    worker.onerror = () => this.restart();
    return worker;
  }

  private next(): void {
    if (!this.ready || this.sent !== undefined) return;
    const { scenarios, series } = this.wish;
    for (const key of this.have.keys()) if (!scenarios.has(key)) this.have.delete(key);
    const runs = [...scenarios].flatMap(([key, scenario]) => {
      const known = this.have.get(key);
      const enough = known?.scenario === scenario && series.every((id) => known.series.includes(id));
      return enough ? [] : [{ key, scenario }];
    });
    if (runs.length === 0) return;
    this.sent = { type: 'run', id: ++this.id, runs, series };
    this.timer = setTimeout(() => this.restart(), this.options.limit ?? 5000);
    this.worker.postMessage(this.sent);
  }

  private receive(message: FromWorker): void {
    if (message.type === 'catalogue') {
      this.ready = true;
      this.options.onCatalogue(message.catalogue);
    } else if (message.type === 'answer') {
      this.answer(message.id, message.answer);
    } else if (message.id === this.sent?.id) {
      const { sent } = this;
      clearTimeout(this.timer);
      this.sent = undefined;
      this.count = message.count;
      const scenarioOf = new Map(sent.runs.map(({ key, scenario }) => [key, scenario]));
      const ran: Record<string, Ran> = {};
      for (const { key, ...data } of message.runs) {
        const scenario = scenarioOf.get(key);
        if (scenario === undefined) continue;
        this.have.set(key, { scenario, series: sent.series });
        ran[key] = { ...data, scenario };
      }
      this.options.onRan(ran);
    }
    this.next();
  }

  private restart(): void {
    const { sent } = this;
    clearTimeout(this.timer);
    this.worker.terminate();
    this.sent = undefined;
    this.ready = false;
    // Marked as had, so that the same run does not hang the next worker.
    for (const { key, scenario } of sent?.runs ?? [])
      this.have.set(key, { scenario, series: [...(sent?.series ?? []), ...this.wish.series] });
    for (const id of [...this.asked.keys()]) this.answer(id, undefined);
    this.worker = this.start();
    this.options.onEnded((sent?.runs ?? []).map(({ scenario }) => scenario.title));
  }
}
