import type { Scenario } from '../../src/scenario/types.ts';
import { chartById, FIRST_CHARTS, recordsOf } from '../charts/definitions.ts';
import type { Action } from '../state/actions.ts';
import { FIGURE_SERIES } from '../state/figures.ts';
import { firstSnapshot } from '../state/reduce.ts';
import { Store } from '../state/store.ts';
import { type Message, type MessageOffer, MOST_ENTRIES, type Ran, type Saving, type Snapshot } from '../state/types.ts';
import { edited, entryFor, workOf } from '../state/work.ts';
import { download, fileName, MOST_BYTES } from '../storage/files.ts';
import type { Shared } from '../storage/link.ts';
import { words } from '../words/en.ts';
import type { Catalogue } from '../worker/protocol.ts';
import { readText } from '../worker/reading.ts';
import { Runner, type WorkerLike } from '../worker/runner.ts';
import { Keeper } from './keeper.ts';

/** What is on the table on a first visit. */
const FIRST_SCENARIO = 'stargate-announced';

/**
 * One visit: the store, the worker that fills it, and what is remembered of it. The app element draws its snapshot and hands it
 * what the person did.
 */
export class Session {
  readonly firstCharts = FIRST_CHARTS;
  store: Store | undefined;
  catalogue: Catalogue | undefined;
  readonly runner: Runner;
  private readonly keeper = new Keeper((saving) => this.onSaving(saving));
  private readonly waiting: Action[] = [];
  private readonly there: Promise<Catalogue>;
  private isThere: (catalogue: Catalogue) => void = () => undefined;

  /** @param changed is called after every change of the snapshot, and once the model is there. */
  constructor(private readonly changed: (now: Snapshot | undefined, before: Snapshot | undefined) => void) {
    this.there = new Promise((done) => {
      this.isThere = done;
    });
    this.runner = new Runner({
      spawn: () => new Worker(new URL('../worker/model.ts', import.meta.url), { type: 'module' }) as WorkerLike,
      onCatalogue: (catalogue) => this.begin(catalogue),
      onRan: (runs) => this.onRan(runs),
      onEnded: (titles) => this.say({ kind: 'trouble', text: words.messages.workerEnded(titles) }),
    });
  }

  get snapshot(): Snapshot | undefined {
    return this.store?.snapshot;
  }

  /** What is done before the model is there is done once it is. */
  dispatch(action: Action): void {
    if (this.store === undefined) this.waiting.push(action);
    else this.store.dispatch(action);
  }

  say(message: Omit<Message, 'id'>): void {
    this.dispatch({ type: 'say', message });
  }

  /** A shipped scenario. */
  shipped(id: string): Scenario | undefined {
    return this.catalogue?.scenarios.find((scenario) => scenario.id === id);
  }

  addShipped(id: string, instead: boolean): void {
    const scenario = this.shipped(id);
    if (scenario !== undefined) this.put([scenario], instead);
  }

  duplicate(key: string, name: (title: string) => string): void {
    const entry = this.snapshot && entryFor(this.snapshot.history.present, key);
    if (entry) this.dispatch({ type: 'duplicate', key, title: name(entry.scenario.title) });
  }

  /** Back to how it was opened: an undoable step like any other. */
  reset(key: string): void {
    const entry = this.snapshot && entryFor(this.snapshot.history.present, key);
    if (entry) this.dispatch({ type: 'change', key, scenario: entry.origin });
  }

