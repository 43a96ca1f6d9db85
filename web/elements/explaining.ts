import type { Explanation } from '../../src/analysis/types.ts';
import { isoMonth } from '../charts/times.ts';
import { entryFor } from '../state/work.ts';
import type { Explained } from './explain.ts';
import type { Session } from './session.ts';

interface Asked {
  readonly key: string;
  readonly of: string;
  readonly at: string;
  /** For a part that has no name of its own to ask by, such as the length of a step: what its whole said of it. */
  readonly known?: Explanation;
}

/** Which number is explained, and the way that led to it. Follows the scenario while its levers move. */
export class Explaining {
  private trail: readonly Asked[] = [];
  private question = 0;
  /** What had the focus when the way began, and gets it back at its end. */
  private from: HTMLElement | undefined;

  constructor(
    private readonly session: Session,
    private readonly show: (explained: Explained | undefined) => void,
  ) {}

  /** A number of a scenario at a decimal year; without a year at the run's end. */
  open(key: string, of: string, time?: number): void {
    const ran = this.session.snapshot?.runs[key];
    const end = ran?.times.at(-1);
    if (end === undefined) return;
    if (this.trail.length === 0) this.from = focused();
    this.go([{ key, of, at: isoMonth(time ?? end) }]);
  }

  /** A part of the number now explained. */
  deeper(part: Explanation): void {
    const last = this.trail.at(-1);
    const { id, item, at, more } = part;
    const of = item === undefined ? id : `${id}.${item}`;
    if (last !== undefined)
      this.go([...this.trail, { key: last.key, of, at, ...(more === true ? {} : { known: part }) }]);
  }

  back(): void {
    this.go(this.trail.slice(0, -1));
  }

  close(): void {
    this.go([]);
    this.from?.focus({ preventScroll: true });
    this.from = undefined;
  }

  /** Asks again: the scenario has changed. */
  async again(): Promise<void> {
    const asked = this.trail.at(-1);
    const question = ++this.question;
    const work = this.session.snapshot?.history.present;
    const entry = work && asked && entryFor(work, asked.key);
    if (asked === undefined || entry === undefined) {
      this.trail = [];
      this.show(undefined);
      return;
    }
    const found = await this.session.runner.explain(entry.scenario, asked.of, asked.at);
    const explanation = found ?? asked.known;
    // Of several questions under way the last one counts.
    if (question !== this.question) return;
    if (explanation === undefined) this.go([]);
    else {
      const sets = Object.values(this.session.snapshot?.runs[asked.key]?.items ?? {});
      const titles = new Map(sets.flat().map(({ id, title }) => [id, title]));
      this.show({ explanation, scenario: entry.scenario.title, titles, steps: this.trail.length - 1 });
    }
  }

  private go(trail: readonly Asked[]): void {
    this.trail = trail;
    this.again();
  }
}

/** What has the focus, through all shadow roots. */
function focused(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : undefined;
}
