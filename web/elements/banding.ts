import type { Scenario } from '../../src/scenario/types.ts';
import { chartById, spreadOf } from '../charts/definitions.ts';
import { FIGURES } from '../state/figures.ts';
import type { Entry, Snapshot, Sure } from '../state/types.ts';
import type { Inquirer } from '../worker/inquirer.ts';
import type { EnsembleData } from '../worker/inquiry.ts';

/** Draws while a slider is held: few enough that their band keeps up with the hand. */
const COARSE = 128;

/** An ensemble that is wanted, or there. */
interface Want {
  readonly key: string;
  readonly scenario: Scenario;
  /** Where the difference from another scenario is wanted: that one. */
  readonly against?: Pick<Entry, 'key' | 'scenario'>;
  readonly ids: readonly string[];
  readonly members: number;
}

export interface BandingOptions {
  readonly inquirer: () => Promise<Pick<Inquirer, 'ask'>>;
  /** Draws of a scenario, or of its difference from the one with another key. */
  readonly onBands: (key: string, sure: Sure) => void;
  /** There are none: why, where it was not because somebody stopped them. */
  readonly onNone: (key: string, isDifference: boolean, why?: string) => void;
}

/**
 * Keeps the bands of what is on the table up to date: one ensemble at a time, the edited scenario's first. A coarse one is never cut
 * short by the next movement of the hand, or there would be none while it moves; a full one is.
 */
export class Banding {
  private snapshot: Snapshot | undefined;
  /** By key, and of differences with the baseline's. */
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
    this.have.set(placeOf(running.want), running.want);
    running.abort.abort();
  }

  private wants(): Want[] {
    const { snapshot } = this;
    if (snapshot === undefined || snapshot.view.draws === 0) return [];
    const { entries, edited, baseline } = snapshot.history.present;
    const { draws, charts, compare } = snapshot.view;
    const isHeld = snapshot.gesture !== undefined;
    const ids = [...FIGURES.map(({ of }) => of), ...charts.flatMap((id) => spreadOf(chartById(id)))];
    const asks = { ids: [...new Set(ids)].sort(), members: isHeld ? Math.min(COARSE, draws) : draws };
    const want = ({ key, scenario }: Entry): Want => ({ key, scenario, ...asks });
    const own = entries.filter(({ key }) => key === edited).map(want);
    const others = entries.filter(({ shown, key }) => shown && key !== edited);
    const base = entries.find(({ key }) => key === baseline);
    if (compare !== 'difference' || base === undefined) return isHeld ? own : [...own, ...others.map(want)];
    const apart = entries.filter(({ shown, key }) => shown && key !== baseline);
    const moved = isHeld && edited !== baseline ? apart.filter(({ key }) => key === edited) : apart;
    return [...own, ...moved.map((entry) => ({ ...want(entry), against: base }))];
  }

  private async next(): Promise<void> {
    if (this.running !== undefined) return;
    const want = this.wants().find((one) => !isEnough(this.have.get(placeOf(one)), one));
    if (want === undefined) return;
    const running = { want, abort: new AbortController() };
    this.running = running;
    const { key, scenario, against, ids, members } = want;
    const place = placeOf(want);
    const from = against === undefined ? {} : { against: against.scenario };
    const take = (data: EnsembleData): void => {
      const base = against === undefined ? {} : { against: against.key };
      if (data.members > 0) this.options.onBands(key, { scenario, ...base, data });
    };
    try {
      const inquirer = await this.options.inquirer();
      const found = await inquirer.ask(
        'ensemble',
        scenario,
        { ids, members, targets: {}, ...from },
        { signal: running.abort.signal, onPart: take },
      );
      if (!running.abort.signal.aborted || isEnough(this.have.get(place), want)) {
        this.have.set(place, want);
        if (found !== undefined && found.members > 0) take(found);
        // Those of the scenario before would be taken for these.
        else this.options.onNone(key, against !== undefined);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.have.set(place, want);
      this.options.onNone(key, against !== undefined, error.message);
    } finally {
      this.running = undefined;
      void this.next();
    }
  }
}

function placeOf({ key, against }: Want): string {
  return against === undefined ? key : `${key} ${against.key}`;
}

function isOf(a: Want, b: Want): boolean {
  return a.scenario === b.scenario && a.against?.scenario === b.against?.scenario;
}

function isSame(a: Want, b: Want): boolean {
  return placeOf(a) === placeOf(b) && isOf(a, b) && a.members === b.members && a.ids.join() === b.ids.join();
}

function isEnough(have: Want | undefined, want: Want): boolean {
  return (
    have !== undefined &&
    isOf(have, want) &&
    have.members >= want.members &&
    want.ids.every((id) => have.ids.includes(id))
  );
}
