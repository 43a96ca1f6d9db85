import type { Scenario } from '../../src/scenario/types.ts';
import { chartById, spreadOf } from '../charts/definitions.ts';
import { FIGURES } from '../state/figures.ts';
import type { Snapshot } from '../state/types.ts';
import type { Inquirer } from '../worker/inquirer.ts';
import type { EnsembleData } from '../worker/inquiry.ts';

/** Draws while a slider is held: few enough that their band keeps up with the hand. */
const COARSE = 128;

/** An ensemble that is wanted, or there. */
interface Want {
  readonly key: string;
  readonly scenario: Scenario;
  readonly ids: readonly string[];
  readonly members: number;
}

export interface BandingOptions {
  readonly inquirer: () => Promise<Pick<Inquirer, 'ask'>>;
  readonly onBands: (key: string, scenario: Scenario, data: EnsembleData) => void;
  /** The scenario has no bands: why. */
  readonly onNone: (key: string, why: string) => void;
}

/**
 * Keeps the bands of what is on the table up to date: one ensemble at a time, the edited scenario's first. A coarse one is never cut
 * short by the next movement of the hand, or there would be none while it moves; a full one is.
 */
export class Banding {
  private snapshot: Snapshot | undefined;
  private readonly have = new Map<string, Want>();
  private running: { readonly want: Want; readonly abort: AbortController } | undefined;

  constructor(private readonly options: BandingOptions) {}

  follow(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    const { running } = this;
    if (
      running !== undefined &&
      running.want.members > COARSE &&
      !this.wants().some((want) => isSame(want, running.want))
    )
      running.abort.abort();
    void this.next();
  }

  /** What has come of the one under way is enough. */
  stop(): void {
    const { running } = this;
    if (running === undefined) return;
    this.have.set(running.want.key, running.want);
    running.abort.abort();
  }

  private wants(): Want[] {
    const { snapshot } = this;
    if (snapshot === undefined || snapshot.view.draws === 0) return [];
    const { entries, edited } = snapshot.history.present;
    const isHeld = snapshot.gesture !== undefined;
    const ids = [
      ...FIGURES.map(({ of }) => of),
      ...snapshot.view.charts.flatMap((id) => {
        const chart = chartById(id);
        return chart === undefined ? [] : spreadOf(chart);
      }),
    ];
    return entries
      .filter(({ shown, key }) => shown || key === edited)
      .sort((a, b) => Number(b.key === edited) - Number(a.key === edited))
      .filter(({ key }) => !isHeld || key === edited)
      .map(({ key, scenario }) => ({
        key,
        scenario,
        ids: [...new Set(ids)].sort(),
        members: isHeld ? Math.min(COARSE, snapshot.view.draws) : snapshot.view.draws,
      }));
  }

  private async next(): Promise<void> {
    if (this.running !== undefined) return;
    const want = this.wants().find((one) => !isEnough(this.have.get(one.key), one));
    if (want === undefined) return;
    const running = { want, abort: new AbortController() };
    this.running = running;
    const { key, scenario, ids, members } = want;
    const take = (data: EnsembleData): void => {
      if (data.members > 0) this.options.onBands(key, scenario, data);
    };
    try {
      const inquirer = await this.options.inquirer();
      const found = await inquirer.ask(
        'ensemble',
        scenario,
        { ids, members, targets: {} },
        { signal: running.abort.signal, onPart: take },
      );
      if (!running.abort.signal.aborted || isEnough(this.have.get(key), want)) {
        this.have.set(key, want);
        if (found !== undefined) take(found);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.have.set(key, want);
      this.options.onNone(key, error.message);
    } finally {
      this.running = undefined;
      void this.next();
    }
  }
}

function isSame(a: Want, b: Want): boolean {
  return a.key === b.key && a.scenario === b.scenario && a.members === b.members && a.ids.join() === b.ids.join();
}

function isEnough(have: Want | undefined, want: Want): boolean {
  return (
    have !== undefined &&
    have.scenario === want.scenario &&
    have.members >= want.members &&
    want.ids.every((id) => have.ids.includes(id))
  );
}
