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
export function watchWidths(equations: Iterable<HTMLElement>): void {
  const watch = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      const place = target.closest('.equations');
      if (place === null) continue;
      const isWide = place.scrollWidth > place.clientWidth + 1 || place.scrollHeight > place.clientHeight + 1;
      if (isWide) place.setAttribute('tabindex', '0');
      else place.removeAttribute('tabindex');
    }
  });
  // What is within grows by itself, when a typeface arrives or a search shows what it hid.
  for (const one of equations) for (const each of [one, ...one.children]) watch.observe(each);
}
