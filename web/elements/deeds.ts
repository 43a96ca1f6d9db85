import type { Scenario } from '../../src/scenario/types.ts';
import { chartById } from '../charts/definitions.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { MessageOffer } from '../state/types.ts';
import { baseline, edited, entryFor, showing, workOf } from '../state/work.ts';
import { download, fileName, MOST_BYTES } from '../storage/files.ts';
import { MOST_PACKED, type Shared, unpack } from '../storage/link.ts';
import { isPng, linkIn } from '../storage/png.ts';
import { scenarioFile } from '../storage/write.ts';
import { words } from '../words/later.ts';
import { type ExportRequest, exportRun, reproduceView } from '../worker/carrying.ts';
import { readText } from '../worker/reading.ts';
import { tellOldModel } from './old-model.ts';
import type { Reproduced } from './reproduction.ts';
import type { Session } from './session.ts';

import { linkTo } from './sharing.ts';

/** Of a picture, what is read to find its link: bytes. */
const MOST_START = MOST_PACKED + 4096;

/** What a person does now and then: open, save, share, answer a message. Loaded after the first chart. */

export function addShipped(session: Session, id: string, instead: boolean): void {
  const scenario = session.catalogue?.scenarios.find((one) => one.id === id);
  if (scenario !== undefined) session.put([scenario], instead);
}

export function duplicate(session: Session, key: string): void {
  const entry = session.snapshot && entryFor(session.snapshot.history.present, key);
  if (entry) session.dispatch({ type: 'duplicate', key, title: words.scenarios.copyOf(entry.scenario.title) });
}

/** Back to how it was opened: an undoable step like any other. */
export function reset(session: Session, key: string): void {
  const entry = session.snapshot && entryFor(session.snapshot.history.present, key);
  if (entry) session.dispatch({ type: 'change', key, scenario: entry.origin });
}

export async function openFiles(session: Session, files: readonly File[]): Promise<void> {
  if (files.length === 0) session.say({ kind: 'note', text: words.messages.noFile });
  const found: Scenario[] = [];
  for (const file of files) {
    const start = await bytesOf(file.slice(0, MOST_START));
    if (start !== undefined && isPng(start)) {
      await openPicture(session, start, file.name);
      continue;
    }
    const scenario = await readFile(session, file);
    if (scenario !== undefined) found.push(scenario);
  }
  open(session, found);
}

/** A picture of a chart brings back what was on the screen when it was saved. */
async function openPicture(session: Session, start: Uint8Array, name: string): Promise<void> {
  const link = linkIn(start);
  if (link === undefined) session.say({ kind: 'trouble', text: words.messages.emptyPicture(name) });
  else await openShared(session, link.slice(link.indexOf('#')));
}

export async function openText(session: Session, text: string): Promise<void> {
  const [, fragment] = /^\s*\S*(#s=\S+)\s*$/u.exec(text) ?? [];
  if (fragment !== undefined) {
    await openShared(session, fragment);
    return;
  }
  const scenario = await read(session, text, words.messages.pasted);
  if (scenario !== undefined) open(session, [scenario]);
}

/** Onto the table. A file says which model it was saved with, and carries no figures to compare. */
function open(session: Session, scenarios: readonly Scenario[]): void {
  session.put(scenarios);
  const version = session.catalogue?.meta.version ?? '';
  for (const { title, model } of scenarios) {
    if (model !== undefined && model !== version)
      session.say({ kind: 'note', text: words.messages.oldFile(title, model, version) });
  }
}

async function readFile(session: Session, file: File): Promise<Scenario | undefined> {
  if (file.size > MOST_BYTES) {
    session.say({ kind: 'trouble', text: words.messages.tooLarge(file.name) });
    return undefined;
  }
  const text = await file.text().catch(() => undefined);
  if (text === undefined) session.say({ kind: 'trouble', text: words.messages.unreadable(file.name) });
  return text === undefined ? undefined : read(session, text, file.name);
}

function bytesOf(file: Blob): Promise<Uint8Array | undefined> {
  return file.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );
}

/** A scenario, or undefined with every mistake said. */
async function read(session: Session, text: string, name: string, isOld = false): Promise<Scenario | undefined> {
  const answer = await readText(text, await session.there, isOld);
  if (answer === undefined) {
    session.say({ kind: 'trouble', text: words.messages.tooSlow(name) });
    return undefined;
  }
  if ('scenario' in answer) {
    if (answer.gone !== undefined && answer.gone.length > 0)
      session.say({ kind: 'note', text: words.messages.leversGone(answer.gone) });
    return answer.scenario;
  }
  const { problems } = answer;
  session.say({ kind: 'trouble', text: words.messages.fileMistakes(name, problems.length), problems });
  return undefined;
}

/** The edited scenario as a file. */
export async function save({ snapshot, catalogue }: Session, as: 'yaml' | 'json'): Promise<void> {
  if (snapshot === undefined || catalogue === undefined) return;
  const { scenario } = edited(snapshot.history.present);
  const text = await scenarioFile(scenario, as, catalogue);
  download(fileName(scenario.title, as), new Blob([text], { type: as === 'json' ? 'application/json' : 'text/yaml' }));
}

