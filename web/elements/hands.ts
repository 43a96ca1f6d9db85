import { tell } from './events.ts';
import type { Session } from './session.ts';

/** What hands do to the page as a whole: Ctrl+Z, Ctrl+Y, and files that are dragged over it and dropped. */
export function hands(on: HTMLElement, session: Session, dragging: (over: boolean) => void): void {
  on.addEventListener('keydown', (event) => {
    const [target] = event.composedPath();
    // Fields have an undo of their own.
    const isField = target instanceof Element && target.matches('input:not([type="range"]), textarea');
    const key = event.key.toLowerCase();
    if (isField || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    session.dispatch({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
  });
  const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
  on.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    dragging(true);
  });
  on.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) dragging(false);
  });
  on.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    dragging(false);
    tell(on, 'files-open', { files: [...(event.dataTransfer?.files ?? [])] });
  });
}