  async openFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return this.say({ kind: 'note', text: words.messages.noFile });
    const found: Scenario[] = [];
    for (const file of files) {
      const scenario = await this.readFile(file);
      if (scenario !== undefined) found.push(scenario);
    }
    this.put(found, false);
  }

  async openText(text: string): Promise<void> {
    const scenario = await this.read(text, words.messages.pasted);
    if (scenario !== undefined) this.put([scenario], false);
  }

  /** The edited scenario as a file. */
  async save(as: 'yaml' | 'json'): Promise<void> {
    const { snapshot, catalogue } = this;
    if (snapshot === undefined || catalogue === undefined) return;
    const { scenario } = edited(snapshot.history.present);
    const { scenarioFile } = await import('../storage/write.ts');
    const text = await scenarioFile(scenario, as, catalogue);
    download(
      fileName(scenario.title, as),
      new Blob([text], { type: as === 'json' ? 'application/json' : 'text/yaml' }),
    );
  }

  private async readFile(file: File): Promise<Scenario | undefined> {
    if (file.size > MOST_BYTES) {
      this.say({ kind: 'trouble', text: words.messages.tooLarge(file.name) });
      return undefined;
    }
    const text = await file.text().catch(() => undefined);
    if (text === undefined) this.say({ kind: 'trouble', text: words.messages.unreadable(file.name) });
    return text === undefined ? undefined : this.read(text, file.name);
  }

  /** A scenario, or undefined with every mistake said. */
  private async read(text: string, name: string): Promise<Scenario | undefined> {
    const catalogue = await this.there;
    const answer = await readText(
      text,
      catalogue,
      () => new Worker(new URL('../worker/reader.ts', import.meta.url), { type: 'module' }),
    );
    if (answer === 'ended') {
      this.say({ kind: 'trouble', text: words.messages.tooSlow(name) });
      return undefined;
    }
    if ('scenario' in answer) return answer.scenario;
    const { problems } = answer;
    this.say({ kind: 'trouble', text: words.messages.fileMistakes(name, problems.length), problems });
    return undefined;
  }

  /** Puts scenarios on the table, as far as there is room, and says what became of them. */
  private put(scenarios: readonly Scenario[], instead: boolean): void {
    const [first] = scenarios;
    if (first === undefined || this.snapshot === undefined) return;
    const work = this.snapshot.history.present;
    if (instead) {
      this.dispatch({ type: 'replace', key: edited(work).key, scenario: first });
      return;
    }
    const room = MOST_ENTRIES - work.entries.length;
    if (room > 0) this.dispatch({ type: 'add', scenarios });
    if (scenarios.length > room) this.say({ kind: 'trouble', text: words.messages.noRoom(scenarios.length - room) });
  }

  /** What a message's button does. */
  accept(id: number, offer: MessageOffer): void {
    const { snapshot, catalogue } = this;
    this.dispatch({ type: 'dismiss', id });
    if (snapshot === undefined || catalogue === undefined) return;
    if (offer === 'undo') this.dispatch({ type: 'undo' });
    if (offer === 'keep mine') this.keeper.force(snapshot, catalogue.meta.version);
    if (offer === 'load newer') this.restore(catalogue);
  }

  /** A link to all of this, in the clipboard or at least on the screen. */
  async share(): Promise<void> {
    const { snapshot, catalogue } = this;
    if (snapshot === undefined || catalogue === undefined) return;
    const { linkTo } = await import('./sharing.ts');
    const link = await linkTo(snapshot, catalogue);
    if (link === undefined) return this.say({ kind: 'trouble', text: words.messages.linkTooLarge });
    const isCopied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    this.say({ kind: 'note', text: isCopied ? words.messages.linkCopied : words.messages.linkShown, link });
  }

  /** Opens what the address carries, as a step that can be undone, and clears it: from here on the work is this tab's. */
  private async openLink(): Promise<void> {
    const fragment = location.hash;
    if (!fragment.startsWith('#s=')) return;
    history.replaceState(undefined, '', location.pathname + location.search);
    const catalogue = await this.there;
    const { unpack } = await import('../storage/link.ts');
    let shared: Shared;
    try {
      shared = unpack(fragment);
    } catch {
      return this.say({ kind: 'trouble', text: words.messages.linkBroken });
    }
    const found: (Scenario | undefined)[] = [];
    for (const text of shared.scenarios) found.push(await this.read(text, words.messages.theLink));
    const [first, ...others] = found.filter((scenario) => scenario !== undefined);
    if (first === undefined) return;
    const work = workOf([first, ...others]);
    const keyAt = (at: number): string => work.entries[found.slice(0, at).filter(Boolean).length]?.key ?? work.edited;
    const charts = shared.charts.filter((id) => chartById(id) !== undefined);
    this.dispatch({
      type: 'table',
      work: { ...work, edited: keyAt(shared.edited), baseline: keyAt(shared.baseline) },
      view: { compare: shared.compare, ...(charts.length === 0 ? {} : { charts }) },
    });
    if (shared.model !== catalogue.meta.version)
      this.say({ kind: 'note', text: words.messages.oldModel(shared.model, catalogue.meta.version) });
  }

  private begin(catalogue: Catalogue): void {
    this.catalogue = catalogue;
    this.isThere(catalogue);
    if (this.store !== undefined) return;
    const first = this.shipped(FIRST_SCENARIO) ?? catalogue.scenarios[0];
    if (first === undefined) throw new RangeError('the model comes without any scenario');
    const open = first.commitments.map(({ id }) => id);
    this.store = new Store(firstSnapshot(workOf([first]), { charts: FIRST_CHARTS, open }));
    this.restore(catalogue);
    this.store.subscribe((now, before) => this.onChange(now, before));
    for (const action of this.waiting.splice(0)) this.store.dispatch(action);
    this.wish(this.store.snapshot);
    this.changed(this.store.snapshot, undefined);
    this.openLink();
    addEventListener('hashchange', () => this.openLink());
  }

  private onChange(now: Snapshot, before: Snapshot): void {
    this.wish(now);
    if (now.history !== before.history || now.view !== before.view)
      this.keeper.keep(now, this.catalogue?.meta.version ?? '');
    this.changed(now, before);
  }

  /** Takes up the work that the browser remembers, if there is any. */
  private restore(catalogue: Catalogue): void {
    const kept = this.keeper.load(catalogue);
    if (kept === undefined) return;
    const charts = kept.view.charts.filter((id) => chartById(id) !== undefined);
    this.dispatch({ type: 'restore', history: kept.history, view: { ...kept.view, charts } });
    if (kept.dropped.length > 0) this.say({ kind: 'note', text: words.messages.leversGone(kept.dropped) });
    else if (kept.model !== catalogue.meta.version)
      this.say({ kind: 'note', text: words.messages.oldModel(kept.model, catalogue.meta.version) });
  }

  private onSaving(saving: Saving): void {
    const before = this.snapshot?.saving;
    this.dispatch({ type: 'saving', saving });
    if (saving === before) return;
    if (saving === 'impossible') this.say({ kind: 'trouble', text: words.messages.cannotSave });
    if (saving === 'newer elsewhere')
      this.say({ kind: 'trouble', text: words.messages.newerElsewhere, offers: ['load newer', 'keep mine'] });
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

  private onRan(runs: Readonly<Record<string, Ran>>): void {
    this.dispatch({ type: 'ran', runs });
  }
}
