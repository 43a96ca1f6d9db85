import type { Scenario } from '../../src/scenario/types.ts';
import { chartById, FIRST_CHARTS, recordsOf } from '../charts/definitions.ts';
import type { Action } from '../state/actions.ts';
import { FIGURE_SERIES } from '../state/figures.ts';
import { firstSnapshot } from '../state/reduce.ts';
import { Store } from '../state/store.ts';
import { type Message, type MessageOffer, MOST_ENTRIES, type Saving, type Snapshot } from '../state/types.ts';
import { edited, workOf } from '../state/work.ts';
import type { Remembered } from '../storage/memory.ts';
import { mayRemember } from '../storage/place.ts';
import type { Inquirer } from '../worker/inquirer.ts';
import type { Catalogue } from '../worker/protocol.ts';
import { Runner, type WorkerLike } from '../worker/runner.ts';
import type { Banding } from './banding.ts';
import type { Keeper } from './keeper.ts';

/** What is on the table on a first visit. */
const FIRST_SCENARIO = 'stargate-announced';

/**
 * One visit: the store, the worker that fills it, and what is remembered of it. The app element draws its snapshot and hands it
 * what the person did; what is done seldom stands in deeds.ts and is loaded then.
 */
export class Session {
  store: Store | undefined;
  catalogue: Catalogue | undefined;
  keeper: Keeper | undefined;
  banding: Banding | undefined;
  readonly runner: Runner;
  /** Resolves when the model is there. */
  readonly there: Promise<Catalogue>;
  private readonly waiting: Action[] = [];
  private asking: Promise<Inquirer> | undefined;
  /** The work as it was taken up: as long as it stands, nobody has done anything here. */
  private untouched: Snapshot['history'] | undefined;
  private isThere: (catalogue: Catalogue) => void = () => undefined;

  /** @param changed is called after every change of the snapshot, and once the model is there. */
  constructor(private readonly changed: (now: Snapshot, before: Snapshot | undefined) => void) {
    this.there = new Promise((done) => {
      this.isThere = done;
    });
    this.runner = new Runner({
      spawn: () => new Worker(new URL('../worker/model.ts', import.meta.url), { type: 'module' }) as WorkerLike,
      onCatalogue: (catalogue) => this.begin(catalogue),
      onRan: (runs) => this.dispatch({ type: 'ran', runs }),
      onEnded: (titles) => this.sayOf('trouble', ({ workerEnded }) => workerEnded(titles)),
    });
  }

  get snapshot(): Snapshot | undefined {
    return this.store?.snapshot;
  }

  /** Whom to ask what takes many runs. Comes, with its workers, when somebody first asks. */
  inquirer(): Promise<Inquirer> {
    this.asking ??= import('./inquiring.ts').then(({ startInquirer }) =>
      startInquirer(() => this.sayOf('trouble', ({ analystEnded }) => analystEnded)),
    );
    return this.asking;
  }

  /** Begins to draw bands. */
  async band(): Promise<void> {
    const { Banding } = await import('./banding.ts');
    this.banding ??= new Banding({
      inquirer: () => this.inquirer(),
      onBands: (key, sure) => this.dispatch({ type: sure.against === undefined ? 'sure' : 'apart', key, sure }),
      onNone: (key, isDifference, why) => {
        this.dispatch({ type: isDifference ? 'apart' : 'sure', key, sure: undefined });
        // That two scenarios cannot be drawn together is no trouble: each has its own band.
        if (why !== undefined) this.say({ kind: isDifference ? 'note' : 'trouble', text: why });
      },
    });
    if (this.snapshot !== undefined) this.banding.follow(this.snapshot);
  }

  /** What is done before the model is there is done once it is. */
  dispatch(action: Action): void {
    if (this.store === undefined) this.waiting.push(action);
    else this.store.dispatch(action);
  }

  say(message: Omit<Message, 'id'>): void {
    this.dispatch({ type: 'say', message });
  }

  /** The same in words that are loaded for it. */
  private async sayOf(
    kind: Message['kind'],
    textOf: (messages: typeof import('../words/later.ts')['words']['messages']) => string,
    offers: readonly MessageOffer[] = [],
  ): Promise<void> {
    const { words } = await import('../words/later.ts');
    this.say({ kind, text: textOf(words.messages), offers });
  }

