import { tell } from './events.ts';

/** A text that means to be a scenario file or a link to one; anything else that is pasted onto the page stays unheard. */
const SCENARIO = /(?:^|[\n{,])\s*["']?(?:format|extends|commitments|sites|assumptions)["']?\s*:|^\s*\S*#s=\S+\s*$/u;

/** Files and scenario texts pasted anywhere but into a field are opened. */
export function openPasted(app: Element): void {
  document.addEventListener('paste', (event) => {
    const [target] = event.composedPath();
    if (target instanceof Element && target.matches('input:not([type="range"]), textarea')) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length === 0 && !SCENARIO.test(text)) return;
    event.preventDefault();
    if (files.length > 0) tell(app, 'files-open', { files });
    else tell(app, 'text-open', { text });
  });
}
