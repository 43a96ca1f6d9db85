import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../words/later.ts';
import { modelWords } from '../words/model.ts';
import { type Book, type Entry, inputOf } from './book.ts';
import { equationsOf } from './equations.ts';
import { boundsOf, rowsOf, unitText, type ValueRow, withoutUnit } from './values.ts';

const word = modelWords.entry;

/** Everything the book says of one entry, but its place and its picture: what it says, its equations, its facts. */
export function entryBody(entry: Entry, book: Book): TemplateResult {
  const equations = equationsOf(entry.id);
  return html`<div class="text">
      <h3><a href="#${entry.id}">${entry.title}</a></h3>
      <p>${entry.says}</p>
      ${entry.why === undefined ? nothing : html`<p class="why">${entry.why}</p>`}
      ${entry.headline === undefined ? nothing : html`<p class="taken">${taken(entry, book)}</p>`}
      ${
        equations === undefined
          ? nothing
          : html`<div class="equations" role="group" aria-label=${word.equation(entry.title)}>${equations}</div>`
      }
      ${links(word.madeFrom, entry.uses, book, entry.clocks)}
      ${links(word.usedBy, entry.usedBy, book, [], entry.kind === 'headline' ? '' : word.unused)}
    </div>
    ${facts(entry, book)}`;
}

/** How a headline is taken from series, in words. */
function taken({ headline }: Entry, book: Book): string {
  if (headline === undefined) return '';
  const title = (id: string | undefined): string => {
    const text = id === undefined ? '' : (book.entries.get(id)?.title ?? id);
    return text.charAt(0).toLowerCase() + text.slice(1);
  };
  const sentence = modelWords.takes[headline.take](title(headline.of), title(headline.with));
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function links(
  name: string,
  ids: readonly string[],
  book: Book,
  clocks: readonly string[],
  none = '',
): TemplateResult | typeof nothing {
  const all = [
    ...ids.map((id) => html`<a href="#${id}">${book.entries.get(id)?.title ?? id}</a>`),
    ...clocks.map((clock) => html`<span>${word.clocks[clock] ?? clock}</span>`),
  ];
  if (all.length === 0 && none === '') return nothing;
  return html`<p class="links"><b>${name}</b> ${all.length === 0 ? none : all.map((one, i) => html`${i === 0 ? '' : ', '}${one}`)}</p>`;
}

function facts(entry: Entry, book: Book): TemplateResult {
  const input = inputOf(entry);
  const rows = rowsOf(entry, book);
  const bounds = boundsOf(entry);
  const sets = entry.over.map((id) => book.sets.find((set) => set.id === id)?.title.toLowerCase() ?? id);
  const row = (name: string, content: unknown): TemplateResult => html`<div><dt>${name}</dt><dd>${content}</dd></div>`;
  const kind = modelWords.kinds[entry.kind];
  return html`<div class="facts">
    ${rows.some(({ low, label }) => low !== undefined || label !== undefined) ? table(entry, rows) : nothing}
    <dl>
      ${rows.length === 1 && rows[0]?.low === undefined && rows[0] !== undefined ? row(word.value, rows[0].central) : nothing}
      ${row(word.name, html`<code>${entry.id}</code>`)}
      ${row(word.kind, input?.setting === true ? `${kind}, ${modelWords.setting}` : kind)}
      ${sets.length === 0 ? nothing : row('', word.of(sets.join(', ')))}
      ${row(word.unit, unitText(entry))}
      ${bounds === '' ? nothing : row(word.bounds, bounds)}
      ${input?.choices === undefined ? nothing : row(word.choices, input.choices.map(({ title }) => title).join('; '))}
      ${entry.year === undefined ? nothing : row(word.year, entry.year)}
      ${entry.kind === 'headline' ? nothing : row(words.why.source, source(entry, book))}
      ${input === undefined ? nothing : row(words.why.confidence, words.why.sure[input.confidence])}
    </dl>
  </div>`;
}

function table(entry: Entry, given: readonly ValueRow[]): TemplateResult {
  const { unit, rows } = withoutUnit(given);
  const labelled = rows.some(({ label }) => label !== undefined);
  return html`<table aria-label=${word.range(entry.title)}>
    ${unit === '' ? nothing : html`<caption>${unit}</caption>`}
    <thead>
      <tr>
        ${labelled ? html`<th scope="col"><span class="visually-hidden">${word.values}</span></th>` : nothing}
        <th scope="col">${word.low}</th>
        <th scope="col">${word.central}</th>
        <th scope="col">${word.high}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ label, low = '', central, high = '' }) => html`<tr>
          ${labelled ? html`<th scope="row">${label ?? ''}</th>` : nothing}
          <td>${low}</td>
          <td>${central}</td>
          <td>${high}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The page a figure stands on, or one of the two marks. */
function source(entry: Entry, book: Book): unknown {
  if (entry.source === 'our assumption') return words.why.ours;
  if (entry.source === 'definition') return words.why.definition;
  const known = book.sources.get(entry.source);
  if (known === undefined) return entry.source;
  return html`<a href="#source-${known.id}">${known.title}</a>, ${known.publisher}, ${known.date}`;
}
