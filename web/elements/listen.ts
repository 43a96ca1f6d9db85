import { hear } from './events.ts';
import type { Explaining } from './explaining.ts';
import type { Session } from './session.ts';

/** Has everything done that the elements tell of: each happening is an action of the store, or a deed that is loaded for it. */
export function listen(on: EventTarget, session: Session, explaining: Explaining): void {
  hear(on, 'scenario-change', ({ key, scenario, held }) => {
    if (held) session.dispatch({ type: 'gesture start' });
    session.dispatch({ type: 'change', key, scenario });
  });
  hear(on, 'gesture-end', () => session.dispatch({ type: 'gesture end' }));
  hear(on, 'levers-fold', ({ group, open }) => session.dispatch({ type: 'fold', group, open }));
  hear(on, 'levers-only-changed', ({ on: only }) => session.dispatch({ type: 'only changed', on: only }));

  hear(on, 'entry-edit', ({ key }) => session.dispatch({ type: 'edit', key }));
  hear(on, 'entry-baseline', ({ key }) => session.dispatch({ type: 'baseline', key }));
  hear(on, 'entry-rename', ({ key, title }) => session.dispatch({ type: 'rename', key, title }));
  hear(on, 'entry-remove', ({ key }) => session.dispatch({ type: 'remove', key }));
  hear(on, 'entry-show', ({ key, shown }) => session.dispatch({ type: 'show', key, shown }));

  hear(on, 'work-undo', () => session.dispatch({ type: 'undo' }));
  hear(on, 'work-redo', () => session.dispatch({ type: 'redo' }));
  hear(on, 'view-compare', ({ compare }) => session.dispatch({ type: 'compare', compare }));
  hear(on, 'view-charts', ({ charts }) => session.dispatch({ type: 'charts', charts }));
  hear(on, 'view-draws', ({ draws }) => session.dispatch({ type: 'draws', draws }));
  hear(on, 'draws-stop', () => session.banding?.stop());
  hear(on, 'view-theme', ({ theme }) => session.dispatch({ type: 'theme', theme }));
  hear(on, 'message-dismiss', ({ id }) => session.dispatch({ type: 'dismiss', id }));
  hear(on, 'say', ({ text }) => session.say({ kind: 'note', text }));

  hear(on, 'explain-number', ({ key, of, time }) => explaining.open(key, of, time));
  hear(on, 'explain-open', ({ part }) => explaining.deeper(part));
  hear(on, 'explain-back', () => explaining.back());
  hear(on, 'explain-close', () => explaining.close());

  const deeds = () => import('./deeds.ts');
  hear(on, 'entry-reset', async ({ key }) => (await deeds()).reset(session, key));
  hear(on, 'entry-duplicate', async ({ key }) => (await deeds()).duplicate(session, key));
  hear(on, 'entry-add', async ({ id, instead }) => (await deeds()).addShipped(session, id, instead));
  hear(on, 'files-open', async ({ files }) => (await deeds()).openFiles(session, files));
  hear(on, 'text-open', async ({ text }) => (await deeds()).openText(session, text));
  hear(on, 'work-save', async ({ as }) => (await deeds()).save(session, as));
  hear(on, 'work-export', async ({ as }) => (await deeds()).carryOff(session, as));
  hear(on, 'work-reproduce', async () => (await deeds()).showReproduction(session));
  hear(on, 'picture-save', async ({ spec, from }) => (await deeds()).savePicture(session, spec, from));
  hear(on, 'work-share', async () => (await deeds()).share(session));
  hear(on, 'message-offer', async ({ id, offer }) => (await deeds()).accept(session, id, offer));

  const openLink = async () => {
    if (location.hash.startsWith('#s=')) (await deeds()).openLink(session);
  };
  addEventListener('hashchange', openLink);
  openLink();
}
