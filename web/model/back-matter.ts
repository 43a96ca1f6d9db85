import { html, nothing, type TemplateResult } from 'lit';
import { modelWords } from '../words/model.ts';
import type { Book, Cited } from './book.ts';

/** What quantities run over, and the regions whose figures sites start from. */
export function setsOf({ sets, presets }: Book): TemplateResult {
  const word = modelWords.sets;
  return html`<section id="sets" aria-labelledby="sets-title">
    <h2 id="sets-title">${word.title}</h2>
    <p class="says">${word.says}</p>
    <dl class="sets">
      ${sets.map(
        ({ title, says, items, most }) => html`<div>
          <dt>${title}</dt>
          <dd>${says} <span class="soft">${items === undefined ? word.most(most) : sentence(items.map((item) => item.title).join(', '))}</span></dd>
        </div>`,
      )}
    </dl>
    <h3>${word.regions}</h3>
    <dl class="sets">
      ${presets.map(({ title, says }) => html`<div><dt>${title}</dt><dd>${says}</dd></div>`)}
    </dl>
  </section>`;
}

/** Every source an entry stands on, with its address spelled out and what it bears. */
export function sourcesOf({ cited }: Book): TemplateResult {
  const word = modelWords.sources;
  return html`<section id="sources" aria-labelledby="sources-title">
    <h2 id="sources-title">${word.title}</h2>
    <p class="says">${word.says}</p>
    <ol class="sources">
      ${cited.map(sourceOf)}
    </ol>
  </section>`;
}

function sourceOf({ source, entries }: Cited): TemplateResult {
  const word = modelWords.sources;
  const { id, title, publisher, date, url, file, kind, seen } = source;
  return html`<li id="source-${id}" tabindex="-1">
    <p><b>${title}</b>, ${publisher}, ${date}. <span class="soft">${sentence(`${word.kinds[kind]}${seen ? `, ${word.read}` : ''}`)}</span></p>
    ${url === undefined ? nothing : html`<p class="address"><a href=${url} rel="noreferrer" target="_blank">${url}</a></p>`}
    ${file === undefined ? nothing : html`<p class="soft">${sentence(word.document(file))}</p>`}
    <p class="links"><b>${word.usedFor}</b> ${entries.map((entry, i) => html`${i === 0 ? '' : ', '}<a href="#${entry.id}">${entry.title}</a>`)}</p>
  </li>`;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