  /** Puts scenarios on the table, as far as there is room, or one in place of the edited one. */
  put(scenarios: readonly Scenario[], instead = false): void {
    const [first] = scenarios;
    if (first === undefined || this.snapshot === undefined) return;
    const work = this.snapshot.history.present;
    const room = MOST_ENTRIES - work.entries.length;
    if (instead) this.dispatch({ type: 'replace', key: edited(work).key, scenario: first });
    else if (room > 0) this.dispatch({ type: 'add', scenarios });
    if (!instead && scenarios.length > room)
      this.sayOf('trouble', ({ noRoom }) => noRoom(scenarios.slice(room).map(({ title }) => title)));
  }

  /** Begins to keep the work in the browser's memory, with what is there already. */
  async keepWork(): Promise<void> {
    if (this.keeper !== undefined) return;
    const { Keeper } = await import('./keeper.ts');
    this.keeper ??= new Keeper((saving) => this.onSaving(saving));
    this.restore();
  }

  /** Takes up the work that the browser remembers, if there is any. */
  restore(): void {
    const { catalogue, keeper } = this;
    const kept = catalogue && keeper?.load(catalogue);
    this.untouched = this.snapshot?.history;
    if (kept === undefined || catalogue === undefined) return;
    if (kept === 'unreadable') {
      this.sayOf('trouble', ({ unread }) => unread, ['save unread']);
      return;
    }
    const charts = kept.view.charts?.filter((id) => chartById(id) !== undefined);
    this.dispatch({ type: 'restore', history: kept.history, view: { ...kept.view, ...(charts && { charts }) } });
    this.untouched = kept.history;
    if (kept.dropped.length > 0) this.sayOf('note', ({ leversGone }) => leversGone(kept.dropped));
    if (kept.model !== catalogue.meta.version) this.tellOldModel(kept.model, kept.seen);
  }

  private async tellOldModel(model: string, seen: Remembered['seen'] = {}): Promise<void> {
    (await import('./deeds.ts')).tellOldModel(this, { model, seen });
  }

  private async begin(catalogue: Catalogue): Promise<void> {
    this.catalogue = catalogue;
    this.isThere(catalogue);
    if (this.store !== undefined) return;
    const first = catalogue.scenarios.find(({ id }) => id === FIRST_SCENARIO) ?? catalogue.scenarios[0];
    if (first === undefined) throw new RangeError('the model comes without any scenario');
    const store = new Store(
      firstSnapshot(workOf([first]), { charts: FIRST_CHARTS, open: first.commitments.map(({ id }) => id) }),
    );
    this.store = store;
    // Before anything is drawn, so that what is drawn first is what was there last time.
    if (mayRemember()) await this.keepWork();
    for (const action of this.waiting.splice(0)) store.dispatch(action);
    store.subscribe((now, before) => this.onChange(now, before));
    this.wish(store.snapshot);
    this.changed(store.snapshot, undefined);
  }

  private onChange(now: Snapshot, before: Snapshot): void {
    this.wish(now);
    this.banding?.follow(now);
    if (now.history !== before.history || now.view !== before.view)
      this.keeper?.keep(() => this.snapshot ?? now, this.catalogue?.meta.version ?? '');
    this.changed(now, before);
  }

  /** Everything on the table is run, also what is hidden: it is wanted again with one click. */
  private wish({ history, view }: Snapshot): void {
    const scenarios = new Map(history.present.entries.map(({ key, scenario }) => [key, scenario]));
    const series = view.charts.flatMap((id) => {
      const chart = chartById(id);
      return chart === undefined ? [] : recordsOf(chart);
    });
    this.runner.want(scenarios, [...new Set([...FIGURE_SERIES, ...series])]);
  }

  private onSaving(saving: Saving): void {
    // Where nobody has done anything, nobody has to decide.
    if (saving === 'newer elsewhere' && this.snapshot?.history === this.untouched) {
      this.restore();
      return;
    }
    const before = this.snapshot?.saving;
    this.dispatch({ type: 'saving', saving });
    if (saving === before) return;
    if (saving === 'impossible') this.sayOf('trouble', ({ cannotSave }) => cannotSave);
    if (saving === 'newer elsewhere')
      this.sayOf('trouble', ({ newerElsewhere }) => newerElsewhere, ['load newer', 'keep mine']);
  }
}
