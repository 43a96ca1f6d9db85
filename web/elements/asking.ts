import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Scenario } from '../../src/scenario/types.ts';
import type { Inquirer } from '../worker/inquirer.ts';
import type { Inquiries, InquiryKind } from '../worker/inquiry.ts';

/** Whom a question is put to; starts with the first one. Given by the page. */
export type Inquire = () => Promise<Inquirer>;

/** What was found, and for what. */
export interface Found<Kind extends InquiryKind> {
  readonly scenario: Scenario;
  readonly asks: Inquiries[Kind]['asks'];
  readonly answer: Inquiries[Kind]['gives'];
  /** Somebody said that it was enough. */
  readonly stopped: boolean;
}

type Host = ReactiveControllerHost & { readonly inquire: Inquire };

/**
 * One kind of question of an element: it is asked, stopped, and forgotten when the element goes. Of several the latest wins; until it is
 * answered, the answer before it stays.
 */
export class Asking<Kind extends InquiryKind> implements ReactiveController {
  found: Found<Kind> | undefined;
  /** Why there is no answer. */
  refused = '';
  /** 0 to 1, or undefined while nothing can be said of it. */
  progress: number | undefined;
  private abort: AbortController | undefined;

  constructor(
    private readonly host: Host,
    private readonly kind: Kind,
  ) {
    host.addController(this);
  }

  get isBusy(): boolean {
    return this.abort !== undefined;
  }

  async ask(scenario: Scenario, asks: Inquiries[Kind]['asks']): Promise<void> {
    const { host } = this;
    this.drop();
    const abort = new AbortController();
    this.abort = abort;
    this.refused = '';
    this.progress = undefined;
    host.requestUpdate();
    try {
      const inquirer = await host.inquire();
      if (this.abort !== abort) return;
      const answer = await inquirer.ask(this.kind, scenario, asks, {
        signal: abort.signal,
        onProgress: (done, of) => {
          if (this.abort !== abort) return;
          this.progress = done / of;
          host.requestUpdate();
        },
      });
      if (this.abort !== abort) return;
      if (answer !== undefined) this.found = { scenario, asks, answer, stopped: abort.signal.aborted };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      if (this.abort === abort) this.refused = error.message;
    } finally {
      if (this.abort === abort) {
        this.abort = undefined;
        host.requestUpdate();
      }
    }
  }

  /** What has come by now is enough. */
  stop(): void {
    this.abort?.abort();
  }

  /** The answer was to another question. */
  forget(): void {
    this.drop();
    this.found = undefined;
    this.refused = '';
  }

  hostDisconnected(): void {
    this.drop();
  }

  /** Nobody waits for the answer any more. */
  private drop(): void {
    const { abort } = this;
    this.abort = undefined;
    abort?.abort();
  }
}