/** The edited scenario's run as a file: all its numbers, or the report that recomputes itself. */
export async function carryOff(session: Session, as: ExportRequest['as']): Promise<void> {
  const { snapshot } = session;
  if (snapshot === undefined) return;
  const { scenario } = edited(snapshot.history.present);
  const text = await exportRun(scenario, as);
  if (text === undefined) {
    session.say({ kind: 'trouble', text: words.messages.notWritten });
    return;
  }
  const [name, ending, type] = {
    csv: [words.files.numbers, 'csv', 'text/csv'] as const,
    json: [words.files.numbers, 'json', 'application/json'] as const,
    report: [words.files.report, 'html', 'text/html'] as const,
  }[as];
  download(fileName(name(scenario.title), ending), new Blob([text], { type }));
}

/** The command line and the program that give what is shown: the charts' runs, the baseline first. */
export function showReproduction({ snapshot }: Session): void {
  if (snapshot === undefined) return;
  const { runs, view, history: past } = snapshot;
  const base = baseline(past.present);
  const others = past.present.entries.filter((entry) => entry.shown && entry !== base);
  const ran = [base, ...others].filter(({ key }) => runs[key]?.failure === undefined);
  const about: Reproduced = {
    scenarios: ran.map(({ scenario }) => scenario),
    charts: view.charts,
    ask: reproduceView,
  };
  document.querySelector('buildout-reproduction')?.remove();
  document.body.append(Object.assign(document.createElement('buildout-reproduction'), { about }));
}

/** A link to all of this, in the clipboard or at least on the screen. */
export async function share(session: Session): Promise<void> {
  const { snapshot, catalogue } = session;
  if (snapshot === undefined || catalogue === undefined) return;
  const link = linkTo(snapshot, catalogue);
  if (link === undefined) {
    session.say({ kind: 'trouble', text: words.messages.linkTooLarge });
    return;
  }
  const isCopied = await navigator.clipboard?.writeText(link).then(
    () => true,
    () => false,
  );
  session.say({ kind: 'note', text: isCopied ? words.messages.linkCopied : words.messages.linkShown, link });
}

/** A chart as a picture, with a link to all of this in it. */
export async function savePicture({ snapshot, catalogue }: Session, spec: ChartSpec, from: Element): Promise<void> {
  const link = snapshot && catalogue && linkTo(snapshot, catalogue);
  await (await import('./chart-deeds.ts')).savePicture(spec, from, link);
}

export { tellOldModel };

/** Opens what the address carries, as a step that can be undone, and clears it: from here on the work is this tab's. */
export async function openLink(session: Session): Promise<void> {
  const fragment = location.hash;
  history.replaceState(undefined, '', location.pathname + location.search);
  await openShared(session, fragment);
}

/** Puts on the table what a link carries. */
async function openShared(session: Session, fragment: string): Promise<void> {
  await session.there;
  let shared: Shared;
  try {
    shared = unpack(fragment);
  } catch {
    session.say({ kind: 'trouble', text: words.messages.linkBroken });
    return;
  }
  const found: (Scenario | undefined)[] = [];
  const isOld = shared.model !== session.catalogue?.meta.version;
  for (const [at, text] of shared.scenarios.entries())
    found.push(await read(session, text, words.messages.inLink(at + 1, shared.scenarios.length), isOld));
  const [first, ...others] = found.filter((scenario) => scenario !== undefined);
  if (first === undefined) return;
  const work = workOf([first, ...others]);
  const keyAt = (at: number): string => work.entries[found.slice(0, at).filter(Boolean).length]?.key ?? work.edited;
  const charts = shared.charts.filter((id) => chartById(id) !== undefined);
  const hidden = (shared.hidden ?? []).map(keyAt);
  const before = session.snapshot?.history;
  session.dispatch({
    type: 'table',
    work: hidden.reduce((now, key) => showing(now, key, false), {
      ...work,
      edited: keyAt(shared.edited),
      baseline: keyAt(shared.baseline),
    }),
    view: {
      compare: shared.compare,
      // Charts that are all unknown are of another page; none at all is a choice.
      ...(charts.length === 0 && shared.charts.length > 0 ? {} : { charts }),
      ...(shared.draws === undefined ? {} : { draws: shared.draws }),
    },
  });
  // Nobody misses the table that a first visit begins with.
  if (before !== undefined && before.past.length > 0) {
    session.say({
      kind: 'note',
      text: words.messages.linkReplaced,
      offers: ['undo', 'put beside'],
      replaced: { work: before.present, by: [first, ...others] },
    });
  }
  const seen = found.flatMap((scenario, at) => {
    const figures = shared.seen?.[at];
    return scenario === undefined || figures === undefined ? [] : [[keyAt(at), figures] as const];
  });
  await tellOldModel(session, { model: shared.model, seen: Object.fromEntries(seen) });
}

/** What a message's button does. */
export function accept(session: Session, id: number, offer: MessageOffer): void {
  const { snapshot, catalogue, keeper } = session;
  const replaced = snapshot?.messages.find((message) => message.id === id)?.replaced;
  session.dispatch({ type: 'dismiss', id });
  if (offer === 'undo') session.dispatch({ type: 'undo' });
  if (offer === 'put beside' && replaced !== undefined) {
    const { work, by } = replaced;
    session.dispatch({ type: 'table', work, view: {} });
    session.put(by);
  }
  if (offer === 'load newer') session.restore();
  if (offer === 'save unread')
    download('buildout-work.json', new Blob([keeper?.aside ?? ''], { type: 'application/json' }));
  if (offer === 'keep mine' && snapshot !== undefined) keeper?.force(snapshot, catalogue?.meta.version ?? '');
}
