import type { Scenario } from '../../src/scenario/types.ts';
import type { FromAnalyst, Inquiries, InquiryKind, ToAnalyst, ToMember } from './inquiry.ts';

/** As much of a `Worker` as inquiries use. */
export interface AnalystLike {
  postMessage(message: ToAnalyst | ToMember, transfer?: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromAnalyst>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface InquirerOptions {
  /** Starts a worker of a name: one analyst, and as many members as the machine has room for. */
  readonly spawn: (name: 'analyst' | 'member') => AnalystLike;
  /** How many run members. */
  readonly members: number;
  /** ms until workers that do not stop when it is enough are ended; 5000 unless said. */
  readonly limit?: number;
  /** A worker broke: all were ended, and what was asked has no answer. New ones start with the next question. */
  readonly onEnded: () => void;
}

export interface InquiryOptions<Kind extends InquiryKind> {
  /** When it is aborted, what has come by then is the answer. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
  readonly onPart?: (answer: Inquiries[Kind]['gives']) => void;
}

interface Open {
  readonly done: (answer: unknown) => void;
  readonly failed: (error: RangeError) => void;
  readonly onProgress: ((done: number, of: number) => void) | undefined;
  readonly onPart: ((answer: never) => void) | undefined;
}

/** Asks what takes many runs. Workers start with the first question and serve all later ones. */
export class Inquirer {
  private analyst: AnalystLike | undefined;
  private workers: AnalystLike[] = [];
  private id = 0;
  private readonly open = new Map<number, Open>();

  constructor(private readonly options: InquirerOptions) {}

  /**
   * @returns what was found; undefined where the workers were ended before.
   * @throws RangeError (the promise) where the question has no answer, with the reason
   */
  ask<Kind extends InquiryKind>(
    kind: Kind,
    scenario: Scenario,
    asks: Inquiries[Kind]['asks'],
    { signal, onProgress, onPart }: InquiryOptions<Kind> = {},
  ): Promise<Inquiries[Kind]['gives'] | undefined> {
    this.analyst ??= this.start();
    const { analyst } = this;
    const id = ++this.id;
    return new Promise((done, failed) => {
      this.open.set(id, { done: done as (answer: unknown) => void, failed, onProgress, onPart });
      analyst.postMessage({ type: 'inquiry', id, scenario, kind, asks });
      signal?.addEventListener('abort', () => {
        if (!this.open.has(id)) return;
        analyst.postMessage({ type: 'enough', id });
        // Runs that take for ever keep what has come from being summed up.
        setTimeout(() => this.open.has(id) && this.end(), this.options.limit ?? 5000);
      });
    });
  }

  /** Ends all workers; what was asked is answered with nothing. */
  end(): void {
    for (const worker of this.workers.splice(0)) worker.terminate();
    this.analyst = undefined;
    const left = [...this.open.values()];
    this.open.clear();
    for (const { done } of left) done(undefined);
  }

  private start(): AnalystLike {
    const analyst = this.spawn('analyst');
    analyst.onmessage = ({ data }) => this.hear(data);
    const ports = Array.from({ length: this.options.members }, () => {
      const { port1, port2 } = new MessageChannel();
      this.spawn('member').postMessage({ type: 'member', port: port1 }, [port1]);
      return port2;
    });
    analyst.postMessage({ type: 'crew', ports }, ports);
    return analyst;
  }

  private spawn(name: 'analyst' | 'member'): AnalystLike {
    const worker = this.options.spawn(name);
    worker.onerror = () => {
      this.end();
      this.options.onEnded();
    };
    this.workers.push(worker);
    return worker;
  }

  private hear(message: FromAnalyst): void {
    const { id } = message;
    const open = this.open.get(id);
    if (open === undefined) return;
    if (message.type === 'progress') open.onProgress?.(message.done, message.of);
    else if (message.type === 'part') open.onPart?.(message.answer as never);
    else {
      this.open.delete(id);
      if (message.type === 'found') open.done(message.answer);
      else open.failed(new RangeError(message.why));
    }
  }
}
