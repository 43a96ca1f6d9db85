import { mathml } from '../../src/generated/mathml.ts';

const parsed = new Map<string, DocumentFragment>();

/** The equations of a record as nodes to put into the page; undefined where it has none. */
export function equationsOf(id: string): Node | undefined {
  const text = mathml[id];
  if (text === undefined) return undefined;
  let content = parsed.get(id);
  if (content === undefined) {
    // Written by the build, from the model's own records: no text of a reader ever comes here.
    const template = document.createElement('template');
    template.innerHTML = text;
    content = template.content;
    parsed.set(id, content);
  }
  return content.cloneNode(true);
}

/** Equations wider than their place can be reached and scrolled by keyboard; the others are no stop on the way. */
export function watchWidths(equations: readonly HTMLElement[]): void {
  const measure = (one: Element): void => {
    if (one.scrollWidth > one.clientWidth + 1) one.setAttribute('tabindex', '0');
    else one.removeAttribute('tabindex');
  };
  const watch = new ResizeObserver((seen) => {
    for (const { target } of seen) measure(target);
  });
  for (const one of equations) watch.observe(one);
  // What is out of sight is not laid out, and not observed, until it is asked for: a few at a time, so that nobody waits.
  const rest = [...equations];
  const next = (): void => {
    for (const one of rest.splice(0, 10)) measure(one);
    if (rest.length > 0) setTimeout(next, 50);
  };
  document.fonts.ready.then(next);
}
