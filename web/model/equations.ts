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
