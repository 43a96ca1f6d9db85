import { words } from '../words/en.ts';
import { hear } from './events.ts';
import type { Session } from './session.ts';

/** Has everything done that the elements tell of: each happening is an action of the store, or a deed of the session. */
export function listen(on: EventTarget, session: Session): void {
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
  hear(on, 'entry-reset', ({ key }) => session.reset(key));
  hear(on, 'entry-duplicate', ({ key }) => session.duplicate(key, words.scenarios.copyOf));
  hear(on, 'entry-add', ({ id, instead }) => session.addShipped(id, instead));

  hear(on, 'work-undo', () => session.dispatch({ type: 'undo' }));
  hear(on, 'work-redo', () => session.dispatch({ type: 'redo' }));
  hear(on, 'files-open', ({ files }) => session.openFiles(files));
  hear(on, 'text-open', ({ text }) => session.openText(text));
  hear(on, 'work-save', ({ as }) => session.save(as));
  hear(on, 'work-share', () => session.share());
  hear(on, 'view-compare', ({ compare }) => session.dispatch({ type: 'compare', compare }));
  hear(on, 'view-charts', ({ charts }) => session.dispatch({ type: 'charts', charts }));
  hear(on, 'view-theme', ({ theme }) => session.dispatch({ type: 'theme', theme }));
  hear(on, 'message-dismiss', ({ id }) => session.dispatch({ type: 'dismiss', id }));
  hear(on, 'message-offer', ({ id, offer }) => session.accept(id, offer));
}
