import { movedFigures } from '../state/seen.ts';
import type { Entry, Seen, Snapshot } from '../state/types.ts';
import { words } from '../words/later.ts';
import type { Session } from './session.ts';

/** What was saved with another model: which, and the figures that its scenarios were seen with, by their keys on the table. */
export interface Saved {
  readonly model: string;
  readonly seen: Readonly<Record<string, Seen>>;
}

/**
 * Tells that work comes from another model, and in figures what that has moved: once today's runs are there. A scenario that a person
 * changes meanwhile is not compared, for then it is not only the model that differs.
 */
export async function tellOldModel(session: Session, { model, seen }: Saved): Promise<void> {
  const { meta } = await session.there;
  if (model === meta.version) return;
  const opened = session.snapshot?.history.present.entries.filter(({ key }) => seen[key] !== undefined) ?? [];
  const now = opened.length === 0 ? undefined : await settled(session, opened);
  const compared = opened.flatMap(({ key, scenario }) => {
    const ran = now?.runs[key];
    const kept = seen[key];
    return ran === undefined || ran.scenario !== scenario || ran.failure !== undefined || kept === undefined
      ? []
      : [movedFigures(kept, ran)];
  });
  const moved = compared.flat();
  const says = words.messages.oldModel(model, meta.version);
  const how = compared.length === 0 ? says.mayDiffer : moved.length === 0 ? says.same : says.moved;
  session.say({ kind: 'note', text: how, ...(moved.length === 0 ? {} : { moved }) });
}

/** Waits until each scenario has been run, or is another one by now. */
function settled({ store, snapshot }: Session, opened: readonly Entry[]): Promise<Snapshot | undefined> {
  const done = ({ runs, history }: Snapshot): boolean =>
    opened.every(({ key, scenario }) => {
      const entry = history.present.entries.find((one) => one.key === key);
      return entry?.scenario !== scenario || runs[key]?.scenario === scenario;
    });
  if (store === undefined || snapshot === undefined || done(snapshot)) return Promise.resolve(snapshot);
  return new Promise((found) => {
    const stop = store.subscribe((now) => {
      if (!done(now)) return;
      stop();
      found(now);
    });
  });
}
